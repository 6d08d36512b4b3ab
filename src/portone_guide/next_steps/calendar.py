"""The road as a calendar file: all-day events that ordinary calendars open (RFC 5545)."""

from datetime import UTC, date, datetime, time, timedelta

from portone_guide.next_steps.answer import NextSteps
from portone_guide.next_steps.calendar_words import CALENDAR_NAME, calendar_text, calendar_title
from portone_guide.road.answer import RoadStep
from portone_guide.terminal.text import clean, one_line


def steps_calendar(answer: NextSteps) -> bytes:
    """Return an iCalendar file with one all-day event a step that has a day.

    An event's UID depends on the step and the gateways only, so that importing a newer file moves the event.
    """
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//portone-guide//next-steps//KO")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("x-wr-calname", CALENDAR_NAME)
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
        event.add("summary", one_line(calendar_title(step, answer)))
        event.add("description", clean(calendar_text(step, answer)))
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return bytes(calendar.to_ical())


def _days(answer: NextSteps, step: RoadStep) -> tuple[date, date] | None:
    dates = answer.schedule.of(step)
    if dates.end is None:
        return None
    start = dates.start or dates.end
    end = max(dates.end, start)
    return (start, end) if answer.schedule.backward and not step.later else (start, max(end, dates.end_latest or end))


def _uid(answer: NextSteps, step: RoadStep) -> str:
    road = "+".join(answer.gateways) or "general"
    return f"{step.id}.{step.lane or road}@portone-guide"
