"""The findings of `periksa` on a screen of any width, or as JSON for programs."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from dak_excel.cli.screen import safe
from dak_excel.findings import Temuan, Tingkat
from dak_excel.results.files import BerkasResult
from dak_excel.results.outputs import KOLOM_TEMUAN
from dak_excel.results.temuan import TemuanResult

WARNA = {
    Tingkat.PELANGGARAN: "bold red",
    Tingkat.PERSETUJUAN: "yellow",
    Tingkat.PERNYATAAN: "magenta",
    Tingkat.TELAAH: "cyan",
    Tingkat.DATA: "blue",
    Tingkat.INFO: "dim",
}
TERBERAT = 50
"""Findings that are shown unless all are asked for: drawing a table of 30,000 took a minute."""
LEBAR_TABEL = 100
"""Columns of a screen from which a table has room; narrower ones get a block a finding."""
_JUDUL = (("Tempat", 3), ("Tingkat", 2), ("Ketentuan", 2), ("Apa yang keliru", 6), ("Saran", 5))
_KOLOM = set(KOLOM_TEMUAN) - {"daerah", "folder"}
"""What JSON tells of a finding: the columns of `temuan.csv` that a single check has."""


def print_findings(items: Sequence[Temuan], console: Console, *, semua: bool) -> None:
    """The findings, or the gravest of many with a count of the rest; each with its place and what to do."""
    if not items:
        console.print("Tidak ada temuan.")
        return
    shown = items if semua else sorted(items, key=lambda t: t.tingkat.rank)[:TERBERAT]
    if console.width >= LEBAR_TABEL:
        console.print(_table(shown, len(items)))
    else:
        _blocks(shown, len(items), console)
    console.print(by_level(Counter(item.tingkat for item in items)))
    if len(shown) < len(items):
        console.print(
            f"Ditampilkan {len(shown)} yang terberat dari {len(items)} temuan. Semuanya: tambahkan --semua.",
            markup=False,
        )


def by_level(counts: Counter[Tingkat] | dict[Tingkat, int]) -> Text:
    """`2 pelanggaran, 1 data`, each in the colour of its level."""
    parts = [Text(f"{counts[level]} {level.value}", WARNA[level]) for level in Tingkat if counts.get(level)]
    return Text(", ").join(parts) if parts else Text("tidak ada")


def findings_json(items: Sequence[Temuan], tidak_terbaca: Sequence[BerkasResult]) -> str:
    """All findings and the files that were not read, as one JSON object; no personal number is in it."""
    found = [TemuanResult.of(item).model_dump(mode="json", include=_KOLOM) for item in items]
    for one in found:
        one.update({name: safe(text) for name, text in one.items() if isinstance(text, str)})
    unread = [{"berkas": safe(b.nama), "sebab": safe(b.sebab or b.digantikan)} for b in tidak_terbaca]
    counts = Counter(item.tingkat.value for item in items)
    return json.dumps(
        {"jumlah": counts, "temuan": found, "tidak_dihitung": unread}, ensure_ascii=False, indent=1
    )


def _place(item: Temuan) -> str:
    return str(item.tempat) if item.tempat else "seluruh daerah"


def _table(shown: Sequence[Temuan], number: int) -> Table:
    table = Table(title=f"{number} temuan", title_justify="left", show_lines=True)
    for title, ratio in _JUDUL:
        table.add_column(title, overflow="fold", ratio=ratio)
    for item in shown:
        place = _place(item).replace("!", "\n")
        words = (place, item.tingkat.value, item.ketentuan, f"{item.pesan} ({item.rujukan})", item.saran)
        table.add_row(*(Text(safe(w)) for w in words), style=WARNA[item.tingkat])
    return table


def _blocks(shown: Sequence[Temuan], number: int, console: Console) -> None:
    """One block a finding, broken between words only."""
    console.print(f"{number} temuan", style="bold")
    for item in shown:
        console.print()
        head = Text(safe(f"{item.tingkat.value} · {item.ketentuan}"), WARNA[item.tingkat])
        console.print(head)
        console.print(Text(safe(_place(item)), "bold", overflow="fold"))
        console.print(Text(safe(f"{item.pesan} ({item.rujukan})")))
        console.print(Text(safe(f"→ {item.saran}")))
