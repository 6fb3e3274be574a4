"""What pasted rows become that stand past the last row of a table."""

from __future__ import annotations

import pytest

from renaksi_desktop import resources
from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.growth import Grown, budget_row, kontribusi_row, target_row
from renaksi_desktop.domain.plan import RO, Indikator, Komponen, Plan, Sasaran, SubKomponen
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.interchange import read_json

EMPTY = Plan()
JEMBER = read_json(resources.SAMPLE.read_bytes())


def kodes(rows: list[Grown]) -> list[tuple[type, str]]:
    return [(type(row.node), getattr(row.node, "kode", "")) for row in rows]


def test_a_whole_plan_pasted_into_an_empty_one_has_sasaran_where_there_are_no_targets() -> None:
    rows: list[Grown] = []
    for has_target in (False, True, True, False, True):
        rows.append(target_row(EMPTY, "", rows, has_target=has_target))
    assert kodes(rows) == [
        (Sasaran, "01"),
        (Indikator, "01"),
        (Indikator, "02"),
        (Sasaran, "02"),
        (Indikator, "01"),
    ]
    assert [row.parent for row in rows[1:3]] == [rows[0].node] * 2
    assert rows[4].parent == rows[3].node


def test_an_indikator_without_targets_is_known_by_its_kode() -> None:
    """The kode of the sample plan: Indikator 07 of Sasaran 01 and the only one of Sasaran 99 have no targets."""
    sample: list[Sasaran | Indikator] = []
    for sasaran in JEMBER.sasaran:
        sample += [sasaran, *sasaran.indikator]
    rows: list[Grown] = []
    for node in sample:
        has_target = isinstance(node, Indikator) and any(value is not None for value in node.target)
        rows.append(target_row(EMPTY, node.kode, rows, has_target=has_target))
    assert kodes(rows) == [(type(node), node.kode) for node in sample]


def test_a_kode_that_counts_on_from_both_is_that_of_a_sasaran() -> None:
    rows: list[Grown] = []
    for own, has_target in (("01", False), ("01", True), ("02", False)):
        rows.append(target_row(EMPTY, own, rows, has_target=has_target))
    assert kodes(rows) == [(Sasaran, "01"), (Indikator, "01"), (Sasaran, "02")]


def test_rows_behind_a_plan_are_indikator_of_its_last_sasaran() -> None:
    first = target_row(JEMBER, "", [], has_target=False)
    second = target_row(JEMBER, "", [first], has_target=True)
    last = JEMBER.sasaran[-1]
    assert [row.parent for row in (first, second)] == [last, last]
    assert kodes([first, second]) == [(Indikator, "02"), (Indikator, "03")]


def test_an_indikator_needs_a_sasaran() -> None:
    with pytest.raises(EntryRefused, match="Belum ada Sasaran"):
        target_row(EMPTY, "", [], has_target=True)


def test_the_budget_is_rebuilt_by_the_shapes_of_its_kode() -> None:
    rows: list[Grown] = []
    for kode in ("DR.3165.QIA.002", "055", "A", "B", "056", "A", "DR.3165.QIA.003", "051"):
        rows.append(budget_row(EMPTY, kode, rows))
    assert [type(row.node) for row in rows] == [
        RO,
        Komponen,
        *[SubKomponen] * 2,
        Komponen,
        SubKomponen,
        RO,
        Komponen,
    ]
    parents = [EMPTY.id, *(rows[n].node.id for n in (0, 1, 1, 0, 4)), EMPTY.id, rows[6].node.id]
    assert [row.parent.id for row in rows] == parents


def test_a_budget_goes_on_below_what_is_there() -> None:
    ro = JEMBER.anggaran[-1]
    assert budget_row(JEMBER, "099", []).parent == ro
    assert budget_row(JEMBER, "Z", []).parent == ro.komponen[-1]


@pytest.mark.parametrize(
    ("kode", "reason"),
    [
        ("055", "Belum ada RO"),
        ("A", "Belum ada Komponen"),
        ("522191", "“522191” bukan kode RO, Komponen, atau Sub Komponen"),
        ("", "bukan kode"),
    ],
)
def test_a_budget_row_that_fits_nowhere_is_refused(kode: str, reason: str) -> None:
    with pytest.raises(EntryRefused, match=reason):
        budget_row(EMPTY, kode, [])


def test_a_kontribusi_is_found_by_the_kode_that_the_form_prints() -> None:
    totals = Totals(JEMBER)
    indikator = JEMBER.sasaran[0].indikator[0]
    ours = totals.lines[indikator.kontribusi[0].subkomponen]
    other = next(line for key, line in totals.lines.items() if key != ours.subkomponen.id)
    names = [
        f"{other.ro.kode} - nama lain",
        other.komponen.kode,
        f"{other.subkomponen.kode} - {other.subkomponen.nama}",
    ]
    new = kontribusi_row(totals, indikator, names)
    assert getattr(new.node, "subkomponen", None) == other.subkomponen.id
    with pytest.raises(EntryRefused, match="sudah membiayai Indikator ini"):
        kontribusi_row(totals, indikator, [node.kode for node in ours])
    with pytest.raises(EntryRefused, match=r"Anggaran DR\.0000\.AAA\.001/001/A tidak ada"):
        kontribusi_row(totals, indikator, ["DR.0000.AAA.001", "001", "A"])
