"""What is dropped on a row of the plan becomes one edit, or nothing at all."""

from __future__ import annotations

import pytest

from renaksi_desktop.domain.dropping import drop
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.outline import ROOT, Key, group_key
from renaksi_desktop.domain.plan import RO, Id, Indikator, Komponen, Kontribusi, Plan, Sasaran, SubKomponen
from renaksi_desktop.domain.totals import Totals

PLAN = Plan(
    anggaran=(
        RO("r1", komponen=(
            Komponen("k1", subkomponen=(SubKomponen("a", "A", anggaran=100), SubKomponen("b", "B", anggaran=50))),
            Komponen("k2", subkomponen=(SubKomponen("c", "A", anggaran=30),)),
        )),
        RO("r2"),
    ),
    sasaran=(
        Sasaran("s", indikator=(Indikator("i", kontribusi=(Kontribusi("x", "a", 60),)), Indikator("j"))),
    ),
)  # fmt: skip


def meant(*dropped: Id, on: Key) -> Edit | None:
    return drop(Index.of(PLAN), Totals(PLAN), dropped, on)


def added(edit: Edit | None, indikator: int) -> list[tuple[Id, int]]:
    """Return (SubKomponen, rupiah) of what an edit adds to an Indikator."""
    assert edit is not None
    before = PLAN.sasaran[0].indikator[indikator].kontribusi
    after = edit.apply(PLAN).sasaran[0].indikator[indikator].kontribusi
    assert after[: len(before)] == before
    return [(node.subkomponen, node.jumlah) for node in after[len(before) :]]


def test_a_budget_line_on_an_indikator_pays_what_remains_of_it() -> None:
    edit = meant("a", on="j")
    assert added(edit, 1) == [("a", 40)]
    assert edit is not None
    assert edit.name == "Tambah Kontribusi"


def test_an_ro_or_komponen_stands_for_all_lines_below_it_in_the_order_of_the_budget() -> None:
    assert added(meant("r1", on="j"), 1) == [("a", 40), ("b", 50), ("c", 30)]
    assert added(meant("c", "k1", "a", on="j"), 1) == [("a", 40), ("b", 50), ("c", 30)]


def test_lines_that_pay_already_stay_as_they_are() -> None:
    assert added(meant("k1", on="i"), 0) == [("b", 50)]


@pytest.mark.parametrize("row", [group_key("i", "r1"), "x"])
def test_rows_below_an_indikator_stand_for_it(row: Key) -> None:
    assert added(meant("b", on=row), 0) == [("b", 50)]


@pytest.mark.parametrize(
    ("dropped", "row"),
    [
        (["b"], "s"),
        (["b"], "k1"),
        (["b"], ROOT),
        (["b"], "gone"),
        (["a"], "i"),
        (["r2"], "j"),
        (["gone"], "j"),
        (["b", "gone"], "j"),
        (["b", "j"], "i"),
        (["i"], "j"),
        ([], "j"),
    ],
)
def test_what_means_nothing_is_refused(dropped: list[Id], row: Key) -> None:
    assert meant(*dropped, on=row) is None
