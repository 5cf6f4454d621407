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


def buku_rab(nomor: int = 1) -> bytes:
    """A budget of an A1 training, with kode rekening, amounts by formula-free values and a closing sum."""
    lines = (
        ("5.1.02.01.01.0052", "Belanja makanan dan minuman rapat", 150, "OK", 45_000),
        ("5.1.02.01.01.0024", "Alat tulis kantor peserta", 30, "paket", 75_000 + nomor),
        ("5.1.02.02.01.0003", "Honorarium narasumber", 40, "OJ", 900_000),
        ("5.1.02.02.01.0004", "Honorarium panitia", 3, "OK", 400_000),
        ("5.1.02.04.01.0001", "Uang saku peserta", 150, "OH", 110_000),
    )
    rows: list[tuple[object, ...]] = [
        ("RENCANA ANGGARAN BIAYA",),
        (f"Kegiatan : A1 Pelatihan Pengelolaan Bisnis Angkatan {nomor}",),
        (),
        ("Kode Rekening", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"),
    ]
    rows += [(*line, line[2] * line[4]) for line in lines]
    rows.append(("", "Jumlah", None, None, None, sum(line[2] * line[4] for line in lines)))
    return _save(rows, "RAB A1")


def buku_tenaga(nomor: int = 1) -> bytes:
    """Two narasumber of the training."""
    return _save(
        [
            ("DAFTAR NARASUMBER DAN INSTRUKTUR",),
            (f"Kegiatan : A1 Pelatihan Pengelolaan Bisnis Angkatan {nomor}",),
            (),
            ("No", "Nama", "Peran", "Instansi", "Keahlian", "Pendidikan"),
            (1, f"Narasumber Contoh {nomor}", "Narasumber", "Dinas Uji", "Manajemen usaha", "S1"),
            (2, f"Instruktur Contoh {nomor}", "Instruktur", "Balai Uji", "Pembukuan", "S2"),
        ],
        "Narasumber",
    )


def buku_realisasi(nomor: int = 1) -> bytes:
    """What was paid, by kode rekening."""
    return _save(
        [
            ("REALISASI ANGGARAN DAK NONFISIK",),
            ("Kegiatan : A1 Pelatihan Pengelolaan Bisnis",),
            (),
            ("Kode Rekening", "Uraian", "Pagu", "Realisasi", "Sisa"),
            (
                "5.1.02.01.01.0052",
                "Belanja makanan dan minuman rapat",
                6_750_000,
                6_000_000 + nomor,
                750_000 - nomor,
            ),
            ("5.1.02.02.01.0003", "Honorarium narasumber", 36_000_000, 30_000_000, 6_000_000),
        ],
        "Realisasi",
    )


LIMA = (buku_identitas, buku_peserta, buku_rab, buku_tenaga, buku_realisasi)
"""The five workbooks of a small daerah."""
