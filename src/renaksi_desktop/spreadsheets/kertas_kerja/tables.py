"""The sheets of the kertas kerja that hold one row for each node, described once for who writes and who reads."""

from __future__ import annotations

from functools import partial
from typing import Final

from renaksi_desktop.domain.bulan import BULAN, label
from renaksi_desktop.domain.fields import FIELDS, NAMES
from renaksi_desktop.domain.plan import (
    RO,
    Indikator,
    Komponen,
    Kontribusi,
    Node,
    Penandatangan,
    Pengecualian,
    Sasaran,
    SubKomponen,
)
from renaksi_desktop.domain.totals import anggaran
from renaksi_desktop.spreadsheets.kertas_kerja.columns import ID, JALUR, PATHS, Column, Derived, Table

_RUPIAH_WIDTH: Final = 17


def capital(text: str) -> str:
    """Return a text that begins with a capital letter."""
    return text[:1].upper() + text[1:]


def _own(node: type[Node], field: str, width: int, title: str = "") -> Column:
    return Column(title or capital(FIELDS[node][field].label), node, field, width)


def _named(node: type[Node], field: str, width: int) -> Column:
    """Return a column whose title says of which node it is: "Kode RO"."""
    return _own(node, field, width, f"{capital(FIELDS[node][field].label)} {NAMES[node]}")


def _id(node: type[Node]) -> Column:
    return Column(f"Id {NAMES[node]}", node, ID)


def _derived(title: str, node: type[Node], width: int, formula: str, derive: Derived) -> Column:
    return Column(title, node, width=width, formula=formula, derive=derive)


def _rupiah(title: str, node: type[Node], formula: str, derive: Derived) -> Column:
    return Column(title, node, width=_RUPIAH_WIDTH, formula=formula, derive=derive, rupiah=True)


def path_title(node: type[Node]) -> str:
    """Return the title of the column that tells how other sheets name a node."""
    return f"Jalur {NAMES[node]}"


def _path(node: type[Node], width: int) -> Column:
    """Return a column that tells how other sheets name the node of a row."""
    jalur = PATHS[node]
    formula = f'&"{jalur.mark}"&'.join(f"[Kode {NAMES[kind]}]" for kind in jalur.kinds)
    return _derived(path_title(node), node, width, formula, lambda chain, _: jalur.of(chain))


def _looked_up(node: type[Node], wanted: str, as_text: str = "") -> str:
    """Return a formula for what another sheet, as "Indikator[Uraian]", says of a node that a row names."""
    sheet, name = wanted.partition("[")[0], NAMES[node]
    return f'IFERROR(INDEX({wanted},MATCH([{name}],{sheet}[{path_title(node)}],0)){as_text},"")'


SASARAN: Final = Table(
    "Sasaran",
    (Sasaran,),
    (
        _named(Sasaran, "kode", 10),
        _named(Sasaran, "uraian", 90),
        _rupiah(
            "Anggaran",
            Sasaran,
            "SUMPRODUCT((Indikator[Kode Sasaran]=[Kode Sasaran])*1,Indikator[Anggaran])",  # to SUMIF, 01 is 1
            lambda chain, _: sum(map(anggaran, chain[Sasaran].indikator)),
        ),
        _id(Sasaran),
    ),
)
INDIKATOR: Final = Table(
    "Indikator",
    (Indikator,),
    (
        Column("Kode Sasaran", Sasaran, JALUR, 9),
        _named(Indikator, "kode", 9),
        _named(Indikator, "uraian", 42),
        _own(Indikator, "satuan", 10),
        _own(Indikator, "jenis_target", 13),
        _own(Indikator, "polaritas", 11),
        *(Column(label(bulan), Indikator, "target", 7, bulan) for bulan in BULAN),
        _own(Indikator, "target_tahunan", 10),
        _own(Indikator, "penanggung_jawab", 18),
        _rupiah(
            "Anggaran",
            Indikator,
            "SUMIF(Kontribusi[Indikator],[Jalur Indikator],Kontribusi[Kontribusi])",
            lambda chain, _: anggaran(chain[Indikator]),
        ),
        _path(Indikator, 11),
        _id(Indikator),
        _id(Sasaran),
    ),
    reference=Sasaran,
    frozen=3,
)
ANGGARAN: Final = Table(
    "Anggaran",
    (RO, Komponen, SubKomponen),
    (
        _named(RO, "kode", 18),
        _named(RO, "nama", 34),
        _named(Komponen, "kode", 11),
        _named(Komponen, "nama", 30),
        _named(SubKomponen, "kode", 11),
        _named(SubKomponen, "nama", 34),
        _own(SubKomponen, "anggaran", _RUPIAH_WIDTH),
        _rupiah(
            "Terbagi",
            SubKomponen,
            "SUMIF(Kontribusi[Sub Komponen],[Jalur Sub Komponen],Kontribusi[Kontribusi])",
            lambda chain, totals: totals.shared(chain[SubKomponen].id),
        ),
        _rupiah(
            "Sisa",
            SubKomponen,
            "[Anggaran]-[Terbagi]",
            lambda chain, totals: totals.remainder(chain[SubKomponen].id),
        ),
        _path(SubKomponen, 26),
        _id(RO),
        _id(Komponen),
        _id(SubKomponen),
    ),
    frozen=1,
)
KONTRIBUSI: Final = Table(
    "Kontribusi",
    (Kontribusi,),
    (
        Column("Indikator", Indikator, JALUR, 12),
        _derived(
            "Uraian Indikator",
            Indikator,
            44,
            _looked_up(Indikator, "Indikator[Uraian Indikator]", '&""'),
            lambda chain, _: chain[Indikator].uraian,
        ),
        Column("Sub Komponen", SubKomponen, JALUR, 26),
        _derived(
            "Nama Sub Komponen",
            SubKomponen,
            36,
            _looked_up(SubKomponen, "Anggaran[Nama Sub Komponen]", '&""'),
            lambda chain, _: chain[SubKomponen].nama,
        ),
        _own(Kontribusi, "jumlah", _RUPIAH_WIDTH),
        _rupiah(
            "Sisa Sub Komponen",
            SubKomponen,
            _looked_up(SubKomponen, "Anggaran[Sisa]"),
            lambda chain, totals: totals.remainder(chain[SubKomponen].id),
        ),
        _id(Kontribusi),
        _id(Indikator),
        _id(SubKomponen),
    ),
    reference=Indikator,
    frozen=1,
)
PENANDATANGAN: Final = Table(
    "Penandatangan",
    (Penandatangan,),
    (
        *map(partial(_own, Penandatangan), FIELDS[Penandatangan], (14, 16, 44, 32, 24, 24)),
        _id(Penandatangan),
    ),
)
PENGECUALIAN: Final = Table(
    "Temuan Diterima",
    (Pengecualian,),
    (
        *map(partial(_own, Pengecualian), FIELDS[Pengecualian], (22, 38, 14, 8, 44, 60)),
        _id(Pengecualian),
    ),
)
"""The findings that are meant as they are."""

TABLES: Final = (PENANDATANGAN, SASARAN, INDIKATOR, ANGGARAN, KONTRIBUSI, PENGECUALIAN)
"""In the order in which the sheets stand, behind Petunjuk and Dokumen."""
