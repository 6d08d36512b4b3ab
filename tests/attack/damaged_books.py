"""Damage to the book that is kept or shipped: it never answers, and nothing in it runs."""

import os
import pickle
import random
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from portone_guide.rules import loader
from portone_guide.rules.book import FILE_KINDS
from portone_guide.rules.loader import load

CACHE: Final = "portone-guide"


def _said() -> str:
    book = load()
    return repr([getattr(book, kind) for kind in FILE_KINDS])


def _cache() -> Path:
    return Path(os.environ["XDG_CACHE_HOME"]) / CACHE


def flipped_bits_in_the_cache(seed: int, small: bool) -> Iterator[str]:
    """One bit of one file of the cache: every file of the book is what it was."""
    right = _said()
    whole = _cache().with_name("whole")
    shutil.copytree(_cache(), whole)
    yield from _flips(right, _cache(), whole, random.Random(seed), 4 if small else 200)


def flipped_bits_in_the_wheel(seed: int, small: bool) -> Iterator[str]:
    """The same of the book that a wheel brings."""
    right = _said()
    folder, whole = Path("book").absolute(), Path("whole").absolute()
    loader.write_book(folder)
    shutil.copytree(folder, whole)
    loader.shipped_book = lambda: folder
    shutil.rmtree(_cache())
    yield from _flips(right, folder, whole, random.Random(seed), 4 if small else 200)


def _flips(right: str, folder: Path, whole: Path, draw: random.Random, tries: int) -> Iterator[str]:
    for _ in range(tries):
        shutil.rmtree(_cache(), ignore_errors=True)
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(whole, folder)
        file = draw.choice(sorted(path for path in folder.rglob("*") if path.is_file() and path.stat().st_size))
        data = bytearray(file.read_bytes())
        bit = draw.randrange(8 * len(data))
        data[bit // 8] ^= 1 << bit % 8
        file.write_bytes(data)
        try:
            yield "" if _said() == right else f"{file.name}: bit {bit} gave another book"
        except Exception as error:  # the attack goes on
            yield f"{file.name}: bit {bit}: {type(error).__name__}"


class _Bomb:
    def __init__(self, mark: Path) -> None:
        self._mark = mark

    def __reduce__(self) -> object:
        return Path.touch, (self._mark,)


def planted_pickles(seed: int, small: bool) -> Iterator[str]:
    """A program in place of each file of the cache: it does not run."""
    right = _said()
    files = sorted(path for path in _cache().rglob("*") if path.is_file())
    for number, file in enumerate(files[::4] if small else files):
        mark = Path(f"mark{number}").absolute()
        file.write_bytes(pickle.dumps(_Bomb(mark)))
        yield "" if _said() == right and not mark.exists() else f"{file.name}: was run"
