"""Every page of the guide is in its list of contents, and every link and picture in it leads somewhere."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from renaksi_desktop.dialogs.guide import pages
from renaksi_desktop.main_window.help import PAGES
from renaksi_desktop.resources import GUIDE

LINK = re.compile(r"\]\(([^)]+)\)")
FILES = sorted(path.name for path in GUIDE.glob("*.md"))


def headings(path: Path) -> set[str]:
    """Return the names by which links call the headings of a page."""
    found = re.findall(r"^#+ (.+)$", path.read_text("utf-8"), re.MULTILINE)
    return {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in found}


def test_the_contents_list_every_page() -> None:
    assert sorted(pages()) == FILES
    assert next(iter(pages())) == "README.md"


@pytest.mark.parametrize("name", FILES)
def test_every_link_leads_somewhere(name: str) -> None:
    for link in LINK.findall((GUIDE / name).read_text("utf-8")):
        file, _, heading = link.partition("#")
        target = (GUIDE / file).resolve() if file else GUIDE / name
        assert target.is_file(), link
        assert target.is_relative_to(GUIDE.parent.resolve()), f"{link} is not shipped"
        assert not heading or heading in headings(target), link


def test_help_knows_only_pages_that_are_there() -> None:
    assert set(PAGES.values()) <= set(FILES)
