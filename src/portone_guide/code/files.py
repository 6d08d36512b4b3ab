"""The files of a source tree: what is read, and what is left out and why."""

import os
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final, Literal, NamedTuple

from portone_guide.code.languages import SCRIPTS, Language, language_of

Skipped = Literal["ignored", "vendored", "built", "minified", "large", "link", "unreadable", "other"]
"""Why a file (or a whole folder, counted as one) is left out; ``other``: of a kind that is not read."""

LARGEST: Final = 1024 * 1024
_VENDORED: Final = frozenset(
    (
        "node_modules",
        "bower_components",
        "vendor",
        "venv",
        ".venv",
        "site-packages",
        "__pycache__",
        "Pods",
        "jspm_packages",
    )
)
_BUILT: Final = frozenset(
    ("dist", "build", "out", "target", ".next", ".nuxt", ".output", ".svelte-kit", ".turbo", "coverage", ".gradle")
)
_MADE: Final = ("storage/framework", "bootstrap/cache", "public/build", "static/bundles")
_MINIFIED: Final = re.compile(r"[.-]min\.\w+$|\.bundle\.js$|\.chunk\.js$")


class ReadFile(NamedTuple):
    """A file that was read; ``path`` is relative to the tree, with slashes."""

    path: str
    language: Language
    text: str


class Files:
    """A walk over a tree; ``skipped`` counts what was left out once it is over."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.skipped: Counter[Skipped] = Counter()
        self.unread: list[str] = []

    def __iter__(self) -> Iterator[ReadFile]:
        if self.root.is_file():
            yield from self._read(self.root, self.root.name)
            return
        yield from self._folder(self.root, "", _Ignored.above(self.root))

    def _folder(self, folder: Path, relative: str, ignored: "_Ignored") -> Iterator[ReadFile]:
        ignored = ignored.within(folder)
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError:
            self._unreadable(relative)
            return
        for entry in entries:
            path = f"{relative}{entry.name}"
            is_folder = entry.is_dir(follow_symlinks=False)
            if entry.is_symlink():
                self.skipped["link"] += 1
            elif reason := _left_out(path) if is_folder else None:
                self.skipped[reason] += 1
            elif ignored.matches(Path(entry.path), is_folder=is_folder):
                self.skipped["ignored"] += 1
            elif is_folder:
                yield from self._folder(Path(entry.path), f"{path}/", ignored)
            else:
                yield from self._read(Path(entry.path), path)

    def _read(self, file: Path, path: str) -> Iterator[ReadFile]:
        language = language_of(path)
        if language is None:
            self.skipped["other"] += 1
            return
        try:
            large = file.stat().st_size > LARGEST
            data = b"" if large or not file.is_file() else file.read_bytes()
        except OSError:
            self._unreadable(path)
            return
        text = _text(data)
        if large:
            self.skipped["large"] += 1
        elif text is None:
            self._unreadable(path)
        elif _MINIFIED.search(path) or (language in SCRIPTS and len(text) > 5000 and _long_lines(text)):
            self.skipped["minified"] += 1
        else:
            yield ReadFile(path, language, text)

    def _unreadable(self, path: str) -> None:
        self.skipped["unreadable"] += 1
        self.unread.append(path)


def _left_out(path: str) -> Skipped | None:
    name = path.rpartition("/")[2]
    if name in _VENDORED:
        return "vendored"
    if name.startswith(".") and name not in _BUILT:
        return "other"  # what editors, git and others keep there
    return "built" if name in _BUILT or path.endswith(_MADE) else None


def _text(data: bytes) -> str | None:
    """Return the text of a file, one character a place: what needs two in UTF-16 becomes a square."""
    if b"\0" in data:
        return None
    for encoding in ("utf-8-sig", "cp949"):
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        return text if text.isascii() else re.sub(r"[\U00010000-\U0010ffff]", "\u25a1", text)
    return None


def _long_lines(text: str) -> bool:
    return len(text) / (text.count("\n") + 1) > 400


class _Ignored:
    """The .gitignore files that hold in a folder."""

    def __init__(self, specs: tuple[tuple[Path, object], ...]) -> None:
        self._specs = specs

    @classmethod
    def above(cls, root: Path) -> "_Ignored":
        """Return those of the folders above, up to the repository's own."""
        try:
            folders = (root, *root.resolve().parents)
        except OSError:
            return cls(())
        found = next((index for index, folder in enumerate(folders) if (folder / ".git").exists()), 0)
        above = cls(())
        for folder in reversed(folders[1 : found + 1]):
            above = above.within(folder)
        return above

    def within(self, folder: Path) -> "_Ignored":
        """Return these and the one of a folder."""
        try:
            lines = (folder / ".gitignore").read_text("utf-8", "replace").splitlines()
        except OSError:
            return self
        from pathspec import GitIgnoreSpec

        try:
            return _Ignored((*self._specs, (folder.resolve(), GitIgnoreSpec.from_lines(lines))))
        except ValueError:  # a pattern that git would not take either
            return self

    def matches(self, path: Path, *, is_folder: bool) -> bool:
        """Tell whether git leaves a file or folder out; the innermost file that speaks of it decides."""
        for folder, spec in reversed(self._specs):
            relative = os.path.relpath(path.resolve() if not path.is_absolute() else path, folder)
            result = spec.check_file(f"{relative}/" if is_folder else relative)  # type: ignore[attr-defined]
            if result.include is not None:
                return bool(result.include)
        return False
