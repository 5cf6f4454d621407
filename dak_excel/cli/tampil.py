"""What the console shows: progress, tables, sentences. Short, and without personal numbers."""

from __future__ import annotations

import contextlib
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table
from rich.text import Text

from dak_excel.findings import Tingkat
from dak_excel.privacy import samarkan

if TYPE_CHECKING:
    from dak_excel.batch.process import Terbaca
    from dak_excel.batch.run import HasilRun, Lapor
    from dak_excel.config import Pengaturan
    from dak_excel.findings import Temuan

WARNA = {
    Tingkat.PELANGGARAN: "bold red",
    Tingkat.PERSETUJUAN: "yellow",
    Tingkat.PERNYATAAN: "magenta",
    Tingkat.TELAAH: "cyan",
    Tingkat.DATA: "blue",
    Tingkat.INFO: "dim",
}

_console = Console(highlight=False)


def kalimat(text: str) -> None:
    """One line."""
    _console.print(text, markup=False)


@contextlib.contextmanager
def kemajuan() -> Iterator[Lapor]:
    """A progress bar; yields the function that a run tells of its progress."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=_console, transient=True) as progress:
        task = progress.add_task("Memproses daerah", total=None)

        def lapor(nama: str, selesai: int, semua: int) -> None:
            progress.update(task, description=f"Selesai: {nama}", completed=selesai, total=semua)

        yield lapor


def hasil_run(hasil: HasilRun, pengaturan: Pengaturan) -> None:
    """The closing table of a run, and what needs a person."""
    table = Table(title=f"Hasil pemeriksaan, {len(hasil.daerah)} daerah", title_justify="left")
    table.add_column("Daerah", overflow="fold")
    table.add_column("Berkas", justify="right")
    table.add_column("Temuan", overflow="fold")
    table.add_column("Dokumen", justify="right")
    table.add_column("Perlu dilengkapi", justify="right")
    for daerah in hasil.daerah:
        done = "" if daerah.folder in hasil.dikerjakan else " (tidak berubah)"
        table.add_row(
            f"{daerah.nama}{done}",
            str(sum(1 for b in daerah.berkas if not b.sebab)),
            _per_tingkat(daerah.per_tingkat),
            str(len(daerah.dokumen)),
            str(daerah.lengkapi),
        )
    _console.print(table)
    for daerah in hasil.daerah:
        if daerah.sebab:
            kalimat(f"{daerah.nama}: {daerah.sebab}")
        for berkas in daerah.berkas:
            if berkas.sebab and not daerah.sebab:
                word = "Ditunda" if berkas.tunda else "Tidak terbaca"
                kalimat(f"{word}: {daerah.nama}, {berkas.nama}: {berkas.sebab}")
    for nama in hasil.disisihkan:
        kalimat(f"Anda telah menyunting {nama}; berkas Anda dibiarkan, versi baru ada di sebelahnya.")
    if hasil.surel:
        kalimat(hasil.surel)
    kalimat(f"Buka {pengaturan.keluaran / 'index.html'} untuk melihat semuanya.")


def _per_tingkat(counts: Counter[Tingkat]) -> Text:
    """`2 pelanggaran, 1 data`, each in the colour of its level."""
    parts = [Text(f"{counts[level]} {level.value}", WARNA[level]) for level in Tingkat if counts[level]]
    return Text(", ").join(parts) if parts else Text("tidak ada")


def temuan(items: Sequence[Temuan], terbaca: Terbaca) -> None:
    """The findings of `periksa`, and the files that could not be read."""
    for gagal in terbaca.daerah.gagal:
        kalimat(f"{'Ditunda' if gagal.tunda else 'Tidak terbaca'}: {gagal.workbook}: {gagal.sebab}")
    _lembar(terbaca)
    if not items:
        kalimat("Tidak ada temuan.")
        return
    table = Table(title=f"{len(items)} temuan", title_justify="left", show_lines=True)
    for title, ratio in (
        ("Tempat", 3),
        ("Tingkat", 2),
        ("Ketentuan", 2),
        ("Apa yang keliru", 6),
        ("Saran", 5),
    ):
        table.add_column(title, overflow="fold", ratio=ratio)
    for item in items:
        place = str(item.tempat).replace("!", "\n") if item.tempat else "seluruh daerah"
        words = (place, item.tingkat.value, item.ketentuan, f"{item.pesan} ({item.rujukan})", item.saran)
        table.add_row(*(samarkan(w) for w in words), style=WARNA[item.tingkat])
    _console.print(table)
    _console.print(_per_tingkat(Counter(item.tingkat for item in items)))


def _lembar(terbaca: Terbaca) -> None:
    """What each sheet was taken for."""
    for book in terbaca.daerah.books:
        for sheet in book.sheets:
            read = f"{sheet.kind.value}, {len(sheet.records)} baris"
            kalimat(f"{book.workbook}, lembar «{sheet.grid.sheet}»: {read}")


def bacaan(terbaca: Terbaca) -> None:
    """What was understood of each sheet, column by column (`periksa --baca`)."""
    from dak_excel.sheets.explain import jelaskan

    for book in terbaca.daerah.books:
        for lines in jelaskan(book):
            kalimat(str(lines))


def bagian(lines: Sequence[str]) -> None:
    """Lines of a longer text."""
    for line in lines:
        _console.print(line, markup=False, soft_wrap=False)


def kesalahan_templat(faults: Sequence[object]) -> None:
    """What is wrong with templates."""
    for fault in faults:
        kalimat(str(fault))
    kalimat(f"{len(faults)} kesalahan." if faults else "Semua templat baik.")
