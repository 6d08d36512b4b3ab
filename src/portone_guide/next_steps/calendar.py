"""The road as a calendar file: all-day events that ordinary calendars open (RFC 5545)."""

from datetime import UTC, date, datetime, time, timedelta

from portone_guide.next_steps.decide import NextSteps
from portone_guide.next_steps.road import RoadStep
from portone_guide.next_steps.words import dates_words, duration_words
from portone_guide.rules.book import RuleBook
from portone_guide.rules.vocabulary import ACTORS
from portone_guide.terminal.text import clean


def steps_calendar(answer: NextSteps, book: RuleBook) -> bytes:
    """Return an iCalendar file with one all-day event a step that has a day.

    An event's UID depends on the step and the gateways only, so that importing a newer file moves the event.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//portone-guide//next-steps//KO")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", "포트원 첫 결제까지")
    stamp = datetime.combine(answer.wishes.today, time(0), UTC)
    for step in answer.steps:
        days = _days(answer, step)
        if days is None:
            continue
        event = Event()
        event.add("uid", _uid(answer, step))
        event.add("dtstamp", stamp)
        event.add("dtstart", days[0])
        event.add("dtend", days[1] + timedelta(days=1))
        event.add("summary", clean(_title(answer, step, book)))
        event.add("description", clean(_description(answer, step, book)))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _days(answer: NextSteps, step: RoadStep) -> tuple[date, date] | None:
    dates = answer.schedule.of(step)
    if dates.end is None:
        return None
    start = dates.start or dates.end
    end = max(dates.end, start)
    return (start, end) if answer.schedule.backward else (start, max(end, dates.end_latest or end))


def _uid(answer: NextSteps, step: RoadStep) -> str:
    road = "+".join(answer.wishes.gateways) or "general"
    return f"{step.id}.{step.lane or road}@portone-guide"


def _title(answer: NextSteps, step: RoadStep, book: RuleBook) -> str:
    dates = answer.schedule.of(step)
    many = len(answer.wishes.gateways) > 1 and step.lane
    whose = f"[{book.pg_methods.gateways[step.lane].name}] " if many and step.lane else ""
    unsure = " (언제 끝날지 모름)" if dates.state == "open" and dates.open_ended else ""
    return f"{whose}{step.title}{unsure}"


def _description(answer: NextSteps, step: RoadStep, book: RuleBook) -> str:
    lines = [
        f"누가: {ACTORS[step.actor]}",
        f"무엇을: {step.what}",
        f"기간: {duration_words(step)}",
        f"날짜: {dates_words(answer.schedule.of(step), backward=answer.schedule.backward)}",
    ]
    if step.where:
        lines.append(f"어디서: {step.where}")
    if step.prepare:
        lines.append(f"준비물: {', '.join(step.prepare)}")
    if step.next:
        lines.append(f"다음: {step.next}")
    lines += [f"출처: {book.sources.sources[name].url}" for name in step.sources]
    return "\n".join(lines)
