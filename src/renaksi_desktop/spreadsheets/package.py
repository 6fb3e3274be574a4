"""The parts of a workbook that is let in: found by name or relation, and unpacked piece by piece."""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

from renaksi_desktop.spreadsheets import unfit
from renaksi_desktop.spreadsheets.allowance import Allowance
from renaksi_desktop.spreadsheets.markup import Attributes, Reader, elements, feed
from renaksi_desktop.spreadsheets.quarantine import part_name
from renaksi_desktop.spreadsheets.unfit import Unfit

_PIECE: Final = 64 * 2**10
_DAMAGE: Final = (
    zipfile.BadZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    ArithmeticError,
    LookupError,
    ValueError,
)
"""What unpacking raises, and what a reader raises where a part is missing, a number is none, or points nowhere."""


class Relation(NamedTuple):
    """What one part says of another: its kind, the last word of the type that the standard names, and its name."""

    kind: str
    part: str


class Package:
    """A workbook's archive; a part is named as the archive names it, without case."""

    def __init__(self, archive: zipfile.ZipFile, allowance: Allowance) -> None:
        self._archive, self._allowance = archive, allowance
        self._members = {part_name(member): member for member in archive.infolist()}

    def __contains__(self, part: str) -> bool:
        return part in self._members

    def size(self, parts: Iterable[str]) -> int:
        """Return how many bytes these parts have together, unpacked."""
        return sum(self._members[part].file_size for part in parts)

    def read(self, part: str, reader: Reader) -> Iterator[int]:
        """Have a part read, and yield how many bytes of it were, piece by piece.

        Raises:
            Unfit: it is not there, is damaged, or is no XML as workbooks have it.
        """
        try:
            yield from feed(self._pieces(part), reader, self._allowance)
        except _DAMAGE as error:
            raise Unfit(unfit.DAMAGED) from error

    def elements(self, part: str) -> Iterator[tuple[str, Attributes]]:
        """Yield all elements of a part, each by its name without namespace, and its attributes."""
        try:
            yield from elements(self._pieces(part), self._allowance)
        except _DAMAGE as error:
            raise Unfit(unfit.DAMAGED) from error

    def relations(self, part: str) -> dict[str, Relation]:
        """Return what a part refers to inside the archive, by id; what is outside is never looked at."""
        folder, name = posixpath.split(part)
        listed = posixpath.join(folder, "_rels", f"{name}.rels")
        if listed not in self:
            return {}
        return {
            attributes["Id"]: Relation(_kind(attributes), _inside(folder, attributes["Target"]))
            for name, attributes in self.elements(listed)
            if name == "Relationship" and attributes.get("TargetMode") != "External"
            if {"Id", "Target"} <= attributes.keys()
        }

    def _pieces(self, part: str) -> Iterator[bytes]:
        with self._archive.open(self._members[part]) as file:
            while piece := file.read(_PIECE):
                yield piece


def _kind(attributes: Attributes) -> str:
    return attributes.get("Type", "").rpartition("/")[2]


def _inside(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/").casefold()
