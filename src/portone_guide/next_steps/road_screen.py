"""The road itself on a terminal: versions, the day of opening, and every step with its dates."""

from collections.abc import Iterator

from portone_guide.gateways.caution_words import versions_words
from portone_guide.next_steps.answer import Goal, NextSteps, other_command, stage_of
from portone_guide.next_steps.words import (
    LATER,
    STAGE_NAMES,
    dates_words,
    day_words,
    duration_words,
    step_dates,
    told,
    why_version,
)
from portone_guide.road.answer import RoadStep
from portone_guide.rules.vocabulary import ACTORS
from portone_guide.terminal.blocks import Block, Bullets, Command, Heading, Text, Tone


def summary_blocks(answer: NextSteps) -> Iterator[Block]:
    """Yield what holds for the whole road: versions, the day of opening, what to beware of."""
    yield from version_blocks(answer)
    yield from day_blocks(answer)
    yield Text("날짜는 한국 영업일(토·일·공휴일·대체공휴일 제외)로 셌습니다.", "dim")
    yield from (Text(f"주의 - {line}", "warn") for line in caution_lines(answer))


def day_blocks(answer: NextSteps) -> Iterator[Block]:
    """Yield when it starts and when the shop can open."""
    wishes = answer.wishes
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
        last = answer.schedule.of(answer.opens)
        if last.state == "open":
            yield Text(f"열 수 있는 날: {dates_words(last, backward=False)}", "good")
            if last.end_latest is None:
                yield Text("빠른 날은 기간을 모르는 단계를 세지 않은 것이라, 실제로는 더 늦습니다.", "warn")
    if answer.goal:
        yield from _goal(answer.goal)


def caution_lines(answer: NextSteps) -> Iterator[str]:
    """Yield what to beware of, each with whose it is."""
    for caution in answer.cautions:
        whose = f"{answer.named.name(caution.gateway)}: " if caution.gateway else ""
        yield f"{whose}{told(caution.what)}"


def version_blocks(answer: NextSteps) -> Iterator[Block]:
    """Yield the PortOne versions on the road, and why these."""
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


def step_blocks(answer: NextSteps) -> Iterator[Block]:
    """Yield every step with its dates, by stage; then what begins only after the opening."""
    many = len(answer.gateways) > 1
    number = 0
    for stage, name in STAGE_NAMES.items():
        steps = [step for step in answer.steps if stage_of(step) == stage and not step.later]
        if not steps:
            continue
        yield Heading(f"순서: {name}")
        if stage == "test":
            yield Text("계약을 기다리지 않고 지금 할 수 있습니다. 계약과 함께 진행하세요.")
        if stage == "contract" and many:
            yield Text("계약은 결제대행사마다 따로이고, 함께 진행할 수 있습니다.")
        for step in steps:
            number += 1
            yield from _step(number, step, answer)
    later = [step for step in answer.steps if step.later]
    if later:
        names = dict.fromkeys(answer.named.name(step.lane) for step in later if step.lane)
        yield Heading(f"순서: 연 다음에 계약할 곳 ({', '.join(names)})")
        yield Text(LATER)
    for counted, step in enumerate(later, number + 1):
        yield from _step(counted, step, answer)


def _step(number: int, step: RoadStep, answer: NextSteps) -> Iterator[Block]:
    many = len(answer.gateways) > 1
    whose = f"[{answer.named.name(step.lane)}] " if step.lane and (many or step.own) else ""
    dates = answer.schedule.of(step)
    tone: Tone = "dim" if dates.state != "open" else "bad" if dates.overdue else "good"
    yield Text(f"{number}. {whose}{step.title} ({ACTORS[step.actor]})", tone)
    yield Bullets(tuple(_facts(step, answer)))


def _facts(step: RoadStep, answer: NextSteps) -> Iterator[str]:
    yield f"언제: {step_dates(step, answer)}"
    if step.wait_months:
        yield f"먼저: 연 뒤 {step.wait_months}개월 이상 판매"
    yield f"기간: {'신청하는 날' if step.applies and step.days is None else duration_words(step)}"
    yield f"할 일: {step.what}"
    if step.where:
        yield f"어디서: {step.where}"
    if command := other_command(step):
        yield f"명령: {command}"
    if step.prepare:
        yield f"준비물: {', '.join(step.prepare)}"
    if step.next:
        yield f"다음: {step.next}"
