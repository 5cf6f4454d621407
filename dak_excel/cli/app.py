"""From a command line to an exit code: each command calls its module and shows what came of it."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dak_excel.cli.collector import loaded
from dak_excel.cli.parser import SALAH_PAKAI, parser

if TYPE_CHECKING:
    from datetime import date

    from dak_excel.config import Settings

BERES = 0
ADA_TEMUAN = 1
SEBAGIAN_GAGAL = 3
DIHENTIKAN = 130

_PILIHAN = (
    "tahun",
    "juknis",
    "kosakata",
    "semester",
    "kertas",
    "nik_penuh",
    "pdf",
    "tata_letak",
    "templat",
    "pekerja",
    "klaster",
)
"""Options of `proses` that the nightly run takes over from `jadwal pasang`."""
_TANPA = {"tata_letak": "--tanpa-tata-letak"}
"""Options that take something away, by what they take away."""


def run(arguments: Sequence[str]) -> int:
    """Runs a command and returns its exit code (contract, «Commands»). No exception reaches the user."""
    try:
        options = parser().parse_args(arguments)
    except SystemExit as done:  # --help, --version, wrong usage: argparse has said it
        return int(done.code or 0)
    if options.perintah is None:
        from dak_excel.cli.first_steps import first_steps

        sys.stdout.write(first_steps(Path.cwd()))
        return BERES
    if not getattr(options, "malam", False):
        return _attempt(options)[0]
    from dak_excel.schedule.record import night

    with night() as noted:
        noted.kode, noted.kalimat = _attempt(options)
    return noted.kode


def _attempt(options: argparse.Namespace) -> tuple[int, str]:
    """The exit code of a command, and what kept it from its work."""
    try:
        return _COMMANDS[options.perintah](options), ""
    except KeyboardInterrupt:
        text = "Dihentikan. Keluaran yang sudah jadi tetap utuh; jalankan lagi untuk melanjutkan."
        _say(text)
        return DIHENTIKAN, text
    except Exception as error:
        text = _explain(error)
        return _say(text), text


def _explain(error: Exception) -> str:
    """One sentence for the user."""
    from dak_excel import errors

    if isinstance(error, errors.UserError):
        return str(error)
    if isinstance(error, OSError):
        return f"«{error.filename or 'berkas'}» tidak dapat dipakai: {errors.why(error)}."
    from dak_excel.faults import trace

    return (
        f"Terjadi kesalahan di dalam program ({trace(error)}). Tidak ada berkas Anda yang berubah. "
        "Kirimkan kalimat ini kepada pengembang."
    )


def _say(message: str) -> int:
    from dak_excel.cli.screen import safe

    sys.stderr.write(safe(message) + "\n")
    return SALAH_PAKAI


def _settings(options: argparse.Namespace) -> Settings:
    from dak_excel.config import Settings, load_settings

    loaded()
    given: dict[str, Any] = {k: v for k, v in vars(options).items() if k in Settings.model_fields}
    return load_settings(**given)


def _process(options: argparse.Namespace) -> int:
    from dak_excel.cli import display

    with display.progress() as lapor:
        from dak_excel.nightly.run import run_nightly  # takes a moment, which the bar tells of

        settings = _settings(options)
        hasil = run_nightly(settings, lapor)
    display.run_table(hasil, settings)
    if options.buka:
        from dak_excel.cli.open_page import open_page

        open_page(settings.keluaran / hasil.page)
    return SEBAGIAN_GAGAL if hasil.failed else BERES


def _check(options: argparse.Namespace) -> int:
    from dak_excel.batch.check import check_files
    from dak_excel.batch.own_files import ensure_readable
    from dak_excel.cli import display
    from dak_excel.findings import Tingkat

    settings = _settings(options)
    ensure_readable(settings)
    hasil = check_files(options.berkas, settings, options.keluaran)
    if options.baca:
        display.reading(hasil.terbaca)
    if options.json:
        display.temuan_json(hasil)
    else:
        display.temuan(hasil, semua=options.semua)
    if hasil.failed:
        return SEBAGIAN_GAGAL
    grave = {Tingkat.PELANGGARAN, Tingkat.DATA}
    return ADA_TEMUAN if any(t.tingkat in grave for t in hasil.temuan) else BERES


def _watch(options: argparse.Namespace) -> int:
    from dak_excel.cli import display
    from dak_excel.watch import watch_folder

    watch_folder(
        lambda: _settings(options),
        jeda=options.jeda,
        tanya_ulang=options.tanya_ulang,
        lapor=display.run_at,
        kabar=display.say_at,
        kemajuan=display.progress,
    )
    return BERES


def _schedule(options: argparse.Namespace) -> int:
    from dak_excel.batch.own_files import ensure_readable
    from dak_excel.checks.rules import load_rules
    from dak_excel.cli import display
    from dak_excel.schedule import install, remove, status

    match options.tindakan:
        case "pasang":
            settings = _settings(options)
            ensure_readable(settings)
            load_rules(settings.tahun, settings.juknis)
            display.say(install(options.pukul, settings, _given_options(options)))
        case "lihat":
            display.say(status())
        case _:
            display.say(remove())
    return BERES


def _given_options(options: argparse.Namespace) -> list[str]:
    """The options of `proses` that were given, as the nightly command line needs them; paths absolute."""
    words: list[str] = []
    for name in _PILIHAN:
        value = getattr(options, name)
        if value is False:
            words.append(_TANPA[name])
        elif value is not None:
            words.append(f"--{name.replace('_', '-')}")
            words += [] if value is True else [str(value.resolve() if isinstance(value, Path) else value)]
    return words


def _juknis(options: argparse.Namespace) -> int:
    from dak_excel.batch.own_files import ensure_readable
    from dak_excel.checks.rules import load_rules
    from dak_excel.cli import display
    from dak_excel.juknis.display import show

    settings = _settings(options)
    if options.pilihan == "salin":
        display.say(_start_juknis(options.untuk, settings))
        return BERES
    ensure_readable(settings)
    juknis = load_rules(settings.tahun, settings.juknis)
    if options.pilihan == "periksa":
        from dak_excel.juknis.coverage import open_lines

        display.text_block(open_lines(juknis, options.teks, options.skenario or _scenarios()))
    else:
        display.text_block(show(juknis, options.pilihan or ""))
    return BERES


def _start_juknis(tahun: int | None, settings: Settings) -> str:
    """Starts the file of a year in the office's own folder; what to do next."""
    from dak_excel.checks.rules import load_rules
    from dak_excel.errors import UserError, why
    from dak_excel.juknis.next_year import next_year_text, source_year
    from dak_excel.output.atomic import write_whole

    if tahun is None:
        raise UserError("Sebut tahun yang dimulai, misalnya: dak-excel juknis salin 2024")
    folder = settings.juknis or settings.own_juknis
    file = folder / f"{tahun}.yaml"
    if file.exists():
        raise UserError(f"«{file}» sudah ada dan tidak diubah. Sunting berkas itu, atau pindahkan dulu.")
    own = folder if folder.is_dir() else None
    asal = load_rules(source_year(tahun, own), own)
    try:
        write_whole(file, next_year_text(tahun, asal, own).encode())
    except OSError as error:
        raise UserError(f"«{file}» tidak dapat ditulis: {why(error)}.") from error
    baru = load_rules(tahun, folder)
    return (
        f"«{file}» ditulis, disalin dari {asal.tahun}: {len(baru.usulan)} butir bertanda !usulan perlu "
        f"dikonfirmasi. Daftarnya: dak-excel juknis periksa --tahun {tahun}. Memakainya: --tahun {tahun}, "
        f"atau tulis «tahun: {tahun}» di dak-excel.yaml."
    )


def _scenarios() -> Path | None:
    """The scenarios of the program's own source, where it runs from there."""
    folder = Path(__file__).parents[2] / "tests" / "skenario"
    return folder if folder.is_dir() else None


def _templates(options: argparse.Namespace) -> int:
    from dak_excel.cli import display
    from dak_excel.reports.template import files

    own = Path("templat")
    if options.tindakan == "salin":
        options.tempat = options.tempat or own
        copied = len(files.copy_out(options.tempat))
        kept = len(files.NAMA) - copied
        there = f"; {kept} yang sudah ada di sana dibiarkan" if kept else ""
        display.say(f"{copied} templat disalin ke {options.tempat}{there}.")
        return BERES
    if options.tempat is None and not own.is_dir():
        display.say("Belum ada folder templat milik dinas; yang diperiksa templat bawaan.")
    faults = files.faults(options.tempat or (own if own.is_dir() else files.built_in()))
    display.template_faults(faults)
    return ADA_TEMUAN if faults else BERES


def _blank(options: argparse.Namespace) -> int:
    from dak_excel.blank_workbook import write_blank
    from dak_excel.checks.rules import load_rules
    from dak_excel.cli import display

    path = write_blank(options.folder, load_rules(_settings(options).tahun))
    display.say(f"Buku kerja kosong ditulis: {path}")
    return BERES


def _recap(options: argparse.Namespace) -> int:
    from dak_excel.cli import display
    from dak_excel.nightly.rekap import renew_rekap

    said, per = renew_rekap(options.keluaran)
    display.say(said)
    if options.data:
        display.say(_export(options, per))
    return BERES


def _export(options: argparse.Namespace, per: date) -> str:
    """Writes the records of the input folder below the output folder; a sentence on where they stand."""
    from dak_excel.api import periksa
    from dak_excel.api.export import FOLDER, export
    from dak_excel.errors import UserError, why

    settings = _settings(options)
    hasil = periksa(
        settings.masukan, tahun=settings.tahun, per=per, juknis=settings.juknis, kosakata=settings.kosakata
    )
    try:
        done = export(hasil, options.keluaran, options.data)
    except OSError as error:
        raise UserError(
            f"Data di «{options.keluaran / FOLDER}» tidak dapat ditulis: {why(error)}."
        ) from error
    held = f" {len(done.tertahan)} sedang terbuka; yang baru ada di sebelahnya." if done.tertahan else ""
    return f"Data {len(done.ditulis)} tabel ditulis: {options.keluaran / FOLDER}.{held}"


def _ask_settings(options: argparse.Namespace) -> int:
    from dak_excel.cli import display
    from dak_excel.cli.settings_dialogue import ask_settings

    display.say(ask_settings())
    return BERES


_COMMANDS = {
    "proses": _process,
    "periksa": _check,
    "pantau": _watch,
    "jadwal": _schedule,
    "juknis": _juknis,
    "templat": _templates,
    "contoh": _blank,
    "rekap": _recap,
    "atur": _ask_settings,
}
