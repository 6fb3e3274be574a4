"""An officer works through what the checks find: goes there, mends it at once, or accepts it and says why."""

from __future__ import annotations

from decimal import Decimal

import pytest
from PySide6.QtCore import QModelIndex, QRect
from PySide6.QtGui import QAction, QImage
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QStatusBar, QToolButton
from tests.gui.officer import Officer

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.findings import Severity
from renaksi_desktop.domain.plan import Indikator, JenisTarget
from renaksi_desktop.models import anggaran_tree, target_grid
from renaksi_desktop.widgets.findings_tree import FindingsTree

B01, B12 = target_grid.FIRST_BULAN, target_grid.BULAN[-1]
FALL = "Target turun dari 82.5 pada B11 menjadi 80"
WHY = "Sasaran diturunkan pada triwulan IV."


@pytest.fixture
def falling(jember: Officer) -> Officer:
    """The Jember plan, whose first Indikator is cumulative and falls in December: its only warning."""
    target = (*first(jember).target[:11], Decimal(80))
    jember.window.session.apply(edits.change(first(jember), target=target, jenis_target=JenisTarget.KUMULATIF))
    jember.window.check_now()
    return jember


def first(officer: Officer) -> Indikator:
    return officer.plan.sasaran[0].indikator[0]


def tree(officer: Officer) -> FindingsTree:
    return officer.window.findings.tree


def at(officer: Officer, words: str) -> None:
    """Have the row of a finding current, as arrow keys would."""
    tree(officer).setFocus()
    tree(officer).setCurrentIndex(officer.finding(words))


def status(officer: Officer) -> str:
    bar = officer.window.findChild(QStatusBar)
    assert bar is not None
    button = bar.findChild(QToolButton)
    assert button is not None
    return button.text()


def group(officer: Officer, name: str) -> QModelIndex:
    model = tree(officer).model()
    rows = (model.index(row, 0) for row in range(model.rowCount()))
    return next((row for row in rows if name in str(row.data())), QModelIndex())


def test_a_warning_is_accepted_by_keys_with_a_reason_and_counts_no_more(falling: Officer) -> None:
    assert status(falling) == "Temuan: 2 galat, 1 peringatan"
    at(falling, FALL)
    falling.press("Ctrl+Shift+Return")
    falling.type(WHY)
    falling.press("Return")
    (exception,) = falling.plan.pengecualian
    assert (exception.temuan, exception.alasan) == ("target-turun", WHY)
    assert status(falling) == "Temuan: 2 galat, 0 peringatan"
    assert group(falling, "Diterima (1)").isValid()
    assert not tree(falling).isExpanded(group(falling, "Diterima")), "what is done with does not take room"
    assert falling.find(QAction, "urung").text() == "&Urungkan Terima peringatan"
    falling.press("Ctrl+Z")
    falling.sees(lambda: status(falling) == "Temuan: 2 galat, 1 peringatan")


def test_the_export_does_not_tell_of_what_is_accepted(falling: Officer) -> None:
    at(falling, FALL)
    falling.press("Ctrl+Shift+Return")
    falling.type(WHY)
    falling.press("Return")
    told: list[str] = []

    def read() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        summary, listed = dialog.findChild(QLabel, "ringkasanTemuan"), dialog.findChild(FindingsTree)
        assert summary is not None
        assert listed is not None
        groups = [listed.model().index(row, 0).data() for row in range(listed.model().rowCount())]
        told.extend((summary.text(), *(name for name in groups if "Informasi" not in name)))
        falling.press("Escape")

    falling.opens_and_uses("Ctrl+E", read)
    assert told == ["Masih ada 2 galat. Formulir tetap dapat diekspor sebagai draf.", "● Galat (2)"]


def test_a_reason_is_changed_and_an_acceptance_taken_back(falling: Officer) -> None:
    at(falling, FALL)
    falling.press("Ctrl+Shift+Return")
    falling.type(WHY)
    falling.press("Return")
    at(falling, FALL)
    assert falling.find(QAction, "terima").text() == "Ubah Alasan…"
    falling.press("Ctrl+Shift+Return", "Ctrl+A")
    falling.type("Sesuai revisi DIPA.")
    falling.press("Return")
    assert [exception.alasan for exception in falling.plan.pengecualian] == ["Sesuai revisi DIPA."]
    assert str(falling.finding(FALL).data()).endswith("Diterima: Sesuai revisi DIPA.")
    at(falling, FALL)
    buttons = falling.window.findings.findChildren(QAbstractButton)
    falling.click_at(next(button for button in buttons if button.text() == "Cabut Penerimaan"))
    assert falling.plan.pengecualian == ()
    assert falling.find(QAction, "urung").text() == "&Urungkan Cabut penerimaan temuan"
    assert status(falling) == "Temuan: 2 galat, 1 peringatan"


def test_escape_accepts_nothing_and_a_blank_reason_is_none(falling: Officer) -> None:
    before = falling.plan
    at(falling, FALL)
    falling.press("Ctrl+Shift+Return")
    falling.type("  ")
    falling.press("Return")
    assert falling.find(QLineEdit, "alasan").isVisible()
    assert not falling.find(QAbstractButton, "beriAlasan").isEnabled()
    falling.press("Escape")
    assert not falling.find(QLineEdit, "alasan").isVisible()
    assert tree(falling).hasFocus()
    assert falling.plan == before


def test_an_error_can_be_gone_to_but_not_accepted(falling: Officer) -> None:
    at(falling, "Indikator 07, B12")
    assert not falling.find(QAction, "terima").isEnabled()
    falling.press("Ctrl+Shift+Return")
    assert not falling.find(QLineEdit, "alasan").isVisible()
    falling.press("Return")
    grid = falling.window.pages.target.grid
    assert (grid.currentIndex().row(), grid.currentIndex().column()) == (7, B12)
    assert grid.hasFocus()


def test_suggested_kinds_are_taken_one_after_the_other_by_one_key(jember: Officer) -> None:
    jember.window.check_now()
    at(jember, "berpola")
    name = jember.find(QAction, "perbaiki").text()
    assert name == "Pilih jenis target kumulatif"
    jember.press("Ctrl+Return")
    assert first(jember).jenis_target is JenisTarget.KUMULATIF
    assert jember.find(QAction, "urung").text() == f"&Urungkan {name}"
    jember.press("Ctrl+Return")
    others = [indikator.jenis_target for indikator in jember.plan.sasaran[0].indikator]
    assert sum(kind is not None for kind in others) == 2, "the next row came in its place"


def test_a_remainder_is_filled_in_by_the_button(jember: Officer) -> None:
    share = first(jember).kontribusi[0]
    jember.window.session.apply(edits.change(share, jumlah=share.jumlah - 1_559_000))
    jember.window.check_now()
    at(jember, "sisa 1,559,000")
    buttons = jember.window.findings.findChildren(QAbstractButton)
    jember.click_at(next(button for button in buttons if button.text().startswith("Tambahkan sisa")))
    assert first(jember).kontribusi[0].jumlah == share.jumlah
    assert not jember.finding("sisa 1,559,000").isValid()


def test_where_nothing_is_obvious_there_is_no_remedy(jember: Officer) -> None:
    jember.window.check_now()
    at(jember, "Target B12 masih kosong")
    assert not jember.find(QAction, "perbaiki").isEnabled()
    before = jember.plan
    jember.press("Ctrl+Return")
    assert jember.plan == before
    assert tree(jember).hasFocus()


def test_findings_are_filtered_by_words_and_kinds(jember: Officer) -> None:
    jember.window.check_now()
    jember.find(QLineEdit, "saringTemuan").setFocus()
    jember.type("Sásaran 99")
    assert [group(jember, name).isValid() for name in ("Galat", "Informasi")] == [True, True]
    assert not jember.finding("Indikator 07, B12").isValid()
    jember.press("Ctrl+A", "Delete")
    assert jember.finding("Indikator 07, B12").isValid()
    errors = jember.find(QToolButton, "tampilkan-galat")
    assert (errors.text(), errors.accessibleName()) == ("● 2", "Galat: 2")
    jember.click_at(errors)
    assert not group(jember, "Galat").isValid()
    assert group(jember, "Informasi").isValid()
    jember.click_at(errors)
    assert tree(jember).isExpanded(group(jember, "Galat"))


def test_the_row_and_the_folded_groups_stay_while_the_plan_is_edited(falling: Officer) -> None:
    at(falling, FALL)
    tree(falling).collapse(group(falling, "Informasi"))
    grid = falling.window.pages.target.grid
    falling.click(grid, 2, B12)
    falling.press("Delete")
    falling.sees(lambda: falling.window.session.findings.count(Severity.ERROR) == 3)
    assert tree(falling).currentIndex() == falling.finding(FALL)
    assert not tree(falling).isExpanded(group(falling, "Informasi"))
    tree(falling).setFocus()
    tree(falling).setCurrentIndex(group(falling, "Informasi"))
    falling.press("Return")
    assert tree(falling).isExpanded(group(falling, "Informasi"))


def test_a_finding_about_the_budget_goes_to_its_cell_there(jember: Officer) -> None:
    share = first(jember).kontribusi[0]
    jember.window.session.apply(edits.change(share, jumlah=share.jumlah + 1))
    jember.window.check_now()
    jember.click_finding("kelebihan 1.")
    budget = jember.window.pages.anggaran.page.tree
    assert jember.window.pages.currentWidget() is jember.window.pages.anggaran
    assert budget.currentIndex().column() == anggaran_tree.ANGGARAN
    assert budget.hasFocus()


def test_a_finding_of_another_plan_is_not_accepted_in_this_one(falling: Officer) -> None:
    at(falling, FALL)
    falling.press("Ctrl+Shift+Return")
    falling.type(WHY)
    falling.window.session.apply(edits.remove(first(falling)))
    falling.press("Return")
    assert falling.plan.pengecualian == ()
    assert "sudah tidak ada" in falling.window.notices.text


def test_marks_in_cells_differ_by_shape(jember: Officer) -> None:
    """The same cell, blank each time, without a mark and with each kind of it, in grey."""
    grid = jember.window.pages.target.grid
    corners: list[QImage] = []
    for steps in (
        [],
        [edits.change(first(jember), uraian="", jenis_target=JenisTarget.KUMULATIF)],
        [edits.change(first(jember), kode="x")],
    ):
        for step in steps:
            jember.window.session.apply(step)
        jember.window.check_now()
        jember.window.session.select(jember.plan.sasaran[1].id)
        QApplication.processEvents()
        for column in (target_grid.KODE, target_grid.URAIAN):
            rect = grid.frozen_view().visualRect(grid.model().index(1, column))
            corner = QRect(rect.topLeft(), rect.topLeft()).adjusted(0, 0, 7, 5)
            image = grid.frozen_view().viewport().grab(corner).toImage()
            corners.append(image.convertToFormat(QImage.Format.Format_Grayscale8))
    none, information, _, warning, error, _ = corners
    shapes = (none, information, warning, error)
    assert all(one != other for place, one in enumerate(shapes) for other in shapes[place + 1 :])


def test_what_is_found_about_a_cell_leaves_alone_what_is_typed_into_it(jember: Officer) -> None:
    grid = jember.window.pages.target.grid
    jember.click(grid, 5, target_grid.URAIAN)
    jember.type("Persentase baru")
    jember.window.check_now()
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    assert editor.text() == "Persentase baru"
    jember.press("Return")
    assert jember.plan.sasaran[0].indikator[4].uraian == "Persentase baru"
