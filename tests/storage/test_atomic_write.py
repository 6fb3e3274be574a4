"""Whatever goes wrong while a file is written, the officer's old file is there, or the new one is complete."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from renaksi_desktop.storage import atomic
from renaksi_desktop.storage.errors import NotWritten, NotYetDurable

OLD, NEW = b"rencana lama", b"rencana baru"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "rencana 100% 😀.pdf"
    path.write_bytes(OLD)
    return path


def failing(call: Callable[..., Any], error: OSError, *, times: int = 1_000, after: int = 0) -> Callable[..., Any]:
    """Return `call`, but raising `error` `times` times once it was called `after` times."""
    calls = 0

    def instead(*args: Any, **options: Any) -> Any:
        nonlocal calls
        calls += 1
        if after < calls <= after + times:
            raise error
        return call(*args, **options)

    return instead


def windows_error(number: int) -> OSError:
    """Return what Windows raises for a file that another program holds open."""
    error = PermissionError(errno.EACCES, "in use")
    error.winerror = number  # type: ignore[attr-defined,unused-ignore]
    return error


def names(folder: Path) -> list[str]:
    return [file.name for file in folder.iterdir()]


def test_the_new_content_takes_the_place_of_the_old(path: Path) -> None:
    atomic.write(path, NEW)
    assert path.read_bytes() == NEW
    assert names(path.parent) == [path.name]


def test_a_file_that_was_not_there_is_made(tmp_path: Path) -> None:
    atomic.write(tmp_path / "baru.pdf", NEW)
    assert (tmp_path / "baru.pdf").read_bytes() == NEW


def test_the_permissions_of_the_old_file_stay(path: Path) -> None:
    path.chmod(0o640)
    atomic.write(path, NEW)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_link_stays_a_link_and_its_target_gets_the_content(tmp_path: Path, path: Path) -> None:
    (tmp_path / "lain").mkdir()
    link = tmp_path / "lain" / "tautan.pdf"
    link.symlink_to(path)
    atomic.write(link, NEW)
    assert link.is_symlink()
    assert path.read_bytes() == NEW


def test_the_longest_name_the_disk_allows_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("r" * 251 + ".pdf")
    atomic.write(path, NEW)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize(
    ("owner", "call", "after"),
    [(Path, "open", 0), (os, "fsync", 0), (Path, "chmod", 0), (Path, "read_bytes", 0), (Path, "replace", 0)],
)
@pytest.mark.parametrize(
    ("number", "reason"),
    [
        (errno.ENOSPC, "disk penuh"),
        (errno.EIO, "perangkat penyimpanan bermasalah"),
        (errno.EACCES, "tidak ada izin"),
        (errno.ENOTCONN, os.strerror(errno.ENOTCONN)),
    ],
)
def test_a_failing_step_leaves_the_old_file_and_nothing_else(
    path: Path, monkeypatch: pytest.MonkeyPatch, owner: Any, call: str, after: int, number: int, reason: str
) -> None:
    error = OSError(number, os.strerror(number))
    monkeypatch.setattr(owner, call, failing(getattr(owner, call), error, after=after))
    with pytest.raises(NotWritten, match=reason):
        atomic.write(path, NEW)
    monkeypatch.undo()
    assert path.read_bytes() == OLD
    assert names(path.parent) == [path.name]


def test_where_even_tidying_fails_the_first_reason_is_told(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(os.fsync, OSError(errno.ENOSPC, "full")))
    monkeypatch.setattr(Path, "unlink", failing(Path.unlink, OSError(errno.EIO, "gone")))
    with pytest.raises(NotWritten, match="disk penuh"):
        atomic.write(path, NEW)
    monkeypatch.undo()
    assert path.read_bytes() == OLD
    atomic.tidy(path)
    assert names(path.parent) == [path.name]


def test_what_the_disk_does_not_give_back_as_written_is_not_kept(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "read_bytes", lambda _: NEW[:-1])
    with pytest.raises(NotWritten):
        atomic.write(path, NEW)
    monkeypatch.undo()
    assert path.read_bytes() == OLD


def test_a_disk_that_does_not_confirm_the_new_name_is_told_truly(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "fsync", failing(os.fsync, OSError(errno.EIO, "I/O error"), after=1))
    with pytest.raises(NotYetDurable, match="sudah ditulis"):
        atomic.write(path, NEW)
    assert path.read_bytes() == NEW


def test_a_file_system_that_cannot_sync_folders_is_no_error(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", failing(os.fsync, OSError(errno.EINVAL, "invalid"), after=1))
    atomic.write(path, NEW)
    assert path.read_bytes() == NEW


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_short_lock_is_waited_out(path: Path, monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    monkeypatch.setattr(Path, "replace", failing(Path.replace, windows_error(number), times=3))
    atomic.write(path, NEW)
    assert path.read_bytes() == NEW
    assert len(waits) == 3


@pytest.mark.parametrize("number", [5, 32, 33])
def test_a_long_lock_is_told_and_the_old_file_stays(
    path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    waits: list[float] = []
    monkeypatch.setattr("time.sleep", waits.append)
    monkeypatch.setattr(Path, "replace", failing(Path.replace, windows_error(number)))
    with pytest.raises(NotWritten, match="sedang dipakai oleh program lain"):
        atomic.write(path, NEW)
    assert path.read_bytes() == OLD
    assert names(path.parent) == [path.name]
    assert sum(waits) < 5


def test_a_read_only_file_is_not_overwritten(path: Path) -> None:
    path.chmod(0o444)
    with pytest.raises(NotWritten, match="hanya dapat dibaca"):
        atomic.write(path, NEW)
    assert path.read_bytes() == OLD


def test_a_folder_that_vanished_or_a_folder_in_the_way_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotWritten, match="foldernya tidak ada"):
        atomic.write(tmp_path / "tidak ada" / "rencana.pdf", NEW)
    with pytest.raises(NotWritten, match="folder, bukan berkas"):
        atomic.write(tmp_path, NEW)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes in the file system")
def test_what_is_no_plain_file_is_not_replaced(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipa")
    with pytest.raises(NotWritten, match="bukan berkas biasa"):
        atomic.write(tmp_path / "pipa", NEW)
    assert (tmp_path / "pipa").is_fifo()


def test_tidying_takes_only_what_was_left_of_this_file(path: Path) -> None:
    other = path.with_name("lain.pdf")
    with pytest.MonkeyPatch.context() as broken:
        broken.setattr(Path, "unlink", failing(Path.unlink, OSError(errno.EIO, "gone")))
        broken.setattr(Path, "replace", failing(Path.replace, OSError(errno.EIO, "gone")))
        for target in (path, other):
            with pytest.raises(NotWritten):
                atomic.write(target, NEW)
    assert len(names(path.parent)) == 3
    atomic.tidy(path)
    assert len(names(path.parent)) == 2
    atomic.tidy(other)
    assert names(path.parent) == [path.name]
