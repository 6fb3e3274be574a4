"""Where the files that ship with the program are: fonts, icons, translations, a sample, codes, the guide."""

from pathlib import Path
from typing import Final

_INSTALLED: Final = Path(__file__).with_name("_resources")
_CHECKOUT: Final = Path(__file__).parents[2]

ROOT: Final = _INSTALLED if _INSTALLED.is_dir() else _CHECKOUT / "resources"

GUIDE: Final = (_INSTALLED if _INSTALLED.is_dir() else _CHECKOUT / "docs") / "panduan"
"""The guide for officers: Markdown pages that begin with README.md; their pictures are in `../gambar`."""

SAMPLE: Final = ROOT / "contoh" / "jember-2025.json"
"""The Rencana Aksi 2025 of Balai POM di Jember, a transcript of a printed plan, in the interchange JSON."""

KRO: Final = ROOT / "referensi" / "kro.tsv"
"""KRO of about 2021, tab-separated: ordinary code, its twin of national priority (may be blank), name, unit."""
