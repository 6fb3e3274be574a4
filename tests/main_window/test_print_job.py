"""What goes to a printer is what the PDF shows: the same ink at the same place, on the paper of the plan."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize
from PySide6.QtPrintSupport import QPrinter

from renaksi_desktop import resources
from renaksi_desktop.domain.plan import Cetak, Kertas, Plan
from renaksi_desktop.interchange import read_json
from renaksi_desktop.main_window.print_job import PrintFailed, lay_paper, pages_wanted, print_pages, printer_for
from renaksi_desktop.reports.form import render
from renaksi_desktop.reports.raster import Picture, Raster
from renaksi_desktop.tasks.background import Cancelled, Job

DPI = 150

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture(scope="module")
def form() -> bytes:
    return render(read_json(resources.SAMPLE.read_bytes())).pdf


@pytest.fixture
def paper(tmp_path: Path) -> QPrinter:
    """A printer of A4 whose paper is a PDF in the folder of the test."""
    with closing(Raster(render(Plan()).pdf)) as empty:
        printer = printer_for(empty.sizes[0], "A4", "uji")
    printer.setOutputFileName(str(tmp_path / "kertas.pdf"))
    printer.setResolution(DPI)
    return printer


def job() -> Job:
    return Job(lambda _: None)


def on_paper(printer: QPrinter) -> Raster:
    return Raster(Path(printer.outputFileName()).read_bytes())


def ink(picture: Picture) -> tuple[list[int], list[int]]:
    """Return how many dark pixels each row and each column has."""
    rows = [picture.pixels[y * picture.stride :][: picture.width] for y in range(picture.height)]
    dark = [bytes(pixel < 128 for pixel in row) for row in rows]
    return [sum(row) for row in dark], [sum(column) for column in zip(*dark, strict=True)]


def edges(counts: list[int]) -> tuple[int, int]:
    inked = [place for place, count in enumerate(counts) if count]
    return inked[0], inked[-1]


def test_the_printed_page_has_the_same_ink_at_the_same_place(form: bytes, paper: QPrinter) -> None:
    print_pages(form, [5, 1], paper, job())
    with closing(Raster(form)) as plan, closing(on_paper(paper)) as printed:
        assert len(printed.sizes) == 2
        for expected, found in ((4, 0), (0, 1)):
            wanted = ink(plan.picture(expected, DPI / 72))
            got = ink(printed.picture(found, DPI / 72))
            for one, other in zip(wanted, got, strict=True):
                assert edges(one) == pytest.approx(edges(other), abs=2)
                assert sum(one) == pytest.approx(sum(other), rel=0.1)


@pytest.mark.parametrize("kertas", Kertas)
def test_the_paper_is_that_of_the_plan(kertas: Kertas, tmp_path: Path) -> None:
    pdf = render(Plan(cetak=Cetak(kertas))).pdf
    with closing(Raster(pdf)) as plan:
        printer = printer_for(plan.sizes[0], kertas.value, "uji")
        printer.setOutputFileName(str(tmp_path / "kertas.pdf"))
        printer.setResolution(72)
        print_pages(pdf, [1], printer, job())
        with closing(on_paper(printer)) as printed:
            assert printed.sizes[0] == pytest.approx(plan.sizes[0], abs=1)


def test_on_other_paper_the_page_is_fitted_with_its_proportions(form: bytes, paper: QPrinter) -> None:
    square = QPageSize(QSizeF(400, 400), QPageSize.Unit.Point, "persegi")
    paper.setPageLayout(QPageLayout(square, QPageLayout.Orientation.Portrait, QMarginsF()))
    print_pages(form, [1], paper, job())
    with closing(Raster(form)) as plan, closing(on_paper(paper)) as printed:
        small = plan.picture(0, DPI / 72 * 400 / plan.sizes[0].width)
        got = ink(printed.picture(0, DPI / 72))
        margin = (len(got[0]) - small.height) / 2
        wanted = ink(small)
        assert edges(got[1]) == pytest.approx(edges(wanted[1]), abs=2)
        assert edges(got[0]) == pytest.approx([edge + margin for edge in edges(wanted[0])], abs=2)


def test_margins_set_in_the_dialog_do_not_shrink_the_page(form: bytes, paper: QPrinter) -> None:
    paper.setFullPage(False)
    paper.setPageMargins(QMarginsF(20, 20, 20, 20), QPageLayout.Unit.Millimeter)
    print_pages(form, [1], paper, job())
    with closing(Raster(form)) as plan, closing(on_paper(paper)) as printed:
        assert edges(ink(printed.picture(0, DPI / 72))[1]) == pytest.approx(
            edges(ink(plan.picture(0, DPI / 72))[1]), abs=2
        )


def test_of_a_cancelled_print_nothing_comes_out(form: bytes, paper: QPrinter) -> None:
    cancelled, target = job(), paper.outputFileName()
    cancelled.cancel()
    with pytest.raises(Cancelled):
        print_pages(form, [1, 2, 3, 4, 5], paper, cancelled)
    assert b"%%EOF" not in Path(target).read_bytes(), "an unfinished file is sent to no printer"


@pytest.mark.qt_log_ignore("QPainter::begin", extend=True)
def test_a_printer_that_takes_nothing_is_told(form: bytes, paper: QPrinter, tmp_path: Path) -> None:
    paper.setOutputFileName(str(tmp_path / "tidak-ada" / "kertas.pdf"))
    with pytest.raises(PrintFailed):
        print_pages(form, [1], paper, job())


def test_ranges_copies_and_order_are_those_of_the_dialog(paper: QPrinter) -> None:
    assert pages_wanted(paper, 5, current=3) == [1, 2, 3, 4, 5]
    paper.setPrintRange(QPrinter.PrintRange.CurrentPage)
    assert pages_wanted(paper, 5, current=3) == [3]
    paper.setPrintRange(QPrinter.PrintRange.PageRange)
    paper.setFromTo(2, 3)
    paper.setCopyCount(2)
    assert pages_wanted(paper, 5, current=3) == [2, 3, 2, 3]
    paper.setCollateCopies(False)
    paper.setPageOrder(QPrinter.PageOrder.LastPageFirst)
    assert pages_wanted(paper, 5, current=3) == [3, 3, 2, 2]


def test_f4_keeps_its_name_and_measure(paper: QPrinter) -> None:
    with closing(Raster(render(Plan(cetak=Cetak(Kertas.F4))).pdf)) as plan:
        lay_paper(paper, plan.sizes[0], "F4")
    size = paper.pageLayout().pageSize()
    assert size.name() == "F4"
    assert size.size(QPageSize.Unit.Millimeter).toTuple() == pytest.approx((215, 330), abs=0.1)
