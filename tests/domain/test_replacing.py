"""Words are replaced wherever an officer wrote them, and nowhere else."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import plans

from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.fields import MAX_TEXT
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import (
    RO,
    Cetak,
    Dokumen,
    Indikator,
    Komponen,
    Penandatangan,
    Plan,
    Sasaran,
    SubKomponen,
    walk,
)
from renaksi_desktop.domain.replacing import Phrase, replace_words
from renaksi_desktop.domain.search import find

PLAN = Plan(
    Dokumen(unit_kerja="BALAI POM", catatan="Balai  POM lama\nbalai pom baru", tanggal=date(2025, 8, 29)),
    cetak=Cetak(kalimat_tte="Balai POM"),
    penandatangan=(Penandatangan("p", jabatan="Kepala Balai POM"),),
    anggaran=(RO("r", "DR.3165.QIA.002", "Balai", (Komponen("k", "055", "Uji", (SubKomponen("a", "A"),)),)),),
    sasaran=(
        Sasaran("s", "01", "Balai POM (baik)", (Indikator("i", "Balai POM", "Uji", (*["Balai POM"] * 12,)),)),
    ),
)


def replaced(plan: Plan, text: str, by: str) -> Plan:
    phrase = Phrase(text)
    return replace_words(Index.of(plan), find(plan, phrase).places, phrase, by).apply(plan)


def test_names_and_what_stands_around_the_table_change_and_kode_and_targets_do_not() -> None:
    new = replaced(PLAN, " balai  POM ", "Loka POM")
    assert new.dokumen.unit_kerja == "Loka POM"
    assert new.dokumen.catatan == "Loka POM lama\nLoka POM baru", "twice in one text, whatever stands between"
    assert new.penandatangan[0].jabatan == "Kepala Loka POM"
    assert new.sasaran[0].uraian == "Loka POM (baik)"
    assert new.sasaran[0].indikator == PLAN.sasaran[0].indikator
    assert (new.anggaran, new.cetak) == (PLAN.anggaran, PLAN.cetak)


def test_marks_mean_themselves() -> None:
    assert replaced(PLAN, "(baik)", r"\1 & <b>").sasaran[0].uraian == r"Balai POM \1 & <b>"
    assert find(PLAN, Phrase("Balai.POM")).places == ()


def test_words_are_taken_out_without_a_gap() -> None:
    assert replaced(PLAN, "pom", "").sasaran[0].uraian == "Balai (baik)"


def test_nothing_to_look_for_is_nowhere() -> None:
    assert not Phrase("  ")
    assert find(PLAN, Phrase("  ")).places == ()


def test_the_step_is_named_by_the_words_and_long_ones_are_cut() -> None:
    step = replace_words(Index.of(PLAN), [Place("s", "uraian")], Phrase("Balai"), "x" * 50)
    assert step.name == f"Ganti “Balai” menjadi “{'x' * 29}…”"


def test_what_gets_too_long_is_refused_with_its_place() -> None:
    with pytest.raises(EntryRefused, match=r"^Sasaran 01: Teks lebih dari 10000 karakter\.$"):
        replace_words(Index.of(PLAN), [Place("s", "uraian")], Phrase("Balai"), "x" * MAX_TEXT)


@given(plans(max_children=3), st.sampled_from("aeiou01"))
def test_what_was_replaced_is_found_no_more(plan: Plan, letter: str) -> None:
    new = replaced(plan, letter, "#")
    assert find(new, Phrase(letter)).places == ()
    assert [node.id for node in walk(new)] == [node.id for node in walk(plan)]
