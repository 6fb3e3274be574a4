"""Saving: verified, never over someone else's work, and the version before is kept."""

from __future__ import annotations

import errno
import os
from dataclasses import replace
from pathlib import Path

import pytest

from renaksi_desktop.domain.errors import WriteFailed
from renaksi_desktop.domain.plan import Plan
from renaksi_desktop.storage import atomic, backup
from renaksi_desktop.storage.errors import ChangedElsewhere, NotVerified, NotWritten
from renaksi_desktop.storage.identity import Identity
from renaksi_desktop.storage.places import Places
from renaksi_desktop.storage.reader import read
from renaksi_desktop.storage.save import SavedNotYetDurable, digest_of, save


@pytest.fixture
def backups(tmp_path: Path) -> Path:
    return Places(tmp_path / "data").backups


@pytest.fixture
def changed(plan: Plan) -> Plan:
    return replace(plan, dokumen=replace(plan.dokumen, judul="RENCANA AKSI PERUBAHAN"))


def test_what_is_saved_is_what_is_read(path: Path, changed: Plan, identity: Identity, backups: Path) -> None:
    stored = save(changed, path, identity.next(), replaces=digest_of(path), backups=backups)
    assert read(path) == stored
    assert stored.plan == changed
    assert stored.identity.parent == identity.revision
    assert stored.digest == digest_of(path)


def test_a_new_file_is_made_only_where_there_is_none(
    tmp_path: Path, plan: Plan, identity: Identity, backups: Path
) -> None:
    path = tmp_path / "baru.renaksi"
    assert digest_of(path) is None
    save(plan, path, identity, replaces=None, backups=backups)
    with pytest.raises(ChangedElsewhere):
        save(plan, path, identity.next(), replaces=None, backups=backups)
    assert backup.versions(backups, identity.document) == []


def test_a_file_changed_by_someone_else_is_not_overwritten(
    path: Path, data: bytes, plan: Plan, identity: Identity
) -> None:
    opened = read(path)
    times = path.stat()
    path.write_bytes(theirs := data.replace(b"Pengadaan", b"Penyuluha"))
    os.utime(path, ns=(times.st_atime_ns, times.st_mtime_ns))
    with pytest.raises(ChangedElsewhere, match="sudah berubah di luar program ini"):
        save(plan, path, identity.next(), replaces=opened.digest, backups=None)
    assert path.read_bytes() == theirs


def test_a_file_deleted_by_someone_else_is_not_made_again(path: Path, plan: Plan, identity: Identity) -> None:
    opened = read(path)
    path.unlink()
    with pytest.raises(ChangedElsewhere):
        save(plan, path, identity.next(), replaces=opened.digest, backups=None)
    assert not path.exists()


def test_the_replaced_version_is_kept(
    path: Path, data: bytes, changed: Plan, identity: Identity, backups: Path
) -> None:
    save(changed, path, identity.next(), replaces=digest_of(path), backups=backups)
    (version,) = backup.versions(backups, identity.document)
    assert version.read_bytes() == data


def test_the_last_twenty_versions_are_kept_in_order(
    path: Path, plan: Plan, identity: Identity, backups: Path
) -> None:
    for revisi in range(25):
        identity = identity.next()
        revised = replace(plan, dokumen=replace(plan.dokumen, revisi=revisi))
        save(revised, path, identity, replaces=digest_of(path), backups=backups)
    kept = [read(version).plan.dokumen.revisi for version in backup.versions(backups, identity.document)]
    assert kept == list(range(4, 24))


def test_a_version_that_cannot_be_removed_goes_after_the_next_save(
    path: Path, plan: Plan, changed: Plan, identity: Identity, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stuck, *rest = [backup.keep(backups, identity.document, b"versi %d" % n) for n in range(backup.KEPT + 1)]
    real_unlink = Path.unlink

    def unlink(file: Path, missing_ok: bool = False) -> None:
        if file == stuck:
            raise PermissionError(errno.EACCES, "in use")
        real_unlink(file, missing_ok)

    with monkeypatch.context() as held:
        held.setattr(Path, "unlink", unlink)
        stored = save(changed, path, identity.next(), replaces=digest_of(path), backups=backups)
    assert read(path) == stored
    assert stuck.exists()
    assert not rest[0].exists()
    save(plan, path, stored.identity.next(), replaces=stored.digest, backups=backups)
    assert not stuck.exists()
    assert len(backup.versions(backups, identity.document)) == backup.KEPT


def test_versions_that_cannot_be_listed_do_not_fail_a_save(
    tmp_path: Path, plan: Plan, identity: Identity, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unlisted(*_: object) -> list[Path]:
        raise OSError(errno.EIO, "I/O error")

    monkeypatch.setattr(backup, "versions", unlisted)
    path = tmp_path / "baru.renaksi"
    assert save(plan, path, identity, replaces=None, backups=backups) == read(path)


def test_a_failed_save_leaves_the_file_and_every_version(
    path: Path, data: bytes, changed: Plan, identity: Identity, backups: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(backup.KEPT):
        backup.keep(backups, identity.document, b"versi %d" % number)
    before = set(backup.versions(backups, identity.document))
    real_write = atomic.write

    def full(target: Path, content: bytes) -> None:
        if target == path:
            raise NotWritten(target.name, "disk penuh")
        real_write(target, content)

    monkeypatch.setattr(atomic, "write", full)
    for _ in range(2):
        with pytest.raises(NotWritten):
            save(changed, path, identity.next(), replaces=digest_of(path), backups=backups)
    assert path.read_bytes() == data
    assert before < set(backup.versions(backups, identity.document))
    assert len(backup.versions(backups, identity.document)) == backup.KEPT + 1


def test_without_a_backup_the_file_is_not_replaced(
    path: Path, data: bytes, changed: Plan, identity: Identity, tmp_path: Path
) -> None:
    (tmp_path / "berkas").write_bytes(b"")
    with pytest.raises(WriteFailed):
        save(changed, path, identity.next(), replaces=digest_of(path), backups=tmp_path / "berkas")
    assert path.read_bytes() == data


@pytest.mark.parametrize("step", range(4))
def test_each_sync_that_fails_leaves_the_old_file_or_the_new_one(
    path: Path,
    data: bytes,
    changed: Plan,
    identity: Identity,
    backups: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: int,
) -> None:
    """The syncs of a save are: backup, its folder, the file, its folder."""
    calls, real_sync = iter(range(100)), os.fsync

    def sync(descriptor: int) -> None:
        if next(calls) == step:
            raise OSError(errno.EIO, "I/O error")
        real_sync(descriptor)

    monkeypatch.setattr(os, "fsync", sync)
    with pytest.raises(WriteFailed) as told:
        save(changed, path, identity.next(), replaces=digest_of(path), backups=backups)
    if step < 3:
        assert path.read_bytes() == data
        assert not isinstance(told.value, SavedNotYetDurable)
    else:
        assert isinstance(told.value, SavedNotYetDurable)
        assert told.value.stored == read(path)
        assert told.value.stored.plan == changed


def test_a_plan_that_would_not_open_again_is_not_saved(
    path: Path, data: bytes, plan: Plan, identity: Identity
) -> None:
    impossible = replace(plan, dokumen=replace(plan.dokumen, judul="dua\nbaris"))
    with pytest.raises(NotVerified, match="batal ditulis"):
        save(impossible, path, identity.next(), replaces=digest_of(path), backups=None)
    assert path.read_bytes() == data


def test_what_cannot_be_a_plan_is_not_replaced(tmp_path: Path, plan: Plan, identity: Identity) -> None:
    huge = tmp_path / "video.renaksi"
    with huge.open("wb") as file:
        file.truncate(100 * 2**20)
    with pytest.raises(WriteFailed, match="terlalu besar"):
        digest_of(huge)
    with pytest.raises(WriteFailed, match="terlalu besar"):
        save(plan, huge, identity, replaces=None, backups=None)
