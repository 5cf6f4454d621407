"""Nothing that sheets tell of July and later changes a word of Semester I, whatever kind of data it is."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.reports import tekanan
from tests.reports.baca import teks
from tests.reports.tekanan import Buku
from tests.reports.test_tekanan import read, report

Books = dict[str, Buku]
"""The workbooks of a daerah by name."""
LALU, NANTI = "Pelatihan Manajemen Wirausaha", "Pelatihan Teknis Produksi Batik Cap"
PENDAMPINGAN = "Pendampingan Diversifikasi Produk Batik"


def day(month: int, number: int) -> date:
    return date(2023, month, number)


def whole_year() -> Books:
    """Held in May and in September, under way on 30 June, planned for June and held in October; two budgets,
    payments by month and by SP2D, tranches, letters, texts, visits and approvals of both halves."""
    rows: list[tekanan.Rencana] = [
        ("A1", LALU, day(5, 8), day(5, 12), day(5, 8), day(5, 12)),
        ("A2", NANTI, day(9, 4), day(9, 8), day(9, 4), day(9, 8)),
        ("A3", PENDAMPINGAN, day(6, 1), day(7, 31), day(6, 1), day(7, 31)),
        ("B1", tekanan.PELATIHAN["B1"], day(6, 5), day(6, 9), day(10, 2), day(10, 6)),
    ]
    letters = {
        "Nomor Surat Perubahan": "530/70/2023",
        "Tanggal Surat Perubahan": day(8, 1),
        "Nomor Surat Laporan Semester II": "530/99/2024",
        "Tanggal Surat Laporan Semester II": date(2024, 1, 9),
    }
    book = tekanan._year(rows, [5, 6, 9], budget=False, **letters)
    book["Narasi"] = [
        ["Narasi Laporan"],
        ["Bagian", "Semester I", "Semester II", "Akhir"],
        ["Saran", "Mulai lebih awal.", "Lanjutkan kemitraan.", "Perluas sasaran."],
        ["Kesimpulan", "Separuh berjalan.", "Selesai.", "Semua selesai."],
    ]
    book["Penyaluran"] = [
        ["Penyaluran DAK Nonfisik ke RKUD 2023"],
        ["Tahap", "Tanggal", "No. SP2D", "Jumlah (Rp)"],
        ["Tahap I", day(5, 16), "230516/99", 25_000_000],
        ["Tahap II", day(9, 5), "230905/99", 20_000_000],
    ]
    book["Logbook"] = [
        ["Logbook Pendampingan"],
        ["Rincian: A3"],
        [f"Kegiatan: {PENDAMPINGAN}"],
        ["Tanggal Kunjungan", "Kunjungan ke-", "Nama IKM", "Pendamping", "Lama (Jam)", "Uraian Pendampingan"],
        [day(6, 9), 1, "Usaha Rekaan 301", "Ir. Rekaan Ahli", 4, "Pemetaan produk"],
        [day(7, 20), 2, "Usaha Rekaan 301", "Ir. Rekaan Ahli", 4, "Perbaikan kemasan"],
    ]
    book["Persetujuan"] = [
        ["Persetujuan"],
        ["Rincian", "Kegiatan", "Ketentuan", "Alasan", "Nomor Surat", "Tanggal Surat"],
        ["A3", PENDAMPINGAN, "A3-DURASI", "Menunggu alat", "B/12/2023", day(9, 1)],
    ]
    old, new = tekanan.lines(["A1", "A2", "A3", "B1"]), tekanan.lines(["A1", "A2", "A3", "B1"], 2)
    return {
        "DAK 2023": book,
        "DPA 2023": {"DPA": tekanan.rab(*old, judul="DPA Tahun Anggaran 2023, tanggal 10 Januari 2023")},
        "DPPA 2023": {"DPPA": tekanan.rab(*new, judul="DPPA Tahun Anggaran 2023, tanggal 20 September 2023")},
    }


def cells(rows: list[tekanan.Baris], where: Callable[[list[Any]], bool], **new: Any) -> None:
    """Writes cells by heading into the rows that hold; the heading is the first row with all names."""
    names = [name.replace("_", " ") for name in new]
    at = next(n for n, row in enumerate(rows) if set(names) <= set(row))
    columns = {name: list(rows[at]).index(name) for name in names}
    for n in range(at + 1, len(rows)):
        row = list(rows[n])
        if where(row):
            for name, value in zip(names, new.values(), strict=True):
                row[columns[name]] = value
            rows[n] = row


def of(word: str) -> Callable[[list[Any]], bool]:
    return lambda row: word in row


def other_days(books: Books) -> None:
    later = {"Realisasi_Tanggal_Mulai": day(11, 6), "Realisasi_Tanggal_Selesai": day(11, 10)}
    cells(books["DAK 2023"]["Kegiatan"], of("B1"), **later, Tempat="Hotel Lain", JPL=12)


def another_end(books: Books) -> None:
    cells(books["DAK 2023"]["Kegiatan"], of("A3"), Realisasi_Tanggal_Selesai=day(9, 20))


def people(books: Books) -> None:
    held = (day(9, 4), day(9, 8))
    books["DAK 2023"]["Peserta 2"] = tekanan.peserta("A2", NANTI, held, 31, 700)


def sessions(books: Books) -> None:
    name = next(
        k for k, v in books["DAK 2023"].items() if k.startswith("Jadwal") and f"Kegiatan: {NANTI}" in v[2]
    )
    cells(books["DAK 2023"][name], of("Ceramah"), Materi="Materi lain sama sekali", JPL=7)


def experts(books: Books) -> None:
    cells(books["DAK 2023"]["Narasumber"], of(NANTI), Nama="Ir. Rekaan Pengganti", Instansi="Balai Lain")


def payments(books: Books) -> None:
    cells(books["DAK 2023"]["Realisasi"], lambda row: True, September=1_234_567, Jumlah=None)


def tranches(books: Books) -> None:
    rows = books["DAK 2023"]["Penyaluran"]
    rows[-1] = ["Tahap II", day(11, 7), "231107/99", 33_000_000]


def visits(books: Books) -> None:
    rows = books["DAK 2023"]["Logbook"]
    rows[-1] = [day(7, 3), 2, "Usaha Rekaan 303", "Ir. Rekaan Lain", 9, "Uji pasar"]
    rows.append([day(7, 4), 3, "Usaha Rekaan 304", "Ir. Rekaan Lain", 9, "Uji pasar"])


def texts(books: Books) -> None:
    rows = books["DAK 2023"]["Narasi"]
    rows[2:] = [[*row[:2], "Teks lain.", "Teks lain lagi."] for row in rows[2:]]


def letters(books: Books) -> None:
    new = {"Nomor Surat Perubahan": "1/X/2023", "Nomor Surat Laporan Semester II": "2/X/2024"}
    rows = books["DAK 2023"]["Identitas"]
    rows[:] = [[row[0], new.get(str(row[0]), row[1])] for row in rows]


def approvals(books: Books) -> None:
    del books["DAK 2023"]["Persetujuan"]


def budget(books: Books) -> None:
    changed = tekanan.lines(["A1", "A2", "A3", "B1"], 3)
    books["DPPA 2023"]["DPPA"] = tekanan.rab(*changed, judul="DPPA Tahun 2023, tanggal 20 September 2023")


def nothing_later(books: Books) -> None:
    """As the sheets stood in July, but for the plan."""
    book = books["DAK 2023"]
    rows = book["Kegiatan"]
    none = {"Realisasi_Tanggal_Mulai": None, "Realisasi_Tanggal_Selesai": None}
    for kode in ("A2", "B1"):
        cells(rows, of(kode), **none)
    for name in [
        k
        for k, v in book.items()
        if any(f"Kegiatan: {n}" in r for r in v for n in (NANTI, tekanan.PELATIHAN["B1"]))
    ]:
        del book[name]
    book["Narasumber"] = [r for r in book["Narasumber"] if not {NANTI, tekanan.PELATIHAN["B1"]} & set(r)]
    cells(book["Realisasi"], lambda row: True, September=None, Jumlah=None)
    del book["Penyaluran"][-1], book["Logbook"][-1], book["Persetujuan"], books["DPPA 2023"]
    book["Narasi"] = [row[:2] for row in book["Narasi"]]
    later = ("Surat Perubahan", "Laporan Semester II")
    book["Identitas"] = [row for row in book["Identitas"] if not str(row[0]).endswith(later)]


KINDS = [
    other_days,
    another_end,
    people,
    sessions,
    experts,
    payments,
    tranches,
    visits,
    texts,
    letters,
    approvals,
    budget,
    nothing_later,
]


def of_year(books: Books, place: Path) -> Callable[[str], str]:
    """What the report of a semester says, made when it is asked for."""
    daerah = read(tekanan.write(books, place / "Kabupaten Rekaan"))
    return cache(lambda semester: teks(report(daerah, semester)))


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], str]:
    return of_year(whole_year(), tmp_path_factory.mktemp("setahun"))


@pytest.mark.parametrize("change", KINDS, ids=lambda change: change.__name__)
def test_semester_1_knows_nothing_of(
    change: Callable[[Books], None], base: Callable[[str], str], tmp_path: Path
) -> None:
    books = whole_year()
    change(books)
    told = of_year(books, tmp_path)
    later = any(told(semester) != base(semester) for semester in ("akhir", "2"))
    assert later, "the change is told in no report: it proves nothing"
    assert told("1").splitlines() == base("1").splitlines()
