"""What the stories about files share: a small plan, its file, and a way to tamper with it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from decimal import Decimal
from pathlib import Path
from typing import TypeAlias

import apsw
import pytest

from renaksi_desktop.domain.plan import (
    RO,
    Dokumen,
    Indikator,
    Komponen,
    Kontribusi,
    Penandatangan,
    Plan,
    Sasaran,
    SubKomponen,
    new_id,
)
from renaksi_desktop.storage.checksum import checksum
from renaksi_desktop.storage.database import fetch_as_declared
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.schema import FORMAT, SCHEMA
from renaksi_desktop.storage.writer import pack

Tamper: TypeAlias = Callable[..., bytes]


@pytest.fixture
def plan() -> Plan:
    line = SubKomponen(new_id(), "A", "Pengadaan", 61_559_000)
    share = Kontribusi(new_id(), line.id, 61_559_000)
    target = (None, Decimal("81.25"), "81.25", *[Decimal(n) for n in range(9)])
    indikator = Indikator(new_id(), "01", "Persentase sampel", target, kontribusi=(share,))
    return Plan(
        dokumen=Dokumen(unit_kerja="BALAI POM DI JEMBER", pagu=7_829_237_000, catatan="Satu\ndua"),
        penandatangan=(Penandatangan(new_id(), "Kepala Balai", "BENNY HENDRAWAN PRABOWO"),),
        anggaran=(RO(new_id(), "DR.3165.QIA.002", "Sampel", (Komponen(new_id(), "055", "Uji", (line,)),)),),
        sasaran=(Sasaran(new_id(), "01", "Terwujudnya", (indikator,)), Sasaran(new_id(), "04", "Meningkatnya")),
    )


@pytest.fixture
def identity() -> Identity:
    return Identity.new().next()


@pytest.fixture
def data(plan: Plan, identity: Identity) -> bytes:
    """The bytes of the plan's file."""
    return pack(plan, identity)


@pytest.fixture
def path(tmp_path: Path, data: bytes) -> Path:
    """The plan's file."""
    path = tmp_path / "rencana.renaksi"
    path.write_bytes(data)
    return path


@pytest.fixture
def tampered(data: bytes) -> Tamper:
    """Return a function that runs SQL on the plan's file, and by default makes its checksum fit again."""

    def tamper(*sql: str, sealed: bool = True) -> bytes:
        with closing(apsw.Connection(":memory:")) as connection:
            connection.deserialize("main", data)
            connection.pragma("writable_schema", True)
            for statement in sql:
                connection.execute(statement)
            if sealed:
                seal(connection)
            return connection.serialize("main")

    return tamper


def seal(connection: apsw.Connection, format_number: int = FORMAT) -> None:
    """Make the checksum fit the content, as someone would who knows how it is computed."""
    identity = Identity(*connection.execute("SELECT document, revision, parent FROM meta").get)
    content = checksum(format_number, identity, fetch_as_declared(connection, SCHEMA))
    connection.execute("UPDATE meta SET checksum = ?", (content,))
