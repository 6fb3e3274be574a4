"""Save a plan to its `.renaksi` file: verified, whole or not at all, never over what someone else wrote."""

from __future__ import annotations

import hashlib
from pathlib import Path

from renaksi_desktop.domain.errors import InputRefused, WriteFailed
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.storage import atomic, backup
from renaksi_desktop.storage.errors import ChangedElsewhere, FileMissing, NotVerified
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.reader import Stored, content, parse
from renaksi_desktop.storage.writer import pack


def save(plan: Plan, path: Path, identity: Identity, *, replaces: str | None, backups: Path | None) -> Stored:
    """Write `plan` as the revision `identity`, and return what the file now holds.

    `replaces` is the digest that the file there must have now, None if there must be none. What it held is kept
    in the folder `backups` (None: not kept) before it is replaced. Nothing has happened unless this returns, but
    for a backup that may have been added.

    Raises:
        ChangedElsewhere: the file there is not the one that `replaces` names.
        WriteFailed: a step failed; the file there is as it was, unless it is NotYetDurable.
    """
    data, stored = _verified(plan, path.name, identity)
    previous = _previous(path)
    if _digest(previous) != replaces:
        raise ChangedElsewhere(path.name)
    if backups is not None and previous is not None:
        backup.keep(backups, identity.document, previous)
    atomic.write(path, data)
    if backups is not None:
        backup.prune(backups, identity.document)
    return stored


def digest_of(path: Path) -> str | None:
    """Return the SHA-256 of a file's bytes in hexadecimal, None where there is no file.

    Raises:
        WriteFailed: it cannot be read, or is too large to be a plan; a save should not replace it.
    """
    return _digest(_previous(path))


def _verified(plan: Plan, name: str, identity: Identity) -> tuple[bytes, Stored]:
    """Return the bytes to write. They read back as `plan`, and the writer sees to it that the file holds them."""
    data = pack(plan, identity)
    try:
        stored = parse(data, name)
    except InputRefused as error:
        raise NotVerified(name) from error
    if stored.plan != plan or stored.identity != identity:
        raise NotVerified(name)
    return data, stored


def _previous(path: Path) -> bytes | None:
    try:
        return content(path)
    except FileMissing:
        return None
    except InputRefused as error:
        raise WriteFailed(str(error)) from error


def _digest(data: bytes | None) -> str | None:
    return None if data is None else hashlib.sha256(data).hexdigest()
