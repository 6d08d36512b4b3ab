"""What is asked for when samples are made, and what comes of it."""

from typing import Literal, NamedTuple

from portone_guide.needs.requirements import Need
from portone_guide.rules.models.fields import PortOneVersion
from portone_guide.samples.program import Program

Language = Literal["js", "react", "python"]
Runs = Literal["browser", "client", "server"]


class Sample(NamedTuple):
    """One source file: ``program`` becomes its text when ``code`` is asked for. ``need`` is what it takes money for."""

    gateway: str
    module: str
    portone: PortOneVersion
    need: Need
    language: Language
    runs: Runs
    program: Program
    notes: tuple[str, ...]
    sources: tuple[str, ...]

    @property
    def code(self) -> str:
        """The source text."""
        return self.program.text()


class NoSample(NamedTuple):
    """A need for which no page gives the parameters that a module wants."""

    gateway: str
    portone: PortOneVersion
    need: Need


class Choice(NamedTuple):
    """What samples are wanted: a gateway's modules, what to pay for, PortOne's version, and a language.

    Without a language: the browser's part in JavaScript and the server's in Python.
    """

    gateway: str
    modules: tuple[str, ...]
    needs: tuple[Need, ...]
    version: PortOneVersion
    language: Language | None = None
