"""Each cell knows what the checks find about it, and each place finds its cell."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QApplication
from tests.domain.test_checks import FIRST, LINE, RIGHT, SASARAN, SECOND, X, months

from renaksi_desktop.document.document import Document
from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain.acceptance import accept, withdraw
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.findings import Code, Place, Severity
from renaksi_desktop.domain.outline import group_key
from renaksi_desktop.domain.plan import JenisTarget
from renaksi_desktop.models import anggaran_tree, kontribusi_table, target_grid
from renaksi_desktop.models.anggaran_tree import AnggaranModel
from renaksi_desktop.models.findings_tree import ACCEPTED, FindingsModel
from renaksi_desktop.models.kontribusi_table import KontribusiModel
from renaksi_desktop.models.marked_model import MARK_ROLE, MarkedModel
from renaksi_desktop.models.plan_tree import BADGE_ROLE, PlanTreeModel
from renaksi_desktop.models.session import PlanSession
from renaksi_desktop.models.target_grid import TargetModel
from renaksi_desktop.storage.places import Places

TIP, DESCRIPTION = Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole


@pytest.fixture
def session(qapp: QApplication, tmp_path: Path) -> Iterator[PlanSession]:
    """The right plan of the checks' own tests, which has no finding."""
    document = Document.new(RIGHT, Places(tmp_path))
    yield PlanSession(document)
    document.close()


def do(session: PlanSession, *steps: Edit) -> None:
    """Change the plan and have it checked."""
    assert session.apply(edit.compose("", *steps))
    session.findings.check_now()


def marks(model: MarkedModel, key: str) -> dict[int, str]:
    """Return the marks of a row by column, but for those that tell of what another column may hide."""
    columns = [column for column in range(model.columnCount()) if column not in repeating(model)]
    cells = {column: model.index_of(key, column).data(MARK_ROLE) for column in columns}
    return {column: mark for column, mark in cells.items() if mark}


def repeating(model: MarkedModel) -> Collection[int]:
    return (*target_grid.TRIWULAN, *target_grid.PARTICULARS) if isinstance(model, TargetModel) else ()


def test_a_month_an_uraian_and_a_kode_are_marked_where_they_stand(session: PlanSession) -> None:
    grid = TargetModel(session)
    do(session, edit.set_targets(FIRST, {5: None, 12: None}), edit.change(SECOND, uraian="", kode="x"))
    may, december = target_grid.FIRST_BULAN + 4, target_grid.FIRST_BULAN + 11
    assert marks(grid, "i1") == {may: Severity.WARNING, december: Severity.ERROR}
    assert marks(grid, "i2") == {target_grid.KODE: Severity.ERROR, target_grid.URAIAN: Severity.WARNING}
    cell = grid.index_of("i1", may)
    assert cell.data(DESCRIPTION) == "▲ Target B05 masih kosong."
    assert cell.data(TIP) == "▲ Target B05 masih kosong.", "no blank line for the blank month"
    assert grid.index_of("i2", target_grid.KODE).data(TIP).startswith("x\n● Kode “x” tidak sesuai")


def test_what_no_column_shows_is_marked_at_the_name(session: PlanSession) -> None:
    grid = TargetModel(session)
    do(session, edit.change(FIRST, jenis_target=None))
    assert marks(grid, "i1") == {target_grid.URAIAN: Severity.INFO}
    told = [grid.index_of("i1", column).data(MARK_ROLE) for column in target_grid.PARTICULARS]
    assert told == [None, None, Severity.INFO, None], "the column of the field tells it too, where it is shown"


def test_the_gravest_of_several_is_marked_and_all_are_told(session: PlanSession) -> None:
    grid = TargetModel(session)
    do(session, edit.change(FIRST, satuan="%", target=months(*[75] * 11, 101)))
    cell = grid.index_of("i1", target_grid.FIRST_BULAN + 11)
    assert cell.data(MARK_ROLE) == Severity.WARNING
    assert len(cell.data(DESCRIPTION).splitlines()) == 2


def test_a_line_shared_out_too_much_is_marked_in_the_budget_and_beside_each_share(session: PlanSession) -> None:
    budget, shares = AnggaranModel(session), KontribusiModel(session)
    session.select("i1")
    do(session, edit.change(X, jumlah=61))
    assert marks(budget, "line") == {anggaran_tree.ANGGARAN: Severity.ERROR}
    assert marks(shares, "x") == {kontribusi_table.SISA: Severity.ERROR}
    do(session, edit.change(X, jumlah=101))
    assert marks(shares, "x") == dict.fromkeys((kontribusi_table.KONTRIBUSI, kontribusi_table.SISA), "galat")


@pytest.mark.parametrize(
    ("kind", "place", "column"),
    [
        (TargetModel, Place("s1", "kode"), target_grid.KODE),
        (TargetModel, Place("i1"), target_grid.URAIAN),
        (TargetModel, Place("i1", "satuan"), target_grid.URAIAN),
        (TargetModel, Place("i1", "target", 3), target_grid.FIRST_BULAN + 2),
        (AnggaranModel, Place("ro", "kode"), anggaran_tree.KODE),
        (AnggaranModel, Place("komponen", "nama"), anggaran_tree.NAMA),
        (AnggaranModel, Place("line", "anggaran"), anggaran_tree.ANGGARAN),
        (KontribusiModel, Place("x", "jumlah"), kontribusi_table.KONTRIBUSI),
        (KontribusiModel, Place("x", "subkomponen"), kontribusi_table.SUB_KOMPONEN),
    ],
)
def test_each_place_finds_its_cell(
    session: PlanSession, kind: type[MarkedModel], place: Place, column: int
) -> None:
    session.select("i1")
    model = kind(session)
    cell = model.index_at(place)
    assert (model.key(cell), cell.column()) == (place.node, column)
    assert not model.index_at(place._replace(node="elsewhere")).isValid()


def test_only_cells_about_which_something_else_is_found_are_painted_anew(session: PlanSession) -> None:
    grid = TargetModel(session)
    do(session, edit.set_targets(SECOND, {12: None}))
    session.apply(edit.set_targets(FIRST, {12: None}))
    painted: list[tuple[str, int]] = []

    def note(first: QModelIndex, last: QModelIndex) -> None:
        assert first == last
        painted.append((grid.key(first), first.column()))

    grid.dataChanged.connect(note)
    session.findings.check_now()
    december, fourth = target_grid.BULAN[-1], target_grid.TRIWULAN[-1]
    assert painted == [("i1", december), ("i1", fourth)], "B12 of the second is found as before"


def test_the_tree_counts_errors_and_warnings_at_a_row_and_below(session: PlanSession) -> None:
    tree = PlanTreeModel(session)
    group = group_key("i1", "ro")

    def badges() -> dict[str, str]:
        keys = ("s1", "i1", group, "x", "i2")
        return {key: badge for key in keys if (badge := tree.index_of(key).data(BADGE_ROLE))}

    session.findings.check_now()
    assert badges() == {}
    do(session, edit.change(X, jumlah=101), edit.change(FIRST, jenis_target=None), edit.change(SECOND, uraian=""))
    assert badges() == {"s1": "● 2", "i1": "● 1", group: "● 1", "x": "● 1", "i2": "▲ 1"}
    assert tree.index_of("s1").data(TIP).endswith("\nTemuan: 1 galat, 1 peringatan")
    assert tree.index_of("i2").data(DESCRIPTION) == "Temuan: 1 peringatan"
    do(session, edit.change(SECOND, uraian="Jumlah desa"))
    assert badges() == {"s1": "● 1", "i1": "● 1", group: "● 1", "x": "● 1"}
    assert PlanTreeModel(session).index_of("s1").data(BADGE_ROLE) == "● 1", "also in a tree made later"


def test_what_is_accepted_is_marked_and_counted_nowhere(session: PlanSession) -> None:
    grid, tree, rows = TargetModel(session), PlanTreeModel(session), FindingsModel(session)
    do(session, edit.change(FIRST, jenis_target=JenisTarget.KUMULATIF, target=months(*[75] * 11, 70)))
    (finding,) = session.findings.open
    do(session, accept(finding, "Disepakati."))
    assert (session.findings.open, session.findings.count(Severity.WARNING)) == ([], 0)
    assert (marks(grid, "i1"), tree.index_of("s1").data(BADGE_ROLE)) == ({}, None)
    group = rows.index(0, 0)
    assert (rows.rowCount(), rows.key(group), group.data()) == (1, ACCEPTED, "✓ Diterima (1)")
    told = rows.index(0, 1, group)
    assert told.data().endswith("padahal jenisnya kumulatif. Diterima: Disepakati.")
    exception = rows.exception(told)
    assert exception is not None
    do(session, withdraw(exception))
    assert rows.index(0, 0).data() == "▲ Peringatan (1)"
    assert marks(grid, "i1") == {target_grid.FIRST_BULAN + 11: Severity.WARNING}


def test_rows_are_filtered_by_words_and_by_kind(session: PlanSession) -> None:
    rows = FindingsModel(session)
    do(session, edit.set_targets(FIRST, {12: None}), edit.change(SECOND, uraian=""), edit.change(LINE, nama=""))

    def shown() -> list[str]:
        groups = [rows.index(row, 0) for row in range(rows.rowCount())]
        return [rows.index(row, 0, group).data() for group in groups for row in range(rows.rowCount(group))]

    everything = shown()
    assert len(everything) == 3
    rows.search("indikator 02 KOSONG")
    assert shown() == ["Sasaran 01 > Indikator 02"]
    rows.search("")
    rows.hide([Severity.WARNING])
    assert shown() == ["Sasaran 01 > Indikator 01, B12"]
    assert rows.count(Severity.WARNING) == 2, "what is hidden is counted all the same"
    rows.hide([])
    assert shown() == everything


def test_a_row_reads_anew_when_its_place_is_named_anew(session: PlanSession) -> None:
    rows = FindingsModel(session)
    do(session, edit.change(FIRST, uraian=""))
    row = rows.index(0, 0, rows.index(0, 0))
    told: list[str] = []
    rows.dataChanged.connect(lambda first, _: told.append(rows.key(first)))
    do(session, edit.set_targets(SECOND, {1: None}))
    assert rows.key(row) not in told
    do(session, edit.change(SASARAN, kode="02"))
    assert rows.key(row) in told
    assert row.data() == "Sasaran 02 > Indikator 01"


def test_another_plan_has_none_of_the_findings_of_the_one_before(session: PlanSession, tmp_path: Path) -> None:
    grid, tree, rows = TargetModel(session), PlanTreeModel(session), FindingsModel(session)
    do(session, edit.set_targets(FIRST, {12: None}))
    assert session.findings.open[0].code is Code.B12_KOSONG
    session.replace(Document.new(RIGHT, Places(tmp_path / "other")))
    assert (marks(grid, "i1"), tree.index_of("s1").data(BADGE_ROLE), rows.rowCount()) == ({}, None, 0)
    session.document.close()


@pytest.mark.parametrize("name", target_grid.PARTICULARS.values())
def test_what_was_found_of_a_row_that_is_gone_marks_nothing(session: PlanSession, name: str) -> None:
    grid = TargetModel(session)
    marked: list[QModelIndex] = []
    grid.dataChanged.connect(lambda first, _: marked.append(first))
    do(session, edit.remove(FIRST))
    marked.clear()
    grid.mark([Place(FIRST.id, name)])
    assert marked == []
