"""RO > Komponen > SubKomponen put together from the rows of nested tables, each of which names its whole path."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final, TypeAlias

from renaksi_desktop.domain.plan import RO, Gaya, Id, Komponen, SubKomponen, children, new_id
from renaksi_desktop.domain.rupiah import format_rupiah
from renaksi_desktop.spreadsheets.form.found import FoundKontribusi
from renaksi_desktop.spreadsheets.form.shapes import coded
from renaksi_desktop.spreadsheets.form.taking import Taking
from renaksi_desktop.spreadsheets.form.tree import amount

Path: TypeAlias = tuple[str, ...]
"""The kode from an RO down, a name where there is none."""
Part: TypeAlias = RO | Komponen | SubKomponen

KINDS: Final[tuple[type[Part], ...]] = (RO, Komponen, SubKomponen)
OTHER_NAME: Final = "{} sudah bernama “{}” pada baris sebelumnya; nama “{}” di sini tidak dipakai."
OTHER_AMOUNT: Final = "Anggaran {} pada baris sebelumnya {}; {} di sini tidak dipakai."
NO_AMOUNT: Final = "Anggaran {} tidak tertulis, dianggap nol."


class Budget:
    """The budget that rows name, beside what is there already.

    What the form says first of a name or an Anggaran holds; what it says otherwise later is a problem.
    """

    def __init__(self, anggaran: Sequence[RO], taking: Taking, gaya: Gaya) -> None:
        self._taking, self._gaya = taking, gaya
        self._parts: dict[Path, Part] = {}
        self._below: dict[Path, list[Path]] = {(): []}
        self._named: set[Path] = set()
        self._paid: set[Path] = set()
        self._unpaid: dict[Path, FoundKontribusi] = {}
        for ro in anggaran:
            self._know((), ro)

    def line(self, row: FoundKontribusi) -> Id:
        """Return the id of the SubKomponen that a row names."""
        path: Path = ()
        for kind, text in zip(KINDS, row.texts, strict=True):
            path = self._step(path, kind, text, row)
        self._pay(path, row)
        return self._parts[path].id

    def finished(self) -> tuple[RO, ...]:
        """Return the budget, in the order in which its parts were named; tell what has no Anggaran."""
        for path, row in self._unpaid.items():
            if path not in self._paid:
                self._taking.problems.append(row.line.problem(NO_AMOUNT.format("/".join(path))))
        return tuple(self._built(path) for path in self._below[()])  # type: ignore[misc]

    def _know(self, above: Path, part: Part) -> None:
        """Know a part that is there already, and all below it; of two with the same kode the first is meant."""
        path = (*above, part.kode or part.nama)
        path = (*above, part.id) if path in self._parts else path
        self._add(path, part)
        for child in children(part):
            self._know(path, child)  # type: ignore[arg-type]

    def _add(self, path: Path, part: Part) -> None:
        self._parts[path] = part
        self._below[path[:-1]].append(path)
        self._below[path] = []

    def _step(self, above: Path, kind: type[Part], text: str, row: FoundKontribusi) -> Path:
        own, name = coded(kind, text)
        path = (*above, own or name)
        if path not in self._parts:
            self._add(path, kind(new_id()))
        part = self._parts[path]
        if path not in self._named:
            fields = self._taking.named(part, text, row.line)
            self._parts[path] = replace(part, **(fields if name else {"kode": fields["kode"]}))
            if name:
                self._named.add(path)
        elif name and name != part.nama:
            reason = OTHER_NAME.format("/".join(path), part.nama, name)
            self._taking.problems.append(row.line.problem(reason))
        return path

    def _pay(self, path: Path, row: FoundKontribusi) -> None:
        part = self._parts[path]
        written = amount(row.anggaran)
        if row.anggaran is None or written is None:
            self._taking.field(part, "anggaran", row.anggaran)
            self._unpaid.setdefault(path, row)
        elif path not in self._paid:
            self._paid.add(path)
            self._parts[path] = replace(part, anggaran=self._taking.field(part, "anggaran", row.anggaran))
        elif isinstance(part, SubKomponen) and part.anggaran != written:
            amounts = (format_rupiah(rupiah, self._gaya) for rupiah in (part.anggaran, written))
            self._taking.problems.append(row.anggaran.problem(OTHER_AMOUNT.format("/".join(path), *amounts)))

    def _built(self, path: Path) -> Part:
        part, below = self._parts[path], tuple(self._built(child) for child in self._below[path])
        if isinstance(part, RO):
            return replace(part, komponen=below)  # type: ignore[arg-type]
        return replace(part, subkomponen=below) if isinstance(part, Komponen) else part  # type: ignore[arg-type]
