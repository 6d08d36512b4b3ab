"""How completely a page was read, and why not."""

import re
from typing import Final

from portone_guide.rules.models.site_sign import SiteSignsFile, Wall
from portone_guide.site.page import Page, WhyNot

UNFILLED: Final = re.compile(r"\{[#?@:=$_.]{0,3}[A-Za-z][\w.$]{1,60}(?:\[[^\]{}\s]{1,40}\])?\}")
"""A mark that a program replaces by a value: ``{name}``, ``{_cfg['name']}``."""
_LITTLE: Final = 200
_NOTHING: Final = 100
_WALL_TEXT: Final = 1500
_REFRESH: Final = re.compile(r"""http-equiv\s*=\s*["']?refresh["']?[^>]{0,200}url\s*=\s*["']?([^"'>\s]{1,500})""", re.I)
_MOVES: Final = re.compile(
    r"""(?:location(?:\.href)?\s*=|location\.(?:replace|assign)\s*\()\s*["']([^"'<>\s]{1,500})["']"""
)
_WALLS: Final[tuple[tuple[Wall, WhyNot], ...]] = (("challenge", "challenge"), ("login", "login"), ("closed", "closed"))


def onward(html: str, page: Page) -> str | None:
    """Return where a page that says nothing itself sends its visitors at once."""
    if found := _REFRESH.search(html[:20_000]):
        return found.group(1)
    letters = _letters(page)
    if letters < _LITTLE:
        for program in page.programs:
            found_all = set(_MOVES.findall(program)) if len(program) < 2000 else set()
            if len(found_all) == 1 and (letters < _NOTHING or "if" not in program):
                return str(found_all.pop())
    return None


def judged(page: Page, html: str, file: SiteSignsFile) -> Page:
    """Return a page with why it could not be read whole, and whether a program may still fill it."""
    fills = page.how != "browser" and (page.fills or _fills(page, file))
    calls = tuple(name for name, call in file.payment_calls.items() if _has(page.programs, call.marks))
    builders = tuple(name for name, row in file.builders.items() if _has((html[:400_000],), row.marks))
    page = page._replace(fills=fills, calls=calls, builders=builders)
    return page._replace(why_not=page.why_not or _why_not(page, html, file))


def _fills(page: Page, file: SiteSignsFile) -> bool:
    loads = any(not _has((address,), file.harmless_scripts) for address in page.loads)
    return loads or _has((text for text in page.programs if not _counts(text, file)), file.filling_scripts)


def _counts(program: str, file: SiteSignsFile) -> bool:
    """Tell whether a program only counts visitors."""
    return len(program) < 3000 and _has((program,), file.harmless_scripts)


def _why_not(page: Page, html: str, file: SiteSignsFile) -> WhyNot | None:
    if wall := _wall(page, html, file):
        return wall
    if page.status is not None and not 200 <= page.status < 300:
        return "status"
    if page.declared is not None and page.how == "static":
        return "broken_letters"
    if not page.lines:
        frames = any(hole.why == "frame" for hole in page.holes)
        return "frame" if frames else "script" if page.programs or page.loads else "empty"
    unfilled = _has((page.text(),), file.templates) or len(UNFILLED.findall(page.text())) >= 2
    if unfilled or any(hole.why == "template" for hole in page.holes):
        return "template"
    if _letters(page) < _NOTHING and page.fills:
        return "script"
    return None


def _wall(page: Page, html: str, file: SiteSignsFile) -> WhyNot | None:
    text = page.text()
    short = len(text) < _WALL_TEXT
    for wall, why in _WALLS:
        if short and _has((text, page.title, *([html] if wall == "challenge" else ())), file.walls[wall]):
            return why
    asks_password = any("password:" in field for form in page.forms for field in form.fields)
    return "login" if asks_password and len(text) < _LITTLE * 2 else None


def _letters(page: Page) -> int:
    return sum(len(line.text) for line in page.lines if line.shown == "yes")


def _has(texts: object, marks: tuple[str, ...]) -> bool:
    return any(mark in text for text in texts for mark in marks)  # type: ignore[attr-defined]
