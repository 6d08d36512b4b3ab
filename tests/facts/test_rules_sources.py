"""``rules sources``: how long ago each page was read."""

from datetime import date
from pathlib import Path

from said import DAY, answer, assert_readable

from support import CHECKED, DATA, run, shipped


def test_sources_are_old_after_180_days() -> None:
    # Every shipped page was read on 2026-08-19: 180 days later is 2027-02-15.
    def ages(day: str) -> set[tuple[int, bool]]:
        value = answer("rules", "sources", f"--as-of={day}")
        assert len(value["sources"]) == len(shipped().sources.sources)
        assert value["old"] == sum(source["old"] for source in value["sources"].values())
        return {
            (source["age_days"], source["old"])
            for source in value["sources"].values()
            if source["checked"] == "2026-08-19"
        }

    assert ages("2026-08-19") == {(0, False)}
    assert ages("2027-02-15") == {(180, False)}
    assert ages("2027-02-16") == {(181, True)}
    assert ages("2026-08-18") == {(-1, False)}


def test_sources_say_their_age_in_words(width: int) -> None:
    fresh, old = (run("rules", "sources", f"--as-of={day}") for day in ("2027-02-15", "2027-02-16"))
    assert_readable(fresh, width)
    assert_readable(old, width)
    assert "오래됨" not in fresh.out
    flat = " ".join(old.out.split())
    assert "(2026-08-19 확인, 181일 지남, 오래됨)" in flat
    assert "기준일보다 1일 뒤" in " ".join(run("rules", "sources", "--as-of=2026-08-18").out.split())


def test_sources_list_the_oldest_first(tmp_path: Path) -> None:
    text = (DATA / "sources.yaml").read_text(encoding="utf-8")
    last = text.rindex("checked: 2026-08-19")
    path = tmp_path / "sources.yaml"
    path.write_text(text[:last] + text[last:].replace("2026-08-19", "2026-01-02", 1), encoding="utf-8")
    ages = [source["age_days"] for source in answer("rules", "sources", DAY, "--rules", path)["sources"].values()]
    assert ages == sorted(ages, reverse=True)
    assert ages[0] == (CHECKED - date(2026, 1, 2)).days
