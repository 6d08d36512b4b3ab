"""The answer of ``explain`` as blocks: one word with its pages, or all with their meaning in short."""

from collections.abc import Iterator
from typing import Final

from portone_guide.explain.answer import Explained
from portone_guide.needs.glossary import in_short
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Screen, Text

TITLE: Final = "화면에 나오는 낱말"
NOT_EXPLAINED: Final = "뜻을 설명하는 출처가 없습니다."


def explained_screen(found: Explained) -> Screen:
    """Return the words that were asked for."""
    return tuple(_all(found) if found.everything else _one(found))


def _one(found: Explained) -> Iterator[Block]:
    for word in found.words.values():
        yield Text(word.name, "strong")
        yield Text(f"{word.means}." if word.means else NOT_EXPLAINED, "normal" if word.means else "warn")
        if word.where:
            yield Text(f"{word.where}.")
        if word.also:
            yield Text(f"다른 말: {', '.join(word.also)}", "dim")
        pages = (found.named.pages[name] for name in word.sources)
        yield Bullets(tuple((f"출처: {page.title} ({page.checked})", page.url) for page in pages), "dim")


def _all(found: Explained) -> Iterator[Block]:
    yield Heading(f"{TITLE} ({len(found.words)}가지)")
    yield Bullets(tuple((word.name, in_short(word)) for word in found.words.values()))
    yield Command("portone-guide explain MID", "한 낱말을 출처와 함께 보려면")
