"""Daerah that press on the reports, as workbooks of an office: `build(name, folder)` writes one.

Nothing realised, half a year of data, activities moved across 30 June, two budgets, no identitas, all 17
rincian, 300 peserta, 60 photos. All people and offices are invented.
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from openpyxl import Workbook
from PIL import Image

from dak_excel.indonesian import BULAN, date_range

Baris = Sequence[Any]
Buku = dict[str, list[Baris]]
"""The sheets of a workbook by name."""

SENTRA = ("Sentra Batik Rekaan", "Sentra Anyaman Bambu Rekaan", "Sentra Tenun Rekaan")
PELATIHAN = {
    "A1": "Pelatihan Manajemen Wirausaha",
    "A2": "Pelatihan Teknis Produksi Batik Cap",
    "A3": "Pendampingan Diversifikasi Produk Batik",
    "A4": "Penerapan Sertifikasi Produk Batik",
    "A5": "Fasilitasi Sertifikat TKDN bagi IKM",
    "A6": "Fasilitasi Sertifikat Halal bagi IKM",
    "B1": "Pelatihan Manajemen Mutu Sentra",
    "B2": "Pelatihan Pengelola Rumah Kemasan",
    "B3": "Layanan Proses Bisnis Sentra",
    "B4": "Pelatihan Komunikasi Publik Wisata Industri",
    "C1": "Promosi Produk IKM pada Pameran Daerah",
    "C2": "Penyusunan Informasi Pasar dan Kemitraan",
    "C3": "Pendampingan Produksi dan Akses Bahan Baku",
    "D1": "Penyusunan Analisis Pasar Ekspor",
    "D2": "Pelatihan Prosedur dan Dokumen Ekspor",
    "D3": "Pendampingan Kemitraan Ekspor",
    "D4": "Promosi Ekspor pada Pameran Internasional",
}
DIDAMPINGI = ("A3", "C3", "D3")
BERDAFTAR = ("A1", "A2", "B1", "B2", "B4", "D2")

Rencana = tuple[str, str, date, date, date | None, date | None]
"""rincian, name, first and last day as planned and, where it was held, as done."""


def identitas(**lain: Any) -> Buku:
    """What an office says of itself; `lain` adds or replaces lines."""
    lines: dict[str, Any] = {
        "Kabupaten/Kota": "Kabupaten Rekaan",
        "Provinsi": "Provinsi Contoh",
        "Nama Dinas": "Dinas Perindustrian dan Perdagangan",
        "Kepala Dinas": "Drs. Rekaan Utama, M.Si.",
        "NIP": "199999999999999001",
        "Pangkat/Golongan": "Pembina Utama Muda (IV/c)",
        "Alamat": "Jalan Rekaan Nomor 1",
        "Ibu Kota": "Rekaan",
        "Pagu Alokasi": 900_000_000,
        "Nomor Surat Rencana": "530/12/2023",
        "Tanggal Surat Rencana": date(2023, 3, 20),
        **lain,
    }
    return {"Identitas": [["Identitas Daerah", None], *([k, v] for k, v in lines.items() if v is not None)]}


def kegiatan(*rows: Rencana) -> list[Baris]:
    """A list of activities, each as planned and as done."""
    head = ["Rincian", "Nama Kegiatan", "Rencana Tanggal Mulai", "Rencana Tanggal Selesai"]
    head += ["Realisasi Tanggal Mulai", "Realisasi Tanggal Selesai", "Tempat", "JPL", "Target"]
    body: list[Baris] = []
    for kode, nama, *days in rows:
        jpl = None if kode in DIDAMPINGI or kode not in BERDAFTAR else 45
        body.append([kode, nama, *days, "Balai Rekaan", jpl, 5 if kode in DIDAMPINGI else 25])
    return [["Daftar Kegiatan DAK Nonfisik 2023"], head, *body]


def rab(*rows: tuple[str, str, str, int, str, int], judul: str = "Rencana Anggaran Biaya") -> list[Baris]:
    """A budget: rincian, kode rekening, text, volume, unit, price."""
    head = ["Rincian", "Kode Rekening", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"]
    body: list[Baris] = [[*row, row[3] * row[5]] for row in rows]
    total = sum(row[3] * row[5] for row in rows)
    return [[judul], head, *body, [None, None, "Jumlah", None, None, None, total]]


def lines(kodes: Sequence[str], naik: int = 1) -> list[tuple[str, str, str, int, str, int]]:
    """Budget lines of some rincian; `naik` multiplies the prices."""
    rows = []
    for n, kode in enumerate(kodes):
        rows += [
            (
                kode,
                "5.1.02.01.01.0024",
                f"Alat tulis kantor {kode}",
                30,
                "paket",
                naik * (50_000 + 1_000 * n),
            ),
            (kode, "5.1.02.02.01.0003", f"Honorarium narasumber {kode}", 40, "JPL", naik * 300_000),
            (kode, "5.1.02.01.01.0052", f"Konsumsi peserta {kode}", 150, "orang hari", naik * 65_000),
        ]
    return rows


def realisasi(kodes: Sequence[str], bulan: Sequence[int], naik: int = 1) -> list[Baris]:
    """Payments by month, of whole budget lines spread over the given months (1 … 12)."""
    head = ["Rincian", "Kode Rekening", "Uraian", "Pagu", *BULAN, "Jumlah"]
    body: list[Baris] = []
    for kode, rekening, uraian, volume, _, harga in lines(kodes, naik):
        pagu = volume * harga
        paid = [pagu // (len(bulan) + 1) if n in bulan else None for n in range(1, 13)]
        body.append([kode, rekening, uraian, pagu, *paid, sum(v or 0 for v in paid) if bulan else None])
    return [["Realisasi Keuangan DAK Nonfisik 2023"], head, *body]


def peserta(kode: str, nama: str, waktu: tuple[date, date], jumlah: int, mulai: int) -> list[Baris]:
    """A list of participants with its activity in the title lines."""
    head = ["No", "Nama", "NIK", "L/P", "Tanggal Lahir", "Nama Usaha", "NIB", "Sentra", "Komoditi", "Status"]
    body: list[Baris] = []
    for n in range(1, jumlah + 1):
        who = mulai + n
        lahir = date(1980 + who % 20, 1 + who % 12, 1 + who % 28)
        sex = "LP"[who % 2]
        hari = lahir.day + (40 if sex == "P" else 0)
        nik = f"990199{hari:02d}{lahir.month:02d}{lahir.year % 100:02d}{who:04d}"
        usaha = [f"Usaha Rekaan {who}", f"99{who:011d}", SENTRA[who % 3], "Batik", "Pelaku IKM"]
        body.append([n, f"Peserta Rekaan Nomor {who}", nik, sex, lahir, *usaha])
    days = date_range(*waktu)
    title = [["Daftar Peserta"], [f"Rincian: {kode}"], [f"Kegiatan: {nama}"], [f"Waktu: {days}"]]
    return [*title, [], head, *body]


def jadwal(kode: str, nama: str, mulai: date) -> list[Baris]:
    """Five days of sessions."""
    head = ["Tanggal", "Pukul", "Materi", "Narasumber", "JPL", "Metode", "Tempat"]
    body: list[Baris] = [
        [
            mulai + timedelta(hari),
            f"{8 + 2 * sesi + (sesi > 1):02d}.00-{10 + 2 * sesi + (sesi > 1):02d}.00",
            f"Materi hari {hari + 1} bagian {sesi + 1}: pengelolaan usaha dan mutu produk",
            "Ir. Rekaan Ahli, M.T.",
            3 if sesi == 3 and hari == 4 else 2,
            "Praktik" if sesi % 2 else "Ceramah",
            "Balai Rekaan",
        ]
        for hari in range(5)
        for sesi in range(4)
    ]
    return [["Jadwal Kegiatan"], [f"Rincian: {kode}"], [f"Kegiatan: {nama}"], [], head, *body]


def tenaga(*rows: tuple[str, str, str]) -> list[Baris]:
    """Narasumber and pendamping: rincian, activity, role."""
    head = [
        "Rincian",
        "Kegiatan",
        "Nama",
        "Peran",
        "Instansi",
        "Keahlian",
        "Pendidikan",
        "Pengalaman (tahun)",
    ]
    body: list[Baris] = [
        [kode, nama, f"Ir. Rekaan Ahli {n}, M.T.", peran, "Balai Rekaan", "Batik", "S1", 7 + n]
        for n, (kode, nama, peran) in enumerate(rows, 1)
    ]
    return [["Daftar Narasumber dan Tenaga Pendamping"], head, *body]


def _days(month: int, day: int = 5, length: int = 4) -> tuple[date, date]:
    first = date(2023, month, day)
    return first, first + timedelta(length)


def _held(kode: str, month: int, then: int | None = 0, nama: str = "") -> Rencana:
    """An activity planned in a month and held in the month `then` (0: the same; None: not held)."""
    length = 60 if kode in DIDAMPINGI else 4
    plan = _days(month, length=length)
    done = (None, None) if then is None else _days(then or month, length=length)
    return (kode, nama or PELATIHAN[kode], *plan, *done)


def _people(activities: Sequence[Rencana], each: int = 25) -> Buku:
    sheets: Buku = {}
    for n, (kode, nama, _, _, first, last) in enumerate(activities):
        if first and last and kode in (*BERDAFTAR, *DIDAMPINGI):
            count = 5 if kode in DIDAMPINGI else each
            sheets[f"Peserta {n + 1}"] = peserta(kode, nama, (first, last), count, n * 100)
    return sheets


def _year(
    activities: Sequence[Rencana], paid: Sequence[int], each: int = 25, budget: bool = True, **lain: Any
) -> Buku:
    """All sheets of a dinas that keeps everything in one workbook."""
    kodes = list(dict.fromkeys(row[0] for row in activities))
    held = [row for row in activities if row[4]]
    roles = [(r[0], r[1], "Pendamping" if r[0] in DIDAMPINGI else "Narasumber") for r in held]
    return {
        **identitas(**lain),
        "Kegiatan": kegiatan(*activities),
        **({"RAB": rab(*lines(kodes))} if budget else {}),
        "Realisasi": realisasi(kodes, paid),
        **_people(activities, each),
        **({"Narasumber": tenaga(*roles)} if roles else {}),
        **{f"Jadwal {n}": jadwal(r[0], r[1], r[4]) for n, r in enumerate(held) if r[0] in BERDAFTAR and r[4]},
    }


def nothing_realised() -> dict[str, Buku]:
    """Plans and a budget; no activity held, no payment."""
    return {"DAK 2023": _year([_held("A1", 5, None), _held("A2", 9, None), _held("A3", 7, None)], [])}


def half_year() -> dict[str, Buku]:
    """Held and paid up to June; of the rest only the plan."""
    rows = [_held("A1", 5), _held("A2", 6), _held("B1", 9, None), _held("A3", 8, None)]
    return {"DAK 2023": _year(rows, [5, 6])}


def moved() -> dict[str, Buku]:
    """Planned for June and held in September, the other way round, and one on both sides of 30 June."""
    rows = [_held("A1", 6, 9), _held("A2", 9, 6), _held("B1", 6, 7), _held("A3", 6, 6)]
    change = {"Nomor Surat Perubahan": "530/77/2023", "Tanggal Surat Perubahan": date(2023, 6, 26)}
    return {"DAK 2023": _year(rows, [6, 8, 9, 11], **change)}


def two_budgets() -> dict[str, Buku]:
    """A DPA, and the DPPA that replaces it in September."""
    rows = [_held("A1", 5), _held("A2", 10)]
    old, new = lines(["A1", "A2"]), lines(["A1", "A2"], 2)
    return {
        "DAK 2023": _year(rows, [5, 10], budget=False),
        "DPA 2023": {"DPA": rab(*old, judul="DPA Tahun Anggaran 2023, tanggal 10 Januari 2023")},
        "DPPA 2023": {"DPPA": rab(*new, judul="DPPA Tahun Anggaran 2023, tanggal 20 September 2023")},
    }


def no_identitas() -> dict[str, Buku]:
    """Every sheet but the one on the office."""
    book = _year([_held("A1", 5), _held("A2", 9)], [5, 9])
    return {"DAK 2023": {name: rows for name, rows in book.items() if name != "Identitas"}}


def every_rincian() -> dict[str, Buku]:
    """All 17 rincian, two activities a month."""
    rows = [_held(kode, 3 + n // 2) for n, kode in enumerate(PELATIHAN)]
    return {"DAK 2023": _year(rows, [4, 6, 8, 10, 12], **{"Pagu Alokasi": 500_000_000})}


def many_people() -> dict[str, Buku]:
    """Twelve trainings of 25 participants."""
    rows = [_held("A1", 2 + n // 2 % 8, nama=f"{PELATIHAN['A1']} Angkatan {n + 1}") for n in range(12)]
    return {"DAK 2023": _year(rows, [3, 5, 7, 9])}


def many_photos() -> dict[str, Buku]:
    """Two trainings, and the photos that `build` adds."""
    return {"DAK 2023": _year([_held("A1", 5), _held("A2", 9)], [5, 9])}


def tranches_and_payments() -> dict[str, Buku]:
    """Money that came in two tranches and was paid by SP2D, some of it before it came."""
    book = _year([_held("A1", 5), _held("A2", 9)], [], **{"Kepala BPKAD": "Dra. Rekaan Kas, M.M."})
    del book["Realisasi"]
    head = ["No", "Nomor SP2D", "Tanggal SP2D", "Rincian", "Kode Rekening", "Uraian", "Nilai SP2D"]
    paid = [
        (date(2023, 4 + n, 10 + n), row[0], row[1], row[2], row[3] * row[5] * (9 - n % 3) // 10)
        for n, row in enumerate(lines(["A1", "A2"]))
    ]
    rows = [
        [n, f"{n:05d}/SP2D/2023", day, kode, rekening, f"Pembayaran {uraian}", money]
        for n, (day, kode, rekening, uraian, money) in enumerate(paid, 1)
    ]
    came = [
        ["Tahap I", date(2023, 5, 16), "230516/99", 25_000_000],
        ["Tahap II", date(2023, 9, 5), "230905/99", 20_000_000],
    ]
    book["Register SP2D"] = [["Register SP2D DAK Nonfisik 2023"], head, *rows]
    book["Penyaluran"] = [
        ["Penyaluran DAK Nonfisik ke RKUD 2023"],
        ["Tahap", "Tanggal", "No. SP2D", "Jumlah (Rp)"],
        *came,
        ["Jumlah", None, None, 45_000_000],
    ]
    return {"DAK 2023": book}


DAERAH: dict[str, Callable[[], dict[str, Buku]]] = {
    "Kabupaten Nihil": nothing_realised,
    "Kabupaten Separuh": half_year,
    "Kabupaten Bergeser": moved,
    "Kabupaten Dua Anggaran": two_budgets,
    "Kabupaten Tanpa Identitas": no_identitas,
    "Kabupaten Semua Rincian": every_rincian,
    "Kabupaten Banyak Peserta": many_people,
    "Kabupaten Banyak Foto": many_photos,
    "Kabupaten Penyaluran": tranches_and_payments,
}


def build(name: str, folder: Path) -> Path:
    """Writes a daerah of `DAERAH` into `folder/name`; returns that folder."""
    books = {
        title: {k: _named(rows, name) for k, rows in sheets.items()}
        for title, sheets in DAERAH[name]().items()
    }
    place = write(books, folder / name)
    if DAERAH[name] is many_photos:
        _photos(place / "foto", 60)
    return place


def write(books: dict[str, Buku], place: Path) -> Path:
    """Writes workbooks by name into a folder of their own; returns it."""
    place.mkdir(parents=True)
    for title, sheets in books.items():
        _workbook(sheets).save(place / f"{title}.xlsx")
    return place


def _named(rows: list[Baris], name: str) -> list[Baris]:
    return [[name if cell == "Kabupaten Rekaan" else cell for cell in row] for row in rows]


def _workbook(sheets: Buku) -> Workbook:
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    return book


def _photos(folder: Path, count: int) -> None:
    """Photos of activities in May and September, upright and lying, some without a code."""
    folder.mkdir()
    for n in range(count):
        size = (480, 640) if n % 5 == 0 else (640, 480)
        picture = Image.new("RGB", size, (40 + 3 * n, 120, 220 - 3 * n))
        taken = Image.Exif()
        taken[306] = f"2023:{'05' if n % 2 else '09'}:0{5 + n % 5} 10:00:00"
        out = io.BytesIO()
        picture.save(out, "JPEG", exif=taken.tobytes())
        kode = ("A2 ", "A1 ")[n % 2] if n % 7 else ""
        (folder / f"{kode}Praktik kelompok {n + 1} bersama narasumber.jpg").write_bytes(out.getvalue())
