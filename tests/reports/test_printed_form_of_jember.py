"""The form of the sample plan says what the printed original says, in its order and in its columns."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from pathlib import Path

from tests.reports.printed import CONTINUED, HEADINGS, NESTED, PrintedPage, bare, printed_pages

from renaksi_desktop import resources
from renaksi_desktop.domain.bulan import BULAN, label
from renaksi_desktop.domain.plan import Cetak, Gaya, Kertas, Plan
from renaksi_desktop.domain.target import format_target
from renaksi_desktop.interchange import read_json
from renaksi_desktop.reports.form import render

ORIGINAL = Path(__file__).parents[1] / "data" / "rencana-aksi-jember-2025.md"
MISREAD = {"wasmalitik": "wasmatlitrik"}
"""Where the text extract of the original has another spelling than the same line elsewhere in it."""


@cache
def sample() -> Plan:
    return read_json(resources.SAMPLE.read_bytes())


@cache
def pages() -> list[PrintedPage]:
    return printed_pages(render(sample()).pdf)


def body() -> list[tuple[str, ...]]:
    """Return the rows of all pages without headings, as their texts, empty cells left out."""
    return [
        texts
        for page in pages()
        for row in page.rows[2:]
        if (texts := tuple(text for text in row.texts if text)) and list(texts) != NESTED
    ]


def original_rows() -> list[tuple[str, ...]]:
    """Return the rows of the printed original, headings left out."""
    rows = []
    for line in ORIGINAL.read_text(encoding="utf-8").splitlines():
        cells = tuple(cell for cell in (cell.strip() for cell in line.strip("|").split("|")) if cell)
        is_row = line.startswith("|") and not set(line) <= set("|- ")
        if is_row and list(cells) != NESTED and cells[0] not in ("NO.", "B01"):
            rows.append(tuple(_corrected(cell) for cell in cells))
    return rows


def _corrected(cell: str) -> str:
    for wrong, right in MISREAD.items():
        cell = cell.replace(wrong, right)
    return cell


def test_every_row_of_the_original_is_printed_in_its_order() -> None:
    printed = iter(body())
    for row in original_rows():
        assert any(_says(found, row) for found in printed), f"not printed, or not in this order: {row}"


def _says(printed: tuple[str, ...], original: tuple[str, ...]) -> bool:
    """Say whether a row is the original's; of one row the original's extract holds only the end of a text."""
    if original == ("Kabupaten/Kota Pangan Aman",):
        return any(text.endswith(original[0]) for text in printed)
    ours = [bare(text) for text in printed]
    theirs = [bare(text) for text in original]
    return ours[-len(theirs) :] == theirs


def test_every_target_stands_in_the_column_of_its_month() -> None:
    indikator = (indikator for sasaran in sample().sasaran for indikator in sasaran.indikator)
    seen = 0
    for page in pages():
        months = {round(word["x0"] + word["x1"]): word["text"] for word in page.words if word["text"] in LABELS}
        for row in page.rows[2:]:
            cells = page.right_of_sasaran(row)
            if len(cells) == 1 + 12 + 1:
                own = next(indikator)
                assert cells[1:13] == [format_target(value, Gaya.RESMI) for value in own.target]
                seen += 1
        assert list(months.values()) == list(LABELS)
    assert seen == 16


LABELS = tuple(label(bulan) for bulan in BULAN)


def test_every_page_begins_with_the_header() -> None:
    for page in pages():
        first, second = page.rows[:2]
        assert [text for text in first.texts if text] == [*HEADINGS[:3], "TARGET", HEADINGS[3]]
        assert second.texts == list(LABELS)
    assert pages()[0].text.startswith(
        "RENCANA AKSI PERJANJIAN KINERJA TAHUN 2025\nBALAI POM DI JEMBER\nBADAN PENGAWAS OBAT DAN MAKANAN\n"
    )
    assert all(page.table_top < 40 for page in pages()[1:])


def test_total_catatan_place_date_and_signatory_close_the_form() -> None:
    assert body()[-1] == ("Total", "7,829,237,000")
    after = pages()[-1].text.split("7,829,237,000\n")[1]
    assert re.fullmatch(
        r"Perencanaan target B1 hingga B7 .*\(Intern dan Tahunan\)\.\n"
        r"Jember, 29 August 2025\nKepala Balai POM di Jember\nBENNY HENDRAWAN PRABOWO\n"
        r"RENCANA AKSI .* Halaman 5 dari 5",
        after,
        re.DOTALL,
    )


def test_a_continued_indikator_is_named_again_beside_its_sasaran() -> None:
    page = pages()[3]
    first, second, third = page.rows[2:5]
    assert page.left_of(first)[0] == "5."
    assert page.left_of(first)[1].startswith("06 - Terlaksananya Penindakan Kejahatan")
    assert page.right_of_sasaran(first) == [
        "01 - Persentase Keberhasilan Penyidikan Kejahatan Sediaan Farmasi dan Pangan Olahan di UPT (lanjutan)"
    ]
    assert page.right_of_sasaran(second) == NESTED
    assert int(page.right_of_sasaran(third)[0].rstrip(".")) > 1


def test_no_page_holds_a_single_kontribusi_of_a_continued_indikator() -> None:
    for kertas in Kertas:
        for page in printed_pages(render(replace(sample(), cetak=Cetak(kertas))).pdf):
            texts = [page.right_of_sasaran(row)[0] for row in page.rows[2:]]
            if texts[0].endswith(CONTINUED):
                assert all(re.fullmatch(r"[0-9]+\.", no) for no in texts[2:4])
