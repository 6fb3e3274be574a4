"""Reference codes of the budget that ship with the program."""

from __future__ import annotations

from functools import cache

from renaksi_desktop import resources


@cache
def known_kro() -> frozenset[str]:
    """Return every KRO of the reference list ("QIA"), the ordinary ones and their twins of national priority."""
    _, *rows = resources.KRO.read_text("utf-8").splitlines()
    return frozenset(kro for row in rows for kro in row.split("\t")[:2] if kro)
