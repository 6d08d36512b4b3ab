"""Asking at a terminal: the only user of questionary. Prompts go to stderr, so stdout stays the result's."""

import shutil
import sys
from collections.abc import Sequence
from typing import Any, Final, Literal

import questionary
from prompt_toolkit.output import create_output

from portone_guide.needs.flow import BACK
from portone_guide.needs.question import UNKNOWN, Answer, Option, Question
from portone_guide.needs.reading import WrongValueError
from portone_guide.needs.words import UNKNOWN_LABEL, problem_lines
from portone_guide.terminal.text import clean, wrap

_BACK_LABEL: Final = "(이전 질문으로)"
_BACK_TYPED: Final = "<"
_NOTHING: Final = "__nothing__"
_SEARCH_FROM = 12
_STYLE = questionary.Style([("highlighted", "bold"), ("selected", ""), ("instruction", "fg:ansibrightblack")])
_PICK_ONE = "(위아래 화살표로 고르고 Enter)"
_PICK_MANY = "(스페이스로 고르고 Enter, 없으면 그냥 Enter)"


class TerminalAsker:
    """Asks one question a screen: arrows to move, Enter to go on, and always a way back."""

    def ask(
        self, question: Question[Any], options: Sequence[Option], default: Answer | None, place: tuple[int, int]
    ) -> Answer | Literal["__back__"]:
        """See :class:`portone_guide.needs.flow.Asker`."""
        number, total = place
        _say(f"\n[{number}/{total}] {question.explain}")
        before = [default] if isinstance(default, str) else default or []
        ways = [*options, Option(UNKNOWN, UNKNOWN_LABEL)]
        if number > 1:
            ways.append(Option(BACK, _BACK_LABEL))
        match question.kind:
            case "one":
                return _one(question.text, ways, next((way.value for way in ways if way.value in before), None))
            case "many":
                return _many(question.text, ways, before)
            case "amount":
                typed = default if isinstance(default, str) and default != UNKNOWN else ""
                return _number(question.text, question, typed) or UNKNOWN
            case "amounts":
                return _amounts(question, options, before)

    def say(self, text: str) -> None:
        """Say something before the questions."""
        _say(text)

    def review(self, lines: Sequence[Option]) -> str | None:
        """See :class:`portone_guide.needs.flow.Asker`."""
        _say("\n답한 내용을 확인하세요. 고칠 것이 있으면 그 줄을 고르세요.")
        ways = [Option(_NOTHING, "이대로 결과 보기")]
        ways += [Option(line.value, f"고치기: {line.label}") for line in lines]
        chosen = _one("확인", ways)
        return None if chosen == _NOTHING else chosen

    def choose(self, text: str, options: Sequence[Option]) -> str:
        """Return the value of one of ``options``."""
        return _one(text, options)


def _one(text: str, ways: Sequence[Option], default: str | None = None) -> str:
    return str(_run(questionary.select, text, choices=_choices(ways), default=default, instruction=_PICK_ONE))


def _many(text: str, ways: Sequence[Option], picked: Sequence[str]) -> Answer:
    searching = len(ways) > _SEARCH_FROM
    chosen = _run(
        questionary.checkbox,
        text,
        choices=_choices(ways, picked),
        instruction=_PICK_MANY + (" 글자를 치면 걸러집니다" if searching else ""),
        use_search_filter=searching,
        use_jk_keys=False,
    )
    return next((way for way in (BACK, UNKNOWN) if way in chosen), list(chosen))


def _choices(ways: Sequence[Option], picked: Sequence[str] = ()) -> list[questionary.Choice]:
    return [questionary.Choice(clean(way.label), value=way.value, checked=way.value in picked) for way in ways]


def _amounts(question: Question[Any], rows: Sequence[Option], before: Sequence[str]) -> Answer:
    _say(question.text)
    amounts = {row: amount for row, _, amount in (text.rpartition("=") for text in before)}
    filled = []
    for row in rows:
        typed = _number(row.label, question, amounts.get(row.value, ""))
        if typed == BACK:
            return BACK
        if typed:
            filled.append(f"{row.value}={typed}")
    return filled or UNKNOWN


def _number(label: str, question: Question[Any], default: str) -> str:
    def wrong(text: str) -> bool | str:
        if not text.strip() or text.strip() == _BACK_TYPED:
            return True
        try:
            if question.check:
                question.check(text)
        except WrongValueError as error:
            return clean("\n".join(problem_lines(error.problem)))
        return True

    typed = _run(
        questionary.text,
        f"{label} ({question.unit})",
        default=default,
        validate=wrong,
        instruction="(모르면 Enter, 이전 질문은 < )",
    ).strip()
    return BACK if typed == _BACK_TYPED else str(typed)


def _run(prompt: Any, text: str, **options: Any) -> Any:
    if prompt is not questionary.text:
        options["pointer"] = ">"
    question = prompt(
        clean(text),
        qmark="?",
        style=_STYLE,
        output=create_output(stdout=sys.stderr),
        erase_when_done=True,
        **options,
    )
    answer = question.unsafe_ask()
    titles = {choice.value: str(choice.title) for choice in options.get("choices", ())}
    picked = answer if isinstance(answer, list) else [answer]
    _say(f"- {text} {', '.join(titles.get(value, str(value)) for value in picked) or '없음'}")
    return answer


def _say(text: str) -> None:
    print("\n".join(wrap(text, shutil.get_terminal_size().columns)), file=sys.stderr)
