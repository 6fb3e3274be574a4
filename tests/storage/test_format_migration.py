"""A file of an older format opens as a plan of today, and stays as it is."""

from __future__ import annotations

from contextlib import closing

import apsw
import pytest
from tests.storage.conftest import Tamper, seal

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.storage.errors import Damaged, ForeignSchema, NotOurs
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.migrations import STEPS, Step
from renaksi_desktop.storage.reader import parse
from renaksi_desktop.storage.schema import FORMAT, SCHEMA

NAME = "lama.renaksi"
OLD_RO = (
    "CREATE TABLE ro (id TEXT NOT NULL PRIMARY KEY, induk TEXT NOT NULL, urutan INTEGER NOT NULL)"
    " STRICT, WITHOUT ROWID"
)


def upgrade(connection: apsw.Connection) -> None:
    """A made-up step: before it, an RO had neither kode nor nama."""
    connection.execute("ALTER TABLE ro ADD COLUMN nama TEXT NOT NULL DEFAULT ''")
    connection.execute("ALTER TABLE ro ADD COLUMN kode TEXT NOT NULL DEFAULT 'XX.0000.XXX.000'")


BEFORE = FORMAT - 1
CHAIN = {BEFORE: Step({**SCHEMA, "ro": OLD_RO}, upgrade)}


@pytest.fixture
def old(tampered: Tamper) -> bytes:
    data = tampered(
        "CREATE TABLE lama AS SELECT id, induk, urutan FROM ro",
        "DROP TABLE ro",
        OLD_RO,
        "INSERT INTO ro SELECT * FROM lama",
        "DROP TABLE lama",
        f"PRAGMA user_version = {BEFORE}",
    )
    with closing(apsw.Connection(":memory:")) as connection:
        connection.deserialize("main", data)
        seal(connection, format_number=BEFORE)
        return connection.serialize("main")


def test_an_older_file_opens_as_a_plan_of_today(old: bytes, plan: Plan, identity: Identity) -> None:
    stored = parse(old, NAME, CHAIN)
    assert stored.identity == identity
    assert stored.plan.sasaran == plan.sasaran
    assert [(ro.kode, ro.nama) for ro in stored.plan.anggaran] == [("XX.0000.XXX.000", "")]


def test_an_older_file_is_checked_by_its_own_schema_and_checksum(old: bytes, data: bytes) -> None:
    with pytest.raises(Damaged):
        parse(old.replace(b"Persentase sampel", b"Persentase SAMPEL"), NAME, CHAIN)
    with pytest.raises(ForeignSchema):
        parse(data[:60] + BEFORE.to_bytes(4, "big") + data[64:], NAME, CHAIN)


def test_a_format_without_a_step_is_not_ours(old: bytes) -> None:
    with pytest.raises(NotOurs):
        parse(old, NAME, {})


def test_every_format_before_this_one_has_its_step() -> None:
    assert set(STEPS) == set(range(1, FORMAT))
