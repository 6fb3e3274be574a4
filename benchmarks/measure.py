"""Whole processes run in turns, so that whatever else the machine does slows all of them alike."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from statistics import median
from typing import Final, NamedTuple


class Bar(NamedTuple):
    """Something measured, against the most that it may be."""

    what: str
    value: float
    at_most: float
    unit: str = "x"

    def __str__(self) -> str:
        verdict = "ok" if self.value <= self.at_most else "TOO MUCH"
        return f"{self.what:<62} {self.value:8.2f} {self.unit:<3} at most {self.at_most:5.1f}  {verdict}"


def in_turns(commands: Mapping[str, list[str]], rounds: int) -> dict[str, float]:
    """Run each command `rounds` times, in turns; return the median wall time of each in seconds.

    A command is the arguments of the Python that runs this. A first round that does not count compiles what an
    installed program has compiled already.
    """
    runs: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as compiled:
        environment = os.environ | {"PYTHONPYCACHEPREFIX": compiled, "PYTHONDONTWRITEBYTECODE": ""}
        for number in range(rounds + 1):
            for name, arguments in commands.items():
                begin = time.perf_counter()
                subprocess.run([sys.executable, *arguments], env=environment, check=True)
                if number:
                    runs[name].append(time.perf_counter() - begin)
    return {name: median(seconds) for name, seconds in runs.items()}


def other(program: str, *arguments: str) -> list[str]:
    """Return the command of a program that is not Python: a bare Python that becomes it at once, and unheard."""
    return ["-c", _BECOMING_IT, program, *arguments]


def peak_memory(module: str, *arguments: str) -> float:
    """Run a module as a program; return the most memory that it held at once, in MiB (Linux only).

    What the program prints before is passed over. It asks for its memory itself: what the system tells its parent
    includes memory of the parent.
    """
    command = [sys.executable, "-c", _TELLING_ITS_MEMORY, module, *arguments]
    result = subprocess.run(command, check=True, capture_output=True, text=True)
    return int(result.stdout.split()[-1]) / 1024


_BECOMING_IT: Final = """
import os, sys

silence = os.open(os.devnull, os.O_WRONLY)
os.dup2(silence, 1)
os.dup2(silence, 2)
os.execv(sys.argv[1], sys.argv[1:])
"""

_TELLING_ITS_MEMORY: Final = """
import re, runpy, sys
from pathlib import Path

module = sys.argv.pop(1)
try:
    runpy.run_module(module, run_name="__main__", alter_sys=True)
except SystemExit as end:
    if end.code:
        raise
print(re.search("VmHWM:[ \\t]*([0-9]+)", Path("/proc/self/status").read_text())[1])
"""
