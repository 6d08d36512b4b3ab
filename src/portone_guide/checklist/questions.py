"""The questions of ``checklist``: first what kind of site it is, then one screen an item."""

from portone_guide.checklist.decide import Site, applies
from portone_guide.needs.answers import UNKNOWN, Answers
from portone_guide.needs.question import Flow, Option, Question
from portone_guide.needs.questions import SELECT_PG
from portone_guide.needs.requirements import Requirements
from portone_guide.plan.model import CheckState
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.checklist import ChecklistFile
from portone_guide.rules.vocabulary import EASY_PAY

_SITE_QUESTIONS = (
    "goods",
    "industry",
    "platform",
    "one_time",
    "easy_pay",
    "billing",
    "key_in",
    "overseas",
    "identity",
    "style",
)
STATE_NAMES: dict[CheckState, str] = {"pass": "통과", "fail": "미흡", "na": "해당없음", "check": "확인 필요"}


def _gateways(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return tuple(Option(name, facts.name) for name, facts in book.pg_methods.gateways.items())


SITE: Flow = (
    *(question for question in SELECT_PG if question.id in _SITE_QUESTIONS),
    Question(
        "gateway",
        "어느 결제대행사에 신청하나요?",
        "결제대행사마다 따로 보는 항목이 있습니다. 정하지 않았으면 고르지 않고 넘어가세요.",
        "many",
        _gateways,
    ),
    Question(
        "in_development",
        "사이트를 아직 만드는 중인가요?",
        "개발 중이면 심사를 받는 방법이 더 있습니다.",
        "one",
        lambda answers, book: (Option("yes", "예, 만드는 중"), Option("no", "아니요, 완성함")),
    ),
)


def site_of(answers: Answers, needs: Requirements) -> Site:
    """Return what the answers say of the site."""
    building = answers.get("in_development")
    named = answers.get("gateway", ())
    gateways = [named] if isinstance(named, str) else named
    return Site(
        goods=needs.goods,
        platform=needs.platform,
        types=frozenset(kind for kind, _ in needs.methods),
        styles=frozenset(style for _, style in needs.styles),
        gateways=frozenset(name for name in gateways if name != UNKNOWN),
        industries=frozenset(needs.industries),
        easy_pay=frozenset(method.removeprefix(EASY_PAY) for _, method in needs.methods if method.startswith(EASY_PAY)),
        in_development=None if building in (None, UNKNOWN) else building == "yes",
    )


def item_questions(file: ChecklistFile, site: Site) -> Flow:
    """Return one question for every item that concerns the site."""
    options = tuple(Option(state, name) for state, name in STATE_NAMES.items() if state != "check")

    def states(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
        return options

    return tuple(
        Question(
            name,
            f"[{group_name}] {item.title}",
            " ".join(
                filter(None, (f"{item.why}.", f"확인 방법: {item.how}." if item.how else "", f"할 일: {item.fix}."))
            ),
            "one",
            states,
        )
        for group, group_name in file.groups.items()
        for name, item in file.items.items()
        if item.group == group and applies(item.applies, site)
    )
