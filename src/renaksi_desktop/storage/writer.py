"""A plan to the bytes of a `.renaksi` file."""

from __future__ import annotations

from contextlib import closing

import apsw

from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.storage.checksum import checksum
from renaksi_desktop.storage.database import create
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.records import rows
from renaksi_desktop.storage.schema import FORMAT


def pack(plan: Plan, identity: Identity) -> bytes:
    """Return a complete SQLite database, as docs/format-renaksi.md describes it."""
    found = rows(plan)
    digest = checksum(FORMAT, identity, found)
    with closing(apsw.Connection(":memory:")) as connection:
        with connection:
            create(connection, found, identity, digest)
        return connection.serialize("main")
