"""Whatever an officer remembers of a plan leads to its place, in the order of the form."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import plans

from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.plan import (
    RO,
    Dokumen,
    Id,
    Indikator,
    JenisTarget,
    Komponen,
    Kontribusi,
    Penandatangan,
    Plan,
    Sasaran,
    SubKomponen,
    walk,
)
from renaksi_desktop.domain.search import Query, find

TARGETS = (Decimal("81.25"), *[None] * 10, "Dokumen lengkap")
PLAN = Plan(
    Dokumen(unit_kerja="Balai POM", catatan="Sampel dari pasar", tanggal=date(2025, 8, 29), pagu=61_559_000),
    penandatangan=(Penandatangan("p", nama="Café Sampel"),),
    anggaran=(
        RO("r", "DR.3165.QIA.002", "Sampel Obat", (
            Komponen("k", "055", "Uji", (SubKomponen("a", "A", "Pengadaan Sampel", 61_559_000),)),
        )),
    ),
    sasaran=(
        Sasaran("s", "01", "Pengawasan", (
            Indikator("i", "01", "Persentase sampel", TARGETS, "persen", JenisTarget.AKHIR_TAHUN,
                      penanggung_jawab="Fungsi Pengujian", kontribusi=(Kontribusi("x", "a", 1_559_000),)),
            Indikator("j", "02", "Jumlah", kontribusi=(Kontribusi("y", "a", 60_000_000),)),
        )),
    ),
)  # fmt: skip


def found(text: str, focused: Id = "") -> list[Place]:
    return list(find(PLAN, Query(text), focused).places)


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("qia.002", [Place("r", "kode")]),
        ("SAMPEL persentase", [Place("i", "uraian")]),
        ("sampel", [
            Place("i", "uraian"), Place("dokumen", "catatan"), Place("p", "nama"), Place("r", "nama"),
            Place("a", "nama"),
        ]),
        ("cafe", [Place("p", "nama")]),
        ("persen", [Place("i", "uraian"), Place("i", "satuan")]),
        ("fungsi", [Place("i", "penanggung_jawab")]),
        ("akhir tahun", [Place("i", "jenis_target")]),
        ("lengkap", [Place("i", "target", 12)]),
        ("81.25", [Place("i", "target", 1)]),
        ("81,25", [Place("i", "target", 1)]),
        ("61.559", [Place("dokumen", "pagu"), Place("a", "anggaran")]),
        ("Rp 61,559,000", [Place("dokumen", "pagu"), Place("a", "anggaran")]),
        ("61559000", [Place("dokumen", "pagu"), Place("a", "anggaran")]),
        ("60.000.000", [Place("j", "anggaran"), Place("y", "jumlah")]),
        ("6.1559", []),
        ("29 agustus", [Place("dokumen", "tanggal")]),
        ("29 august", [Place("dokumen", "tanggal")]),
        ("sampel 81", []),
        ("", []),
        ("  ", []),
    ],
)  # fmt: skip
def test_words_and_numbers_lead_to_their_places_in_the_order_of_the_form(text: str, places: list[Place]) -> None:
    assert found(text) == places


@pytest.mark.parametrize(("focused", "first"), [("", 0), ("i", 0), ("j", 1), ("r", 3), ("a", 4), ("gone", 0)])
def test_the_first_place_is_at_what_is_in_focus_or_behind_it(focused: Id, first: int) -> None:
    assert find(PLAN, Query("sampel"), focused).first == first


def test_behind_the_last_place_one_begins_again() -> None:
    assert find(PLAN, Query("qia"), "a").first == 0


@given(plan=plans(), data=st.data())
def test_every_text_of_a_plan_is_found_where_it_stands(plan: Plan, data: st.DataObject) -> None:
    """A text of nothing but marks, such as "¨", has no word to look for."""
    names = [
        (node, name)
        for node in walk(plan)
        for name in ("kode", "uraian", "nama", "satuan", "catatan")
        if Query(getattr(node, name, ""))
    ]
    if names:
        node, name = data.draw(st.sampled_from(names))
        assert Place(node.id, name) in find(plan, Query(getattr(node, name))).places
