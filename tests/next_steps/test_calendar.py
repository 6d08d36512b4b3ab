"""The calendar file: RFC 5545 in its details, and read by a second library."""

import re
from datetime import date

from support import run

START = ("--start", "2026-02-13", "--as-of", "2026-02-02")


def calendar(*args: str) -> str:
    ended = run("next-steps", *args, "--format", "ics")
    assert ended.code == 0, ended.err
    return ended.out


def events(text: str) -> list[dict[str, str]]:
    """Read events with the second library: name, start and end (exclusive)."""
    import vobject

    found = vobject.readOne(text)
    return [
        {
            "uid": event.uid.value,
            "title": event.summary.value,
            "start": event.dtstart.value,
            "end": event.dtend.value,
            "text": event.description.value,
        }
        for event in found.vevent_list
    ]


def test_lines_end_as_the_standard_wants_and_are_folded() -> None:
    text = calendar("--gateway", "nice", *START)
    assert text.startswith("BEGIN:VCALENDAR\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "\n" not in text.replace("\r\n", "")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    assert "\r\n " in text, "long lines go on in the next one"


def test_another_library_reads_the_same_days() -> None:
    found = {event["uid"].split(".")[0]: event for event in events(calendar("--gateway", "nice", *START))}
    # 2026-02-13 is a Friday, then Seollal until the 18th; nice-contract: 2 to 3 business days.
    assert found["apply"]["start"] == date(2026, 2, 13)
    assert found["apply"]["end"] == date(2026, 2, 14)
    assert found["contract_guidance"]["end"] == date(2026, 2, 24)
    assert "영업일 2~3일" in found["contract_guidance"]["text"]
    assert "https://" in found["contract_guidance"]["text"]


def test_unknown_ends_are_said_in_the_title() -> None:
    found = {event["uid"].split(".")[0]: event for event in events(calendar("--gateway", "nice", *START))}
    assert "언제 끝날지 모름" in found["gateway_review"]["title"]
    assert "언제 끝날지 모름" not in found["apply"]["title"]


def test_uids_stay_and_differ() -> None:
    first = re.findall(r"UID:(.*?)\r\n(?! )", calendar("--gateway", "nice", "--gateway", "kakaopay", *START), re.S)
    moved = re.findall(
        r"UID:(.*?)\r\n(?! )",
        calendar("--gateway", "nice", "--gateway", "kakaopay", "--start", "2026-03-02", "--as-of", "2026-02-20"),
        re.S,
    )
    assert first == moved
    assert len(set(first)) == len(first)


def test_all_day_events_of_a_backward_road() -> None:
    text = calendar("--gateway", "nice", "--open-by", "2026-12-31", "--as-of", "2026-11-02")
    assert "DTSTART;VALUE=DATE:" in text
    last = events(text)[-1]
    assert last["start"] == date(2026, 12, 31)
