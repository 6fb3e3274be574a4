"""After its Anggaran changed, a line is shared out again as it was shared before, to the rupiah."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi_desktop.domain.errors import EditRefused
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
from renaksi_desktop.domain.resplitting import Offer, offers, resplit


def plan_of(anggaran: int, *shares: int) -> Plan:
    """Return a plan of one line of budget, shared out to Indikator i1, i2, ... by Kontribusi k1, k2, ..."""
    line = SubKomponen("line", "A", "Pengadaan", anggaran)
    indikator = tuple(
        Indikator(f"i{number}", f"{number:02}", kontribusi=(Kontribusi(f"k{number}", "line", jumlah),))
        for number, jumlah in enumerate(shares, 1)
    )
    return Plan(
        anggaran=(RO("ro", "DR.3165.QIA.001", "Sampel", (Komponen("k", "055", "Uji", (line,)),)),),
        sasaran=(Sasaran("s", "01", "Satu", indikator),),
    )


def revised(plan: Plan, anggaran: int) -> Plan:
    """Return the plan with another Anggaran and the same Kontribusi."""
    return replace(plan, anggaran=plan_of(anggaran).anggaran)


def offer(before: int, after: int, *shares: int) -> Offer | None:
    plan = plan_of(before, *shares)
    found = offers(plan, revised(plan, after))
    return found[0] if found else None


def amounts(found: Offer | None) -> list[int] | None:
    return None if found is None else list(found.amounts.values())


def test_a_line_that_was_shared_out_whole_is_so_again() -> None:
    assert amounts(offer(100, 50, 60, 40)) == [30, 20]
    assert amounts(offer(3, 10, 1, 1, 1)) == [4, 3, 3]


def test_a_line_that_was_shared_in_part_keeps_its_part() -> None:
    found = offer(100, 200, 30, 20)
    assert amounts(found) == [60, 40]
    assert found is not None
    assert (found.before, found.after, found.shared, found.proposed) == (100, 200, 50, 100)


def test_a_line_of_which_too_much_was_shared_is_shared_out_whole() -> None:
    assert amounts(offer(100, 50, 100, 100)) == [25, 25]
    assert amounts(offer(0, 60, 20, 10)) == [40, 20]


def test_a_line_that_has_no_money_any_more_keeps_its_kontribusi_of_nothing() -> None:
    plan = plan_of(100, 60, 40)
    after = revised(plan, 0)
    emptied = resplit(offers(plan, after)).apply(after)
    assert [node.jumlah for node in walk(emptied) if isinstance(node, Kontribusi)] == [0, 0]


def test_kontribusi_of_nothing_in_a_line_of_nothing_share_equally_and_say_so() -> None:
    found = offer(0, 101, 0, 0)
    assert found is not None
    assert (amounts(found), found.equal) == ([51, 50], True)


def test_a_line_that_nobody_took_from_stays_so() -> None:
    assert offer(100, 200, 0, 0) is None
    assert offer(100, 200) is None


def test_a_line_with_the_same_anggaran_is_left_alone_however_it_is_shared() -> None:
    assert offer(100, 100, 70, 50) is None


def test_a_share_below_zero_gives_no_proportion() -> None:
    found = offer(100, 200, 150, -50)
    assert found is not None
    assert found.amounts == {}
    plan = plan_of(200, 150, -50)
    assert resplit([found]).apply(plan) == plan


def test_it_is_one_step_with_a_name_and_refused_where_a_kontribusi_has_gone() -> None:
    found = offer(100, 50, 60, 40)
    assert found is not None
    assert resplit([found]).name == "Bagi ulang 1 Sub Komponen"
    with pytest.raises(EditRefused):
        resplit([found]).apply(plan_of(50, 60))


@given(st.integers(0, 10**12), st.integers(0, 10**12), st.lists(st.integers(0, 10**9), min_size=1, max_size=8))
def test_any_line_keeps_its_proportions(before: int, after: int, shares: list[int]) -> None:
    found = offer(before, after, *shares)
    if found is None:
        return
    shared, parts = sum(shares), list(found.amounts.values())
    assert all(part >= 0 for part in parts)
    assert sum(parts) <= after
    if shared >= before:
        assert sum(parts) == after
    elif before:
        assert abs(sum(parts) - after * shared / before) <= 1
    if shared:
        whole = max(shared, before)
        assert all(abs(part - after * share / whole) <= 1 for part, share in zip(parts, shares, strict=True))
