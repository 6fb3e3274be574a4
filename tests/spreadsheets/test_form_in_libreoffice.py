"""Another program opens the form's workbook and computes what it says, also after a colleague's change."""

from __future__ import annotations

import csv
import io
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.domain.totals import Totals, anggaran
from renaksi_desktop.interchange import read_json
from renaksi_desktop.resources import SAMPLE
from renaksi_desktop.spreadsheets.form.writer import write_form

SOFFICE = shutil.which("soffice")
CHANGED = 1_000_000
"""Rupiah that a colleague adds to a Kontribusi."""

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")


@pytest.fixture(scope="module")
def jember() -> Plan:
    return read_json(SAMPLE.read_bytes())


def computed(book: Path, folder: Path) -> list[list[str]]:
    """Return the rows that LibreOffice computes."""
    profile = f"-env:UserInstallation=file://{folder / 'profile'}"
    command = [str(SOFFICE), profile, "--headless", "--convert-to", "csv", "--outdir", str(folder), str(book)]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    return [*csv.reader(io.StringIO((folder / f"{book.stem}.csv").read_text("utf-8")))]


def test_the_same_totals_come_out(jember: Plan, tmp_path: Path) -> None:
    # openpyxl keeps formulas without their values, so that every one has to be computed anew.
    book = openpyxl.load_workbook(io.BytesIO(write_form(jember)))
    book.save(tmp_path / "form.xlsx")
    rows = computed(tmp_path / "form.xlsx", tmp_path)
    ours = [anggaran(node) for sasaran in jember.sasaran for node in sasaran.indikator]
    theirs = [int(row[-1]) for row in rows if row[2][:2].isdigit() and row[-1].isdigit() and "-" in row[2]]
    assert theirs == ours
    assert [row[-1] for row in rows if row[0] == "Total"] == [str(Totals(jember).total)]


def test_a_change_of_a_kontribusi_changes_the_anggaran_and_the_total(jember: Plan, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(write_form(jember)))
    sheet = book["Rencana Aksi"]
    sheet["Q9"] = int(str(sheet["Q9"].value)) + CHANGED
    book.save(tmp_path / "form.xlsx")
    rows = computed(tmp_path / "form.xlsx", tmp_path)
    assert rows[6][-1] == str(anggaran(jember.sasaran[0].indikator[0]) + CHANGED)
    assert [row[-1] for row in rows if row[0] == "Total"] == [str(Totals(jember).total + CHANGED)]
