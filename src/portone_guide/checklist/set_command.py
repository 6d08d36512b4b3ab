"""What ``--set ITEM=STATE`` says: items by id or by their title, states by id or by the word on the screen."""

from collections.abc import Iterable, Iterator, Mapping

from portone_guide.checklist.answer import STATES
from portone_guide.checklist.words import STATE_NAMES
from portone_guide.needs.lookup import nearest
from portone_guide.needs.words import did_you_mean
from portone_guide.plan.model import CheckState
from portone_guide.rules.models.checklist import CheckItem, ChecklistFile
from portone_guide.shell.exits import CommandError

_FLAG = "--set"
_LIST = "항목 이름 보기: portone-guide questions checklist"


def states_set(texts: Iterable[str] | None, file: ChecklistFile) -> dict[str, CheckState]:
    """Return the states by item.

    :raises CommandError: a text names no item or state, or an item that nobody can check off.
    """
    return dict(_read(text, file) for text in texts or ())


def _read(text: str, file: ChecklistFile) -> tuple[str, CheckState]:
    name, equals, state = text.rpartition("=") if "=" in text else (text, "", "")
    item = _item(name, file)
    words = {_folded(word): key for key, word in STATE_NAMES.items()} | {key: key for key in STATES}
    if not equals or _folded(state) not in words:
        raise CommandError(
            "wrong_value",
            f"{_FLAG}: '{name}'의 답을 알 수 없습니다: '{state}'",
            f"예: {_FLAG} {item}=pass ({', '.join(STATES)}, {', '.join(STATE_NAMES.values())})",
            flag=_FLAG,
        )
    if file.items[item].note:
        raise CommandError(
            "wrong_value", f"{_FLAG}: '{name}'은 답하는 항목이 아니라 알아둘 것입니다.", _LIST, flag=_FLAG
        )
    return item, STATES[words[_folded(state)]]


def _item(text: str, file: ChecklistFile) -> str:
    if text in file.items:
        return text
    wanted, titles = _folded(text), dict(_titles(file.items))
    if wanted in titles:
        return titles[wanted]
    holding = [name for title, name in titles.items() if wanted and wanted in title]
    if len(holding) == 1:
        return holding[0]
    near = [f"{name}({file.items[name].title})" for name in holding] or nearest(text, file.items, alike=0.4)
    raise CommandError(
        "wrong_value", f"{_FLAG}: 모르는 항목입니다: '{text}'", did_you_mean(near[:4], _LIST), flag=_FLAG
    )


def _titles(items: Mapping[str, CheckItem]) -> Iterator[tuple[str, str]]:
    for name, item in items.items():
        yield _folded(item.title), name


def _folded(text: str) -> str:
    return "".join(text.casefold().split())
