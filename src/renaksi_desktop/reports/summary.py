"""The summary of a plan in PDF, on its paper: key figures, the months, the budget as bars, and what is found."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from renaksi_desktop.domain import summary_text
from renaksi_desktop.domain.bulan import BULAN, label
from renaksi_desktop.domain.form_columns import CENTRE, LEFT, MONEY, RIGHT
from renaksi_desktop.domain.plan import Cantuman, Plan
from renaksi_desktop.domain.summary import PlanSummary
from renaksi_desktop.domain.totals import Sums
from renaksi_desktop.reports.cells import Mark, Row, row
from renaksi_desktop.reports.fonts import faces
from renaksi_desktop.reports.form import Form, drawn
from renaksi_desktop.reports.layout import Progress, on_pages, quiet
from renaksi_desktop.reports.plain_table import Entry, PlainTable, Title
from renaksi_desktop.reports.sheet import Sheet

BAR, REST, KIND, COUNT, MONTHS = 120.0, 84.0, 60.0, 46.0, 84.0
"""Widths of columns, in points on A4."""
FIXED: Final = BAR + 2 * MONEY + REST


def render_summary(plan: Plan, summary: PlanSummary, progress: Progress = quiet) -> Form:
    """Print the summary of a plan, which is neither signed nor a draft; the same values give the same bytes."""
    dokumen = replace(plan.dokumen, judul=f"RINGKASAN {plan.dokumen.judul}")
    cantuman = tuple(mark for mark in plan.cetak.cantuman if mark is Cantuman.REVISI)
    cetak = replace(plan.cetak, cantuman=(*cantuman, Cantuman.HALAMAN))
    paper = replace(plan, dokumen=dokumen, cetak=cetak)
    sheet = Sheet(cetak, faces(), FIXED)
    layout = on_pages(paper, sheet, (), _Sections(paper, summary, sheet).rows())
    pdf, begins = drawn(paper, layout, progress)
    return Form(pdf, begins, faces().regular.missing("".join(_names(paper, summary))))


def _names(plan: Plan, summary: PlanSummary) -> Iterator[str]:
    """Yield what the officer wrote and the summary shows."""
    yield from (plan.dokumen.judul, plan.dokumen.unit_kerja, plan.dokumen.instansi)
    for node, _ in summary.shares:
        yield from (node.kode, node.uraian)
    for ro, _ in summary.spreads:
        yield from (ro.kode, ro.nama)


class _Sections:
    """The tables of a summary, one below the other."""

    def __init__(self, plan: Plan, summary: PlanSummary, sheet: Sheet) -> None:
        self._plan, self._summary, self._sheet = plan, summary, sheet
        self._gaya = plan.cetak.gaya

    def rows(self) -> Iterator[Row]:
        """Yield all of them."""
        yield from self._figures()
        yield from self._months()
        yield from self._shares()
        yield from self._spreads()
        yield from self._groups()

    def _figures(self) -> Iterator[Row]:
        """Yield the key figures: in one row, each value above its note."""
        figures, style = summary_text.figures(self._summary, self._gaya), self._sheet.title
        table = PlainTable(self._sheet, [Title(figure.name.upper(), 1 / len(figures)) for figure in figures])
        yield from table.begun(Mark("angka", "Angka pokok", 0))
        values = [
            self._sheet.column(column.span, style, CENTRE).unbroken(figure.value)
            for column, figure in zip(table.columns, figures, strict=True)
        ]
        notes = [
            column.text(figure.note)._replace(drop=style.leading)
            for column, figure in zip(table.columns, figures, strict=True)
        ]
        below = table.band.height(max(len(note.lines) for note in notes))
        yield Row(table.band, (*values, *notes), style.leading + below)

    def _months(self) -> Iterator[Row]:
        """Yield how far each month is filled: in one row, each figure above its bar."""
        months = self._summary.months
        names = [Title(label(bulan), 1 / len(months)) for bulan in BULAN]
        table = PlainTable(self._sheet, [Title("TARGET TERISI", MONTHS, LEFT), *names])
        yield from table.begun(Mark("bulan", "Target terisi menurut bulan", 0))
        shares = [f"{month.filled} / {month.due}" if month.due else summary_text.NOTHING for month in months]
        texts = ["Indikator terisi", *shares]
        cells = [column.unbroken(text) for column, text in zip(table.columns, texts, strict=True)]
        drop = self._sheet.table.leading
        bars = tuple(
            table.bar(place, Sums.of(month.due, month.filled), drop=drop) for place, month in enumerate(months, 1)
        )
        yield row(table.band, *cells)._replace(height=table.band.height(2), bars=bars)

    def _shares(self) -> Iterator[Row]:
        titles = ("SASARAN DAN INDIKATOR", 1, LEFT), ("PERBANDINGAN", BAR), ("ANGGARAN", MONEY, RIGHT)
        table = PlainTable(self._sheet, [*(Title(*title) for title in titles), Title("BAGIAN", REST, RIGHT)])
        yield from table.begun(Mark("sasaran", "Anggaran menurut Sasaran dan Indikator", 0))
        lines = summary_text.shares(self._summary, self._gaya)
        entries = (Entry(line.texts, line.bar, framed=False, heads=line.heads) for line in lines)
        yield from table.rows(entries, "Belum ada Sasaran.")

    def _spreads(self) -> Iterator[Row]:
        titles = ("RO", 1, LEFT), ("PEMBAGIAN", BAR), ("ANGGARAN", MONEY, RIGHT), ("TERBAGI", MONEY, RIGHT)
        table = PlainTable(self._sheet, [*(Title(*title) for title in titles), Title("SISA", REST, RIGHT)])
        yield from table.begun(Mark("ro", "Pembagian Anggaran menurut RO", 0))
        lines = summary_text.spreads(self._summary, self._gaya)
        yield from table.rows((Entry(line.texts, line.bar) for line in lines), "Belum ada RO.")

    def _groups(self) -> Iterator[Row]:
        titles = Title("TEMUAN", 1, LEFT), Title("JENIS", KIND, LEFT), Title("JUMLAH", COUNT, RIGHT)
        table = PlainTable(self._sheet, titles)
        yield from table.begun(Mark("temuan", "Temuan", 0))
        entries = (
            Entry((summary_text.group(group, self._plan), group.severity, str(len(group.findings))))
            for group in self._summary.groups
        )
        yield from table.rows(entries, "Tidak ada temuan.")
