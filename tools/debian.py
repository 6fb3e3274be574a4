"""Install from Debian or Ubuntu what the virtual environment and Qt need there and is missing.

Runs with the bare system Python, before there is an environment: `debian.py all`, or `debian.py window` for a
task that shows one. As root it installs with apt; otherwise it prints the line to run, and fails only if the
task cannot do without what is missing.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

LIBRARIES = Path(__file__).parents[1] / "requirements" / "debian.txt"
OLDEST_PYTHON = (3, 11)


def main(task: str) -> None:
    if sys.version_info < OLDEST_PYTHON:
        sys.exit(f"Python 3.11 or later is needed, this is {sys.version.split()[0]}: make PYTHON3=/its/path ...")
    missing = missing_packages()
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        install(missing)
        missing = missing_packages()
    if missing:
        print("Missing on this machine. On Debian or Ubuntu:\n  sudo", *apt_install(missing), file=sys.stderr)
    if not {"all", task}.isdisjoint(missing.values()):
        sys.exit(1)


def missing_packages() -> dict[str, str]:
    """Return each package to install with what needs it: "all", "window" or "print"."""
    rows = [line.split() for line in LIBRARIES.read_text().splitlines() if not line.startswith("#")]
    missing = {package: task for library, package, task in rows if not loads(library)}
    if importlib.util.find_spec("ensurepip") is None:
        missing["python3-venv"] = "all"
    return missing


def loads(library: str) -> bool:
    """Say whether the system's loader finds this library."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def install(packages: Iterable[str]) -> None:
    """Install by apt, which says itself what fails; what is still missing then is for the caller to see."""
    print("Installing by apt:", *packages, flush=True)
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update"], apt_install(packages)):
        subprocess.run([*command, "-qq"], env=environment, stdin=subprocess.DEVNULL, check=False)


def apt_install(packages: Iterable[str]) -> list[str]:
    return ["apt-get", "install", "--yes", "--no-install-recommends", *packages]


if __name__ == "__main__":
    main(sys.argv[1])
