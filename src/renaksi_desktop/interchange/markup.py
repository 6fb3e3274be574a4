"""The tags of an HTML text and what stands between them, in one pass over it.

`html.parser` looks anew for the end of each tag that is not closed: twenty thousand of them take it a minute.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from typing import Final, NamedTuple

Attributes = dict[str, str]

# No part of it gives back what it has matched, so that each character is looked at a few times at the most.
_MARKUP: Final = re.compile(
    r"""<(?: !--.*?--> | !(?!--)[^>]*+> | \?[^>]*+>
    | (?P<end>/?)(?P<tag>[a-z][^\s/>]*+) (?P<rest>(?: [^>=]++ | =\s*+(?: "[^"]*+" | '[^']*+' )?+ )*+)> )""",
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_BEGINS: Final = re.compile("<(?:[!?]|/?[a-z])", re.IGNORECASE)
_ATTRIBUTE: Final = re.compile(r"""([^\s=/]++)(?:\s*+=\s*+("[^"]*+"|'[^']*+'|[^\s"']\S*+))?""")
_RAW_ENDS: Final = {tag: re.compile(f"</{tag}", re.IGNORECASE) for tag in ("script", "style")}
"""Where the end is of what holds no markup, whatever stands in it."""
_TOO_LONG: Final = re.compile("&#[0-9]{99,}+;?")
"""The number of a character that there is not, and that Python may refuse to read."""


class Piece(NamedTuple):
    """The text up to a tag, and the tag: its name in small letters, blank at the end of all and for a comment."""

    text: str
    tag: str = ""
    ends: bool = False
    """Whether it is an end tag."""
    rest: str = ""
    """What stands in it behind its name: see `attributes`."""


def pieces(html: str) -> Iterator[Piece]:
    """Yield an HTML text piece by piece; a tag or comment that is never closed ends it."""
    place = seen = 0
    while (start := html.find("<", seen)) >= 0:
        found = _MARKUP.match(html, start)
        if found is None:
            if _BEGINS.match(html, start):
                return
            seen = start + 1  # a sign of a text
            continue
        tag, ends = (found["tag"] or "").lower(), bool(found["end"])
        yield Piece(text(html[place:start]), tag, ends, found["rest"] or "")
        place = seen = found.end()
        if tag in _RAW_ENDS and not ends:
            raw_end = _RAW_ENDS[tag].search(html, place)
            if raw_end is None:
                return
            place = seen = raw_end.start()
    yield Piece(text(html[place:]))


def attributes(rest: str) -> Attributes:
    """Return the attributes of a tag by their names in small letters; blank for one that has no value."""
    return {name.lower(): text(value.strip("\"'")) for name, value in _ATTRIBUTE.findall(rest)}


def text(written: str) -> str:
    """Return a text without references: `&lt;` is a sign."""
    return unescape(_TOO_LONG.sub("\N{REPLACEMENT CHARACTER}", written))
