"""A program killed at any moment loses no acknowledged edit and damages no file."""

from __future__ import annotations

import random
import subprocess
import sys
import time
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


def last(said: str, what: tuple[str, ...], before: int) -> int:
    """Return the number in the last whole line of some kinds."""
    lines = [line.split() for line in said.splitlines(keepends=True) if line.endswith("\n")]
    return max([before, *(int(number) for kind, number in lines if kind in what)])


def plan_after(steps: int) -> Plan:
    """Return what an undisturbed officer has after so many steps."""
    *_, plan = accumulate(repeat(None, steps), lambda plan, _: officer.step(plan), initial=Plan())
    return plan


def steps_in(plan: Plan) -> int:
    return plan.dokumen.pagu or 0


@pytest.mark.crash
def test_a_kill_at_any_moment_loses_nothing(tmp_path: Path) -> None:
    """The moments lie while it starts, while it goes on with old work, and while it edits and saves."""
    known = Acknowledged(0, 0)
    path, places = tmp_path / "rencana.renaksi", Places(tmp_path / "data")
    for _ in range(KILLS):
        said = killed_after(random.uniform(0.05, 0.4), tmp_path)  # noqa: S311
        # It goes on with a step that the one before kept and was killed too soon to tell.
        edited = last(said, ("lanjut", "dicatat"), known.edited)
        known = Acknowledged(edited, last(said, ("disimpan",), known.saved))
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
