"""An officer sees and fills the whole sharing out at once: Indikator down, Sub Komponen across."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QLabel
from tests.gui.officer import Officer

from renaksi_desktop.document.document import Document
from renaksi_desktop.domain.plan import (
    RO,
    Dokumen,
    Indikator,
    Komponen,
    Kontribusi,
    Plan,
    Sasaran,
    SubKomponen,
    new_id,
)
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.models.cells import Cell
from renaksi_desktop.models.matrix import ANGGARAN, FIRST_LINE, URAIAN, MatrixModel
from renaksi_desktop.storage.places import Places
from renaksi_desktop.widgets.frozen_grid import FrozenGrid

SAMPLING = "DR.3165.QIA.001/055/A"
"""37.720.000 rupiah, shared equally by four Indikator."""


def grid(officer: Officer) -> FrozenGrid:
    return officer.find(FrozenGrid, "matrixGrid")


def model(officer: Officer) -> MatrixModel:
    found = grid(officer).model()
    assert isinstance(found, MatrixModel)
    return found


def column(officer: Officer, kode: str) -> int:
    """Return the column of a Sub Komponen."""
    line = next(line.subkomponen for line in Totals(officer.plan).lines.values() if line.kode == kode)
    shown = model(officer)
    return next(c for c in range(FIRST_LINE, shown.columnCount()) if shown.line_of(c) == line)


def title(officer: Officer, kode: str, role: int = Qt.ItemDataRole.DisplayRole) -> list[str]:
    found = model(officer).headerData(column(officer, kode), Qt.Orientation.Horizontal, role)
    return str(found).splitlines()


def go_to(officer: Officer, row: int, kode: str) -> None:
    index = model(officer).index(row, column(officer, kode))
    grid(officer).setFocus()
    grid(officer).setCurrentIndex(index)


@pytest.fixture
def matrix(jember: Officer) -> Officer:
    jember.press("Ctrl+3")
    return jember


def first(officer: Officer) -> Indikator:
    return officer.plan.sasaran[0].indikator[0]


def test_both_margins_are_in_view_and_what_is_not_shared_is_blank(matrix: Officer) -> None:
    shown, across = model(matrix), column(matrix, SAMPLING)
    assert title(matrix, SAMPLING) == [
        "DR.3165.QIA.001",
        "055/A",
        "37,720,000",
        "terbagi 37,720,000",
        "sisa 0",
    ]
    assert [shown.index(row, across).data() for row in range(1, 5)] == ["", "", "9,430,000", "9,430,000"]
    assert shown.index(1, ANGGARAN).data() == "61,559,000"
    assert shown.heading(shown.key(shown.index(0, 0))) == matrix.plan.sasaran[0].uraian
    assert "A - Pengadaan Sampel" in title(matrix, SAMPLING, Qt.ItemDataRole.ToolTipRole)


def test_an_amount_in_a_blank_cell_is_a_kontribusi_and_a_blank_takes_it_out(matrix: Officer) -> None:
    before = matrix.plan
    go_to(matrix, 1, SAMPLING)
    matrix.type("Rp 5.000")
    matrix.press("Return")
    assert [k.jumlah for k in first(matrix).kontribusi] == [61_559_000, 5_000]
    assert model(matrix).index(1, ANGGARAN).data() == "61,564,000"
    assert title(matrix, SAMPLING)[3:] == ["terbagi 37,725,000", "lebih 5,000"]
    assert matrix.find(QAction, "urung").text() == "&Urungkan Ubah Kontribusi"
    go_to(matrix, 1, SAMPLING)
    matrix.press("Delete")
    assert matrix.plan == before
    matrix.press("Ctrl+Z", "Ctrl+Z")
    assert matrix.plan == before
    assert not matrix.find(QAction, "urung").isEnabled()


def test_a_block_is_cleared_in_one_step(matrix: Officer) -> None:
    before = matrix.plan
    go_to(matrix, 3, SAMPLING)
    matrix.press("Shift+Down", "Shift+Down", "Delete")
    assert title(matrix, SAMPLING)[4] == "sisa 28,290,000"
    matrix.press("Ctrl+Z")
    assert matrix.plan == before


def test_a_refused_amount_leaves_the_cell_alone(matrix: Officer) -> None:
    before = matrix.plan
    go_to(matrix, 3, SAMPLING)
    matrix.type("-5")
    matrix.press("Return")
    assert matrix.plan == before
    assert grid(matrix).currentIndex().row() == 3


def test_one_ro_narrows_the_columns(matrix: Officer) -> None:
    box = matrix.find(QComboBox, "pilihanRO")
    box.setFocus()
    matrix.press("End")
    assert box.currentText().startswith("DR.3165.ZZZ.000")
    last = sum(len(komponen.subkomponen) for komponen in matrix.plan.anggaran[-1].komponen)
    assert model(matrix).columnCount() == FIRST_LINE + last
    assert grid(matrix).frozen_view().isColumnHidden(FIRST_LINE), "the frozen part shows frozen columns alone"
    matrix.press("Home")
    assert box.currentText() == "Semua RO"
    assert model(matrix).columnCount() == FIRST_LINE + len(Totals(matrix.plan).lines)


def test_the_columns_follow_the_budget(matrix: Officer) -> None:
    matrix.window.session.select(matrix.plan.anggaran[-1].komponen[-1].id)
    before = model(matrix).columnCount()
    matrix.press("Ctrl+Alt+S")
    matrix.type("Baru")
    matrix.press("Tab")
    assert model(matrix).columnCount() == before, "a line without money has no column"
    matrix.type("1000")
    matrix.press("Return")
    assert model(matrix).columnCount() == before + 1
    assert model(matrix).headerData(before, Qt.Orientation.Horizontal).splitlines()[4] == "sisa 1,000"


def test_the_row_in_focus_is_that_of_the_other_pages(matrix: Officer) -> None:
    second = matrix.plan.sasaran[2].indikator[1]
    matrix.window.session.select(second.id)
    assert grid(matrix).currentIndex().siblingAtColumn(URAIAN).data() == second.uraian


def test_an_empty_plan_says_what_to_do(empty: Officer) -> None:
    empty.press("Ctrl+3")
    texts = [label.text() for label in grid(empty).findChildren(QLabel) if label.isVisible()]
    assert any("Belum ada yang dapat dibagi." in text for text in texts)


def test_a_large_matrix_looks_only_at_what_is_in_view(
    open_window: Callable[[Document], Officer], places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    """300 x 1,000 cells: opening, going to the far corner and typing there ask for few cells."""
    lines = tuple(SubKomponen(new_id(), anggaran=100) for _ in range(1000))
    indikator = tuple(
        Indikator(new_id(), f"{n:02d}", kontribusi=(Kontribusi(new_id(), lines[n].id, 100),)) for n in range(300)
    )
    plan = Plan(
        Dokumen(tahun=2026),
        anggaran=(RO(new_id(), komponen=(Komponen(new_id(), subkomponen=lines),)),),
        sasaran=(Sasaran(new_id(), indikator=indikator),),
    )
    officer = open_window(Document.new(plan, places))
    asked: set[tuple[str, int]] = set()
    cell = MatrixModel.cell

    def counted(self: MatrixModel, key: str, at: int) -> Cell:
        asked.add((key, at))
        return cell(self, key, at)

    monkeypatch.setattr(MatrixModel, "cell", counted)
    officer.press("Ctrl+3")
    grid(officer).setFocus()
    officer.press("Ctrl+End")
    officer.type("7")
    officer.press("Return")
    assert officer.plan.sasaran[0].indikator[-1].kontribusi[-1].jumlah == 7
    assert 0 < len(asked) < 3000
