"""Sheets without a table of columns: identitas (key : value) and narasi (chapters)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from dak_excel.sheets.grid import Value
from dak_excel.sheets.tabel import Kind
from tests.sheets.layouts import spell
from tests.sheets.layouts.frame import Canvas
from tests.sheets.layouts.model import Wanted, chance
from tests.sheets.layouts.words import day_in, digits, noisy, person

CHAPTERS = {
    "kata_pengantar": ["Kata Pengantar"],
    "latar_belakang": ["Latar Belakang"],
    "tujuan": ["Tujuan", "Maksud dan Tujuan"],
    "perencanaan": ["Perencanaan"],
    "permasalahan": ["Permasalahan", "Permasalahan dan Kendala"],
    "kesimpulan": ["Kesimpulan"],
    "saran": ["Saran"],
}
SENTENCES = (
    "Kegiatan berjalan sesuai rencana dan diikuti oleh seluruh peserta.",
    "Pelaku usaha di sentra masih memerlukan pendampingan dalam pemasaran.",
    "Bahan baku sulit diperoleh pada musim hujan sehingga produksi tertunda.",
    "Dinas mengharapkan program ini dilanjutkan pada tahun berikutnya.",
    "Nilai penjualan IKM meningkat setelah pelatihan selesai dilaksanakan.",
)


def identitas(rng: Random, canvas: Canvas, row: int, column: int) -> list[Wanted]:
    """One fact a line, with the colon in the key, in a cell of its own, or nowhere."""
    write_money = spell.money(rng)
    write_day, _ = spell.day(rng)
    planned, reviewed = day_in(rng, 2023), day_in(rng, 2023)
    if spell.ambiguous(planned):
        planned = date(2023, 3, 20)
    if spell.ambiguous(reviewed):
        reviewed = date(2023, 3, 15)
    pagu = Decimal(rng.randrange(200, 900) * 1_000_000)
    nip = digits(rng, "99", 18)
    facts: list[tuple[str, list[str], object, Value]] = [
        ("kabkota", ["Kabupaten/Kota", "Kab/Kota"], "Kabupaten Contoh", "Kabupaten Contoh"),
        ("dinas", ["Nama Dinas", "Dinas"], "Dinas Perindustrian", "Dinas Perindustrian"),
        ("kepala_dinas", ["Kepala Dinas", "Nama Kepala Dinas"], (name := person(rng)), name),
        ("nip", ["NIP", "NIP Kepala Dinas"], nip, nip),
        ("pangkat", ["Pangkat/Gol", "Pangkat/Golongan"], "Pembina / IVa", "Pembina / IVa"),
        ("alamat", ["Alamat", "Alamat Dinas"], "Jl. Contoh No. 1", "Jl. Contoh No. 1"),
        ("pagu", ["Pagu DAK Nonfisik", "Pagu Alokasi"], pagu, write_money(pagu)),
        ("surat_rencana_nomor", ["Nomor Surat Rencana"], "530/12/Disperin", "530/12/Disperin"),
        ("surat_rencana_tanggal", ["Tanggal Surat Rencana"], planned, write_day(planned)),
        ("apip_nomor", ["Nomor Reviu APIP"], "700/5/Insp", "700/5/Insp"),
        ("apip_tanggal", ["Tanggal Reviu APIP"], reviewed, write_day(reviewed)),
    ]
    chosen = facts[:4] + [fact for fact in facts[4:] if chance(rng, 0.7)]
    if chance(rng, 0.4):
        rng.shuffle(chosen)
    style, numbered = rng.choice(["cell", "inside", "none", "one cell"]), chance(rng, 0.3)
    if style == "none" and numbered and chance(rng, 0.6):
        words = rng.choice(
            [("No", "Uraian", "Keterangan"), ("No.", "Data", "Isi"), ("NO", "URAIAN", "ISIAN")]
        )
        for i, word in enumerate(words):
            canvas.put(row, column + i, word)
        row += 1
    wanted = []
    for n, (key, names, value, written) in enumerate(chosen):
        place = column
        if numbered:
            canvas.put(row, place, float(n + 1) if chance(rng, 0.5) else f"{n + 1}.")
            place += 1
        heading = rng.choice(names)
        if style == "one cell" and isinstance(written, str):
            canvas.put(row, place, f"{heading}{rng.choice([' : ', ': ', ' :'])}{written}")
        elif style == "cell":
            canvas.put(row, place, heading)
            canvas.put(row, place + 1, ":")
            canvas.put(row, place + 2, written)
        else:
            canvas.put(row, place, heading + (" :" if style == "inside" else ""))
            canvas.put(row, place + 1, written)
        wanted.append(Wanted(Kind.IDENTITAS, {"kunci": key, "isi": value}))
        row += rng.choice([1, 1, 1, 1, 2])
    return wanted


def narasi(rng: Random, canvas: Canvas, row: int, column: int) -> list[Wanted]:
    """Chapters with their text: beside the heading, below it, or in a table of two columns."""
    keys = rng.sample(list(CHAPTERS), rng.randrange(2, len(CHAPTERS)))
    style = rng.choice(["table", "beside", "below"])
    if style == "table":
        canvas.put(row, column, "No")
        canvas.put(row, column + 1, noisy(rng, rng.choice(["Bagian", "Bab", "Judul"])))
        canvas.put(row, column + 2, noisy(rng, rng.choice(["Uraian", "Narasi", "Isi"])))
        row += 1
    wanted = []
    for n, key in enumerate(keys):
        heading = rng.choice(CHAPTERS[key])
        paragraphs = rng.sample(SENTENCES, rng.randrange(1, 3))
        text = "\n".join(paragraphs)
        if style == "table":
            canvas.put(row, column, float(n + 1))
            canvas.put(row, column + 1, heading)
            canvas.put(row, column + 2, text)
            row += 1
        elif style == "beside":
            canvas.put(row, column, heading)
            canvas.put(row, column + 1, text)
            row += 1
        else:
            canvas.put(
                row,
                column,
                rng.choice([heading, heading.upper(), f"{n + 1}. {heading}", f"{'ABCDEFGH'[n]}. {heading}"]),
            )
            for paragraph in paragraphs:
                row += 1
                canvas.put(row, column, paragraph)
            row += rng.choice([1, 2])
        wanted.append(Wanted(Kind.NARASI, {"bagian": key, "teks": text}))
    return wanted
