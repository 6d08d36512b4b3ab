"""The home screen: where the merchant stands on the road, what is done, what is next."""

from collections.abc import Iterator

from portone_guide.gateways.host_screen import HOST_END, host_parts, host_sources
from portone_guide.home.answer import RoadStep, Standing
from portone_guide.home.section_words import SECTIONS
from portone_guide.home.words import business_days_text
from portone_guide.rules.vocabulary import ACTORS
from portone_guide.terminal.blocks import Block, Bullets, Command, Page, Part, Section, Text


def home_page(found: Standing) -> Page:
    """Return where the merchant stands: what is next on one screen, what was and what comes by sections."""
    parts = [Part(tuple(_where(found)))]
    if found.host:
        told = (*_sections(found), host_sources(found.host, found.named))
        return Page((*parts, *host_parts(found.host, found.named)), told, HOST_END)
    if found.next:
        parts.append(Part(tuple(_next(found.next))))
    else:
        following = Command("portone-guide need-new-mid", "바꿀 것이 생기면 확인하세요")
        parts.append(Part((Text("모든 단계를 끝냈습니다.", "good"), following)))
    return Page((*parts, *_line_of_road(found)), tuple(_sections(found)))


def _where(found: Standing) -> Iterator[Block]:
    yield Text("포트원으로 첫 결제까지", "strong")
    names = [f"[{name}]" if stage == found.stage else name for stage, name in found.stages.items()]
    yield Text(" > ".join(names))
    if not found.plan_exists:
        yield Text("아직 시작하지 않았습니다. 몇 가지만 답하면 계약할 결제대행사를 고를 수 있습니다.")
    if found.chosen_names:
        yield Text(f"고른 결제대행사: {', '.join(found.chosen_names)}")
    if found.overdue:
        _, step, due = found.overdue
        yield Text(f"늦어지고 있음: {step.title} - {due}까지였습니다. {ACTORS[step.actor]}에 물어보세요.", "bad")


def _line_of_road(found: Standing) -> Iterator[Part]:
    """Yield how much is done and what comes after, a line each."""
    if found.done:
        last = found.done[-1]
        yield Part(
            (Text(f"끝낸 일 {len(found.done)}가지, 마지막: {last.step.title} ({last.on})", "dim"),), 5, repeats=True
        )
    if found.later:
        coming = f"그다음: {found.later[0].step.title}"
        more = f" 외 {len(found.later) - 1}가지" if len(found.later) > 1 else ""
        yield Part((Text(f"{coming}{more}", "dim"),), rank=6, repeats=True)


def _sections(found: Standing) -> Iterator[Section]:
    if found.done:
        yield Section(
            "done", SECTIONS["done"], (Bullets(tuple(f"{entry.step.title} ({entry.on})" for entry in found.done)),)
        )
    if found.later and not found.host:
        later = tuple(f"{step.title} ({ACTORS[step.actor]}) - {name}" for name, step in found.later)
        yield Section("later", SECTIONS["later"], (Bullets(later),))


def _next(upcoming: RoadStep) -> Iterator[Block]:
    name, step = upcoming
    yield Text(f"다음에 할 일: {step.title} ({ACTORS[step.actor]})", "good")
    yield Text(step.what)
    if step.where:
        yield Text(f"어디서: {step.where}")
    if step.days:
        yield Text(f"걸리는 시간: {business_days_text(step.days)}")
    if step.command:
        yield Command(step.command, "이렇게 하세요")
    yield Command(f"portone-guide done {name}", "끝냈으면 적어 두세요")
