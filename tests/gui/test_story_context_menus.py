"""An officer asks a row what can be done with it, by the mouse or by a key."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractItemView, QApplication, QMenu
from tests.gui.officer import Officer

from renaksi_desktop.main_window.context_menus import MENUS
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.models.target_grid import BULAN


def index_of(view: QAbstractItemView, key: str, column: int = 0) -> QModelIndex:
    model = view.model()
    assert isinstance(model, KeyedModel)
    return model.index_of(key, column)


def right_click(view: QAbstractItemView, index: QModelIndex) -> QMenu:
    view.scrollTo(index)
    pane, at = view.viewport(), view.visualRect(index).center()
    QTest.mouseClick(pane, Qt.MouseButton.RightButton, pos=at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, pane.mapToGlobal(at))
    QApplication.sendEvent(pane, event)
    return open_menu()


def open_menu() -> QMenu:
    QApplication.processEvents()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def choose(menu: QMenu, name: str) -> None:
    action = next(action for action in menu.actions() if action.objectName() == name)
    QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
    QApplication.processEvents()


def names(menu: QMenu) -> list[str]:
    return [action.objectName() for action in menu.actions()]


VIEWS: dict[str, tuple[str, Callable[[Officer], QAbstractItemView]]] = {
    "planTree": ("Ctrl+1", lambda officer: officer.window.tree),
    "targetGrid": ("Ctrl+1", lambda officer: officer.window.pages.target.grid),
    "kontribusiTable": ("Ctrl+1", lambda officer: officer.window.pages.target.panel.table),
    "anggaranTable": ("Ctrl+2", lambda officer: officer.window.pages.anggaran.page.tree),
    "matrixGrid": ("Ctrl+3", lambda officer: officer.window.pages.matrix.page.grid),
}


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_offers_its_commands_with_their_keys(jember: Officer, name: str) -> None:
    page, find = VIEWS[name]
    jember.press(page)
    view = find(jember)
    menu = right_click(view, view.model().index(0, view.model().columnCount() - 1))
    assert tuple(names(menu)) == MENUS[name]
    assert all(action.isShortcutVisibleInContextMenu() for action in menu.actions() if not action.isSeparator())
    menu.close()
    view.setFocus()
    jember.press("Shift+F10")
    assert tuple(names(open_menu())) == MENUS[name]
    jember.press("Esc")
    assert view.hasFocus()


def test_a_right_click_means_the_row_below_it(jember: Officer) -> None:
    tree, second = jember.window.tree, jember.plan.sasaran[1]
    choose(right_click(tree, index_of(tree, second.id)), "hapus")
    assert second not in jember.plan.sasaran
    assert jember.window.notices.text.startswith("Dihapus: Sasaran 02 beserta ")


def test_a_right_click_on_one_of_several_rows_means_all(jember: Officer) -> None:
    tree, rows = jember.window.tree, jember.plan.sasaran[0].indikator[1:3]
    for node, held in zip(
        rows, (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier), strict=True
    ):
        at = tree.visualRect(index_of(tree, node.id)).center()
        QTest.mouseClick(tree.viewport(), Qt.MouseButton.LeftButton, held, at)
    choose(right_click(tree, index_of(tree, rows[0].id)), "hapus")
    assert not set(rows) & set(jember.plan.sasaran[0].indikator)


def test_the_frozen_columns_have_the_menu_of_the_grid(jember: Officer) -> None:
    frozen, node = jember.window.pages.target.grid.frozen_view(), jember.plan.sasaran[0].indikator[2]
    choose(right_click(frozen, index_of(frozen, node.id, 1)), "gandakan-tanpa-kontribusi")
    assert jember.plan.sasaran[0].indikator[3].target == node.target


def test_cells_are_copied_and_pasted_from_the_menu(jember: Officer) -> None:
    grid = jember.window.pages.target.grid
    first, second, _ = jember.plan.sasaran[0].indikator[:3]
    choose(right_click(grid, index_of(grid, first.id, BULAN[2])), "salin")
    choose(right_click(grid, index_of(grid, second.id, BULAN[2])), "tempel")
    assert jember.plan.sasaran[0].indikator[1].target[2] == first.target[2] is not None


def test_a_name_is_changed_from_the_menu(jember: Officer) -> None:
    tree, first = jember.window.tree, jember.plan.sasaran[0]
    choose(right_click(tree, index_of(tree, first.id)), "ganti-isi")
    jember.press("Ctrl+A")
    jember.type("Nama baru")
    jember.press("Return")
    assert jember.plan.sasaran[0].uraian == "Nama baru"


def test_a_key_opens_the_menu_at_the_current_row(jember: Officer) -> None:
    tree = jember.window.tree
    tree.setFocus()
    jember.press("Shift+F10")
    menu = open_menu()
    row = tree.visualRect(tree.currentIndex()).translated(tree.viewport().mapToGlobal(QPoint()))
    assert abs(menu.pos().y() - row.center().y()) <= row.height()
    assert menu.activeAction() is menu.actions()[0], "the arrows go on from the first entry"
    assert menu.actions()[0].shortcut() == QKeySequence("F2")
    jember.press("Esc")


def test_what_has_no_menu_of_its_own_opens_none(jember: Officer) -> None:
    bar = jember.window.statusBar()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, QPoint(4, 4), bar.mapToGlobal(QPoint(4, 4)))
    QApplication.sendEvent(bar, event)
    QApplication.processEvents()
    assert QApplication.activePopupWidget() is None
