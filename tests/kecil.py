"""Small invented workbooks for tests of the batch: made in a few milliseconds, different by number."""

from __future__ import annotations

from io import BytesIO

import openpyxl


def _save(rows: list[tuple[object, ...]], title: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = title
    for row in rows:
        sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def buku_identitas(nomor: int = 1) -> bytes:
    """A sheet with the daerah's own data."""
    return _save(
        [
            ("IDENTITAS DAERAH",),
            (),
            ("Kabupaten/Kota", "Kabupaten Uji"),
            ("Nama Dinas", "Dinas Perindustrian Kabupaten Uji"),
            ("Kepala Dinas", f"Contoh Kepala Ke-{nomor}"),
            ("Pagu DAK Nonfisik", 250_000_000 + nomor),
        ],
        "Identitas",
    )


def buku_peserta(nomor: int = 1, orang: int = 22) -> bytes:
    """A list of peserta of an A1 training; one of them is too old."""
    rows: list[tuple[object, ...]] = [
        ("DAFTAR PESERTA PELATIHAN PENGELOLAAN BISNIS DAN MANAJEMEN WIRAUSAHA",),
        (f"Kegiatan : A1 Pelatihan Pengelolaan Bisnis Angkatan {nomor}",),
        ("Waktu : 12 s.d. 16 Juni 2023",),
        ("Jumlah JPL : 50",),
        (),
        ("No", "Nama", "NIK", "L/P", "Tanggal Lahir", "NIB", "Nama Usaha", "Sentra", "Status"),
    ]
    for n in range(1, orang + 1):
        day = n % 28 + 1
        year = 60 if n == 3 else 85
        rows.append(
            (
                n,
                f"Peserta Contoh {nomor}-{n}",
                f"990101{day:02d}06{year}{n + nomor % 900:04d}",
                "L",
                f"{day:02d}-06-19{year}",
                f"99{nomor % 1000:05d}{n:06d}",
                f"Usaha Contoh {n}",
                "Sentra Uji",
                "Pelaku IKM",
            )
        )
    return _save(rows, "Peserta")
