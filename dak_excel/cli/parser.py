"""The commands and their options, in Bahasa Indonesia.

argparse, since `--help` must answer at once on an old office PC: importing it takes 3 ms, typer's 45 ms.
"""

from __future__ import annotations

import argparse
import re
from datetime import date
from pathlib import Path
from typing import NoReturn

from dak_excel import __version__

SALAH_PAKAI = 2
"""Exit code for wrong usage or configuration (contract)."""
JEDA_PALING_LAMA = 3600
"""Longest quiet time that `pantau` waits for before a run, in seconds."""

_PESAN = (
    (r"the following arguments are required: (.*)", r"masih kurang: \1"),
    (r"unrecognized arguments: (.*)", r"tidak dikenal: \1"),
    (r"argument (.*?): invalid choice: (.*?) \(choose from (.*)\)", r"\1: \2 tidak dikenal; pilih \3"),
    (r"argument (.*?): expected one argument", r"\1: isinya belum disebut"),
    (r"argument (.*?): expected at least one argument", r"\1: sebutkan paling sedikit satu"),
    (r"argument (.*?): invalid (.*?) value: (.*)", r"\1: \3 tidak dapat dibaca"),
    (r"argument (.*?): not allowed with argument (.*)", r"\1 tidak dapat dipakai bersama \2"),
    (r"argument (.*?): (.*)", r"\1: \2"),
)


class _Parser(argparse.ArgumentParser):
    """argparse with its few built-in English words in Bahasa Indonesia."""

    def __init__(self, **options: object) -> None:
        super().__init__(add_help=False, formatter_class=_Formatter, **options)  # type: ignore[arg-type]
        self._positionals.title = "yang disebut"
        self._optionals.title = "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        """Says what is wrong with the command line and how to get help; exit code 2."""
        for pattern, replacement in _PESAN:
            if re.fullmatch(pattern, message):
                message = re.sub(pattern, replacement, message)
                break
        self.exit(SALAH_PAKAI, f"Perintah keliru: {message}. Lihat «{self.prog} --help».\n")


class _Formatter(argparse.HelpFormatter):
    def _format_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None) -> str:
        return super()._format_usage(usage, actions, groups, "cara pakai: " if prefix is None else prefix)  # type: ignore[arg-type]


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    root = _Parser(
        prog="dak-excel",
        description="Memeriksa buku kerja DAK Nonfisik Sentra IKM terhadap juknis, menandai selnya, "
        "dan menyusun laporannya dalam Word.",
    )
    root.add_argument(
        "--version", action="version", version=f"dak-excel {__version__}", help="tampilkan versi"
    )
    commands = root.add_subparsers(title="perintah", dest="perintah", metavar="PERINTAH")
    _process(commands)
    _check(commands)
    _watch(commands)
    _schedule(commands)
    _juknis(commands)
    _templates(commands)
    _blank(commands)
    _recap(commands)
    return root


def _process(commands: argparse._SubParsersAction[_Parser]) -> None:
    p = commands.add_parser("proses", help="periksa folder masukan dan tulis semua keluaran")
    p.add_argument(
        "masukan", nargs="?", type=Path, metavar="MASUKAN", help="folder masukan (bawaan: input_samples)"
    )
    _run_options(p)
    p.add_argument("--paksa", action="store_true", default=None, help="kerjakan ulang semua, abaikan jurnal")


def _juknis_options(p: argparse.ArgumentParser) -> None:
    p.add_argument("--tahun", type=int, metavar="TAHUN", help="tahun anggaran, penentu juknis (bawaan: 2023)")
    p.add_argument("--juknis", type=Path, metavar="FOLDER", help="folder berkas juknis tahun lain")


def _check_options(p: argparse.ArgumentParser, *, per: bool = True) -> None:
    _juknis_options(p)
    if per:
        p.add_argument("--per", type=_day, metavar="TTTT-BB-HH", help="anggap hari ini tanggal tersebut")
    p.add_argument("--kosakata", type=Path, metavar="BERKAS", help="kata judul kolom tambahan milik dinas")


def _run_options(p: argparse.ArgumentParser, *, per: bool = True) -> None:
    _check_options(p, per=per)
    p.add_argument("--keluaran", type=Path, metavar="FOLDER", help="folder keluaran (bawaan: output)")
    p.add_argument(
        "--semester",
        choices=("1", "2", "akhir"),
        help="laporan yang dibuat (bawaan: semua yang sudah waktunya)",
    )
    p.add_argument(
        "--kertas", type=str.upper, choices=("F4", "A4"), help="ukuran kertas laporan (bawaan: F4)"
    )
    p.add_argument("--nik-penuh", action="store_true", default=None, help="tulis NIK lengkap di lampiran")
    p.add_argument(
        "--pdf", action="store_true", default=None, help="buat juga PDF bila LibreOffice terpasang"
    )
    p.add_argument(
        "--tanpa-tata-letak",
        dest="tata_letak",
        action="store_false",
        default=None,
        help="jangan pakai LibreOffice untuk nomor halaman daftar isi (lebih cepat)",
    )
    p.add_argument("--templat", type=Path, metavar="FOLDER", help="folder templat Word milik dinas")
    p.add_argument(
        "--pekerja", type=int, metavar="N", help="banyaknya pekerja yang berjalan bersamaan (bawaan: 1)"
    )
    p.add_argument("--klaster", metavar="ALAMAT", help="alamat penjadwal Dask, misalnya tcp://komputer:8786")


def _check(commands: argparse._SubParsersAction[_Parser]) -> None:
    p = commands.add_parser("periksa", help="periksa berkas tertentu dan tampilkan temuannya")
    p.add_argument("berkas", nargs="+", type=Path, metavar="BERKAS", help="berkas yang diperiksa")
    p.add_argument(
        "--keluaran", type=Path, metavar="FOLDER", help="tulis juga salinan bertanda ke folder ini"
    )
    _check_options(p)
    shown = p.add_mutually_exclusive_group()
    shown.add_argument("--baca", action="store_true", help="tampilkan apa yang dipahami dari tiap lembar")
    shown.add_argument("--json", action="store_true", help="temuan sebagai JSON, untuk program lain")
    p.add_argument("--semua", action="store_true", help="tampilkan semua temuan, bukan 50 yang terberat")


def _watch(commands: argparse._SubParsersAction[_Parser]) -> None:
    p = commands.add_parser("pantau", help="awasi folder masukan dan kerjakan apa yang ditaruh di sana")
    p.add_argument("masukan", type=Path, metavar="MASUKAN", help="folder masukan")
    _run_options(p)
    p.add_argument(
        "--jeda",
        type=_pause,
        default=5.0,
        metavar="DETIK",
        help="tunggu setenang ini sebelum mulai (bawaan: 5)",
    )
    p.add_argument("--tanya-ulang", action="store_true", help="periksa berkala, untuk folder di jaringan")


def _schedule(commands: argparse._SubParsersAction[_Parser]) -> None:
    p = commands.add_parser("jadwal", help="pasang, lihat, atau lepas proses tiap malam")
    p.add_argument("tindakan", choices=("pasang", "lihat", "lepas"), help="yang dilakukan")
    p.add_argument("--pukul", type=_clock, default="01:30", metavar="JJ:MM", help="jam mulai (bawaan: 01:30)")
    p.add_argument("--masukan", type=Path, metavar="FOLDER", help="folder masukan (bawaan: input_samples)")
    _run_options(p, per=False)


def _juknis(commands: argparse._SubParsersAction[_Parser]) -> None:
    p = commands.add_parser("juknis", help="tampilkan aturan yang berlaku beserta dasarnya")
    p.add_argument(
        "pilihan",
        nargs="?",
        metavar="A1|KETENTUAN|periksa|salin",
        help="rincian (A1), ketentuan (A1-JPL), periksa: yang belum dikonfirmasi, diuji, dan dikutip, "
        "atau salin: mulai berkas tahun berikutnya",
    )
    p.add_argument("untuk", nargs="?", type=int, metavar="TAHUN", help="tahun yang dimulai dengan salin")
    p.add_argument("--teks", type=Path, metavar="BERKAS", help="teks juknis untuk periksa (.md atau .txt)")
    p.add_argument("--skenario", type=Path, metavar="FOLDER", help="folder skenario untuk periksa")
    _juknis_options(p)


def _templates(commands: argparse._SubParsersAction[_Parser]) -> None:
    p = commands.add_parser("templat", help="periksa templat Word, atau salin yang bawaan untuk disunting")
    p.add_argument("tindakan", choices=("periksa", "salin"), help="yang dilakukan")
    p.add_argument(
        "tempat",
        nargs="?",
        type=Path,
        metavar="FOLDER|BERKAS",
        help="folder templat (bawaan: templat; bila tidak ada, periksa memeriksa yang bawaan)",
    )


def _blank(commands: argparse._SubParsersAction[_Parser]) -> None:
    p = commands.add_parser("contoh", help="tulis buku kerja kosong yang siap diisi")
    p.add_argument("folder", type=Path, metavar="FOLDER", help="tempat menaruhnya")


def _recap(commands: argparse._SubParsersAction[_Parser]) -> None:
    p = commands.add_parser("rekap", help="tulis lagi rekap.xlsx dari hasil proses terakhir")
    p.add_argument("keluaran", type=Path, metavar="KELUARAN", help="folder keluaran dari perintah proses")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"«{text}» bukan tanggal; tulis seperti 2023-07-14") from None


def _pause(text: str) -> float:
    try:
        seconds = float(text.replace(",", "."))
    except ValueError:
        seconds = -1
    if not 0 <= seconds <= JEDA_PALING_LAMA:  # neither is nan
        raise argparse.ArgumentTypeError(
            f"«{text}» tidak dapat dipakai; tulis banyaknya detik, 0 sampai {JEDA_PALING_LAMA}"
        )
    return seconds


def _clock(text: str) -> str:
    if not re.fullmatch(r"([01]?\d|2[0-3])[:.][0-5]\d", text):
        raise argparse.ArgumentTypeError(f"«{text}» bukan jam; tulis seperti 01:30")
    hour, minute = re.split(r"[:.]", text)
    return f"{int(hour):02d}:{minute}"
