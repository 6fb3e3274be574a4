"""The form as a file: always the same bytes, nothing opened but the fonts, text that stays text."""

from __future__ import annotations

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2 as pdfium
import pytest
from tests.reports.printed import bare, printed_pages

from renaksi_desktop import resources
from renaksi_desktop.domain.plan import (
    BLANK_TARGETS,
    Cetak,
    Dokumen,
    Gaya,
    Indikator,
    Kertas,
    Kolom,
    Penandatangan,
    Plan,
    Sasaran,
    Target,
)
from renaksi_desktop.interchange import read_json
from renaksi_desktop.reports.form import render

ONE_EXPORT = """
import sys
from pathlib import Path

opened = []
sys.addaudithook(lambda event, args: opened.append(str(args[0])) if event in ("open", "socket.connect") else None)

from renaksi_desktop import resources
from renaksi_desktop.interchange import read_json
from renaksi_desktop.reports.form import render

plan = read_json(resources.SAMPLE.read_bytes())
opened.clear()
render(plan)
print(sorted({Path(name).name for name in opened if not name.endswith((".py", ".pyc"))}))
print(sorted(name for name in sys.modules if name.split(".")[0].startswith(("PySide", "PyQt", "shiboken"))))
"""


def sample() -> Plan:
    return read_json(resources.SAMPLE.read_bytes())


def of_one_indikator(uraian: str, target: tuple[Target | None, ...] = BLANK_TARGETS) -> Plan:
    return Plan(sasaran=(Sasaran("s", "01", "Sasaran", (Indikator("i", "01", uraian, target, "persen"),)),))


def text_of(plan: Plan) -> str:
    return "\n".join(page.text for page in printed_pages(render(plan).pdf))


def test_the_same_plan_gives_the_same_bytes() -> None:
    assert render(sample()).pdf == render(sample()).pdf


def test_forms_rendered_at_the_same_time_do_not_disturb_each_other() -> None:
    plans = [sample(), of_one_indikator("Žluťoučký kůň"), of_one_indikator("Ελληνικά")]
    alone = [render(plan) for plan in plans]
    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(render, plans * 4)) == alone * 4


def test_rendering_opens_only_the_two_fonts_and_imports_no_qt() -> None:
    result = subprocess.run([sys.executable, "-c", ONE_EXPORT], check=True, capture_output=True, text=True)
    assert result.stdout.splitlines() == ["['LiberationSans-Bold.ttf', 'LiberationSans-Regular.ttf']", "[]"]


@pytest.mark.parametrize(
    "text", ["<b>tebal</b>", "&amp; & <", '<img src="/etc/passwd">', "=1+1", "%(x)s \\n (a) \\"]
)
def test_text_is_never_markup(text: str) -> None:
    assert text in text_of(of_one_indikator(text))


def test_a_character_the_font_lacks_prints_as_a_box_and_is_listed() -> None:
    form = render(of_one_indikator("sebelum 漢😀 sesudah \u202eterbalik"))
    assert "sebelum □□ sesudah □terbalik" in printed_pages(form.pdf)[0].text
    assert form.missing == "\u202e漢😀"


def test_the_page_of_each_sasaran_and_indikator_is_known_and_in_the_outline() -> None:
    plan = sample()
    form = render(plan)
    pages = printed_pages(form.pdf)
    for sasaran in plan.sasaran:
        for indikator in sasaran.indikator:
            page = bare(pages[form.pages[indikator.id] - 1].text)
            assert bare(f"{indikator.kode} - {indikator.uraian}")[:25] in page
    with pdfium.PdfDocument(form.pdf) as document:
        entries = [(mark.level, mark.get_title(), mark.get_dest().get_index() + 1) for mark in document.get_toc()]
    assert len(entries) == len(form.pages) == 7 + 16
    assert entries[0] == (0, "1. 01 - " + plan.sasaran[0].uraian, 1)
    assert [page for _, _, page in entries] == list(form.pages.values())


def test_a_number_too_wide_for_its_column_is_printed_smaller_not_broken() -> None:
    (page,) = printed_pages(render(of_one_indikator("a", (Decimal(123456789012345), *BLANK_TARGETS[1:]))).pdf)
    assert "123456789012345" in [word["text"] for word in page.words]
    assert page.crossed_words() == []


def test_an_empty_plan_is_a_form_to_look_at() -> None:
    (page,) = printed_pages(render(Plan()).pdf)
    assert page.rows[-1].texts == ["Total", "0"]
    assert page.text.splitlines()[0] == "RENCANA AKSI PERJANJIAN KINERJA TAHUN 2025"
    assert page.text.endswith("Halaman 1 dari 1")


@pytest.mark.parametrize(
    ("kertas", "millimetres"),
    [(Kertas.A4, (297, 210)), (Kertas.F4, (330, 215)), (Kertas.A3, (420, 297)), (Kertas.LEGAL, (355.6, 215.9))],
)
def test_the_paper_is_the_one_chosen_landscape(kertas: Kertas, millimetres: tuple[float, float]) -> None:
    page = printed_pages(render(Plan(cetak=Cetak(kertas))).pdf)[0]
    assert (page.width * 25.4 / 72, page.height * 25.4 / 72) == pytest.approx(millimetres, abs=0.01)


def test_numbers_and_dates_follow_the_style() -> None:
    text = text_of(replace(sample(), cetak=Cetak(gaya=Gaya.INDONESIA)))
    assert "7.829.237.000" in text
    assert "81,25" in text
    assert "Jember, 29 Agustus 2025" in text


def test_optional_columns_are_printed_where_chosen() -> None:
    plan = replace(of_one_indikator("a"), cetak=Cetak(kolom=(Kolom.SATUAN, Kolom.TARGET_TAHUNAN)))
    (page,) = printed_pages(render(plan).pdf)
    assert "SATUAN" in page.rows[0].texts
    assert page.right_of_sasaran(page.rows[2])[1] == "persen"
    assert "persen" not in text_of(of_one_indikator("a"))


def test_two_parties_sign_beside_each_other_the_first_on_the_right() -> None:
    signer = Penandatangan("1", "Kepala Balai", "PENANDA TANGAN", "Pihak Pertama", "Plt.", "123", "Pembina")
    superior = Penandatangan("2", "Kepala Badan", "ATASAN", "Pihak Kedua")
    dokumen = Dokumen(tempat="Jember", tanggal=date(2025, 8, 29))
    plan = Plan(dokumen, Cetak(kolom=(Kolom.NIP,)), (signer, superior))
    after = text_of(plan).split("Total 0\n")[1].splitlines()
    assert after[:-1] == [
        "Jember, 29 August 2025",
        "Pihak Kedua Pihak Pertama",
        "Kepala Badan Plt. Kepala Balai",
        "ATASAN PENANDA TANGAN",
        "Pembina",
        "NIP 123",
    ]


def test_the_nip_is_printed_only_where_chosen() -> None:
    assert "NIP" not in text_of(Plan(penandatangan=(Penandatangan("1", "Kepala", "NAMA", nip="123"),)))


def test_the_share_that_is_done_is_told_and_the_work_can_be_ended_there() -> None:
    shares: list[float] = []
    assert render(sample(), shares.append).pdf == render(sample()).pdf
    assert shares == sorted(shares)
    assert 0 < shares[0] < 0.1
    assert shares[-1] == 1

    def stop(share: float) -> None:
        if share > 0.7:
            raise InterruptedError(share)

    with pytest.raises(InterruptedError):
        render(sample(), stop)
    assert render(sample()).pdf
