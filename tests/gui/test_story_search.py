"""An officer looks for a word in the whole plan and goes from one place to the next."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QAction, QPainter
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QStyleOptionViewItem,
    QTableView,
    QTreeView,
)
from tests.gui.officer import Officer

from renaksi_desktop.domain.plan import RO, Komponen, SubKomponen, walk
from renaksi_desktop.models import anggaran_tree, kontribusi_table, target_grid
from renaksi_desktop.widgets import cell_delegate
from renaksi_desktop.widgets.find_bar import FindBar


def count(officer: Officer) -> str:
    return officer.find(QLabel, "jumlahTemu").text()


def line(officer: Officer) -> QLineEdit:
    return officer.find(QLineEdit, "cariRencana")


def look_for(officer: Officer, text: str) -> None:
    officer.press("Ctrl+F")
    officer.type(text)


def cell(view: QTableView | QTreeView) -> tuple[str, int]:
    index = view.currentIndex()
    return str(index.data()), index.column()


def test_one_types_and_sees_the_first_place_while_the_bar_keeps_the_keyboard(jember: Officer) -> None:
    grid = jember.window.pages.target.grid
    jember.click(grid, 2, 1)
    look_for(jember, "sampel pirt")
    assert cell(grid)[0].startswith("Persentase sampel PIRT")
    assert count(jember) == "1 dari 1"
    assert line(jember).hasFocus()
    assert line(jember).text() == "sampel pirt"
    jember.press("Esc")
    assert not jember.find(FindBar, "bilahCari").isVisible()
    assert grid.hasFocus(), "one goes on where it was found"


def test_enter_and_f3_go_on_and_with_shift_back_round_all_pages(jember: Officer) -> None:
    window = jember.window
    look_for(jember, "sampel")
    seen = [(count(jember), cell(window.pages.target.grid))]
    for key in ("Return", "F3", "Return", "F3", "F3"):
        jember.press(key)
        seen.append((count(jember), cell(window.pages.target.grid)))
    assert seen[1][0] == "2 dari 11"
    assert window.pages.currentWidget() is window.pages.anggaran, "after the form the budget itself"
    assert cell(window.pages.anggaran.page.tree)[1] in (anggaran_tree.KODE, anggaran_tree.NAMA)
    assert line(jember).hasFocus()
    jember.press("Shift+Return", "Shift+F3")
    assert count(jember) == "4 dari 11"
    assert window.pages.currentWidget() is window.pages.target
    for _ in range(4):
        jember.press("Shift+F3")
    assert count(jember) == "11 dari 11"


def test_an_amount_is_found_in_either_style(jember: Officer) -> None:
    window = jember.window
    look_for(jember, "61.559.000")
    assert cell(window.pages.target.grid) == ("61,559,000", target_grid.ANGGARAN)
    jember.press("Return")
    assert cell(window.pages.target.panel.table) == ("61,559,000", kontribusi_table.KONTRIBUSI)
    jember.press("Return")
    assert cell(window.pages.anggaran.page.tree) == ("61,559,000", anggaran_tree.ANGGARAN)


def test_a_month_and_a_field_of_a_form_are_found(jember: Officer) -> None:
    look_for(jember, "70,49")
    assert cell(jember.window.pages.target.grid) == ("70.49", target_grid.BULAN[3])
    line(jember).selectAll()
    jember.type("kepala balai")
    assert jember.window.pages.currentWidget() is jember.window.pages.dokumen
    assert line(jember).hasFocus()
    jember.press("Esc")
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Kepala Balai POM di Jember"


def test_what_is_nowhere_is_said_and_nothing_moves(jember: Officer) -> None:
    grid = jember.window.pages.target.grid
    jember.click(grid, 3, 1)
    look_for(jember, "~~")
    assert count(jember) == "Tidak ditemukan"
    jember.press("Return", "F3")
    assert grid.currentIndex().row() == 3
    jember.press("Esc")
    assert grid.hasFocus()


def test_f3_goes_on_after_the_bar_was_closed(jember: Officer) -> None:
    jember.press("F3")
    assert line(jember).hasFocus(), "where nothing was looked for yet, it asks"
    jember.type("sampel")
    jember.press("Esc", "F3")
    assert count(jember) == "2 dari 11"


def test_the_places_follow_the_plan(jember: Officer) -> None:
    grid = jember.window.pages.target.grid
    look_for(jember, "sampel pirt")
    jember.click(grid, 5, 1)
    jember.type("Lain")
    jember.press("Return")
    jember.sees(lambda: count(jember) == "Tidak ditemukan")
    jember.press("Ctrl+Z")
    jember.sees(lambda: count(jember) == "1 dari 1")


@pytest.fixture
def framed(monkeypatch: pytest.MonkeyPatch) -> Callable[[QTableView | QTreeView], list[str]]:
    """Returns the texts of the cells of a view that are framed."""
    painted: list[QRect] = []

    def paint(_: QPainter, option: QStyleOptionViewItem) -> None:
        painted.append(QRect(option.rect))

    def texts(view: QTableView | QTreeView) -> list[str]:
        painted.clear()
        view.viewport().repaint()
        return [str(view.indexAt(rect.center()).data()) for rect in painted]

    monkeypatch.setattr(cell_delegate, "paint_found", paint)
    return texts


def test_cells_that_show_it_are_framed_until_the_bar_is_left(
    jember: Officer, framed: Callable[[QTableView | QTreeView], list[str]]
) -> None:
    grid = jember.window.pages.target.grid
    look_for(jember, "81,25")
    assert framed(grid) == ["81.25"] * 7, "B01 to B07"
    jember.press("Esc")
    assert framed(grid) == []


def test_only_what_is_found_is_framed_wherever_it_is_shown(
    jember: Officer, framed: Callable[[QTableView | QTreeView], list[str]]
) -> None:
    window, first = jember.window, jember.plan.sasaran[0].indikator[0].id
    look_for(jember, "01 persentase")
    assert count(jember) == "Tidak ditemukan", "no kode and no name holds both words"
    assert framed(window.tree) == []
    line(jember).selectAll()
    jember.type("qia.002")
    assert framed(window.pages.anggaran.page.tree) == ["DR.3165.QIA.002"]
    jember.press("Ctrl+1")
    window.session.select(first)
    (ro,) = (ro for ro in jember.plan.anggaran if ro.kode == "DR.3165.QIA.002")
    table = window.pages.target.panel.table
    shown = [str(table.model().index(row, 0).data()) for row in range(table.model().rowCount())]
    assert framed(table) == [text for text in shown if text == f"{ro.kode} - {ro.nama}"] != []
    window.tree.expandAll()
    window.tree.scrollToTop()
    assert f"{ro.kode}  {ro.nama}" in framed(window.tree)


def test_another_document_and_the_start_page_close_the_bar(jember: Officer) -> None:
    look_for(jember, "sampel")
    jember.press("Ctrl+N")
    bar = jember.find(FindBar, "bilahCari")
    assert not bar.isVisible()
    assert not jember.find(QAction, "cari").isEnabled()
    assert jember.window.session.search.places == ()


# Other words in their place


@pytest.fixture
def replacing(jember: Officer) -> Officer:
    """Ctrl+H with "sampel" to be replaced; it stands in four Indikator and seven names of the budget."""
    jember.press("Ctrl+H")
    jember.type("sampel")
    return jember


def texts(officer: Officer) -> str:
    plan = officer.plan
    names = [node.uraian for sasaran in plan.sasaran for node in sasaran.indikator]
    return "\n".join(
        [
            *names,
            *(
                node.nama
                for ro in plan.anggaran
                for node in walk(ro)
                if isinstance(node, RO | Komponen | SubKomponen)
            ),
        ]
    )


def test_words_are_replaced_one_by_one_as_they_are_looked_at(replacing: Officer) -> None:
    officer = replacing
    assert count(officer) == "1 dari 11"
    officer.press("Tab")
    assert officer.find(QLineEdit, "gantiDengan").hasFocus()
    officer.type("contoh")
    officer.press("Return")
    first, second = officer.plan.sasaran[0].indikator[0], officer.plan.sasaran[0].indikator[2]
    assert first.uraian.startswith("Persentase contoh Sediaan Farmasi")
    assert second.uraian.startswith("Persentase sampel")
    assert count(officer) == "1 dari 10"
    assert cell(officer.window.pages.target.grid)[0] == second.uraian, "the next one is looked at"
    assert officer.find(QLineEdit, "gantiDengan").hasFocus()
    officer.press("F3", "Return")
    assert officer.plan.sasaran[0].indikator[2].uraian == second.uraian, "this one was passed over"
    assert officer.window.session.document.undo_name == "Ganti “sampel” menjadi “contoh”"
    officer.press("Esc", "Ctrl+Z", "Ctrl+Z")
    assert officer.plan.sasaran[0].indikator[0].uraian.startswith("Persentase sampel")


def test_all_are_replaced_as_one_step_and_counted(replacing: Officer) -> None:
    officer, before = replacing, replacing.plan
    officer.press("Tab")
    officer.type("Contoh Uji")
    officer.click_button("gantiSemua")
    assert "sampel" not in texts(officer).lower()
    assert texts(officer).count("Contoh Uji") >= 11
    assert officer.window.notices.text == "“sampel” diganti di 11 isian."
    assert count(officer) == "Tidak ditemukan"
    assert not officer.find(QPushButton, "gantiSatu").isEnabled()
    officer.press("Esc", "Ctrl+Z")
    assert officer.plan == before


def test_what_still_holds_the_word_is_not_replaced_twice(replacing: Officer) -> None:
    replacing.press("Tab")
    replacing.type("sampel baru")
    replacing.press("Return", "Return")
    first, second = replacing.plan.sasaran[0].indikator[0], replacing.plan.sasaran[0].indikator[2]
    assert first.uraian.count("sampel baru") == second.uraian.count("sampel baru") == 1
    assert count(replacing) == "3 dari 11"


def test_a_text_that_gets_too_long_is_refused_and_nothing_is_lost(replacing: Officer) -> None:
    before = replacing.plan
    replacing.find(QLineEdit, "gantiDengan").setText("x" * 9_990)
    replacing.press("Tab", "Tab", "Tab")
    assert replacing.find(QPushButton, "gantiSemua").hasFocus()
    replacing.press("Return")
    assert replacing.plan == before
    assert "teks lebih dari 10000 karakter" in replacing.window.notices.text.lower()
    assert replacing.window.notices.text.startswith("Sasaran 01 > Indikator 01: ")


def test_numbers_and_kode_are_found_but_not_replaced(jember: Officer) -> None:
    look_for(jember, "055")
    assert count(jember).startswith("1 dari ")
    jember.press("Ctrl+H")
    assert count(jember) == "Tidak ditemukan"
    jember.press("Ctrl+F")
    assert count(jember).startswith("1 dari ")
    assert not jember.find(QLineEdit, "gantiDengan").isVisible()
