"""The repository speaks of the project alone, and what is shipped is whole."""

import os
import re
import subprocess
import sys
import tomllib
import zipfile
from fnmatch import fnmatch
from pathlib import Path

import pytest

import renaksi_desktop
from renaksi_desktop import resources

REPOSITORY = Path(__file__).parents[2]

ELSEWHERE = re.compile(
    rb"://[\w.:-]*(/[\w/-]*simple\b|registry[\w.-]*)|--(extra-)?index-url|/(root|work|home/\w+)/", re.IGNORECASE
)
"""Addresses of package registries, and paths of somebody's machine."""


def project_files() -> list[Path]:
    """Return every file of the repository that git would not ignore; it needs no git, for a copy without it."""
    ignored = [".git", *(REPOSITORY / ".gitignore").read_text().replace("/", "").split()]
    found = []
    for folder, folders, files in os.walk(REPOSITORY):
        folders[:] = [name for name in folders if not any(fnmatch(name, pattern) for pattern in ignored)]
        found += [Path(folder, name) for name in files if not any(fnmatch(name, pattern) for pattern in ignored)]
    return found


def elsewhere(data: bytes) -> bytes | None:
    """Return what in a text file names a registry or a machine; a binary file has no text to read."""
    match = None if b"\0" in data else ELSEWHERE.search(data)
    return match and match[0]


def test_a_name_from_elsewhere_is_noticed() -> None:
    assert elsewhere(b"see https:" + b"//contoh.example/simple") == b":" + b"//contoh.example/simple"
    assert elsewhere(b"open " + b"/home" + b"/tester/x") == b"/home" + b"/tester/"
    assert elsewhere(b"build/contoh/jember-2025.pdf") is None


def test_no_file_names_a_registry_or_a_machine() -> None:
    files = project_files()
    assert Path(__file__) in files
    assert {path: found for path in files if (found := elsewhere(path.read_bytes()))} == {}


def test_the_version_is_the_same_everywhere() -> None:
    with (REPOSITORY / "pyproject.toml").open("rb") as file:
        assert tomllib.load(file)["project"]["version"] == renaksi_desktop.__version__
    changelog = (REPOSITORY / "CHANGELOG.md").read_text(encoding="utf-8")
    versions = re.findall(r"^## (\S+)", changelog, re.MULTILINE)
    assert versions[0] == renaksi_desktop.__version__


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built and unpacked as an installation would."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", str(folder)]
    subprocess.run(command, cwd=REPOSITORY, check=True, capture_output=True)
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def test_the_wheel_holds_every_resource(installed: Path) -> None:
    shipped = installed / "renaksi_desktop" / "_resources"
    ours = [path for path in project_files() if path.is_relative_to(resources.ROOT)]
    assert resources.SAMPLE in ours
    for path in ours:
        assert (shipped / path.relative_to(resources.ROOT)).read_bytes() == path.read_bytes()


def test_the_wheel_holds_the_guide_with_its_pictures(installed: Path) -> None:
    shipped = installed / "renaksi_desktop" / "_resources"
    pictures = resources.GUIDE.parent / "gambar"
    guide = [path for path in project_files() if resources.GUIDE in path.parents or pictures in path.parents]
    assert {".md", ".png"} <= {path.suffix for path in guide}
    for path in guide:
        assert (shipped / path.relative_to(resources.GUIDE.parent)).read_bytes() == path.read_bytes()


def test_an_installed_program_finds_its_own_resources(installed: Path) -> None:
    code = (
        "from renaksi_desktop import resources;"
        "print(resources.SAMPLE.resolve(strict=True)); print((resources.GUIDE / 'README.md').resolve(strict=True))"
    )
    environment = os.environ | {"PYTHONPATH": str(installed)}
    answer = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )
    found = [Path(line) for line in answer.stdout.splitlines()]
    assert len(found) == 2
    assert all(path.is_relative_to(installed) for path in found)
