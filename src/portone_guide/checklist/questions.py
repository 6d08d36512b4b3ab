"""The questions of ``checklist``: first what kind of site it is, then one screen an item."""

from collections.abc import Iterable, Iterator
from typing import Any

from portone_guide.checklist.answer import CheckedItem, ItemGroup
from portone_guide.checklist.site import Site
from portone_guide.checklist.words import STATE_NAMES
from portone_guide.needs import questions as asked
from portone_guide.needs.carry_questions import CARRIES
from portone_guide.needs.exchange_questions import USD_KRW
from portone_guide.needs.question import NO, YES, Answers, Flag, Flow, Option, Question, never
from portone_guide.needs.reading import Said, choice, text, yes_or_no
from portone_guide.needs.requirements import Requirements
from portone_guide.plan.model import CheckState
from portone_guide.rules.book import RuleBook

IN_DEVELOPMENT: Question[bool | None] = Question(
    "in_development",
    "one",
    Flag("아직 만드는 중인지", off="--finished"),
    yes_or_no,
    "사이트를 아직 만드는 중인가요?",
    "개발 중이면 심사를 받는 방법이 더 있습니다.",
    lambda answers, book: (Option(YES, "예, 만드는 중"), Option(NO, "아니요, 완성함")),
)
SITE: Flow = (
    asked.GOODS,
    asked.INDUSTRY,
    asked.PLATFORM,
    asked.ONE_TIME,
    asked.EASY_PAY,
    asked.BILLING,
    asked.KEY_IN,
    asked.OVERSEAS,
    asked.OVERSEAS_BILLING._replace(ask_if=never),
    asked.IDENTITY,
    asked.STYLE,
    *(
        question._replace(ask_if=never)
        for question in (
            asked.EASY_PAY_CONTRACT,
            asked.BUSINESS,
            asked.PORTONE,
            asked.SMALLEST_PAYMENT,
            asked.LARGEST_PAYMENT,
            USD_KRW,
            CARRIES,
        )
    ),
    asked.GATEWAY._replace(
        text="어느 결제대행사에 신청하나요?",
        explain="결제대행사마다 따로 보는 항목이 있습니다. 정하지 않았으면 '없음'을 고르세요.",
    ),
    IN_DEVELOPMENT,
)
"""What kind of site it is."""


def _value(name: str, help_: str, metavar: str) -> Question[str | None]:
    return Question(name, "amount", Flag(help_, metavar), text, ask_if=never, unit="")


VALUES: Flow = (
    _value("business_number", "사업자등록번호를 검사합니다.", "N"),
    _value("phone", "사이트에 적은 전화번호를 검사합니다.", "N"),
    _value("mail_order_number", "통신판매업 신고번호를 검사합니다.", "N"),
    _value("url", "심사받을 사이트 주소를 검사합니다.", "URL"),
)
"""What stands on the site and can be checked; it is never kept."""
FOOTER: Flow = (
    _value("trade_name", "상호 (--footer)", "TEXT"),
    _value("representative", "대표자명 (--footer)", "TEXT"),
    _value("address", "사업장 주소 (--footer)", "TEXT"),
    _value("email", "전자우편 (--footer)", "TEXT"),
    _value("hosting", "호스팅 서비스 제공자 (--footer)", "TEXT"),
)
"""What else a footer has; it is never kept."""


def site_of(said: Said, needs: Requirements) -> Site:
    """Return what the answers say of the site."""
    return Site(needs, said.of(asked.GATEWAY), said.of(IN_DEVELOPMENT))


def item_questions(groups: Iterable[ItemGroup]) -> Flow:
    """Return one question an item; what is left open stays to be checked."""
    return tuple(question for group in groups for question in _group_questions(group))


def _group_questions(group: ItemGroup) -> Iterator[Question[CheckState | None]]:
    """Yield the questions of a group; the first of several says what is in it."""
    asked = [entry for entry in group.items if not entry.item.note]
    titles = "".join(f"\n- {entry.item.title}" for entry in asked)
    for number, entry in enumerate(asked):
        question = _item_question(entry, group.name)
        begins = f"{group.name} {len(asked)}가지{titles}\n\n" if number == 0 and len(asked) > 1 else ""
        yield question._replace(explain=f"{begins}{question.explain}")


def _item_question(entry: CheckedItem, group: str) -> Question[CheckState | None]:
    item = entry.item
    how = f" 확인 방법: {item.how}." if item.how else ""
    return Question(
        entry.id,
        "one",
        Flag(item.title),
        choice(CheckState),
        f"[{group}] {item.title}",
        f"{item.why}.{how} 할 일: {item.fix}.",
        _states,
        concerns_site,
    )


def concerns_site(answers: Answers, book: RuleBook) -> bool:
    """Whether an item is one of those that were picked for the site: questions are made of them only."""
    return True


def every_item(book: RuleBook) -> tuple[Question[Any], ...]:
    """Return a question for each item of any site, as its answer is given by a flag."""
    file = book.checklist
    return tuple(
        _by_flag(CheckedItem(name, item, "check"), file.groups[item.group])
        for name, item in file.items.items()
        if not item.note
    )


def _by_flag(entry: CheckedItem, group: str) -> Question[Any]:
    states = tuple(Option(f"{entry.id}={state}", name) for state, name in STATE_NAMES.items())
    asked_of: Question[Any] = _item_question(entry, group)
    return asked_of._replace(
        flag=Flag(entry.item.title, "ITEM=STATE", "--set"), read=text, options=lambda answers, book: states
    )


def _states(answers: Answers, book: RuleBook) -> tuple[Option, ...]:
    return tuple(Option(state, name) for state, name in STATE_NAMES.items() if state != "check")
