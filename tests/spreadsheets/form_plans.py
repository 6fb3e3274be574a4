"""Plans whose form says all there is to say of them, for what is read back from it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from renaksi_desktop.domain import form_words, numerals
from renaksi_desktop.domain.bulan import BULAN
from renaksi_desktop.domain.fields import MAX_RUPIAH, clean, normal
from renaksi_desktop.domain.kode import SHAPES, Coded
from renaksi_desktop.domain.plan import (
    RO,
    Cantuman,
    Cetak,
    Dokumen,
    Gaya,
    Indikator,
    JenisTarget,
    Kolom,
    Komponen,
    Kontribusi,
    Penandatangan,
    Periode,
    Plan,
    Sasaran,
    SubKomponen,
    Target,
    new_id,
)
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.domain.triwulan import quarters

_LETTERS = st.characters(codec="utf-8", exclude_categories=("C", "Z")) | st.sampled_from(" =+-@.,:;()–—0159")
_TEXTS = st.text(_LETTERS, max_size=20).map(clean).filter(lambda text: not text.casefold().endswith("lanjutan)"))
_NAMES = st.sampled_from(["BALAI POM DI JEMBER", "Loka POM", "BADAN PENGAWAS OBAT DAN MAKANAN", "=A1"])
_RUPIAH = st.integers(0, 10**9) | st.integers(0, MAX_RUPIAH) | st.just(0)


@st.composite
def readable_plans(draw: DrawFn) -> Plan:
    """Return plans with well-formed kode, each once, and names of any kind."""
    cetak = Cetak(
        kolom=tuple(kolom for kolom in Kolom if draw(st.booleans())),
        periode=draw(st.sampled_from(Periode)),
        gaya=draw(st.sampled_from(Gaya)),
        cantuman=tuple({Cantuman.REVISI, *draw(st.sets(st.sampled_from(Cantuman)))}),
    )
    budget = draw(_coded(RO, nama=_TEXTS, komponen=_coded(Komponen, nama=_TEXTS, subkomponen=_lines())))
    lines = [line.id for ro in budget for komponen in ro.komponen for line in komponen.subkomponen]
    parties = draw(st.lists(_parties(), min_size=1, max_size=2))
    return Plan(
        dokumen=draw(_documents()),
        cetak=cetak,
        penandatangan=tuple(parties),
        anggaran=budget,
        sasaran=draw(_coded(Sasaran, uraian=_TEXTS, indikator=_indikator(lines))),
    )


def shown(plan: Plan) -> Any:
    """Return all that the form of a plan says, without what a column that is left out would say."""
    cetak, lines = plan.cetak, Totals(plan).lines
    return (
        form_words.titles(plan.dokumen),
        form_words.revision(plan),
        plan.dokumen.catatan,
        [texts for texts in form_words.above_signatures(plan) if any(texts)],
        [texts for texts in form_words.below_signatures(plan) if any(texts)],
        [
            (
                sasaran.kode,
                sasaran.uraian,
                [
                    (
                        node.kode,
                        node.uraian,
                        node.satuan if Kolom.SATUAN in cetak.kolom else None,
                        tuple(_held(quarters(node))) if cetak.periode is Periode.TRIWULAN else node.target,
                        node.target_tahunan if Kolom.TARGET_TAHUNAN in cetak.kolom else None,
                        [form_words.nested(lines[row.subkomponen], row) for row in node.kontribusi],
                    )
                    for node in sasaran.indikator
                ],
            )
            for sasaran in plan.sasaran
        ],
    )


def _held(targets: Sequence[Target | None]) -> list[Target | None]:
    """Return sums as a workbook holds them: as floats of which 15 digits count."""
    return [Decimal(f"{float(target):.15g}") if isinstance(target, Decimal) else target for target in targets]


def _coded(kind: type[Coded], **fields: SearchStrategy[Any]) -> SearchStrategy[tuple[Any, ...]]:
    node = st.builds(
        cast(Callable[..., Coded], kind),
        id=st.builds(new_id),
        kode=st.from_regex(SHAPES[kind], fullmatch=True),
        **fields,
    )
    return st.lists(node, max_size=2, unique_by=lambda node: node.kode).map(tuple)


def _lines() -> SearchStrategy[tuple[Any, ...]]:
    return _coded(SubKomponen, nama=_TEXTS, anggaran=_RUPIAH)


@st.composite
def _indikator(draw: DrawFn, lines: list[str]) -> tuple[Indikator, ...]:
    amounts = st.dictionaries(st.sampled_from(lines), _RUPIAH, max_size=3) if lines else st.just({})
    found = draw(
        _coded(Indikator, uraian=_TEXTS, satuan=_TEXTS, jenis_target=st.none() | st.sampled_from(JenisTarget))
    )
    return tuple(_with_values(draw, cast(Indikator, node), draw(amounts)) for node in found)


def _with_values(draw: DrawFn, node: Indikator, amounts: dict[str, int]) -> Indikator:
    kind: SearchStrategy[Target] = draw(st.sampled_from([_numbers(), _words()]))
    return replace(
        node,
        target=tuple(draw(st.lists(st.none() | kind, min_size=len(BULAN), max_size=len(BULAN)))),
        target_tahunan=draw(st.none() | _numbers()),
        kontribusi=tuple(Kontribusi(new_id(), line, jumlah) for line, jumlah in amounts.items()),
    )


def _numbers() -> SearchStrategy[Target]:
    return st.builds(
        lambda digits, places: normal(Decimal(digits).scaleb(-places)),
        st.integers(-MAX_RUPIAH, MAX_RUPIAH) | st.integers(0, 100),
        st.integers(0, 8) | st.just(0),
    )


def _words() -> SearchStrategy[Target]:
    """Return targets in words, none of which could be a number or a blank."""
    return _TEXTS.filter(lambda text: bool(numerals.bare(text)) and not numerals.looks_numeric(text))


def _documents() -> SearchStrategy[Dokumen]:
    return st.builds(
        Dokumen,
        judul=st.sampled_from(["RENCANA AKSI PERJANJIAN KINERJA", "Rencana Aksi"]),
        tahun=st.integers(1945, 2999),
        unit_kerja=_NAMES,
        instansi=st.just("") | _NAMES,
        revisi=st.none() | st.integers(1, 99),
        catatan=st.sampled_from(["", "Satu.", "Satu.\n\nTiga: 1 - 2.", "+5 orang"]),
        tempat=st.sampled_from(["Jember", "Kab. Jember, Jawa Timur", ""]),
        tanggal=st.none() | st.dates(date(1950, 1, 1), date(2099, 12, 31)),
    )


def _parties() -> SearchStrategy[Penandatangan]:
    return st.builds(
        Penandatangan,
        id=st.builds(new_id),
        jabatan=st.sampled_from(["Kepala Balai POM di Jember", "Ketua Tim", "Sekretaris Utama"]),
        nama=st.sampled_from(["BENNY HENDRAWAN PRABOWO", "Apt. A. N. Lain, S.Farm."]),
        peran=st.sampled_from(["", "Mengetahui,", "Pihak Kedua"]),
        awalan=st.sampled_from(["", "Plt.", "Plh.", "a.n. Kepala Badan"]),
        nip=st.sampled_from(["", "19700101 199001 1 001"]),
        pangkat=st.sampled_from(["", "Pembina Utama (IV/e)"]),
    )


def is_certain(plan: Plan) -> bool:
    """Say whether the closing of a form tells a place from a peran: without a date a draft may not."""
    dokumen = plan.dokumen
    return bool(dokumen.tanggal or not dokumen.tempat or re.fullmatch(r"\w+", dokumen.tempat))
