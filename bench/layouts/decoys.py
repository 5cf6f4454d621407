"""Sheets of an office that are none of the program's kinds, though their words and numbers come near."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from bench.layouts.amounts import Money
from bench.layouts.chance import Chance
from bench.layouts.content import GROUPS
from bench.layouts.page import Cell, Column, Page
from bench.layouts.tops import foot, titles
from bench.reading.facts import SheetFacts

PEOPLE = (
    "Contoh Satu",
    "Contoh Dua",
    "Umpama Tiga",
    "Misal Empat",
    "Andai Lima",
    "Contoh Enam",
    "Umpama Tujuh",
)
Row = Callable[[Chance, int], Sequence[Cell]]


def decoy(chance: Chance) -> tuple[Page, SheetFacts]:
    """A sheet that is to be left, and said to be unknown."""
    title, headings, row = chance.one(KINDS)
    chance.drawn.append(f"decoy: {title}")
    page = Page(chance, chance.word("Sheet1", "Data", "Rekap"))
    titles(page, chance, title, Money("number", "rupiah"), "")
    columns = [Column(f"c{n}", tuple(name.split("/"))) for n, name in enumerate(headings)]
    page.place(columns, 1)
    page.headings(columns)
    for number in range(1, chance.number(4, 14)):
        page.line({column.at: value for column, value in zip(columns, row(chance, number), strict=True)})
    foot(page, chance, max(2, columns[-1].at - 1))
    facts = SheetFacts(file="", sheet=page.sheet, kind=("tidak dikenali",), habits=tuple(chance.drawn))
    return page, facts


def _price(chance: Chance, number: int) -> Sequence[Cell]:
    name, unit = chance.one([one for group in GROUPS.values() for one in group])
    return number, f"1.1.7.01.{number:03d}", name, "kualitas baik", unit, chance.number(5, 900) * 1000


def _asset(chance: Chance, number: int) -> Sequence[Cell]:
    name = chance.word("Laptop", "Meja kerja", "Lemari besi", "Printer", "Sepeda motor")
    return (
        number,
        f"3.05.01.04.{number:03d}",
        name,
        1,
        chance.number(2015, 2022),
        chance.number(3, 90) * 250_000,
        "Baik",
    )


def _duty(chance: Chance, number: int) -> Sequence[Cell]:
    target = chance.number(2, 20)
    done = min(target, chance.number(1, 20))
    what = chance.word("Menyusun laporan bulanan", "Menghadiri rapat", "Memeriksa berkas", "Membuat notula")
    return number, f"{what} {number}", "dokumen", target, done, round(100 * done / target, 1)


def _revenue(chance: Chance, number: int) -> Sequence[Cell]:
    target = chance.number(10, 400) * 500_000
    got = chance.number(1, 100) * target // 100
    what = chance.word("Pajak hotel", "Retribusi pasar", "Pajak reklame", "Retribusi parkir")
    return (
        f"4.1.{number % 3 + 1:02d}.{number:02d}",
        f"{what} {number}",
        target,
        got,
        round(100 * got / target, 2),
    )


def _salary(chance: Chance, number: int) -> Sequence[Cell]:
    gross = chance.number(20, 60) * 100_000
    return number, chance.one(PEOPLE), "III/a", gross, gross // 20, gross - gross // 20


def _stock(chance: Chance, number: int) -> Sequence[Cell]:
    first, came, went = chance.number(5, 50), chance.number(0, 40), chance.number(0, 5)
    return (
        number,
        chance.word("Kertas A4", "Tinta", "Map", "Pulpen"),
        "buah",
        first,
        came,
        went,
        first + came - went,
    )


def _letter(chance: Chance, number: int) -> Sequence[Cell]:
    day = date(2023, 1, 3) + timedelta(days=number * chance.number(1, 9))
    return (
        number,
        day.strftime("%d-%m-%Y"),
        f"005/{number}/2023",
        chance.word("Kecamatan", "Bappeda", "BPKAD"),
        "Undangan rapat",
    )


KINDS: tuple[tuple[str, tuple[str, ...], Row], ...] = (
    (
        "STANDAR SATUAN HARGA",
        ("No", "Kode Barang", "Uraian", "Spesifikasi", "Satuan", "Harga Satuan"),
        _price,
    ),
    (
        "KARTU INVENTARIS BARANG",
        ("No", "Kode Barang", "Nama Barang", "Jumlah", "Tahun Pembelian", "Nilai Perolehan (Rp)", "Kondisi"),
        _asset,
    ),
    (
        "CAPAIAN KINERJA PEGAWAI",
        ("No", "Uraian Kegiatan", "Satuan", "Kuantitas/Target", "Kuantitas/Realisasi", "Kuantitas/%"),
        _duty,
    ),
    ("REALISASI PENDAPATAN ASLI DAERAH", ("Kode Rekening", "Uraian", "Target", "Realisasi", "%"), _revenue),
    ("DAFTAR GAJI PEGAWAI", ("No", "Nama", "Gol", "Gaji Kotor", "Potongan", "Jumlah Diterima"), _salary),
    ("KARTU PERSEDIAAN", ("No", "Nama Barang", "Satuan", "Saldo Awal", "Masuk", "Keluar", "Sisa"), _stock),
    ("AGENDA SURAT MASUK", ("No", "Tanggal", "Nomor Surat", "Asal Surat", "Perihal"), _letter),
)
