"""What is dropped on a row of the plan or between two becomes one edit, or nothing at all."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from tests.domain.test_edits import assert_valid
from tests.strategies import plans

from renaksi_desktop.domain.dropping import Gap, drop
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.fields import MAX_RUPIAH
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.outline import ROOT, Key, budget_tree, group_key, plan_tree
from renaksi_desktop.domain.plan import (
    RO,
    Id,
    Indikator,
    Komponen,
    Kontribusi,
    Plan,
    Sasaran,
    SubKomponen,
    children,
    walk,
)
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
    dropped_on = drop(Index.of(PLAN), Totals(PLAN), dropped, on)
    assert dropped_on is None or dropped_on.moved == ()
    return dropped_on and dropped_on.edit


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


ORDERED = Plan(
    anggaran=(
        RO("r1", komponen=(
            Komponen("k1", subkomponen=(SubKomponen("a"), SubKomponen("b"))),
            Komponen("k2", subkomponen=(SubKomponen("c"),)),
        )),
        RO("r2", komponen=(Komponen("k3", subkomponen=(SubKomponen("d"),)),)),
    ),
    sasaran=(
        Sasaran("s1", indikator=(
            Indikator("i1", kontribusi=(
                Kontribusi("1a", "a", 10), Kontribusi("1d", "d", 20), Kontribusi("1b", "b", 30),
                Kontribusi("1c", "c", 40),
            )),
            Indikator("i2", kontribusi=(Kontribusi("2a", "a", 5),)),
        )),
        Sasaran("s2", indikator=(Indikator("i3"), Indikator("i4"))),
        Sasaran("s3"),
    ),
)  # fmt: skip
GROUP_1, GROUP_2 = group_key("i1", "r1"), group_key("i1", "r2")


def after(*dropped: Key, on: Key | Gap) -> dict[Id, str]:
    """Return the ids below each part after a drop, and those at the top; nothing where it is refused."""
    found = drop(Index.of(ORDERED), Totals(ORDERED), dropped, on)
    if found is None:
        return {}
    plan = found.edit.apply(ORDERED)
    assert Totals(plan).total == Totals(ORDERED).total, "as much is shared out as before"
    below = {node.id: " ".join(child.id for child in children(node)) for node in walk(plan)}
    for name in ("sasaran", "anggaran"):
        below[name] = " ".join(node.id for node in getattr(plan, name))
    return below


@pytest.mark.parametrize(
    ("dropped", "on", "parent", "order"),
    [
        (["s1"], Gap("s2", "s3"), "sasaran", "s2 s1 s3"),
        (["s3"], Gap(ROOT, "s1"), "sasaran", "s3 s1 s2"),
        (["s1"], Gap("s3", ROOT), "sasaran", "s2 s3 s1"),
        (["s3", "s1"], Gap("s1", "s2"), "sasaran", "s1 s3 s2"),
        (["i2"], Gap(ROOT, "i1"), "s1", "i2 i1"),
        (["i2"], Gap("i3", "i4"), "s2", "i3 i2 i4"),
        (["i2"], "s2", "s2", "i3 i4 i2"),
        (["i4", "i1"], "s3", "s3", "i1 i4"),
        (["i3", "s2"], Gap(ROOT, "s1"), "sasaran", "s2 s1 s3"),
        (["r2"], Gap(ROOT, "r1"), "anggaran", "r2 r1"),
        (["k2"], Gap(ROOT, "k3"), "r2", "k2 k3"),
        (["k1"], "r2", "r2", "k3 k1"),
        (["a"], Gap("c", ROOT), "k2", "c a"),
        (["d", "b"], "k2", "k2", "c b d"),
        (["1b"], Gap(ROOT, "1a"), "i1", "1b 1a 1d 1c"),
        (["1a"], Gap("1b", "1c"), "i1", "1d 1b 1a 1c"),
        (["1a"], Gap("1c", ROOT), "i1", "1d 1b 1c 1a"),
        (["1d"], "i2", "i2", "2a 1d"),
        (["1d"], "2a", "i2", "2a 1d"),
        (["1b"], Gap(ROOT, "2a"), "i2", "1b 2a"),
        ([GROUP_2], Gap(ROOT, GROUP_1), "i1", "1d 1a 1b 1c"),
        ([GROUP_1], Gap(GROUP_2, ROOT), "i1", "1d 1a 1b 1c"),
        ([GROUP_2], Gap(ROOT, group_key("i2", "r1")), "i2", "1d 2a"),
        ([GROUP_1], "i3", "i3", "1a 1b 1c"),
    ],
)  # fmt: skip
def test_parts_move_where_they_are_dropped(dropped: list[Key], on: Key | Gap, parent: Id, order: str) -> None:
    assert after(*dropped, on=on)[parent] == order


@pytest.mark.parametrize(
    ("dropped", "on"),
    [
        (["i1"], "i3"),
        (["i1"], Gap("s1", "s2")),
        (["s1"], "s2"),
        (["s1"], Gap("i3", "i4")),
        (["s1"], Gap("r2", ROOT)),
        (["r1"], Gap("s3", ROOT)),
        (["r1"], Gap(ROOT, ROOT)),
        (["a"], "r1"),
        (["k1"], Gap("a", "b")),
        (["i1", "s2"], Gap("s3", ROOT)),
        (["i1", "1a"], "s1 gone"),
        (["1d"], Gap("1a", "1b")),
        (["1a"], "1b"),
        (["1a"], GROUP_2),
        (["1a"], Gap(GROUP_1, GROUP_2)),
        (["1b"], Gap(group_key("i2", "r1"), ROOT)),
        ([group_key("i2", "r2")], "i1"),
    ],
)
def test_a_place_that_parts_cannot_have_refuses_them(dropped: list[Key], on: Key | Gap) -> None:
    assert after(*dropped, on=on) == {}


def test_a_kontribusi_is_added_to_that_of_the_same_line() -> None:
    found = drop(Index.of(ORDERED), Totals(ORDERED), [GROUP_1], "i2")
    assert found is not None
    assert found.edit.name == "Gabungkan Kontribusi"
    first, second = found.edit.apply(ORDERED).sasaran[0].indikator
    assert [node.id for node in first.kontribusi] == ["1d"]
    assert [(node.id, node.jumlah) for node in second.kontribusi] == [("2a", 15), ("1b", 30), ("1c", 40)]


def test_the_same_line_of_two_indikator_becomes_one() -> None:
    found = drop(Index.of(ORDERED), Totals(ORDERED), ["1a", "2a"], "i3")
    assert found is not None
    (one,) = found.edit.apply(ORDERED).sasaran[1].indikator[0].kontribusi
    assert (one.subkomponen, one.jumlah) == ("a", 15)


def test_more_rupiah_than_a_kontribusi_can_hold_are_not_added_up() -> None:
    rich = [Kontribusi("x", "a", MAX_RUPIAH), Kontribusi("y", "a", 1)]
    plan = Plan(
        anggaran=ORDERED.anggaran,
        sasaran=(Sasaran("s", indikator=tuple(Indikator(f"i{n}", kontribusi=(k,)) for n, k in enumerate(rich))),),
    )
    assert drop(Index.of(plan), Totals(plan), ["y"], "i0") is None


@given(plan=plans(max_children=3), data=st.data())
def test_any_drop_keeps_all_that_is_in_the_plan(plan: Plan, data: st.DataObject) -> None:
    index, totals = Index.of(plan), Totals(plan)
    outlines = [plan_tree(plan, totals), budget_tree(plan)]
    siblings = [rows for outline in outlines for rows in outline.values() if rows]
    assume(siblings)
    rows = st.sampled_from(siblings).flatmap(st.sampled_from)
    gaps = st.sampled_from(siblings).flatmap(lambda near: st.sampled_from([*pairwise((ROOT, *near, ROOT))]))
    found = drop(
        index, totals, data.draw(st.lists(rows, min_size=1, max_size=3)), data.draw(rows | gaps.map(to_gap))
    )
    if found is None:
        return
    new = found.edit.apply(plan)
    assert_valid(new)
    kept = {node.id for node in walk(new)}
    if found.moved:
        assert Totals(new).total == totals.total
        assert all(isinstance(node, Kontribusi) for node in walk(plan) if node.id not in kept)
    else:
        assert index.nodes.keys() <= kept


def to_gap(rows: tuple[Key, Key]) -> Gap:
    return Gap(*rows)
