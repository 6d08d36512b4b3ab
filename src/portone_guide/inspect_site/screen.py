"""What was seen of a site, on a screen: what a reviewer would stop at first."""

from collections.abc import Iterable, Iterator
from typing import Final

from portone_guide.inspect_site.answer import CheckedItem, Inspection, Sign
from portone_guide.inspect_site.section_words import SECTIONS
from portone_guide.inspect_site.words import MANNER_NAMES, VERDICT_NAMES, WHY_NOT, sign_line, told
from portone_guide.rules.korean_particles import with_particle
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Page, Part, Screen, Section, Text

_FIRST: Final = 4


def inspection_page(found: Inspection) -> Page:
    """Return the whole answer: what would stop a review on one screen, everything by sections."""
    return Page(
        tuple(_first(found)), tuple(_sections(found)), (Command("portone-guide checklist", "남은 것을 확인하세요"),)
    )


def inspection_screen(found: Inspection) -> Screen:
    """Return the whole answer to hand to a colleague."""
    page = inspection_page(found)
    return (Heading(f"사이트 점검: {found.target}"), *page.whole())


def _first(found: Inspection) -> Iterator[Part]:
    whole = sum(page.complete for page in found.pages)
    yield Part(
        (Text(f"{found.target}: {len(found.pages)}쪽을 읽음 (온전히 {whole}쪽). 읽은 범위에서 말합니다.", "strong"),)
    )
    failed = _failed(found)
    if failed:
        lines = tuple(f"{entry.item.title}: {told(entry.reason, found)}" for entry in failed[:_FIRST])
        more = (f"그 밖에 {len(failed) - _FIRST}가지",) if len(failed) > _FIRST else ()
        yield Part(
            (Text(f"심사에서 걸릴 것 {len(failed)}가지", "bad"), Bullets((*lines, *more), "bad")), 8, repeats=True
        )
    elif whole:
        yield Part((Text("읽은 것 가운데 심사에서 걸릴 것은 보지 못했습니다.", "good"),), 8)
    wrong = {entry.signs[0] for entry in failed if len(entry.signs) == 1}
    fine = [found.names[sign.id] for sign in found.signs if _fine(sign) and sign.id not in wrong]
    if fine:
        yield Part((Text(f"보이는 것: {', '.join(fine)}"),), 5, repeats=True)
    unread = [sign for sign in found.signs if sign.state == "unreadable"]
    if unread:
        yield Part((Text(f"읽지 못한 것: {', '.join(_by_reason(unread, found))}", "warn"),), 7, repeats=True)
    for limit in found.limits:
        if limit.code == "limit.no_browser":
            yield Part((Text(told(limit, found), "warn"),), 7, repeats=True)
    if found.hints.builders or found.hints.industries:
        yield Part((Text(_hint_line(found), "dim"),), 2, repeats=True)


def _failed(found: Inspection) -> list[CheckedItem]:
    return sorted(
        (entry for entry in found.checklist if entry.verdict == "fail"),
        key=lambda entry: (not entry.item.reviews, not entry.item.required),
    )


def _fine(sign: Sign) -> bool:
    return sign.state == "found" and sign.id not in {"zero_price", "test_names"} and sign.reason is None


def _by_reason(signs: Iterable[Sign], found: Inspection) -> list[str]:
    grouped: dict[str, list[str]] = {}
    for sign in signs:
        grouped.setdefault(told(sign.reason, found) if sign.reason else "", []).append(found.names[sign.id])
    return [f"{'·'.join(names)}({why})" if why else "·".join(names) for why, names in grouped.items()]


def _hint_line(found: Inspection) -> str:
    builders = [name for _, name in found.hints.builders]
    industries = [hint.name for hint in found.hints.industries]
    parts = [f"만든 도구: {', '.join(builders)}"] if builders else []
    parts += [f"업종을 확인하세요: {', '.join(industries)}"] if industries else []
    return " / ".join(parts)


def _sections(found: Inspection) -> Iterator[Section]:
    made = {
        "fix": tuple(_fixes(found)),
        "open": tuple(_open(found)),
        "signs": (Bullets(tuple((sign_line(sign, found), *_evidence(sign)) for sign in found.signs)),),
        "items": tuple(_items(found)),
        "pages": tuple(_pages(found)),
        "hints": tuple(_hints(found)),
    }
    for name, blocks in made.items():
        if blocks:
            yield Section(name, SECTIONS[name], blocks)


def _fixes(found: Inspection) -> Iterator[Block]:
    failed = _failed(found)
    if failed:
        yield Bullets(
            tuple(
                (f"{entry.item.title}: {told(entry.reason, found)}", f"할 일: {entry.item.fix}", *_proof(entry, found))
                for entry in failed
            ),
            "bad",
        )


def _open(found: Inspection) -> Iterator[Block]:
    left = [entry for entry in found.checklist if entry.verdict == "check"]
    if left:
        yield Bullets(tuple(f"{entry.item.title}: {told(entry.reason, found)}" for entry in left), "warn")
    if found.limits:
        yield Bullets(tuple(told(limit, found) for limit in found.limits), "dim")


def _proof(entry: CheckedItem, found: Inspection) -> tuple[str, ...]:
    bad = {"not_found", "label_only"}
    signs = [found.sign(name) for name in entry.signs]
    return tuple(sign_line(sign, found) for sign in signs if sign.state in bad)


def _evidence(sign: Sign) -> tuple[str, ...]:
    return tuple(f"{MANNER_NAMES[seen.how]}: '{seen.quote}' - {seen.page}" for seen in sign.where)


def _items(found: Inspection) -> Iterator[Block]:
    rows = found.checklist
    yield Bullets(tuple(f"[{VERDICT_NAMES[row.verdict]}] {row.item.title}: {told(row.reason, found)}" for row in rows))


def _pages(found: Inspection) -> Iterator[Block]:
    lines = []
    for page in found.pages:
        status = f" (HTTP {page.status})" if page.status not in {None, 200} else ""
        lines.append(f"{page.url}{status}{f': {WHY_NOT[page.why_not]}' if page.why_not else ''}")
    yield Bullets(tuple(lines))


def _hints(found: Inspection) -> Iterator[Block]:
    hints = found.hints
    lines = [f"만든 도구: {name}" for _, name in hints.builders]
    lines += [f"{call.name}: {'호출이 보임' if call.called else '불러오기만 보임'}" for call in hints.calls]
    lines += [f"{hint.name}인지 확인: '{hint.quote}' - {hint.page}" for hint in hints.industries]
    lines += [
        f"글자 모음이 {with_particle(name, '이라고')} 하지만 다름: 브라우저에서 깨져 보임 - {url}"
        for url, name in hints.declared
    ]
    if lines:
        yield Bullets(tuple(lines))
