"""The home screen: where the merchant stands on the road, what is done, what is next."""

from collections.abc import Iterator
from typing import Final

from portone_guide.gateways.host_screen import HOST_END, host_parts, host_sources
from portone_guide.home.answer import Standing
from portone_guide.home.section_words import SECTIONS
from portone_guide.road.answer import CHOICE, RoadStep, Waited
from portone_guide.road.words import business_days_text, step_label, waited_line
from portone_guide.rules.vocabulary import ACTORS
from portone_guide.terminal.blocks import Block, Bullets, Command, Page, Part, Section, Text

_OTHERS_SHOWN: Final = 2


def home_page(found: Standing) -> Page:
    """Return where the merchant stands: what is next on one screen, what was and what comes by sections."""
    parts = [Part(tuple(_where(found)))]
    if found.host:
        told = (*_sections(found), host_sources(found.host, found.named))
        return Page((*parts, *host_parts(found.host, found.named)), told, HOST_END)
    if found.next:
        parts.append(Part(tuple(_next(found.next, found))))
    else:
        following = Command("portone-guide need-new-mid", "바꿀 것이 생기면 확인하세요")
        parts.append(Part((Text("모든 단계를 끝냈습니다.", "good"), following)))
    return Page((*parts, *_beside(found), *_line_of_road(found)), tuple(_sections(found)))


def _where(found: Standing) -> Iterator[Block]:
    yield Text("포트원으로 첫 결제까지", "strong")
    names = [f"[{name}]" if stage == found.stage else name for stage, name in found.stages.items()]
    yield Text(" > ".join(names))
    if not found.plan_exists:
        yield Text("아직 시작하지 않았습니다. 몇 가지만 답하면 계약할 결제대행사를 고를 수 있습니다.")
    if found.chosen_names:
        yield Text(f"고른 결제대행사: {', '.join(found.chosen_names)}")
    for entry in () if found.host else found.late[:_OTHERS_SHOWN]:
        yield Text(waited_line(entry, found.named.gateways), "bad")
        yield _mail(entry)


def _mail(entry: Waited) -> Command:
    return Command(f"portone-guide waiting {entry.step.name} --mail", "보낼 메일")


def _beside(found: Standing) -> Iterator[Part]:
    """Yield what else can be done now, and what is waited for."""
    for number, step in enumerate(found.also[:_OTHERS_SHOWN]):
        what = Text(f"함께 할 수 있는 일: {_titled(step, found)}")
        yield Part((what, _done(step)), 8 - number, repeats=True)
    if (more := len(found.also) - _OTHERS_SHOWN) > 0:
        yield Part((Text(f"그 밖에 할 수 있는 일 {more}가지: --section now", "dim"),), 5, repeats=True)
    waited = [entry for entry in found.waited if entry.noted and not entry.late]
    if waited:
        lines = tuple(waited_line(entry, found.named.gateways) for entry in waited)
        yield Part((Text("기다리는 일:"), Bullets(lines)), 7, repeats=True)


def _line_of_road(found: Standing) -> Iterator[Part]:
    """Yield how much is done and what comes after, a line each."""
    if found.done:
        last = max(found.done, key=lambda entry: entry.on)
        told = f"끝낸 일 {len(found.done)}가지, 마지막: {step_label(last.step, found.named.gateways)} ({last.on})"
        yield Part((Text(told, "dim"),), 5, repeats=True)
    if found.later:
        coming = f"그다음: {step_label(found.later[0], found.named.gateways)}"
        more = f" 외 {len(found.later) - 1}가지" if len(found.later) > 1 else ""
        yield Part((Text(f"{coming}{more}", "dim"),), rank=6, repeats=True)


def _sections(found: Standing) -> Iterator[Section]:
    gateways = found.named.gateways
    if found.also and not found.host:
        blocks = [block for step in found.also for block in (Text(_titled(step, found)), _done(step))]
        yield Section("now", SECTIONS["now"], tuple(blocks))
    if found.waited and not found.host:
        blocks = [block for entry in found.waited for block in (Text(waited_line(entry, gateways)), _mail(entry))]
        yield Section("waiting", SECTIONS["waiting"], tuple(blocks))
    if found.done:
        lines = tuple(f"{step_label(step, gateways)} ({on})" for step, on in found.done)
        yield Section("done", SECTIONS["done"], (Bullets(lines),))
    if found.later and not found.host:
        later = tuple(f"{_titled(step, found)} - {step.name}" for step in found.later)
        yield Section("later", SECTIONS["later"], (Bullets(later),))


def _titled(step: RoadStep, found: Standing) -> str:
    return f"{step_label(step, found.named.gateways)} ({ACTORS[step.actor]})"


def _done(step: RoadStep) -> Command:
    return Command(f"portone-guide done {step.name}", "끝냈으면 적어 두세요")


def _next(step: RoadStep, found: Standing) -> Iterator[Block]:
    yield Text(f"다음에 할 일: {_titled(step, found)}", "good")
    yield Text(step.what)
    if step.where:
        yield Text(f"어디서: {step.where}")
    if step.days:
        yield Text(f"걸리는 시간: {business_days_text(step.days)}")
    if step.command:
        yield Command(step.command, "이렇게 하세요")
    if step.id == CHOICE:
        yield Command("portone-guide choose", "이미 정했으면 이름을 붙여 적으세요")
    else:
        yield _done(step)
