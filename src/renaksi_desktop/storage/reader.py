"""A `.renaksi` file, or the one inside a PDF of the form, to a plan.

Opening reads the file once, trusts nothing in it and writes nowhere.
"""

from __future__ import annotations

import hashlib
import stat
from pathlib import Path
from typing import Any, Final, NamedTuple

import apsw

from renaksi_desktop.domain.fields import MAX_NODES, Uuid
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.storage import embedded, quarantine
from renaksi_desktop.storage.checksum import checksum
from renaksi_desktop.storage.database import fetch, fetch_as_declared, select
from renaksi_desktop.storage.errors import (
    Damaged,
    FileMissing,
    FileTooLarge,
    FileUnreadable,
    InvalidContent,
    NotOurs,
    TooManyRows,
)
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.migrations import STEPS, Chain, migrate, schema_of
from renaksi_desktop.storage.reasons import reason_of
from renaksi_desktop.storage.records import plan_of
from renaksi_desktop.storage.schema import FORMAT, Rows, Schema

MAX_BYTES: Final = 32 * 2**20
"""Three times a plan of `MAX_ROWS`; what reading any such file can cost stays below 300 MiB of memory."""

MAX_ROWS: Final = MAX_NODES + 3
"""One row for each node, and one each for dokumen, cetak and meta."""

_UUID: Final = Uuid()


class Stored(NamedTuple):
    """What a file holds. `digest` is the SHA-256 of all its bytes, in hexadecimal.

    `in_pdf`: it was found inside a PDF, to which no plan can be saved.
    """

    plan: Plan
    identity: Identity
    digest: str
    in_pdf: bool = False


def read(path: Path) -> Stored:
    """Read a `.renaksi` file, or the one inside a PDF.

    Raises:
        InputRefused: one of the classes in `storage.errors`.
    """
    data = content(path)
    if embedded.is_pdf(data):
        return parse(embedded.plan_inside(data, path.name, MAX_BYTES), path.name)._replace(in_pdf=True)
    return parse(data, path.name)


def parse(data: bytes, name: str, steps: Chain = STEPS) -> Stored:
    """Read the bytes of a `.renaksi` file of this or an older format; `name` tells the user which file it is."""
    format_number = quarantine.format_of(data, name)
    schema = schema_of(format_number, steps)
    if schema is None:
        raise NotOurs(name)
    with quarantine.admitted(data, schema, name) as connection:
        identity, found = _verified(connection, schema, format_number, name)
        if format_number < FORMAT:
            migrate(connection, format_number, steps)
            found = fetch(connection)
    try:
        _check_identity(identity)
        plan = plan_of(found)
    except ValueError as reason:
        raise InvalidContent(name, str(reason)) from None
    return Stored(plan, identity, hashlib.sha256(data).hexdigest())


def content(path: Path) -> bytes:
    """Return the bytes of a plain file that is not too large for a plan."""
    try:
        # A pipe or a device is not opened at all: that alone could wait for ever.
        if not stat.S_ISREG(path.stat().st_mode):
            raise FileUnreadable(path.name, "bukan berkas biasa")
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise FileMissing(path.name) from None
    except OSError as error:
        raise FileUnreadable(path.name, reason_of(error)) from error
    if len(data) > MAX_BYTES:
        raise FileTooLarge(path.name, MAX_BYTES)
    return data


def _verified(connection: apsw.Connection, schema: Schema, format_number: int, name: str) -> tuple[Identity, Rows]:
    """Return the identity and the rows in a database of any format, which agree with the checksum beside them."""
    if sum(connection.execute(f"SELECT count(*) FROM {table}").get for table in schema) > MAX_ROWS:
        raise TooManyRows(name, MAX_ROWS)
    meta: list[Any] = select(connection, "SELECT document, revision, parent, checksum FROM meta")
    if len(meta) != 1:
        raise Damaged(name)
    *ids, expected = meta[0]
    identity, found = Identity(*ids), fetch_as_declared(connection, schema)
    if checksum(format_number, identity, found) != expected:
        raise Damaged(name)
    return identity, found


def _check_identity(identity: Identity) -> None:
    for value in (identity.document, identity.revision, identity.parent):
        if value is not None:
            _UUID.read(value)
