"""``rules conflicts``: where pages disagree."""

from said import answer, assert_readable

from portone_guide.facts.rules.conflicts_decide import conflicts_of
from support import run, shipped


def test_conflicts_show_every_page_and_the_choice() -> None:
    book = shipped()
    ended = run("rules", "conflicts", "--plain")
    assert ended.code == 0
    ended.out.encode("cp949")
    for name, conflict in book.conflicts.conflicts.items():
        part = ended.out.split(f"\n{name}: {conflict.about}\n")[1].split("\n\n")[0]
        for claim in conflict.claims:
            assert f"{book.sources.sources[claim.source].title}: {claim.says}" in part
            assert book.sources.sources[claim.source].url in part
        chosen = "정하지 못함: " if conflict.used == "none" else "이렇게 읽음: "
        assert chosen in part
        assert conflict.why in part


def test_conflicts_of_one_gateway_are_its_own() -> None:
    value = answer("rules", "conflicts", "kcp")
    names = [entry["id"] for entry in value["conflicts"]]
    assert value["gateway"] == "kcp"
    assert {"kcp-v2", "kcp-v2-gift", "industry-game_items"} <= set(names)
    # The pages that disagree on KCP's V2: the support list says it is planned, the release note that it began.
    told = next(entry for entry in value["conflicts"] if entry["id"] == "kcp-v2")
    assert told["used"] == "release-notes/api-sdk/2024-06-17"
    assert "https://help.portone.io/content/pg-service-list" in [claim["url"] for claim in told["claims"]]
    book = shipped()
    assert set(names) < set(book.conflicts.conflicts)
    others = [name for name in names if any(name.startswith(f"{g}-") for g in book.pg_methods.gateways if g != "kcp")]
    assert others == []


def test_every_conflict_on_a_gateways_row_is_told_with_the_gateway() -> None:
    book = shipped()
    for name, module in book.pg_methods.modules.items():
        rows = {row.conflict for row in book.pg_methods.support[name]} | {module.portone_conflict}
        assert rows - {None} <= set(conflicts_of(book, module.gateway))


def test_conflicts_fit_the_terminal(width: int) -> None:
    assert_readable(run("rules", "conflicts", "nice"), width)
