"""Texts compared as somebody who searches means it: upper and lower case are alike, and so are é and e."""

from __future__ import annotations

import unicodedata


def folded(text: str) -> str:
    """Return a text in small letters without the marks on them."""
    if text.isascii():
        return text.lower()
    letters = unicodedata.normalize("NFKD", text.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def holds(text: str, search: str) -> bool:
    """Say whether every word of `search` stands somewhere in `text`."""
    text = folded(text)
    return all(word in text for word in folded(search).split())
