"""What a support row says beside yes is told of those methods alone that it is about."""

from portone_guide.gateways.support import SupportTable
from portone_guide.needs.requirements import Need
from support import shipped


def test_a_note_about_some_methods_of_a_row_is_not_told_of_the_others() -> None:
    file = shipped().pg_methods
    table, about = SupportTable(file), 0
    for module, rows in file.support.items():
        for row in rows:
            for method in row.methods if row.note_for else ():
                for version in row.portone:
                    notes = table.find(module, version, Need(row.type, method, row.style)).notes
                    assert (row.note in notes) == (method in row.note_for), (module, method)
                    about += 1
    assert about


def test_a_card_shop_is_not_told_what_a_virtual_account_wants() -> None:
    # opi/ko/integration/pg/v1/danal: 가상계좌는 biz_num 10자리 필수
    table = SupportTable(shipped().pg_methods)
    told = {
        method: table.find("danal.main", "v1", Need("one_time", method)).notes for method in ("card", "virtual_account")
    }
    assert not told["card"]
    assert any("biz_num" in note for note in told["virtual_account"])
