"""The command line's grammar and its help.

Written out because `argparse` speaks English, in other words with each Python, and says in a general way what can
be said of these few commands exactly; starting it also costs each command several milliseconds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final, NamedTuple

from renaksi_desktop import __version__
from renaksi_desktop.cli import commands
from renaksi_desktop.cli.outcome import Outcome, WrongUsage

_HELP: Final = ("-h", "--help")
_GENERAL: Final = {"-h, --help": "tampilkan bantuan ini"}
_CODES: Final = (
    "Kode keluar: 0 selesai, 1 periksa menemukan galat atau impor menemukan sel yang tidak terbaca,\n"
    "2 perintah salah, 3 masukan ditolak, 4 keluaran tidak dapat ditulis, 70 kesalahan program, 130 dihentikan.\n"
)


class Command(NamedTuple):
    """What to run, what for, the files it takes in this order, and its flags."""

    run: Callable[..., Outcome]
    purpose: str
    files: Mapping[str, str]
    flags: Mapping[str, str] = {}
    optional: int = 0
    """How many of the last files may be left out."""

    def usage(self, name: str) -> str:
        """Return the command as it is written: `renaksi impor SUMBER.json TUJUAN.renaksi`."""
        needed = len(self.files) - self.optional
        files = [file if place < needed else f"[{file}]" for place, file in enumerate(self.files)]
        return " ".join(("renaksi", name, *(f"[{flag}]" for flag in self.flags), *files))


_PLAN: Final = {"BERKAS.renaksi": "berkas rencana, atau PDF arsip yang memuatnya"}

COMMANDS: Final[dict[str, Command]] = {
    "impor": Command(
        commands.impor,
        "buat atau perbarui berkas rencana dari kertas kerja, JSON, atau PDF arsip",
        {
            "SUMBER": "kertas kerja .xlsx, rencana sebagai JSON, atau PDF arsip yang memuatnya",
            "TUJUAN.renaksi": "berkas yang dibuat, diganti, atau diperbarui",
        },
        {"--perbarui": "ubah rencana yang ada menurut sumbernya, dan tampilkan apa yang berubah"},
    ),
    "ekspor": Command(
        commands.ekspor,
        "tulis formulir sebagai PDF atau Excel, ringkasan, kertas kerja Excel, atau JSON",
        _PLAN | {"TUJUAN": "berkas .pdf, .xlsx, atau .json yang dibuat atau diganti"},
        {
            "--pdfa": "tulis PDF/A-3 untuk arsip, dengan berkas rencana di dalamnya",
            "--ringkasan": "tulis ringkasan rencana, bukan formulirnya",
            "--kertas-kerja": "tulis kertas kerja Excel untuk diisi dan diimpor kembali",
        },
    ),
    "periksa": Command(
        commands.periksa, "tampilkan temuan pada rencana", _PLAN, {"--json": "tulis temuan sebagai JSON"}
    ),
    "info": Command(commands.info, "tampilkan ringkasan rencana", _PLAN),
    "buka": Command(commands.buka, "buka jendela program", {"BERKAS": "rencana yang dibuka"}, optional=1),
}


def understood(argv: Sequence[str]) -> Callable[[], Outcome]:
    """Return what the words after `renaksi` ask for, ready to run.

    Raises:
        WrongUsage: they ask for nothing that there is; the sentence says how it is written.
    """
    name, *words = argv or ("",)
    if name in _HELP:
        return partial(Outcome, _overview())
    if name == "--version":
        return partial(Outcome, f"Renaksi Desktop {__version__}\n")
    if name not in COMMANDS:
        what = f"Perintah “{name}” tidak dikenal" if name else "Perintah belum disebut"
        raise WrongUsage(f"{what}. Pemakaian: renaksi {'|'.join(COMMANDS)} ..., atau renaksi --help.")
    flags, files = _sorted(words)
    command = COMMANDS[name]
    if flags & {*_HELP}:
        return partial(Outcome, _help(name, command))
    if fault := _fault(command, flags, files):
        raise WrongUsage(f"{fault}. Pemakaian: {command.usage(name)}")
    return partial(command.run, *map(Path, files), **{flag.strip("-").replace("-", "_"): True for flag in flags})


def _sorted(words: Sequence[str]) -> tuple[set[str], list[str]]:
    """Tell flags from files; behind `--` there are only files."""
    end = words.index("--") if "--" in words else len(words)
    flags = {word for word in words[:end] if word.startswith("-")}
    return flags, [word for word in words[:end] if word not in flags] + [*words[end + 1 :]]


def _fault(command: Command, flags: set[str], files: Sequence[str]) -> str | None:
    if unknown := flags - command.flags.keys():
        return f"Pilihan {min(unknown)} tidak dikenal"
    if len(files) > len(command.files):
        return f"“{files[len(command.files)]}” tidak diperlukan"
    missing = [*command.files][len(files) : len(command.files) - command.optional]
    return f"{missing[0]} belum disebut" if missing else None


def _overview() -> str:
    purposes = {name: command.purpose for name, command in COMMANDS.items()}
    return (
        "Pemakaian: renaksi PERINTAH ...\n\n"
        "Menyusun, memeriksa, dan mencetak Rencana Aksi Perjanjian Kinerja.\n"
        f"{_table('Perintah', purposes)}"
        f"{_table('Pilihan', _GENERAL | {'--version': 'tampilkan versi program'})}\n"
        f"Bantuan untuk satu perintah: renaksi PERINTAH --help\n{_CODES}"
    )


def _help(name: str, command: Command) -> str:
    purpose = f"{command.purpose[0].upper()}{command.purpose[1:]}."
    tables = _table("Berkas", command.files) + _table("Pilihan", {**command.flags, **_GENERAL})
    return f"Pemakaian: {command.usage(name)}\n\n{purpose}\n{tables}"


def _table(title: str, rows: Mapping[str, str]) -> str:
    return f"\n{title}:\n" + "".join(f"  {name:<16}{purpose}\n" for name, purpose in rows.items())
