"""An officer shows the particulars of Indikator as columns, and types and pastes them like the months."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QHeaderView, QMenu
from tests.gui.officer import Officer

from renaksi_desktop import resources
from renaksi_desktop.document.document import Document
from renaksi_desktop.domain.plan import Dokumen, Indikator, JenisTarget, Plan
from renaksi_desktop.interchange import read_json
from renaksi_desktop.models import target_grid
from renaksi_desktop.models.target_grid import (
    BULAN,
    JENIS_TARGET,
    PARTICULARS,
    PENANGGUNG_JAWAB,
    SATUAN,
    TARGET_TAHUNAN,
    URAIAN,
)
from renaksi_desktop.storage.places import Places
from renaksi_desktop.widgets.frozen_grid import FrozenGrid


def grid(officer: Officer) -> FrozenGrid:
    return officer.window.pages.target.grid


def shown(officer: Officer) -> list[int]:
    return [column for column in PARTICULARS if not grid(officer).isColumnHidden(column)]


def indikator(officer: Officer, number: int) -> Indikator:
    return officer.plan.sasaran[0].indikator[number - 1]


def show(officer: Officer, *names: str) -> None:
    for name in names:
        officer.find(QAction, f"kolom-{name}").trigger()
    QApplication.processEvents()


@pytest.fixture
def wide(jember: Officer) -> Officer:
    """The grid with all particulars."""
    show(jember, *PARTICULARS.values())
    return jember


def test_no_particular_is_shown_until_it_is_asked_for(jember: Officer) -> None:
    assert shown(jember) == []
    show(jember, "satuan", "target_tahunan")
    assert shown(jember) == [SATUAN, TARGET_TAHUNAN]
    assert jember.find(QAction, "kolom-satuan").isChecked()
    show(jember, "satuan")
    assert shown(jember) == [TARGET_TAHUNAN]
    assert not jember.find(QAction, "kolom-satuan").isChecked()


@pytest.mark.parametrize("frozen", [False, True])
def test_a_right_click_on_the_titles_offers_the_columns(jember: Officer, frozen: bool) -> None:
    view = grid(jember).frozen_view() if frozen else grid(jember)
    header: QHeaderView = view.horizontalHeader()
    at = QPoint(header.viewport().width() - 4, 4)
    pane = header.viewport()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, pane.mapToGlobal(at))
    QApplication.sendEvent(pane, event)
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [action.text().replace("&", "") for action in menu.actions()] == [
        "Satuan",
        "Target Tahunan",
        "Jenis Target",
        "Penanggung Jawab",
    ]
    jember.click_at(menu, menu.actionGeometry(menu.actions()[2]).center())
    assert shown(jember) == [JENIS_TARGET]


def test_they_are_typed_down_the_column_and_words_used_before_are_offered(wide: Officer) -> None:
    wide.click(grid(wide), 1, SATUAN)
    wide.type("persen")
    wide.press("Return")
    wide.type("pe")
    assert QApplication.focusWidget().text() == "persen"  # type: ignore[union-attr]
    wide.press("Return")
    assert [indikator(wide, number).satuan for number in (1, 2)] == ["persen", "persen"]
    assert grid(wide).currentIndex() == grid(wide).model().index(3, SATUAN)
    wide.click(grid(wide), 1, JENIS_TARGET)
    wide.type("kum")
    wide.press("Tab")
    wide.type("Fungsi Pengujian")
    wide.press("Return")
    assert indikator(wide, 1).jenis_target is JenisTarget.KUMULATIF
    assert indikator(wide, 1).penanggung_jawab == "Fungsi Pengujian"
    wide.click(grid(wide), 2, TARGET_TAHUNAN)
    wide.type("26")
    wide.press("Return")
    assert indikator(wide, 2).target_tahunan == Decimal(26)


def test_what_does_not_fit_says_why(wide: Officer) -> None:
    wide.click(grid(wide), 1, JENIS_TARGET)
    wide.type("entah")
    wide.press("Return")
    assert indikator(wide, 1).jenis_target is None
    assert grid(wide).currentIndex() == grid(wide).model().index(1, JENIS_TARGET)


def test_a_block_of_particulars_is_copied_and_pasted(wide: Officer) -> None:
    mime = QMimeData()
    mime.setText("persen\t82,5\tNon Kumulatif\tFungsi Pengujian")
    QApplication.clipboard().setMimeData(mime)
    wide.click(grid(wide), 1, SATUAN)
    wide.press("Ctrl+V")
    first = indikator(wide, 1)
    assert (first.satuan, first.target_tahunan, first.penanggung_jawab) == (
        "persen",
        Decimal("82.5"),
        "Fungsi Pengujian",
    )
    assert first.jenis_target is JenisTarget.NON_KUMULATIF
    wide.press("Ctrl+C")
    assert QApplication.clipboard().text() == "persen\t82.5\tnon kumulatif\tFungsi Pengujian\r\n"
    wide.click(grid(wide), 2, SATUAN)
    wide.press("Ctrl+V")
    assert indikator(wide, 2).jenis_target is JenisTarget.NON_KUMULATIF
    wide.press("Ctrl+Z", "Ctrl+Z")
    assert indikator(wide, 1).satuan == ""


def test_a_hidden_column_is_neither_current_nor_copied(wide: Officer) -> None:
    wide.click(grid(wide), 1, PENANGGUNG_JAWAB)
    show(wide, *PARTICULARS.values())
    assert grid(wide).currentIndex() == grid(wide).model().index(1, URAIAN)
    wide.press("Right", "Right")
    assert grid(wide).currentIndex().column() == BULAN[1]
    wide.press("Home", "Shift+End", "Ctrl+C")
    assert QApplication.clipboard().text().split("\t")[2:4] == ["81.25", "81.25"]


def test_a_list_with_particulars_begins_an_empty_plan(empty: Officer) -> None:
    show(empty, "satuan", "target_tahunan")
    rows = ["Kode\tIndikator\tSatuan\tTarget tahunan", "01\tMutu naik\t\t", "01\tPersentase sampel\tpersen\t80"]
    mime = QMimeData()
    mime.setText("\n".join(rows))
    QApplication.clipboard().setMimeData(mime)
    grid(empty).setFocus()
    empty.press("Ctrl+V")
    (sasaran,) = empty.plan.sasaran
    (node,) = sasaran.indikator
    assert sasaran.uraian == "Mutu naik"
    assert (node.uraian, node.satuan, node.target_tahunan) == ("Persentase sampel", "persen", Decimal(80))


def test_the_columns_are_found_again_and_outlive_another_plan(
    open_window: Callable[[Document], Officer], places: Places
) -> None:
    plan = read_json(resources.SAMPLE.read_bytes())
    first = open_window(Document.new(plan, places))
    show(first, "jenis_target")
    first.window.session.replace(Document.new(Plan(Dokumen(tahun=2026)), places))
    assert shown(first) == [JENIS_TARGET]
    first.press("Ctrl+Q")
    again = open_window(Document.new(plan, places))
    assert shown(again) == [JENIS_TARGET]
    assert again.find(QAction, "kolom-jenis_target").isChecked()
    assert again.find(QAction, "lihat-bulanan").isChecked()
    assert not grid(again).isColumnHidden(target_grid.FIRST_BULAN)
