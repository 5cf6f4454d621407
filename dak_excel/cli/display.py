"""What the console shows: progress, tables, sentences. Short, and without personal numbers."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    SpinnerColumn,
    TextColumn,
    TimeRemainingColumn,
)
from rich.table import Column, Table
from rich.text import Text

from dak_excel.cli.finding_list import by_level, findings_json, print_findings
from dak_excel.cli.screen import safe
from dak_excel.findings import Tingkat
from dak_excel.results.files import TIDAK_DIKENALI, BerkasResult
from dak_excel.results.glance import namesakes
from dak_excel.steps import listening

if TYPE_CHECKING:
    from dak_excel.batch.check import CheckResult
    from dak_excel.batch.read_daerah import FilesRead
    from dak_excel.config import Settings
    from dak_excel.nightly.run import Lapor, RunResult
    from dak_excel.results.daerah import DaerahResult
    from dak_excel.results.files import LembarResult
    from dak_excel.results.glance import Glance

BARIS = 20
"""Daerah that the closing table lists one by one; of more it lists those that need a person first."""
LEMBAR = 24
"""Sheets that a run lists one by one; of more it lists those that were not recognised."""
KALIMAT = 20
"""Files of one sort that are named one by one."""

_console = Console(highlight=False)


def say(text: str) -> None:
    """One line."""
    _console.print(safe(text), markup=False)


def say_at(text: str) -> None:
    """One line, with the time of day."""
    say(f"{datetime.now():%H:%M} {text}")


def run_at(hasil: RunResult, pengaturan: Settings) -> None:
    """The closing table of a run of `pantau`, with the time of day; one that changed nothing is one line."""
    if hasil.daerah and not hasil.dikerjakan and not hasil.failed and not hasil.diarsipkan:
        say_at("Tidak ada yang berubah.")
        return
    say_at(f"Selesai memproses {len(hasil.dikerjakan)} daerah.")
    run_table(hasil, pengaturan)


@contextlib.contextmanager
def progress() -> Iterator[Lapor]:
    """A progress bar with the daerah and the file in work; yields the function that a run tells of it."""
    columns = (
        SpinnerColumn(),
        BarColumn(bar_width=12),
        MofNCompleteColumn(),
        TextColumn("daerah"),
        TextColumn("{task.description}", table_column=Column(ratio=1, no_wrap=True, overflow="ellipsis")),
        TimeRemainingColumn(),
    )
    with Progress(*columns, console=_console, transient=True, expand=True) as progress:
        task = progress.add_task("Melihat isi folder masukan", total=None)
        daerah = ""

        def tell(text: str) -> None:
            progress.update(task, description=Text(safe(text)).markup)

        def lapor(nama: str, selesai: int, semua: int) -> None:
            nonlocal daerah
            daerah = nama
            tell(nama or f"Melihat apa yang berubah di {semua} daerah")
            progress.update(task, completed=selesai, total=semua)

        with listening(lambda doing: tell(f"{daerah}: {doing}" if daerah else doing)):
            yield lapor


def run_table(hasil: RunResult, pengaturan: Settings) -> None:
    """The closing table of a run, and what needs a person."""
    if not hasil.daerah:
        say(f"Folder masukan {pengaturan.masukan} belum berisi buku kerja. Taruh berkasnya di sana.")
        _closing(hasil)
        return
    _say_all(_first(hasil.daerah))
    _run_sheets(hasil.rinci)
    shown = sorted(hasil.daerah, key=_urgency) if _many(hasil) else hasil.daerah
    _console.print(_tabel_daerah(shown[:BARIS], hasil))
    if rest := shown[BARIS:]:
        counts = by_level(_counts(rest)).plain
        say(f"… dan {len(rest)} daerah lain, temuannya: {counts}.")
    _say_all(hasil.ragu)
    _say_all(_troubled(hasil.daerah))
    _set_aside(f"{d.folder}/{name}" for d in hasil.daerah for name in d.disisihkan)
    for d in hasil.daerah:
        _held_back({f"{d.folder}/{name}": f"{d.folder}/{baru}" for name, baru in d.tertahan.items()})
    _closing(hasil)
    say(f"Buka {pengaturan.keluaran / hasil.page} untuk melihat semuanya.")


def _closing(hasil: RunResult) -> None:
    """What has become of the run as a whole."""
    _set_aside(hasil.disisihkan)
    _held_back(hasil.tertahan)
    _say_all(f"Templat {fault}" for fault in hasil.templat)
    _say_all(
        f"{name} tidak ada lagi di folder masukan; keluarannya dipindahkan ke folder arsip."
        for name in hasil.diarsipkan
    )
    for text in (hasil.ringkasan, hasil.surel):
        if text:
            say(text)


def _urgency(daerah: Glance) -> tuple[bool, int]:
    """Sorts what failed first, then what has most to do."""
    return not daerah.sebab, -sum(daerah.terbuka.values())


def _set_aside(names: Iterable[str]) -> None:
    _say_all(
        f"Anda telah menyunting {name}; berkas Anda dibiarkan, versi baru ada di sebelahnya."
        for name in names
    )


def _held_back(names: Mapping[str, str]) -> None:
    _say_all(
        f"{name} sedang terbuka di program lain; versi barunya untuk sementara {baru}. Tutuplah berkas itu: "
        "proses berikutnya menggantinya."
        for name, baru in names.items()
    )


def _tabel_daerah(shown: Sequence[Glance], hasil: RunResult) -> Table:
    table = Table(title=f"Hasil pemeriksaan, {len(hasil.daerah)} daerah", title_justify="left")
    table.add_column("Daerah", overflow="fold")
    table.add_column("Berkas", justify="right")
    table.add_column("Temuan", overflow="fold")
    table.add_column("Dokumen", justify="right")
    table.add_column("Isian kosong", justify="right")
    kembar = namesakes(hasil.daerah)
    for daerah in shown:
        nama = _shown_name(daerah, kembar)
        done = "" if daerah.folder in hasil.dikerjakan else " (tidak berubah)"
        table.add_row(
            Text(f"{safe(nama)}{done}"),
            str(daerah.terbaca),
            Text("tidak dapat diproses", "bold red") if daerah.sebab else by_level(daerah.per_tingkat),
            str(daerah.dokumen),
            str(daerah.lengkapi),
        )
    return table


def _many(hasil: RunResult) -> bool:
    return len(hasil.daerah) > BARIS


def _counts(daerah: Iterable[Glance]) -> Counter[Tingkat]:
    total: Counter[Tingkat] = Counter()
    for one in daerah:
        total.update(one.per_tingkat)
    return total


def _shown_name(daerah: Glance, kembar: Collection[str]) -> str:
    """A daerah's name, with its folder where others are called the same."""
    return f"{daerah.nama} (folder {daerah.folder})" if daerah.nama in kembar else daerah.nama


def _first(daerah: Sequence[Glance]) -> Iterator[str]:
    """What is to be known before any figure: that files are of another year."""
    kembar = namesakes(daerah)
    for one in daerah:
        yield from (f"{_shown_name(one, kembar)}: {text}" for text in one.dahulu)


def _troubled(daerah: Sequence[Glance]) -> Iterator[str]:
    """A sentence for each daerah that failed and each file that was not read as it stands."""
    kembar = namesakes(daerah)
    for one in daerah:
        nama = _shown_name(one, kembar)
        if one.sebab:
            yield f"{nama}: {one.sebab}"
        yield from (f"{nama}: {text}" for text in one.galat)
        for berkas in one.menunggu:
            yield (
                f"{nama} menunggu {berkas.nama}, yang {berkas.sebab}. Keluaran yang ada masih yang "
                "sebelumnya."
            )
        for berkas in one.bermasalah:
            yield reason(berkas, f"{nama}, ")


def reason(berkas: BerkasResult, awalan: str = "") -> str:
    """Why a file was not read as it stands, in a sentence."""
    nama = f"{awalan}{berkas.nama}"
    if berkas.digantikan:
        return f"Tidak dihitung: {nama}: digantikan oleh «{berkas.digantikan}»."
    if berkas.advice:
        return f"{nama} {berkas.advice}"
    return f"{'Ditunda' if berkas.tunda else 'Tidak terbaca'}: {nama}: {berkas.sebab}"


def _say_all(texts: Iterable[str]) -> None:
    """Sentences, and how many more there are when they are many."""
    known = list(texts)
    for text in known[:KALIMAT]:
        say(text)
    if len(known) > KALIMAT:
        say(f"… dan {len(known) - KALIMAT} lainnya; lihat index.html.")


def temuan(hasil: CheckResult, *, semua: bool = False) -> None:
    """The findings of `periksa`, and the files that could not be read; of many the gravest unless `semua`."""
    from dak_excel.batch.sheet_facts import is_empty, sheet_results
    from dak_excel.results.daerah import TAHUN_BERKAS

    items, terbaca = hasil.temuan, hasil.terbaca
    for fault in hasil.faults:
        say(f"{fault} ({fault.trace})")
    for item in items:
        if item.ketentuan == TAHUN_BERKAS:
            say(f"{item.pesan} {item.saran}")
    for berkas in terbaca.not_counted():
        say(reason(berkas))
    for book in terbaca.daerah.books:
        berkas = BerkasResult(
            nama=book.workbook,
            kosong=is_empty(terbaca.asli[book.workbook].book),
            lembar=[sheet_results(sheet) for sheet in book.sheets],
        )
        for note in (*book.notes, *hasil.catatan.get(book.workbook, ())):
            say(f"{book.workbook}: {note}")
        for lembar in berkas.lembar:
            if not lembar.kosong:
                say(_sheet(book.workbook, lembar))
        if berkas.advice:
            say(reason(berkas))
    _set_aside(hasil.disisihkan)
    _held_back(hasil.tertahan)
    print_findings(items, _console, semua=semua)


def temuan_json(hasil: CheckResult) -> None:
    """The findings of `periksa` for programs."""
    _console.file.write(findings_json(hasil.temuan, list(hasil.terbaca.not_counted())) + "\n")


def _sheet(workbook: str, lembar: LembarResult) -> str:
    """What a sheet was taken for, and what was read of it."""
    text = f"{workbook}, lembar «{lembar.nama}»: {lembar.jenis}"
    if lembar.jenis != TIDAK_DIKENALI:
        return f"{text}, {lembar.rinci or f'{lembar.baris} baris'}"
    why = " ".join(lembar.catatan).removeprefix("Lembar tidak dikenali: ")
    return f"{text}: {why[:1].lower()}{why[1:]}" if why else text


def _run_sheets(rinci: Sequence[DaerahResult]) -> None:
    """What the sheets of a run were taken for: all when they are few, else those of no known kind. Empty ones
    are not mentioned: old Excel begins every workbook with three sheets."""
    sheets = [
        (f"{d.folder}/{b.nama}" if len(rinci) > 1 else b.nama, sheet)
        for d in rinci
        for b in d.berkas
        if not b.kosong
        for sheet in b.lembar
    ]
    few = len(sheets) <= LEMBAR
    _say_all(_sheet(name, s) for name, s in sheets if s.unknown or (few and not s.kosong))


def reading(terbaca: FilesRead) -> None:
    """What was understood of each sheet, column by column, and why each budget line is allowed or not
    (`periksa --baca`)."""
    from dak_excel.rab.explain import explain_lines
    from dak_excel.sheets.explain import explain

    for book in terbaca.daerah.books:
        say(f"{book.workbook}:")
        for sheet in explain(book):
            rows = [
                row
                for row in terbaca.daerah.rab
                if (row.tabel.ref.workbook, row.tabel.ref.sheet) == (book.workbook, sheet.lembar)
            ]
            for line in (*str(sheet).splitlines(), *(f"  {text}" for text in explain_lines(rows))):
                _console.print(safe(line), markup=False, soft_wrap=True)


def text_block(lines: Sequence[str]) -> None:
    """Lines of a longer text."""
    for line in lines:
        _console.print(line, markup=False, soft_wrap=False)


def template_faults(faults: Sequence[object]) -> None:
    """What is wrong with templates."""
    for fault in faults:
        say(str(fault))
    say(f"{len(faults)} kesalahan." if faults else "Semua templat baik.")
