"""The fields of every node: their name for a reader, their bounds, and their plain form.

The plain form is what JSON can hold (text, whole number, decimal, list, null). One table serves the JSON
format, the columns of the file, the names of edits and the bounds of typed input, so that a value accepted in
one place is accepted in all.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Context, Decimal, Inexact
from enum import StrEnum
from typing import Any, Final, Protocol

from renaksi_desktop.domain.findings import Code
from renaksi_desktop.domain.plan import (
    RO,
    Cantuman,
    Cetak,
    Dokumen,
    Gaya,
    Indikator,
    JenisTarget,
    Kertas,
    Kolom,
    Komponen,
    Kontribusi,
    Node,
    Penandatangan,
    Pengecualian,
    Periode,
    Plan,
    Polaritas,
    Sasaran,
    SubKomponen,
    Target,
)

Plain = Any
"""Text, int, Decimal, None, or a list of these: what JSON can hold, numbers exact."""

MAX_RUPIAH: Final = 10**15 - 1
"""Fifteen digits: a thousand trillion, and what a spreadsheet still holds exactly."""

MAX_DIGITS: Final = 15
"""Significant digits of a target, exact in a spreadsheet and in a JSON number."""

MAX_NODES: Final = 49_997
"""Nodes of a plan, its dokumen and cetak not among them: ten times the largest that the program is built for."""

MAX_TEXT: Final = 10_000
"""Characters of one text: three full pages, far above any uraian and below what an attack needs."""

MAX_PENANDATANGAN: Final = 2
"""The form has room for two parties."""

MAX_DATA: Final = 4
"""Values that the sentence of a finding names."""

_EXACT: Final = Context(prec=MAX_DIGITS, traps=[Inexact])
"""Refuses what it would have to round."""

_CONTROL: Final = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
_UUID: Final = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")


class Kind(Protocol):
    """A kind of value. `read` turns a plain value into ours, or raises ValueError with an Indonesian reason."""

    def read(self, plain: Plain) -> Any: ...

    def plain(self, value: Any) -> Plain: ...


@dataclass(frozen=True, slots=True)
class Text:
    """A text without control characters; `lines` allows line breaks. Blank is the empty text."""

    lines: bool = False
    limit: int = MAX_TEXT

    def read(self, plain: Plain) -> str:
        if not isinstance(plain, str):
            raise ValueError("harus berupa teks")
        if len(plain) > self.limit:
            raise ValueError(f"teks lebih dari {self.limit} karakter")
        if _CONTROL.search(plain) or (not self.lines and "\n" in plain):
            raise ValueError("teks memuat karakter kendali")
        return plain

    def plain(self, value: str) -> Plain:
        return value


@dataclass(frozen=True, slots=True)
class Whole:
    """A whole number within bounds, or None where `optional`; money where `rupiah`, else in its `unit` if any."""

    low: int
    high: int
    optional: bool = False
    rupiah: bool = False
    unit: str = ""

    def read(self, plain: Plain) -> int | None:
        if plain is None and self.optional:
            return None
        if not isinstance(plain, int) or isinstance(plain, bool):
            raise ValueError("harus berupa bilangan bulat")
        if not self.low <= plain <= self.high:
            raise ValueError(f"harus antara {self.low} dan {self.high}")
        return plain

    def plain(self, value: int | None) -> Plain:
        return value


class Angka:
    """A target: a number of at most 15 digits, a short text, or None for a blank month."""

    _text = Text(limit=200)

    def read(self, plain: Plain) -> Target | None:
        if plain is None:
            return None
        if isinstance(plain, str):
            if not plain.strip():
                raise ValueError("teks target tidak boleh kosong")
            return self._text.read(plain)
        if isinstance(plain, bool) or not isinstance(plain, int | Decimal):
            raise ValueError("harus berupa angka, teks, atau null")
        return normal(Decimal(plain))

    def plain(self, value: Target | None) -> Plain:
        return value


class Targets:
    """The twelve targets of an Indikator, B01 first."""

    def read(self, plain: Plain) -> tuple[Target | None, ...]:
        if not isinstance(plain, list) or len(plain) != 12:
            raise ValueError("harus berupa daftar 12 nilai")
        return tuple(ANGKA.read(value) for value in plain)

    def plain(self, value: tuple[Target | None, ...]) -> Plain:
        return list(value)


class Tanggal:
    """A date as YYYY-MM-DD, or None."""

    def read(self, plain: Plain) -> date | None:
        if plain is None:
            return None
        if not isinstance(plain, str) or not re.fullmatch(r"\d{4}-\d{2}-\d{2}", plain, re.ASCII):
            raise ValueError("harus berupa tanggal YYYY-MM-DD")
        try:
            return date.fromisoformat(plain)
        except ValueError:
            raise ValueError("tanggal itu tidak ada di kalender") from None

    def plain(self, value: date | None) -> Plain:
        return value and value.isoformat()


@dataclass(frozen=True, slots=True)
class Choice:
    """One of an enumeration's words, or None where `optional`."""

    enum: type[StrEnum]
    optional: bool = False

    def read(self, plain: Plain) -> StrEnum | None:
        if plain is None and self.optional:
            return None
        if not isinstance(plain, str) or plain not in self.enum.__members__.values():
            raise ValueError("harus salah satu dari: " + ", ".join(self.enum))
        return self.enum(plain)

    def plain(self, value: StrEnum | None) -> Plain:
        return value and value.value


@dataclass(frozen=True, slots=True)
class Choices:
    """Some of an enumeration's words, each at most once, in the order of the enumeration."""

    enum: type[StrEnum]

    def read(self, plain: Plain) -> tuple[StrEnum, ...]:
        if not isinstance(plain, list):
            raise ValueError("harus berupa daftar")
        chosen = {Choice(self.enum).read(word) for word in plain}
        return tuple(word for word in self.enum if word in chosen)

    def plain(self, value: tuple[StrEnum, ...]) -> Plain:
        return [word.value for word in value]


@dataclass(frozen=True, slots=True)
class Texts:
    """At most `most` texts."""

    most: int
    _text = Text(lines=True)

    def read(self, plain: Plain) -> tuple[str, ...]:
        if not isinstance(plain, list) or len(plain) > self.most:
            raise ValueError(f"harus berupa daftar dari paling banyak {self.most} teks")
        return tuple(map(self._text.read, plain))

    def plain(self, value: tuple[str, ...]) -> Plain:
        return list(value)


@dataclass(frozen=True, slots=True)
class Uuid:
    """The id of a node: a uuid in canonical text, or one of `also`."""

    also: tuple[str, ...] = ()

    def read(self, plain: Plain) -> str:
        if not isinstance(plain, str) or not (_UUID.fullmatch(plain) or plain in self.also):
            raise ValueError("harus berupa uuid")
        return plain

    def plain(self, value: str) -> Plain:
        return value


def normal(number: Decimal) -> Decimal:
    """Return the one form of a number: no exponent, no trailing zeros, no negative zero.

    Raises:
        ValueError: not finite, or more than 15 digits.
    """
    if not number.is_finite():
        raise ValueError("bukan angka yang berhingga")
    if not number:
        return Decimal(0)
    if number.adjusted() >= MAX_DIGITS or number.adjusted() < -MAX_DIGITS:
        raise ValueError("angka terlalu besar atau terlalu kecil")
    try:
        number = _EXACT.normalize(number)
    except Inexact:
        raise ValueError(f"angka lebih dari {MAX_DIGITS} digit") from None
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


ANGKA: Final = Angka()
RUPIAH: Final = Whole(0, MAX_RUPIAH, rupiah=True)
_LINE: Final = Text()
_LINES: Final = Text(lines=True)
_KODE: Final = Text(limit=50)
_MARGIN: Final = Whole(5, 40, unit="mm")


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a node: what a reader calls it, and the kind of its values."""

    label: str
    kind: Kind


FIELDS: Final[dict[type[Node], dict[str, Field]]] = {
    Dokumen: {
        "judul": Field("judul", _LINE),
        "tahun": Field("tahun", Whole(1945, 2999)),
        "unit_kerja": Field("unit kerja", _LINE),
        "instansi": Field("instansi", _LINE),
        "revisi": Field("revisi", Whole(0, 999, optional=True)),
        "pagu": Field("Pagu", Whole(0, MAX_RUPIAH, optional=True, rupiah=True)),
        "catatan": Field("catatan", _LINES),
        "tempat": Field("tempat", _LINE),
        "tanggal": Field("tanggal", Tanggal()),
    },
    Cetak: {
        "kertas": Field("kertas", Choice(Kertas)),
        "gaya": Field("gaya penulisan", Choice(Gaya)),
        "kolom": Field("kolom", Choices(Kolom)),
        "periode": Field("kolom target", Choice(Periode)),
        "cantuman": Field("yang dicantumkan", Choices(Cantuman)),
        "huruf": Field("ukuran huruf", Whole(5, 12, optional=True, unit="pt")),
        "margin_atas": Field("margin atas", _MARGIN),
        "margin_bawah": Field("margin bawah", _MARGIN),
        "margin_kiri": Field("margin kiri", _MARGIN),
        "margin_kanan": Field("margin kanan", _MARGIN),
        "ruang_tanda_tangan": Field("ruang tanda tangan", Whole(5, 60, unit="mm")),
        "jangkar": Field("karakter jangkar", Text(limit=MAX_PENANDATANGAN)),
        "kalimat_tte": Field("kalimat di kaki halaman", Text(limit=300)),
    },
    Penandatangan: {
        "peran": Field("peran", _LINE),
        "awalan": Field("awalan jabatan", _LINE),
        "jabatan": Field("jabatan", _LINE),
        "nama": Field("nama", _LINE),
        "nip": Field("NIP", _LINE),
        "pangkat": Field("pangkat", _LINE),
    },
    RO: {"kode": Field("kode", _KODE), "nama": Field("nama", _LINE)},
    Komponen: {"kode": Field("kode", _KODE), "nama": Field("nama", _LINE)},
    SubKomponen: {
        "kode": Field("kode", _KODE),
        "nama": Field("nama", _LINE),
        "anggaran": Field("Anggaran", RUPIAH),
    },
    Sasaran: {"kode": Field("kode", _KODE), "uraian": Field("uraian", _LINE)},
    Indikator: {
        "kode": Field("kode", _KODE),
        "uraian": Field("uraian", _LINE),
        "satuan": Field("satuan", _LINE),
        "jenis_target": Field("jenis target", Choice(JenisTarget, optional=True)),
        "polaritas": Field("polaritas", Choice(Polaritas, optional=True)),
        "target_tahunan": Field("target tahunan", ANGKA),
        "penanggung_jawab": Field("penanggung jawab", _LINE),
        "target": Field("target", Targets()),
    },
    Kontribusi: {
        "subkomponen": Field("Sub Komponen", Uuid()),
        # Below zero is a finding of the checks, not an impossible value: a merge may bring one.
        "jumlah": Field("Kontribusi", Whole(-MAX_RUPIAH, MAX_RUPIAH, rupiah=True)),
    },
    Pengecualian: {
        "temuan": Field("temuan", Choice(Code)),
        "simpul": Field("bagian", Uuid(also=(Plan.id, Dokumen.id, Cetak.id))),
        "isian": Field("isian", _KODE),
        "bulan": Field("bulan", Whole(1, 12, optional=True)),
        "data": Field("nilai", Texts(MAX_DATA)),
        "alasan": Field("alasan", _LINE),
    },
}
"""For each type of node its own fields (not its id, not its children), in the order in which they are written."""

NAMES: Final[dict[type[Node], str]] = {
    Dokumen: "Dokumen",
    Cetak: "Pengaturan Cetak",
    Penandatangan: "Penandatangan",
    RO: "RO",
    Komponen: "Komponen",
    SubKomponen: "Sub Komponen",
    Sasaran: "Sasaran",
    Indikator: "Indikator",
    Kontribusi: "Kontribusi",
    Pengecualian: "Pengecualian",
}
"""What a reader calls each type of node."""


def clean(text: str, *, lines: bool = False) -> str:
    """Return typed or pasted text as a node may hold it: no control characters, single spaces, trimmed.

    Line breaks become spaces unless `lines`. Nothing that can be read is lost.
    """
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = _CONTROL.sub("", text if lines else text.replace("\n", " "))
    return "\n".join(re.sub(r"[^\S\n]+", " ", line).strip() for line in text.split("\n")).strip()
