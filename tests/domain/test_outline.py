"""How a plan is laid out in trees and lists: nothing is lost, nothing stands twice, and a search finds it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import plans

from renaksi_desktop.domain.outline import (
    ROOT,
    Key,
    Outline,
    budget_lines,
    budget_tree,
    group_key,
    group_of,
    indikator_rows,
    kontribusi_rows,
    plan_tree,
    target_rows,
)
from renaksi_desktop.domain.plan import (
    RO,
    Id,
    Indikator,
    Komponen,
    Kontribusi,
    Node,
    Plan,
    Sasaran,
    SubKomponen,
    walk,
)
from renaksi_desktop.domain.totals import Totals

SAMPLING = SubKomponen("sampling", "A", "Pengadaan Sampel", 40)
TRAVEL = SubKomponen("travel", "B", "Perjalanan Dinas", 30)
LICENCES = SubKomponen("licences", "A", "Sertifikasi", 20)
BUDGET = (
    RO("r1", "DR.3165.QIA.002", "Sampel Obat", (Komponen("k1", "055", "Pengujian", (SAMPLING, TRAVEL)),)),
    RO("r2", "DR.3165.BKB.001", "Layanan Publik", (Komponen("k2", "051", "Penyuluhan", (LICENCES,)),)),
)
MIXED = Indikator(
    "i",
    kontribusi=(Kontribusi("1", "licences"), Kontribusi("2", "sampling"), Kontribusi("3", "licences")),
)
PLAN = Plan(anggaran=BUDGET, sasaran=(Sasaran("s", indikator=(MIXED, Indikator("j"))),))


def read_down(outline: Outline, key: Key = ROOT) -> Iterator[Key]:
    """Yield the rows of an outline as they are read with everything open."""
    for child in outline.get(key, ()):
        yield child
        yield from read_down(outline, child)


def ids(plan: Plan, *kinds: type[Node]) -> list[Id]:
    return [node.id for node in walk(plan) if isinstance(node, kinds)]


def test_what_one_ro_pays_stands_together_where_its_first_kontribusi_stands() -> None:
    outline = plan_tree(PLAN, Totals(PLAN))
    assert list(read_down(outline)) == ["s", "i", "i/r2", "1", "3", "i/r1", "2", "j"]


@given(plans())
def test_every_node_stands_once_in_the_tree_of_the_plan(plan: Plan) -> None:
    rows = list(read_down(plan_tree(plan, Totals(plan))))
    assert len(rows) == len(set(rows))
    nodes = [key for key in rows if not group_of(key)[1]]
    assert sorted(nodes) == sorted(ids(plan, Sasaran, Indikator, Kontribusi))


@given(plans())
def test_a_group_holds_the_kontribusi_of_its_ro_and_of_no_other(plan: Plan) -> None:
    totals = Totals(plan)
    outline = plan_tree(plan, totals)
    for indikator in (node for node in walk(plan) if isinstance(node, Indikator)):
        ro_of = {kontribusi.id: totals.lines[kontribusi.subkomponen].ro.id for kontribusi in indikator.kontribusi}
        groups = [group_key(indikator.id, ro) for ro in dict.fromkeys(ro_of.values())]
        assert outline[indikator.id] == tuple(groups)
        for group in groups:
            assert outline[group] == tuple(key for key, ro in ro_of.items() if ro == group_of(group)[1])


@given(plans())
def test_the_grid_and_the_budget_read_in_the_order_of_the_plan(plan: Plan) -> None:
    assert list(read_down(target_rows(plan))) == ids(plan, Sasaran, Indikator)
    assert list(read_down(budget_tree(plan))) == ids(plan, RO, Komponen, SubKomponen)


@given(plans())
def test_what_pays_for_an_indikator_is_what_it_lists_and_may_be_added_is_the_rest(plan: Plan) -> None:
    totals = Totals(plan)
    for indikator in (node for node in walk(plan) if isinstance(node, Indikator)):
        assert kontribusi_rows(indikator)[ROOT] == tuple(ids_of(indikator))
        taken = {kontribusi.subkomponen for kontribusi in indikator.kontribusi}
        rest = [line for line in ids(plan, SubKomponen) if line not in taken]
        assert list(budget_lines(totals, indikator)[ROOT]) == rest


def ids_of(indikator: Indikator) -> list[Id]:
    return [kontribusi.id for kontribusi in indikator.kontribusi]


def test_where_no_indikator_is_in_focus_nothing_pays() -> None:
    assert kontribusi_rows(None) == {ROOT: ()}


@pytest.mark.parametrize(
    ("search", "found"),
    [
        ("", ("sampling", "travel", "licences")),
        ("perjalanan", ("travel",)),
        ("SAMPEL", ("sampling", "travel")),
        ("obat b", ("travel", "sampling")),
        ("3165 051", ("licences",)),
        ("uji dinas", ("travel",)),
        ("dinas layanan", ()),
        ("  penyuluhan  ", ("licences",)),
    ],
)
def test_every_word_of_a_search_stands_somewhere_in_the_line(search: str, found: tuple[Id, ...]) -> None:
    assert set(budget_lines(Totals(PLAN), Indikator("new"), search)[ROOT]) == set(found)


@given(plans(), st.text(max_size=3))
def test_another_word_narrows_a_search_and_a_line_is_found_by_its_own_names(plan: Plan, word: str) -> None:
    totals, nobody = Totals(plan), Indikator("new")
    for key, line in totals.lines.items():
        own = f"{line.subkomponen.nama} {line.ro.kode} {line.komponen.nama}"
        found = budget_lines(totals, nobody, own)[ROOT]
        assert key in found
        assert set(budget_lines(totals, nobody, f"{own} {word}")[ROOT]) <= set(found)


PEOPLE = Plan(
    sasaran=(
        Sasaran("s1", "01", "Obat aman", (Indikator("a", "01", "Jumlah sampel"), Indikator("b", "02", "Desa"))),
        Sasaran("s2", "02", "Kosong"),
        Sasaran("s3", "03", "Pangan aman", (Indikator("c", "01", "Jumlah desa"),)),
    )
)


@pytest.mark.parametrize(
    ("search", "rows"),
    [
        ("", ["s1", "a", "b", "s3", "c"]),
        ("DESA", ["s1", "b", "s3", "c"]),
        ("desa pangan", ["s3", "c"]),
        ("02", ["s1", "b"]),
        ("rumah", []),
    ],
)
def test_indikator_are_found_by_their_words_and_those_of_their_sasaran(search: str, rows: list[Id]) -> None:
    assert list(read_down(indikator_rows(PEOPLE, search))) == rows
