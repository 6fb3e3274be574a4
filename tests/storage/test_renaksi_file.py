"""An officer's plan goes into a file and comes out of it as it was, on this machine or a colleague's."""

from __future__ import annotations

import hashlib
import json
import sqlite3  # another program's copy of SQLite, to show that any can read the file
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from hypothesis import given
from tests.strategies import plans

from renaksi_desktop.domain.acceptance import accepted
from renaksi_desktop.domain.checks import check
from renaksi_desktop.domain.plan import Cantuman, Cetak, Plan
from renaksi_desktop.domain.totals import Totals
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.reader import parse, read
from renaksi_desktop.storage.schema import SCHEMA
from renaksi_desktop.storage.writer import pack

REPOSITORY = Path(__file__).parents[2]
FORMAT_1, FORMAT_2, FORMAT_3 = (REPOSITORY / "tests" / "data" / f"format-{number}.renaksi" for number in (1, 2, 3))


@given(plans())
def test_any_plan_comes_back_as_it_was(plan: Plan) -> None:
    identity = Identity.new()
    stored = parse(pack(plan, identity), "rencana.renaksi")
    assert (stored.plan, stored.identity) == (plan, identity)


def test_a_number_and_a_text_that_looks_like_it_stay_apart(path: Path, plan: Plan) -> None:
    target = read(path).plan.sasaran[0].indikator[0].target
    assert [type(value).__name__ for value in target[:3]] == ["NoneType", "Decimal", "str"]
    assert read(path).plan == plan


def test_opening_changes_no_byte_and_leaves_nothing_beside_the_file(path: Path, data: bytes) -> None:
    stored = read(path)
    assert path.read_bytes() == data
    assert [file.name for file in path.parent.iterdir()] == [path.name]
    assert stored.digest == hashlib.sha256(data).hexdigest()


def test_the_same_revision_of_a_plan_is_the_same_bytes(plan: Plan, identity: Identity) -> None:
    assert pack(plan, identity) == pack(plan, identity)


def test_a_revision_knows_the_one_it_was_made_from() -> None:
    first = Identity.new()
    second = first.next()
    assert (second.document, second.parent) == (first.document, first.revision)
    assert second.revision != first.revision


def test_another_program_can_read_and_verify_the_file(path: Path) -> None:
    """Follows docs/format-renaksi.md without any code of ours."""
    with closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as other:
        assert other.execute("PRAGMA application_id").fetchone() == (0x524E4B53,)
        (number,) = other.execute("PRAGMA user_version").fetchone()
        *ids, expected = other.execute("SELECT * FROM meta").fetchone()
        names = "dokumen cetak penandatangan ro komponen subkomponen sasaran indikator kontribusi pengecualian"
        tables = [[name, other.execute(f"SELECT * FROM {name} ORDER BY id").fetchall()] for name in names.split()]
    content = json.dumps([number, *ids, *tables], ensure_ascii=False, separators=(",", ":"))
    assert hashlib.sha256(content.encode()).hexdigest() == expected


def test_the_first_format_still_opens_and_prints_as_it_did() -> None:
    stored = read(FORMAT_1)
    assert len(stored.plan.sasaran) == 7
    assert sum(len(sasaran.indikator) for sasaran in stored.plan.sasaran) == 16
    assert stored.identity.document == "6f1f4a5e-4a0e-4a3b-9a52-0c1d7a3b2e10"
    assert stored.plan.cetak == Cetak(cantuman=(Cantuman.LANJUTAN, Cantuman.HALAMAN))


def test_the_second_format_still_opens_with_its_page_set_up() -> None:
    stored = read(FORMAT_2)
    assert Totals(stored.plan).total == 7_829_237_000
    assert stored.plan.cetak == Cetak()
    assert stored.plan.pengecualian == ()


def test_the_third_format_keeps_what_was_accepted_and_why() -> None:
    plan = read(FORMAT_3).plan
    assert Totals(plan).total == 7_829_237_000
    (exception,) = plan.pengecualian
    assert (exception.temuan, exception.data) == ("nomor-melompat", ("08–98",))
    assert exception.simpul == plan.sasaran[-1].id
    assert exception.alasan == "Halaman ini tidak ada dalam salinan yang diterima."
    assert list(accepted(check(plan), plan).values()) == [exception]


@pytest.mark.crash
def test_opening_a_file_needs_no_heavy_library(path: Path) -> None:
    program = """
import sys
from pathlib import Path
from renaksi_desktop.storage.reader import read
read(Path(sys.argv[1]))
print([name for name in ("PySide6", "reportlab", "openpyxl", "platformdirs") if name in sys.modules])
"""
    run = subprocess.run([sys.executable, "-c", program, path], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"


def test_the_document_of_the_format_names_every_table_as_it_is() -> None:
    document = " ".join((REPOSITORY / "docs" / "format-renaksi.md").read_text(encoding="utf-8").split())
    for sql in SCHEMA.values():
        assert f"{sql};" in document
