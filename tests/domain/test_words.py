"""Who searches need not mind capitals and accents."""

from __future__ import annotations

import pytest

from renaksi_desktop.domain.words import folded, holds


@pytest.mark.parametrize(
    ("text", "as_searched"), [("Uji SAMPEL", "uji sampel"), ("Café Ångström", "cafe angstrom")]
)
def test_capitals_and_accents_are_alike(text: str, as_searched: str) -> None:
    assert folded(text) == as_searched


def test_every_word_must_be_there_in_any_order() -> None:
    assert holds("Pengadaan Sampel", "sam PENG")
    assert holds("Pengadaan Sampel", "")
    assert not holds("Pengadaan Sampel", "sampel uji")
