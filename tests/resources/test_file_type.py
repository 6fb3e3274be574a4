"""A desktop knows a plan by its content, whatever its name, and opens it with the program."""

import configparser
import os
import subprocess
import sys
from pathlib import Path

import pytest

from renaksi_desktop import resources

LINUX = resources.ROOT / "linux"
ASK = """
import sys
from PySide6.QtCore import QMimeDatabase
for path in sys.argv[1:]:
    print(QMimeDatabase().mimeTypeForFile(path, QMimeDatabase.MatchMode.MatchContent).name())
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "rencana.renaksi"
    command = [sys.executable, "-m", "renaksi_desktop.cli", "impor", str(resources.SAMPLE), str(path)]
    subprocess.run(command, check=True, capture_output=True)
    return path


def types_by_content(folder: Path, *files: Path) -> list[str]:
    """Return the MIME type of each file, on a desktop that knows the types declared in `folder`."""
    packages = folder / "mime" / "packages"
    packages.mkdir(parents=True)
    (packages / "renaksi-desktop.xml").write_bytes((LINUX / "renaksi-desktop.xml").read_bytes())
    environment = os.environ | {"XDG_DATA_HOME": str(folder)}
    command = [sys.executable, "-c", ASK, *map(str, files)]
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout.split()


def test_a_plan_is_known_by_its_content_and_another_database_is_not_one(tmp_path: Path, plan: Path) -> None:
    attachment, foreign = tmp_path / "lampiran", tmp_path / "lain"
    content = plan.read_bytes()
    attachment.write_bytes(content)
    foreign.write_bytes(content[:68] + bytes(4) + content[72:])
    known, other = types_by_content(tmp_path / "data", attachment, foreign)
    assert known == "application/vnd.renaksi+sqlite3"
    assert other != known


def test_the_desktop_entry_opens_that_type() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(LINUX / "renaksi-desktop.desktop", encoding="utf-8")
    assert entry["Desktop Entry"]["MimeType"] == "application/vnd.renaksi+sqlite3;"
    assert entry["Desktop Entry"]["Exec"] == "renaksi-desktop %f"
