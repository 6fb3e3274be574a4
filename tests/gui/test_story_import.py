"""An officer brings spreadsheets into the window: the kertas kerja that a colleague filled in, and the budget."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from typing import TypeVar

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QApplication, QCheckBox, QComboBox, QLabel, QRadioButton, QTreeView, QWidget
from tests.gui.officer import Officer
from tests.spreadsheets import exports

from renaksi_desktop import resources
from renaksi_desktop.document.document import Document
from renaksi_desktop.domain.edits import change
from renaksi_desktop.domain.plan import RO, Gaya, Plan, SubKomponen, new_id
from renaksi_desktop.domain.renewal import renewed
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.interchange import read_json
from renaksi_desktop.spreadsheets.form.writer import write_form
from renaksi_desktop.spreadsheets.kertas_kerja.writer import write_kertas_kerja
from renaksi_desktop.storage.places import Places

Part = TypeVar("Part", bound=QWidget)

IMPORT = "Ctrl+Shift+O"


@pytest.fixture
def kertas_kerja(jember: Officer, tmp_path: Path) -> Path:
    """The kertas kerja of the open plan, in which a colleague changed two cells of Sasaran 01: a target to 82,5
    typed as text, and another to words."""
    workbook = load_workbook(BytesIO(write_kertas_kerja(jember.plan)))
    sheet = workbook["Indikator"]
    titles = [cell.value for cell in sheet[1]]
    sheet.cell(6, titles.index("B06") + 1, "82,5")
    sheet.cell(5, titles.index("B05") + 1, "tiga puluh")
    path = tmp_path / "dari kolega.xlsx"
    workbook.save(path)
    return path


@pytest.fixture
def revised(jember: Officer) -> tuple[RO, ...]:
    """The budget of the open plan after a revision: its first line has 12,500,000 more, one line is new, and the
    last RO is gone."""
    first, *others, _ = jember.plan.anggaran
    komponen, *rest = first.komponen
    line, *lines = komponen.subkomponen
    new = SubKomponen(new_id(), "ZZ", "Pengadaan baru", 45_000_000)
    komponen = replace(komponen, subkomponen=(replace(line, anggaran=line.anggaran + 12_500_000), *lines, new))
    return replace(first, komponen=(komponen, *rest)), *others


@pytest.fixture
def rkk(revised: tuple[RO, ...], tmp_path: Path) -> Path:
    path = tmp_path / "rkk.xlsx"
    path.write_bytes(exports.workbook(exports.RKK().sheet(revised)))
    return path


def said(name: str) -> str:
    """Return what a line of the dialog says."""
    return part(QLabel, name).text()


def part(kind: type[Part], name: str) -> Part:
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    found = dialog.findChild(kind, name)
    assert isinstance(found, kind)
    return found


def shown() -> list[str]:
    """Return the rows of what would change, each as its texts, below the titles of their groups."""
    model = part(QTreeView, "usulanImpor").model()
    rows = []
    for group in (model.index(row, 0) for row in range(model.rowCount())):
        rows.append(group.data())
        for row in range(model.rowCount(group)):
            cells = (model.index(row, column, group).data() for column in range(3))
            rows.append(" | ".join(filter(None, cells)))
    return rows


def go_to_offer(number: int) -> None:
    """Go to one of the lines that can be shared out again, the first group of a budget's changes."""
    tree = part(QTreeView, "usulanImpor")
    tree.setCurrentIndex(tree.model().index(number, 0, tree.model().index(0, 0)))
    tree.setFocus()


def test_what_a_colleague_changed_is_looked_at_and_then_one_step(jember: Officer, kertas_kerja: Path) -> None:
    before = jember.plan
    seen: list[str] = []
    jember.answers_file_dialog(kertas_kerja)
    jember.waits_and_uses(
        IMPORT,
        lambda: seen.extend(shown()),
        lambda: seen.append(said("judulImpor")),
        lambda: jember.press("Return"),
    )
    assert seen[:2] == ["Perlu diperiksa (1)", "Indikator!K5: “tiga puluh” bukan angka."]
    assert "Sasaran 01 > Indikator 05, B06 | 75 | 82.5" in seen
    assert "Belum ada yang diubah" in seen[-1]
    assert jember.plan.sasaran[0].indikator[4].target[5] == Decimal("82.5")
    assert jember.plan.sasaran[0].indikator[3] == before.sasaran[0].indikator[3]
    assert "dari kolega.xlsx sudah diimpor" in jember.window.notices.text
    jember.press("Ctrl+Z")
    assert jember.plan == before


def test_what_is_looked_at_and_not_wanted_changes_nothing(jember: Officer, kertas_kerja: Path) -> None:
    before = jember.plan
    jember.answers_file_dialog(kertas_kerja)
    jember.waits_and_uses(IMPORT, lambda: jember.press("Escape"))
    assert jember.plan == before
    assert not jember.window.isWindowModified()


def test_a_file_without_a_change_says_so_and_offers_nothing(jember: Officer, tmp_path: Path) -> None:
    path = tmp_path / "formulir.xlsx"
    path.write_bytes(write_form(jember.plan))
    seen: list[str] = []
    jember.answers_file_dialog(path)
    jember.waits_and_uses(
        IMPORT,
        lambda: seen.append(said("judulImpor")),
        lambda: jember.press("Return"),
        lambda: jember.press("Escape"),
    )
    assert seen == ["Isi formulir.xlsx sama dengan rencana; tidak ada yang berubah."]


def test_a_revised_budget_keeps_its_links_and_is_shared_out_again(jember: Officer, rkk: Path) -> None:
    before = jember.plan
    seen: list[str] = []
    jember.answers_file_dialog(rkk)
    jember.waits_and_uses(
        IMPORT,
        lambda: seen.append(said("hasilBaca")),
        lambda: jember.press("Return"),
        lambda: seen.extend(shown()),
        lambda: jember.press("Return"),
    )
    assert "cocok" in seen[0]
    assert seen[1] == "Kontribusi yang dapat dibagi ulang (1)"
    line = before.anggaran[0].komponen[0].subkomponen[0]
    after = Totals(jember.plan).lines[line.id]
    assert after.subkomponen.anggaran == line.anggaran + 12_500_000
    assert shared(jember.plan, line) == after.subkomponen.anggaran
    assert len(jember.plan.anggaran) == len(before.anggaran) - 1
    jember.press("Ctrl+Z")
    assert jember.plan == before


def test_a_line_can_be_left_as_it_was_shared_and_missing_ones_be_kept(jember: Officer, rkk: Path) -> None:
    before = jember.plan
    jember.answers_file_dialog(rkk)

    jember.waits_and_uses(
        IMPORT,
        lambda: jember.press("Return"),
        lambda: part(QCheckBox, "pertahankan").setFocus(),
        lambda: jember.press("Space"),
        lambda: go_to_offer(0),
        lambda: jember.press("Space"),
        lambda: jember.press("Return"),
    )
    line = before.anggaran[0].komponen[0].subkomponen[0]
    assert shared(jember.plan, line) == line.anggaran
    assert len(jember.plan.anggaran) == len(before.anggaran)


def test_what_was_never_shared_out_is_shared_equally_only_where_that_is_ticked(
    open_window: Callable[[Document], Officer], places: Places, tmp_path: Path
) -> None:
    last_year = read_json(resources.SAMPLE.read_bytes())
    officer = open_window(Document.new(renewed(last_year, 2026), places))
    path = tmp_path / "rkk.xlsx"
    path.write_bytes(exports.workbook(exports.RKK(year=2026).sheet(last_year.anggaran)))
    officer.answers_file_dialog(path)
    officer.waits_and_uses(
        IMPORT,
        lambda: officer.press("Return"),
        lambda: go_to_offer(1),
        lambda: officer.press("Space"),
        lambda: officer.press("Return"),
    )
    totals = Totals(officer.plan)
    (line,) = (line.subkomponen for line in totals.lines.values() if totals.shared(line.subkomponen.id))
    assert totals.total == line.anggaran


@pytest.mark.parametrize(("gaya", "total"), [(Gaya.RESMI, "7,829,237,000"), (Gaya.INDONESIA, "7.829.237.000")])
def test_all_pages_write_rupiah_in_the_style_of_the_plan_onto_which_the_budget_goes(
    jember: Officer, tmp_path: Path, gaya: Gaya, total: str
) -> None:
    jember.window.session.apply(change(jember.plan.cetak, gaya=gaya))
    path = tmp_path / "rkk.xlsx"
    path.write_bytes(exports.workbook(exports.RKK().sheet(jember.plan.anggaran)))
    seen: list[str] = []
    jember.answers_file_dialog(path)
    jember.waits_and_uses(
        IMPORT,
        lambda: seen.append(said("hasilBaca")),
        lambda: jember.press("Return"),
        lambda: seen.append("\n".join(shown())),
        lambda: part(QRadioButton, "sebagaiRencanaBaru").click(),
        lambda: seen.append("\n".join(shown())),
        lambda: jember.press("Escape"),
    )
    onto_plan, proposed, as_new = seen
    assert total in onto_plan
    assert total in proposed
    assert "7,829,237,000" in as_new


def test_a_column_that_was_misunderstood_is_corrected(jember: Officer, rkk: Path) -> None:
    seen: list[str] = []
    jember.answers_file_dialog(rkk)

    def choose(column: int) -> Callable[[], None]:
        def step() -> None:
            box = part(QComboBox, "kolom-jumlah")
            box.setFocus()
            jember.press("Home", *["Down"] * column)
            seen.append(said("hasilBaca"))

        return step

    amount = exports.RKK().amount
    jember.waits_and_uses(IMPORT, choose(exports.RKK().code), choose(amount), lambda: jember.press("Escape"))
    assert "cocok" not in seen[0]
    assert "cocok" in seen[1]


def test_from_the_start_page_a_budget_becomes_a_new_plan(empty: Officer, tmp_path: Path) -> None:
    path = tmp_path / "rkk.xlsx"
    path.write_bytes(exports.workbook(exports.RKK().sheet(read_json(resources.SAMPLE.read_bytes()).anggaran)))
    empty.press("Ctrl+N")
    empty.answers_file_dialog(path)
    seen: list[bool] = []
    empty.waits_and_uses(
        IMPORT,
        lambda: empty.press("Return"),
        lambda: seen.append(part(QRadioButton, "keRencanaTerbuka").isVisible()),
        lambda: empty.press("Return"),
    )
    assert seen == [False]
    assert empty.plan.anggaran
    assert empty.window.isWindowModified()


def test_an_old_workbook_is_refused_with_the_way_to_convert_it(jember: Officer, tmp_path: Path) -> None:
    path = tmp_path / "rkk.xls"
    path.write_bytes(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2048))
    jember.answers_file_dialog(path)
    jember.press(IMPORT)
    jember.sees(lambda: ".xlsx" in jember.window.notices.text)


def test_a_spreadsheet_that_is_opened_is_imported(jember: Officer, kertas_kerja: Path) -> None:
    jember.answers_file_dialog(kertas_kerja)
    seen: list[str] = []
    jember.waits_and_uses("Ctrl+O", lambda: seen.append(said("judulImpor")), lambda: jember.press("Escape"))
    assert "1 diubah" in seen[0]


def shared(plan: Plan, line: SubKomponen) -> int:
    return sum(
        kontribusi.jumlah
        for sasaran in plan.sasaran
        for indikator in sasaran.indikator
        for kontribusi in indikator.kontribusi
        if kontribusi.subkomponen == line.id
    )
