"""What the system's error numbers mean to the user, as the end of a sentence."""

from __future__ import annotations

import errno
from typing import Final

_LOCKS: Final = {
    5: "tidak ada izin, atau sedang dipakai oleh program lain",
    32: "sedang dipakai oleh program lain",
    33: "sedang dipakai oleh program lain",
}
"""Windows' own numbers: access denied (which antivirus programs cause), sharing violation, lock violation."""

_REASONS: Final = {
    errno.ENOSPC: "disk penuh",
    errno.EDQUOT: "jatah disk Anda habis",
    errno.EACCES: "tidak ada izin",
    errno.EPERM: "tidak ada izin",
    errno.EROFS: "disk hanya dapat dibaca",
    errno.ENOENT: "foldernya tidak ada",
    errno.ENOTDIR: "foldernya tidak ada",
    errno.EISDIR: "itu folder, bukan berkas",
    errno.ENAMETOOLONG: "namanya terlalu panjang",
    errno.EIO: "perangkat penyimpanan bermasalah",
    errno.ENODEV: "perangkat penyimpanan dicabut",
    errno.EFBIG: "ukurannya melebihi batas disk",
}


def reason_of(error: OSError) -> str:
    """Return why the system refused, in Indonesian; an error without a sentence of ours keeps the system's own."""
    return _LOCKS.get(_windows_number(error)) or _REASONS.get(error.errno or 0) or error.strerror or str(error)


def is_lock(error: OSError) -> bool:
    """Say whether Windows refused because another program has the file open, which often ends by itself."""
    return _windows_number(error) in _LOCKS


def _windows_number(error: OSError) -> int:
    return getattr(error, "winerror", None) or 0
