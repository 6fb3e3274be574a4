"""A program killed at any moment loses no acknowledged edit and damages no file."""

from __future__ import annotations

import random
import subprocess
import sys
import time
from collections.abc import Iterator
from itertools import accumulate, repeat
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.crash import officer

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.storage.places import Places
from renaksi_desktop.storage.reader import read
from renaksi_desktop.storage.recovery import abandoned
from renaksi_desktop.storage.working_copy import resume

KILLS = 25


class Acknowledged(NamedTuple):
    """The last step that the killed program said was on disk, and the last one it said was in the file."""

    edited: int
    saved: int


def killed_after(seconds: float, folder: Path) -> str:
    """Let an officer work in `folder`, kill it after some seconds, and return what it said."""
    command = [sys.executable, officer.__file__, str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        time.sleep(seconds)
        process.kill()
        return process.communicate()[0]


def last(said: str, what: str, before: int) -> int:
    """Return the number in the last whole line of a kind."""
    lines = [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]
    return max([before, *(int(number) for kind, number in lines if kind == what)])


def plan_after(steps: int) -> Plan:
    """Return what an undisturbed officer has after so many steps."""
    *_, plan = accumulate(repeat(None, steps), lambda plan, _: officer.step(plan), initial=Plan())
    return plan


def steps_in(plan: Plan) -> int:
    return plan.dokumen.pagu or 0


@pytest.fixture
def moments() -> Iterator[float]:
    """Seconds after which to kill: while it starts, while it goes on with old work, while it edits and saves."""
    chance = random.Random(20250829)  # noqa: S311
    return iter([chance.uniform(0.05, 0.5) for _ in range(KILLS)])


@pytest.mark.crash
def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path, moments: Iterator[float]) -> None:
    known = Acknowledged(0, 0)
    path, places = tmp_path / "rencana.renaksi", Places(tmp_path / "data")
    for moment in moments:
        said = killed_after(moment, tmp_path)
        known = Acknowledged(last(said, "dicatat", known.edited), last(said, "disimpan", known.saved))
        in_file = read(path).plan if path.exists() else Plan()
        assert steps_in(in_file) >= known.saved
        assert in_file == plan_after(steps_in(in_file))
        found = abandoned(places.work)
        assert len(found) <= 1
        kept = in_file
        for left in found:
            copy, kept = resume(left.path)
            copy._connection.close()  # as if killed once more
        assert known.edited <= steps_in(kept) <= known.edited + 1
        assert kept == plan_after(steps_in(kept))
        assert [file.name for file in tmp_path.iterdir() if file.suffix == ".tmp"] == []
    assert known.saved > 0, "the kills came too early to prove anything"
