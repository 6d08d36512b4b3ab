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
        match question.kind:
            case "one":
                return self._one(question, options, default, first=number == 1)
            case "many":
                return self._many(question, options, default, first=number == 1)
            case "amount":
                typed = self._number(f"{question.text} ({question.unit})", question, _text(default))
                return typed or UNKNOWN
            case "amounts":
                return self._amounts(question, options, default)

    def say(self, text: str) -> None:
        """Say something before the questions."""
        _say(text)

    def review(self, lines: Sequence[Option]) -> str | None:
        """See :class:`portone_guide.needs.flow.Asker`."""
        _say("\n답한 내용을 확인하세요. 고칠 것이 있으면 그 줄을 고르세요.")
        choices = [questionary.Choice("이대로 결과 보기", value=_NOTHING)]
        choices += [questionary.Choice(f"고치기: {clean(line.label)}", value=line.value) for line in lines]
        chosen = _run(questionary.select, "확인", choices=choices, instruction=_PICK_ONE)
        return None if chosen == _NOTHING else str(chosen)

    def choose(self, text: str, options: Sequence[Option]) -> str:
        """Return the value of one of ``options``."""
        choices = [questionary.Choice(clean(option.label), value=option.value) for option in options]
        return str(_run(questionary.select, text, choices=choices, instruction=_PICK_ONE))

    def _one(
        self, question: Question[Any], options: Sequence[Option], default: Answer | None, *, first: bool
    ) -> Answer | Literal["__back__"]:
        choices = [questionary.Choice(clean(option.label), value=option.value) for option in options]
        choices.append(questionary.Choice(UNKNOWN_LABEL, value=UNKNOWN))
        if not first:
            choices.append(questionary.Choice(_BACK_LABEL, value=BACK))
        known = {choice.value for choice in choices}
        return str(
            _run(
                questionary.select,
                question.text,
                choices=choices,
                default=default if isinstance(default, str) and default in known else None,
                instruction=_PICK_ONE,
            )
        )

    def _many(
        self, question: Question[Any], options: Sequence[Option], default: Answer | None, *, first: bool
    ) -> Answer | Literal["__back__"]:
        picked = [default] if isinstance(default, str) else list(default or ())
        choices = [
            questionary.Choice(clean(option.label), value=option.value, checked=option.value in picked)
            for option in options
        ]
        choices.append(questionary.Choice(UNKNOWN_LABEL, value=UNKNOWN, checked=UNKNOWN in picked))
        if not first:
            choices.append(questionary.Choice(_BACK_LABEL, value=BACK))
        searching = len(choices) > _SEARCH_FROM
        chosen = _run(
            questionary.checkbox,
            question.text,
            choices=choices,
            instruction=_PICK_MANY + (" 글자를 치면 걸러집니다" if searching else ""),
            use_search_filter=searching,
            use_jk_keys=False,
        )
        if BACK in chosen:
            return BACK
        return UNKNOWN if UNKNOWN in chosen else list(chosen)

    def _amounts(
        self, question: Question[Any], options: Sequence[Option], default: Answer | None
    ) -> Answer | Literal["__back__"]:
        _say(f"{question.text}")
        before = {text.rpartition("=")[0]: text.rpartition("=")[2] for text in default or () if "=" in text}
        filled = []
        for option in options:
            label = f"{clean(option.label)} ({question.unit})"
            typed = self._number(label, question, before.get(option.value, ""))
            if typed == BACK:
                return BACK
            if typed:
                filled.append(f"{option.value}={typed}")
        return filled or UNKNOWN

    def _number(self, label: str, question: Question[Any], default: str) -> str:
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
            label,
            default=default,
            validate=wrong,
            instruction="(모르면 Enter, 이전 질문은 < )",
        ).strip()
        return BACK if typed == _BACK_TYPED else str(typed)


_NOTHING: Final = "__nothing__"


def _text(answer: Answer | None) -> str:
    return answer if isinstance(answer, str) and answer != UNKNOWN else ""


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
    columns = shutil.get_terminal_size().columns
    for line in clean(text).split("\n"):
        print("\n".join(wrap(line, columns)), file=sys.stderr)
