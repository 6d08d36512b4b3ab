"""``rules show``: every fact of a gateway, with its source."""

import json
import re

from said import DAY, answer, assert_readable

from portone_guide.facts.rules.conflicts_decide import conflicts_of
from support import run, shipped


def test_show_has_every_fact_of_every_gateway() -> None:
    book = shipped()
    for gateway, facts in book.pg_methods.gateways.items():
        ended = run("rules", "show", gateway, DAY, "--plain")
        assert ended.code == 0
        ended.out.encode("cp949")
        modules = {name: one for name, one in book.pg_methods.modules.items() if one.gateway == gateway}
        rows = [row for name in modules for row in book.pg_methods.support[name]]
        expected = [
            facts.name,
            *(contact.value for contact in facts.contacts),
            *(note.text for name in modules for note in book.pg_methods.module_notes.get(name, ())),
            *(row.note for row in rows if row.note),
            *(entry.text for entry in book.terms.conditions.get(gateway, ())),
            *(limit.note for limit in book.terms.amount_limits.get(gateway, ()) if limit.note),
            *(book.conflicts.conflicts[name].about for name in conflicts_of(book, gateway)),
        ]
        for text in expected:
            assert text in ended.out, (gateway, text)
        used = {source for row in rows for source in row.sources} | set(facts.sources)
        for source in used:
            assert book.sources.sources[source].url in ended.out, (gateway, source)


def test_show_gives_each_source_one_number() -> None:
    ended = run("rules", "show", "kcp", DAY, "--plain")
    facts, listed = ended.out.split("\n[출처]\n")
    numbers = [int(number) for number in re.findall(r"^- \[(\d+)\]", listed, re.MULTILINE)]
    assert numbers == list(range(1, len(numbers) + 1))
    assert {int(number) for number in re.findall(r"\[(\d+)\]", facts)} == set(numbers)
    assert len(set(re.findall(r"^  (https://\S+)", listed, re.MULTILINE))) == len(numbers)


def test_show_fits_the_terminal(width: int) -> None:
    for gateway in ("inicis", "payletter", "hyphen"):
        assert_readable(run("rules", "show", gateway, DAY), width)


def test_show_json_holds_the_records_with_their_sources() -> None:
    value = answer("rules", "show", "다날", DAY)
    assert (value["gateway"], value["merchant_id_label"]) == ("danal", "CPID")  # help/faq/.../real-channel-info
    assert value["fees"]["card.micro"]["charges"] == [
        {
            "condition": "",
            "min_percent": "1.40",
            "max_percent": "1.40",
            "per_payment_krw": 0,
            "at_least_krw": 0,
            "per_payment_foreign": None,
            "at_least_foreign": None,
            "percent_open": None,
        }
    ]
    named = set(re.findall(r'"source": "([^"]+)"', json.dumps(value)))
    assert named <= set(value["sources"])
    assert all(source["url"].startswith("https://") for source in value["sources"].values())
    assert answer("rules", "show", "danal", "--as-of=2020-01-01")["fees"] == {}
