"""What does not change a program does not change what is found; what is no program ends no run."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from go_live.scanned import program, programs, rules_of, scan_folder, scan_of
from portone_guide.code.languages import language_of

FRAMES = [(version, frame) for version, frames in programs("frames").items() for frame in frames]
BAD = {
    "v1": {
        "channelKey": None,
        "pg": "'html5_inicis.INIpayTest'",
        "amount": 100,
        "m_redirect_url": None,
        "merchant_uid": "'order-1'",
    },
    "v2": {"channelKey": None, "totalAmount": 100, "redirectUrl": None, "paymentId": "'order-1'", "currency": None},
}
GAPS = (" ", "  ", "\n    ", "\t", "\r\n", " /* a */ ", "\n// b\n")
NAMES = ("order", "key", "request", "data", "finish")


def spaced(text: str, gaps: list[str]) -> str:
    """Put other white space around the signs of the fields."""
    made, number = [], 0
    for part in re.split(r"(,\s|:\s)", text):
        if re.fullmatch(r"[,:]\s", part):
            made.append(part[0] + gaps[number % len(gaps)])
            number += 1
        else:
            made.append(part)
    return "".join(made)


@pytest.mark.parametrize(("version", "frame"), FRAMES)
@settings(max_examples=15)
@given(
    gaps=st.lists(
        st.sampled_from([" ", "  ", "\n    ", "\t", "\r\n", " /* a */ ", "\n// b\n"]), min_size=1, max_size=5
    ),
    quote=st.sampled_from("'\"`"),
    name=st.from_regex(r"[a-z][A-Za-z0-9_]{3,12}", fullmatch=True),
)
def test_white_space_quotes_and_names_change_nothing(
    version: str, frame: str, gaps: list[str], quote: str, name: str
) -> None:
    path, text = program(version, frame, BAD[version])
    wanted = rules_of(scan_of({path: text}))
    assert {"test_amount", "fixed_order_id"} <= wanted
    given_fields = {
        key: value
        for key, value in {**programs("fields")[version]["base"], **BAD[version]}.items()
        if value is not None
    }
    fields = ", ".join(f"{key}: {value}" for key, value in given_fields.items())
    assert fields in text
    changed = spaced(fields.replace("'", quote), gaps)
    rewritten = text.replace(fields, changed)
    for old in NAMES:
        rewritten = re.sub(rf"(?<![\w.@$]){old}(?![\w(]|=\{{)", f"{name}_{old}", rewritten)
    assert rules_of(scan_of({path: rewritten})) == wanted, rewritten


ENDINGS = tuple(".js .ts .tsx .vue .svelte .html .jsp .php .blade.php .py .java .kt .yml".split())  # noqa: SIM905
PARTS = st.sampled_from(
    (
        *("IMP.request_pay({", "PortOne.requestPayment(", "})", "{", "}", "(", ")", "`${", "<script>", "</script>"),
        *("<%", "%>", "<?php", "?>", "{{", "}}", "/*", "*/", "'", '"', "\\", "\n", "pg:", "merchant_uid"),
        *(
            "amount: 100",
            ",",
            "...",
            "=>",
            "\ud7a3",
            "\u25a1",
            "\x00",
            "\u2028",
            "imp_secret='",
            "[[",
            "]]",
            "#",
            "key:",
        ),
    )
)


@settings(max_examples=300)
@given(ending=st.sampled_from(ENDINGS), parts=st.lists(PARTS | st.text(max_size=8), max_size=40))
def test_no_text_ends_a_run(ending: str, parts: list[str]) -> None:
    scan_of({f"pay{ending}": "iamport " + "".join(parts)})


@settings(max_examples=60)
@given(data=st.binary(max_size=400), ending=st.sampled_from(ENDINGS))
def test_no_bytes_end_a_run(data: bytes, ending: str, tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("bytes")
    (folder / f"pay{ending}").write_bytes(b"iamport " + data)
    scan_folder(folder)


@pytest.mark.parametrize("ending", [".js", ".tsx", ".py", ".java", ".php", ".kt", ".html"])
@pytest.mark.parametrize("part", ["(", "{", "[", "a(", "if(a){", "'", "`${", "<script>", "a?b:", "...", "a+"])
def test_deep_and_broken_files_are_read_as_far_as_they_go(ending: str, part: str) -> None:
    scan_of({f"pay{ending}": "iamport;\n" + part * 3000})


def test_a_name_that_leads_to_itself_ends() -> None:
    text = "const a = b; const b = a; const o = { ...o, pg: a };\nfunction f(x) { f(x); IMP.request_pay(x); }\n"
    text += "IMP.request_pay(o);"
    assert scan_of({"pay.js": text, "b.js": "import { a } from './pay'; export const b = a; // iamport"}).calls == 2


def test_a_file_as_large_as_is_read_takes_no_longer_than_a_person_waits(tmp_path: Path) -> None:
    line = "function f(a) { if (a.total === 1) { return { merchant_uid: 'a' + a.id, amount: a.total }; } }\n"
    (tmp_path / "pay.js").write_text("// iamport\n" + line * 10_000, "utf-8")
    assert (tmp_path / "pay.js").stat().st_size < 1024 * 1024
    assert scan_folder(tmp_path).read == 1


def test_languages_are_told_by_the_name() -> None:
    assert language_of("a/.env.production") == "config"
    assert language_of("a/x.blade.php") == "markup"
    assert language_of("a/x.d.ts") is None
    assert language_of("package-lock.json") is None
