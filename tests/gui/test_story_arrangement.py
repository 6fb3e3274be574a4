"""An officer arranges the window and finds it so again, whatever became of the file that remembers it."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QApplication, QSplitter, QToolButton
from pytestqt.qtbot import QtBot
from tests.gui.officer import Officer

from renaksi_desktop import resources
from renaksi_desktop.document.document import Document
from renaksi_desktop.domain.plan import Dokumen, Plan
from renaksi_desktop.interchange import read_json
from renaksi_desktop.main_window.window import MainWindow
from renaksi_desktop.models import anggaran_tree
from renaksi_desktop.models.target_grid import BULAN, FIRST_BULAN
from renaksi_desktop.settings import Memory
from renaksi_desktop.storage.places import Places
from renaksi_desktop.widgets.target_page import BULAN_WIDTH
from renaksi_desktop.widgets.text_scale import set_percent

Open = Callable[[], Officer]


@pytest.fixture
def opened(open_window: Callable[[Document], Officer], places: Places) -> Open:
    return lambda: open_window(Document.new(read_json(resources.SAMPLE.read_bytes()), places))


@pytest.fixture(autouse=True)
def _usual_text(qapp: QApplication) -> Iterator[None]:
    yield
    set_percent(100)
    qapp.processEvents()


def widths(officer: Officer) -> list[int]:
    pages = officer.window.pages
    months = [pages.target.grid.columnWidth(FIRST_BULAN + month) for month in range(3)]
    return [*months, pages.anggaran.page.tree.columnWidth(anggaran_tree.KODE)]


@pytest.mark.parametrize("larger", [False, True])
def test_columns_splitters_and_page_are_found_again(opened: Open, larger: bool) -> None:
    first = opened()
    if larger:
        first.press("Ctrl++", "Ctrl++", "Ctrl++")
        QApplication.processEvents()
    pages = first.window.pages
    pages.target.grid.setColumnWidth(FIRST_BULAN + 1, 90)
    pages.anggaran.page.tree.setColumnWidth(anggaran_tree.KODE, 240)
    pages.target.setSizes([200, 250])
    QApplication.processEvents()
    before, parts = widths(first), pages.target.sizes()
    first.press("Ctrl+2", "Ctrl+Q")
    assert not first.window.isVisible()

    again = opened()
    assert again.window.pages.currentWidget() is again.window.pages.anggaran
    assert [abs(new - old) <= 1 for new, old in zip(widths(again), before, strict=True)] == [True] * 4
    again.press("Ctrl+1")
    assert again.window.pages.target.sizes() == pytest.approx(parts, abs=4)


def test_what_a_page_made_later_remembers_is_found_again(opened: Open) -> None:
    first = opened()
    first.press("Ctrl+6")
    splitter = first.find(QSplitter, "pratinjauDanPengaturan")
    splitter.setSizes([400, 700])
    QApplication.processEvents()
    parts = splitter.sizes()
    first.press("Ctrl+Q")
    again = opened()
    assert again.window.pages.currentWidget() is again.window.pages.preview
    again.sees(lambda: again.find(QSplitter, "pratinjauDanPengaturan").sizes() == parts)


def test_a_page_that_was_not_looked_at_keeps_what_is_remembered_of_it(opened: Open) -> None:
    first = opened()
    first.press("Ctrl+6")
    first.find(QSplitter, "pratinjauDanPengaturan").setSizes([400, 700])
    QApplication.processEvents()
    parts = first.find(QSplitter, "pratinjauDanPengaturan").sizes()
    first.press("Ctrl+1", "Ctrl+Q")
    opened().press("Ctrl+Q")
    third = opened()
    third.press("Ctrl+6")
    assert third.find(QSplitter, "pratinjauDanPengaturan").sizes() == parts


def test_a_page_behind_the_start_page_keeps_its_shares(opened: Open) -> None:
    usual = opened()
    sizes = usual.window.pages.target.sizes()
    usual.window.show_start()
    usual.press("Ctrl+Q")
    again = opened()
    assert again.window.pages.target.sizes() == pytest.approx(sizes, abs=4)


def test_closed_before_any_plan_was_looked_at_it_remembers_no_shares(
    qtbot: QtBot, places: Places, opened: Open
) -> None:
    window = MainWindow(Document.new(Plan(Dokumen(tahun=2026)), places), places, Memory(places.settings))
    qtbot.addWidget(window)
    window.show_start()
    window.showNormal()
    QApplication.processEvents()
    window.close()
    grid, panel = opened().window.pages.target.sizes()
    assert grid > panel, "they have their usual shares"


def test_shares_outlive_a_window_that_is_too_small_for_them(opened: Open) -> None:
    officer = opened()
    splitter = officer.window.pages.target
    share = splitter.sizes()[0] / sum(splitter.sizes())
    for height in (300, 736):
        officer.window.resize(1366, height)
        QApplication.processEvents()
    assert splitter.sizes()[0] / sum(splitter.sizes()) == pytest.approx(share, abs=0.01)


@pytest.mark.parametrize(
    "garbage",
    [
        {"geometry": "bukan base64!", "state": "%%%"},
        {"lengths": {"targetGrid": [0] * 15, "anggaranTable": [4000] * 6, "halamanTarget": [0, 0]}},
        {"lengths": {"targetGrid": [1, 2, 3], "tidak ada": [5], "halamanTarget": [1]}},
        {"page": "tidak ada"},
        {"page": "targetGrid"},
    ],
)
def test_garbage_is_passed_over(opened: Open, places: Places, garbage: dict[str, Any]) -> None:
    places.settings.write_text(json.dumps(garbage))
    officer = opened()
    assert officer.window.pages.currentWidget() is officer.window.pages.target
    assert all(width > 0 for width in widths(officer))
    assert all(officer.window.pages.target.sizes())
    assert officer.window.tree.isVisible()


def test_a_first_start_has_the_usual_columns(opened: Open) -> None:
    assert widths(opened())[:3] == [BULAN_WIDTH] * 3


@pytest.fixture
def small(opened: Open, monkeypatch: pytest.MonkeyPatch) -> Officer:
    """The window at its first start on a screen of 1366x768 that shows all at 150 %."""
    monkeypatch.setattr(QScreen, "availableSize", lambda _: QSize(911, 480))
    officer = opened()
    officer.window.resize(911, 480)
    QApplication.processEvents()
    return officer


def test_a_small_screen_is_left_to_the_months_until_a_key_asks_for_more(small: Officer) -> None:
    window, grid = small.window, small.window.pages.target.grid
    assert not window.tree.isVisible()
    assert not window.findings.isVisible()
    december = grid.visualRect(grid.model().index(1, BULAN[-1]))
    assert december.right() < grid.viewport().width(), "all months are in view"
    assert grid.viewport().height() > 6 * grid.rowHeight(1)
    table = window.pages.target.panel.table
    assert table.viewport().height() >= 2 * table.rowHeight(0)
    small.press("Ctrl+Shift+T", "Ctrl+Shift+M")
    assert window.tree.isVisible()
    assert window.findings.isVisible()


def test_where_it_is_narrow_words_give_way_and_figures_do_not(small: Officer) -> None:
    window = small.window
    panel = window.pages.target.panel
    buttons = [button for button in panel.findChildren(QToolButton) if button.defaultAction()]
    words, icons = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
    assert {button.toolButtonStyle() for button in buttons} == {words}
    small.press("Ctrl+Shift+T")
    assert {button.toolButtonStyle() for button in buttons} == {icons}
    assert all(button.toolTip() for button in buttons)
    small.press("Ctrl+2")
    tree = window.pages.anggaran.page.tree
    assert tree.header().length() <= tree.viewport().width(), "Sisa is in view"
    small.press("Ctrl+1")
    assert panel.table.horizontalHeader().length() <= panel.table.viewport().width()
