"""The sums of a plan: shares of each budget line, the cost of each Indikator, the Total."""

from __future__ import annotations

from hypothesis import given
from tests.strategies import plans

from renaksi_desktop.domain.plan import (
    RO,
    Indikator,
    Komponen,
    Kontribusi,
    Plan,
    Sasaran,
    SubKomponen,
    walk,
)
from renaksi_desktop.domain.totals import Totals, anggaran


def test_a_line_that_two_indikator_share() -> None:
    line = SubKomponen("a", "A", "Sampel", 37_720_000)
    shares = [Indikator(name, kontribusi=(Kontribusi(name + "k", "a", 9_430_000),)) for name in "xyz"]
    plan = Plan(
        anggaran=(RO("r", "DR.3165.QIA.001", "", (Komponen("k", "055", "", (line,)),)),),
        sasaran=(Sasaran("s", indikator=tuple(shares)),),
    )
    totals = Totals(plan)
    assert totals.lines["a"].kode == "DR.3165.QIA.001/055/A"
    assert (totals.shared("a"), totals.remainder("a")) == (28_290_000, 9_430_000)
    assert (totals.total, totals.budget) == (28_290_000, 37_720_000)
    assert anggaran(shares[0]) == 9_430_000


@given(plans())
def test_the_total_is_the_same_by_indikator_and_by_line(plan: Plan) -> None:
    totals = Totals(plan)
    by_indikator = sum(anggaran(node) for node in walk(plan) if isinstance(node, Indikator))
    assert totals.total == by_indikator == sum(totals.shared(line) for line in totals.lines)
    assert totals.budget - totals.total == sum(totals.remainder(line) for line in totals.lines)
    assert (totals.whole.anggaran, totals.whole.terbagi) == (totals.budget, totals.total)


@given(plans())
def test_what_one_line_has_too_much_makes_up_for_no_other(plan: Plan) -> None:
    totals = Totals(plan)
    left = [totals.remainder(line) for line in totals.lines]
    assert totals.whole.sisa == sum(rupiah for rupiah in left if rupiah > 0)
    assert totals.whole.lebih == -sum(rupiah for rupiah in left if rupiah < 0)
