"""An officer writes a small plan from nothing, saves it, opens it again and exports the form."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pdfplumber
from PySide6.QtWidgets import QLineEdit
from tests.gui.officer import Officer

from renaksi_desktop.models.target_grid import FIRST_BULAN


def test_a_plan_from_nothing_to_the_form(empty: Officer, tmp_path: Path) -> None:
    write_sasaran_and_indikator(empty)
    write_targets(empty)
    write_budget(empty)
    share_budget(empty)
    write_document(empty)
    written = empty.plan

    path = tmp_path / "pertama.renaksi"
    empty.answers_file_dialog(path)
    empty.press("Ctrl+S")
    assert empty.window.windowTitle() == "pertama[*] - Renaksi Desktop"
    assert not empty.window.isWindowModified()

    empty.press("Ctrl+N", "Return")
    assert empty.plan.sasaran == ()
    empty.answers_file_dialog(path)
    empty.press("Ctrl+O")
    assert empty.plan == written

    form = tmp_path / "pertama.pdf"
    empty.exports_to(form)
    empty.sees(lambda: "selesai ditulis" in empty.window.notices.text)
    with pdfplumber.open(form) as pdf:
        text = " ".join(pdf.pages[0].extract_text().split())
    for expected in (
        "RENCANA AKSI PERJANJIAN KINERJA TAHUN 2026",
        "01 - Meningkatnya mutu layanan",
        "01 - Indeks kepuasan",
        "82.5",
        "DR.3165.QIA.001 - Layanan",
        "051 - Survei",
        "A - Pelaksanaan survei",
        "Total 61,559,000",
        "Jember, 5 January 2026",
        "Kepala Balai",
    ):
        assert expected in text


def write_sasaran_and_indikator(officer: Officer) -> None:
    officer.press("Ctrl+Shift+N")
    officer.type("Meningkatnya mutu layanan")
    officer.press("Return", "Ctrl+I")
    officer.type("Indeks kepuasan")
    officer.press("Return")
    (sasaran,) = officer.plan.sasaran
    assert (sasaran.kode, sasaran.uraian) == ("01", "Meningkatnya mutu layanan")
    assert [(i.kode, i.uraian) for i in sasaran.indikator] == [("01", "Indeks kepuasan")]


def write_targets(officer: Officer) -> None:
    """From the name of the Indikator, Tab leads through the months; typing writes over, Tab goes on."""
    for text in ("80", "", "", "81,5"):
        officer.press("Tab")
        officer.type(text)
    officer.press("Return", "End", "Left")
    officer.type("82.5")
    officer.press("Return")
    target = officer.plan.sasaran[0].indikator[0].target
    assert target == (Decimal(80), None, None, Decimal("81.5"), *[None] * 7, Decimal("82.5"))


def write_budget(officer: Officer) -> None:
    officer.press("Ctrl+Alt+R")
    officer.type("DR.3165.QIA.001")
    officer.press("Tab")
    officer.type("Layanan")
    officer.press("Return", "Ctrl+Alt+K")
    officer.type("Survei")
    officer.press("Return", "Ctrl+Alt+S")
    officer.type("Pelaksanaan survei")
    officer.press("Tab")
    officer.type("Rp 61.559.000")
    officer.press("Return")
    (ro,) = officer.plan.anggaran
    (komponen,) = ro.komponen
    (line,) = komponen.subkomponen
    assert (ro.kode, ro.nama) == ("DR.3165.QIA.001", "Layanan")
    assert (komponen.kode, komponen.nama) == ("051", "Survei")
    assert (line.kode, line.nama, line.anggaran) == ("A", "Pelaksanaan survei", 61_559_000)


def share_budget(officer: Officer) -> None:
    officer.press("Ctrl+1")
    officer.click(officer.window.pages.target.grid, 1, FIRST_BULAN)
    officer.opens_and_uses("Ctrl+K", lambda: officer.type("survei"), lambda: officer.press("Return"))
    (kontribusi,) = officer.plan.sasaran[0].indikator[0].kontribusi
    assert kontribusi.jumlah == 61_559_000


def write_document(officer: Officer) -> None:
    officer.press("Ctrl+5")
    officer.fill("tempat", "Jember")
    officer.fill("tanggal", "5/1/2026")
    officer.click_button("tambahPenandatangan")
    assert officer.find(QLineEdit, "peran").placeholderText() == "misalnya Mengetahui, Pihak Kedua"
    officer.fill("jabatan", "Kepala Balai")
    assert officer.plan.penandatangan[0].jabatan == "Kepala Balai"
