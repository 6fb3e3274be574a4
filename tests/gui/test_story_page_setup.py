"""An officer sets the page up beside the preview, and exports the form with what is still wrong in view."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QLineEdit, QSpinBox
from tests.gui.officer import Officer

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.plan import Cantuman, Cetak, Kertas, Penandatangan, Periode, new_id
from renaksi_desktop.widgets.findings_tree import FindingsTree


def set_up(officer: Officer) -> None:
    """Open the page set-up; its first field has the keyboard."""
    officer.press("Ctrl+Shift+H")
    officer.sees(officer.window.pages.preview.page.setup.isVisible)


def cetak(officer: Officer) -> Cetak:
    return officer.plan.cetak


def tick(officer: Officer, words: str) -> None:
    """Tick or untick the choice with these words in the panel."""
    boxes = officer.window.pages.preview.page.setup.findChildren(QCheckBox)
    box = next(box for box in boxes if box.text() == words)
    officer.window.pages.preview.page.setup.ensureWidgetVisible(box)
    box.click()


def test_another_paper_is_seen_at_once_and_can_be_undone(jember: Officer) -> None:
    set_up(jember)
    assert QApplication.focusWidget() is jember.find(QComboBox, "kertas")
    jember.press("Down")
    assert cetak(jember).kertas is Kertas.F4
    preview = jember.window.pages.preview.page
    jember.sees(lambda: not preview.form.is_stale and preview.shown is not None)
    jember.press("Ctrl+Z")
    assert cetak(jember).kertas is Kertas.A4


def test_a_burst_of_steps_is_one_edit(jember: Officer) -> None:
    set_up(jember)
    margin = jember.find(QSpinBox, "margin_kiri")
    margin.setFocus()
    jember.press("Up", "Up", "Up")
    jember.sees(lambda: cetak(jember).margin_kiri == 13)
    jember.press("Ctrl+Z")
    assert cetak(jember) == Cetak()
    assert margin.text() == "10 mm"


def test_a_typed_size_is_taken_and_the_lowest_step_fits_it_again(jember: Officer) -> None:
    set_up(jember)
    size = jember.find(QSpinBox, "huruf")
    assert size.text() == "menyesuaikan"
    size.setFocus()
    size.selectAll()
    jember.type("9")
    jember.press("Tab")
    assert cetak(jember).huruf == 9
    size.setFocus()
    jember.press(*["Down"] * 5, "Tab")
    assert cetak(jember).huruf is None
    assert size.text() == "menyesuaikan"


def test_quarters_and_marks_are_chosen(jember: Officer) -> None:
    set_up(jember)
    jember.find(QComboBox, "periode").setFocus()
    jember.press("Down")
    assert cetak(jember).periode is Periode.TRIWULAN
    tick(jember, "tanda air DRAF")
    tick(jember, "nomor halaman")
    assert cetak(jember).cantuman == (Cantuman.LANJUTAN, Cantuman.REVISI, Cantuman.DRAF)


def test_what_an_electronic_signature_needs_is_asked_only_with_it(jember: Officer) -> None:
    set_up(jember)
    anchors = jember.find(QLineEdit, "jangkar")
    assert not anchors.isVisible()
    tick(jember, "tanda tangan elektronik")
    assert anchors.isVisible()
    jember.fill("jangkar", "%&")
    assert cetak(jember).jangkar == "%&"


def test_a_finding_about_an_anchor_leads_to_its_field(jember: Officer) -> None:
    plan = jember.plan
    changed = edits.change(plan.cetak, cantuman=(Cantuman.TTE,), jangkar="a")
    jember.window.session.apply(changed)
    jember.window.check_now()
    jember.click_finding("jangkar")
    assert QApplication.focusWidget() is jember.find(QLineEdit, "jangkar")


def test_the_wheel_scrolls_the_panel_and_changes_nothing(jember: Officer) -> None:
    set_up(jember)
    jember.window.pages.preview.page.view.setFocus()
    box = jember.find(QComboBox, "kertas")
    jember.turns_wheel(box, -120)
    jember.turns_wheel(jember.find(QSpinBox, "margin_atas"), -120)
    assert cetak(jember) == Cetak()


def test_two_signatories_change_places(jember: Officer) -> None:
    second = Penandatangan(new_id(), "Kepala Badan", "DUA")
    jember.window.session.apply(edits.add(second, jember.plan))
    first = jember.plan.penandatangan[0]
    jember.press("Ctrl+5")
    jember.click_button("tukarPenandatangan")
    assert jember.plan.penandatangan == (second, first)


def test_the_export_tells_what_is_still_wrong_and_a_click_goes_there(jember: Officer) -> None:
    jember.press("Ctrl+6")
    told: list[str] = []

    def read_and_click() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        summary = dialog.findChild(QLabel, "ringkasanTemuan")
        tree = dialog.findChild(FindingsTree)
        assert summary is not None
        assert tree is not None
        told.append(summary.text())
        jember.click_cell(tree, tree.model().index(0, 1, tree.model().index(0, 0)))

    jember.opens_and_uses("Ctrl+E", read_and_click)
    assert told == ["Masih ada 2 galat. Formulir tetap dapat diekspor sebagai draf."]
    assert jember.window.pages.currentWidget() is jember.window.pages.target


def test_a_form_for_the_archive_is_opened_again_as_a_plan_without_a_file(
    jember: Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def tick_archive() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        box = dialog.findChild(QCheckBox, "arsip")
        assert box is not None
        box.setFocus()
        jember.press("Space")

    plan, pdf = jember.plan, tmp_path / "arsip.pdf"
    jember.answers_file_dialog(pdf)
    jember.opens_and_uses("Ctrl+E", tick_archive, lambda: jember.press("Return"))
    jember.sees(lambda: "selesai ditulis" in jember.window.notices.text)
    jember.press("Ctrl+O")
    assert jember.plan == plan
    assert jember.window.session.document.path is None
    assert "Simpanlah sebagai berkas rencana" in jember.window.notices.text
    again = tmp_path / "lagi.renaksi"
    jember.answers_file_dialog(again)
    jember.press("Ctrl+S")
    assert again.exists()
    assert pdf.read_bytes().startswith(b"%PDF")
