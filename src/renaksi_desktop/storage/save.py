"""Save a plan to its `.renaksi` file: verified, whole or not at all, never over what someone else wrote."""

from __future__ import annotations

import hashlib
from pathlib import Path

from renaksi_desktop.domain.errors import InputRefused, WriteFailed
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.storage import atomic, backup
from renaksi_desktop.storage.errors import ChangedElsewhere, FileMissing, NotVerified, NotYetDurable
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.reader import Stored, content, parse
from renaksi_desktop.storage.writer import pack


class SavedNotYetDurable(NotYetDurable):
    """As NotYetDurable, of a plan's own file and not of a backup: `stored` is what the file now holds."""

    def __init__(self, name: str, reason: str, stored: Stored) -> None:
        super().__init__(name, reason)
        self.stored = stored


def save(plan: Plan, path: Path, identity: Identity, *, replaces: str | None, backups: Path | None) -> Stored:
    """Write `plan` as the revision `identity`, and return what the file now holds.

    `replaces` is the digest that the file there must have now, None if there must be none. What it held is kept
    in the folder `backups` (None: not kept) before it is replaced.

    Raises:
        ChangedElsewhere: the file there is not the one that `replaces` names.
        SavedNotYetDurable: the file is replaced, but the disk may lose that if the power fails now.
        WriteFailed: a step before that failed; the file there is as it was, a backup may have been added.
    """
    data, stored = _verified(plan, path.name, identity)
    previous = _previous(path)
    if _digest(previous) != replaces:
        raise ChangedElsewhere(path.name)
    if backups is not None and previous is not None:
        backup.keep(backups, identity.document, previous)
    try:
        atomic.write(path, data)
    except NotYetDurable as error:
        raise SavedNotYetDurable(path.name, error.reason, stored) from error
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
