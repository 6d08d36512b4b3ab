"""``portone-guide need-new-mid``: does this change need another merchant id, and how to get it."""

from collections.abc import Iterable
from typing import Annotated, Any

import typer

from portone_guide.needs.near_names import did_you_mean
from portone_guide.rules.book import RuleBook
from portone_guide.shell import flags
from portone_guide.shell.context import Json, Plain, Rules, asking_allowed, load_rules, show_json
from portone_guide.shell.exits import CommandError, Exit
from portone_guide.shell.plan_file import NoSave, PlanKeeper, PlanPath

app = typer.Typer(rich_markup_mode=None)


@app.command()
def need_new_mid(
    gateway: flags.GatewayIds = None,
    change: Annotated[
        list[str] | None, typer.Option(metavar="CASE", help="달라지는 것 (여러 번): new_site, add_billing ...")
    ] = None,
    method: Annotated[list[str] | None, typer.Option(metavar="M", help="더하는 결제수단 (여러 번)")] = None,
    easy_pay: Annotated[list[str] | None, typer.Option(metavar="ID", help="더하는 간편결제 (여러 번)")] = None,
    synonyms: Annotated[bool, typer.Option("--synonyms", help="상점아이디를 부르는 말과 찾는 곳을 보입니다.")] = False,
    value: Annotated[
        str | None, typer.Option(metavar="TEXT", help="가진 값이 무엇인지 알아봅니다 (저장하지 않음).")
    ] = None,
    plan: PlanPath = None,
    no_save: NoSave = False,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """바꾸려는 것에 상점아이디가 더 필요한지, 어떻게 받는지 알려 줍니다."""
    from portone_guide.terminal.show import show

    book = load_rules(rules)
    if value is not None:
        from portone_guide.need_new_mid.pasted_value import recognise
        from portone_guide.need_new_mid.screen import value_json, value_screen

        found = recognise(value, book.merchant_ids)
        if json:
            show_json(value_json(found))
        else:
            show(value_screen(found, book), plain=plain)
        return
    if synonyms:
        from portone_guide.need_new_mid.screen import synonyms_json, synonyms_screen

        if json:
            show_json(synonyms_json(book))
        else:
            show(synonyms_screen(book), plain=plain)
        return
    answers = {"gateway": gateway, "change": change, "method": method, "easy_pay_added": easy_pay}
    given = {name: texts for name, texts in answers.items() if texts}
    keeper = PlanKeeper(plan, no_save=True)
    chosen = list(keeper.read().chosen)
    if chosen and "gateway" not in given:
        given["gateway"] = chosen
    known = _complete(book, given, keeper)
    from portone_guide.need_new_mid.decide import Change, decide

    file = book.pg_methods
    cases = _listed("change", known.get("change"), book.merchant_ids.cases)
    brands = _listed("easy-pay", known.get("easy_pay_added"), file.easy_pays)
    methods = _listed("method", known.get("method"), {**file.methods, **file.overseas, **file.identity})
    decisions = [
        decide(book.merchant_ids, Change(name, cases, methods, brands))
        for name in _listed("gateway", known.get("gateway"), file.gateways)
    ]
    from portone_guide.need_new_mid.screen import mid_json, mid_screen

    if json:
        show_json(mid_json(decisions, book))
    else:
        show(mid_screen(decisions, book), plain=plain)


def _complete(book: RuleBook, given: dict[str, Any], keeper: PlanKeeper) -> dict[str, Any]:
    missing = [f"--{name}" for name in ("gateway", "change") if not given.get(name)]
    if not missing:
        return given
    if not asking_allowed():
        raise CommandError(
            Exit.NEEDS_ANSWERS,
            f"정해지지 않은 것이 있고 물어볼 터미널이 없습니다. 다음을 적으세요: {', '.join(missing)}",
            "예: portone-guide need-new-mid --gateway nice --change add_billing --json",
        )
    from portone_guide.need_new_mid.questions import NEED_NEW_MID
    from portone_guide.shell.interview import interview

    answers = interview("need-new-mid", NEED_NEW_MID, book, given, keeper, again=False)
    still = [name for name in ("gateway", "change") if not _plain(answers.get(name))]
    if still:
        raise CommandError(
            Exit.NEEDS_ANSWERS,
            "결제대행사와 달라지는 것을 하나 이상 골라야 답할 수 있습니다.",
            "다시 하기: portone-guide need-new-mid",
        )
    return answers


def _plain(value: Any) -> list[str]:
    from portone_guide.needs.answers import UNKNOWN

    values = [value] if isinstance(value, str) else list(value or ())
    return [name for name in dict.fromkeys(values) if name != UNKNOWN]


def _listed(flag: str, value: Any, known: Iterable[str]) -> tuple[str, ...]:
    names = list(known)
    for name in _plain(value):
        if name not in names:
            hint = did_you_mean(name, names, f"쓸 수 있는 값: {', '.join(names)}")
            raise CommandError(Exit.USAGE, f"--{flag}: 모르는 값입니다: '{name}'", hint)
    return tuple(_plain(value))
