"""``rules sources``: how old the content of each page is."""

from datetime import date
from pathlib import Path

from said import DAY, answer, assert_readable

from support import CHECKED, DATA, run, shipped

# The last commits that changed the content of the two repositories of documents:
# portone-io/developers.portone.io af926bd2 and portone-io/mcp-server 62f6d7c (assets/docs).
DEVELOPER_CENTRE, HELP = date(2026, 8, 6), date(2026, 4, 27)


def test_a_source_has_the_day_of_its_content() -> None:
    days = {
        (name.split("/")[0], page.checked)
        for name, page in shipped().sources.sources.items()
        if name != "sdk/ko/v2-server-sdk/python"  # only the copy with the help pages has it
    }
    newer = {(kind, DEVELOPER_CENTRE) for kind in ("opi", "release-notes", "schema", "sdk", "api")}
    assert days == {*newer, ("help", HELP), ("law", HELP)}
    assert shipped().sources.sources["sdk/ko/v2-server-sdk/python"].checked == HELP


def test_sources_are_old_after_180_days() -> None:
    def ages(day: str, checked: date) -> set[tuple[int, bool]]:
        value = answer("rules", "sources", f"--as-of={day}")
        assert len(value["sources"]) == len(shipped().sources.sources)
        assert value["old"] == sum(source["old"] for source in value["sources"].values())
        return {
            (source["age_days"], source["old"])
            for source in value["sources"].values()
            if source["checked"] == str(checked)
        }

    # 180 days after 2026-04-27 is 2026-10-24, after 2026-08-06 it is 2027-02-02.
    assert ages("2026-04-27", HELP) == {(0, False)}
    assert ages("2026-10-24", HELP) == {(180, False)}
    assert ages("2026-10-25", HELP) == {(181, True)}
    assert ages("2026-10-25", DEVELOPER_CENTRE) == {(80, False)}
    assert ages("2027-02-02", DEVELOPER_CENTRE) == {(180, False)}
    assert ages("2027-02-03", DEVELOPER_CENTRE) == {(181, True)}
    assert ages("2026-08-05", DEVELOPER_CENTRE) == {(-1, False)}


def test_sources_say_their_age_in_words(width: int) -> None:
    fresh, old = (run("rules", "sources", f"--as-of={day}") for day in ("2026-10-24", "2026-10-25"))
    assert_readable(fresh, width)
    assert_readable(old, width)
    assert "오래됨" not in fresh.out
    flat = " ".join(old.out.split())
    assert "(2026-04-27 내용, 181일 지남, 오래됨)" in flat
    assert "가장 오래된 것 2026-04-27" in flat
    assert "기준일보다 1일 뒤" in " ".join(run("rules", "sources", "--as-of=2026-08-05").out.split())


def test_sources_list_the_oldest_first(tmp_path: Path) -> None:
    text = (DATA / "sources.yaml").read_text(encoding="utf-8")
    last = text.rindex("checked: 2026-08-06")
    path = tmp_path / "sources.yaml"
    path.write_text(text[:last] + text[last:].replace("2026-08-06", "2026-01-02", 1), encoding="utf-8")
    ages = [source["age_days"] for source in answer("rules", "sources", DAY, "--rules", path)["sources"].values()]
    assert ages == sorted(ages, reverse=True)
    assert ages[0] == (CHECKED - date(2026, 1, 2)).days
