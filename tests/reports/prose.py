"""Plans with texts of any length, for the properties of the printed form."""

from __future__ import annotations

import random
from datetime import date
from decimal import Decimal

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from tests.strategies import values

from renaksi_desktop.domain.fields import FIELDS
from renaksi_desktop.domain.plan import (
    RO,
    Cetak,
    Dokumen,
    Indikator,
    Komponen,
    Kontribusi,
    Penandatangan,
    Plan,
    Sasaran,
    SubKomponen,
    Target,
    new_id,
)

WORDS = (
    "pengawasan", "sediaan", "farmasi", "dan", "pangan", "olahan", "di", "UPT", "<b>tebal</b>", "&amp;", "KTD/ESO",
    "Sosialisasi/penyuluhan/pelatihan/bimbingan", "(RS/PKM/Klinik)", "100%",
    "Ketidakterpertanggungjawabkannya" * 2,
)  # fmt: skip


def prose(longest: int = 3000) -> SearchStrategy[str]:
    """Return texts of words, mostly as short as on a form, some as long as `longest` characters."""
    lengths = st.integers(0, 40) | st.integers(0, 150) | st.integers(0, longest)
    return st.builds(_prose, lengths, st.integers(0, 1 << 16))


def _prose(length: int, seed: int) -> str:
    words = random.Random(seed)  # noqa: S311 not for secrets
    text = ""
    while len(text) < length:
        text += words.choice(WORDS) + " "
    return text[:length].strip()


@st.composite
def wordy_plans(draw: DrawFn, *, longest: int = 3000, most: int = 60) -> Plan:
    """Return plans of up to 60 Kontribusi, with up to 3,000 characters in any text.

    Each Sasaran and Indikator has a kode that no other has, so that a test can tell them apart.
    """
    texts = prose(longest)
    lines = tuple(
        SubKomponen(new_id(), "A", draw(texts), draw(st.integers(0, 10 ** draw(st.integers(0, 15)) - 1)))
        for _ in range(draw(st.integers(1, 4)))
    )
    ro = RO(new_id(), "DR.3165.QIA.002", draw(texts), (Komponen(new_id(), "055", draw(texts), lines),))
    left = draw(st.integers(0, most))
    sasaran = []
    for number in range(draw(st.integers(0, 3))):
        indikator = []
        for place in range(draw(st.integers(0, 3))):
            count = draw(st.integers(0, left))
            left -= count
            chosen = [draw(st.sampled_from(lines)) for _ in range(count)]
            kontribusi = tuple(Kontribusi(new_id(), line.id, draw(st.integers(0, 10**9))) for line in chosen)
            kode, target = f"{number}{place}1", tuple(draw(_targets()) for _ in range(12))
            indikator.append(Indikator(new_id(), kode, draw(texts), target, kontribusi=kontribusi))
        sasaran.append(Sasaran(new_id(), f"S{number + 1}", draw(texts), tuple(indikator)))
    return Plan(
        draw(_dokumen(longest)), draw(_cetak()), draw(_signatories()), anggaran=(ro,), sasaran=tuple(sasaran)
    )


def _targets() -> SearchStrategy[Target | None]:
    numbers = st.sampled_from([Decimal(0), Decimal("81.25"), Decimal(123456789012345), Decimal("-0.5")])
    return st.none() | numbers | st.sampled_from(["baik", "sangat baik", "terlaksana/belum terlaksana"])


def _dokumen(longest: int) -> SearchStrategy[Dokumen]:
    short, dates = prose(60), st.none() | st.dates(date(2000, 1, 1))
    notes = st.lists(prose(longest), max_size=3).map("\n".join)
    return st.builds(
        Dokumen, judul=short, unit_kerja=short, instansi=short, catatan=notes, tempat=prose(30), tanggal=dates
    )


def _cetak() -> SearchStrategy[Cetak]:
    """Return page set-ups that keep a page of at least some lines."""
    chosen = {name: values(FIELDS[Cetak][name].kind) for name in FIELDS[Cetak]}
    return st.builds(Cetak, **chosen)


def _signatories() -> SearchStrategy[tuple[Penandatangan, ...]]:
    text = prose(80)
    one = st.builds(Penandatangan, st.builds(new_id), text, text, text, text, text, text)
    return st.lists(one, max_size=2).map(tuple)
