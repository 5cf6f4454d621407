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
    (r"the following arguments are required: TINDAKAN", "masih kurang: pasang, lihat, atau lepas"),
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


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def _format_usage(self, usage: str | None, actions: object, groups: object, prefix: str | None) -> str:
        return super()._format_usage(usage, actions, groups, "cara pakai: " if prefix is None else prefix)  # type: ignore[arg-type]


def parser() -> argparse.ArgumentParser:
    """The whole command line."""
    root = _Parser(
        prog="dak-excel",
        description="Memeriksa buku kerja DAK Nonfisik Sentra IKM terhadap juknis, menandai selnya, "
        "dan menyusun laporannya dalam Word.",
        epilog="contoh:\n  dak-excel                                     langkah berikutnya di folder ini\n"
        "  dak-excel proses masukan --keluaran keluaran  periksa semua\n"
        "  dak-excel PERINTAH --help                     pilihan dan contoh satu perintah",
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
    _settings(commands)
    return root


def _command(
    commands: argparse._SubParsersAction[_Parser],
    name: str,
    does: str,
    *examples: str,
    prog: str = "dak-excel",
) -> _Parser:
    """A command with what it does and examples, which its help shows."""
    lines = "".join(f"\n  {prog} {name}{f' {one}' if one else ''}" for one in examples)
    epilog = f"contoh:{lines}" if lines else None
    return commands.add_parser(name, help=does, description=f"{does[0].upper()}{does[1:]}.", epilog=epilog)


def _process(commands: argparse._SubParsersAction[_Parser]) -> None:
    p = _command(
        commands,
        "proses",
        "periksa folder masukan dan tulis semua keluaran",
        "",
        "masukan --keluaran keluaran",
        "masukan --keluaran keluaran --semester 1 --kertas A4",
        "masukan --keluaran keluaran --per 2023-07-14 --buka",
    )
    p.add_argument(
        "masukan",
        nargs="?",
        type=Path,
        metavar="MASUKAN",
        help="folder masukan (bawaan: masukan, atau input_samples)",
    )
    _run_options(p)
    p.add_argument("--paksa", action="store_true", default=None, help="kerjakan ulang semua, abaikan jurnal")
    p.add_argument("--buka", action="store_true", help="buka halaman hasilnya sesudah selesai")
    p.add_argument("--malam", action="store_true", help=argparse.SUPPRESS)  # given by «jadwal pasang»


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
    p.add_argument(
        "--keluaran", type=Path, metavar="FOLDER", help="folder keluaran (bawaan: keluaran, atau output)"
    )
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
    p = _command(
        commands,
        "periksa",
        "periksa berkas tertentu dan tampilkan temuannya",
        "RAB.xlsx",
        "RAB.xlsx Peserta.xlsx --semua",
        "RAB.xlsx --baca",
        "RAB.xlsx --keluaran hasil",
    )
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
    p = _command(
        commands,
        "pantau",
        "awasi folder masukan dan kerjakan apa yang ditaruh di sana",
        "masukan --keluaran keluaran",
        "masukan --keluaran keluaran --jeda 30 --tanya-ulang",
    )
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
    p = _command(
        commands,
        "jadwal",
        "pasang, lihat, atau lepas proses tiap malam",
        "pasang --pukul 01:30 --masukan masukan --keluaran keluaran",
        "lihat",
        "lepas",
    )
    acts = p.add_subparsers(title="tindakan", dest="tindakan", metavar="TINDAKAN", required=True)
    put = _command(
        acts,
        "pasang",
        "pasang proses tiap malam, menggantikan yang sudah ada",
        "",
        "--pukul 22:00",
        "--pukul 01:30 --masukan masukan --keluaran keluaran --kertas A4",
        prog="dak-excel jadwal",
    )
    put.add_argument(
        "--pukul", type=_clock, default="01:30", metavar="JJ:MM", help="jam mulai (bawaan: 01:30)"
    )
    put.add_argument(
        "--masukan", type=Path, metavar="FOLDER", help="folder masukan (bawaan: masukan, atau input_samples)"
    )
    _run_options(put, per=False)
    see = "tunjukkan yang terpasang, kapan berjalan lagi, dan hasil yang terakhir"
    _command(acts, "lihat", see, "", prog="dak-excel jadwal")
    _command(acts, "lepas", "batalkan proses tiap malam", "", prog="dak-excel jadwal")


def _juknis(commands: argparse._SubParsersAction[_Parser]) -> None:
    p = _command(
        commands,
        "juknis",
        "tampilkan aturan yang berlaku beserta dasarnya",
        "",
        "A1",
        "A1-JPL",
        "periksa",
    )
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
    p = _command(
        commands,
        "templat",
        "periksa templat Word, atau salin yang bawaan untuk disunting",
        "periksa",
        "salin templat",
        "periksa templat",
    )
    p.add_argument("tindakan", choices=("periksa", "salin"), help="yang dilakukan")
    p.add_argument(
        "tempat",
        nargs="?",
        type=Path,
        metavar="FOLDER|BERKAS",
        help="folder templat (bawaan: templat; bila tidak ada, periksa memeriksa yang bawaan)",
    )


def _blank(commands: argparse._SubParsersAction[_Parser]) -> None:
    p = _command(commands, "contoh", "tulis buku kerja kosong yang siap diisi", "masukan")
    p.add_argument("folder", type=Path, metavar="FOLDER", help="tempat menaruhnya")


def _recap(commands: argparse._SubParsersAction[_Parser]) -> None:
    p = _command(commands, "rekap", "tulis lagi rekap.xlsx dari hasil proses terakhir", "keluaran")
    p.add_argument("keluaran", type=Path, metavar="KELUARAN", help="folder keluaran dari perintah proses")
    p.add_argument("--data", choices=("csv", "parquet"), help="tulis juga isi semua lembar sebagai tabel")
    p.add_argument("--masukan", type=Path, metavar="MASUKAN", help="folder masukan yang dibaca untuk --data")
    _juknis_options(p)


def _settings(commands: argparse._SubParsersAction[_Parser]) -> None:
    _command(commands, "atur", "tulis berkas pengaturan dak-excel.yaml dengan bertanya", "")


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
