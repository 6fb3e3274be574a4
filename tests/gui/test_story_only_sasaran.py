"""An officer works on one Sasaran and wants to see no other in the tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QTableView, QToolButton
from tests.gui.officer import Officer

from renaksi_desktop.domain.plan import RO
from renaksi_desktop.models import target_grid
from renaksi_desktop.models.keyed_model import KeyedModel
from renaksi_desktop.widgets.only_bar import OnlyBar


def keys(view: QTableView) -> list[str]:
    model = view.model()
    assert isinstance(model, KeyedModel)
    return [model.key(model.index(row, 0)) for row in range(model.rowCount())]


def grid(officer: Officer) -> QTableView:
    return officer.window.pages.target.grid


def bar(officer: Officer) -> OnlyBar:
    (found,) = officer.window.pages.target.findChildren(OnlyBar)
    return found


def of_sasaran(officer: Officer, number: int) -> list[str]:
    sasaran = officer.plan.sasaran[number]
    return [sasaran.id, *(node.id for node in sasaran.indikator)]


@pytest.fixture
def third(jember: Officer) -> Officer:
    """Only the third Sasaran, kode 04, is shown; its second Indikator is the current row."""
    jember.window.session.select(jember.plan.sasaran[2].indikator[1].id)
    jember.press("Ctrl+Shift+L")
    return jember


def test_the_tables_show_one_sasaran_and_say_so(third: Officer) -> None:
    assert keys(grid(third)) == of_sasaran(third, 2)
    assert bar(third).isVisible()
    assert bar(third).text.text().startswith("Hanya Sasaran 04 Meningkatkan efektivitas KIE")
    assert third.find(QAction, "hanya-sasaran").isChecked()
    third.press("Ctrl+3")
    matrix = third.window.pages.matrix.page
    assert keys(matrix.grid) == of_sasaran(third, 2)
    assert matrix.findChildren(OnlyBar)[0].isVisible()


def test_all_are_shown_again_by_the_button_or_the_same_key(third: Officer) -> None:
    current = grid(third).currentIndex().data()
    third.click_at(bar(third).findChildren(QToolButton)[0])
    assert len(keys(grid(third))) == 23
    assert not bar(third).isVisible()
    assert not third.find(QAction, "hanya-sasaran").isChecked()
    assert grid(third).currentIndex().data() == current
    assert grid(third).visualRect(grid(third).currentIndex()).intersects(grid(third).viewport().rect())
    third.press("Ctrl+Shift+L")
    assert keys(grid(third)) == of_sasaran(third, 2)
    third.press("Ctrl+Shift+L")
    assert len(keys(grid(third))) == 23


def test_a_new_indikator_appears(third: Officer) -> None:
    third.press("Ctrl+I")
    third.type("Indikator baru")
    third.press("Return")
    assert third.plan.sasaran[2].indikator[2].uraian == "Indikator baru"
    assert keys(grid(third)) == of_sasaran(third, 2)
    assert bar(third).isVisible()


def test_rows_pasted_below_the_last_one_belong_to_it(third: Officer) -> None:
    last = third.plan.sasaran[2].indikator[-1]
    third.window.session.select(last.id)
    QGuiApplication.clipboard().setText(f"{last.kode}\t{last.uraian}\n05\tIndikator baru")
    grid(third).setFocus()
    grid(third).setCurrentIndex(grid(third).model().index(len(keys(grid(third))) - 1, target_grid.KODE))
    third.press("Ctrl+V")
    assert third.plan.sasaran[2].indikator[-1].uraian == "Indikator baru"


def test_what_is_in_focus_elsewhere_shows_all_again(third: Officer) -> None:
    tree, first = third.window.tree, third.plan.sasaran[0].indikator[0]
    model = tree.model()
    assert isinstance(model, KeyedModel)
    third.click_cell(tree, model.index_of(first.id))
    assert len(keys(grid(third))) == 23
    assert grid(third).currentIndex().siblingAtColumn(1).data() == first.uraian


def test_a_jump_to_another_sasaran_shows_all_again(third: Officer) -> None:
    third.press("Ctrl+F")
    third.type("sampel pirt")
    assert len(keys(grid(third))) == 23
    assert str(grid(third).currentIndex().data()).startswith("Persentase sampel PIRT")


def test_a_budget_line_in_focus_leaves_it_as_it_is(third: Officer) -> None:
    third.press("Ctrl+2")
    third.window.pages.anggaran.page.tree.setFocus()
    third.press("Up")
    assert third.window.session.focus(RO) is not None
    third.press("Ctrl+1")
    assert keys(grid(third)) == of_sasaran(third, 2)


def test_it_goes_with_its_sasaran_and_comes_back_with_none(third: Officer) -> None:
    third.window.tree.setFocus()
    third.window.session.select(third.plan.sasaran[2].id)
    assert bar(third).isVisible()
    third.press("Del")
    assert len(keys(grid(third))) == 23 - 5
    third.press("Ctrl+Z")
    assert len(keys(grid(third))) == 23


def test_another_document_is_shown_whole(open_file: Callable[[Path], Officer], jember_file: Path) -> None:
    officer = open_file(jember_file)
    officer.press("Ctrl+Shift+L")
    assert bar(officer).isVisible()
    officer.drops(jember_file)
    assert not bar(officer).isVisible()
    assert len(keys(grid(officer))) == 23
