"""What to do after the checklist: what home and ``next-steps`` say comes next, and what completes its own step."""

from collections.abc import Iterator

from portone_guide.checklist.answer import REVIEWS, Checklist
from portone_guide.road.answer import CHOICE, SITE, Progress

_AGAIN = "portone-guide checklist"


def following(checked: Checklist, ahead: Progress) -> Iterator[tuple[str, str]]:
    """Yield each command to type with why."""
    if checked.host:
        return
    ready = all(checked.ready[review] == "yes" for review in REVIEWS)
    if ahead.states[SITE, None] == "open":
        if not ready:
            yield _AGAIN, "고친 뒤 다시 확인하세요 (답한 것은 기억합니다)"
            return
        yield f"portone-guide done {SITE}", "준비가 끝났습니다. 적어 두면 다음 할 일로 넘어갑니다"
        if ahead.now and ahead.now.id == CHOICE:
            yield "portone-guide select-pg", "계약할 곳을 아직 고르지 않았습니다"
        return
    if not ready:
        yield f"portone-guide undo {SITE}", "끝낸 것으로 적었지만 남은 것이 있습니다. 다시 할 일로 돌리려면"
    if ahead.now:
        line = ahead.now.command or f"portone-guide done {ahead.now.name}"
        yield line, f"다음에 할 일: {ahead.now.title}"
