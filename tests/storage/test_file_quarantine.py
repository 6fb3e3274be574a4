"""A received file may be damaged or hostile: it is refused with one sentence, or it is exactly what was sent."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.storage.conftest import Tamper

from renaksi_desktop.domain.errors import InputRefused
from renaksi_desktop.domain.plan import Plan, new_id
from renaksi_desktop.storage import quarantine, reader
from renaksi_desktop.storage.errors import (
    Damaged,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    ForeignSchema,
    InvalidContent,
    NewerFormat,
    NotOurs,
    TooManyRows,
    TooSlow,
)
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.reader import parse, read
from renaksi_desktop.storage.schema import SCHEMA

NAME = "kiriman.renaksi"
SELF = new_id()
shared_file = settings(
    suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=300, deadline=None
)


def loads_nothing_else(data: bytes, plan: Plan, identity: Identity) -> None:
    """Require that these bytes are refused, or hold just this plan: a flipped bit in unused space harms no one."""
    with suppress(InputRefused):
        stored = parse(data, NAME)
        assert (stored.plan, stored.identity) == (plan, identity)


@shared_file
@given(drawn=st.data())
def test_a_flipped_bit_never_loads_another_plan(
    drawn: st.DataObject, data: bytes, plan: Plan, identity: Identity
) -> None:
    written = [place for place, byte in enumerate(data) if byte]
    place, bit = drawn.draw(st.sampled_from(written)), drawn.draw(st.integers(0, 7))
    flipped = bytearray(data)
    flipped[place] ^= 1 << bit
    loads_nothing_else(bytes(flipped), plan, identity)


@shared_file
@given(drawn=st.data())
def test_a_changed_run_of_bytes_never_loads_another_plan(
    drawn: st.DataObject, data: bytes, plan: Plan, identity: Identity
) -> None:
    place, run = drawn.draw(st.integers(0, len(data) - 1)), drawn.draw(st.binary(min_size=1, max_size=64))
    loads_nothing_else(data[:place] + run + data[place + len(run) :], plan, identity)


def test_a_value_changed_in_place_is_noticed(data: bytes) -> None:
    assert data.count(b"Persentase sampel") == 1
    with pytest.raises(Damaged):
        parse(data.replace(b"Persentase sampel", b"Persentase SAMPEL"), NAME)


def test_a_file_cut_short_or_with_something_behind_it_is_refused(data: bytes) -> None:
    for length in [*range(0, len(data), 997), len(data) - 1]:
        with pytest.raises((NotOurs, Damaged)):
            parse(data[:length], NAME)
    with pytest.raises(Damaged):
        parse(data + bytes(4096), NAME)


@pytest.mark.parametrize("content", [b"", b"Rencana Aksi", b"%PDF-1.7\n" * 50, b"PK\x03\x04" * 50, bytes(5000)])
def test_another_kind_of_file_under_our_name_is_refused(content: bytes) -> None:
    with pytest.raises(NotOurs, match="bukan berkas Renaksi"):
        parse(content, NAME)


def test_another_programs_database_is_refused(tampered: Tamper) -> None:
    with pytest.raises(NotOurs):
        parse(tampered("PRAGMA application_id = 0"), NAME)


def test_a_newer_format_says_which_one_is_needed(tampered: Tamper) -> None:
    newer = tampered("PRAGMA user_version = 7", "CREATE TABLE realisasi (id TEXT)")
    with pytest.raises(NewerFormat, match="format 7"):
        parse(newer, NAME)


@pytest.mark.parametrize("number", [0, -1])
def test_a_format_that_never_was_is_refused(tampered: Tamper, number: int) -> None:
    with pytest.raises(NotOurs):
        parse(tampered(f"PRAGMA user_version = {number}"), NAME)


@pytest.mark.parametrize(
    "sql",
    [
        "CREATE TRIGGER t AFTER INSERT ON ro BEGIN DELETE FROM sasaran; END",
        "CREATE VIEW v AS SELECT * FROM ro",
        "CREATE VIEW v AS WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT n FROM r",
        "CREATE TABLE tambahan (id TEXT)",
        "CREATE VIRTUAL TABLE cari USING fts5 (isi)",
        "CREATE INDEX i ON ro (nama)",
        "ALTER TABLE ro ADD COLUMN rahasia TEXT",
        "ALTER TABLE ro ADD COLUMN besar TEXT AS (hex(zeroblob(100000000)))",
        "UPDATE sqlite_schema SET sql = replace(sql, 'nama TEXT', 'nama TEXT DEFAULT (hex(zeroblob(100000000)))')",
        "DROP TABLE kontribusi",
        "ANALYZE",
        "UPDATE sqlite_schema SET sql = replace(sql, 'WITHOUT ROWID', 'without rowid')",
        "UPDATE sqlite_schema SET type = 'view', sql = 'CREATE VIEW ro AS SELECT 1' WHERE name = 'ro'",
        "DELETE FROM sqlite_schema WHERE name = 'ro'",
    ],
)
def test_any_other_schema_than_ours_is_refused(tampered: Tamper, sql: str) -> None:
    with pytest.raises((ForeignSchema, Damaged)):
        parse(tampered(sql, sealed=False), NAME)


def test_a_schema_that_does_not_even_parse_is_refused(tampered: Tamper) -> None:
    with pytest.raises(Damaged):
        parse(tampered("UPDATE sqlite_schema SET sql = 'CREATE TABLE ro (' WHERE name = 'ro'", sealed=False), NAME)


def exception(temuan: str, simpul: str, node_id: str = "", *, bulan: int = 1, data: str = "[]") -> str:
    """Return the SQL that accepts a finding at this node."""
    values = (node_id or new_id(), "plan", 0, temuan, simpul, "", bulan, data, "karena")
    return f"INSERT INTO pengecualian VALUES {values}"


def test_an_accepted_finding_is_let_in(tampered: Tamper) -> None:
    (found,) = parse(tampered(exception("tanpa-anggaran", "plan")), NAME).plan.pengecualian
    assert (found.temuan, found.simpul, found.alasan) == ("tanpa-anggaran", "plan", "karena")


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("UPDATE dokumen SET tahun = 99999", "tabel dokumen, kolom tahun: harus antara"),
        ("UPDATE subkomponen SET anggaran = -1", "tabel subkomponen, kolom anggaran"),
        ("UPDATE kontribusi SET jumlah = 9000000000000000000", "tabel kontribusi, kolom jumlah"),
        ("UPDATE dokumen SET tanggal = '2025-02-30'", "tidak ada di kalender"),
        ("UPDATE cetak SET kertas = 'A9'", "harus salah satu dari"),
        ("UPDATE indikator SET target = '[1, 2]'", "daftar 12 nilai"),
        ("UPDATE indikator SET target = 'NaN'", "bukan JSON yang sah"),
        ("UPDATE indikator SET target_tahunan = '1e99999999999999999999'", "target_tahunan"),
        ("UPDATE indikator SET target_tahunan = '9e40'", "angka terlalu besar"),
        ("UPDATE indikator SET target_tahunan = '{'", "bukan JSON yang sah"),
        (f"UPDATE indikator SET target = '{'[' * 5000}'", "kolom target: bukan JSON yang sah"),
        ("UPDATE ro SET nama = 'a' || char(10) || 'b'", "karakter kendali"),
        ("UPDATE ro SET nama = 'a' || char(0) || 'b'", "karakter kendali"),
        ("UPDATE ro SET nama = printf('%.20000c', 'a')", "karakter"),
        ("UPDATE ro SET id = 'bukan-uuid'", "uuid"),
        ("UPDATE komponen SET induk = 'tidak-ada'", "tanpa induk"),
        ("UPDATE sasaran SET induk = 'dokumen'", "tanpa induk"),
        ("UPDATE sasaran SET urutan = 0", "sambung-menyambung"),
        ("UPDATE sasaran SET urutan = urutan + 1", "sambung-menyambung"),
        ("UPDATE kontribusi SET subkomponen = (SELECT id FROM ro)", "Sub Komponen yang tidak ada"),
        ("UPDATE indikator SET id = (SELECT id FROM ro)", "dua kali"),
        ("DELETE FROM dokumen", "tepat satu"),
        ("UPDATE cetak SET id = 'dokumen'", "dua kali"),
        ("UPDATE meta SET document = 'x'", "uuid"),
        (exception("temuan-baru", "plan"), "tabel pengecualian, kolom temuan: harus salah satu dari"),
        (exception("tanpa-anggaran", "rencana"), "atas bagian yang tidak ada"),
        (exception("tanpa-anggaran", new_id()), "atas bagian yang tidak ada"),
        (exception("tanpa-anggaran", SELF, SELF), "atas bagian yang tidak ada"),
        (exception("tanpa-anggaran", "plan", bulan=13), "kolom bulan: harus antara 1 dan 12"),
        (exception("tanpa-anggaran", "plan", data='["1","2","3","4","5"]'), "paling banyak 4 teks"),
        (exception("tanpa-anggaran", "plan", data='{"a":1}'), "harus berupa daftar"),
        (exception("tanpa-anggaran", "plan", data="[1]"), "harus berupa teks"),
    ],
)
def test_values_that_are_no_plan_are_refused_even_under_a_right_checksum(
    tampered: Tamper, sql: str, reason: str
) -> None:
    with pytest.raises(InvalidContent, match=reason):
        parse(tampered(sql), NAME)


def test_a_third_penandatangan_is_refused(tampered: Tamper) -> None:
    more = [
        f"INSERT INTO penandatangan VALUES ('{new_id()}', 'plan', {place}, '', '', '', '', '', '')"
        for place in (1, 2)
    ]
    parse(tampered(more[0]), NAME)
    with pytest.raises(InvalidContent, match="penandatangan"):
        parse(tampered(*more), NAME)


@pytest.mark.parametrize("value", ["x'00'", "3.5", "'nol'", "NULL"])
def test_a_value_of_another_type_is_refused(tampered: Tamper, value: str) -> None:
    original = "CREATE TEMP TABLE original AS SELECT sql FROM sqlite_schema WHERE name = 'ro'"
    lax = "UPDATE sqlite_schema SET sql = replace(replace(sql, ' NOT NULL', ''), ' STRICT,', '') WHERE name = 'ro'"
    strict = "UPDATE sqlite_schema SET sql = (SELECT sql FROM original) WHERE name = 'ro'"
    reload = "PRAGMA writable_schema = RESET; PRAGMA writable_schema = 1"
    odd = f"UPDATE ro SET urutan = {value}"
    with pytest.raises(Damaged):
        parse(tampered(original, lax, reload, odd, strict, reload), NAME)


def test_a_text_that_is_not_utf8_is_refused(tampered: Tamper) -> None:
    with pytest.raises(Damaged):
        parse(tampered("UPDATE ro SET nama = CAST(x'ff' AS TEXT)", sealed=False), NAME)


def test_a_text_longer_than_any_field_is_refused(tampered: Tamper) -> None:
    with pytest.raises(InputRefused):
        parse(tampered("UPDATE dokumen SET catatan = printf('%.10000000c', 'a')"), NAME)


def test_more_rows_than_any_plan_are_refused(tampered: Tamper, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_ROWS", 8)
    with pytest.raises(TooManyRows):
        parse(tampered(), NAME)


def test_reading_that_never_ends_is_broken_off(data: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quarantine, "DEADLINE", 0.0)
    endless = "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r) SELECT max(n) FROM r"
    with pytest.raises(TooSlow), quarantine.admitted(data, SCHEMA, NAME) as connection:
        connection.execute(endless).fetchall()


def test_a_header_that_names_a_write_ahead_log_does_not_matter(data: bytes, plan: Plan) -> None:
    assert parse(data[:18] + b"\x02\x02" + data[20:], NAME).plan == plan


def test_only_the_files_own_bytes_count(path: Path, data: bytes, plan: Plan) -> None:
    for suffix in ("-journal", "-wal", "-shm"):
        path.with_name(path.name + suffix).write_bytes(b"\xd9\xd5\x05\xf9\x20\xa1\x63\xd7" * 512)
    path.write_bytes(data[:18] + b"\x02\x02" + data[20:])
    assert read(path).plan == plan
    assert len(list(path.parent.iterdir())) == 4


@pytest.mark.parametrize("page_size", [512, 8192, 65536])
def test_another_page_size_is_the_same_plan(tampered: Tamper, plan: Plan, page_size: int) -> None:
    assert parse(tampered(f"PRAGMA page_size = {page_size}", "VACUUM"), NAME).plan == plan


def test_what_is_no_plain_file_is_not_opened(tmp_path: Path) -> None:
    with pytest.raises(FileMissing):
        read(tmp_path / NAME)
    with pytest.raises(FileUnreadable):
        read(tmp_path)
    with pytest.raises(FileMissing):
        read(tmp_path / "tidak" / "ada.renaksi")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system")
def test_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / NAME)
    with pytest.raises(FileUnreadable):
        read(tmp_path / NAME)


def test_a_file_far_too_large_is_refused_by_its_size(tmp_path: Path) -> None:
    with (tmp_path / NAME).open("wb") as file:
        file.truncate(2 * 2**30)
    with pytest.raises(FileTooLarge):
        read(tmp_path / NAME)
