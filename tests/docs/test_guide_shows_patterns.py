"""The example of patterns in the guide is what the program makes."""

from __future__ import annotations

from decimal import Decimal

import pytest

from renaksi_desktop.domain.filling import filled
from renaksi_desktop.domain.pattern import PATTERNS, Filling, Pattern
from renaksi_desktop.domain.plan import Gaya, Indikator
from renaksi_desktop.domain.target import format_target
from renaksi_desktop.domain.wording import spoken
from renaksi_desktop.resources import GUIDE

ANNUAL, DESA = Decimal(24), Decimal(4)
EXAMPLES = {
    "konstan": Filling(Pattern.CONSTANT, ANNUAL),
    "linear": Filling(Pattern.LINEAR, ANNUAL),
    "bertahap (B03 10, B08 20)": Filling(Pattern.STEPS, ANNUAL, steps={3: Decimal(10), 8: Decimal(20)}),
    "triwulanan": Filling(Pattern.QUARTERLY, ANNUAL),
    "hanya B12": Filling(Pattern.YEAR_END, ANNUAL),
    "progres (mulai B02)": Filling(Pattern.PROGRESS, DESA, first=2),
    "dibagi rata": Filling(Pattern.SHARES, ANNUAL),
}


def rows() -> dict[str, list[str]]:
    """Return the rows of the table of patterns: their cells, by the first one."""
    lines = (GUIDE / "jenis-target-dan-pola.md").read_text("utf-8").splitlines()
    start = next(number for number, line in enumerate(lines) if line.startswith("| pola |"))
    cells = ([cell.strip() for cell in line.strip("|").split("|")] for line in lines[start + 2 :] if line)
    return {name: others for name, *others in cells if len(others) == 13}


def test_the_guide_shows_every_pattern() -> None:
    assert rows().keys() == EXAMPLES.keys()


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_pattern_makes_what_the_guide_shows(name: str) -> None:
    new = filled(EXAMPLES[name], Indikator("i"))
    kind, *months = rows()[name]
    assert kind == spoken(PATTERNS[EXAMPLES[name].pattern].kind)
    assert months == [format_target(value, Gaya.INDONESIA) for value in new.target]
