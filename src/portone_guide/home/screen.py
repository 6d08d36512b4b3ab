"""The home screen: where the merchant stands on the road, what is done, what is next."""

from collections.abc import Iterator
from typing import Any

from portone_guide.home.decide import Progress
from portone_guide.plan.model import Plan
from portone_guide.rules.book import RuleBook
from portone_guide.rules.vocabulary import ACTORS
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Screen, Text

SCHEMA_VERSION = 1


def home_screen(plan: Plan, progress: Progress, book: RuleBook, *, plan_exists: bool) -> Screen:
    """Return the home screen."""
    return tuple(_blocks(plan, progress, book, plan_exists=plan_exists))


def _blocks(plan: Plan, progress: Progress, book: RuleBook, *, plan_exists: bool) -> Iterator[Block]:
    file = book.roadmap
    yield Heading("포트원으로 첫 결제까지")
    names = [f"[{name}]" if stage == progress.stage else name for stage, name in file.stages.items()]
    yield Text(" > ".join(names))
    if not plan_exists:
        yield Text("아직 시작하지 않았습니다. 몇 가지만 답하면 계약할 결제대행사를 고를 수 있습니다.")
    chosen = [book.pg_methods.gateways[name].name for name in plan.chosen if name in book.pg_methods.gateways]
    if chosen:
        yield Text(f"고른 결제대행사: {', '.join(chosen)}")
    if progress.overdue:
        _, step, due = progress.overdue
        yield Text(f"늦어지고 있음: {step.title} - {due}까지였습니다. {ACTORS[step.actor]}에 물어보세요.", "bad")
    if progress.next:
        name, step = progress.next
        yield Heading("다음에 할 일")
        yield Text(f"{step.title} ({ACTORS[step.actor]})", "good")
        yield Text(step.what)
        if step.where:
            yield Text(f"어디서: {step.where}")
        if step.days:
            yield Text(f"걸리는 시간: 영업일 {_span(step.days.min, step.days.max)}")
        if step.command:
            yield Command(step.command, "이렇게 하세요")
        yield Command(f"portone-guide done {name}", "끝냈으면 적어 두세요")
    else:
        yield Text("모든 단계를 끝냈습니다. 바꿀 것이 생기면 portone-guide need-new-mid로 확인하세요.", "good")
    if progress.done:
        yield Heading("끝낸 일")
        yield Bullets(tuple(f"{step.title} ({when})" for _, step, when in progress.done))
    if progress.later:
        yield Heading("그다음")
        yield Bullets(tuple(f"{step.title} ({ACTORS[step.actor]}) - {name}" for name, step in progress.later))


def _span(low: int, high: int) -> str:
    return f"{low}일" if low == high else f"{low}~{high}일"


def home_json(plan: Plan, progress: Progress) -> dict[str, Any]:
    """Return the home screen as one object."""
    return {
        "schema_version": SCHEMA_VERSION,
        "stage": progress.stage,
        "chosen": list(plan.chosen),
        "done": [{"step": name, "on": when.isoformat()} for name, _, when in progress.done],
        "next": None
        if progress.next is None
        else {
            "step": progress.next[0],
            "title": progress.next[1].title,
            "actor": progress.next[1].actor,
            "command": progress.next[1].command,
        },
        "overdue": None
        if progress.overdue is None
        else {"step": progress.overdue[0], "due": progress.overdue[2].isoformat()},
    }
