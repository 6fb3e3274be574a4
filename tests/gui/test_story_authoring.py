"""An officer authors the whole Jember plan from an empty one, pasting what stands in a spreadsheet already."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint
from PySide6.QtWidgets import QApplication, QLineEdit, QTabBar, QTableView, QTreeView, QWidget
from tests.gui.officer import Officer

from renaksi_desktop import resources
from renaksi_desktop.domain.plan import Indikator, Kontribusi
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.interchange import read_json

GESTURES = Path(__file__).parents[2] / "docs" / "gerakan.md"
JEMBER = read_json(resources.SAMPLE.read_bytes())


class Author:
    """Counts what the hand does: a click, a key, a text that is typed, a block that is copied elsewhere."""

    def __init__(self, officer: Officer) -> None:
        self.officer, self.gestures, self.copied = officer, 0, 0

    def press(self, *keys: str) -> None:
        self.gestures += len(keys)
        self.officer.press(*keys)

    def type(self, text: str) -> None:
        self.gestures += 1
        self.officer.type(text)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        self.gestures += 1
        self.officer.click_at(widget, at)

    def click_cell(self, view: QTableView | QTreeView, row: int, column: int) -> None:
        self.gestures += 1
        self.officer.click(view, row, column)

    def paste(self, rows: list[list[str]]) -> None:
        """Copy a block in the spreadsheet and paste it where the keyboard is."""
        mime = QMimeData()
        mime.setText("".join("\t".join(row) + "\r\n" for row in rows))
        QApplication.clipboard().setMimeData(mime)
        self.copied += 1
        self.press("Ctrl+V")


@pytest.fixture(autouse=True)
def unhurried_letters(qapp: QApplication) -> Iterator[None]:
    """Each letter in a list begins another search, as it does for a hand that is slower than a test."""
    usual = qapp.keyboardInputInterval()
    qapp.setKeyboardInputInterval(1)
    yield
    qapp.setKeyboardInputInterval(usual)


def test_the_whole_jember_plan_from_an_empty_one(empty: Officer, tmp_path: Path) -> None:
    author = Author(empty)
    write_document(author)
    paste_budget(author)
    paste_targets(author)
    paste_kontribusi(author)
    choose_kinds(author)
    export(author, tmp_path / "jember.json")
    written = json.loads((tmp_path / "jember.json").read_bytes(), parse_float=Decimal)
    assert without_ids(written) == json.loads(resources.SAMPLE.read_bytes(), parse_float=Decimal)
    assert f"| this program | {author.gestures} | {author.copied} |" in GESTURES.read_text("utf-8")


def write_document(author: Author) -> None:
    """Tab leads from field to field, in the order in which the page shows them."""
    dokumen, (penandatangan,) = JEMBER.dokumen, JEMBER.penandatangan
    author.press("Ctrl+5")
    author.click(author.officer.find(QLineEdit, "tahun"))
    author.press("Ctrl+A")
    author.type(str(dokumen.tahun))
    for name in ("unit_kerja", "instansi", "pagu", "catatan", "tempat", "tanggal"):
        go_on_to(author, name)
        author.type("29/8/2025" if name == "tanggal" else str(getattr(dokumen, name)))
    author.press("Ctrl+Shift+P")
    for name in ("jabatan", "nama"):
        go_on_to(author, name)
        author.type(getattr(penandatangan, name))
    author.press("Tab")
    assert author.officer.plan.dokumen == dokumen
    (written,) = author.officer.plan.penandatangan
    assert (written.jabatan, written.nama) == (penandatangan.jabatan, penandatangan.nama)


def go_on_to(author: Author, name: str) -> None:
    for _ in range(6):
        focus = QApplication.focusWidget()
        if focus is not None and focus.objectName() == name:
            return
        author.press("Tab")
    raise AssertionError(f"Tab does not lead to {name}")


def paste_budget(author: Author) -> None:
    rows: list[list[str]] = []
    for ro in JEMBER.anggaran:
        rows.append([ro.kode, ro.nama, ""])
        for komponen in ro.komponen:
            rows.append([komponen.kode, komponen.nama, ""])
            rows += [[line.kode, line.nama, rupiah(line.anggaran)] for line in komponen.subkomponen]
    author.press("Ctrl+2")
    author.click(author.officer.window.pages.anggaran.page.tree.viewport())
    author.paste(rows)
    assert [ro.kode for ro in author.officer.plan.anggaran] == [ro.kode for ro in JEMBER.anggaran]


def paste_targets(author: Author) -> None:
    rows: list[list[str]] = []
    for sasaran in JEMBER.sasaran:
        rows.append([sasaran.kode, sasaran.uraian, *[""] * 12])
        rows += [[node.kode, node.uraian, *map(target, node.target)] for node in sasaran.indikator]
    author.press("Ctrl+1")
    author.click(author.officer.window.pages.target.grid.viewport())
    author.paste(rows)
    assert [sasaran.kode for sasaran in author.officer.plan.sasaran] == [
        sasaran.kode for sasaran in JEMBER.sasaran
    ]


def paste_kontribusi(author: Author) -> None:
    """The nested table of each Indikator, as the form has it."""
    page, totals = author.officer.window.pages.target, Totals(JEMBER)
    for row, indikator in indikator_rows():
        author.click_cell(page.grid, row, 1)
        author.click(page.panel.table.viewport())
        author.paste([nested_row(kontribusi, totals) for kontribusi in indikator.kontribusi])


def nested_row(kontribusi: Kontribusi, totals: Totals) -> list[str]:
    line = totals.lines[kontribusi.subkomponen]
    names = [f"{node.kode} - {node.nama}" for node in line]
    return [*names, rupiah(line.subkomponen.anggaran), rupiah(kontribusi.jumlah)]


def choose_kinds(author: Author) -> None:
    page = author.officer.window.pages.target
    author.click(page.panel.findChildren(QTabBar)[0], tab_centre(page.panel.findChildren(QTabBar)[0], 1))
    for row, indikator in indikator_rows():
        if indikator.jenis_target is not None:
            author.click_cell(page.grid, row, 1)
            author.click(author.officer.find(QLineEdit, "satuan"))
            go_on_to(author, "jenis_target")
            author.press(indikator.jenis_target[0].upper())


def tab_centre(bar: QTabBar, index: int) -> QPoint:
    return bar.tabRect(index).center()


def indikator_rows() -> list[tuple[int, Indikator]]:
    """Return each Indikator with its row in the grid, where a Sasaran has one too."""
    found, row = [], 0
    for sasaran in JEMBER.sasaran:
        for indikator in sasaran.indikator:
            row += 1
            found.append((row, indikator))
        row += 1
    return found


def export(author: Author, path: Path) -> None:
    author.officer.answers_file_dialog(path)
    author.press("Ctrl+Shift+E")
    author.officer.sees(path.exists)


def rupiah(amount: int) -> str:
    return f"{amount:,}".replace(",", ".")


def target(value: object) -> str:
    return "" if value is None else str(value).replace(".", ",")


def without_ids(plain: Any) -> Any:
    if isinstance(plain, dict):
        return {name: without_ids(value) for name, value in plain.items() if name != "id"}
    return [without_ids(value) for value in plain] if isinstance(plain, list) else plain
