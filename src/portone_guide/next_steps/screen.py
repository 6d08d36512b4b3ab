"""The road on a terminal: the dates first, then each step, then what each gateway wants, then the code."""

from collections.abc import Iterator

from portone_guide.gateways.page_words import page_lines
from portone_guide.next_steps.answer import Goal, NextSteps, RoadStep, Unknown
from portone_guide.next_steps.channels_screen import live_blocks, test_blocks
from portone_guide.next_steps.code_screen import change_blocks, document_samples, sample_blocks
from portone_guide.next_steps.contract_screen import contract_blocks, opening_blocks
from portone_guide.next_steps.gantt import gantt
from portone_guide.next_steps.host_screen import host_screen
from portone_guide.next_steps.words import (
    PORTONE_SUPPORT,
    STAGE_NAMES,
    dates_words,
    day_words,
    duration_words,
    legend,
    places_to_ask,
    told,
    versions_words,
    why_version,
)
from portone_guide.rules.vocabulary import ACTORS
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Screen, Text, Tone


def next_steps_screen(answer: NextSteps, *, width: int | None) -> Screen:
    """Return the whole road; ``width`` None leaves the picture out."""
    if answer.host:
        return host_screen(answer, answer.host)
    picture = tuple(_picture(answer, width)) if width else ()
    return (*_summary(answer), *picture, *_road(answer), *sample_blocks(answer), *_end(answer))


def next_steps_document(answer: NextSteps) -> Screen:
    """Return the road to hand to a colleague: without the picture, the samples at the end."""
    if answer.host:
        return host_screen(answer, answer.host)
    return (*_summary(answer), *_road(answer), *_end(answer), *document_samples(answer))


def _picture(answer: NextSteps, width: int) -> Iterator[Block]:
    lines = gantt(answer, width)
    if lines:
        yield Heading("한눈에 보기")
        yield from (Text(line) for line in lines)
        yield Text(legend(backward=answer.schedule.backward), "dim")


def _road(answer: NextSteps) -> Iterator[Block]:
    yield from _steps(answer)
    yield from test_blocks(answer)
    yield from contract_blocks(answer)
    yield from live_blocks(answer)
    yield from change_blocks(answer)


def _end(answer: NextSteps) -> Iterator[Block]:
    yield from opening_blocks(answer)
    if answer.unknowns:
        yield Heading("출처에 없어 물어볼 것")
        yield Bullets(tuple(_question(entry, answer) for entry in answer.unknowns))
    yield Heading("출처")
    yield Bullets(page_lines(answer.named, answer.sources))
    yield from _next(answer)


def _summary(answer: NextSteps) -> Iterator[Block]:
    wishes = answer.wishes
    names = [answer.named.name(name) for name in wishes.gateways]
    yield Heading(f"{' + '.join(names)}: 첫 결제까지" if names else "첫 결제까지 (결제대행사를 정하기 전)")
    yield from _versions(answer)
    if not answer.schedule.backward:
        start = wishes.start or wishes.today
        from_today = "" if wishes.start else ", 오늘"
        lived = any(answer.schedule.of(step).state == "done" for step in answer.steps)
        yield Text(
            "끝낸 단계의 날짜부터 셌습니다."
            if lived
            else f"신청하는 날: {day_words(start)}{from_today} (--start로 바꿈)"
        )
        if start < wishes.today and not lived:
            yield Text("신청하는 날이 이미 지났습니다.", "warn")
            yield Command("portone-guide done apply", "신청했으면 적어 두세요")
        last = answer.schedule.of(answer.steps[-1])
        if last.state == "open":
            yield Text(f"열 수 있는 날: {dates_words(last, backward=False)}", "good")
            if last.end_latest is None:
                yield Text("빠른 날은 기간을 모르는 단계를 세지 않은 것이라, 실제로는 더 늦습니다.", "warn")
    if answer.goal:
        yield from _goal(answer.goal)
    yield Text("날짜는 한국 영업일(토·일·공휴일·대체공휴일 제외)로 셌습니다.", "dim")
    for caution in answer.cautions:
        whose = f"{answer.named.name(caution.gateway)}: " if caution.gateway else ""
        yield Text(f"주의 - {whose}{told(caution.what)}", "warn")


def _versions(answer: NextSteps) -> Iterator[Block]:
    change = "" if answer.wishes.requirements.portone else " (바꾸려면: --portone v1 또는 v2)"
    if not answer.channels:
        yield Text(f"포트원 버전: {versions_words(answer.versions)}{change}")
    many = len(answer.channels) > 1
    for entry in answer.channels:
        whose = f"{answer.named.name(entry.gateway)} " if many else ""
        yield Text(f"{whose}포트원 버전: {entry.version.upper()} - {why_version(entry.why)}{change}")


def _goal(goal: Goal) -> Iterator[Block]:
    yield Text(f"열고 싶은 날: {day_words(goal.open_by)}")
    if goal.step is None:
        yield Text("계약부터 여는 일까지 모두 끝났습니다.", "good")
        return
    doing = "신청" if goal.step.applies else f"'{goal.step.title}'"
    if goal.verdict == "past":
        yield Text(
            f"이미 늦었습니다: {doing}의 마지막 날이 {day_words(goal.apply_latest)}였습니다. "
            f"지금 시작하면 빨라야 {day_words(goal.earliest_opening)}에 엽니다.",
            "bad",
        )
    else:
        yield Text(
            f"{doing}하는 마지막 날: {day_words(goal.apply_by)} (출처의 긴 기간으로 셈), "
            f"아주 빠듯하게는 {day_words(goal.apply_latest)}",
            "warn" if goal.verdict == "tight" else "good",
        )
        if goal.verdict == "tight":
            yield Text("긴 기간이 걸리면 그날 열 수 없습니다: 지금 바로 하세요.", "warn")
    if goal.unknown:
        yield Text(f"기간을 모르는 단계({', '.join(goal.unknown)})만큼 더 일찍 해야 합니다.", "warn")


def _steps(answer: NextSteps) -> Iterator[Block]:
    many = len(answer.wishes.gateways) > 1
    number = 0
    for stage, name in STAGE_NAMES.items():
        steps = [step for step in answer.steps if step.stage == stage]
        if not steps:
            continue
        yield Heading(f"순서: {name}")
        if stage == "test":
            yield Text("계약을 기다리지 않고 지금 할 수 있습니다. 계약과 함께 진행하세요.")
        if stage == "contract" and many:
            yield Text("계약은 결제대행사마다 따로이고, 함께 진행할 수 있습니다.")
        for step in steps:
            number += 1
            whose = f"[{answer.named.name(step.lane)}] " if step.lane and (many or step.own) else ""
            dates = answer.schedule.of(step)
            tone: Tone = "dim" if dates.state != "open" else "bad" if dates.overdue else "good"
            yield Text(f"{number}. {whose}{step.title} ({ACTORS[step.actor]})", tone)
            yield Bullets(tuple(_facts(step, answer)))


def _facts(step: RoadStep, answer: NextSteps) -> Iterator[str]:
    yield f"언제: {dates_words(answer.schedule.of(step), backward=answer.schedule.backward)}"
    yield f"기간: {'신청하는 날' if step.applies and step.days is None else duration_words(step)}"
    yield f"할 일: {step.what}"
    if step.where:
        yield f"어디서: {step.where}"
    if step.prepare:
        yield f"준비물: {', '.join(step.prepare)}"
    if step.next:
        yield f"다음: {step.next}"


def _question(entry: Unknown, answer: NextSteps) -> tuple[str, str]:
    whose = f"{answer.named.name(entry.gateway)}: " if entry.gateway else ""
    return f"{whose}{told(entry.what)}", f"물어볼 곳: {' · '.join(places_to_ask(entry, answer)) or PORTONE_SUPPORT}"


def _next(answer: NextSteps) -> Iterator[Block]:
    waiting = [step for step in answer.steps if answer.schedule.of(step).state == "open"]
    yield Heading("다음에 할 일")
    if not answer.wishes.gateways:
        yield Command("portone-guide select-pg", "계약할 곳을 먼저 고르면 그곳의 절차까지 보입니다")
        return
    marked = next((step for step in waiting if step.general), None)
    if marked is None:
        yield Text("모든 단계를 끝냈습니다.", "good")
        return
    yield Command(f"portone-guide done {marked.general}", f"'{marked.title}'을(를) 끝냈으면 적어 두세요")
    names = " ".join(f"--gateway {name}" for name in answer.wishes.gateways)
    yield Command(f"portone-guide next-steps {names} --format ics > road.ics", "달력에 넣으려면")
