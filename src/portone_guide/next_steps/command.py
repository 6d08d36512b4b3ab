"""``portone-guide next-steps``: the road from the choice to the first live payment."""

import sys
from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args

import typer

from portone_guide.rules.book import RuleBook
from portone_guide.shell import flags
from portone_guide.shell.context import (
    AsOf,
    Json,
    Plain,
    Rules,
    answers_from,
    asking_allowed,
    day,
    load_rules,
    parse,
    show_json,
)
from portone_guide.shell.exits import CommandError, Exit
from portone_guide.shell.plan_file import NoSave, PlanKeeper, PlanPath, with_plan

if TYPE_CHECKING:
    from portone_guide.next_steps.decide import NextSteps, Wishes
    from portone_guide.plan.model import Plan

app = typer.Typer(rich_markup_mode=None, add_completion=False)

_T = TypeVar("_T")
_FORMATS = ("md", "ics", "json")


@app.command()
def next_steps(
    gateway: flags.GatewayIds = None,
    one_time: flags.OneTime = None,
    billing: flags.Billing = None,
    key_in: flags.KeyIn = None,
    easy_pay: flags.EasyPay = None,
    overseas: flags.Overseas = None,
    overseas_billing: flags.OverseasBilling = None,
    identity: flags.Identity = None,
    style: flags.Style = None,
    portone: flags.PortOne = None,
    industry: flags.Industry = None,
    goods: flags.Goods = None,
    platform: flags.Platform = None,
    business: Annotated[str | None, typer.Option(metavar="B", help="사업자: sole(개인), corporation(법인)")] = None,
    foreign_representative: Annotated[
        bool, typer.Option("--foreign-representative", help="대표자가 외국인입니다.")
    ] = False,
    monthly_sales: Annotated[str | None, typer.Option(metavar="WON", help="한 달 매출: 보증보험을 어림합니다.")] = None,
    settlement_cycle: Annotated[
        str | None, typer.Option(metavar="C", help="정산 주기: daily, four_a_month, two_a_month, once_a_month")
    ] = None,
    start: Annotated[str | None, typer.Option(metavar="DATE", help="신청하는 날: 열 수 있는 날을 셉니다.")] = None,
    open_by: Annotated[
        str | None, typer.Option(metavar="DATE", help="열어야 하는 날: 언제까지 신청할지 거꾸로 셉니다.")
    ] = None,
    lang: Annotated[str | None, typer.Option(metavar="L", help="코드 예시: js, react, python")] = None,
    format_: Annotated[
        str | None, typer.Option("--format", metavar="F", help="md: 동료에게 줄 Markdown, ics: 달력, json")
    ] = None,
    ask: flags.Ask = False,
    plan: PlanPath = None,
    no_save: NoSave = False,
    as_of: AsOf = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """고른 결제대행사로 첫 결제를 받기까지의 순서를 날짜와 함께 보입니다.

    테스트 연동, 계약, 심사, 실연동에서 누가 무엇을 어디서 하는지, 필요한 서류와 코드까지 한 번에 나옵니다.
    """
    given = answers_from(
        locals(),
        gateway=gateway,  # type: ignore[arg-type]
        business=business,
        foreign_representative="yes" if foreign_representative else None,
        monthly_sales=monthly_sales,
        start=start,
        open_by=open_by,
    )
    shape = _one_of("--format", format_, _FORMATS) or ("json" if json else None)
    today = day(as_of)
    book = load_rules(rules)
    keeper = PlanKeeper(plan, no_save=no_save)
    remembered = keeper.read()
    known = _known(given, remembered)
    asked = ask or not known.get("gateway")
    if asked:
        known = _interview(book, known, keeper, again=ask)
    from portone_guide.next_steps.decide import next_steps as advise
    from portone_guide.rules.business_days import add_business_days

    wishes = _wishes(known, book, today, remembered, lang, settlement_cycle)
    if asked or keeper.named or (keeper.path.exists() and (start or open_by)):
        chosen = wishes.gateways if asked else remembered.chosen
        keeper.change(lambda kept: kept._replace(start=wishes.start, open_by=wishes.open_by, chosen=chosen))
    _show(advise(book, wishes, add_business_days), book, shape, plain=plain)


def _known(given: Mapping[str, Any], plan: "Plan") -> dict[str, Any]:
    """Return the answers given over those of the plan; a day given for one direction drops the kept other one."""
    known = with_plan(dict(given), plan)
    if plan.chosen and "gateway" not in given:
        known["gateway"] = list(plan.chosen)
    if not given.keys() & {"start", "open_by"}:
        for name, kept in (("start", plan.start), ("open_by", plan.open_by)):
            if kept:
                known[name] = kept.isoformat()
    else:
        for name in {"start", "open_by"} - given.keys():
            known.pop(name, None)
    return known


def _interview(book: RuleBook, known: dict[str, Any], keeper: PlanKeeper, *, again: bool) -> dict[str, Any]:
    if not asking_allowed():
        raise CommandError(
            Exit.NEEDS_ANSWERS,
            "어느 결제대행사와 계약하는지 정해지지 않았습니다. 물어볼 터미널이 없으니 --gateway를 적으세요.",
            "예: portone-guide next-steps --gateway nice --one-time card --business corporation --json",
            "아직 고르지 않았으면: portone-guide select-pg",
        )
    from portone_guide.next_steps.questions import NEXT_STEPS
    from portone_guide.shell.interview import interview

    if not known.get("gateway"):
        known.pop("gateway", None)
    return interview("next-steps", NEXT_STEPS, book, known, keeper, again=again)


def _wishes(
    known: Mapping[str, Any], book: RuleBook, today: date, plan: "Plan", lang: str | None, cycle: str | None
) -> "Wishes":
    from portone_guide.next_steps.decide import Wishes
    from portone_guide.next_steps.insurance import CYCLE_NAMES
    from portone_guide.next_steps.papers import Business
    from portone_guide.samples.decide import Language

    needs = parse(known, book, today)
    business = _one_of("--business", _text(known, "business"), ("sole", "corporation"))
    return Wishes(
        gateways=_gateways(known, book),
        needs=needs,
        business=Business(business, _text(known, "foreign_representative") == "yes", needs.industries),  # type: ignore[arg-type]
        today=today,
        start=_day("--start", _text(known, "start")),
        open_by=_day("--open-by", _text(known, "open_by")),
        done=plan.done,
        language=_one_of("--lang", lang, get_args(Language)),
        monthly_sales=_won("--monthly-sales", _text(known, "monthly_sales")),
        cycle=_one_of("--settlement-cycle", cycle, tuple(CYCLE_NAMES)),
    )


def _text(known: Mapping[str, Any], name: str) -> str | None:
    from portone_guide.needs.answers import UNKNOWN

    value = known.get(name)
    text = value if isinstance(value, str) else "".join(list(value or ())[:1])
    return None if text in {"", UNKNOWN} else text


def _gateways(known: Mapping[str, Any], book: RuleBook) -> tuple[str, ...]:
    from portone_guide.gateways.names import UnknownGatewayError, find_gateway
    from portone_guide.needs.answers import UNKNOWN

    value = known.get("gateway") or ()
    names = [value] if isinstance(value, str) else list(value)
    try:
        return tuple(dict.fromkeys(find_gateway(name, book.pg_methods) for name in names if name != UNKNOWN))
    except UnknownGatewayError as error:
        near = ", ".join(error.nearest) or ", ".join(book.pg_methods.gateways)
        raise CommandError(
            Exit.USAGE, f"--gateway: 모르는 결제대행사입니다: '{error.text}'", f"혹시 이것인가요: {near}"
        ) from None


def _day(flag: str, text: str | None) -> date | None:
    from portone_guide.next_steps.questions import parse_day

    if text is None:
        return None
    try:
        return parse_day(text)
    except ValueError as error:
        raise CommandError(Exit.USAGE, f"{flag}: {error}") from None


def _won(flag: str, text: str | None) -> int | None:
    from portone_guide.needs.korean_number import parse_amount

    try:
        return parse_amount(text) if text else None
    except ValueError as error:
        raise CommandError(Exit.USAGE, f"{flag}: {error}") from None


def _one_of(flag: str, text: str | None, allowed: tuple[_T, ...]) -> _T | None:
    if text is None:
        return None
    for value in allowed:
        if value == text:
            return value
    raise CommandError(
        Exit.USAGE, f"{flag}: 모르는 값입니다: '{text}'", f"쓸 수 있는 값: {', '.join(map(str, allowed))}"
    )


def _show(answer: "NextSteps", book: RuleBook, shape: str | None, *, plain: bool) -> None:
    match shape:
        case "json":
            from portone_guide.next_steps.report import next_steps_json

            show_json(next_steps_json(answer, book))
        case "md":
            from portone_guide.next_steps.markdown import next_steps_markdown

            sys.stdout.write(next_steps_markdown(answer, book))
        case "ics":
            from portone_guide.next_steps.calendar import steps_calendar

            _write_bytes(steps_calendar(answer, book))
        case _:
            from portone_guide.next_steps.screen import next_steps_screen
            from portone_guide.terminal.show import show
            from portone_guide.terminal.split_table import terminal_width

            show(next_steps_screen(answer, book, width=None if plain else terminal_width()), plain=plain)


def _write_bytes(data: bytes) -> None:
    """Write a file whose line ends must stay CRLF on every system; iCalendar is UTF-8 whatever the terminal speaks."""
    if hasattr(sys.stdout, "buffer"):
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
    else:
        sys.stdout.write(data.decode())
