"""The text extract of a printed form, row by row in a sheet: every row comes in, and what pages lack is told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.spreadsheets.form_sheets import of_transcript

from renaksi_desktop.domain.plan import Plan, SubKomponen
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.interchange import read_json
from renaksi_desktop.resources import SAMPLE
from renaksi_desktop.spreadsheets.form.reader import is_form, read_form
from renaksi_desktop.spreadsheets.taken import Taken

EXTRACT = Path(__file__).parents[1] / "data" / "rencana-aksi-jember-2025.md"
PLACEHOLDER = "DR.3165.ZZZ.000"
"""In the sample, the budget of the pages that are missing."""
MISREAD = ("wasmalitik", "wasmatlitrik")
"""The one word that is not the same wherever the print has it."""


@pytest.fixture(scope="module")
def taken() -> Taken:
    sheet = of_transcript(EXTRACT.read_text("utf-8"))
    assert is_form([sheet])
    return read_form([sheet])


@pytest.fixture(scope="module")
def sample() -> Plan:
    return read_json(SAMPLE.read_bytes())


def kontribusi(plan: Plan) -> Iterator[tuple[str, str, SubKomponen, int]]:
    """Yield each Kontribusi: its Sasaran, its path, its line of the budget without an id, and the rupiah."""
    lines = Totals(plan).lines
    for sasaran in plan.sasaran:
        for indikator in sasaran.indikator:
            for row in indikator.kontribusi:
                line = lines[row.subkomponen]
                part = SubKomponen("", line.subkomponen.kode, line.subkomponen.nama, line.subkomponen.anggaran)
                yield sasaran.kode, line.kode, part, row.jumlah


def test_every_kontribusi_comes_in_where_it_belongs(taken: Taken, sample: Plan) -> None:
    orphans = [row[1:] for row in kontribusi(sample) if row[0] == "99" and PLACEHOLDER not in row[1]]
    expected = [row for row in kontribusi(sample) if row[0] != "99" and PLACEHOLDER not in row[1]]
    read = [*kontribusi(taken.plan)]
    assert read[:-2] == expected
    assert [row[1:] for row in read[-2:]] == orphans
    assert len(read) == EXTRACT.read_text("utf-8").count("DR.3165.")


def test_every_sasaran_and_indikator_comes_in_with_its_targets(taken: Taken, sample: Plan) -> None:
    known = [
        (sasaran.kode, sasaran.uraian, node.kode, node.uraian, node.target)
        for sasaran in sample.sasaran
        for node in sasaran.indikator
        if "tidak tersedia" not in node.uraian
    ]
    read = [
        (sasaran.kode, sasaran.uraian, node.kode, node.uraian, node.target)
        for sasaran in taken.plan.sasaran
        for node in sasaran.indikator
        if node.kode
    ]
    assert read == known


def test_the_budget_is_put_together_from_the_rows(taken: Taken, sample: Plan) -> None:
    def named(plan: Plan) -> set[tuple[str, ...]]:
        return {
            (line.kode, line.ro.nama, line.komponen.nama.replace(*MISREAD), line.subkomponen.nama)
            for line in Totals(plan).lines.values()
            if PLACEHOLDER not in line.kode
        }

    assert named(taken.plan) == named(sample)


def test_what_stands_around_the_table_comes_in(taken: Taken, sample: Plan) -> None:
    assert taken.plan.dokumen.pagu is None
    for name in ("judul", "tahun", "unit_kerja", "instansi", "catatan", "tempat", "tanggal"):
        assert getattr(taken.plan.dokumen, name) == getattr(sample.dokumen, name)
    (read,), (signs,) = taken.plan.penandatangan, sample.penandatangan
    assert (read.jabatan, read.nama) == (signs.jabatan, signs.nama)


def test_what_the_missing_pages_held_is_told(taken: Taken) -> None:
    assert [(problem.at, problem.reason) for problem in taken.problems] == [
        ("C30", "Awal uraian Indikator ini tidak ada; dibuatkan Indikator tanpa kode."),
        ("D98", "Baris Indikator untuk Kontribusi ini tidak ada; dibuatkan Indikator tanpa uraian."),
        ("O26", "Anggaran Indikator tertulis 27,672,500, sedangkan Kontribusinya berjumlah 0."),
        (
            "D78",
            "DR.3165.QCD.U11/056 sudah bernama “Pengawasan, Pengamatan, Penelitian dan Pemeriksaan (wasmalitik)”"
            " pada baris sebelumnya; nama “Pengawasan, Pengamatan, Penelitian dan Pemeriksaan (wasmatlitrik)”"
            " di sini tidak dipakai.",
        ),
        ("P88", "Anggaran Indikator tertulis 38,468,000, sedangkan Kontribusinya berjumlah 21,688,000."),
        (
            "L100",
            "Total tertulis 7,829,237,000, sedangkan Kontribusi yang terbaca berjumlah 1,912,215,000,"
            " selisih 5,917,022,000.",
        ),
    ]
