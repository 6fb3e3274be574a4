"""The summary on paper says what the window says, on as many pages as it takes."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import pdfplumber
import pypdfium2 as pdfium
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.reports.printed import RULES, PrintedPage, bare, printed_pages
from tests.reports.prose import wordy_plans

from renaksi_desktop import resources
from renaksi_desktop.domain import edits
from renaksi_desktop.domain.checks import check
from renaksi_desktop.domain.plan import Cantuman, Gaya, Indikator, Kertas, Plan, Sasaran, new_id
from renaksi_desktop.domain.summary import PlanSummary
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.interchange import read_json
from renaksi_desktop.reports.form import Form
from renaksi_desktop.reports.summary import render_summary

SHARES, SPREADS, GROUPS = "SASARAN DAN INDIKATOR", "RO", "TEMUAN"


def printed(plan: Plan) -> Form:
    return render_summary(plan, PlanSummary.of(plan, Totals(plan), check(plan)))


def tables(form: Form) -> list[list[list[str]]]:
    """Return the tables of all pages, each as the texts of its rows."""
    with pdfplumber.open(io.BytesIO(form.pdf)) as document:
        return [
            [[(text or "").replace("\n", " ") for text in row] for row in table]
            for page in document.pages
            for table in page.filter(lambda thing: not is_stroke(thing)).extract_tables(RULES)
        ]


def is_stroke(thing: dict[str, Any]) -> bool:
    """Say whether something is a slanted line."""
    return bool(thing["object_type"] == "line" and thing["x0"] != thing["x1"] and thing["top"] != thing["bottom"])


def of_heading(form: Form, heading: str) -> list[list[str]]:
    """Return the rows of a table without its head, from all pages on which it is."""
    return [row for table in tables(form) if table[0][0] == heading for row in table[1:]]


@pytest.fixture
def jember() -> Plan:
    return read_json(resources.SAMPLE.read_bytes())


@pytest.fixture
def over(jember: Plan) -> Plan:
    """The first budget line of Jember is shared out beyond its Anggaran by 5.000.000."""
    kontribusi = jember.sasaran[0].indikator[0].kontribusi[0]
    return edits.change(kontribusi, jumlah=kontribusi.jumlah + 5_000_000).apply(jember)


def test_the_jember_plan(over: Plan) -> None:
    form = printed(over)
    head, *_ = tables(form)
    assert head == [
        ["TOTAL", "PAGU", "TERBAGI", "TARGET TERISI", "TEMUAN"],
        [
            "7,834,237,000 16 Indikator",
            "7,829,237,000 Total lebih 5,000,000",
            "100 % lebih 5,000,000",
            "79.56 % 37 masih kosong",
            "4 galat 1 peringatan, 12 informasi",
        ],
    ]
    months = of_heading(form, "TARGET TERISI")
    assert months == [["Indikator terisi", "5 / 15", "8 / 15", *["13 / 15"] * 9, "14 / 16"]]
    shares = of_heading(form, SHARES)
    assert [row[0][:5] for row in shares[:3]] == ["01 - ", "01 - ", "02 - "]
    assert shares[0][1:] == ["", "176,801,500", "2.26 %"]
    assert len(shares) == len(over.sasaran) + sum(len(sasaran.indikator) for sasaran in over.sasaran)
    spreads = {row[0].split(" - ")[0]: row[2:] for row in of_heading(form, SPREADS)}
    assert spreads["DR.3165.QIA.002"] == ["61,559,000", "66,559,000", "lebih 5,000,000"]
    assert of_heading(form, GROUPS)[0] == ["Target B12 masih kosong", "galat", "2"]


def test_the_same_plan_gives_the_same_bytes(jember: Plan) -> None:
    assert printed(jember).pdf == printed(jember).pdf


def test_an_empty_plan_says_that_there_is_nothing_yet() -> None:
    form = printed(Plan())
    assert of_heading(form, SHARES)[0][0] == "Belum ada Sasaran."
    assert of_heading(form, SPREADS)[0][0] == "Belum ada RO."
    assert [row[1:] for row in of_heading(form, GROUPS)] == [["galat", "2"], ["galat", "1"], ["peringatan", "2"]]


def test_a_plan_in_which_nothing_is_found_says_so(jember: Plan) -> None:
    form = render_summary(jember, PlanSummary.of(jember, Totals(jember), ()))
    assert of_heading(form, GROUPS) == [["Tidak ada temuan.", "", ""]]


def test_it_is_neither_a_draft_nor_to_be_signed(jember: Plan) -> None:
    cetak = replace(jember.cetak, cantuman=(Cantuman.DRAF, Cantuman.TTE))
    pages = printed_pages(printed(replace(jember, cetak=cetak)).pdf)
    assert all(page.across == "" for page in pages)
    assert all("BSrE" not in page.text for page in pages)
    assert [f"Halaman {number} dari {len(pages)}" in page.text for number, page in enumerate(pages, 1)] == [
        True
    ] * len(pages)


def test_it_is_found_by_the_outline_and_called_by_its_name(jember: Plan) -> None:
    with pdfium.PdfDocument(printed(jember).pdf) as document:
        titles = [entry.get_title() for entry in document.get_toc()]
        assert document.get_metadata_value("Title").startswith(
            "RINGKASAN RENCANA AKSI PERJANJIAN KINERJA TAHUN 2025"
        )
    assert titles == [
        "Angka pokok",
        "Target terisi menurut bulan",
        "Anggaran menurut Sasaran dan Indikator",
        "Pembagian Anggaran menurut RO",
        "Temuan",
    ]


@pytest.fixture
def hundred() -> Plan:
    """One hundred Indikator with long names under ten Sasaran."""
    words = (
        "Persentase sampel Sediaan Farmasi dan Pangan Olahan yang diperiksa dan ditindaklanjuti sesuai ketentuan "
    )
    return Plan(
        sasaran=tuple(
            Sasaran(
                new_id(),
                f"{s:02d}",
                words * 2,
                tuple(Indikator(new_id(), f"{i:02d}", f"{words * (i % 3 + 1)} {s}.{i}") for i in range(1, 11)),
            )
            for s in range(1, 11)
        )
    )


@pytest.mark.parametrize("kertas", [Kertas.A4, Kertas.LEGAL])
def test_a_hundred_indikator_go_on_under_the_head_on_each_page(hundred: Plan, kertas: Kertas) -> None:
    form = printed(replace(hundred, cetak=replace(hundred.cetak, kertas=kertas)))
    pages = [table for table in tables(form) if table[0][0] == SHARES]
    assert len(pages) > 2
    names = [bare(row[0]) for table in pages for row in table[1:]]
    shares = PlanSummary.of(hundred, Totals(hundred), ()).shares
    assert names == [bare(f"{share.node.kode} - {share.node.uraian}") for share in shares]
    _assert_well_set(printed_pages(form.pdf))


def test_a_sasaran_does_not_end_a_page_without_an_indikator(hundred: Plan) -> None:
    headings = {bare(f"{sasaran.kode} - {sasaran.uraian}") for sasaran in hundred.sasaran}
    pages = [table for table in tables(printed(hundred)) if table[0][0] == SHARES]
    assert all(bare(table[-1][0]) not in headings for table in pages)


def _assert_well_set(pages: list[PrintedPage]) -> None:
    for page in pages:
        assert page.lies_inside()
        assert page.crossed_words() == []
        assert page.overlapping_words() == []


@given(plan=wordy_plans(), kertas=st.sampled_from(Kertas), gaya=st.sampled_from(Gaya))
@settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_plan_is_well_set(plan: Plan, kertas: Kertas, gaya: Gaya) -> None:
    plan = replace(plan, cetak=replace(plan.cetak, kertas=kertas, gaya=gaya))
    _assert_well_set(printed_pages(printed(plan).pdf))


def test_characters_that_cannot_be_printed_are_told(jember: Plan) -> None:
    changed = edits.change(jember.anggaran[0], nama="Layanan 漢").apply(jember)
    assert printed(changed).missing == "漢"
    assert printed(jember).missing == ""


def strokes(form: Form) -> list[int]:
    """Return how many slanted strokes each page has."""
    with pdfplumber.open(io.BytesIO(form.pdf)) as document:
        return [sum(map(is_stroke, page.lines)) for page in document.pages]


def test_only_what_is_shared_out_too_far_is_hatched(jember: Plan, over: Plan) -> None:
    assert strokes(printed(jember)) == [0, 0]
    none, some = strokes(printed(over))
    assert (none, some > 30) == (0, True)
