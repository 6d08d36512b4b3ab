"""What is said of a choice of gateways."""

from collections.abc import Iterable
from typing import Final

from portone_guide.gateways.caution_words import CAUTION_SENTENCES
from portone_guide.needs.reason import sentence
from portone_guide.select_pg.choice import Choice, Objection
from portone_guide.select_pg.words import SENTENCES

NOT_KEPT: Final = "고른 곳을 계획에 적지 못했습니다: 쓸 수 있는 폴더에서 하거나 --plan을 적으세요."
NOT_CHOSEN: Final = "아직 정하지 않았습니다."
_MOST: Final = 3


def objection_text(entry: Objection, names: dict[str, str]) -> str:
    """Return what speaks against a choice as a sentence, with whose it is."""
    whose = f"{names[entry.gateway]}: " if entry.gateway else ""
    return f"{whose}{sentence(entry.what, {**CAUTION_SENTENCES, **SENTENCES})}"


def names_of(found: Choice) -> dict[str, str]:
    """Return the names of the chosen gateways by id."""
    return dict(zip(found.gateways, found.names, strict=True))


def ruled_out(found: Choice, anyway: str, select: str) -> tuple[str, ...]:
    """Say why a choice is not kept, and how to keep it all the same."""
    names = names_of(found)
    told = [objection_text(entry, names) for entry in found.ruled_out]
    more = [f"그 밖에 {len(told) - _MOST}가지"] if len(told) > _MOST else []
    said = "\n".join([f"답한 것에 맞지 않아 적지 않았습니다: {' + '.join(found.names)}", *told[:_MOST], *more])
    return said, f"그래도 고르려면: {anyway}", f"맞는 곳 보기: {select}"


def whom(examples: Iterable[str]) -> tuple[str, ...]:
    """Say that it was not said whom, and that nobody is there to ask."""
    told = "어느 결제대행사인지 적지 않았고 물어볼 터미널이 없습니다. 이름을 적으세요(여러 곳이면 모두)."
    return told, *(f"예: {line}" for line in examples)


def undecided(choose: str) -> str:
    """Say that nothing was chosen, and how to choose later."""
    return f"{NOT_CHOSEN} 정하면 적으세요: {choose}"
