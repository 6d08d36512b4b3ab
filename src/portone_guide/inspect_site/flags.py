"""The flags of ``inspect``, by what they say: how a site is read, and how it is told."""

from typing import Annotated, NamedTuple

import typer

from portone_guide.inspect_site import flag_words as words
from portone_guide.shell.flags import All, Format, Json, NoSave, Open, Out, Plain, PlanPath, Rules, SectionName, Width


class Reading(NamedTuple):
    """How a site is read."""

    order_path: Annotated[str | None, typer.Option("--order-path", metavar="URL", help=words.ORDER)] = None
    pages: Annotated[str | None, typer.Option("--pages", metavar="N", help=words.PAGES)] = None
    timeout: Annotated[str | None, typer.Option("--timeout", metavar="N", help=words.TIMEOUT)] = None
    mine: Annotated[bool, typer.Option("--mine", help=words.MINE)] = False
    allow_private: Annotated[bool, typer.Option("--allow-private", help=words.PRIVATE)] = False
    browser: Annotated[bool | None, typer.Option("--browser/--no-browser", help=words.BROWSER)] = None
    chromium: Annotated[str | None, typer.Option("--chromium", metavar="PATH", help=words.CHROMIUM)] = None
    no_sandbox: Annotated[bool, typer.Option("--no-sandbox", help=words.NO_SANDBOX)] = False
    click_pay: Annotated[bool, typer.Option("--click-pay", help=words.CLICK_PAY)] = False


class Telling(NamedTuple):
    """How it is told, and what is kept."""

    expect: Annotated[list[str] | None, typer.Option("--expect", metavar="NAME=VALUE", help=words.EXPECT)] = None
    show_values: Annotated[bool, typer.Option("--show-values", help=words.VALUES)] = False
    exit_code: Annotated[bool, typer.Option("--exit-code", help=words.EXIT_CODE)] = False
    plan: PlanPath = None
    no_save: NoSave = False
    rules: Rules = None
    json: Json = False
    plain: Plain = False
    everything: All = False
    section: SectionName = None
    width: Width = None
    format_: Format = None
    out: Out = None
    open_: Open = False
