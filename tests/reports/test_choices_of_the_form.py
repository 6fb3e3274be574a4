"""An officer sets the page up: what is chosen is printed, and nothing else changes."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import Any

import pytest
from tests.reports.printed import PrintedPage, printed_pages

from renaksi_desktop import resources
from renaksi_desktop.domain.plan import (
    Cantuman,
    Cetak,
    Dokumen,
    Indikator,
    JenisTarget,
    Kolom,
    Penandatangan,
    Periode,
    Plan,
    Sasaran,
)
from renaksi_desktop.interchange import read_json
from renaksi_desktop.reports.form import render
from renaksi_desktop.reports.layout import lay_out

MM = 72 / 25.4
TARGETS = tuple(Decimal(month) for month in range(1, 13))


@cache
def sample() -> Plan:
    return read_json(resources.SAMPLE.read_bytes())


def printed(plan: Plan, **cetak: Any) -> list[PrintedPage]:
    return printed_pages(render(replace(plan, cetak=replace(plan.cetak, **cetak))).pdf)


def of_one_indikator(jenis: JenisTarget | None = None) -> Plan:
    return Plan(sasaran=(Sasaran("s", "01", "satu", (Indikator("i", "01", "dua", TARGETS, jenis_target=jenis),)),))


def test_the_margins_are_kept_on_every_side() -> None:
    for page in printed(sample(), margin_kiri=30, margin_kanan=15, margin_atas=25, margin_bawah=20):
        things = [*page.words, *page.lines]
        assert min(thing["x0"] for thing in things) == pytest.approx(30 * MM, abs=0.5)
        assert max(thing["x1"] for thing in things) == pytest.approx(page.width - 15 * MM, abs=0.5)
        assert min(thing["top"] for thing in things) > 25 * MM - 0.5
        assert max(thing["bottom"] for thing in page.words) == pytest.approx(page.height - 20 * MM, abs=2)


@pytest.mark.parametrize("huruf", [5, 9, 12])
def test_a_size_of_text_that_is_given_is_used(huruf: int) -> None:
    layout = lay_out(replace(sample(), cetak=Cetak(huruf=huruf)))
    assert layout.sheet.table.size == huruf
    sizes = {cell.style.size for page in layout.pages for _, row in page for cell in row.cells if row.band.edges}
    assert max(sizes) == huruf


def test_the_size_of_text_is_fitted_to_the_columns_where_none_is_given() -> None:
    def size(periode: Periode) -> float:
        return lay_out(replace(sample(), cetak=Cetak(periode=periode))).sheet.table.size

    assert size(Periode.KEDUANYA) < size(Periode.BULANAN) == size(Periode.TRIWULAN) == 7.5


def test_no_row_begins_where_a_long_title_leaves_no_room_for_it() -> None:
    dokumen = Dokumen(unit_kerja="UNIT KERJA " * 90)
    sasaran = (Sasaran("s", "01", "satu", (Indikator("i", "01", "kata " * 50),)),)
    layout = lay_out(Plan(dokumen, Cetak(huruf=12), sasaran=sasaran))
    ends = [y + row.height for page in layout.pages for y, row in page if row.band.edges]
    assert max(ends) <= layout.room + 1e-4


def test_what_is_not_printed_is_not_missed() -> None:
    plan = of_one_indikator()
    indikator = replace(plan.sasaran[0].indikator[0], satuan="漢", target=("語", *TARGETS[1:]))
    odd = replace(plan, sasaran=(replace(plan.sasaran[0], indikator=(indikator,)),))
    assert render(odd).missing == "語"
    assert render(replace(odd, cetak=Cetak(periode=Periode.TRIWULAN))).missing == ""
    assert render(replace(odd, cetak=Cetak(kolom=(Kolom.SATUAN,)))).missing == "漢語"


def test_quarters_stand_instead_of_the_months() -> None:
    (page,) = printed(of_one_indikator(), periode=Periode.TRIWULAN)
    assert "TARGET TRIWULAN" in page.rows[0].texts
    assert page.right_of_sasaran(page.rows[2]) == ["01 - dua", "3", "6", "9", "12", "0"]


def test_quarters_stand_beside_the_months_and_sum_what_does_not_accumulate() -> None:
    (page,) = printed(of_one_indikator(JenisTarget.NON_KUMULATIF), periode=Periode.KEDUANYA)
    assert [text for text in page.rows[0].texts if text][3:5] == ["TARGET", "TRIWULAN"]
    months = [str(month) for month in range(1, 13)]
    assert page.right_of_sasaran(page.rows[2]) == ["01 - dua", *months, "6", "15", "24", "33", "0"]


def test_marks_are_printed_where_chosen_and_only_there() -> None:
    with_all = printed(replace(sample(), dokumen=replace(sample().dokumen, revisi=2)), cantuman=tuple(Cantuman))
    assert all(page.across == "DRAF" for page in with_all)
    assert with_all[0].text.splitlines()[3] == "Revisi ke-2"
    assert all(f"Halaman {number} dari 5" in page.text for number, page in enumerate(with_all, 1))
    assert any("(lanjutan)" in page.text for page in with_all)
    assert all("ditandatangani secara elektronik" in page.text for page in with_all)

    with_none = printed(replace(sample(), dokumen=replace(sample().dokumen, revisi=2)), cantuman=())
    text = "\n".join(page.text + page.across for page in with_none)
    for mark in ("DRAF", "Revisi", "Halaman", "(lanjutan)", "elektronik", "#"):
        assert mark not in text
    assert all(page.text.splitlines()[-1].endswith("BALAI POM DI JEMBER") for page in with_none), "the short name"


def test_nothing_on_the_form_has_a_colour() -> None:
    """The pictures of its pages, on the screen and on paper, are grey for that reason."""
    pages = printed(sample(), cantuman=tuple(Cantuman), kolom=tuple(Kolom), periode=Periode.KEDUANYA)
    colours = {
        colour if isinstance(colour, tuple) else (colour,)
        for page in pages
        for thing in page.drawn
        for colour in (thing["stroking_color"], thing["non_stroking_color"])
        if colour is not None
    }
    assert len(colours) > 2, "black, the ground of headings, the DRAF mark"
    assert all(len(set(colour)) == 1 for colour in colours)


def test_a_plan_that_is_no_revision_says_nothing_of_one() -> None:
    for revisi in (None, 0):
        (page,) = printed(Plan(Dokumen(revisi=revisi)), cantuman=(Cantuman.REVISI,))
        assert "Revisi" not in page.text


def test_each_signature_box_has_its_anchor_once() -> None:
    signer, superior = Penandatangan("1", "Kepala Balai", "SATU"), Penandatangan("2", "Kepala Badan", "DUA")
    plan = replace(sample(), penandatangan=(signer, superior))
    pages = printed(plan, cantuman=(Cantuman.TTE,), jangkar="#^", kalimat_tte="")
    words = [word for page in pages for word in page.words]
    (right,) = (word for word in words if word["text"] == "#")
    (left,) = (word for word in words if word["text"] == "^")
    for anchor, above, below in ((right, "Balai", "SATU"), (left, "Badan", "DUA")):
        jabatan = [word for word in pages[-1].words if word["text"] == above][-1]
        (nama,) = (word for word in pages[-1].words if word["text"] == below)
        assert jabatan["bottom"] < anchor["top"]
        assert anchor["bottom"] < nama["top"]
        middle = (anchor["x0"] + anchor["x1"]) / 2
        assert middle == pytest.approx((nama["x0"] + nama["x1"]) / 2, abs=0.5)


@pytest.mark.parametrize("room", [5, 17, 60])
def test_the_room_to_sign_is_as_high_as_chosen(room: int) -> None:
    plan = Plan(penandatangan=(Penandatangan("1", "Kepala", "NAMA"),))
    (page,) = printed(plan, ruang_tanda_tangan=room)
    (jabatan,) = (word for word in page.words if word["text"] == "Kepala")
    (nama,) = (word for word in page.words if word["text"] == "NAMA")
    assert (nama["top"] - jabatan["bottom"]) / MM == pytest.approx(room, abs=1.5)
