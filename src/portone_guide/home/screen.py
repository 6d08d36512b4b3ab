"""The home screen: where the merchant stands on the road, what is done, what is next."""

from collections.abc import Iterator

from portone_guide.gateways.barrier_words import BARRIER_SENTENCES
from portone_guide.home.answer import RoadStep, Standing
from portone_guide.home.words import business_days_text
from portone_guide.needs.reason import sentence
from portone_guide.rules.vocabulary import ACTORS
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Screen, Text


def home_screen(found: Standing) -> Screen:
    """Return the home screen."""
    return tuple(_blocks(found))


def _blocks(found: Standing) -> Iterator[Block]:
    yield Heading("포트원으로 첫 결제까지")
    names = [f"[{name}]" if stage == found.stage else name for stage, name in found.stages.items()]
    yield Text(" > ".join(names))
    if not found.plan_exists:
        yield Text("아직 시작하지 않았습니다. 몇 가지만 답하면 계약할 결제대행사를 고를 수 있습니다.")
    if found.chosen_names:
        yield Text(f"고른 결제대행사: {', '.join(found.chosen_names)}")
    if found.host:
        yield Text(f"{sentence(found.host, BARRIER_SENTENCES)}. 아래는 포트원으로 직접 계약할 때의 순서입니다.", "warn")
    if found.overdue:
        _, step, due = found.overdue
        yield Text(f"늦어지고 있음: {step.title} - {due}까지였습니다. {ACTORS[step.actor]}에 물어보세요.", "bad")
    if found.next:
        yield from _next(found.next, hosted=bool(found.host))
    else:
        yield Text("모든 단계를 끝냈습니다.", "good")
        yield Command("portone-guide need-new-mid", "바꿀 것이 생기면 확인하세요")
    if found.done:
        yield Heading("끝낸 일")
        yield Bullets(tuple(f"{entry.step.title} ({entry.on})" for entry in found.done))
    if found.later:
        yield Heading("그다음")
        yield Bullets(tuple(f"{step.title} ({ACTORS[step.actor]}) - {name}" for name, step in found.later))


def _next(upcoming: RoadStep, *, hosted: bool) -> Iterator[Block]:
    name, step = upcoming
    yield Heading("다음에 할 일")
    if hosted:
        yield Text("쇼핑몰을 만든 호스팅사의 관리자 화면이나 고객센터에서 결제대행사 계약을 신청하세요.", "good")
        return
    yield Text(f"{step.title} ({ACTORS[step.actor]})", "good")
    yield Text(step.what)
    if step.where:
        yield Text(f"어디서: {step.where}")
    if step.days:
        yield Text(f"걸리는 시간: {business_days_text(step.days)}")
    if step.command:
        yield Command(step.command, "이렇게 하세요")
    yield Command(f"portone-guide done {name}", "끝냈으면 적어 두세요")
