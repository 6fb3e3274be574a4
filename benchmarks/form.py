"""The bars of the printed form: small and large plans, growth, memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from benchmarks import floor, libreoffice
from benchmarks.measure import Bar, in_turns, peak_memory
from benchmarks.plans import enlarged, stored
from renaksi_desktop import resources
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.interchange import read_json

SMALL, LARGE = 500, 5_000  # Kontribusi


def bars(folder: Path) -> Iterator[Bar]:
    """Yield each bar when it is measured; `folder` holds the plans and what is made of them."""
    sample = read_json(resources.SAMPLE.read_bytes())
    plans = {"sample": sample, "small": enlarged(sample, SMALL), "large": enlarged(sample, LARGE)}
    exports = {name: _export(plan, folder / f"{name}.renaksi") for name, plan in plans.items()}

    one = in_turns({"import": ["-c", "import reportlab.pdfgen.canvas"], "export": exports["sample"]}, rounds=25)
    yield Bar("PDF of the sample plan / importing the canvas", one["export"] / one["import"], 2.0)

    floor.record(plans["large"], drawing := folder / "large.drawing")
    bare = ["-m", "benchmarks.floor", str(drawing), str(folder / "floor.pdf")]
    many = in_turns({"floor": bare, "small": exports["small"], "large": exports["large"]}, rounds=5)
    yield Bar(f"PDF of {LARGE:,} Kontribusi / bare canvas", many["large"] / many["floor"], 1.5)
    growth = many["large"] / many["small"]
    yield Bar(f"PDF of {LARGE:,} Kontribusi / of {SMALL}", growth, 11.0)
    yield Bar(f"PDF of {LARGE:,} Kontribusi, peak memory", peak_memory(*exports["large"][1:]), 200.0, "MiB")
    print("  medians:", ", ".join(f"{name} {seconds:.3f} s" for name, seconds in {**one, **many}.items()))
    yield from libreoffice.bars(plans, exports, folder)


def _export(plan: Plan, path: Path) -> list[str]:
    """Save a plan; return the command that exports it as the officer's own does."""
    return ["-m", "renaksi_desktop.cli", "ekspor", str(stored(plan, path)), str(path.with_suffix(".pdf"))]
