"""The workbook of a kertas kerja, as Excel and LibreOffice find it."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from tests.spreadsheets.edited_book import by_name, jember
from tests.spreadsheets.workbooks import sheets_of

from renaksi_desktop.domain.fields import MAX_RUPIAH
from renaksi_desktop.domain.plan import (
    RO,
    Indikator,
    Komponen,
    Kontribusi,
    Penandatangan,
    Plan,
    Sasaran,
    SubKomponen,
    new_id,
)
from renaksi_desktop.domain.totals import Totals, anggaran
from renaksi_desktop.spreadsheets.cell_text import TextTooLong, fits
from renaksi_desktop.spreadsheets.kertas_kerja.writer import write_kertas_kerja

VISIBLE = ["Petunjuk", "Dokumen", "Penandatangan", "Sasaran", "Indikator", "Anggaran", "Kontribusi"]


@cache
def workbook() -> bytes:
    return write_kertas_kerja(jember())


@pytest.fixture(scope="module")
def pages() -> Iterator[dict[str, Worksheet]]:
    book = openpyxl.load_workbook(BytesIO(workbook()))
    yield {page.title: page for page in book.worksheets}
    book.close()


def titles(page: Any) -> dict[str, int]:
    """Return the place of each column."""
    return {cell.value: cell.column for cell in page[1]}


def test_the_sheets_stand_in_the_order_in_which_they_are_filled_in(pages: dict[str, Any]) -> None:
    assert list(pages) == VISIBLE
    assert {page.sheet_state for page in pages.values()} == {"visible"}


def test_money_and_targets_are_numbers_with_all_their_digits() -> None:
    with zipfile.ZipFile(BytesIO(workbook())) as package:
        sheets = [package.read(f"xl/worksheets/sheet{number}.xml").decode() for number in range(1, 8)]
    indikator, kontribusi = sheets[4], sheets[6]
    assert "<v>70.49</v>" in indikator
    assert "<v>61559000</v>" in kontribusi


def test_the_largest_amount_is_exact() -> None:
    line = SubKomponen(new_id(), "A", "Semua", MAX_RUPIAH)
    plan = Plan(anggaran=(RO(new_id(), "DR.3165.QIA.002", "RO", (Komponen(new_id(), "055", "K", (line,)),)),))
    assert by_name(sheets_of(write_kertas_kerja(plan)))["Anggaran"].rows[2][7] == MAX_RUPIAH


@pytest.mark.parametrize("mark", ["=", "+", "-", "@", "'"])
def test_a_text_that_looks_like_a_formula_stays_a_text(mark: str) -> None:
    text = f"{mark}SUM(A1:A9)"
    plan = Plan(sasaran=(Sasaran(new_id(), "01", text),), penandatangan=(Penandatangan(new_id(), "Kepala", text),))
    book = openpyxl.load_workbook(BytesIO(write_kertas_kerja(plan)))
    for sheet, at in (("Sasaran", "B2"), ("Penandatangan", "D2")):
        cell = book[sheet][at]
        assert cell.data_type == "s"
        assert cell.quotePrefix
        assert cell.number_format == "@"
    assert not book["Sasaran"]["A2"].quotePrefix


def test_a_text_longer_than_a_cell_is_refused_by_name_and_place() -> None:
    indikator = Indikator(new_id(), "02", "u" * 32_768)
    plan = Plan(sasaran=(Sasaran(new_id(), "01", "Satu", (indikator,)),))
    with pytest.raises(TextTooLong) as refused:
        write_kertas_kerja(plan)
    assert str(refused.value) == (
        "Isian uraian pada Sasaran 01 > Indikator 02 lebih dari 32.767 karakter, yang terpanjang untuk satu sel"
        " Excel; pendekkan dahulu."
    )


@pytest.mark.parametrize(("letter", "most"), [("u", 32_767), ("𝄞", 16_383)])
def test_characters_are_counted_as_excel_counts_them(letter: str, most: int) -> None:
    """Outside the basic plane one character is two of Excel's."""
    assert fits(letter * most)
    assert not fits(letter * (most + 1))


def test_what_is_filled_in_is_open_and_all_else_is_locked_without_a_password(pages: dict[str, Any]) -> None:
    for name in VISIBLE[2:]:
        page, columns = pages[name], titles(pages[name])
        assert page.protection.sheet
        assert page.protection.password is None
        for allowed in ("sort", "autoFilter", "insertRows", "deleteRows", "formatCells", "formatColumns"):
            assert getattr(page.protection, allowed) is False  # of what is forbidden
        for title, column in columns.items():
            derived = str(page.cell(2, column).value).startswith("=")
            blank = next(each for each in page.column_dimensions.values() if each.min <= column <= each.max)
            cell = page.cell(2, column) if page.cell(2, column).has_style else blank
            assert cell.protection.locked == blank.protection.locked == (derived or title.startswith("Id ")), title
    assert pages["Dokumen"]["C2"].protection.locked is False
    assert pages["Dokumen"]["B2"].protection.locked is True


def test_lists_offer_what_there_is(pages: dict[str, Any]) -> None:
    offered = {
        (name, title): rule.formula1
        for name, page in pages.items()
        for rule in page.data_validations.dataValidation
        for title, column in titles(page).items()
        if rule.type == "list" and page.cell(2, column).coordinate in rule.cells
    }
    assert offered["Indikator", "Jenis target"] == (
        '"konstan,kumulatif,non kumulatif,progres,akhir tahun,berkala,kualitatif"'
    )
    assert offered["Indikator", "Polaritas"] == '"maksimum,minimum,stabil"'
    assert offered["Indikator", "Kode Sasaran"] == "Daftar_Sasaran"
    assert offered["Kontribusi", "Indikator"] == "Daftar_Indikator"
    assert offered["Kontribusi", "Sub Komponen"] == "Daftar_SubKomponen"


def test_heads_stay_in_sight_and_on_each_page(pages: dict[str, Any]) -> None:
    for name in VISIBLE[1:]:
        page = pages[name]
        assert page.freeze_panes is not None
        assert int(re.sub(r"\D", "", page.freeze_panes)) == 2
        assert page.print_title_rows == "$1:$1"
        assert page.page_setup.orientation == "landscape"
        assert page.page_setup.fitToHeight == 0
        last = re.findall(r"\$([A-Z]+)", page.print_area)[-1]
        assert not str(page[f"{last}1"].value).startswith("Id ")


def test_formulas_carry_their_values(pages: dict[str, Any]) -> None:
    plan, totals = jember(), Totals(jember())
    shown = by_name(sheets_of(workbook()))
    first = plan.sasaran[0].indikator[0]
    place = titles(pages["Indikator"])["Anggaran"]
    assert str(pages["Indikator"].cell(2, place).value).startswith("=IF(")
    assert shown["Indikator"].rows[2][place] == anggaran(first)
    assert totals.total in [cells.get(3) for cells in shown["Dokumen"].rows.values()]
    for sheet in shown.values():  # the spare rows below say nothing
        assert not [cells for row, cells in sheet.rows.items() if row > 60 and sheet.name != "Petunjuk"]


def test_a_plan_of_five_thousand_kontribusi_is_written_with_the_same_formulas() -> None:
    lines = tuple(SubKomponen(new_id(), "A", "Baris", 10) for _ in range(100))
    budget = RO(new_id(), "DR.3165.QIA.002", "RO", (Komponen(new_id(), "055", "K", lines),))
    shares = tuple(Kontribusi(new_id(), line.id, 1) for line in lines for _ in range(50))
    plan = Plan(
        anggaran=(budget,),
        sasaran=(Sasaran(new_id(), "01", "Satu", (Indikator(new_id(), "01", "I", kontribusi=shares),)),),
    )
    page = openpyxl.load_workbook(BytesIO(write_kertas_kerja(plan)))["Indikator"]
    assert "Kontribusi!$A$2:$A$5101" in str(page.cell(2, titles(page)["Anggaran"]).value)


_CALCULATED = re.compile(rb'(<c r="\w+" s="\d+")(?: t="str")?>(<f>.*?</f>)<v>.*?</v>')
SOFFICE = shutil.which("soffice")


@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")
def test_libreoffice_calculates_the_same_totals(tmp_path: Path) -> None:
    plan = replace(jember(), dokumen=replace(jember().dokumen, pagu=1))
    forgotten = _without_values(write_kertas_kerja(plan))
    before = by_name(sheets_of(write_kertas_kerja(plan)))
    after = by_name(sheets_of(_calculated(forgotten, tmp_path)))
    for name in VISIBLE[1:]:
        derived = [
            (row, column)
            for row, cells in _formulas(forgotten, name).items()
            for column in cells
            if row in before[name].rows
        ]
        assert derived or name == "Penandatangan"
        for row, column in derived:
            assert after[name].rows[row].get(column) == before[name].rows[row].get(column), (name, row, column)


def _formulas(data: bytes, name: str) -> dict[int, list[int]]:
    page = openpyxl.load_workbook(BytesIO(data))[name]
    return {
        number: [place for place, cell in enumerate(row, 1) if cell.data_type == "f"]
        for number, row in enumerate(page.iter_rows(), 1)
    }


def _without_values(data: bytes) -> bytes:
    """Return a workbook whose formulas all claim to be 0, so that nobody shows what was not calculated."""
    changed = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(changed, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name.startswith("xl/worksheets/"):
                part = _CALCULATED.sub(rb"\1>\2<v>0</v>", part)
            new.writestr(name, part)
    return changed.getvalue()


def _calculated(data: bytes, folder: Path) -> bytes:
    """Return a workbook as LibreOffice saves it after calculating everything anew."""
    profile = folder / "profil"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?><oor:items xmlns:oor="http://openoffice.org/2001/registry">'
        '<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode"'
        ' oor:op="fuse"><value>0</value></prop></item></oor:items>'
    )
    (folder / "kertas.xlsx").write_bytes(data)
    (folder / "keluar").mkdir()
    command = [
        *(str(SOFFICE), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--convert-to", "xlsx"),
        *("--outdir", str(folder / "keluar"), str(folder / "kertas.xlsx")),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return (folder / "keluar" / "kertas.xlsx").read_bytes()
