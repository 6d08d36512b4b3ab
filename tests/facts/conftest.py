"""What tests of the facts are given."""

from pathlib import Path

import pytest

from support import DATA


@pytest.fixture(params=[80, 60])
def width(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> int:
    monkeypatch.setenv("COLUMNS", str(request.param))
    return request.param


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder: messages name its files the short way."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def changed_fees(here: Path) -> Path:
    """A fee file in which one gateway's card rate changes on 2027-01-01."""
    text = (DATA / "fees.yaml").read_text(encoding="utf-8")
    source = "help/domestic-and-oversea-fees"
    block = f"    - from: 2027-01-01\n      source: {source}\n      rates:\n        card.general: 9.87%\n"
    path = here / "my-fees.yaml"
    path.write_text(text.replace("  kcp:\n    - from: 2025", f"{block}  kcp:\n    - from: 2025", 1), encoding="utf-8")
    return path
