"""Whatever a plan says, its form shows all of it once, inside cells and paper, with the header on each page."""

from __future__ import annotations

import os
from collections import defaultdict

from hypothesis import HealthCheck, Phase, given, settings
from tests.reports.printed import CONTINUED, HEADINGS, NESTED, PrintedPage, bare, printed_pages
from tests.reports.prose import wordy_plans

from renaksi_desktop.domain.plan import Indikator, Periode, Plan, Target
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.domain.target import format_target
from renaksi_desktop.domain.texts import named
from renaksi_desktop.domain.totals import Totals, anggaran
from renaksi_desktop.domain.triwulan import quarters
from renaksi_desktop.reports.form import render

EXAMPLES = int(os.environ.get("RENAKSI_PRINTED_PLANS", "4"))
"""Reading a PDF back is slow: more only when asked for."""

printing = settings(
    max_examples=EXAMPLES,
    deadline=None,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # to shrink a page takes longer than to understand it
    suppress_health_check=list(HealthCheck),
)


@printing
@given(wordy_plans())
def test_all_of_a_plan_is_printed_once_in_its_cells_with_the_header_on_each_page(plan: Plan) -> None:
    pages = printed_pages(render(plan).pdf)
    for page in pages:
        assert page.lies_inside()
        assert page.crossed_words() == []
        assert page.overlapping_words() == []
        assert [text for text in page.rows[0].texts if text][:3] == list(HEADINGS[:3])
        last = [page.right_of_sasaran(row) for row in page.rows[2:]][-1:]
        assert not any(row == NESTED or row[0].endswith(CONTINUED) for row in last), "nothing follows it"
    assert _printed_columns(plan, pages) == _columns(plan)
    assert _printed_labels(pages) == _labels(plan)
    assert [row.texts for page in pages for row in page.rows if "Total" in row.texts] == [_total(plan)]


def _columns(plan: Plan) -> dict[str, str]:
    """Return what each column of the table is to say from the first row to the last, without spaces."""
    gaya, lines = plan.cetak.gaya, Totals(plan).lines
    columns: defaultdict[str, str] = defaultdict(str)
    for sasaran in plan.sasaran:
        for indikator in sasaran.indikator:
            columns["INDIKATOR"] += bare(named(indikator.kode, indikator.uraian))
            columns["ANGGARAN INDIKATOR"] += format_rupiah(anggaran(indikator), gaya)
            for name, value in zip(_names(plan), _targets(plan, indikator), strict=True):
                columns[name] += bare(format_target(value, gaya))
            for number, kontribusi in enumerate(indikator.kontribusi, 1):
                nodes = lines[kontribusi.subkomponen]
                money = nodes.subkomponen.anggaran, kontribusi.jumlah
                texts = f"{number}.", *(named(node.kode, node.nama) for node in nodes)
                for name, text in zip(
                    NESTED, (*texts, *(format_rupiah(sum_, gaya) for sum_ in money)), strict=True
                ):
                    columns[name] += bare(text)
    return _filled(columns)


def _names(plan: Plan) -> list[str]:
    """Return the columns below TARGET, from the left."""
    months, quarters = [f"B{bulan:02}" for bulan in range(1, 13)], ["I", "II", "III", "IV"]
    both = {Periode.BULANAN: months, Periode.TRIWULAN: quarters, Periode.KEDUANYA: months + quarters}
    return both[plan.cetak.periode]


def _targets(plan: Plan, indikator: Indikator) -> tuple[Target | None, ...]:
    months, four = indikator.target, quarters(indikator)
    return {Periode.BULANAN: months, Periode.TRIWULAN: four, Periode.KEDUANYA: months + four}[plan.cetak.periode]


def _printed_columns(plan: Plan, pages: list[PrintedPage]) -> dict[str, str]:
    columns: defaultdict[str, str] = defaultdict(str)
    first = 1 + ("satuan" in plan.cetak.kolom)
    for page in pages:
        for row in page.rows[2:]:
            cells = page.right_of_sasaran(row)
            if page.is_nested(row) and cells != NESTED:
                for name, text in zip(NESTED, cells, strict=True):
                    columns[name] += bare(text)
            elif len(cells) > 1 and cells != NESTED:
                columns["INDIKATOR"] += bare(cells[0])
                columns["ANGGARAN INDIKATOR"] += cells[-1]
                for name, text in zip(_names(plan), cells[first:], strict=False):
                    columns[name] += bare(text)
    return _filled(columns)


def _filled(columns: dict[str, str]) -> dict[str, str]:
    return {name: text for name, text in columns.items() if text}


def _labels(plan: Plan) -> list[str]:
    return [bare(f"{number}.{named(node.kode, node.uraian)}") for number, node in enumerate(plan.sasaran, 1)]


def _printed_labels(pages: list[PrintedPage]) -> list[str]:
    """Return NO. and SASARAN of each Sasaran as printed, what is only repeated on a new page left out."""
    labels: list[str] = []
    for page in pages:
        for row in page.rows[2:]:
            no, text = (*map(bare, page.left_of(row)), "", "")[:2]
            if no and no != f"{len(labels)}." and no != "Total":
                labels.append(no + text)
            elif text and not _repeats(text, labels[-1]):
                labels[-1] += text
    return labels


def _repeats(text: str, label: str) -> bool:
    """Say whether a text is the beginning of a label behind its number; no two Sasaran begin alike."""
    return label.split(".", 1)[1].startswith(text.rstrip("…"))


def _total(plan: Plan) -> list[str]:
    return ["Total", format_rupiah(Totals(plan).total, plan.cetak.gaya)]
