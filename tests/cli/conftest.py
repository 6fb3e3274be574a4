"""Commands run in a folder of their own, and a plan to run them on."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from renaksi_desktop.cli import run as run_command
from renaksi_desktop.interchange import read_json
from renaksi_desktop.resources import SAMPLE
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.save import save

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Run a command in a folder of its own; return its exit code, what it printed, and what it complained."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))

    def run(*arguments: str | Path) -> tuple[int, str, str]:
        code = run_command([str(argument) for argument in arguments])
        sys.stdout.flush()
        out, err = capfd.readouterr()
        assert err.count("\n") <= 1
        assert "Traceback" not in err
        assert err or code in (0, 1)
        return code, out, err

    return run


@pytest.fixture
def jember(tmp_path: Path) -> Path:
    """The sample as a `.renaksi` file."""
    path = tmp_path / "j.renaksi"
    save(read_json(SAMPLE.read_bytes()), path, Identity.new(), replaces=None, backups=None)
    return path
