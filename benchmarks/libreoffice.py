"""The bars against LibreOffice, which converts the same table to PDF where it is installed."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

import pypdfium2

from benchmarks import spreadsheet
from benchmarks.measure import Bar, in_turns, other
from renaksi_desktop.domain.plan import Plan

SOFFICE: Final = shutil.which("soffice")
"""The program, where it is installed (Debian: libreoffice-calc-nogui)."""
ROUNDS: Final = 3


def bars(plans: Mapping[str, Plan], exports: Mapping[str, list[str]], folder: Path) -> Iterator[Bar]:
    """Yield a bar for each plan; `exports` are the commands that print it, by the same name, into `folder`."""
    if not SOFFICE:
        print("  LibreOffice is not installed, so nothing is measured against it.")
        return
    for name, plan in plans.items():
        sheet = folder / f"office-{name}.fods"
        words = spreadsheet.write(plan, sheet)
        commands = {"ours": exports[name], "office": _converting(SOFFICE, sheet, folder / "office")}
        seconds = in_turns(commands, ROUNDS)  # the round that does not count makes the profile
        pages, printed = _read(sheet.with_suffix(".pdf"))
        assert not words - printed, f"LibreOffice did not print {words - printed}"
        yield Bar(f"PDF of the {name} plan / LibreOffice converting it", seconds["ours"] / seconds["office"], 1.0)
        own, _ = _read(folder / f"{name}.pdf")
        print(f"  medians: {seconds['ours']:.3f} s, {own} pages; office {seconds['office']:.3f} s, {pages} pages")


def _converting(soffice: str, sheet: Path, profile: Path) -> list[str]:
    own = f"-env:UserInstallation={profile.resolve().as_uri()}"
    return other(soffice, own, "--headless", "--convert-to", "pdf", "--outdir", str(sheet.parent), str(sheet))


def _read(pdf: Path) -> tuple[int, Counter[str]]:
    """Return the number of pages and how often each word stands on them."""
    with pypdfium2.PdfDocument(pdf) as document:
        texts = [page.get_textpage().get_text_range() for page in document]
    return len(texts), Counter(word for text in texts for word in text.split())
