"""The jobs of the window from the command line, as an officer's scripts use them."""

from __future__ import annotations

import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import cast

import pdfplumber
import pytest
from tests.cli.conftest import Run

from renaksi_desktop import __version__
from renaksi_desktop.cli.arguments import COMMANDS
from renaksi_desktop.domain import edits as edit
from renaksi_desktop.domain.acceptance import accept
from renaksi_desktop.domain.checks import check
from renaksi_desktop.domain.plan import Indikator, walk
from renaksi_desktop.interchange import write_json
from renaksi_desktop.reports import archive
from renaksi_desktop.resources import SAMPLE
from renaksi_desktop.spreadsheets.form.writer import write_form
from renaksi_desktop.storage.reader import read
from renaksi_desktop.storage.save import save

ENGLISH = re.compile(
    r"\b(usage|options?|positional|arguments?|show|error|the|required|invalid|choose)\b", re.IGNORECASE
)


def test_from_json_to_file_and_back(run: Run, tmp_path: Path) -> None:
    assert run("impor", SAMPLE, "j.renaksi") == (0, "", "")
    assert run("ekspor", "j.renaksi", "j.json") == (0, "", "")
    assert run("ekspor", "j.renaksi", "again.json") == (0, "", "")
    exported = (tmp_path / "j.json").read_bytes()
    assert re.sub(rb'\n *"id": "[0-9a-f-]{36}",', b"", exported) == SAMPLE.read_bytes()
    assert (tmp_path / "again.json").read_bytes() == exported
    assert write_json(read(tmp_path / "j.renaksi").plan) == exported


def test_the_form_as_a_workbook(run: Run, jember: Path, tmp_path: Path) -> None:
    assert run("ekspor", jember, "Formulir.XLSX") == (0, "", "")
    assert (tmp_path / "Formulir.XLSX").read_bytes() == write_form(read(jember).plan)


def test_the_form_as_pdf(run: Run, jember: Path, tmp_path: Path) -> None:
    assert run("ekspor", jember, "Formulir.PDF") == (0, "", "")
    assert (tmp_path / "Formulir.PDF").read_bytes().startswith(b"%PDF-")


def test_an_import_replaces_the_file_that_is_there(run: Run, jember: Path) -> None:
    before = read(jember).identity
    assert run("impor", SAMPLE, jember)[0] == 0
    assert read(jember).identity.document != before.document


def test_check_tells_each_finding_and_counts_them(run: Run, jember: Path) -> None:
    code, out, _ = run("periksa", jember)
    assert code == 1
    assert "galat: Sasaran 01 > Indikator 07, B12: Target B12 masih kosong.\n" in out
    assert re.search(r"^2 galat, 0 peringatan, \d+ informasi$", out, re.MULTILINE)


def test_check_is_content_with_a_plan_without_errors(run: Run, jember: Path) -> None:
    stored = read(jember)
    plan = stored.plan
    for node in walk(plan):
        if isinstance(node, Indikator) and node.target[11] is None:
            plan = edit.set_targets(node, {12: "Baik"}).apply(plan)
    save(plan, jember, stored.identity, replaces=stored.digest, backups=None)
    code, out, _ = run("periksa", jember)
    assert code == 0
    assert "0 galat" in out


def test_check_as_json_holds_codes_places_and_words(run: Run, jember: Path) -> None:
    code, out, _ = run("periksa", "--json", jember)
    report = json.loads(out)
    assert code == 1
    assert report["jumlah"]["galat"] == 2
    (first, _) = [entry for entry in report["temuan"] if entry["jenis"] == "galat"]
    indikator = read(jember).plan.sasaran[0].indikator[6]
    assert first == {
        "jenis": "galat",
        "kode": "b12-kosong",
        "id": indikator.id,
        "isian": "target",
        "bulan": 12,
        "data": [],
        "tempat": "Sasaran 01 > Indikator 07, B12",
        "kalimat": "Target B12 masih kosong.",
    }


def test_check_tells_what_was_accepted_and_why_and_does_not_count_it(run: Run, jember: Path) -> None:
    stored = read(jember)
    gap = next(found for found in check(stored.plan) if found.data == ("08–98",))
    plan = accept(gap, "Halaman itu hilang.").apply(stored.plan)
    before = json.loads(run("periksa", "--json", jember)[1])
    save(plan, jember, stored.identity, replaces=stored.digest, backups=None)
    _, out, _ = run("periksa", jember)
    line = "diterima: Sasaran 99: Penomoran melompat, 08–98 tidak ada. Alasan: Halaman itu hilang.\n"
    assert out.index(line) > out.rindex("\ninformasi: ")
    assert out.endswith(" informasi, 1 diterima\n")
    report = json.loads(run("periksa", "--json", jember)[1])
    assert report["jumlah"]["informasi"] == before["jumlah"]["informasi"] - 1
    assert [entry["kode"] for entry in report["temuan"] if entry.get("alasan")] == ["nomor-melompat"]


def test_a_summary_in_a_few_lines(run: Run, jember: Path) -> None:
    code, out, _ = run("info", jember)
    assert code == 0
    facts = dict(re.split(r" +: ", line, maxsplit=1) for line in out.splitlines())
    assert facts["Unit kerja"] == "BALAI POM DI JEMBER"
    assert (facts["Sasaran"], facts["Indikator"], facts["Kontribusi"]) == ("7", "16", "48")
    assert facts["Total"] == facts["Pagu"] == "7,829,237,000"
    assert facts["Id dokumen"] == read(jember).identity.document


def test_the_window_is_started_on_a_file_or_on_none(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path | None] = []

    def start(path: Path | None) -> int:
        opened.append(path)
        return 0

    app = SimpleNamespace(start=start, has_display=lambda: True)
    monkeypatch.setitem(sys.modules, "renaksi_desktop.app", cast(ModuleType, app))
    monkeypatch.setattr("renaksi_desktop.app", app, raising=False)
    assert run("buka")[0] == 0
    assert run("buka", "j.renaksi")[0] == 0
    assert opened == [None, Path("j.renaksi")]


def test_without_a_screen_the_window_says_so(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    app = SimpleNamespace(has_display=lambda: False, NO_DISPLAY="Tidak ada layar untuk membuka jendela.")
    monkeypatch.setattr("renaksi_desktop.app", app, raising=False)
    monkeypatch.setitem(sys.modules, "renaksi_desktop.app", cast(ModuleType, app))
    assert run("buka") == (2, "", "renaksi: Tidak ada layar untuk membuka jendela.\n")


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        ([], "Perintah belum disebut. Pemakaian: renaksi impor|ekspor|periksa|info|buka ..."),
        (["hapus"], "Perintah “hapus” tidak dikenal. Pemakaian: renaksi impor|"),
        (["--vers"], "Perintah “--vers” tidak dikenal."),
        (["impor"], "SUMBER belum disebut. Pemakaian: renaksi impor [--perbarui] SUMBER TUJUAN.renaksi"),
        (["impor", "a.json"], "TUJUAN.renaksi belum disebut."),
        (["ekspor", "a.renaksi", "b.pdf", "c.pdf"], "“c.pdf” tidak diperlukan."),
        (["periksa", "--xml", "a.renaksi"], "Pilihan --xml tidak dikenal. Pemakaian: renaksi periksa [--json] B"),
        (["info", "--json", "a.renaksi"], "Pilihan --json tidak dikenal. Pemakaian: renaksi info BERKAS.renaksi"),
        (["ekspor", "--pdfa", "a.renaksi", "b.json"], "Nama tujuan “b.json” harus berakhiran .pdf."),
        (["ekspor", "--ringkasan", "a.renaksi", "b.json"], "Nama tujuan “b.json” harus berakhiran .pdf."),
        (
            ["ekspor", "--ringkasan", "--pdfa", "a.renaksi", "b.pdf"],
            "Pilih salah satu: --pdfa atau --ringkasan.",
        ),
        (["buka", "a", "b"], "“b” tidak diperlukan. Pemakaian: renaksi buka [BERKAS]"),
    ],
)
def test_wrong_usage_says_what_and_the_right_one(run: Run, arguments: list[str], sentence: str) -> None:
    code, out, err = run(*arguments)
    assert (code, out) == (2, "")
    assert err.startswith(f"renaksi: {sentence}")


def test_behind_two_dashes_every_word_is_a_file(run: Run) -> None:
    code, _, err = run("info", "--", "--help")
    assert code == 3
    assert "“--help” tidak ditemukan" in err


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["impor", SAMPLE, "j.pdf"], "“j.pdf” harus berakhiran .renaksi"),
        (["ekspor", "j.renaksi", "j.docx"], "“j.docx” harus berakhiran .pdf, .xlsx, atau .json"),
        (["ekspor", "j.renaksi", "j"], "“j” harus berakhiran .pdf, .xlsx, atau .json"),
        (["ekspor", "./plan.json", "plan.json"], "Sumber dan tujuan adalah berkas yang sama"),
    ],
)
def test_a_target_that_makes_no_sense(run: Run, arguments: Sequence[str | Path], sentence: str) -> None:
    code, _, err = run(*arguments)
    assert code == 2
    assert sentence in err


@pytest.mark.parametrize("command", ["periksa", "info", "ekspor"])
def test_a_source_that_is_refused(run: Run, tmp_path: Path, jember: Path, command: str) -> None:
    (tmp_path / "folder.renaksi").mkdir()
    (tmp_path / "foreign.renaksi").write_bytes(b"%PDF-1.4")
    (tmp_path / "damaged.renaksi").write_bytes(jember.read_bytes()[:5000])
    target = ["t.pdf"] if command == "ekspor" else []
    for source in ("missing.renaksi", "folder.renaksi", "foreign.renaksi", "damaged.renaksi"):
        code, out, err = run(command, source, *target)
        assert (code, out) == (3, "")
        assert f"“{source}”" in err
    assert not (tmp_path / "t.pdf").exists()


def test_refused_json_names_the_place_and_leaves_the_target(run: Run, tmp_path: Path, jember: Path) -> None:
    before = jember.read_bytes()
    broken = SAMPLE.read_text("utf-8").replace("DR.3165.CAB.001/053/A", "DR.3165.CAB.001/099/A")
    (tmp_path / "broken.json").write_text(broken, "utf-8")
    code, _, err = run("impor", "broken.json", jember)
    assert code == 3
    assert "sasaran[6].indikator[0].kontribusi[0].subkomponen: Sub Komponen itu tidak ada" in err
    assert jember.read_bytes() == before


@pytest.mark.parametrize("target", ["missing/t{}", "folder{}"])
def test_a_target_that_cannot_be_written(run: Run, tmp_path: Path, jember: Path, target: str) -> None:
    for suffix in (".pdf", ".json", ".renaksi"):
        (tmp_path / f"folder{suffix}").mkdir()
    for suffix in (".pdf", ".json"):
        code, _, err = run("ekspor", jember, target.format(suffix))
        assert code == 4
        assert "tidak dapat ditulis" in err
    assert run("impor", SAMPLE, target.format(".renaksi"))[0] == 4


def test_a_read_only_file_is_left_as_it_was(run: Run, tmp_path: Path, jember: Path) -> None:
    target = tmp_path / "t.json"
    target.write_text("penting")
    target.chmod(0o444)
    assert run("ekspor", jember, target)[0] == 4
    assert target.read_text() == "penting"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["j.renaksi", "t.json"]


def test_a_fault_of_ours_is_one_sentence_and_the_rest_in_a_log(
    run: Run, jember: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> str:
        raise ZeroDivisionError

    monkeypatch.setattr("renaksi_desktop.cli.report.summary", fail)
    code, out, err = run("info", jember)
    assert (code, out) == (70, "")
    assert "kesalahan di dalam program ini (ZeroDivisionError)" in err
    (log,) = (tmp_path / "data").rglob("*.log")
    assert str(log) in err
    assert "raise ZeroDivisionError" in log.read_text("utf-8")


def test_an_interrupted_command_says_so(run: Run, jember: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("renaksi_desktop.cli.report.summary", interrupt)
    assert run("info", jember) == (130, "", "renaksi: Dihentikan.\n")


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"Renaksi Desktop {__version__}\n", "")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_is_indonesian(run: Run, command: str) -> None:
    code, out, _ = run(*filter(None, [command]), "--help")
    assert code == 0
    assert out.startswith(f"Pemakaian: renaksi {command}")
    assert "tampilkan bantuan ini" in out
    assert not ENGLISH.search(out)


# The rest needs a process of its own.

PROGRAM = [sys.executable, "-m", "renaksi_desktop.cli"]


def test_a_reader_that_goes_away_changes_nothing(jember: Path) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    for arguments, code in ((["periksa", str(jember)], 1), (["info", str(jember)], 0), (["--help"], 0)):
        done = subprocess.run([*PROGRAM, *arguments], stdout=writing, stderr=subprocess.PIPE, check=False)
        assert (done.returncode, done.stderr) == (code, b"")
    assert subprocess.run([*PROGRAM, "info", "missing"], stderr=writing, check=False).returncode == 3
    os.close(writing)


@pytest.mark.skipif(os.name == "nt", reason="needs a shell that can close a stream")
def test_closed_streams_are_no_fault(jember: Path) -> None:
    shell = f"{shlex.join([*PROGRAM, 'periksa', str(jember)])} >&- 2>&-"
    assert subprocess.run(["/bin/sh", "-c", shell], check=False).returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no device that is always full")
def test_output_to_a_full_disk_is_told(jember: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run([*PROGRAM, "info", jember], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 4
    assert done.stderr.decode() == "renaksi: Keluaran tidak dapat ditulis: disk penuh.\n"


def test_output_is_utf8_whatever_the_console_is(jember: Path, tmp_path: Path) -> None:
    environment = os.environ | {"PYTHONIOENCODING": "ascii"}
    odd = tmp_path / "tidak ada – é.renaksi"
    checked = subprocess.run([*PROGRAM, "periksa", jember], env=environment, capture_output=True, check=False)
    missing = subprocess.run([*PROGRAM, "info", odd], env=environment, capture_output=True, check=False)
    assert "08–98" in checked.stdout.decode("utf-8")
    assert "“tidak ada – é.renaksi”" in missing.stderr.decode("utf-8")


def test_no_command_but_the_window_imports_qt(jember: Path, tmp_path: Path) -> None:
    work = (
        ["impor", str(SAMPLE), str(tmp_path / "new.renaksi")],
        ["ekspor", str(jember), str(tmp_path / "t.pdf")],
        ["ekspor", str(jember), str(tmp_path / "t.json")],
        ["ekspor", str(jember), str(tmp_path / "t.xlsx")],
        ["ekspor", "--ringkasan", str(jember), str(tmp_path / "r.pdf")],
        ["periksa", str(jember)],
        ["info", str(jember)],
    )
    script = (
        "import sys; from renaksi_desktop.cli import run\n"
        f"codes = [run(arguments) for arguments in {work!r}]\n"
        "assert codes == [0, 0, 0, 0, 0, 1, 0], codes\n"
        "sys.exit(repr([name for name in sys.modules if 'PySide6' in name or 'shiboken' in name]))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert done.stderr == "[]\n"


def test_a_pdf_for_the_archive_becomes_the_same_plan_file_again(run: Run, jember: Path, tmp_path: Path) -> None:
    pdf, back = tmp_path / "jember.pdf", tmp_path / "kembali.renaksi"
    assert run("ekspor", "--pdfa", jember, pdf) == (0, "", "")
    assert run("info", pdf) == run("info", jember)
    assert run("impor", pdf, back) == (0, "", "")
    assert back.read_bytes() == jember.read_bytes()


def test_the_summary_as_pdf_counts_what_is_open(run: Run, jember: Path, tmp_path: Path) -> None:
    assert run("ekspor", "--ringkasan", jember, "ringkas.pdf") == (0, "", "")
    assert "0 peringatan, 13 informasi" in first_page(tmp_path / "ringkas.pdf")
    stored = read(jember)
    gap = next(found for found in check(stored.plan) if found.data == ("08–98",))
    save(
        accept(gap, "Sudah benar.").apply(stored.plan),
        jember,
        stored.identity,
        replaces=stored.digest,
        backups=None,
    )
    assert run("ekspor", "--ringkasan", jember, "lagi.pdf") == (0, "", "")
    assert "0 peringatan, 12 informasi" in first_page(tmp_path / "lagi.pdf")


def first_page(pdf: Path) -> str:
    with pdfplumber.open(pdf) as document:
        return document.pages[0].extract_text()


def test_where_no_archive_can_be_made_the_ordinary_pdf_is_written_and_the_reason_told(
    run: Run, jember: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "archived", lambda pdf, *_: archive.Archived(pdf, "Alasannya."))
    assert run("ekspor", "--pdfa", jember, "arsip.pdf") == (0, "", "renaksi: Alasannya.\n")
    run("ekspor", jember, "biasa.pdf")
    assert (tmp_path / "arsip.pdf").read_bytes() == (tmp_path / "biasa.pdf").read_bytes()


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names of files are text there")
def test_a_plan_whose_name_is_no_text_is_archived(run: Run, jember: Path, tmp_path: Path) -> None:
    odd = jember.rename(os.fsdecode(os.fsencode(tmp_path) + b"/j\xff.renaksi"))
    assert run("ekspor", "--pdfa", odd, "arsip.pdf") == (0, "", "")
    assert run("info", "arsip.pdf") == run("info", odd)


def test_an_ordinary_export_does_not_wait_for_what_makes_archives(jember: Path, tmp_path: Path) -> None:
    script = (
        "import sys; from renaksi_desktop.cli import run\n"
        f"assert run(['ekspor', {str(jember)!r}, {str(tmp_path / 't.pdf')!r}]) == 0\n"
        "sys.exit('pikepdf' in sys.modules)"
    )
    subprocess.run([sys.executable, "-c", script], check=True)


def test_a_pdf_without_a_plan_is_no_source(run: Run, jember: Path, tmp_path: Path) -> None:
    pdf = tmp_path / "jember.pdf"
    run("ekspor", jember, pdf)
    code, _, err = run("impor", pdf, tmp_path / "kembali.renaksi")
    assert (code, "tidak memuat berkas rencana" in err) == (3, True)
    assert not (tmp_path / "kembali.renaksi").exists()


def test_characters_that_cannot_be_printed_are_told_and_the_pdf_is_written(run: Run, tmp_path: Path) -> None:
    plan = json.loads(SAMPLE.read_bytes())
    plan["dokumen"]["catatan"] = "Selesai 漢 \u202e"
    source, file, pdf = tmp_path / "s.json", tmp_path / "s.renaksi", tmp_path / "s.pdf"
    source.write_text(json.dumps(plan), encoding="utf-8")
    run("impor", source, file)
    code, out, err = run("ekspor", file, pdf)
    assert (code, out) == (0, "")
    assert err == "renaksi: Huruf formulir tidak mempunyai U+202E, 漢 (U+6F22); tercetak sebagai □.\n"
    assert pdf.exists()
