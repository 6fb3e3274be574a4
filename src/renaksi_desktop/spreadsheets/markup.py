"""XML read piece by piece, in constant memory: no DTD, no entities, nothing from outside, no endless tag."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias
from xml.parsers import expat

from renaksi_desktop.spreadsheets import unfit
from renaksi_desktop.spreadsheets.allowance import Allowance
from renaksi_desktop.spreadsheets.unfit import Unfit

Attributes: TypeAlias = dict[str, str]
Starts: TypeAlias = Mapping[str, Callable[[Attributes], object]]
Ends: TypeAlias = Mapping[str, Callable[[], object]]

_SHEET_NAMESPACES: Final = (
    "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
    "http://purl.oclc.org/ooxml/spreadsheetml/main",
)
"""The namespace of sheets, and what it is in strict files (ISO 29500-4, -1)."""

_LONGEST: Final = 2**17
"""Bytes of one tag, which is short in any sheet. Expat before 2.6 looks at a tag that does not end once more, from
its beginning, for each piece that is added to it."""


def _unheard(_: str) -> None:
    pass


@dataclass(frozen=True, slots=True)
class Reader:
    """What is done where an element of a sheet begins or ends, by name, and with the text between any two tags.

    Elements that are not named are passed over.
    """

    starts: Starts = field(default_factory=dict)
    ends: Ends = field(default_factory=dict)
    text: Callable[[str], object] = _unheard


def feed(pieces: Iterable[bytes], reader: Reader, allowance: Allowance) -> Iterator[int]:
    """Parse the pieces of an XML text, and yield the length of each when it is done.

    Raises:
        Unfit: it has a DTD, which alone can define entities, or more tags than are allowed, or is no XML.
        MemoryError: there is no memory left for it.
    """
    starts, ends = _qualified(reader.starts), _qualified(reader.ends)

    def start(name: str, attributes: Attributes) -> None:
        if name in starts:
            starts[name](attributes)

    def end(name: str) -> None:
        if name in ends:
            ends[name]()

    parser = _parser()
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = reader.text
    return _fed(parser, pieces, allowance)


def elements(pieces: Iterable[bytes], allowance: Allowance) -> Iterator[tuple[str, Attributes]]:
    """Yield all elements of an XML text, each by its name without namespace, and its attributes.

    Raises:
        Unfit, MemoryError: as `feed`.
    """
    found: list[tuple[str, Attributes]] = []
    parser = _parser()
    parser.StartElementHandler = lambda name, attributes: found.append((name.rpartition(" ")[2], attributes))
    for _ in _fed(parser, pieces, allowance):
        yield from found
        found.clear()


def _qualified(by_name: Mapping[str, Callable[..., object]]) -> dict[str, Callable[..., object]]:
    return {f"{space} {name}": do for space in _SHEET_NAMESPACES for name, do in by_name.items()}


def _parser() -> expat.XMLParserType:
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = _refuse
    return parser


def _fed(parser: expat.XMLParserType, pieces: Iterable[bytes], allowance: Allowance) -> Iterator[int]:
    fed = 0
    try:
        for piece in pieces:
            allowance.unpacked.take(len(piece))
            allowance.marks.take(piece.count(b"<") + piece.count(b"/>") + piece.count(b"=") // 2)
            parser.Parse(piece, False)
            fed += len(piece)
            if fed - parser.CurrentByteIndex > _LONGEST:
                raise Unfit(unfit.BOMB)
            yield len(piece)
        parser.Parse(b"", True)
    except expat.ExpatError as error:
        if error.code == expat.errors.codes[expat.errors.XML_ERROR_NO_MEMORY]:
            raise MemoryError from error
        raise Unfit(unfit.DAMAGED) from error


def _refuse(*_: object) -> None:
    raise Unfit(unfit.DOCTYPE)
