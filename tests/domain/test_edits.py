"""Every change of a plan: what it changes, what it leaves alone, and what it refuses."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import edits, plans

from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain.errors import EditRefused
from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import (
    CHILDREN,
    NO_CHILDREN,
    RO,
    Indikator,
    Komponen,
    Kontribusi,
    Node,
    Penandatangan,
    Plan,
    Sasaran,
    SubKomponen,
    walk,
)
from renaksi_desktop.domain.totals import anggaran

LINE_A, LINE_B = SubKomponen("a", "A", "Pengadaan", 100), SubKomponen("b", "B", "Pengujian", 50)
PLAN = Plan(
    anggaran=(RO("ro", "DR.3165.QIA.001", "Sampel", (Komponen("k", "055", "Uji", (LINE_A, LINE_B)),)),),
    sasaran=(
        Sasaran("s1", "01", "Satu", (
            Indikator("i1", "01", "Persentase", kontribusi=(Kontribusi("x", "a", 60), Kontribusi("y", "b", 50))),
            Indikator("i2", "02", "Jumlah", kontribusi=(Kontribusi("z", "a", 40),)),
        )),
        Sasaran("s2", "02", "Dua"),
    ),
)  # fmt: skip
S1, S2 = PLAN.sasaran
I1, I2 = S1.indikator


def test_a_field_is_changed_and_all_else_is_shared() -> None:
    change = edit.change(LINE_A, anggaran=200)
    after = change.apply(PLAN)
    assert change.name == "Ubah Anggaran Sub Komponen"
    assert Index.of(after).nodes["a"] == replace(LINE_A, anggaran=200)
    assert after.sasaran is PLAN.sasaran


def test_the_undo_menu_says_kontribusi_once() -> None:
    assert edit.change(I1.kontribusi[0], jumlah=70).name == "Ubah Kontribusi"
    assert edit.change(I1.kontribusi[0], subkomponen="b").name == "Ubah Sub Komponen Kontribusi"


def test_the_document_and_the_print_settings_are_changed_the_same_way() -> None:
    after = edit.change(PLAN.dokumen, tempat="Jember", pagu=150).apply(PLAN)
    assert (after.dokumen.tempat, after.dokumen.pagu) == ("Jember", 150)
    assert after.anggaran is PLAN.anggaran


def test_targets_are_set_by_month() -> None:
    change = edit.set_targets(I1, {12: Decimal("82.5"), 3: Decimal(75)})
    target = Index.of(change.apply(PLAN)).nodes["i1"].target  # type: ignore[union-attr]
    assert change.name == "Ubah target B03, B12"
    assert (target[2], target[11]) == (Decimal(75), Decimal("82.5"))
    assert target.count(None) == 10
    blank = edit.set_targets(I1, {3: None}).apply(change.apply(PLAN))
    assert Index.of(blank).nodes["i1"].target[2] is None  # type: ignore[union-attr]


def test_a_removed_budget_line_takes_its_kontribusi_along() -> None:
    removal = edit.remove(LINE_A)
    after = removal.apply(PLAN)
    assert removal.name == "Hapus Sub Komponen"
    assert [node.id for node in walk(after) if isinstance(node, Kontribusi)] == ["y"]
    everything = edit.remove(PLAN.anggaran[0]).apply(PLAN)
    assert not any(isinstance(node, Kontribusi) for node in walk(everything))


def test_what_is_removed_with_its_parent_is_removed_once() -> None:
    both = edit.remove(S1, I1)
    assert both.name == "Hapus Sasaran dan Indikator"
    assert both.apply(PLAN).sasaran == (S2,)


def test_a_copy_stands_behind_with_its_own_ids_and_the_next_kode() -> None:
    copy = edit.duplicate(I1)
    first, second, third = copy.apply(PLAN).sasaran[0].indikator
    assert (first, third) == (I1, I2)
    assert second.kode == "03"
    assert anggaran(second) == anggaran(I1)
    assert not {node.id for node in walk(second)} & {node.id for node in walk(PLAN)}
    assert copy.apply(PLAN) == copy.apply(PLAN)
    bare = edit.duplicate(S1, with_kontribusi=False).apply(PLAN).sasaran[1]
    assert [anggaran(indikator) for indikator in bare.indikator] == [0, 0]


def test_rows_move_within_and_between_parents() -> None:
    assert edit.rearrange([I1], S1).apply(PLAN).sasaran[0].indikator == (I2, I1)
    assert edit.rearrange([I2], S1, I1).apply(PLAN).sasaran[0].indikator == (I2, I1)
    moved = edit.rearrange([I1], S2).apply(PLAN)
    assert [sasaran.indikator for sasaran in moved.sasaran] == [(I2,), (I1,)]


def test_a_row_is_shifted_among_its_siblings() -> None:
    down = edit.shift(I1, 1)
    assert down.name == "Pindahkan Indikator"
    assert down.apply(PLAN).sasaran[0].indikator == (I2, I1)
    assert edit.shift(I2, -1).apply(PLAN) == down.apply(PLAN)


def test_a_row_shifted_past_its_siblings_goes_on_to_the_next_parent() -> None:
    moved = edit.shift(I2, 1).apply(PLAN)
    assert [sasaran.indikator for sasaran in moved.sasaran] == [(I1,), (I2,)]
    both = edit.shift(I1, 1).apply(moved)
    assert [sasaran.indikator for sasaran in both.sasaran] == [(), (I1, I2)], "down, it becomes the first there"
    assert edit.shift(I2, -1).apply(moved) == PLAN, "up, it becomes the last there"


def test_at_the_very_ends_nothing_is_shifted() -> None:
    for node, step in ((S1, -1), (S2, 1), (I1, -1), (LINE_A, -1), (LINE_B, 1)):
        assert edit.shift(node, step).apply(PLAN) is PLAN
    last = edit.shift(I2, 1).apply(PLAN)
    assert edit.shift(I2, 1).apply(last) is last


def test_renumbering_follows_the_order_of_the_plan() -> None:
    moved = edit.rearrange([I1], S1).apply(PLAN)
    renumbered = edit.renumber(moved.sasaran[0].indikator)
    assert renumbered.name == "Nomori ulang Indikator"
    assert [(node.id, node.kode) for node in renumbered.apply(moved).sasaran[0].indikator] == [
        ("i2", "01"),
        ("i1", "02"),
    ]


def test_budget_lines_are_added_to_an_indikator_in_one_step() -> None:
    step = edit.add_kontribusi(I2, {LINE_B: 20, LINE_A: 0})
    added = step.apply(PLAN).sasaran[0].indikator[1].kontribusi
    assert step.name == "Tambah Kontribusi"
    assert [(kontribusi.subkomponen, kontribusi.jumlah) for kontribusi in added] == [
        ("a", 40),
        ("b", 20),
        ("a", 0),
    ]


def test_a_budget_line_that_is_gone_pays_for_nothing() -> None:
    without = edit.remove(LINE_A).apply(PLAN)
    with pytest.raises(EditRefused, match="Sub Komponen yang membiayai sudah tidak ada"):
        edit.add_kontribusi(I2, {LINE_A: 20}).apply(without)
    with pytest.raises(EditRefused, match="Sub Komponen yang membiayai sudah tidak ada"):
        edit.add(replace(I1, id="copied"), S2).apply(without)


def test_a_third_signatory_is_refused() -> None:
    plan = PLAN
    for name in ("p1", "p2"):
        plan = edit.add(Penandatangan(name), plan).apply(plan)
    with pytest.raises(EditRefused, match="paling banyak 2 penandatangan"):
        edit.add(Penandatangan("p3"), plan).apply(plan)


def test_an_edit_that_does_not_fit_is_refused() -> None:
    gone = edit.remove(I1).apply(PLAN)
    for late in (
        edit.change(I1, uraian="x"),
        edit.set_targets(I1, {1: None}),
        edit.remove(I1),
        edit.duplicate(I1),
    ):
        with pytest.raises(EditRefused, match="sudah tidak ada"):
            late.apply(gone)
    with pytest.raises(EditRefused, match="Indikator tidak dapat diletakkan di bawah Indikator"):
        edit.rearrange([I1], I2).apply(PLAN)
    with pytest.raises(EditRefused, match="Kontribusi tidak dapat diletakkan di bawah tingkat teratas"):
        edit.add(I1.kontribusi[0], PLAN).apply(PLAN)


@given(plan=plans(), data=st.data())
def test_any_edit_that_fits_gives_a_valid_plan(plan: Plan, data: st.DataObject) -> None:
    for _ in range(data.draw(st.integers(1, 3))):
        step = data.draw(edits(plan))
        after = step.apply(plan)
        assert step.name
        assert step.apply(plan) == after
        plan = after
        assert_valid(plan)


def assert_valid(plan: Plan) -> None:
    """Ids are unique, references lead to a budget line, types and values are those of the tables."""
    nodes = list(walk(plan))
    assert len({node.id for node in nodes}) == len(nodes)
    lines = {node.id for node in nodes if isinstance(node, SubKomponen)}
    assert {node.subkomponen for node in nodes if isinstance(node, Kontribusi)} <= lines
    for node in nodes:
        _assert_tables(node)


def _assert_tables(node: Node) -> None:
    for name, kind in CHILDREN.get(type(node), NO_CHILDREN).items():
        assert all(type(child) is kind for child in getattr(node, name))
    for name, field in FIELDS.get(type(node), {}).items():
        value = getattr(node, name)
        if name != "subkomponen":
            assert field.kind.read(field.kind.plain(value)) == value
