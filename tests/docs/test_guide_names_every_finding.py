"""The guide for officers explains every finding in the words of the program, and none that it lacks."""

from __future__ import annotations

import re
from pathlib import Path

from renaksi_desktop.domain.plan import JenisTarget
from renaksi_desktop.domain.wording import SENTENCES

PAGE = Path(__file__).parents[2] / "docs" / "panduan" / "temuan.md"
KINDS = "jenis"


def first_columns() -> dict[str, set[str]]:
    """Return for each table of the page, by its first heading, the first cell of each row."""
    tables: dict[str, set[str]] = {}
    for table in re.findall(r"(?:^\|.*\n)+", PAGE.read_text("utf-8"), re.MULTILINE):
        heading, _, *rows = [line.split("|")[1].strip() for line in table.splitlines()]
        tables[heading] = set(rows)
    return tables


def as_in_the_guide(sentence: str) -> str:
    """Return a sentence with "…" for each value that it names, and no full stop."""
    return re.sub(r"\{\d\}", "…", sentence.removesuffix("."))


def test_every_finding_is_explained_and_no_other() -> None:
    tables = first_columns()
    del tables[KINDS]
    assert tables.keys() == {"galat", "peringatan", "informasi"}
    assert set().union(*tables.values()) == {as_in_the_guide(sentence) for sentence in SENTENCES.values()}


def test_every_kind_of_target_is_explained() -> None:
    assert first_columns()[KINDS] == {jenis.replace("_", " ") for jenis in JenisTarget}
