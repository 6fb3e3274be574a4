"""The chain from older formats to the present one, run in memory; the file itself is never changed.

History of the format:
    1  the first.
    2  the page set-up: `cetak` gained periode, cantuman, huruf, the margins, ruang_tanda_tangan, jangkar and
       kalimat_tte. A plan of format 1 prints as it did.
    3  accepted findings: the table `pengecualian`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final, TypeAlias

import apsw

from renaksi_desktop.storage.schema import FORMAT, SCHEMA, Schema


@dataclass(frozen=True, slots=True)
class Step:
    """An older format and the way to the next: its `schema` as its files hold it, and the SQL that changes it."""

    schema: Schema
    upgrade: Callable[[apsw.Connection], None]


_SIDES: Final = ("atas", "bawah", "kiri", "kanan")


def _page_set_up(connection: apsw.Connection) -> None:
    """Give the one row of `cetak` the values that format 1 stood for."""
    for column in (
        "periode TEXT NOT NULL DEFAULT 'bulanan'",
        """cantuman TEXT NOT NULL DEFAULT '["lanjutan","halaman"]'""",
        "huruf INTEGER",
        *(f"margin_{side} INTEGER NOT NULL DEFAULT 10" for side in _SIDES),
        "ruang_tanda_tangan INTEGER NOT NULL DEFAULT 17",
        "jangkar TEXT NOT NULL DEFAULT '#^'",
        "kalimat_tte TEXT NOT NULL DEFAULT 'Dokumen ini telah ditandatangani secara elektronik menggunakan"
        " sertifikat elektronik yang diterbitkan oleh Balai Besar Sertifikasi Elektronik (BSrE), Badan Siber dan"
        " Sandi Negara.'",
    ):
        connection.execute(f"ALTER TABLE cetak ADD COLUMN {column}")
    # Margins and the room to sign grew with the paper then.
    larger = ", ".join(f"margin_{side} = 14" for side in _SIDES)
    connection.execute(f"UPDATE cetak SET {larger}, ruang_tanda_tangan = 24 WHERE kertas = 'A3'")


def _accepted_findings(connection: apsw.Connection) -> None:
    connection.execute(
        "CREATE TABLE pengecualian (id TEXT NOT NULL PRIMARY KEY, induk TEXT NOT NULL, urutan INTEGER NOT NULL,"
        " temuan TEXT NOT NULL, simpul TEXT NOT NULL, isian TEXT NOT NULL, bulan INTEGER, data TEXT NOT NULL,"
        " alasan TEXT NOT NULL) STRICT, WITHOUT ROWID"
    )


_SCHEMA_1: Final[Schema] = {
    "meta": (
        "CREATE TABLE meta (document TEXT NOT NULL PRIMARY KEY, revision TEXT NOT NULL, parent "
        "TEXT, checksum TEXT NOT NULL) STRICT, WITHOUT ROWID"
    ),
    "dokumen": (
        "CREATE TABLE dokumen (id TEXT NOT NULL PRIMARY KEY, induk TEXT NOT NULL, urutan INTEGER "
        "NOT NULL, judul TEXT NOT NULL, tahun INTEGER NOT NULL, unit_kerja TEXT NOT NULL, "
        "instansi TEXT NOT NULL, revisi INTEGER, pagu INTEGER, catatan TEXT NOT NULL, tempat TEXT "
        "NOT NULL, tanggal TEXT) STRICT, WITHOUT ROWID"
    ),
    "cetak": (
        "CREATE TABLE cetak (id TEXT NOT NULL PRIMARY KEY, induk TEXT NOT NULL, urutan INTEGER "
        "NOT NULL, kertas TEXT NOT NULL, gaya TEXT NOT NULL, kolom TEXT NOT NULL) STRICT, WITHOUT "
        "ROWID"
    ),
    "penandatangan": (
        "CREATE TABLE penandatangan (id TEXT NOT NULL PRIMARY KEY, induk TEXT NOT NULL, urutan "
        "INTEGER NOT NULL, peran TEXT NOT NULL, awalan TEXT NOT NULL, jabatan TEXT NOT NULL, nama "
        "TEXT NOT NULL, nip TEXT NOT NULL, pangkat TEXT NOT NULL) STRICT, WITHOUT ROWID"
    ),
    "ro": (
        "CREATE TABLE ro (id TEXT NOT NULL PRIMARY KEY, induk TEXT NOT NULL, urutan INTEGER NOT "
        "NULL, kode TEXT NOT NULL, nama TEXT NOT NULL) STRICT, WITHOUT ROWID"
    ),
    "komponen": (
        "CREATE TABLE komponen (id TEXT NOT NULL PRIMARY KEY, induk TEXT NOT NULL, urutan INTEGER "
        "NOT NULL, kode TEXT NOT NULL, nama TEXT NOT NULL) STRICT, WITHOUT ROWID"
    ),
    "subkomponen": (
        "CREATE TABLE subkomponen (id TEXT NOT NULL PRIMARY KEY, induk TEXT NOT NULL, urutan "
        "INTEGER NOT NULL, kode TEXT NOT NULL, nama TEXT NOT NULL, anggaran INTEGER NOT NULL) "
        "STRICT, WITHOUT ROWID"
    ),
    "sasaran": (
        "CREATE TABLE sasaran (id TEXT NOT NULL PRIMARY KEY, induk TEXT NOT NULL, urutan INTEGER "
        "NOT NULL, kode TEXT NOT NULL, uraian TEXT NOT NULL) STRICT, WITHOUT ROWID"
    ),
    "indikator": (
        "CREATE TABLE indikator (id TEXT NOT NULL PRIMARY KEY, induk TEXT NOT NULL, urutan "
        "INTEGER NOT NULL, kode TEXT NOT NULL, uraian TEXT NOT NULL, satuan TEXT NOT NULL, "
        "jenis_target TEXT, polaritas TEXT, target_tahunan TEXT, penanggung_jawab TEXT NOT NULL, "
        "target TEXT NOT NULL) STRICT, WITHOUT ROWID"
    ),
    "kontribusi": (
        "CREATE TABLE kontribusi (id TEXT NOT NULL PRIMARY KEY, induk TEXT NOT NULL, urutan "
        "INTEGER NOT NULL, subkomponen TEXT NOT NULL, jumlah INTEGER NOT NULL) STRICT, WITHOUT "
        "ROWID"
    ),
}
"""All of format 1, as its files hold it: nothing here follows the program as it is today."""

_SCHEMA_2: Final[Schema] = {
    **_SCHEMA_1,
    "cetak": (
        "CREATE TABLE cetak (id TEXT NOT NULL PRIMARY KEY, induk TEXT NOT NULL, urutan INTEGER NOT "
        "NULL, kertas TEXT NOT NULL, gaya TEXT NOT NULL, kolom TEXT NOT NULL, periode TEXT NOT "
        "NULL, cantuman TEXT NOT NULL, huruf INTEGER, margin_atas INTEGER NOT NULL, margin_bawah "
        "INTEGER NOT NULL, margin_kiri INTEGER NOT NULL, margin_kanan INTEGER NOT NULL, "
        "ruang_tanda_tangan INTEGER NOT NULL, jangkar TEXT NOT NULL, kalimat_tte TEXT NOT NULL) "
        "STRICT, WITHOUT ROWID"
    ),
}
"""Format 2 differs from format 1 in this table alone."""

Chain: TypeAlias = Mapping[int, Step]
STEPS: Final[Chain] = MappingProxyType({1: Step(_SCHEMA_1, _page_set_up), 2: Step(_SCHEMA_2, _accepted_findings)})
"""By number of the older format. Every format before the present one has its step."""


def schema_of(format_number: int, steps: Chain) -> Schema | None:
    """Return the schema that a file of this format must have, or None for a format that never was."""
    if format_number == FORMAT:
        return SCHEMA
    return steps[format_number].schema if format_number in steps else None


def migrate(connection: apsw.Connection, format_number: int, steps: Chain) -> None:
    """Bring a database in memory from its format to the present one, step by step."""
    for number in range(format_number, FORMAT):
        steps[number].upgrade(connection)
