"""Runs a wizard at the terminal and keeps what was answered, and how far it has come."""

from collections.abc import Callable, Collection, Iterable, Mapping
from types import MappingProxyType
from typing import Final

from portone_guide.needs.flow import PartlyAnswered, next_question, pruned, walk
from portone_guide.needs.question import Answer, Flow, never
from portone_guide.plan.model import Asking, Plan, stored
from portone_guide.rules.book import RuleBook
from portone_guide.shell import words
from portone_guide.shell.exits import CommandError
from portone_guide.shell.known_answers import with_answers
from portone_guide.shell.plan_file import PlanKeeper
from portone_guide.shell.typed_line import command_line
from portone_guide.terminal.prompts import TerminalAsker

Answers = dict[str, Answer]
Write = Callable[[Plan, Answers], Plan]
"""Puts changed answers into the plan."""
ITEMS: Final = "items"
"""The stage in which the items of a list are asked, after the questions."""


class Interview:
    """The questions of one command; it goes on where an earlier run was broken off."""

    def __init__(self, command: str, book: RuleBook, keeper: PlanKeeper, *, again: bool, flags: Iterable[str]) -> None:
        begun = keeper.read().going_on(command, again=again)
        self.state = begun or Asking(anew=again)
        self._begun = begun is not None
        self._command = command
        self._book = book
        self._keeper = keeper
        self._flags = tuple(flags)
        self._asker = TerminalAsker(self._explained)
        self._answered: tuple[Flow, Answers] = ((), {})
        self._items: Answers = {}

    def ask(self, flow: Flow, known: Mapping[str, Answer], given: Collection[str], *, own: bool = False) -> Answers:
        """Ask what is open of a flow (anew: all that no flag gave), and return all answers.

        Each is kept in the plan as it comes; with ``own`` for this command only, until it has its answer.

        :raises CommandError: interrupted; the answers so far are kept, and the way on is told.
        """
        held = pruned(flow, known, self._book)
        asked = {question.id for question in flow if question.ask_if is not never}
        again = (set(self.state.again) if self._begun else asked if self.state.anew else set()) - set(given)
        latest = {name: answer for name, answer in held.items() if name not in again}
        self._answered = (flow, latest)
        self._keeper.reachable()
        self._asker.say(words.welcome(None if self._keeper.no_save else self._keeper.path.name))
        if not self._begun and next_question(flow, latest, self._book) is None:
            return held

        def write(plan: Plan, changed: Answers) -> Plan:
            return plan if own else with_answers(plan, flow, changed, self._book)

        written = {} if own else {name: answer for name, answer in known.items() if name not in given}
        begins = bool(given) or (self.state.anew and not self._begun)
        answers = self._walked(flow, held, latest, written, write, own=own, begins=begins)
        if not own and (dropped := held.keys() - answers.keys()):
            self._keeper.change(lambda plan: plan.with_answers({}, dropped))
        return answers

    def ask_items(self, flow: Flow, states: Answers, given: Collection[str], write: Write) -> Answers:
        """Ask each item that has no state or was left open (anew: all that no flag gave); see :meth:`ask`."""
        held = {question.id: states[question.id] for question in flow if question.id in states}
        if self.state.stage != ITEMS:
            left = (name for name, state in held.items() if self.state.anew or state == "check")
            self.reach(ITEMS, (name for name in left if name not in given))
        self._items = {name: state for name, state in held.items() if name not in self.state.again}
        if next_question(flow, self._items, self._book) is None:
            return held
        return self._walked(flow, held, self._items, dict(held), write)

    def reach(self, stage: str | None, again: Iterable[str] = ()) -> None:
        """Keep what is asked next, and which answers are asked for again."""
        self.state = self.state._replace(stage=stage, again=tuple(again))
        self._keeper.change(lambda plan: plan.with_asking(self._command, self.state))

    def finish(self, change: Callable[[Plan], Plan] = lambda plan: plan) -> None:
        """Keep that all is answered, with a last change."""
        self._keeper.change(lambda plan: change(plan).with_asking(self._command, None))

    def interrupted(self) -> CommandError:
        """Return the error of a person who went away: how to go on, by the plan or by flags if nothing was kept."""
        if self._keeper.keeps:
            return CommandError("interrupted", *words.way_on_by_plan(self._keeper.path.name, self.line()))
        flow, answers = self._answered
        items = (f"--set {name}={state}" for name, state in self._items.items())
        line = command_line(self._command, flow, answers, *self._flags, *items, "--ask", whole=True)
        return CommandError("interrupted", *words.way_on_by_flags(line))

    def line(self) -> str:
        """Return the command that goes on with what the plan has."""
        return " ".join(["portone-guide", self._command, *self._flags])

    def _explained(self, text: str) -> list[str]:
        """Return what the words in a text mean, a line each."""
        from portone_guide.needs.glossary import in_short, words_in

        return [f"{word.name}: {in_short(word)}" for word in words_in(text, self._book.glossary)]

    def _walked(
        self,
        flow: Flow,
        held: Answers,
        latest: Answers,
        written: Answers,
        write: Write,
        *,
        own: bool = False,
        begins: bool = False,
    ) -> Answers:
        """Walk a flow from the ``latest`` answers; the others that are ``held`` are asked again.

        ``written`` are the answers that the plan has: only what differs from them is written, and before the first
        question if the walk ``begins`` with something to keep.
        """

        def keep(current: Answers, partly: Mapping[str, Answer] = MappingProxyType({})) -> None:
            known = {**current, **partly}
            changed = {name: answer for name, answer in known.items() if written.get(name) != answer}
            written.update(changed)
            held.update(known)
            latest.clear()
            latest.update(current)
            left = tuple(name for name in held if name not in current)
            state = self.state = self.state._replace(again=left, answers=stored(held) if own else {})
            self._keeper.change(lambda plan: write(plan, changed).with_asking(self._command, state))

        remembered = {name: answer for name, answer in held.items() if name not in latest}
        if begins:
            keep(dict(latest))
        try:
            return walk(flow, dict(latest), self._book, self._asker, keep=keep, remembered=remembered)
        except PartlyAnswered as left:
            keep(dict(latest), left.answers)
            raise self.interrupted() from None
        except (KeyboardInterrupt, EOFError):
            raise self.interrupted() from None
