"""An officer prints the form, or writes it to a file, and may change her mind."""

from __future__ import annotations

import io
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pdfplumber
import pytest
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog
from tests.gui.officer import Officer

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.plan import Kertas, Plan
from renaksi_desktop.main_window import print_job
from renaksi_desktop.main_window.work import Work
from renaksi_desktop.models import target_grid
from renaksi_desktop.reports import form as form_module
from renaksi_desktop.reports.form import Form, render
from renaksi_desktop.tasks import background
from renaksi_desktop.widgets.progress_strip import ProgressStrip

Use = Callable[[QPrintDialog], object]
Answer = Callable[..., None]
ACCEPTED, REJECTED = QDialog.DialogCode.Accepted, QDialog.DialogCode.Rejected


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Call it to have the print dialog used like this, and then accepted or not."""

    def answer(use: Use, code: QDialog.DialogCode = ACCEPTED) -> None:
        def answered(dialog: QPrintDialog) -> int:
            use(dialog)
            return code

        monkeypatch.setattr(QPrintDialog, "exec", answered)

    return answer


@pytest.fixture
def printed(monkeypatch: pytest.MonkeyPatch) -> list[list[int]]:
    """The pages of each print, on a printer that takes all."""
    prints: list[list[int]] = []
    monkeypatch.setattr(print_job, "print_pages", lambda _pdf, pages, _printer, _job: prints.append(pages))
    return prints


def pages_2_to_3(dialog: QPrintDialog) -> None:
    dialog.setPrintRange(QPrintDialog.PrintRange.PageRange)
    dialog.setFromTo(2, 3)


def strip(officer: Officer) -> ProgressStrip:
    return officer.find(ProgressStrip, "progressStrip")


def test_the_chosen_pages_are_printed(jember: Officer, answer: Answer, printed: list[list[int]]) -> None:
    answer(pages_2_to_3)
    jember.press("Ctrl+P")
    jember.sees(lambda: printed == [[2, 3]])
    jember.sees(lambda: "Formulir dikirim ke" in jember.window.notices.text)


def test_the_dialog_offers_the_pages_and_the_paper_of_the_plan(jember: Officer, answer: Answer) -> None:
    offered: list[tuple[int, int, str]] = []
    answer(
        lambda dialog: offered.append(
            (dialog.minPage(), dialog.maxPage(), dialog.printer().pageLayout().pageSize().name())
        ),
        REJECTED,
    )
    jember.window.session.apply(edits.change(jember.plan.cetak, kertas=Kertas.F4))
    jember.press("Ctrl+P")
    jember.sees(lambda: bool(offered))
    assert offered == [(1, len(pages_text(render(jember.plan).pdf)), "F4")]


def test_the_page_that_is_looked_at_can_be_printed(
    jember: Officer, answer: Answer, printed: list[list[int]]
) -> None:
    answer(lambda dialog: dialog.setPrintRange(QPrintDialog.PrintRange.CurrentPage))
    jember.press("Ctrl+6")
    jember.sees(lambda: not jember.window.pages.preview.page.form.is_stale)
    jember.window.pages.preview.page.view.setFocus()
    jember.press("End", "Ctrl+P")
    jember.sees(lambda: printed == [[5]])


def test_who_closes_the_dialog_prints_nothing(jember: Officer, answer: Answer, printed: list[list[int]]) -> None:
    asked: list[QPrintDialog] = []
    answer(asked.append, REJECTED)
    jember.press("Ctrl+P")
    jember.sees(lambda: bool(asked))
    assert printed == []
    assert not jember.window.notices.isVisible()


def test_print_to_a_file_writes_the_very_pages(jember: Officer, answer: Answer, tmp_path: Path) -> None:
    target = tmp_path / "dua.pdf"

    def to_file(dialog: QPrintDialog) -> None:
        dialog.printer().setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        dialog.printer().setOutputFileName(str(target))
        pages_2_to_3(dialog)

    answer(to_file)
    jember.press("Ctrl+P")
    jember.sees(lambda: jember.window.notices.text == "dua.pdf selesai ditulis.")
    whole = pages_text(render(jember.plan).pdf)
    assert pages_text(target.read_bytes()) == whole[1:3]


def pages_text(pdf: bytes) -> list[str]:
    with pdfplumber.open(io.BytesIO(pdf)) as document:
        return [page.extract_text() for page in document.pages]


def test_what_is_still_in_an_editor_is_printed_too(jember: Officer, answer: Answer, tmp_path: Path) -> None:
    target = tmp_path / "semua.pdf"
    answer(lambda dialog: dialog.printer().setOutputFileName(str(target)))
    jember.click(jember.window.pages.target.grid, 1, target_grid.FIRST_BULAN)
    jember.type("74,5")
    jember.press("Ctrl+P")
    jember.sees(target.exists)
    assert target.read_bytes() == render(jember.plan).pdf
    assert "74.5" in pages_text(target.read_bytes())[0]


@pytest.fixture
def endless(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Drawing the form goes on until it is cancelled, or this event is set."""
    monkeypatch.setattr(background, "PATIENCE_S", 0)
    enough = threading.Event()

    def drawn(plan: Plan, progress: Callable[[float], object]) -> Form:
        while not enough.is_set():
            progress(0.5)
            time.sleep(0.001)
        return render(plan)

    monkeypatch.setattr(form_module, "render", drawn)
    return enough


@pytest.mark.usefixtures("endless")
def test_a_cancelled_export_leaves_the_file_as_it_was(jember: Officer, tmp_path: Path) -> None:
    work = jember.window.findChild(Work)
    assert isinstance(work, Work)
    target = tmp_path / "rencana.pdf"
    target.write_bytes(b"yang lama")
    jember.exports_to(target)
    jember.sees(strip(jember).isVisible)
    assert strip(jember).text == "Menulis rencana.pdf…"
    jember.click_button("batalkanPekerjaan")
    assert jember.window.notices.text == "Ekspor dibatalkan; rencana.pdf tidak ditulis."
    assert not strip(jember).isVisible()
    work.wait()
    assert target.read_bytes() == b"yang lama"
    assert list(tmp_path.glob(".renaksi-*")) == []


def test_a_long_export_ends_with_the_file(jember: Officer, tmp_path: Path, endless: threading.Event) -> None:
    jember.exports_to(tmp_path / "rencana.pdf")
    jember.sees(strip(jember).isVisible)
    endless.set()
    jember.sees(lambda: jember.window.notices.text == "rencana.pdf selesai ditulis.")
    assert not strip(jember).isVisible()
    assert (tmp_path / "rencana.pdf").read_bytes() == render(jember.plan).pdf


def test_the_window_does_not_close_over_a_long_print(
    jember: Officer, answer: Answer, printed: list[list[int]], endless: threading.Event
) -> None:
    answer(pages_2_to_3)
    jember.press("Ctrl+P")
    jember.sees(strip(jember).isVisible)
    jember.press("Ctrl+Q")
    assert jember.window.isVisible()
    assert jember.window.notices.text == "Tunggu sampai selesai, atau batalkan dahulu."
    endless.set()
    jember.sees(lambda: printed == [[2, 3]])
    jember.sees(lambda: not strip(jember).isVisible())
