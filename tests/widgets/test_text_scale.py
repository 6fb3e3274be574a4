"""Rows and columns follow the size of the text, in windows that are open and in those opened later."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QHeaderView, QLineEdit
from pytestqt.qtbot import QtBot

from renaksi_desktop import resources
from renaksi_desktop.document.document import Document
from renaksi_desktop.interchange import read_json
from renaksi_desktop.main_window.window import MainWindow
from renaksi_desktop.models import anggaran_tree
from renaksi_desktop.models.target_grid import FIRST_BULAN
from renaksi_desktop.settings import Memory
from renaksi_desktop.storage.places import Places
from renaksi_desktop.widgets import widths
from renaksi_desktop.widgets.cell_delegate import ROW_HEIGHT
from renaksi_desktop.widgets.field_editor import FieldEditor
from renaksi_desktop.widgets.field_group import LABEL_WIDTH
from renaksi_desktop.widgets.findings_filter import SEARCH_WIDTHS
from renaksi_desktop.widgets.findings_tree import PLACE_WIDTH
from renaksi_desktop.widgets.findings_tree import ROW_HEIGHT as FINDING_HEIGHT
from renaksi_desktop.widgets.share_bar import HEIGHT as BAR_HEIGHT
from renaksi_desktop.widgets.share_bar import WIDTH as BAR_WIDTH
from renaksi_desktop.widgets.share_bar import ShareBar
from renaksi_desktop.widgets.target_page import BULAN_WIDTH
from renaksi_desktop.widgets.text_scale import percent, scaled, set_percent


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], MainWindow]]:
    windows: list[MainWindow] = []

    def opened() -> MainWindow:
        places = Places(tmp_path / str(len(windows)))
        window = MainWindow(
            Document.new(read_json(resources.SAMPLE.read_bytes()), places), places, Memory(places.settings)
        )
        windows.append(window)
        window.showNormal()
        window.resize(1366, 736)
        QApplication.processEvents()
        return window

    yield opened
    for opened_window in windows:
        opened_window.hide()
        opened_window.finish_work()
        opened_window.session.document.close()
        opened_window.deleteLater()
    set_percent(100)
    QApplication.processEvents()


def lengths(window: MainWindow) -> list[int]:
    """Return the heights of a row of the grid, of its frozen part and of the tree, and the width of a month."""
    QApplication.processEvents()
    grid, tree = window.pages.target.grid, window.tree
    frozen = grid.frozen_view()
    row = tree.visualRect(tree.model().index(0, 0)).height()
    return [grid.rowHeight(1), frozen.rowHeight(1), row, grid.columnWidth(FIRST_BULAN)]


def assert_in_line(window: MainWindow) -> None:
    """The frozen part lies exactly over what it shows a second time."""
    grid = window.pages.target.grid
    frozen = grid.frozen_view()
    assert [frozen.columnWidth(column) for column in range(FIRST_BULAN)] == [
        grid.columnWidth(column) for column in range(FIRST_BULAN)
    ]
    assert frozen.horizontalHeader().height() == grid.horizontalHeader().height()
    assert frozen.viewport().mapTo(window, frozen.viewport().rect().topLeft()).y() == (
        grid.viewport().mapTo(window, grid.viewport().rect().topLeft()).y()
    )


@pytest.mark.parametrize("size", [80, 150, 200])
def test_an_open_window_follows_and_comes_back(window: Callable[[], MainWindow], size: int) -> None:
    opened, points = window(), QApplication.font().pointSizeF()
    usual = [ROW_HEIGHT, ROW_HEIGHT, ROW_HEIGHT, BULAN_WIDTH]
    assert lengths(opened) == usual
    set_percent(size)
    assert QApplication.font().pointSizeF() == pytest.approx(points * size / 100)
    assert lengths(opened) == [round(length * size / 100) for length in usual]
    assert_in_line(opened)
    set_percent(100)
    assert lengths(opened) == usual
    assert QApplication.font().pointSizeF() == points
    assert_in_line(opened)


def test_a_window_opened_later_is_as_one_that_was_open(window: Callable[[], MainWindow]) -> None:
    before = window()
    set_percent(150)
    after = window()
    assert lengths(after) == lengths(before)
    assert_in_line(after)


def test_the_column_that_fills_the_view_still_fills_it(window: Callable[[], MainWindow], qtbot: QtBot) -> None:
    opened = window()
    opened.pages.setCurrentWidget(opened.pages.anggaran)
    tree = opened.pages.anggaran.page.tree
    for size in (150, 100):
        set_percent(size)
        QApplication.processEvents()
        qtbot.waitUntil(lambda: tree.header().length() == tree.viewport().width())
        assert tree.columnWidth(anggaran_tree.ANGGARAN) == scaled(widths.RUPIAH)


def test_the_findings_and_the_bar_of_the_sharing_out_follow(window: Callable[[], MainWindow]) -> None:
    opened = window()
    opened.check_now()
    opened.pages.setCurrentWidget(opened.pages.anggaran)
    opened.pages.anggaran.page.share_out()
    tree, search = opened.findings.tree, opened.findings.findChild(QLineEdit, "saringTemuan")
    (bar,) = opened.findChildren(ShareBar)
    assert search is not None

    def sizes() -> list[int]:
        QApplication.processEvents()
        row = tree.visualRect(tree.model().index(0, 0)).height()
        return [tree.columnWidth(0), row, search.maximumWidth(), bar.width(), bar.height()]

    usual = sizes()
    assert usual == [PLACE_WIDTH, FINDING_HEIGHT, SEARCH_WIDTHS[1], 2 * BAR_WIDTH, BAR_HEIGHT]
    set_percent(150)
    assert sizes() == [round(length * 1.5) for length in usual]
    set_percent(100)
    assert sizes() == usual


def test_the_fields_of_forms_begin_in_one_line_at_every_size(window: Callable[[], MainWindow]) -> None:
    opened = window()
    opened.pages.setCurrentWidget(opened.pages.dokumen)
    for size in (150, 100):
        set_percent(size)
        QApplication.processEvents()
        editors = opened.pages.dokumen.page.findChildren(FieldEditor)
        assert {editor.x() for editor in editors} == {editors[0].x()}
        assert editors[0].x() >= scaled(LABEL_WIDTH)


def test_no_title_of_a_column_is_cut(window: Callable[[], MainWindow]) -> None:
    opened = window()
    set_percent(200)
    QApplication.processEvents()
    for header in opened.findChildren(QHeaderView):
        assert header.fontMetrics().height() <= max(header.height(), header.defaultSectionSize())


def test_lengths_are_as_written_down_at_the_usual_size(qapp: QApplication) -> None:
    assert percent() == 100
    assert scaled(37) == 37
