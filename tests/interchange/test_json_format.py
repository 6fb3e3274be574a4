"""A plan travels as JSON: whole, exact, and refused with its place where something is wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.strategies import plans

from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain.errors import InputRefused
from renaksi_desktop.domain.findings import Code
from renaksi_desktop.domain.plan import (
    RO,
    Cetak,
    Gaya,
    Indikator,
    Kertas,
    Kolom,
    Komponen,
    Kontribusi,
    Penandatangan,
    Pengecualian,
    Plan,
    Sasaran,
    SubKomponen,
    new_id,
    walk,
)
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.interchange import JsonRefused, read_json, write_json
from renaksi_desktop.resources import SAMPLE

SAMPLE_BYTES = SAMPLE.read_bytes()
PATH = b"DR.3165.QIA.002/051/A"
ID = "3f8a0f6e-0000-4000-8000-000000000001"
ID_LINE = re.compile(rb'\n *"id": "[0-9a-f-]{36}",')


def test_the_sample_is_read_whole() -> None:
    plan = read_json(SAMPLE_BYTES)
    assert len(plan.sasaran) == 7
    assert sum(len(sasaran.indikator) for sasaran in plan.sasaran) == 16
    assert sum(isinstance(node, Kontribusi) for node in walk(plan)) == 48
    assert Totals(plan).total == 7_829_237_000


def test_the_sample_is_written_as_it_was_but_for_ids() -> None:
    written = write_json(read_json(SAMPLE_BYTES))
    assert ID_LINE.sub(b"", written) == SAMPLE_BYTES


def test_a_round_trip_keeps_every_id_and_gives_the_same_bytes() -> None:
    plan = read_json(SAMPLE_BYTES)
    written = write_json(plan)
    assert read_json(written) == plan
    assert write_json(read_json(written)) == written


def test_ids_are_made_where_there_are_none() -> None:
    first, second = read_json(SAMPLE_BYTES), read_json(SAMPLE_BYTES)
    assert first.sasaran[0].id != second.sasaran[0].id
    ids = [node.id for node in walk(first)]
    assert len(set(ids)) == len(ids)


@given(plans())
def test_any_plan_travels_there_and_back(plan: Plan) -> None:
    below_zero = [node for node in walk(plan) if isinstance(node, Kontribusi) and node.jumlah < 0]
    for node in below_zero:
        plan = edit.change(node, jumlah=-node.jumlah).apply(plan)
    written = write_json(plan)
    assert read_json(written) == plan
    assert write_json(plan) == written


@given(st.integers(0, len(SAMPLE_BYTES) - 1), st.binary(max_size=8), st.integers(0, 40))
def test_a_damaged_file_is_read_or_refused(place: int, bytes_there: bytes, lost: int) -> None:
    damaged = SAMPLE_BYTES[:place] + bytes_there + SAMPLE_BYTES[place + lost :]
    try:
        plan = read_json(damaged)
    except JsonRefused as error:
        assert_one_sentence(str(error))
    else:
        assert read_json(write_json(plan)) == plan


def assert_one_sentence(text: str) -> None:
    assert text.startswith("Berkas JSON ditolak")
    assert text.endswith(".")
    assert text.isprintable()


def test_a_byte_order_mark_is_no_obstacle() -> None:
    plan = read_json(write_json(read_json(SAMPLE_BYTES)))
    assert read_json(b"\xef\xbb\xbf" + write_json(plan)) == plan


def test_decimals_stay_exact() -> None:
    target = (Decimal("70.49"), Decimal("0.1"), Decimal("123456789012.345"), "Baik", None, *[Decimal(0)] * 7)
    plan = _plan(Indikator(new_id(), "01", "Nilai", target, target_tahunan=Decimal("70.49")))
    written = write_json(plan)
    assert b"70.49" in written
    assert read_json(written) == plan


def test_print_settings_and_signatories_travel_too() -> None:
    plan = replace(
        _plan(),
        cetak=Cetak(Kertas.F4, Gaya.INDONESIA, (Kolom.SATUAN, Kolom.NIP)),
        penandatangan=(
            Penandatangan(new_id(), "Kepala", "A", peran="Mengetahui", awalan="Plt.", nip="1", pangkat="IV/a"),
            Penandatangan(new_id(), "Ketua Tim", "B"),
        ),
    )
    assert read_json(write_json(plan)) == plan


def test_an_accepted_finding_travels_too_and_is_absent_where_there_is_none() -> None:
    indikator = Indikator(new_id())
    plan = replace(
        _plan(indikator),
        pengecualian=(Pengecualian(new_id(), Code.TANPA_ANGGARAN, indikator.id, alasan="Nihil."),),
    )
    assert read_json(write_json(plan)) == plan
    assert list(json.loads(write_json(plan))["pengecualian"][0]) == ["id", "temuan", "simpul", "alasan"]
    assert "pengecualian" not in json.loads(write_json(_plan(indikator)))


def test_what_is_left_out_is_absent() -> None:
    dokumen = json.loads(write_json(_plan(Indikator(new_id()))))["dokumen"]
    assert list(dokumen) == ["judul", "tahun", "unit_kerja", "instansi", "penandatangan"]


def test_lines_with_the_same_codes_are_told_apart_by_id() -> None:
    first, second = (SubKomponen(new_id(), "A", nama, 10) for nama in ("satu", "dua"))
    ro = RO(new_id(), "DR.3165.QIA.002", "RO", (Komponen(new_id(), "051", "K", (first, second)),))
    paid = Indikator(new_id(), kontribusi=(Kontribusi(new_id(), second.id, 10),))
    plan = replace(_plan(paid), anggaran=(ro,))
    assert read_json(write_json(plan)) == plan
    by_codes = write_json(plan).replace(f'"subkomponen": "{second.id}"'.encode(), b'"subkomponen": "%s"' % PATH)
    with pytest.raises(JsonRefused, match=r"kontribusi\[0\]\.subkomponen: .*lebih dari satu"):
        read_json(by_codes)


def _set(*path: Any) -> Callable[[Any], None]:
    """Return the step that sets the value at a path of keys, the last of `path` being the value."""

    def step(tree: Any) -> None:
        *way, key, value = path
        for part in way:
            tree = tree[part]
        tree[key] = value

    return step


def _delete(*path: Any) -> Callable[[Any], None]:
    def step(tree: Any) -> None:
        *way, key = path
        for part in way:
            tree = tree[part]
        del tree[key]

    return step


def _accepts(**wrong: Any) -> Callable[[Any], None]:
    """Return the step that accepts a finding of the plan as a whole, some of its keys being `wrong`."""
    return _set("pengecualian", [{"temuan": "tanpa-anggaran", "simpul": "plan", "alasan": "karena"} | wrong])


INDIKATOR = ("sasaran", 0, "indikator", 0)
KONTRIBUSI = (*INDIKATOR, "kontribusi", 0)


@pytest.mark.parametrize(
    ("damage", "sentence"),
    [
        (_set("format", "lain"), "bukan rencana"),
        (_delete("format"), "bukan rencana"),
        (_set("versi", 2), "versi: program ini hanya mengenal versi 1"),
        (_set("versi", True), "versi: harus berupa bilangan bulat"),
        (_delete("versi"), 'tingkat teratas: kunci "versi" tidak ada'),
        (_set("warna", 1), 'tingkat teratas: kunci "warna" tidak dikenal'),
        (_set("sasaran", {}), "sasaran: harus berupa daftar"),
        (_set("sasaran", 0, "x"), "sasaran[0]: harus berupa objek"),
        (_set("dokumen", "tahun", "2025"), "dokumen.tahun: harus berupa bilangan bulat"),
        (_set("dokumen", "pagu", -1), "dokumen.pagu: harus antara 0"),
        (_set("dokumen", "pagu", 1.5), "dokumen.pagu: harus berupa bilangan bulat"),
        (_set("dokumen", "tanggal", "2025-02-30"), "dokumen.tanggal: tanggal itu tidak ada"),
        (_set("dokumen", "unit_kerja", "a\x00b"), "dokumen.unit_kerja: teks memuat karakter kendali"),
        (_set("dokumen", "unit_kerja", "\ud800"), "dokumen.unit_kerja: teks memuat karakter kendali"),
        (_set("dokumen", "cetak", {"kertas": "A5"}), "dokumen.cetak.kertas: harus salah satu dari: A4"),
        (_set("dokumen", "penandatangan", [{"jabatan": "", "nama": ""}] * 3), "penandatangan: paling banyak 2"),
        (_set("dokumen", "penandatangan", 0, "nrp", "1"), 'dokumen.penandatangan[0]: kunci "nrp" tidak dikenal'),
        (_delete("anggaran", 0, "komponen"), 'anggaran[0]: kunci "komponen" tidak ada'),
        (_set(*INDIKATOR, "target", [1] * 11), "sasaran[0].indikator[0].target: harus berupa daftar 12"),
        (_set(*INDIKATOR, "target", [True] * 12), "sasaran[0].indikator[0].target: harus berupa angka"),
        (_set(*INDIKATOR, "polaritas", "naik"), "sasaran[0].indikator[0].polaritas: harus salah satu"),
        (_set(*KONTRIBUSI, "jumlah", -5), "sasaran[0].indikator[0].kontribusi[0].jumlah: harus antara 0"),
        (_set(*KONTRIBUSI, "subkomponen", "X/1/A"), "kontribusi[0].subkomponen: Sub Komponen itu tidak ada"),
        (_set(*KONTRIBUSI, "subkomponen", 7), "kontribusi[0].subkomponen: harus berupa teks"),
        (_set(*KONTRIBUSI, "id", "bukan-uuid"), "kontribusi[0].id: harus berupa uuid"),
        (_accepts(temuan="temuan-baru"), "pengecualian[0].temuan: harus salah satu dari"),
        (_accepts(simpul=ID), "pengecualian[0].simpul: bagian itu tidak ada"),
        (_accepts(id=ID, simpul=ID), "pengecualian[0].simpul: bagian itu tidak ada"),
        (_accepts(simpul=["plan"]), "pengecualian[0].simpul: bagian itu tidak ada"),
        (_accepts(bulan=0), "pengecualian[0].bulan: harus antara 1 dan 12"),
        (_accepts(data="81"), "pengecualian[0].data: harus berupa daftar"),
        (_accepts(sebab="x"), 'pengecualian[0]: kunci "sebab" tidak dikenal'),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(damage: Callable[[Any], None], sentence: str) -> None:
    tree = json.loads(SAMPLE_BYTES)
    damage(tree)
    with pytest.raises(JsonRefused) as refused:
        read_json(json.dumps(tree).encode())
    assert sentence in str(refused.value)


def test_the_same_id_twice_is_refused() -> None:
    tree = json.loads(SAMPLE_BYTES)
    tree["anggaran"][0]["id"] = tree["sasaran"][2]["id"] = ID
    with pytest.raises(JsonRefused, match=r"sasaran\[2\]\.id: id itu sudah dipakai"):
        read_json(json.dumps(tree).encode())


def test_a_repeated_key_is_refused() -> None:
    twice = SAMPLE_BYTES.replace(b'"tempat": "Jember"', b'"tempat": "Jember", "tempat": "Lumajang"')
    with pytest.raises(JsonRefused, match='dokumen: kunci "tempat" tertulis dua kali'):
        read_json(twice)


@pytest.mark.parametrize("number", [b"NaN", b"-Infinity", b"1e99999999999999999999999", b"1e400", b"9" * 100_000])
def test_a_number_beyond_all_bounds_is_refused_at_once(number: bytes) -> None:
    pagu = SAMPLE_BYTES.replace(b'"pagu": 7829237000', b'"pagu": ' + number)
    target = SAMPLE_BYTES.replace(b"null", number, 1)
    with pytest.raises(JsonRefused, match=r"dokumen\.pagu"):
        read_json(pagu)
    with pytest.raises(JsonRefused, match=r"indikator\[\d\]\.target"):
        read_json(target)


def test_broken_json_names_line_and_column() -> None:
    broken = SAMPLE_BYTES.replace(b'"tahun": 2025', b'"tahun": 2025,')
    with pytest.raises(JsonRefused, match="baris 6 kolom"):
        read_json(broken)


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "baris 1 kolom 1"),
        (b"[]", "tingkat teratas: harus berupa objek"),
        (b"null", "tingkat teratas: harus berupa objek"),
        (b'{"format": "renaksi"', "baris 1 kolom"),
        (b'{"a": "\xff"}', "bita ke-8 bukan teks UTF-8"),
        ("{}".encode("utf-16"), "bita ke-1 bukan teks UTF-8"),
        (b"[" * 1_000_000, "bertingkat terlalu dalam"),
        (b'{"a":' * 1_000_000, "bertingkat terlalu dalam"),
        (b" " * (16 * 2**20 + 1), "lebih besar dari 16 MiB"),
        (b'{"\\ud800\\n": 1}', "bukan rencana"),
    ],
)
def test_what_is_no_plan_at_all_is_refused_in_one_printable_line(data: bytes, sentence: str) -> None:
    with pytest.raises(InputRefused) as refused:
        read_json(data)
    assert sentence in str(refused.value)
    assert_one_sentence(str(refused.value))


def test_an_odd_key_is_shown_on_one_line_and_short() -> None:
    odd = SAMPLE_BYTES.replace(b'"versi": 1', b'"versi": 1, "\\ud800\\n' + b"x" * 1000 + b'": 1')
    with pytest.raises(JsonRefused) as refused:
        read_json(odd)
    assert str(refused.value).isascii()
    assert len(str(refused.value)) < 150


def test_every_key_of_the_sample_is_documented() -> None:
    page = Path(__file__).parents[2] / "docs" / "format-json.md"
    documented = set(re.findall(r'"([a-z_]+)"', page.read_text("utf-8").split("```")[1]))
    assert documented >= set(re.findall(r'"([a-z_]+)": ', SAMPLE_BYTES.decode()))


def _plan(*indikator: Indikator) -> Plan:
    return Plan(sasaran=(Sasaran(new_id(), "01", "S", indikator),)) if indikator else Plan()


def test_a_plan_that_no_file_could_hold_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("renaksi_desktop.interchange.reader.MAX_NODES", 100)
    with pytest.raises(JsonRefused, match=r"sasaran\[.*rencana lebih dari 100 bagian"):
        read_json(SAMPLE.read_bytes())
