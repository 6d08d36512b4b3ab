"""What every test shares: a cache folder of its own, no terminal settings from outside, random tests that say how."""

import os
import random
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings

from support import books_read_once

# Each run tries inputs of its own and says its seed: ``--hypothesis-seed=N`` tries the same again. What was found once
# stays in the test as an ``@example``. HYPOTHESIS_PROFILE=explore looks further.
settings.register_profile("gate", deadline=None, database=None, print_blob=True)
settings.register_profile(
    "explore",
    max_examples=2000,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "gate"))


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Choose the seed of the random tests where none was given."""
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = str(random.SystemRandom().randrange(2**32))


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Say the seed, so that what was found can be found again."""
    terminalreporter.write_line(f"random tests: --hypothesis-seed={config.option.hypothesis_seed}")


@pytest.fixture(scope="session", autouse=True)
def _own_surroundings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Keep tests (and the programs they start) away from the user's cache, and their screens 80 columns wide."""
    cache = tmp_path_factory.mktemp("cache")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(cache))
        for name in ("COLUMNS", "LINES", "FORCE_COLOR", "NO_COLOR", "CLICOLOR", "CLICOLOR_FORCE", "PORTONE_GUIDE_PLAN"):
            patch.delenv(name, raising=False)
        patch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)  # or each program that is started compiles itself anew
        yield cache


@pytest.fixture(scope="session", autouse=True)
def _books_read_once() -> Iterator[None]:
    with books_read_once():
        yield


@pytest.fixture(autouse=True)
def _no_connections(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test open a connection; only those that are marked ``loopback`` may, to this machine."""
    allowed = request.node.get_closest_marker("loopback") is not None
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> None:
        inside = self.family == socket.AF_UNIX or (allowed and str(address[0]) in {"127.0.0.1", "::1", "localhost"})
        assert inside, f"a test opens a connection to {address}"
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(autouse=True)
def _empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Run each test in an empty folder, so that no plan file is found or left behind."""
    monkeypatch.chdir(tmp_path)
