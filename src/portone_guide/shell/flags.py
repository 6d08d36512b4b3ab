"""The flags that several commands share."""

from typing import Annotated, NamedTuple

import typer

from portone_guide.shell import words

AsOf = Annotated[str | None, typer.Option("--as-of", metavar="DATE", help=words.AS_OF)]
Rules = Annotated[list[str] | None, typer.Option("--rules", metavar="FILE", help=words.RULES)]
Json = Annotated[bool, typer.Option("--json", help=words.JSON)]
Plain = Annotated[bool, typer.Option("--plain", help=words.PLAIN)]
All = Annotated[bool, typer.Option("--all", help=words.ALL)]
SectionName = Annotated[str | None, typer.Option("--section", metavar="NAME", help=words.SECTION)]
Width = Annotated[str | None, typer.Option("--width", metavar="N", help=words.WIDTH)]
Format = Annotated[str | None, typer.Option("--format", metavar="F", help=words.FORMAT)]
Out = Annotated[str | None, typer.Option("--out", metavar="FILE", help=words.OUT)]
Open = Annotated[bool, typer.Option("--open", help=words.OPEN)]
Ask = Annotated[bool, typer.Option("--ask", help=words.ASK)]
PlanPath = Annotated[str | None, typer.Option("--plan", metavar="PATH", help=words.PLAN)]
Save = Annotated[bool, typer.Option("--save", help=words.SAVE)]
NoSave = Annotated[bool, typer.Option("--no-save", help=words.NO_SAVE)]
InstallCompletion = Annotated[bool, typer.Option("--install-completion", help=words.INSTALL_COMPLETION)]
ShowCompletion = Annotated[str | None, typer.Option("--show-completion", metavar="SHELL", help=words.SHOW_COMPLETION)]


class Seen(NamedTuple):
    """The flags that say what to see of an answer, of a command that has not all of the others."""

    plain: bool
    everything: bool
    section: str | None
    width: str | None


class Shared(NamedTuple):
    """The flags of every command that asks and answers: one parameter of the command, spread out for Typer."""

    ask: Ask = False
    plan: PlanPath = None
    save: Save = False
    no_save: NoSave = False
    as_of: AsOf = None
    rules: Rules = None
    json: Json = False
    plain: Plain = False
    everything: All = False
    section: SectionName = None
    width: Width = None
    format_: Format = None
    out: Out = None
    open_: Open = False


class Filed(NamedTuple):
    """The flags that say what file to make of a result, of a command that has not all of the others."""

    json: bool
    format_: str | None
    out: str | None
    open_: bool
