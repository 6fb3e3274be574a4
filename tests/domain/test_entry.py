"""What an officer types into any field of a plan: read as it was meant, shown back, or refused with a sentence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import values

from renaksi_desktop.domain.entry import other_reading, parse_field, parse_tanggal, parse_target, show_field
from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.fields import FIELDS, Angka, Kind, Tanggal, Targets, Text, Texts, Uuid, Whole, clean
from renaksi_desktop.domain.findings import Code
from renaksi_desktop.domain.plan import (
    RO,
    Cetak,
    Dokumen,
    Gaya,
    Indikator,
    JenisTarget,
    Kolom,
    Komponen,
    Kontribusi,
    Node,
    Penandatangan,
    Pengecualian,
    Sasaran,
    SubKomponen,
)

BLANK_NODES = (
    Dokumen(),
    Cetak(),
    Penandatangan("p"),
    RO("r"),
    Komponen("k"),
    SubKomponen("s"),
    Sasaran("a"),
    Indikator("i"),
    Kontribusi("t", "s"),
    Pengecualian("c", Code.TANPA_ANGGARAN, "i"),
)
TYPED = [
    pytest.param(node, name, field.kind, id=f"{type(node).__name__}.{name}")
    for node in BLANK_NODES
    for name, field in FIELDS[type(node)].items()
    if not isinstance(field.kind, Uuid | Targets | Texts)
]
"""Every field that a reader types or chooses; the months of an Indikator are typed one by one."""


def typable(kind: Kind) -> st.SearchStrategy[Any]:
    """Return the values of a field that can be typed as they are."""
    if isinstance(kind, Tanggal):
        return st.none() | st.dates(min_value=date(1000, 1, 1))
    if isinstance(kind, Whole):
        return values(replace(kind, low=max(kind.low, 0)))
    if isinstance(kind, Text):
        return values(kind).map(lambda text: clean(text, lines=kind.lines))
    if isinstance(kind, Angka):
        return values(kind).filter(lambda value: not isinstance(value, str))
    return values(kind)


def test_every_type_of_node_is_among_them() -> None:
    assert {type(node) for node in BLANK_NODES} == FIELDS.keys()


@pytest.mark.parametrize(("node", "name", "kind"), TYPED)
@given(st.data(), st.sampled_from(Gaya))
def test_what_a_field_shows_is_read_back_as_the_same_value(
    node: Node, name: str, kind: Kind, data: st.DataObject, gaya: Gaya
) -> None:
    value = data.draw(typable(kind))
    shown = show_field(replace(node, **{name: value}), name, gaya)
    assert parse_field(node, name, shown) == value


@given(values(Angka()).filter(lambda value: isinstance(value, Decimal)), st.sampled_from(Gaya))
def test_a_month_that_is_shown_is_read_back_as_the_same_number(value: Decimal, gaya: Gaya) -> None:
    shown = show_field(Indikator("i", target_tahunan=value), "target_tahunan", gaya)
    assert parse_target(Indikator("i", jenis_target=JenisTarget.KUMULATIF), shown) == value


@pytest.mark.parametrize(
    "typed",
    [
        "29 Agustus 2025", "29 August 2025", "29 agustus 2025", "29 AGUSTUS 2025", "  29   Agustus 2025 ",
        "29 Agu 2025", "29 Agu. 2025", "29 Aug 2025", "29-Agu-2025", "29.Agustus.2025",
        "29/8/2025", "29/08/2025", "29-8-2025", "29.08.2025", "29 8 2025", "2025-08-29", "2025-8-29",
        "29\u00a0Agustus\u00a02025",
    ],
)  # fmt: skip
def test_a_date_in_any_spelling_of_an_office(typed: str) -> None:
    assert parse_tanggal(typed) == date(2025, 8, 29)
    assert parse_field(Dokumen(), "tanggal", typed) == date(2025, 8, 29)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_the_day_stands_before_the_month_in_every_spelling_but_that_of_iso(day: date) -> None:
    assert parse_tanggal(f"{day.day}/{day.month}/{day.year}") == day
    assert parse_tanggal(day.isoformat()) == day


@pytest.mark.parametrize("typed", ["", "   ", "\t"])
def test_a_blank_date_is_no_date(typed: str) -> None:
    assert parse_tanggal(typed) is None


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("besok", "Tulis tanggal seperti 29 Agustus 2025 atau 29/8/2025."),
        ("29 Agustus", "Tulis tanggal seperti 29 Agustus 2025 atau 29/8/2025."),
        ("29/8/25", "Tulis tanggal seperti 29 Agustus 2025 atau 29/8/2025."),
        ("8/29/2025", "Tanggal itu tidak ada di kalender."),
        ("29 Februari 2025", "Tanggal itu tidak ada di kalender."),
        ("2025-13-01", "Tanggal itu tidak ada di kalender."),
        ("29 Bulan 2025", "Tanggal itu tidak ada di kalender."),
    ],
)
def test_what_is_no_date_is_refused(typed: str, reason: str) -> None:
    with pytest.raises(EntryRefused) as refusal:
        parse_tanggal(typed)
    assert str(refusal.value) == reason


@pytest.mark.parametrize("typed", ["", "-"])
def test_a_blank_amount_is_zero_and_only_a_blank_pagu_is_unknown(typed: str) -> None:
    assert parse_field(SubKomponen("s", anggaran=5), "anggaran", typed) == 0
    assert parse_field(Kontribusi("t", "s", 5), "jumlah", typed) == 0
    assert parse_field(Dokumen(pagu=5), "pagu", typed) is None


def test_an_amount_is_shown_in_the_style_of_the_plan_and_a_year_as_it_is() -> None:
    dokumen = Dokumen(pagu=7_829_237_000, tanggal=date(2025, 8, 29))
    shown = {gaya: [show_field(dokumen, name, gaya) for name in ("tahun", "pagu", "tanggal")] for gaya in Gaya}
    assert shown == {
        Gaya.RESMI: ["2025", "7,829,237,000", "29 August 2025"],
        Gaya.INDONESIA: ["2025", "7.829.237.000", "29 Agustus 2025"],
    }


def test_columns_are_kept_in_the_order_of_the_form() -> None:
    assert parse_field(Cetak(), "kolom", "nip satuan") == (Kolom.SATUAN, Kolom.NIP)


def test_a_pasted_text_loses_its_line_breaks_except_in_the_catatan() -> None:
    assert parse_field(Sasaran("a"), "uraian", " Obat\r\ndan  makanan\x07 ") == "Obat dan makanan"
    assert parse_field(Dokumen(), "catatan", "Satu \r\n dua") == "Satu\ndua"


@pytest.mark.parametrize(
    ("node", "name", "typed", "reason"),
    [
        (Dokumen(), "tahun", "3000", "Harus antara 1945 dan 2999."),
        (Dokumen(), "tahun", "2025,5", "Harus berupa bilangan bulat."),
        (Dokumen(), "tahun", "", "Harus berupa bilangan bulat."),
        (Dokumen(), "revisi", "satu", "“satu” bukan angka."),
        (Dokumen(), "pagu", "1,5", "Rupiah harus bilangan bulat, tanpa angka di belakang koma."),
        (Dokumen(), "tanggal", "besok", "Tulis tanggal seperti 29 Agustus 2025 atau 29/8/2025."),
        (Kontribusi("t", "s"), "jumlah", "-5", "Rupiah tidak boleh negatif."),
        (SubKomponen("s"), "anggaran", "10000000000000000", "Jumlah rupiah terlalu besar."),
        (Komponen("k"), "kode", "0" * 51, "Teks lebih dari 50 karakter."),
        (Cetak(), "kertas", "A5", "Harus salah satu dari: A4, F4, A3, Legal."),
        (Cetak(), "kolom", "nip foto", "Harus salah satu dari: satuan, target_tahunan, nip."),
        (Indikator("i"), "polaritas", "naik", "Harus salah satu dari: maksimum, minimum, stabil."),
        (Indikator("i"), "target_tahunan", "12 bulan", "“12 bulan” bukan angka."),
    ],
)
def test_what_does_not_fit_a_field_is_refused_with_a_sentence(
    node: Node, name: str, typed: str, reason: str
) -> None:
    with pytest.raises(EntryRefused) as refusal:
        parse_field(node, name, typed)
    assert str(refusal.value) == reason


def test_a_word_is_a_target_unless_the_kind_of_target_asks_for_numbers() -> None:
    assert parse_target(Indikator("i"), "Baik") == "Baik"
    assert parse_target(Indikator("i", jenis_target=JenisTarget.KUALITATIF), "Baik") == "Baik"
    with pytest.raises(EntryRefused, match=r"^“Baik” bukan angka\.$"):
        parse_target(Indikator("i", jenis_target=JenisTarget.KONSTAN), "Baik")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("1.500", "“1.500” dibaca sebagai 1,5; bila maksudnya 1500, tulis tanpa tanda pemisah."),
        (" 12.000 %", "“12.000” dibaca sebagai 12; bila maksudnya 12000, tulis tanpa tanda pemisah."),
        *((clear, "") for clear in ("1.5", "1,250", "1500", "0.125", "1234.500")),
        *((clear, "") for clear in ("1.5000", "1.234.567", "WTP", "", "-")),
    ],
)
def test_only_what_may_be_meant_otherwise_is_said(text: str, said: str) -> None:
    assert other_reading(Indikator("i"), "target_tahunan", text, Gaya.INDONESIA) == said
    assert bool(other_reading(Indikator("i"), "target_tahunan", "1,250", Gaya.RESMI))
    assert other_reading(SubKomponen("s"), "anggaran", text, Gaya.INDONESIA) == ""
