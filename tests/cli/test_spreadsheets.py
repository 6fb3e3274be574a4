"""Plans in and out as spreadsheets, by an officer's scripts."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
from tests.cli.conftest import Run

from renaksi_desktop.domain import edits as edit
from renaksi_desktop.interchange import write_json
from renaksi_desktop.storage.places import Places
from renaksi_desktop.storage.reader import read

pytest.importorskip("renaksi_desktop.spreadsheets.reading")


@pytest.fixture
def sheet(run: Run, jember: Path, tmp_path: Path) -> Path:
    """The kertas kerja of the sample."""
    path = tmp_path / "kertas.xlsx"
    assert run("ekspor", "--kertas-kerja", jember, path) == (0, "", "")
    return path


def change(sheet: Path, **cells: str | int) -> None:
    """Type into cells, named as `Sasaran_B2`."""
    book = openpyxl.load_workbook(BytesIO(sheet.read_bytes()))
    for name, value in cells.items():
        page, _, at = name.partition("_")
        book[page][at] = value
    book.save(sheet)


def test_out_and_in_again_changes_nothing(run: Run, jember: Path, sheet: Path, tmp_path: Path) -> None:
    assert run("impor", sheet, "baru.renaksi") == (0, "", "")
    fresh, before = read(tmp_path / "baru.renaksi"), read(jember)
    assert fresh.plan == before.plan
    assert fresh.identity.document != before.identity.document
    data = jember.read_bytes()
    assert run("impor", "--perbarui", sheet, jember) == (0, "Tidak ada perubahan.\n", "")
    assert jember.read_bytes() == data


def test_an_update_is_the_next_revision_and_is_told(run: Run, jember: Path, sheet: Path) -> None:
    before = read(jember)
    change(sheet, Sasaran_B2="Mutu", Kontribusi_E2="61.000.000")
    assert run("impor", "--perbarui", sheet, jember) == (
        0,
        "diubah: Sasaran 01, uraian: Meningkatnya efektivitas pengawasan Sediaan Farmasi dan Pangan Olahan di"
        " wilayah kerja UPT menjadi Mutu\n"
        "diubah: Sasaran 01 > Indikator 01 > Kontribusi DR.3165.QIA.002/055/A, Kontribusi: 61,559,000 menjadi"
        " 61,000,000\n"
        "0 ditambah, 0 dihapus, 2 diubah\n",
        "",
    )
    after = read(jember)
    assert after.identity.document == before.identity.document
    assert after.identity.parent == before.identity.revision
    assert after.plan.sasaran[0].uraian == "Mutu"
    (kept,) = (Places().backups / before.identity.document).iterdir()
    assert read(kept).plan == before.plan


def test_what_is_not_understood_is_listed_and_the_rest_is_taken(run: Run, jember: Path, sheet: Path) -> None:
    before = read(jember).plan
    change(sheet, Indikator_G2="banyak", Indikator_H2=80)
    code, out, err = run("impor", "--perbarui", sheet, jember)
    assert (code, err) == (1, "")
    assert out.splitlines() == [
        "diubah: Sasaran 01 > Indikator 01, B02: 81.25 menjadi 80",
        "0 ditambah, 0 dihapus, 1 diubah",
        "tidak terbaca: Indikator!G2: “banyak” bukan angka.",
    ]
    assert read(jember).plan.sasaran[0].indikator[0].target[0] == before.sasaran[0].indikator[0].target[0]
    assert run("impor", sheet, "baru.renaksi") == (1, "tidak terbaca: Indikator!G2: “banyak” bukan angka.\n", "")


def test_an_update_may_come_from_any_kind_of_file(run: Run, jember: Path, tmp_path: Path) -> None:
    plan = read(jember).plan
    changed = edit.change(plan.dokumen, tempat="Kediri").apply(plan)
    (tmp_path / "plan.json").write_bytes(write_json(changed))
    _, out, _ = run("impor", "--perbarui", "plan.json", jember)
    assert out == "diubah: Dokumen, tempat: Jember menjadi Kediri\n0 ditambah, 0 dihapus, 1 diubah\n"


def test_a_workbook_without_a_plan_is_refused(run: Run, jember: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active["A1"] = "Daftar hadir"  # type: ignore[index]
    book.save(tmp_path / "hadir.xlsx")
    data = jember.read_bytes()
    for arguments in (("hadir.xlsx", "baru.renaksi"), ("--perbarui", "hadir.xlsx", jember)):
        code, out, err = run("impor", *arguments)
        assert (code, out) == (3, "")
        assert "tidak dikenali sebagai rencana" in err
    assert jember.read_bytes() == data
    assert not (tmp_path / "baru.renaksi").exists()


def test_an_update_needs_a_plan_that_is_there(run: Run, sheet: Path, tmp_path: Path) -> None:
    code, _, err = run("impor", "--perbarui", sheet, "tidak-ada.renaksi")
    assert code == 3
    assert "“tidak-ada.renaksi” tidak ditemukan" in err
    assert not (tmp_path / "tidak-ada.renaksi").exists()


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--kertas-kerja", "j.renaksi", "t.pdf"], "“t.pdf” harus berakhiran .xlsx"),
        (
            ["--kertas-kerja", "--ringkasan", "j.renaksi", "t.xlsx"],
            "Pilih salah satu: --ringkasan atau --k",
        ),
    ],
)
def test_a_kertas_kerja_is_a_workbook_and_nothing_else(run: Run, arguments: list[str], sentence: str) -> None:
    code, _, err = run("ekspor", *arguments)
    assert code == 2
    assert re.search(re.escape(sentence), err)


def test_a_text_of_several_lines_is_one_line_of_the_report(run: Run, jember: Path, sheet: Path) -> None:
    change(sheet, Dokumen_C8="satu\ndua")
    _, out, _ = run("impor", "--perbarui", sheet, jember)
    first, _ = out.splitlines()
    assert first.endswith(" menjadi satu dua")
    assert read(jember).plan.dokumen.catatan == "satu\ndua"
