"""A project is written whole, and never over what somebody else wrote."""

import json
import os
from pathlib import Path

import pytest

from portone_guide.starter.writing import LeavesFolderError, differing, write
from support import run

LINE = ("code", "--gateway", "nice", "--one-time", "card", "--stack", "fastapi", "--no-save")
FILES = {"a.txt": "a\n", "in/b.txt": "b\n"}


def written(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def test_a_new_folder_appears_whole(tmp_path: Path) -> None:
    write(tmp_path / "deep" / "shop", FILES)
    assert written(tmp_path / "deep" / "shop") == FILES
    assert list((tmp_path / "deep").iterdir()) == [tmp_path / "deep" / "shop"], "nothing is left beside it"


def test_what_fails_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    original = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if self.name == "b.txt":
            raise OSError(28, "No space left on device")
        return original(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    (tmp_path / "old").mkdir()
    for folder in (tmp_path / "new", tmp_path / "old"):
        with pytest.raises(OSError, match="No space"):
            write(folder, FILES)
    assert written(tmp_path) == {}
    assert [path.name for path in tmp_path.iterdir()] == ["old"]


def test_files_of_others_stay(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text("PORTONE_API_SECRET=1\n", "utf-8")
    (tmp_path / "a.txt").write_text("mine\n", "utf-8")
    assert differing(tmp_path, FILES) == ["a.txt"]
    write(tmp_path, {"in/b.txt": "b\n"})
    assert written(tmp_path) == {".env": "PORTONE_API_SECRET=1\n", "a.txt": "mine\n", "in/b.txt": "b\n"}


def test_a_link_leads_nowhere(tmp_path: Path) -> None:
    shop, other = tmp_path / "shop", tmp_path / "other"
    shop.mkdir()
    other.mkdir()
    (shop / "in").symlink_to(other)
    with pytest.raises(LeavesFolderError):
        differing(shop, FILES)
    (shop / "in").unlink()
    (shop / "a.txt").symlink_to(other / "x")
    with pytest.raises(LeavesFolderError):
        differing(shop, FILES)


def test_the_command_never_writes_over_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    first = json.loads(run(*LINE, "--json").out)
    assert first["changed"] == first["files"]
    again = json.loads(run(*LINE, "--json").out)
    assert again["changed"] == []
    Path("portone-fastapi/main.py").write_text("mine", "utf-8")
    refused = run(*LINE)
    assert (refused.code, refused.out) == (2, "")
    assert "main.py" in refused.err
    assert "--force" in refused.err
    alone = run(*LINE, "--force")
    assert alone.code == 3, "nobody can be asked"
    assert Path("portone-fastapi/main.py").read_text("utf-8") == "mine"
    forced = json.loads(run(*LINE, "--force", "--yes", "--json").out)
    assert forced["changed"] == ["main.py"]


def test_what_can_not_be_written_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("file").write_text("", "utf-8")
    for place in ("file", "file/in", "/proc/none/shop"):
        told = run(*LINE, "--out", place)
        assert (told.code, told.out) == (2, ""), place
        assert "--out" in told.err
    if os.getuid() != 0:
        Path("closed").mkdir(mode=0o500)
        assert run(*LINE, "--out", "closed/shop").code == 2


def test_nobody_to_ask(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert run("code").code == 3
    assert run("code", "--gateway", "nice").code == 3
    assert list(tmp_path.iterdir()) == []
