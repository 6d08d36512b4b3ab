"""``portone-guide fees``: every gateway's rates in one table."""

from typing import TYPE_CHECKING, Annotated, cast, get_args

import typer

from portone_guide.facts.questions import TIER_OF_RATES
from portone_guide.needs.lookup import meant
from portone_guide.needs.words import CALLED, allowed
from portone_guide.rules.book import RuleBook
from portone_guide.shell.command import Given, asking
from portone_guide.shell.context import day, load_rules, parse, show_json
from portone_guide.shell.exits import CommandError
from portone_guide.shell.flags import AsOf, Json, Plain, Rules

if TYPE_CHECKING:
    from portone_guide.facts.fees.answer import SortKey


@asking(TIER_OF_RATES)
def fees(
    given: Given,
    sort: Annotated[
        str,
        typer.Option(metavar="BY", help="순서: card, billing, transfer, virtual_account, mobile, signup, name"),
    ] = "card",
    vat: Annotated[bool, typer.Option("--vat", help="VAT를 더한 값으로 보입니다.")] = False,
    as_of: AsOf = None,
    rules: Rules = None,
    json: Json = False,
    plain: Plain = False,
) -> None:
    """모든 결제대행사의 요율을 한 표로 보입니다.

    요율은 VAT 별도이고, 출처에 없는 값은 '모름'입니다: 무료라는 뜻이 아닙니다.
    """
    on = day(as_of)
    book = load_rules(rules)
    by = _sort_key(sort, book)
    from portone_guide.facts.fees.decide import fee_table
    from portone_guide.facts.rate_table import rate_basis

    basis = rate_basis(book, parse(given, book, on).tier, on, tier_given="tier" in given)
    answer = fee_table(book, basis, by, with_vat=vat)
    if json:
        from portone_guide.facts.fees.report import fees_report

        show_json(fees_report(answer))
        return
    from portone_guide.facts.fees.screen import fees_screen
    from portone_guide.terminal.show import show
    from portone_guide.terminal.split_table import terminal_width

    show(fees_screen(answer, None if plain else terminal_width()), plain=plain)


def _sort_key(text: str, book: RuleBook) -> "SortKey":
    from portone_guide.facts.fees.answer import SortKey

    keys, methods = get_args(SortKey), book.pg_methods.methods
    found = meant(text, {key: (methods.get(key, ""), *CALLED.get(key, ())) for key in keys})
    if len(found) != 1:
        raise CommandError("wrong_value", f"--sort: 모르는 순서입니다: '{text}'", allowed(keys), flag="--sort")
    return cast(SortKey, found[0])
