"""`python -m benchmarks.hostile`: what each hostile spreadsheet costs until it is read or refused, as a table.

Seconds are those of `read_sheets`, the start of the process that parses included. Memory is the most that each of
the two processes held, in MiB (Linux only).
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Final, NamedTuple

from tests.spreadsheets.hostile import HOSTILE

MOST_SECONDS: Final = 3.0
MOST_MEMORY: Final = 300
SLOW: Final = {"20,000 x 20 cells": 6.0}
"""Files that are no attack, only large, and the seconds that they may take."""


class Cost(NamedTuple):
    seconds: float
    parsing: float
    listening: float

    def is_kept(self, title: str) -> bool:
        return self.seconds <= SLOW.get(title, MOST_SECONDS) and self.parsing + self.listening <= MOST_MEMORY


def main() -> int:
    kept = True
    print(f"{'file':<36} {'KiB':>7} {'seconds':>8} {'parsing':>8} {'listening':>9}  outcome")
    with tempfile.TemporaryDirectory() as folder:
        for title, hostile in HOSTILE.items():
            path = Path(folder, hostile.name)
            path.write_bytes(hostile.make())
            cost = measured(path)
            outcome = hostile.outcome if isinstance(hostile.outcome, str) else f"{hostile.outcome:,} cells"
            size = path.stat().st_size // 1024
            verdict = "" if cost.is_kept(title) else "  TOO MUCH"
            print(
                f"{title:<36} {size:>7,} {cost.seconds:>8.2f} {cost.parsing:>8.0f} {cost.listening:>9.0f}"
                f"  {outcome.partition(';')[0]}{verdict}",
                flush=True,
            )
            kept = kept and cost.is_kept(title)
    return 0 if kept else 1


def measured(path: Path) -> Cost:
    """Return what reading a file costs; its parsing is done once more to see the memory of that process alone."""
    seconds, listening = _figures(_READING, path)
    (parsing,) = _figures(_PARSING, path)
    return Cost(seconds, parsing / 1024, listening / 1024)


def _figures(program: str, path: Path) -> list[float]:
    with path.open("rb") as file:
        command = [sys.executable, "-c", _MEMORY + program, str(path)]
        result = subprocess.run(command, stdin=file, capture_output=True, text=True, check=True)
    return [float(word) for word in result.stderr.split()]


_MEMORY: Final = """
import re, sys, time
from pathlib import Path

def peak():
    return re.search("VmHWM:[ \\t]*([0-9]+)", Path("/proc/self/status").read_text())[1]
"""

_READING: Final = """
from renaksi_desktop.spreadsheets.reading import read_sheets
from renaksi_desktop.spreadsheets.sheet import SheetRefused

path = Path(sys.argv[1])
data = path.read_bytes()
begin = time.perf_counter()
try:
    sheets = read_sheets(data, path.name)
except SheetRefused:
    pass
print(time.perf_counter() - begin, peak(), file=sys.stderr)
"""

_PARSING: Final = """
from renaksi_desktop.spreadsheets.child import main

sys.stdout = open("/dev/null", "w")
main()
print(peak(), file=sys.stderr)
"""


if __name__ == "__main__":
    sys.exit(main())
