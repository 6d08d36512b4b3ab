"""Every source page with its age."""

from portone_guide.facts.rules.answer import SourceList
from portone_guide.facts.rules.words import age_text
from portone_guide.terminal.blocks import Bullets, Heading, Screen, Text


def sources_screen(found: SourceList) -> Screen:
    """Return every source page with its age, the oldest first."""
    old = sum(age.old for age in found.pages)
    if old:
        text = f"오래됨: {found.old_after_days}일이 넘은 {old}쪽은 다시 읽고 sources.yaml의 checked를 고치세요."
        told = Text(text, "warn")
    else:
        told = Text(f"{found.old_after_days}일 넘게 다시 확인하지 않은 쪽은 없습니다.", "good")
    items = tuple((f"{age.id}: {age.source.title} ({age_text(age)})", age.source.url) for age in found.pages)
    return (Heading(f"출처 {len(found.pages)}쪽 ({found.on} 기준)"), told, Text(""), Bullets(items))
