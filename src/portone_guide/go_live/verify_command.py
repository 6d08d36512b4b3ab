"""``portone-guide go-live verify``: the first real payment, looked at through PortOne's API."""

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, Annotated, Final

import typer

from portone_guide.go_live import verify_words as words
from portone_guide.go_live.questions import AMOUNT, MERCHANT_ID, VERIFY
from portone_guide.go_live.verify_answer import Asked, Contracted
from portone_guide.needs.questions import GATEWAY, PORTONE
from portone_guide.remote.payment import Api, Payment
from portone_guide.rules.book import RuleBook
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import asking_allowed, load_rules, read_flow, show_json
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import All, Json, NoSave, Plain, PlanPath, Rules, SectionName, Seen, Width
from portone_guide.shell.known_answers import answers_of, known_answers
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.showing import view_of
from portone_guide.shell.typed_line import command_line, same_plan, same_rules
from portone_guide.terminal.show import View

if TYPE_CHECKING:
    from portone_guide.go_live.verify_answer import Verified
    from portone_guide.go_live.verify_decide import Judged
    from portone_guide.needs.reading import Said

STEP: Final = "rehearsal"
"""The step of the road that this is the evidence of."""


_ASKED: Final = frozenset(question.id for question in VERIFY)


@asking(*VERIFY)
def verify(
    given: Given,
    payment_id: Annotated[str, typer.Argument(metavar="PAYMENT_ID", help=words.PAYMENT_ID)],
    refund: Annotated[bool, typer.Option("--refund", help=words.REFUND)] = False,
    yes: Annotated[bool, typer.Option("--yes", help=words.YES)] = False,
    plan: PlanPath = None,
    no_save: NoSave = False,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
    everything: All = False,
    section: SectionName = None,
    width: Width = None,
) -> None:
    """첫 실제 결제를 포트원 API로 조회해 채널, 상점아이디, 금액, 웹훅을 확인합니다."""
    from portone_guide.remote.asking import is_installed

    view = view_of(Seen(plain, everything, section, width), words.SECTIONS)
    if not is_installed():
        raise CommandError("missing_extra", words.NOT_INSTALLED)
    _check_id(payment_id)
    book = load_rules(rules)
    keeper = PlanKeeper(plan, no_save=no_save)
    said = _said(given, keeper, book)
    version = said.of(PORTONE)
    kept = (*same_plan(plan), *(("--no-save",) if no_save else ()), *same_rules(rules))
    line = command_line(words.command_of(payment_id), VERIFY, given, *kept)
    if version is None:
        raise CommandError("needs_answers", *words.no_version(line), flag="--portone")
    if refund and not yes and not asking_allowed():
        raise CommandError("needs_answers", *words.nobody_to_ask(line), flag="--yes")
    agreed = (lambda seen: yes or _agreed(payment_id, seen, version)) if refund else None
    done = " ".join(("portone-guide", "done", STEP, *same_plan(plan)))
    answer = _looked(book, Asked(payment_id, version, date.today(), line, done), said, agreed)
    if answer.problem is None:
        keeper.change(lambda kept: kept.with_evidence(STEP, answer.evidence))
    _show(answer, view, json=json)


def _said(given: Given, keeper: PlanKeeper, book: RuleBook) -> "Said":
    """Return what was said by flags, and by the plan where they are silent."""
    remembered = keeper.read()
    chosen = {GATEWAY.id: list(remembered.chosen)} if remembered.chosen else {}
    known = known_answers(VERIFY, {**chosen, **answers_of(remembered.answers)}, given, keeper, book)
    return read_flow(VERIFY, {name: value for name, value in known.items() if name in _ASKED}, book)


def _looked(book: RuleBook, asked: Asked, said: "Said", agreed: Callable[[Payment], bool] | None) -> "Verified":
    """Look at a payment; ``agreed`` tells whether to cancel it then, None: nobody wants that.

    :raises CommandError: there is no such payment for this secret.
    """
    from portone_guide.go_live.verify_decide import not_tried, verified

    api = api_of(asked.portone)
    seen = api.read(asked.payment_id)
    if not isinstance(seen, Payment) and seen in words.HINTS:
        raise CommandError("wrong_value", words.PROBLEMS[seen], words.HINTS[seen])
    refund = not_tried()
    if agreed and isinstance(seen, Payment):
        refund = _refund(api, asked, seen, agreed)
    contracted = Contracted(said.of(GATEWAY), said.of(MERCHANT_ID), said.of(AMOUNT))
    return verified(book, asked, seen, contracted, refund)


def _check_id(payment_id: str) -> None:
    """Let only a text through that can be a payment's number.

    :raises CommandError: it can't, or is a secret by its look.
    """
    from portone_guide.needs.secret_forms import secret_form

    if secret_form(payment_id) in {"prefix", "card"}:
        raise CommandError("wrong_value", *words.no_payment_id("secret"))
    if not payment_id.strip(".") or payment_id != payment_id.strip() or not payment_id.isprintable():
        raise CommandError("wrong_value", *words.no_payment_id("form"))


def api_of(version: PortOneVersion) -> Api:
    """Return the API of a version, with the merchant's secret from the environment or a hidden prompt."""
    from portone_guide.go_live.keys_command import secrets_of

    if version == "v1":
        from portone_guide.remote.v1 import V1

        key, secret = secrets_of("PORTONE_V1_KEY", "PORTONE_V1_SECRET")
        return V1(key, secret)
    from portone_guide.remote.v2 import V2

    (secret,) = secrets_of("PORTONE_API_SECRET")
    return V2(secret)


def _agreed(payment_id: str, seen: Payment, version: PortOneVersion) -> bool:
    question = words.refund_question(payment_id, seen.cancellable or 0, seen.currency, version)
    return typer.confirm(question, default=False, err=True)


def _refund(api: Api, asked: Asked, seen: Payment, agreed: Callable[[Payment], bool]) -> "Judged":
    """Cancel what is left, once, and read the payment again.

    :raises CommandError: interrupted, so that nobody knows what came of it.
    """
    from portone_guide.go_live.verify_decide import cannot_refund, refund_judged
    from portone_guide.needs.reason import because

    why_not = cannot_refund(seen)
    if why_not:
        return "unknown", why_not
    if not agreed(seen):
        return "unknown", because("refund.declined")
    try:
        became = api.refund(asked.payment_id, seen, words.WHY_REFUND)
        return refund_judged(became, seen, api.read(asked.payment_id))
    except KeyboardInterrupt:
        raise CommandError("interrupted", *words.interrupted_refund(asked.line)) from None


def _show(answer: "Verified", view: View, *, json: bool) -> None:
    if json:
        from portone_guide.go_live.verify_report import verify_report

        show_json(verify_report(answer))
        return
    from portone_guide.go_live.verify_screen import verify_page
    from portone_guide.shell.showing import show_answer

    show_answer(verify_page(answer), view)
