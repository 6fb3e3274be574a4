"""The command line's grammar and its help, wholly in Indonesian."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Final, NamedTuple, NoReturn

from renaksi_desktop import __version__
from renaksi_desktop.cli import commands
from renaksi_desktop.cli.outcome import Outcome, WrongUsage

CODES: Final = (
    "Kode keluar: 0 selesai, 1 periksa menemukan galat, 2 perintah salah, 3 masukan ditolak, "
    "4 keluaran tidak dapat ditulis, 70 kesalahan program."
)


class Argument(NamedTuple):
    """A file that a command takes: what it is called in the usage line and in the help."""

    metavar: str
    help: str
    nargs: str | None = None


class Command(NamedTuple):
    """What a command does, what for, and what it takes."""

    run: Callable[[argparse.Namespace], Outcome]
    purpose: str
    arguments: dict[str, Argument]
    flags: dict[str, str] = {}  # noqa: RUF012 - never changed


PLAN: Final = Argument("BERKAS.renaksi", "berkas rencana")
JSON: Final = Argument("SUMBER.json", "rencana sebagai JSON")
NEW_PLAN: Final = Argument("TUJUAN.renaksi", "berkas yang dibuat atau diganti")
EXPORT: Final = Argument("TUJUAN", "berkas .pdf atau .json yang dibuat atau diganti")
OPENED: Final = Argument("BERKAS", "rencana yang dibuka", nargs="?")

COMMANDS: Final = {
    "impor": Command(commands.impor, "buat berkas rencana dari JSON", {"sumber": JSON, "tujuan": NEW_PLAN}),
    "ekspor": Command(commands.ekspor, "tulis formulir PDF, atau JSON", {"berkas": PLAN, "tujuan": EXPORT}),
    "periksa": Command(
        commands.periksa,
        "tampilkan temuan pada rencana",
        {"berkas": PLAN},
        {"--json": "tulis temuan sebagai JSON"},
    ),
    "info": Command(commands.info, "tampilkan ringkasan rencana", {"berkas": PLAN}),
    "buka": Command(commands.buka, "buka jendela program", {"berkas": OPENED}),
}


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; it raises WrongUsage."""
    whole = _Parser(
        prog="renaksi",
        description="Menyusun, memeriksa, dan mencetak Rencana Aksi Perjanjian Kinerja.",
        epilog=CODES,
    )
    # Without prog, argparse would lay out a usage line, and import much for it, to find out this name.
    subparsers = whole.add_subparsers(title="Perintah", metavar="PERINTAH", required=True, prog=whole.prog)
    for name, command in COMMANDS.items():
        description = f"{command.purpose[0].upper()}{command.purpose[1:]}."
        _fill(subparsers.add_parser(name, help=command.purpose, description=description), command)
    version = f"Renaksi Desktop {__version__}"
    _options(whole).add_argument("--version", action="version", version=version, help="tampilkan versi program")
    return whole


def _fill(parser: argparse.ArgumentParser, command: Command) -> None:
    files = parser.add_argument_group("Argumen")
    for key, argument in command.arguments.items():
        files.add_argument(key, type=Path, **argument._asdict())
    options = _options(parser)
    for flag, purpose in command.flags.items():
        options.add_argument(flag, action="store_true", help=purpose)
    parser.set_defaults(run=command.run)


def _options(parser: argparse.ArgumentParser) -> argparse._ArgumentGroup:
    options = parser.add_argument_group("Pilihan")
    options.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")
    return options


class _Parser(argparse.ArgumentParser):
    """Speaks Indonesian alone: argparse's own words are English, and differ from one Python to the next."""

    def __init__(self, **options: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Formatter, **options)

    def error(self, message: str) -> NoReturn:
        usage = " ".join(self.format_usage().split())
        raise WrongUsage(f"Perintah tidak lengkap atau tidak dikenal. {usage}")


class _Formatter(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Pemakaian: " if prefix is None else prefix)
