"""What is remembered between two starts: it comes back as it was, and a damaged file costs only the memory."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from renaksi_desktop.settings import (
    LARGEST_TEXT,
    MAX_LENGTH,
    MAX_RECENT,
    SMALLEST_TEXT,
    Settings,
    Theme,
    load,
    store,
)
from renaksi_desktop.storage.errors import NotWritten

file_names = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))

SETTINGS = st.builds(
    Settings,
    recent=st.lists(file_names, max_size=MAX_RECENT).map(tuple),
    geometry=st.text(),
    state=st.text(),
    theme=st.sampled_from(Theme),
    text=st.integers(SMALLEST_TEXT, LARGEST_TEXT),
    lengths=st.dictionaries(st.text(), st.lists(st.integers(0, MAX_LENGTH), max_size=20).map(tuple), max_size=5),
    page=st.text(),
)


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("settings") / "settings.json"


@given(SETTINGS)
def test_what_is_stored_comes_back(kept: Path, settings: Settings) -> None:
    store(settings, kept)
    assert load(kept) == settings


def test_the_first_start_remembers_nothing(tmp_path: Path) -> None:
    assert load(tmp_path / "none.json") == Settings() == Settings(recent=(), geometry="", state="")


@pytest.mark.parametrize(
    "damaged", [b"", b"{", b"\xff\xfe\x00", b"null", b"[]", b"3", b'"recent"', b'{"recent": ["a"]', b"\x00" * 99]
)
def test_a_damaged_file_is_as_none(tmp_path: Path, damaged: bytes) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(damaged)
    assert load(path) == Settings()


@pytest.mark.parametrize("wrong", [None, 3, True, {"a": 1}, [1, None, ["x"]]])
def test_a_value_of_a_wrong_type_falls_back_alone(tmp_path: Path, wrong: Any) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"recent": wrong, "geometry": wrong, "state": "kept"}))
    assert load(path) == Settings(state="kept")


@pytest.mark.parametrize(
    ("name", "wrong"),
    [
        ("theme", "biru"),
        ("theme", ["gelap"]),
        ("text", 79),
        ("text", 201),
        ("text", "100"),
        ("text", True),
        ("text", 100.0),
        ("lengths", [1, 2]),
        ("lengths", {"a": 3, "b": [1, "x"], "c": [-1], "d": [10**9], "e": [True], "f": [1] * 101}),
    ],
)
def test_a_value_out_of_bounds_is_as_none(tmp_path: Path, name: str, wrong: Any) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({name: wrong, "page": "targetPage"}))
    assert load(path) == Settings(page="targetPage")


def test_a_name_among_things_that_are_none_is_kept_and_an_unknown_setting_is_not(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(json.dumps({"recent": ["a.renaksi", 3, None, "b.renaksi"], "colour": "dark"}))
    assert load(path) == Settings(recent=("a.renaksi", "b.renaksi"))


def test_the_list_of_recent_files_is_bounded_in_memory_and_on_disk(tmp_path: Path) -> None:
    path, names = tmp_path / "settings.json", [f"{number}.renaksi" for number in range(MAX_RECENT + 5)]
    path.write_text(json.dumps({"recent": names}))
    assert load(path).recent == tuple(names[:MAX_RECENT])
    settings = Settings()
    for name in names:
        settings = settings.with_recent(Path(name))
    assert settings.recent == tuple(reversed(names[-MAX_RECENT:]))


def test_a_file_opened_again_moves_to_the_front_and_one_that_is_gone_leaves() -> None:
    settings = Settings(recent=("a", "b", "c"), geometry="wide")
    assert settings.with_recent(Path("b")) == Settings(recent=("b", "a", "c"), geometry="wide")
    assert settings.without_recent(Path("b")) == Settings(recent=("a", "c"), geometry="wide")
    assert settings.without_recent(Path("elsewhere")) == settings


def test_where_settings_cannot_be_kept_the_program_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotWritten):
        store(Settings(), tmp_path / "no folder" / "settings.json")


def test_what_can_be_no_name_of_a_file_is_not_listed(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text('{"recent": ["\\u0000a", "\\ud800", "rencana.renaksi"]}', "utf-8")
    assert load(path).recent == ("rencana.renaksi",)
