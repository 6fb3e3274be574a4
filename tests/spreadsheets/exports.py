"""Budget exports as the budget system writes them, made from a description of the budget and of their traps.

A budget is RO as a plan has them. Below each Sub Komponen it is written with akun and details that add up to it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from csv import writer
from dataclasses import dataclass, field, replace
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Final, TypeAlias

from openpyxl import Workbook

from renaksi_desktop.domain.plan import RO, Komponen, SubKomponen
from renaksi_desktop.domain.rupiah import split
from renaksi_desktop.spreadsheets.sheet import Sheet, Value

Row: TypeAlias = dict[int, Value]

PROGRAMS: Final = {"DR": "Program Pengawasan Obat dan Makanan", "WA": "Program Dukungan Manajemen"}
ACCOUNTS: Final = (("521211", "Belanja Bahan"), ("524111", "Belanja Perjalanan Dinas Biasa"), ("522191", "Jasa"))


@dataclass(frozen=True, slots=True)
class Item:
    """One row of a budget: its level (1 program .. 7 akun, 10 detail), the codes down to it, name and rupiah."""

    level: int
    codes: tuple[str, ...]
    nama: str
    rupiah: int | None


def items(budget: Sequence[RO], *, accounts: int = 2, details: int = 2) -> Iterator[Item]:
    """Yield the rows of a budget, each level before what is below it."""
    last: tuple[str, ...] = ()
    for ro in budget:
        program, kegiatan, kro, own = ro.kode.split(".")
        codes = (program, kegiatan, kro, own)
        for level in (1, 2, 3):
            if codes[:level] != last[:level]:
                alike = [other for other in budget if other.kode.split(".")[:level] == list(codes[:level])]
                nama = PROGRAMS.get(program, f"Program {program}") if level == 1 else f"Nama {codes[level - 1]}"
                yield Item(level, codes[:level], nama, sum(map(total, alike)))
        last = codes
        yield Item(4, codes, ro.nama, total(ro))
        for komponen in ro.komponen:
            yield Item(5, (*codes, komponen.kode), komponen.nama, total(komponen))
            for line in komponen.subkomponen:
                yield Item(6, (*codes, komponen.kode, line.kode), line.nama, line.anggaran)
                yield from _below(line, (*codes, komponen.kode, line.kode), accounts, details)


def _below(line: SubKomponen, codes: tuple[str, ...], accounts: int, details: int) -> Iterator[Item]:
    parts = split(line.anggaran, [*range(1, accounts + 1)]) if accounts else []
    for part, (kode, nama) in zip(parts, ACCOUNTS, strict=False):
        yield Item(7, (*codes, kode), nama, part)
        for number, amount in enumerate(split(part, [1] * details) if details else [], 1):
            yield Item(10, (*codes, kode, f"{number:06}"), f"Rincian {number}", amount)


def total(node: RO | Komponen | SubKomponen) -> int:
    """Return the Anggaran of a part of the budget."""
    if isinstance(node, SubKomponen):
        return node.anggaran
    below = node.komponen if isinstance(node, RO) else node.subkomponen
    return sum(map(total, below))


Spelled: TypeAlias = Callable[[int], Value]


def number(rupiah: int) -> Value:
    """As a number."""
    return rupiah


def scientific(rupiah: int) -> Value:
    """As FA Detail stores it, 2.037392E10."""
    return Decimal(f"{Decimal(rupiah).normalize():E}")


def indonesian(rupiah: int) -> Value:
    """As a text, 1.234.567,00."""
    return f"{rupiah:,}".replace(",", ".") + ",00"


def english(rupiah: int) -> Value:
    """As a text with the currency before it, Rp. 1,234,567.00."""
    return f"Rp. {rupiah:,}.00"


def plain_groups(rupiah: int) -> Value:
    """As a text without decimals, 1.234.567."""
    return f"{rupiah:,}".replace(",", ".")


SPELLINGS: Final = (number, scientific, indonesian, english, plain_groups)


@dataclass(frozen=True, slots=True)
class RKK:
    """How an RKK/POK is written. Columns count from 1; `page` is the number of rows on a printed page."""

    code: int = 1
    name: int = 4
    amount: int = 10
    spelled: Spelled = number
    page: int | None = None
    stated: bool = True
    """Whether the top says ALOKASI."""
    zero: bool = False
    """Whether a Sub Komponen is written 0A."""
    greek: bool = False
    shifted: bool = False
    """Whether every third amount is one column to the right."""
    unstated: tuple[int, ...] = ()
    """The levels whose rows state no amount."""
    missing: tuple[int, ...] = ()
    """The levels that have no rows; the codes of the others are then written from there on."""
    asides: bool = True
    foot: bool = True
    blocked: bool = False
    year: int = 2025
    titles: bool = True
    extra: tuple[tuple[int, Row], ...] = field(default=())
    """Rows to put in behind the nth row of the budget."""

    def sheet(self, budget: Sequence[RO], *, accounts: int = 2, details: int = 2) -> Sheet:
        """Write a budget."""
        rows = [*self.top(sum(map(total, budget)))]
        written = list(self._body(list(items(budget, accounts=accounts, details=details))))
        for place, row in sorted(self.extra, key=lambda one: -one[0]):
            written.insert(place, row)
        rows += written
        rows += self._foot() if self.foot else []
        return sheet(rows, "RKK_MULTIYEAR_SATKER")

    def top(self, rupiah: int) -> Iterator[Row]:
        """Yield what stands above the first row of the budget."""
        code, name, amount = self.code, self.name, self.amount
        yield {code: f"RINCIAN KERTAS KERJA SATKER T.A. {self.year}"}
        yield {code: "KEMEN/LEMB", code + 1: ":", code + 2: "(063)", name: "BADAN PENGAWAS OBAT DAN MAKANAN"}
        yield {code: "UNIT ORG", code + 1: ":", code + 2: "(01)", name: "BADAN PENGAWAS OBAT DAN MAKANAN"}
        yield {code: "UNIT KERJA : (432881) BALAI POM DI JEMBER"}
        if self.stated:
            yield {code: "ALOKASI", code + 1: ":", name: f"Rp. {rupiah:,}.00"}
        yield from self._titles() if self.titles else ()
        if not self.titles:
            return
        yield {code: "(1)", name: "(2)", amount - 3: "(3)", amount - 2: "(4)", amount: "(5)", amount + 2: "(6)"}

    def _titles(self) -> Iterator[Row]:
        amount = self.amount
        yield {
            self.code: "KODE",
            self.name: "PROGRAM/AKTIVITAS/KRO/RO/KOMPONEN/SUBKOMP/DETIL",
            amount - 3: f"PERHITUNGAN TAHUN {self.year}",
            amount + 2: "SD/CP",
        }
        yield {amount - 3: "VOLUME", amount - 2: "HARGA SATUAN", amount: "JUMLAH BIAYA"}

    def _body(self, budget: list[Item]) -> Iterator[Row]:
        shown = [item for item in budget if item.level not in self.missing]
        on_page = 0
        for place, item in enumerate(shown):
            if self.page and on_page == self.page:
                on_page = 0
                yield from self._page_break(item, shown[:place])
            on_page += 1
            yield self._row(item, place)
            if self.asides and item.level == 3:
                yield {self.name: "Lokasi : KAB. JEMBER"}
            if self.asides and item.level == 7:
                yield {self.name: "(KPPN.036-Jember )"}

    def _page_break(self, item: Item, before: Sequence[Item]) -> Iterator[Row]:
        """Yield the head of a page: its titles, and the groups that go on, with their amounts."""
        yield {self.amount: "Halaman 2"}
        yield from self._titles()
        yield {self.code: "(1)", self.name: "(2)", self.amount: "(5)"}
        groups = {one.level: one for one in before if one.codes == item.codes[: one.level]}
        for level, group in sorted(groups.items()):
            if level < item.level:
                yield self._row(group, 0)

    def _row(self, item: Item, place: int) -> Row:
        cells: Row = {}
        if item.level == 10:
            cells |= {self.name: "-", self.name + 1: item.nama, self.amount - 3: "1.0 KEG", self.amount - 2: 1}
        else:
            cells |= {self.code: self._code(item), self.name: item.nama}
        if item.rupiah is not None and item.level not in self.unstated:
            column = self.amount + 1 if self.shifted and place % 3 == 2 else self.amount
            cells[column] = self.spelled(item.rupiah)
        if item.level == 7:
            cells[self.amount + 2] = "RM"
        if self.blocked and item.level == 7:
            cells[self.amount + 3] = "*"
        return dict(sorted(cells.items()))

    def _code(self, item: Item) -> str:
        starts = {1: 1, 2: 2, 3: 2, 4: 2, 5: 5, 6: 6, 7: 7}
        start = 1 if self.missing else starts[item.level]
        parts = list(item.codes[start - 1 : item.level])
        if self.zero and item.level == 6 and len(parts[-1]) == 1:
            parts[-1] = f"0{parts[-1]}"
        own = ".".join(["063", "01", *parts] if start == 1 else parts)
        return own.replace("A", "\u0391").replace("E", "\u0395") if self.greek else own

    def _foot(self) -> list[Row]:
        return [
            {self.code: "catatan:"},
            {self.code: "1. * = blokir"},
            {self.amount: f"Jember, 5 Januari {self.year}"},
            {self.amount: "KUASA PENGGUNA ANGGARAN"},
            {self.amount: "NAMA PEJABAT"},
            {self.amount: "NIP 197001011990011001"},
        ]


FA_PLACES: Final = {1: (2, 4), 2: (2, 9), 3: (3, 7), 4: (3, 11), 5: (5, 10), 6: (6, 12), 7: (8, 13)}
"""The columns of code and name of each level in FA Detail."""
FA_AMOUNT: Final = 17


def fa(
    budget: Sequence[RO], *, page: int | None = None, spelled: Spelled = scientific, greek: bool = False
) -> Sheet:
    """Write FA Detail, `GLP039`: levels in columns of their own, the head repeated after `page` rows."""
    top: list[Row] = [
        {1: "LAPORAN KETERSEDIAAN DANA DETAIL"},
        {1: "Periode Desember 2025"},
        {1: "Kementerian", 3: ":", 5: "063", 6: "BADAN PENGAWAS OBAT DAN MAKANAN"},
        {1: "Unit Organisasi", 3: ":", 5: "01", 6: "BADAN PENGAWAS OBAT DAN MAKANAN"},
        {1: "Satuan Kerja", 3: ":", 5: "432881", 6: "BALAI POM DI JEMBER"},
        {1: "Jenis", 3: ":", 5: "Semua"},
        {1: "Uraian", 16: "Pagu Revisi", 18: "Lock Pagu", 22: "Realisasi TA 2025", 29: "%", 30: "Sisa Anggaran"},
        {22: "Periode Lalu", 24: "Periode Ini", 26: "s.d. Periode"},
    ]
    rows = [*top, {1: "JUMLAH SELURUHNYA", FA_AMOUNT - 1: spelled(sum(map(total, budget))), 19: 0}]
    for place, item in enumerate(items(budget)):
        if page and place and place % page == 0:
            rows += [
                {1: "*Lock Pagu adalah jumlah pagu yang sedang dalam proses usulan revisi DIPA atau POK."},
                *top,
            ]
        rows.append(_fa_row(item, spelled, greek=greek))
    return sheet(rows, "GLP039_LAPORAN REALISASI SUPER ")


def _fa_row(item: Item, spelled: Spelled, *, greek: bool) -> Row:
    amounts: Row = {FA_AMOUNT: spelled(item.rupiah or 0), 19: 0, 23: 0, 24: 0, 26: 0, 29: 0, 31: item.rupiah or 0}
    if item.level == 10:
        return {14: f"{item.codes[-1]}. {item.nama}", **amounts}
    code, name = FA_PLACES[item.level]
    first = {2: 1, 4: 3, 6: 5}.get(item.level, item.level)
    parts = list(item.codes[first - 1 : item.level])
    if item.level == 6:
        parts[-1] = parts[-1].zfill(2)
    own = ".".join(parts)
    return dict(sorted({code: own.replace("A", "\u0391") if greek else own, name: item.nama, **amounts}.items()))


FLAT_TITLES: Final = (
    "level", "thang", "kdjendok", "kdsatker", "kddept", "kdunit", "kdprogram", "kdgiat", "kdoutput",
    "kdsoutput", "kdlokasi", "kdkabkota", "kddekon", "kdkmpnen", "kdskmpnen", "akun", "kdkppn", "kdbeban",
    "kdjnsban", "kdctarik", "register", "carahitung", "prosenphln", "prosenrkp", "kdblokir", "blokirphln",
    "uraiblokir", "kdib", "nodipa", "revisike", "paguawal", "pagu", "paguakhir", "blokir", "realisasi", "sisa",
    "ket", "kode",
)  # fmt: skip
"""The 38 columns of the old flat export."""


FLAT_CODES: Final = ("kdprogram", "kdgiat", "kdoutput", "kdsoutput", "kdkmpnen", "kdskmpnen", "akun")


def flat(budget: Sequence[RO], *, spelled: Spelled = number, cut: int = 48) -> Sheet:
    """Write the old flat export: a row for each level down to the akun, names indented and cut."""
    rows: list[Row] = [dict(enumerate(FLAT_TITLES, 1))]
    for item in items(budget, details=0):
        codes = dict(zip(FLAT_CODES, item.codes, strict=False))
        if "kdskmpnen" in codes:
            codes["kdskmpnen"] = codes["kdskmpnen"].zfill(2)
        values: dict[str, Value] = {
            "level": item.level, "thang": "2025", "kdsatker": "432881", "kddept": "063", "kdunit": "01", **codes,
            "pagu": 0, "paguakhir": spelled(item.rupiah or 0), "realisasi": 7, "sisa": 3,
            "ket": item.nama[:cut].strip() or "-", "kode": item.codes[-1],
        }  # fmt: skip
        rows.append({column: values[title] for column, title in enumerate(FLAT_TITLES, 1) if title in values})
    return sheet(rows, "sheet1")


def sheet(rows: Sequence[Row], name: str) -> Sheet:
    """Return a sheet of rows; a row without cells stays blank."""
    return Sheet(name, {number: dict(sorted(row.items())) for number, row in enumerate(rows, 1) if row})


def workbook(made: Sheet) -> bytes:
    """Return a sheet as the bytes of an .xlsx file."""
    book = Workbook()
    page = book.worksheets[0]
    page.title = made.name
    for row, cells in made.rows.items():
        for column, value in cells.items():
            page.cell(row, column, value)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def without_ids(budget: Sequence[RO]) -> tuple[RO, ...]:
    """Return a budget to compare by what it says."""
    return tuple(
        replace(
            ro,
            id="",
            komponen=tuple(
                replace(komponen, id="", subkomponen=tuple(replace(line, id="") for line in komponen.subkomponen))
                for komponen in ro.komponen
            ),
        )
        for ro in budget
    )


def comma_separated(made: Sheet) -> bytes:
    """Return a sheet as the bytes of a .csv file with semicolons, as Excel writes it in Indonesia."""
    last = max(max(cells) for cells in made.rows.values())
    text = StringIO(newline="")
    out = writer(text, delimiter=";")
    for row in range(1, max(made.rows) + 1):
        cells = made.rows.get(row, {})
        out.writerow([cells.get(column, "") for column in range(1, last + 1)])
    return text.getvalue().encode("utf-8-sig")
