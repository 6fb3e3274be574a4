"""Whatever an officer is sent is read or refused with one sentence, within 300 MiB, and nothing else happens."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from tests.spreadsheets.hostile import HOSTILE, altered, budget

from renaksi_desktop.spreadsheets import unfit
from renaksi_desktop.spreadsheets.child import MAX_MEMORY, outcome
from renaksi_desktop.spreadsheets.events import End, Event, Refused, Row
from renaksi_desktop.spreadsheets.reading import read_sheets
from renaksi_desktop.spreadsheets.sheet import Sheet, SheetRefused
from renaksi_desktop.storage.errors import FileTooLarge, FileUnreadable
from renaksi_desktop.storage.reader import content

WORKBOOK = budget(30, 8)


def cells(sheets: Iterable[Sheet]) -> int:
    return sum(len(row) for sheet in sheets for row in sheet.rows.values())


def last(events: Iterable[Event]) -> Event:
    *_, event = events
    return event


@pytest.mark.parametrize("title", HOSTILE)
def test_a_hostile_file_is_read_or_refused_with_its_reason(title: str) -> None:
    """The process that parses would tell that memory ran out; that it took too long has a reason of its own."""
    hostile = HOSTILE[title]
    if isinstance(hostile.outcome, int):
        assert cells(read_sheets(hostile.make(), hostile.name)) == hostile.outcome
        return
    with pytest.raises(SheetRefused) as refused:
        read_sheets(hostile.make(), hostile.name)
    assert str(refused.value) == f"Berkas “{hostile.name}” {hostile.outcome}."


def test_no_file_and_no_connection_is_opened_for_what_a_workbook_refers_to() -> None:
    program = """
import encodings.cp437  # in which zipfile reads names; Python opens a module only once
import sys
from renaksi_desktop.spreadsheets.child import outcome
from tests.spreadsheets.hostile import HOSTILE

opened = []
files = [hostile.make() for hostile in map(HOSTILE.get, sys.argv[1:])]
sys.addaudithook(lambda event, _: opened.append(event) if event.split(".")[0] in {"open", "socket"} else None)
told = [list(outcome(data, "kiriman.xlsx")) for data in files]
print(opened, len(told))
"""
    titles = ["external links", "sheet on the net", "sheet outside the archive", "entity from a file"]
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    answer = subprocess.run(
        [sys.executable, "-c", program, *titles], env=environment, capture_output=True, text=True, check=True
    )
    assert answer.stdout == "[] 4\n"


@pytest.mark.parametrize("share", range(0, 100, 3))
def test_a_workbook_cut_off_anywhere_is_refused(share: int) -> None:
    cut = WORKBOOK[: len(WORKBOOK) * share // 100]
    assert last(outcome(cut, "kiriman.xlsx")) in {
        Refused(unfit.DAMAGED),
        Refused(unfit.EMPTY),
        Refused(unfit.TEXT),
    }


@settings(max_examples=300)
@given(st.integers(0, len(WORKBOOK) - 1), st.integers(1, 255))
@example(4, 1)
def test_a_flipped_byte_is_refused_or_does_no_harm(place: int, flip: int) -> None:
    """Everything in an archive but dates and the like is under a checksum."""
    flipped = bytearray(WORKBOOK)
    flipped[place] ^= flip
    told = list(outcome(bytes(flipped), "kiriman.xlsx"))
    if isinstance(told[-1], End):
        assert rows_of(told) == rows_of(outcome(WORKBOOK, "kiriman.xlsx"))
    else:
        assert isinstance(told[-1], Refused)


@settings(max_examples=300)
@given(st.binary(max_size=40), st.integers(0, 400), st.sampled_from(["sheet", "strings", "styles", "book"]))
def test_no_content_of_a_part_makes_the_program_fail(noise: bytes, place: int, part: str) -> None:
    """Bytes in the middle of a part that is packed as it should be; a defect would be told as Fault."""
    known = {
        "sheet": b'<row r="1"><c r="A1" t="s" s="0"><f>1</f><v>0</v></c><c t="d"><v>2025-01-01</v></c></row>',
        "strings": b'<si><r><t xml:space="preserve">a</t></r><rPh><t>b</t></rPh></si>',
        "styles": b'<numFmt numFmtId="7" formatCode="0%"/><cellXfs><xf numFmtId="7"/></cellXfs>',
        "book": b'<workbookPr date1904="1"/><sheets><sheet name="A" r:id="rId1"/></sheets>',
    }
    whole = known[part]
    changed = whole[: place % len(whole)] + noise + whole[place % len(whole) :]
    root = {"sheet": b"worksheet", "strings": b"sst", "styles": b"styleSheet", "book": b"workbook"}[part]
    space = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    text = b'<%s xmlns="%s" xmlns:r="r">%s</%s>' % (root, space, changed, root)
    assert isinstance(last(outcome(altered(**{part: text}), "kiriman.xlsx")), End | Refused)


@given(st.binary(max_size=300), st.sampled_from(["kiriman.xlsx", "kiriman.csv"]))
@example(b"sep=", "kiriman.csv")
@example(b"\xff\xfe;", "kiriman.csv")
@example(b"PK\x05\x06" + bytes(18), "kiriman.xlsx")
def test_no_bytes_make_the_program_fail(data: bytes, name: str) -> None:
    assert isinstance(last(outcome(data, name)), End | Refused)


def test_what_is_no_plain_file_or_has_two_gigabytes_is_not_read_at_all(tmp_path: Path) -> None:
    sparse = tmp_path / "kiriman.xlsx"
    with sparse.open("wb") as file:
        file.truncate(2 * 2**30)
    with pytest.raises(FileTooLarge):
        content(sparse)
    with pytest.raises(FileUnreadable):
        content(tmp_path)
    with pytest.raises(FileUnreadable):
        content(Path(os.devnull))


def test_the_memory_of_the_process_that_parses_has_an_end() -> None:
    program = f"""
from renaksi_desktop.spreadsheets.memory_cap import cap_memory
cap_memory({MAX_MEMORY})
held = bytearray({MAX_MEMORY // 2})
try:
    bytearray({MAX_MEMORY // 2})
except MemoryError:
    print("cukup")
"""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    answer = subprocess.run(
        [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
    )
    assert answer.stdout == "cukup\n"


def rows_of(events: Iterable[Event]) -> list[Event]:
    return [event for event in events if isinstance(event, Row)]
