"""Blocks of cells from the clipboard of a spreadsheet are read as the officer would have typed them."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi_desktop.domain.errors import InputRefused
from renaksi_desktop.interchange.block import MAX_CELLS, Shown, read, read_text, write_html, write_text
from renaksi_desktop.interchange.markup import pieces

CLIPBOARD = Path(__file__).parents[1] / "data" / "papan-klip"
"""What LibreOffice Calc 7.4 put on the clipboard, byte for byte; "lokal-id" with Indonesian as its language."""

BLANK = "_"
TARGETS = tuple(
    (kode, uraian, *("" if text == BLANK else text for text in months.split()))
    for kode, uraian, months in (
        ("01", "Persentase sampel makanan yang diperiksa", "81.25 81.25 82.5 _ 83 84.5 _ 85.75 86 87.25 88 90"),
        ("02", "Jumlah laporan pengujian", "0 1 2 3 4 5 6 7 8 9 10 12"),
        ("03", 'Indeks "kepuasan" & layanan', "_ _ _ _ _ _ _ _ _ _ _ 88.31"),
        (
            "04",
            "Nilai realisasi anggaran",
            "1250.5 2500 _ 5000.25 7500 10000 12500.75 15000 _ _ 25000 1234567.89",
        ),
    )
)
MIXED = (
    ("01", "Persentase sampel yang diperiksa", "81.25", "81.25", "82.5", "", "-", "gabung"),
    ("02", 'Kalimat "kutip" dan\nbaris baru', "5", "30.1250", "1.5", "1234567", "82.50%", ""),
    ("03", "Nilai & <tanda>", "-3", "0.0010", "61559000", "2037392000000", "29/08/2025", "7"),
    ("gabung mendatar", "", '"semua dikutip"', "ab", "dua spasi", "µg/m² – é", "8125,00%", ""),
)


def clipboard(name: str) -> tuple[str, str]:
    return (CLIPBOARD / f"{name}.html").read_text("utf-8"), (CLIPBOARD / f"{name}.txt").read_text("utf-8")


@pytest.mark.parametrize("name", ["target", "target-lokal-id"])
def test_targets_from_libreoffice_are_exact_whatever_its_language_is(name: str) -> None:
    assert read(*clipboard(name)) == TARGETS


@pytest.mark.parametrize("name", ["campuran", "campuran-lokal-id"])
def test_numbers_are_exact_but_a_percentage_and_a_date_are_taken_as_shown(name: str) -> None:
    """81,25 shown as 81,3 is 81,25; a merged cell stands first; and three decimals are no thousands."""
    assert read(*clipboard(name)) == MIXED


def test_without_its_html_the_text_of_libreoffice_is_read_as_shown() -> None:
    shown = read("", clipboard("target")[1])
    assert shown[0][:6] == ("01", "Persentase sampel makanan yang diperiksa", "81,25", "81,25", "82,50", "")
    assert len({len(row) for row in shown}) == 1
    assert read_text(clipboard("campuran")[1])[3][2] == "semua dikutip"


def test_excel_quotes_a_cell_with_line_breaks() -> None:
    assert read_text('01\t"Baris satu\nbaris ""dua"""\t5\r\n02\tpolos\t\r\n') == (
        ("01", 'Baris satu\nbaris "dua"', "5"),
        ("02", "polos", ""),
    )


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("", ()),
        ("5", (("5",),)),
        ("1\n\n2", (("1",), ("",), ("2",))),
        ('"tak tertutup\t1\n2\t3', (('"tak tertutup', "1"), ("2", "3"))),
        ('"Kutip" awal\t1', (('"Kutip" awal', "1"),)),
        ("a\tb\nc", (("a", "b"), ("c", ""))),
    ],
)
def test_texts(text: str, cells: tuple[tuple[str, ...], ...]) -> None:
    assert read_text(text) == cells


@pytest.mark.parametrize(
    ("html", "cells"),
    [
        ("<p>tanpa tabel</p>", (("teks",),)),
        ("<table><tr><td>81,25</td><td x:num='0.825'>82,5%</td></tr></table>", (("81,25", "82,5%"),)),
        ("<table><tr><td x:num='61559000'>61.559.000</td><td x:num>7</td></tr></table>", (("61559000", "7"),)),
        ("<table><tr><td>a<table><tr><td>dalam</td></tr></table></td><td>b</td></tr></table>", (("a", "b"),)),
        ("<table><tr><td rowspan=2>a<td>b<tr><td>c</table><table><tr><td>lain</table>", (("a", "b"), ("", "c"))),
        ("<table><tr><td sdval='bukan'>5</td><td sdval=NaN>6</td><td sdval=1e999>7</table>", (("5", "6", "7"),)),
        ("<table><tr><td sdval='0.30000000000000004'>0,3</td></tr></table>", (("0.3",),)),
        ("<td>lepas</td><table></table>", (("teks",),)),
    ],
)
def test_tables(html: str, cells: tuple[tuple[str, ...], ...]) -> None:
    assert read(html, "teks") == cells


def test_what_is_too_large_is_refused() -> None:
    wide = "<table>" + "<tr><td colspan=1000>a</td><td colspan=1000>b</td></tr>" * (MAX_CELLS // 1000) + "</table>"
    for html, text in ((wide, ""), ("", "\t" * MAX_CELLS + "1"), ("", "1\n" * (MAX_CELLS + 1))):
        with pytest.raises(InputRefused, match="lebih dari 100000 sel"):
            read(html, text)


def test_a_kode_and_a_text_that_looks_like_a_formula_stay_texts_elsewhere() -> None:
    """The formats "@": LibreOffice 7.4 then shows 01 and =1+1, where it would make 1 and 2 of them."""
    html = write_html([[Shown("01"), Shown("=1+1"), Shown("61,559,000", 61559000), Shown("")]])
    cells = html.split("<td")[1:]
    assert all('sdnum="1033;0;@"' in cell and "mso-number-format:'\\@'" in cell for cell in cells[:2])
    assert 'sdval="61559000"' in cells[2]
    assert cells[3].startswith("></td>")


shown = st.text(st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\xa0\u2028\u2029"), max_size=8)
cells = st.one_of(
    shown.map(lambda text: Shown(" ".join(text.split()))),
    st.integers(0, 10**12).map(lambda number: Shown(f"{number:,}", number)),
    st.decimals(-1000, 1000, places=3).map(lambda number: Shown(f"{number:f}".replace(".", ","), number)),
)


@given(
    st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1))
)
def test_what_is_copied_here_is_pasted_here_as_the_same(rows: list[list[Shown]]) -> None:
    block = read(write_html(rows), "")
    for row, texts in zip(rows, block, strict=True):
        for cell, text in zip(row, texts, strict=True):
            assert text == cell.text if cell.number is None else Decimal(text) == cell.number


@given(
    st.integers(1, 4).flatmap(lambda width: st.lists(st.lists(cells, min_size=width, max_size=width), min_size=1))
)
def test_the_text_flavour_comes_back_as_it_was_shown(rows: list[list[Shown]]) -> None:
    texts = tuple(tuple(cell.text for cell in row) for row in rows)
    assert read_text(write_text(rows)) == texts or not any(any(row) for row in texts)


@pytest.mark.parametrize(
    ("html", "cells"),
    [
        ("<table><tr></tr></table>", (("teks",),)),
        (f"<table><tr><td colspan='{'9' * 5000}'>a</td><td>b</td></tr></table>", (("a", "b"),)),
        ("<table><tr><td colspan=0>a<td>b</table>", (("a", "b"),)),
        ("<table><tr><td><p>Persentase</p><p>obat</p></td></tr></table>", (("Persentase\nobat",),)),
        ("<table><tr><td>a</td><td><![foo</td></tr></table>", (("a", ""),)),
        ("<table><tr><td>a < b, 1<2</td><TD ALIGN='>'>c</TD></tr></table>", (("a < b, 1<2", "c"),)),
        ("<script>'<table><tr><td>x'</script><table><tr><td>a</table>", (("a",),)),
        ("<table><tr><td>a<!-- b</td></table>", (("teks",),)),
        (f"<table><tr><td>&#{'9' * 5000};&lt;</table>", (("\ufffd<",),)),
    ],
)
def test_odd_tables_raise_nothing(html: str, cells: tuple[tuple[str, ...], ...]) -> None:
    assert read(html, "teks") == cells


@pytest.mark.parametrize(
    "begun",
    [
        "<",
        "<a",
        "<a x ",
        "<td x=1",
        "<td x='",
        "</a",
        "<!",
        "<!--",
        "<!-- >",
        "<?",
        "<![",
        "&#",
        "<script>",
        "<style>",
    ],
)
def test_a_text_of_what_is_never_closed_is_looked_through_once(begun: str) -> None:
    """Looking for the end of each anew would take hours."""
    assert read("<table><tr>" + begun * 200_000, "teks") == (("teks",),)
    assert sum(len(piece.text + piece.rest) for piece in pieces(begun * 200_000 + ">")) <= 200_001 * len(begun)


@given(st.lists(st.sampled_from(["<", ">", "/", "!", "-", "'", '"', "=", " ", "td", "tr", "<table>", "&", "x"])))
def test_any_text_is_read_as_some_block(words: list[str]) -> None:
    block = read(f"<table>{''.join(words)}", "teks")
    assert len({len(row) for row in block}) == 1


def test_merged_cells_without_end_are_refused_at_once() -> None:
    rows = ("<tr>" + "<td rowspan=1000 colspan=1000>1</td>" * 20 + "</tr>") * 300
    with pytest.raises(InputRefused, match="lebih dari 2000 kolom"):
        read(f"<table>{rows}</table>", "")
