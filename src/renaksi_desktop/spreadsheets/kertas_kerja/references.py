"""Which node of another sheet a row names: what it shows counts, and its id where that leaves it open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import Final, NamedTuple

from renaksi_desktop.domain import kode
from renaksi_desktop.domain.fields import NAMES
from renaksi_desktop.domain.plan import Id, Node
from renaksi_desktop.spreadsheets.kertas_kerja.columns import PATHS, Chain
from renaksi_desktop.spreadsheets.sheet import Value


class Named(NamedTuple):
    """The id that was named, "" for none, and what is to be told about it."""

    id: Id
    reason: str = ""


class References:
    """The nodes of one type that rows can name, by their path of kode."""

    def __init__(self, kind: type[Node], chains: Iterable[Chain], before: Iterable[Chain] = ()) -> None:
        """`before` are the chains of the plan as it was."""
        self._kind: Final = kind
        self._jalur: Final = PATHS[kind]
        self._paths, self._before = self._by_id(chains), self._by_id(before)
        self._exact, self._alike = defaultdict[str, list[Id]](list), defaultdict[str, list[Id]](list)
        for node_id, path in self._paths.items():
            self._exact[path].append(node_id)
            self._alike[self._meant(path)].append(node_id)

    def known(self, node_id: Id) -> bool:
        """Say whether this is one of the nodes."""
        return node_id in self._paths

    def named(self, value: Value | None, given: Id) -> Named:
        """Return what a cell names, with the id in the column for ids of the same row, "" for none.

        A node that was given another kode since is still named by its old one and its id. The reason says why
        none is named, which was taken of several, or that what is named is not there and the id counts.
        """
        text = "" if value is None else f"{value:f}" if isinstance(value, Decimal) else str(value)
        if given in self._paths and text in ("", self._paths[given]):
            return Named(given)
        candidates = self._exact.get(text) or self._alike.get(self._meant(text)) or []
        name = NAMES[self._kind]
        if given in candidates:
            return Named(given)
        if not candidates and given in self._paths:
            renamed = self._meant(text) == self._meant(self._before.get(given, ""))
            return Named(given, "" if renamed else f"{name} “{text}” tidak ada; tetap “{self._paths[given]}”.")
        if not candidates:
            return Named("", f"{name} “{text}” tidak ada." if text else f"{name} belum diisi.")
        several = f"“{text}” milik lebih dari satu {name}; yang dipakai adalah yang pertama."
        return Named(candidates[0], several if len(candidates) > 1 else "")

    def _by_id(self, chains: Iterable[Chain]) -> dict[Id, str]:
        kind = self._kind
        return {chain[kind].id: self._jalur.of(chain).strip() for chain in chains if kind in chain}

    def _meant(self, path: str) -> str:
        """Return a path as it is written where it was typed in small letters, without zeros or other blanks."""
        mark = self._jalur.mark
        parts = [part.strip() for part in path.split(mark.strip())] if mark else [path]
        if len(parts) != len(self._jalur.kinds):
            return path
        kinds = zip(self._jalur.kinds, parts, strict=True)
        return mark.join((part and kode.meant(kind, part)) or part for kind, part in kinds)
