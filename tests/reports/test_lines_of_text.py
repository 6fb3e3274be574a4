"""Text is broken into lines as a reader expects, and nothing of it gets lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from renaksi_desktop.reports.fonts import faces
from renaksi_desktop.reports.text import Face, Style

LETTER = 1.0  # point
ADVANCES = dict.fromkeys([*range(0x20, 0x250), 0x2026, 0x25A1, 0x202E], 100.0)
TYPEWRITER = Style(Face("Typewriter", ADVANCES), size=10, leading=12)


def test_words_fill_a_line_and_go_on_in_the_next() -> None:
    assert TYPEWRITER.wrap("satu dua tiga empat", 9 * LETTER) == ("satu dua", "tiga", "empat")


def test_an_empty_text_has_no_lines_and_an_empty_paragraph_one() -> None:
    assert TYPEWRITER.wrap("", 9 * LETTER) == ()
    assert TYPEWRITER.wrap("satu\n\ndua", 9 * LETTER) == ("satu", "", "dua")


def test_a_word_wider_than_a_line_breaks_behind_a_mark_first() -> None:
    assert TYPEWRITER.wrap("053 - penyuluhan/pelatihan/bimbingan", 18 * LETTER) == (
        "053 - penyuluhan/", "pelatihan/", "bimbingan",
    )  # fmt: skip


def test_a_word_without_a_mark_breaks_between_letters() -> None:
    assert TYPEWRITER.wrap("pertanggungjawaban anggaran", 7 * LETTER) == (
        "pertang",
        "gungjaw",
        "aban",
        "anggara",
        "n",
    )


def test_a_no_break_space_is_no_place_to_break() -> None:
    assert TYPEWRITER.wrap("Rp 100 juta", 6 * LETTER) == ("Rp 100", "juta")


def test_a_text_too_long_for_one_line_is_shortened_with_an_ellipsis() -> None:
    assert TYPEWRITER.shorten("Balai POM di Jember", 16 * LETTER) == "Balai POM di Je…"
    assert TYPEWRITER.shorten("Balai POM", 9 * LETTER) == "Balai POM"


@given(st.text(st.sampled_from("abcdefg /-\n\t W…☃")), st.floats(3.0, 60.0))
def test_every_letter_is_in_some_line_and_every_line_fits(text: str, width: float) -> None:
    lines = TYPEWRITER.wrap(text, width)
    assert "".join("".join(lines).split()) == "".join(text.replace("☃", "□").split())
    assert all(TYPEWRITER.width(line) <= width + 1e-9 for line in lines)


def test_a_character_that_the_typeface_lacks_is_a_box_and_is_named() -> None:
    assert TYPEWRITER.wrap("senyum ☺ dan 漢", 100 * LETTER) == ("senyum □ dan □",)
    assert TYPEWRITER.face.missing("senyum ☺ dan 漢☺") == "☺漢"


def test_a_character_that_turns_the_order_of_a_text_is_a_box_even_where_the_typeface_has_it() -> None:
    assert TYPEWRITER.shorten("\u202efdp.exe", 100 * LETTER) == "□fdp.exe"
    assert TYPEWRITER.face.missing("\u202e\x9f") == "\x9f\u202e"


def test_hints_for_breaking_a_word_print_as_nothing() -> None:
    text = "per\u00adtang\u200bgung\ufeff jawab"
    assert TYPEWRITER.wrap(text, 100 * LETTER) == ("pertanggung jawab",)
    assert TYPEWRITER.face.missing(text) == ""


def test_a_line_of_many_letters_breaks_in_time_that_grows_with_them_alone() -> None:
    asked: list[str] = []
    face = Face("Counted", {ord("a"): 100.0})
    face.advance = lambda text: asked.append(text) or 100.0 * len(text)  # type: ignore[misc,assignment,func-returns-value]
    Style(face, size=10, leading=12).wrap("a" * 10_000, 5 * LETTER)
    assert sum(map(len, asked)) < 4 * 10_000


def test_widths_are_those_of_the_embedded_fonts() -> None:
    style = Style(faces().regular, size=10, leading=12)
    assert abs(style.width("Anggaran") - 43.36) < 0.01
    assert style.width("61,559,000") == style.width("10,111,222")  # figures align in columns
