"""Every source page with its age."""

from portone_guide.facts.rules.answer import SourceList
from portone_guide.facts.rules.words import age_text
from portone_guide.terminal.blocks import Bullets, Heading, Screen, Text


def sources_screen(found: SourceList) -> Screen:
    """Return every source page with its age, the oldest first."""
    old = sum(age.old for age in found.pages)
    if old:
        oldest = found.pages[0].source.checked
        told = Text(
            f"오래됨: {old}쪽은 내용이 {found.old_after_days}일 넘었습니다 (가장 오래된 것 {oldest}). "
            "새 사본을 읽고 sources.yaml의 checked를 고치세요.",
            "warn",
        )
    else:
        told = Text(f"내용이 {found.old_after_days}일 넘은 쪽은 없습니다.", "good")
    items = tuple((f"{age.id}: {age.source.title} ({age_text(age)})", age.source.url) for age in found.pages)
    return (Heading(f"출처 {len(found.pages)}쪽 ({found.on} 기준)"), told, Text(""), Bullets(items))
