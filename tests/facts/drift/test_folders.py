"""Folders that are none, are empty, or hold what no document is."""

import json
import os
from pathlib import Path

import pytest
from copies import CHANNELS, changes_between, copy_of, drift_between, write

from portone_guide.facts.rules.drift import folder as reading
from support import run

PAGE = "# 하나\n\n심사는 3일 걸립니다.\n"


@pytest.mark.parametrize("command", ["snapshot", "drift"])
@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: None, "그런 폴더가 없습니다"),
        (lambda path: path.write_text("글"), "폴더가 아닙니다"),
        (lambda path: path.mkdir(), "문서가 없는 폴더입니다"),
        (lambda path: write(path, {"other/a.md": PAGE}), "문서가 없는 폴더입니다"),
        (lambda path: write(path, {"opi/a.tsx": "1"}), "문서가 없는 폴더입니다"),
        (lambda path: write(path, {"help/a.md": "x\0y"}), "읽을 수 있는 문서가 없습니다"),
    ],
)
def test_a_folder_without_documents_is_an_error(command: str, make, said: str, tmp_path: Path) -> None:
    make(tmp_path / "docs")
    ended = run("rules", command, tmp_path / "docs")
    assert (ended.code, ended.out) == (2, "")
    assert ended.err.startswith(said)
    assert 2 <= len(ended.err.splitlines()) <= 3


def test_a_path_that_no_system_takes_is_an_error() -> None:
    assert run("rules", "drift", "a\0b").code == 2
    assert run("rules", "drift", "a" * 5000).code == 2


def test_what_cannot_be_read_is_told_and_is_not_gone(tmp_path: Path) -> None:
    old = {f"help/{name}.md": PAGE for name in ("ok", "binary", "encoding", "large", "link", "pipe")}
    new = {
        "help/ok.md": PAGE,
        "help/binary.md": b"\x89PNG\0\0",
        "help/encoding.md": "심사".encode("cp949"),
        "help/large.md": b"x" * (reading.LARGEST + 1),
    }
    write(tmp_path / "new", new)
    (tmp_path / "outside.md").write_text("# 밖\n")
    (tmp_path / "new/help/link.md").symlink_to(tmp_path / "outside.md")
    os.mkfifo(tmp_path / "new/help/pipe.md")
    found = drift_between(tmp_path, old, new)
    assert found.changes == ()
    reasons = {Path(one.file).stem: one.reason for one in found.unread}
    assert reasons == {
        "binary": "binary",
        "encoding": "encoding",
        "large": "too_large",
        "link": "no_file",
        "pipe": "no_file",
    }


def test_no_link_leads_out_of_the_folder(tmp_path: Path) -> None:
    write(tmp_path / "outside", {"help/secret.md": PAGE})
    write(tmp_path / "docs", {"help/ok.md": PAGE})
    (tmp_path / "docs/help/more").symlink_to(tmp_path / "outside/help")
    (tmp_path / "docs/help/loop").symlink_to(tmp_path / "docs")
    assert set(copy_of(tmp_path / "docs").pages) == {"help/ok"}


@pytest.mark.parametrize("path", ["../../../secret.mdx", "/etc/hostname.md", "./link.mdx", "./self.mdx"])
def test_a_page_takes_in_nothing_from_outside(path: str, tmp_path: Path) -> None:
    (tmp_path / "secret.mdx").write_text("바깥의 testmall99\n")
    page = f'import Part from "{path}";\n\n# 하나\n\n<Part />\n'
    write(
        tmp_path / "docs", {"opi/ko/page.mdx": page, "opi/ko/self.mdx": 'import Part from "./self.mdx";\n\n<Part />\n'}
    )
    (tmp_path / "docs/opi/ko/link.mdx").symlink_to(tmp_path / "secret.mdx")
    copy = copy_of(tmp_path / "docs")
    assert "testmall99" not in str(copy)


HOSTILE = {
    "deep table": '{"a":' * 5000 + "1" + "}" * 5000,
    "deep list": "```json\n" + "[" * 9000 + "]" * 9000 + "\n```\n",
    "open fence": "```js\npay(1)\n",
    "open tag": "<Callout " * 3000,
    "open braces": "<a b={" * 3000,
    "open brackets": "[" * 5000 + "\\[" * 5000,
    "dashes": "-" * 50_000 + "x",
    "stars": "*" * 20_000 + "가" + "_" * 20_000,
    "bars": "|" * 20_000,
    "front matter": "---\n" * 4000,
    "numbers": "1," * 20_000 + "원",
    "marks": "\x01\x02\x03 0\x01 \x0299\x02 " * 500,
    "separators": "가\u2028나\u0085다\x0b라",
    "brackets of links": "[a](" * 5000,
    "pictures": "![" * 5000,
    "import": "import " * 5000 + '"x',
    "labels": "가:" * 10_000,
    "surrogate": "\U0001f600" * 5000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_page_breaks_the_program_or_takes_long(name: str, tmp_path: Path) -> None:
    text = HOSTILE[name]
    pages = {CHANNELS: f"# 하나\n\n{text}\n\n심사는 3일\n", "opi/ko/a.mdx": text}
    assert changes_between(tmp_path, pages, pages) == ()


def test_too_many_files_are_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MOST_FILES", 5)
    write(tmp_path / "docs", {f"help/{number}.md": PAGE for number in range(6)})
    ended = run("rules", "snapshot", tmp_path / "docs")
    assert (ended.code, ended.err.partition(":")[0]) == (2, "파일이 너무 많은 폴더입니다")


def test_an_error_is_json_when_json_was_asked_for(tmp_path: Path) -> None:
    error = json.loads(run("rules", "drift", tmp_path / "none", "--json").err)["error"]
    assert error["code"] == "wrong_value"
