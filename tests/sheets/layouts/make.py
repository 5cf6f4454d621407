"""One generated sheet: which tables, what above and below them, and what must be found."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from random import Random

from dak_excel.sheets.grid import Grid
from dak_excel.sheets.tabel import Kind, Span
from tests.sheets.layouts import lists, spell
from tests.sheets.layouts.body import PLAIN, rows_of, table
from tests.sheets.layouts.frame import Canvas, TableFrame, signature
from tests.sheets.layouts.model import Layout, Table, chance
from tests.sheets.layouts.words import RINCIAN, day_in

KINDS = (
    Kind.PESERTA,
    Kind.TENAGA,
    Kind.JADWAL,
    Kind.RAB,
    Kind.REALISASI,
    Kind.KEGIATAN,
    Kind.SENTRA,
    Kind.KUNJUNGAN,
    Kind.IDENTITAS,
    Kind.NARASI,
    Kind.DOKUMENTASI,
)
NAMES = {
    Kind.PESERTA: "DAFTAR PESERTA;DATA PESERTA PELATIHAN;DAFTAR HADIR PESERTA;Daftar Peserta",
    Kind.TENAGA: "DAFTAR NARASUMBER;DATA NARASUMBER DAN INSTRUKTUR;DAFTAR TENAGA PENDAMPING",
    Kind.JADWAL: "JADWAL KEGIATAN;JADWAL PELATIHAN;SUSUNAN ACARA;Jadwal Pelatihan",
    Kind.RAB: "RENCANA ANGGARAN BIAYA;RENCANA ANGGARAN BIAYA (RAB);RAB KEGIATAN",
    Kind.REALISASI: "REALISASI ANGGARAN;LAPORAN REALISASI KEUANGAN;REALISASI DAK NONFISIK",
    Kind.KEGIATAN: "RENCANA KEGIATAN;DAFTAR KEGIATAN;REKAPITULASI KEGIATAN DAK NONFISIK",
    Kind.SENTRA: "DATA SENTRA IKM;DAFTAR SENTRA IKM;PROFIL SENTRA",
    Kind.KUNJUNGAN: "LOGBOOK PENDAMPINGAN;CATATAN KUNJUNGAN PENDAMPING;LOGBOOK KUNJUNGAN IKM",
    Kind.IDENTITAS: "IDENTITAS DAERAH;DATA UMUM;PROFIL DINAS",
    Kind.NARASI: "NARASI LAPORAN;BAHAN LAPORAN;URAIAN LAPORAN",
    Kind.DOKUMENTASI: "DOKUMENTASI KEGIATAN;DAFTAR FOTO KEGIATAN",
}


PARTNERS = {
    Kind.PESERTA: [Kind.TENAGA, Kind.SENTRA],
    Kind.TENAGA: [Kind.PESERTA],
    Kind.KEGIATAN: [Kind.SENTRA],
    Kind.SENTRA: [Kind.PESERTA],
    Kind.KUNJUNGAN: [Kind.TENAGA],
    Kind.DOKUMENTASI: [Kind.PESERTA],
}
"""Kinds that share a sheet."""


def make(kind: Kind, seed: int) -> Layout:
    """The sheet of this kind and seed, with the records that must be found in it."""
    rng = Random(f"{kind}{seed}")
    canvas = Canvas()
    layout = Layout(kind, seed, Grid("contoh.xlsx", "Sheet1", []), [])
    row, column = rng.choice([0, 0, 1, 2]), rng.choice([0, 0, 0, 1, 2])
    code = (
        rng.choice(list(RINCIAN))
        if kind in (Kind.PESERTA, Kind.TENAGA, Kind.JADWAL, Kind.KUNJUNGAN) and chance(rng, 0.5)
        else ""
    )
    source = rng.choice(["title", "head", "sheet"]) if code else ""
    row = _titles(rng, canvas, row, column, kind, code if source == "title" else "")
    if kind in (Kind.PESERTA, Kind.JADWAL, Kind.TENAGA, Kind.KUNJUNGAN) and (
        source == "head" or chance(rng, 0.35)
    ):
        row = _head(rng, canvas, row, column, layout, kind, code if source == "head" else "")
    if kind in (Kind.IDENTITAS, Kind.NARASI):
        draw = lists.identitas if kind is Kind.IDENTITAS else lists.narasi
        layout.wanted = draw(rng, canvas, row, column)
        right = column + 2
    else:
        right = _tables(rng, canvas, row, column, layout, code)
    if kind is not Kind.NARASI:
        _below(rng, canvas, column, right)
    name = NAMES[kind].split(";")[0].title()[:20]
    sheet = rng.choice(["Sheet1", "Lembar1", name]) if source != "sheet" else f"{name} {code}"
    hidden = frozenset({rng.randrange(1, 8)}) if chance(rng, 0.08) else frozenset()
    layout.grid = Grid(
        "contoh.xlsx",
        sheet,
        canvas.rows,
        canvas.merges,
        hidden_rows=frozenset(canvas.hidden_rows),
        hidden_columns=hidden,
    )
    return layout


def _titles(rng: Random, canvas: Canvas, row: int, column: int, kind: Kind, code: str) -> int:
    count = rng.choice([0, 1, 2, 3, 4, 6]) if not code else rng.choice([1, 2, 3, 4])
    if not count:
        return row
    lines = [rng.choice(NAMES[kind].split(";"))]
    if code:
        lines[0] = rng.choice([f"{lines[0]} {code}", f"{lines[0]} ({code})", f"{code} {lines[0]}"])
    more = [
        "DINAS PERINDUSTRIAN KABUPATEN CONTOH",
        "TAHUN ANGGARAN 2023",
        "DAK NONFISIK PENGUATAN KAPASITAS KELEMBAGAAN SENTRA IKM",
        "KABUPATEN CONTOH",
        "PEMERINTAH KABUPATEN CONTOH",
    ]
    rng.shuffle(more)
    lines += more[: count - 1]
    if chance(rng, 0.3):
        lines.insert(0, lines.pop())
    centred = chance(rng, 0.15)
    for i, line in enumerate(lines):
        place = column + rng.randrange(5) if centred else column
        canvas.put(row + i, place, line if chance(rng, 0.8) else line.title())
        if chance(rng, 0.5) and not centred:
            canvas.merge(row + i, column, row + i, column + 6)
    return row + len(lines) + rng.choice([0, 1, 1, 2])


def _head(rng: Random, canvas: Canvas, row: int, column: int, layout: Layout, kind: Kind, code: str) -> int:
    """`Kegiatan : …` and its kin between the titles and the table."""
    start = day_in(rng, 2023)
    days = Span(start, start + timedelta(days=4))
    hours = rng.randrange(30, 81)
    craft = "Pelatihan Contoh bagi IKM"
    facts: list[tuple[str, str, object, str]] = [
        (
            "kegiatan",
            rng.choice(["Kegiatan", "Nama Kegiatan", "Nama Pelatihan"]),
            craft,
            f"{code} {craft}".strip(),
        ),
        ("waktu", rng.choice(["Waktu", "Waktu Pelaksanaan", "Tanggal"]), days, str(spell.period(rng)(days))),
        ("tempat", rng.choice(["Tempat", "Lokasi"]), "Balai Desa Andai", "Balai Desa Andai"),
        ("jpl", rng.choice(["Jumlah JPL", "JPL"]), Decimal(hours), rng.choice([f"{hours}", f"{hours} JPL"])),
    ]
    chosen = facts[:1] + [fact for fact in facts[1:] if chance(rng, 0.6) and kind is not Kind.KUNJUNGAN]
    style = rng.choice(["one", "one", "cells", "pair", "double"])
    for n, (key, heading, value, text) in enumerate(chosen):
        if style == "double":
            canvas.put(row - n % 2, column + 5 * (n % 2), f"{heading} : {text}")
            row -= n % 2
        elif style == "one":
            canvas.put(row, column, f"{heading}{rng.choice([' : ', ': ', chr(9) + ': '])}{text}")
        elif style == "pair":
            canvas.put(row, column, f"{heading} :")
            canvas.put(row, column + 2, text)
        else:
            canvas.put(row, column, heading)
            canvas.put(row, column + 1, ":")
            canvas.put(row, column + 2, text)
        if key != "kegiatan":
            layout.facts[key] = value
        row += 1
    return row + rng.choice([0, 1, 1])


def _tables(rng: Random, canvas: Canvas, row: int, column: int, layout: Layout, code: str) -> int:
    """One table, or two below or beside each other; gives the last column."""
    kind = layout.kind
    arrangement = "one"
    if kind in PLAIN:
        arrangement = rng.choice(["one"] * 8 + ["below", "below", "beside"])
    elif kind is not Kind.REALISASI:
        arrangement = rng.choice(["one"] * 7 + ["below"])
    first = table(rng, kind, code)
    frame = TableFrame(rng, first)
    bottom = _draw(rng, canvas, frame, row, column)
    layout.wanted += [wanted for body in first.rows for wanted in body.wanted]
    right = column + frame.width - 1
    if arrangement == "one":
        return right
    other = rng.choice(PARTNERS.get(kind, [kind])) if arrangement == "below" and chance(rng, 0.3) else kind
    second = table(rng, other, code)
    two_stages = any("." in name for column in first.columns for name in column.fields)
    if chance(rng, 0.5) and not two_stages and other is kind and kind in PLAIN:
        second = Table(kind, first.columns, rows_of(rng, kind, first.columns, code))
    if arrangement == "beside":
        right_frame = TableFrame(rng, second)
        if not frame.merged:
            right_frame.depth = max(frame.depth, right_frame.depth)
        _draw(rng, canvas, right_frame, row, right + 1 + rng.choice([1, 2]))
        right += 2 + right_frame.width
    else:
        below = bottom + rng.choice([1, 2, 3])
        own = rng.choice(list(RINCIAN)) if kind not in PLAIN else ""
        if chance(rng, 0.7) or other is not kind or own:
            canvas.put(
                below,
                column,
                rng.choice(NAMES[other].split(";"))
                + (f" {own}" if own else rng.choice(["", " ANGKATAN II", " (LANJUTAN)"])),
            )
            below += rng.choice([1, 2])
        _draw(rng, canvas, TableFrame(rng, second), below, column)
    layout.choices.append(arrangement)
    for wanted in (wanted for body in second.rows for wanted in body.wanted):
        if kind in PLAIN or kind is Kind.JADWAL:
            wanted.rincian = wanted.rincian if other is kind else None
        if arrangement == "below" and kind not in PLAIN:
            wanted.rincian = own if kind is Kind.JADWAL or not wanted.rincian else wanted.rincian
        layout.wanted.append(wanted)
    return right


def _draw(rng: Random, canvas: Canvas, frame: TableFrame, row: int, column: int) -> int:
    """Draw a table; some of its rows may be hidden."""
    top = row
    bottom = frame.draw(canvas, row, column)
    if chance(rng, 0.1):
        canvas.hidden_rows |= {rng.randrange(top, bottom) + 1 for _ in range(2)}
    return bottom


def _below(rng: Random, canvas: Canvas, left: int, right: int) -> None:
    """Notes, a signature block, and formatted rows with nothing in them."""
    if chance(rng, 0.2):
        notes = [
            "Keterangan: *) coret yang tidak perlu",
            "Catatan : data per 30 Juni 2023",
            "Sumber: Dinas Perindustrian",
        ]
        canvas.put(canvas.height + rng.choice([0, 1]), left, rng.choice(notes))
    if chance(rng, 0.5):
        signature(rng, canvas, canvas.height, left, right)
    if chance(rng, 0.06):
        empty = rng.choice([None, ""])
        canvas.rows += [[empty] * (right + 1) for _ in range(1000)]
