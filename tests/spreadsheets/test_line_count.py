"""How many lines a text takes in a cell: as Arial is measured, and never fewer than it is drawn with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi_desktop.reports.fonts import faces
from renaksi_desktop.reports.text import Style
from renaksi_desktop.spreadsheets.line_count import line_count

WIDTH, SIZE = 150.0, 10.0


@pytest.mark.parametrize(("text", "lines"), [("", 0), ("Satu", 1), ("Satu\ndua", 2), ("\n", 2), ("i" * 60, 1)])
def test_short_texts(text: str, lines: int) -> None:
    assert line_count(text, WIDTH, SIZE) == lines


def test_a_word_wider_than_a_line_is_broken() -> None:
    assert line_count("M" * 100, WIDTH, SIZE) >= 100 * 0.833 * SIZE / WIDTH


def test_bold_text_is_wider() -> None:
    text = "Persentase sampel Pangan Olahan berisiko yang ditindaklanjuti sesuai ketentuan " * 5
    assert line_count(text, WIDTH, SIZE, bold=True) > line_count(text, WIDTH, SIZE)


def test_an_unknown_letter_is_taken_for_a_wide_one() -> None:
    assert line_count("漢" * 45, WIDTH, SIZE) >= 3


WORDS = st.lists(st.text(st.characters(min_codepoint=33, max_codepoint=126), min_size=1, max_size=12), max_size=40)


@given(WORDS.map(" ".join), st.floats(80, 400))
def test_there_are_never_fewer_lines_than_the_typeface_needs(text: str, width: float) -> None:
    needed = Style(faces().regular, SIZE, 0).wrap(text, width)
    assert line_count(text, width, SIZE) >= len(needed)


@given(WORDS.map(" ".join), st.floats(80, 400))
def test_there_are_not_many_more(text: str, width: float) -> None:
    needed = Style(faces().regular, SIZE, 0).wrap(text, 0.9 * width)
    assert line_count(text, width, SIZE) <= 1.5 * len(needed) + 1
