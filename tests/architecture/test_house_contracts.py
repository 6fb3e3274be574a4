"""The rooms import each other, and foreign libraries, only as the contracts in pyproject.toml allow."""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
SOURCE = REPOSITORY / "src"

ROOMS = (
    "domain", "storage", "reports", "spreadsheets", "interchange", "document",
    "models", "tasks", "widgets", "dialogs", "main_window",
)  # fmt: skip
ALLOWED = {
    "app": "import PySide6.QtWidgets",
    "models.plan_model": "from PySide6.QtCore import QAbstractItemModel",
    "reports.archive": "import pikepdf",
    "storage.writer": "import apsw",
}
BREACHES = {
    ("domain.plan", "models.plan_model"): "from renaksi_desktop.models import plan_model",
    ("storage.reader", "interchange.reader"): "import renaksi_desktop.interchange.reader",
    ("models.plan_model", "tasks.task"): "import renaksi_desktop.tasks.task",
    ("document.document", "PySide6"): "from PySide6.QtCore import QObject",
    ("cli", "models.plan_model"): "from renaksi_desktop import app; from renaksi_desktop.models import plan_model",
    ("settings", "apsw"): "import apsw",
    ("interchange.reader", "sqlite3"): "import sqlite3",
    ("dialogs.preview", "reportlab"): "from reportlab.pdfgen import canvas",
    ("widgets.page_view", "pypdfium2"): "import pypdfium2",
    ("reports.form", "openpyxl"): "import openpyxl",
}
"""Each (importer, imported) breaks one rule by the line that follows; names are below our package, or foreign."""


def test_every_contract_is_kept() -> None:
    result = lint_imports(SOURCE)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(("importer", "imported"), BREACHES)
def test_a_breach_is_noticed(complaints: str, importer: str, imported: str) -> None:
    ours = imported.split(".")[0] in ROOMS
    target = f"renaksi_desktop.{imported}" if ours else imported
    assert f"renaksi_desktop.{importer} -> {target} (l." in complaints


def test_a_room_without_a_place_in_the_house_is_noticed(complaints: str) -> None:
    assert "The following modules are not listed as layers:\n\n- renaksi_desktop.drawers\n" in complaints


def test_no_second_sqlite_comes_in_through_qt() -> None:
    """The contracts see PySide6 as one package, so its SQL module is looked for here."""
    assert "PySide6.QtSql" in imported_names("from PySide6 import QtSql")
    for file in SOURCE.rglob("*.py"):
        names = imported_names(file.read_text(encoding="utf-8"))
        assert not any(name.startswith("PySide6.QtSql") for name in names), file


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory) -> str:
    """What the contracts say of a made-up house that breaks them all."""
    source = tmp_path_factory.mktemp("crooked")
    house = source / "renaksi_desktop"
    for room in ROOMS:
        (house / room).mkdir(parents=True)
        (house / room / "__init__.py").touch()
    for name in ("__init__", "drawers", "faults", "referensi", "resources", "tasks.task"):
        write(house, name, "")
    for name, line in ALLOWED.items():
        write(house, name, line)
    for (importer, _), line in BREACHES.items():
        write(house, importer, line)
    result = lint_imports(source)
    assert result.returncode == 1, result.stdout + result.stderr
    return result.stdout


def write(house: Path, module: str, line: str) -> None:
    with house.joinpath(*module.split(".")).with_suffix(".py").open("a", encoding="utf-8") as file:
        file.write(line + "\n")


def lint_imports(source: Path) -> subprocess.CompletedProcess[str]:
    """Hold the package below `source` to the contracts of this repository."""
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-logo", "--no-cache"]
    environment = os.environ | {"PYTHONPATH": str(source), "COLUMNS": "200"}
    return subprocess.run(command, cwd=REPOSITORY, env=environment, capture_output=True, text=True, check=False)


def imported_names(source: str) -> set[str]:
    """Return the dotted name of everything that a module imports, wherever in it."""
    return set(_imports(ast.parse(source)))


def _imports(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
