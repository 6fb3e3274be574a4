"""Replacing words in the texts of a plan: names, particulars, and what stands around the table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from renaksi_desktop.domain import edits
from renaksi_desktop.domain.edits import Edit
from renaksi_desktop.domain.entry import parse_field
from renaksi_desktop.domain.errors import EntryRefused
from renaksi_desktop.domain.fields import FIELDS, Text
from renaksi_desktop.domain.findings import Place
from renaksi_desktop.domain.index import Index
from renaksi_desktop.domain.plan import Node
from renaksi_desktop.domain.wording import place

_TEXTS: Final[dict[type[Node], frozenset[str]]] = {
    kind: frozenset(name for name, field in fields.items() if isinstance(field.kind, Text) and name != "kode")
    for kind, fields in FIELDS.items()
}
"""The fields in which words are replaced; a kode has a shape of its own, and other things refer to it."""


class Phrase:
    """Words side by side, to look for with `search.find`; upper and lower case are alike."""

    def __init__(self, text: str) -> None:
        words: Final = text.split()
        self.text: Final = " ".join(words)
        self._pattern: Final = re.compile(r"[^\S\n]+".join(map(re.escape, words)), re.IGNORECASE)

    def __bool__(self) -> bool:
        return bool(self.text)

    def fields(self, kind: type[Node], names: Iterable[str]) -> Iterable[str]:
        """Return those of a node's fields in which words are replaced."""
        return [name for name in names if name in _TEXTS[kind]]

    def fits_value(self, value: object) -> bool:
        return isinstance(value, str) and bool(self.text) and self._pattern.search(value) is not None

    def fits_number(self, _: object) -> bool:
        return False

    def replaced(self, text: str, by: str) -> str:
        """Return a text with `by` in place of these words, wherever they stand in it."""
        return self._pattern.sub(lambda _: by, text)


def replace_words(index: Index, places: Iterable[Place], phrase: Phrase, by: str) -> Edit:
    """Put `by`, or nothing, in place of the phrase at these places, as one step.

    Raises:
        EntryRefused: a text that comes about does not fit its field; the message says where.
    """
    steps = []
    for where in places:
        node, name = index.nodes[where.node], where.field or ""
        try:
            text = parse_field(node, name, phrase.replaced(getattr(node, name), by))
        except EntryRefused as reason:
            raise EntryRefused(f"{place(where, index)}: {reason}") from None
        steps.append(edits.change(node, **{name: text}))
    return edits.compose(f"Ganti “{_short(phrase.text)}” menjadi “{_short(by)}”", *steps)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"


_SHOWN: Final = 30
"""Letters of a text that the name of a step quotes."""
