"""An officer sees how far the plan is at a glance, and goes from what is not right to where it is mended."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QAction, QColor, QFontMetrics, QImage
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLabel, QWidget
from tests.gui.officer import Officer
from tests.reports.printed import printed_pages

from renaksi_desktop import resources
from renaksi_desktop.document.document import Document
from renaksi_desktop.domain import edits
from renaksi_desktop.domain.findings import Finding
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.domain.summary import PlanSummary
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.interchange import read_json
from renaksi_desktop.models import anggaran_tree, target_grid
from renaksi_desktop.models.summary import AMOUNT, BAR, NAME, REST
from renaksi_desktop.storage.places import Places
from renaksi_desktop.widgets.summary_page import SummaryPage
from renaksi_desktop.widgets.summary_table import SummaryTable
from renaksi_desktop.widgets.text_scale import set_percent
from renaksi_desktop.widgets.tile import PADDING, Tile


@pytest.fixture(autouse=True)
def _usual_text(qapp: QApplication) -> Iterator[None]:
    yield
    set_percent(100)
    qapp.processEvents()


def looks(officer: Officer) -> SummaryPage:
    """Press Ctrl+4 once the plan is checked."""
    officer.window.check_now()
    officer.press("Ctrl+4")
    return officer.window.pages.summary.page


def figure(officer: Officer, name: str) -> list[str]:
    shown = officer.find(Tile, name).shown
    return [shown.value, shown.note]


def choose(officer: Officer, command: str) -> None:
    officer.find(QAction, command).trigger()
    QApplication.processEvents()


def row_of(table: SummaryTable, words: str) -> int:
    """Return the first row whose name holds these words."""
    texts = [table.model().index(row, NAME).data() for row in range(table.model().rowCount())]
    return next(row for row, text in enumerate(texts) if words in text)


def texts(table: SummaryTable, row: int) -> list[str]:
    model = table.model()
    return [model.index(row, column).data() for column in range(model.columnCount())]


def keyboard(officer: Officer) -> QWidget:
    found = officer.window.focusWidget()
    assert found is not None
    return found


def current(officer: Officer, view: QAbstractItemView) -> QModelIndex:
    """Return the current cell of a view, which has the keyboard."""
    assert keyboard(officer) is view
    return view.currentIndex()


@pytest.fixture
def over(jember: Officer) -> Officer:
    """The first budget line of Jember is shared out beyond its Anggaran by 5.000.000."""
    kontribusi = jember.plan.sasaran[0].indikator[0].kontribusi[0]
    jember.window.session.apply(edits.change(kontribusi, jumlah=kontribusi.jumlah + 5_000_000))
    return jember


def test_the_whole_plan_at_a_glance(jember: Officer) -> None:
    page = looks(jember)
    assert figure(jember, "total") == ["7,829,237,000", "16 Indikator"]
    assert figure(jember, "pagu") == ["7,829,237,000", "Total sesuai Pagu"]
    assert figure(jember, "terbagi") == ["100 %", "sisa 0"]
    assert figure(jember, "terisi") == ["79.56 %", "37 masih kosong"]
    assert figure(jember, "temuanTerbuka") == ["2 galat", "0 peringatan, 13 informasi"]
    assert [tile.shown.value for tile in page.months.tiles[:3]] == ["33 %", "53 %", "86 %"]
    assert texts(page.shares, 0)[AMOUNT:] == ["171,801,500", "2.19 %"]
    assert texts(page.spreads, 0)[AMOUNT:] == ["21,688,000", "0"]
    assert texts(page.groups, 0) == ["● Target B12 masih kosong", "2"]


def test_enter_on_an_indikator_leads_to_it(jember: Officer) -> None:
    page, wanted = looks(jember), jember.plan.sasaran[2].indikator[1]
    page.shares.setFocus()
    assert page.shares.currentIndex().row() == 0, "it is seen where Enter would lead"
    jember.press(*["Down"] * row_of(page.shares, wanted.uraian))
    assert jember.window.pages.currentWidget() is jember.window.pages.summary
    jember.press("Return")
    assert jember.window.session.current == wanted.id
    grid = jember.window.pages.target.grid
    assert current(jember, grid).siblingAtColumn(target_grid.URAIAN).data() == wanted.uraian


def test_a_click_on_an_ro_leads_to_it(jember: Officer) -> None:
    page, ro = looks(jember), jember.plan.anggaran[2]
    jember.click(page.spreads, row_of(page.spreads, ro.kode), BAR)
    tree = jember.window.pages.anggaran.page.tree
    assert current(jember, tree).siblingAtColumn(anggaran_tree.KODE).data() == ro.kode


def test_a_month_leads_to_the_first_target_that_is_missing(jember: Officer) -> None:
    page = looks(jember)
    page.months.tiles[0].setFocus()
    jember.press("Right", "Right", "Left", "Right", "Up", "Return")
    grid = jember.window.pages.target.grid
    cell = current(jember, grid)
    assert cell.column() == target_grid.FIRST_BULAN + 2
    assert cell.data() == ""
    jember.type("50")
    jember.press("Return", "Ctrl+4")
    jember.sees(lambda: page.months.tiles[2].shown.words == "B03 (Maret): 14 dari 15 Indikator terisi")
    assert page.months.tiles[2].shown.value == "93 %"


def test_tab_stops_once_at_the_months_and_comes_back_to_the_same(jember: Officer) -> None:
    page = looks(jember)
    page.months.tiles[0].setFocus()
    jember.press("Right", "Right", "Tab")
    assert keyboard(jember) is page.shares
    jember.press("Shift+Tab")
    assert keyboard(jember) is page.months.tiles[2]
    jember.press("Shift+Tab")
    assert keyboard(jember) in page.figures.tiles


def test_what_is_found_leads_to_the_first_of_its_kind(jember: Officer) -> None:
    page = looks(jember)
    page.groups.setFocus()
    jember.press("Return")
    cell = current(jember, jember.window.pages.target.grid)
    assert cell.column() == target_grid.FIRST_BULAN + 11
    assert jember.window.session.current == jember.plan.sasaran[0].indikator[6].id


def test_a_figure_leads_to_where_it_is_mended(over: Officer) -> None:
    looks(over)
    assert figure(over, "terbagi")[1] == "lebih 5,000,000"
    over.click_at(over.find(Tile, "terbagi"))
    tree = over.window.pages.anggaran.page.tree
    assert current(over, tree).siblingAtColumn(anggaran_tree.SISA).data() == "lebih 5,000,000"
    over.press("Ctrl+4")
    over.find(Tile, "pagu").setFocus()
    over.press("Space")
    assert over.window.pages.currentWidget() is over.window.pages.dokumen
    assert keyboard(over).objectName() == "pagu"
    over.press("Ctrl+4")
    over.click_at(over.find(Tile, "total"))
    assert over.window.pages.currentWidget() is over.window.pages.summary, "the Total is what all else makes it"


def test_too_much_is_seen_without_colour(over: Officer) -> None:
    page = looks(over)
    row = row_of(page.spreads, "DR.3165.QIA.002")
    assert texts(page.spreads, row)[REST] == "lebih 5,000,000"
    assert strokes(page.spreads, row) > 10
    assert strokes(page.spreads, row - 1) <= 4, "a full bar is of one piece"


def strokes(table: SummaryTable, row: int) -> int:
    """Return how often the colour changes along the middle of the bar of a row."""
    index = table.model().index(row, BAR)
    table.scrollTo(index)
    QApplication.processEvents()
    cell, image = table.visualRect(index), QImage(table.viewport().size(), QImage.Format.Format_RGB32)
    table.viewport().render(image)
    line = [
        QColor(image.pixelColor(x, cell.center().y())).lightness() // 64 for x in range(cell.left(), cell.right())
    ]
    return sum(one != other for one, other in pairwise(line))


def test_it_follows_the_plan_while_it_is_looked_at(over: Officer) -> None:
    page = looks(over)
    over.press("Ctrl+Z")
    over.sees(lambda: figure(over, "terbagi") == ["100 %", "sisa 0"])
    assert texts(page.shares, 0)[AMOUNT] == "171,801,500"


def test_the_status_bar_says_of_the_pagu_what_the_page_says(over: Officer) -> None:
    looks(over)
    assert figure(over, "pagu")[1] == "Total lebih 5,000,000"
    assert over.find(QLabel, "total").text() == "Total Kontribusi 7,834,237,000, lebih 5,000,000 dari Pagu"


def test_an_empty_plan_says_what_to_do(empty: Officer) -> None:
    page = looks(empty)
    assert figure(empty, "terbagi") == ["–", "belum ada Anggaran"]
    hints = [label.text() for label in page.findChildren(QLabel) if label.isVisible()]
    assert hints == [
        "Belum ada Sasaran. Mulailah dengan Rencana > Tambah Sasaran.",
        "Belum ada anggaran. Mulailah dengan Anggaran > Tambah RO.",
    ]
    page.shares.setFocus()
    empty.press("Return")
    assert empty.window.pages.currentWidget() is empty.window.pages.summary


@pytest.mark.parametrize(("size", "width"), [(100, 1366), (100, 911), (150, 1366), (200, 1366), (200, 1200)])
def test_every_figure_is_whole_at_any_size_of_text(over: Officer, size: int, width: int) -> None:
    page = looks(over)
    over.window.resize(width, 520)
    set_percent(size)
    for part in (page.figures, page.months):
        over.sees(lambda part=part: all(map(is_whole, part.tiles)))  # type: ignore[misc]
        assert all(part.rect().contains(tile.geometry()) for tile in part.tiles)
    for table in (page.shares, page.spreads, page.groups):
        assert table.viewport().height() > 2 * table.rowHeight(0)
        assert table.horizontalScrollBar().maximum() == 0, "all columns are in view"


def is_whole(tile: Tile) -> bool:
    """Say whether a tile has room for all of its texts."""
    widest = max(QFontMetrics(font).horizontalAdvance(text) for text, font, _ in tile._lines())
    return tile.height() == tile.sizeHint().height() and tile.width() - 2 * PADDING >= widest


def test_all_of_it_is_spoken(over: Officer) -> None:
    page = looks(over)
    assert over.find(Tile, "terbagi").accessibleName() == "Terbagi: 100 %, lebih 5,000,000"
    assert page.months.tiles[0].accessibleName() == "B01 (Januari): 5 dari 15 Indikator terisi"
    row = row_of(page.spreads, "DR.3165.QIA.002")
    said = page.spreads.model().index(row, BAR).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said == "terbagi 100 % – lebih 5,000,000"


def test_nothing_is_summed_up_while_another_page_is_looked_at(
    open_window: Callable[[Document], Officer], places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    officer = open_window(Document.new(read_json(resources.SAMPLE.read_bytes()), places))
    looks(officer)
    officer.press("Ctrl+1")
    made: list[Plan] = []
    of = PlanSummary.of

    def counted(plan: Plan, totals: Totals, findings: Iterable[Finding]) -> PlanSummary:
        made.append(plan)
        return of(plan, totals, findings)

    monkeypatch.setattr(PlanSummary, "of", counted)
    officer.click(officer.window.pages.target.grid, 1, target_grid.FIRST_BULAN)
    officer.type("74")
    officer.press("Return")
    officer.window.check_now()
    assert made == []
    officer.press("Ctrl+4")
    assert made == [officer.plan]


def test_the_summary_is_written_to_a_pdf(over: Officer, tmp_path: Path) -> None:
    target = tmp_path / "ringkas.pdf"
    over.answers_file_dialog(target)
    choose(over, "ekspor-ringkasan")
    over.sees(lambda: over.window.notices.text == "ringkas.pdf selesai ditulis.")
    first = printed_pages(target.read_bytes())[0]
    assert first.text.startswith("RINGKASAN RENCANA AKSI PERJANJIAN KINERJA TAHUN 2025")
    assert "lebih 5,000,000" in first.text


def test_a_character_that_cannot_be_printed_is_told(jember: Officer, tmp_path: Path) -> None:
    jember.window.session.apply(edits.change(jember.plan.sasaran[0], uraian="Mutu 漢"))
    jember.answers_file_dialog(tmp_path / "ringkas.pdf")
    choose(jember, "ekspor-ringkasan")
    jember.sees(lambda: "tidak mempunyai 漢 (U+6F22)" in jember.window.notices.text)


def test_the_name_that_is_offered_is_not_that_of_the_form(
    jember: Officer, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def ask(_window: object, _caption: str, suggestion: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(suggestion).name)
        return "", ""

    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", ask)
    choose(jember, "ekspor-ringkasan")
    assert offered == ["Rencana Aksi 2025 BALAI POM DI JEMBER - ringkasan.pdf"]


def test_the_summary_is_printed(jember: Officer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "cetak.pdf"

    def to_file(dialog: QPrintDialog) -> int:
        assert not dialog.testOption(QPrintDialog.PrintDialogOption.PrintCurrentPage)
        dialog.printer().setOutputFileName(str(target))
        return int(QPrintDialog.DialogCode.Accepted)

    monkeypatch.setattr(QPrintDialog, "exec", to_file)
    choose(jember, "cetak-ringkasan")
    jember.sees(target.exists)
    assert printed_pages(target.read_bytes())[0].text.startswith("RINGKASAN RENCANA AKSI")
