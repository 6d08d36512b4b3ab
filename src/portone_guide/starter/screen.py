"""``code`` on a screen: what was written, what to type next, and what is not in it."""

from collections.abc import Iterator, Mapping
from typing import Final

from portone_guide.starter.answer import Project, Written
from portone_guide.starter.section_words import SECTIONS
from portone_guide.starter.words import NOTHING_TO_WRITE, hint, missing_line, money_lines, remark_lines, why
from portone_guide.terminal.blocks import Block, Bullets, Code, Command, Heading, Page, Part, Section, Text

_SHOWN: Final = 3
"""How many of the things that are missing the first view tells."""


def written_page(written: Written) -> Page:
    """Return a project that was written."""
    return Page(tuple(_first(written)), tuple(_sections(written.project, written)), tuple(_next()))


def printed_page(project: Project, files: Mapping[str, str]) -> Page:
    """Return the files of a project that is not written."""
    what = f"{project.stack.name}, 포트원 {project.portone.upper()}"
    names = Code("sh", "\n".join(tree(tuple(files))))
    first = Part((Heading("코드 만들기"), Text(f"쓰지 않고 보이기만 합니다: {what}."), names))
    texts = tuple(block for name, text in files.items() for block in (Heading(name), Code("", text)))
    return Page((first,), (Section("files", SECTIONS["files"], texts), *_sections(project, None)))


def nothing_page(project: Project) -> Page:
    """Return why nothing was written."""
    told = why(project.host) + "." if project.host else NOTHING_TO_WRITE
    lines: tuple[Block, ...] = (Text(told, "warn"), *_missing(project))
    return Page((Part((Heading("코드 만들기"), *lines)),), tuple(_sections(project, None)))


def _first(written: Written) -> Iterator[Part]:
    project = written.project
    what = f"{project.stack.name}, 포트원 {project.portone.upper()}"
    yield Part((Heading("코드 만들기"), Text(f"{written.folder}에 만들었습니다: {what}.", "good")))
    yield Part(
        (Text(f"파일 {len(written.files)}개: {', '.join(in_short(written.files))}", "dim"),), rank=3, repeats=True
    )
    yield Part(
        (
            Text(".env.example을 .env로 복사해 값을 적고:"),
            Code("sh", "\n".join((f"cd {written.folder}", *project.stack.start))),
            Text(f"그다음 http://localhost:{project.stack.port} 을 엽니다. 자세한 것은 README.md에."),
        ),
    )
    if project.missing:
        lines = tuple(map(missing_line, project.missing))
        more = (f"그 밖에 {len(lines) - _SHOWN}가지",) if len(lines) > _SHOWN else ()
        yield Part((Heading("없는 것"), Bullets((*lines[:_SHOWN], *more), "warn")), rank=8, repeats=True)


def _sections(project: Project, written: Written | None) -> Iterator[Section]:
    if written:
        yield Section("files", SECTIONS["files"], (Code("sh", "\n".join(tree(written.files))),))
        lines = tuple((setting.variable, hint(setting, project)) for setting in project.channels)
        yield Section("settings", SECTIONS["settings"], (Bullets(lines),))
        money = tuple(line for entry in project.money for line in money_lines(entry, project))
        yield Section("money", SECTIONS["money"], (Bullets(money),))
        if remarks := tuple(remark_lines(project)):
            yield Section("remarks", SECTIONS["remarks"], (Bullets(remarks, "warn"),))
    if project.missing:
        yield Section("missing", SECTIONS["missing"], tuple(_missing(project)))
    if project.sources:
        yield Section("sources", SECTIONS["sources"], (Bullets(tuple(project.named.urls(project.sources))),))


def _missing(project: Project) -> Iterator[Block]:
    if project.missing:
        yield Bullets(tuple(map(missing_line, project.missing)), "warn")


def _next() -> Iterator[Command]:
    yield Command("portone-guide go-live scan", "그 폴더에서, 실제 결제를 받기 전에")


def in_short(paths: tuple[str, ...]) -> Iterator[str]:
    """Yield the files at the top, and each folder with how many files it has."""
    folders: dict[str, int] = {}
    for path in paths:
        top, slash, _ = path.partition("/")
        if slash:
            folders[top] = folders.get(top, 0) + 1
        else:
            yield top
    for name, count in folders.items():
        yield f"{name}/ ({count}개)"


def tree(paths: tuple[str, ...]) -> Iterator[str]:
    """Yield the paths of files as a tree: a folder's own line once, what is in it under it."""
    shown: list[str] = []
    for path in paths:
        *folders, name = path.split("/")
        common = 0
        while common < min(len(folders), len(shown)) and folders[common] == shown[common]:
            common += 1
        for depth in range(common, len(folders)):
            yield f"{'  ' * depth}{folders[depth]}/"
        shown = folders
        yield f"{'  ' * len(folders)}{name}"
