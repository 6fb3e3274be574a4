"""The bars of the window: first paint, one edit, memory."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from benchmarks.measure import Bar, in_turns, peak_memory
from benchmarks.plans import enlarged, stored
from renaksi_desktop import resources
from renaksi_desktop.interchange import read_json

LARGE = 5_000  # Kontribusi
EDITS = 60


def bars(folder: Path) -> Iterator[Bar]:
    """Yield each bar when it is measured; `folder` holds the plans and the program's own files."""
    sample = read_json(resources.SAMPLE.read_bytes())
    paint = {
        "sample": _window(stored(sample, folder / "window-sample.renaksi"), folder),
        "large": _window(stored(enlarged(sample, LARGE), folder / "window-large.renaksi"), folder),
    }
    floors = {"bare": ["-m", "benchmarks.bare_window"], "filled": ["-m", "benchmarks.bare_window", "filled"]}
    seconds = in_turns({**floors, **paint}, rounds=15)
    yield Bar("first paint of the sample plan / a bare window", seconds["sample"] / seconds["bare"], 2.0)
    yield Bar(
        f"first paint of {LARGE:,} Kontribusi / of the sample plan", seconds["large"] / seconds["sample"], 1.5
    )
    edits = subprocess.run(
        [sys.executable, *paint["large"][:-1], str(EDITS)], check=True, capture_output=True, text=True, timeout=120
    )
    yield Bar(f"one edit on {LARGE:,} Kontribusi, Enter to painted", float(edits.stdout), 16.0, "ms")
    yield Bar(
        f"window on {LARGE:,} Kontribusi, peak memory", peak_memory(*paint["large"][1:-1], "1"), 250.0, "MiB"
    )
    print("  medians:", ", ".join(f"{name} {value:.3f} s" for name, value in seconds.items()))


def _window(plan: Path, folder: Path) -> list[str]:
    return ["-m", "benchmarks.our_window", str(plan), str(folder / "data"), "0"]
