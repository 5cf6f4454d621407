"""Small builders of records for the report tests: sheets from rows of fields, a daerah from sheets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from datetime import date, time
from decimal import Decimal
from typing import Any

from dak_excel.daerah.join import join_daerah
from dak_excel.daerah.model import Daerah, Foto
from dak_excel.juknis.model import Juknis, Keluaran, Menu, Rincian, Tenggat
from dak_excel.sheets.grid import Grid
from dak_excel.sheets.records import (
    BarisKegiatan,
    BarisRab,
    Dokumentasi,
    Identitas,
    Jadwal,
    Narasi,
    Penyaluran,
    Peserta,
    ReadBook,
    ReadSheet,
    Realisasi,
    Sentra,
    Tenaga,
)
from dak_excel.sheets.tabel import Kind, Kolom, Record, Span, Tabel

_TYPES: dict[Kind, type[Record]] = {
    Kind.PESERTA: Peserta,
    Kind.TENAGA: Tenaga,
    Kind.JADWAL: Jadwal,
    Kind.RAB: BarisRab,
    Kind.REALISASI: Realisasi,
    Kind.KEGIATAN: BarisKegiatan,
    Kind.SENTRA: Sentra,
    Kind.IDENTITAS: Identitas,
    Kind.NARASI: Narasi,
    Kind.DOKUMENTASI: Dokumentasi,
    Kind.PENYALURAN: Penyaluran,
}
_BASE = {f.name for f in fields(Record)}


def lembar(kind: Kind, rows: Sequence[dict[str, Any]], *, nama: str = "", **facts: Any) -> ReadSheet:
    """A sheet: the fields of each row, `rincian` and `kegiatan` among them; `facts` are its title lines."""
    names = list(dict.fromkeys(name for row in rows for name in row if name not in _BASE))
    columns = {name: n for n, name in enumerate(names, 1)}
    cells: list[list[Any]] = [list(names), *([row.get(name) for name in names] for row in rows)]
    grid = Grid("buku.xlsx", nama or f"{kind.value} {id(rows)}", cells)
    tabel = Tabel(
        kind=kind,
        grid=grid,
        header=(1, 1),
        body=(2, len(cells)),
        kolom=[Kolom(n, name, name, 1.0) for name, n in columns.items()],
        columns=columns,
        facts=facts,
    )
    records = [_TYPES[kind](tabel=tabel, row=n, **row) for n, row in enumerate(rows, 2)]
    return ReadSheet(grid, kind, [tabel], records)


def identitas(**isi: Any) -> ReadSheet:
    return lembar(Kind.IDENTITAS, [{"kunci": kunci, "isi": value} for kunci, value in isi.items()])


def narasi(**teks: str) -> ReadSheet:
    return lembar(Kind.NARASI, [{"bagian": bagian, "teks": text} for bagian, text in teks.items()])


def daerah(*sheets: ReadSheet, foto: Sequence[Foto] = (), nama: str = "Kabupaten Contoh") -> Daerah:
    return join_daerah(nama, [ReadBook("buku.xlsx", "xlsx", list(sheets))], foto=foto)


def peserta(jumlah: int, mulai: int = 1, **isi: Any) -> list[dict[str, Any]]:
    """Invented people of an activity; the fields of `isi` are the same for all."""
    rows = []
    for n in range(mulai, mulai + jumlah):
        kelamin = "LP"[n % 2]
        rows.append(
            {
                "nama": f"Peserta Rekaan {n}",
                "nik": f"99010101019{n:05d}",
                "kelamin": kelamin,
                "tanggal_lahir": date(1985, 1 + n % 12, 1 + n % 28),
                "usaha": f"Usaha Rekaan {n}",
                "nib": f"99{n:011d}",
                "sentra": f"Sentra Batik {n % 3 + 1}",
                "komoditi": "Batik",
                "status": "Pelaku IKM",
                "hadir": n % 10 != 0,
                **isi,
            }
        )
    return rows


def bulan(**nilai: int) -> tuple[Decimal | None, ...]:
    """Twelve months: `bulan(b3=100)` is March."""
    return tuple(Decimal(nilai[f"b{m}"]) if f"b{m}" in nilai else None for m in range(1, 13))


IDENTITAS: dict[str, Any] = {
    "kabkota": "Kab. Contoh",
    "provinsi": "Jawa Contoh",
    "dinas": "Dinas Perindustrian dan Perdagangan",
    "kepala_dinas": "Drs. Rekaan Utama, M.Si.",
    "nip": "99700101 199903 1 001",
    "pangkat": "Pembina Utama Muda (IV/c)",
    "alamat": "Jalan Contoh Raya Nomor 1",
    "ibukota": "Contohkota",
    "kode_pos": "99999",
    "telepon": "(0999) 123456",
    "email": "dinas@contoh.example",
    "pagu": Decimal("500000000"),
    "surat_rencana_nomor": "530/12/2023",
    "surat_rencana_tanggal": date(2023, 3, 28),
    "apip_nomor": "700/45/2023",
    "apip_tanggal": date(2023, 3, 20),
}


def juknis() -> Juknis:
    """A juknis of the usual shape with a few rincian and every deadline."""
    orang = Keluaran(
        indikator="Peserta IKM yang mengikuti pelatihan secara penuh hingga selesai",
        satuan="orang",
        hitung="peserta_tuntas",
    )
    ikm = Keluaran(indikator="IKM yang mendapatkan pendampingan", satuan="IKM", hitung="ikm_didampingi")
    a4 = (
        Keluaran(indikator="IKM peserta", satuan="IKM", hitung="ikm_peserta"),
        Keluaran(indikator="IKM yang mendapatkan sertifikat", satuan="IKM", hitung="ikm_bersertifikat"),
    )

    def rincian(kode: str, nama: str, *keluaran: Keluaran) -> Rincian:
        return Rincian(
            kode=kode, nama=nama, keluaran=keluaran, rujukan_keluaran=f"Lampiran II.{kode}.i", ketentuan={}
        )

    def menu(kode: str, nama: str, *rows: Rincian) -> Menu:
        return Menu(kode=kode, nama=nama, rincian={r.kode: r for r in rows})

    dirjen = "Direktur Jenderal Industri Kecil, Menengah, dan Aneka"
    semester = (
        "Menteri Keuangan c.q. Direktur Jenderal Perimbangan Keuangan dan Direktur Jenderal Perbendaharaan",
        "Menteri PPN/Bappenas c.q. Deputi Bidang Ekonomi",
        f"Menteri Perindustrian c.q. {dirjen}",
        "Menteri Dalam Negeri",
    )
    a3 = rincian("A3", "Pendampingan pengembangan dan diversifikasi produk", ikm)
    return Juknis(
        tahun=2023,
        peraturan="Permenperin 7/2023",
        judul="Petunjuk Teknis Penguatan Kapasitas Kelembagaan Sentra Industri Kecil dan Industri Menengah "
        "melalui Dana Alokasi Khusus Nonfisik Tahun Anggaran 2023",
        diundangkan=date(2023, 4, 3),
        menu={
            "A": menu(
                "A",
                "Peningkatan Sumber Daya Manusia dan Daya Saing IKM",
                rincian("A1", "Pelatihan pengelolaan bisnis dan manajemen wirausaha", orang),
                rincian("A2", "Pelatihan teknis produksi dan/atau standardisasi produk", orang),
                a3,
                rincian("A4", "Penerapan sertifikasi produk dan sistem mutu", *a4),
            ),
            "B": menu(
                "B",
                "Peningkatan Kapasitas Pengelolaan Sentra IKM",
                rincian("B1", "Pelatihan manajemen mutu dan pengelolaan Sentra IKM", orang),
            ),
        },
        umum={},
        tenggat=(
            _tenggat(
                "WAKTU-RENCANA", date(2023, 3, 31), "surat_rencana_tanggal", (dirjen,), "Lampiran III.A"
            ),
            _tenggat(
                "WAKTU-PERUBAHAN", date(2023, 6, 30), "surat_perubahan_tanggal", (dirjen,), "Lampiran III.B"
            ),
            _tenggat(
                "WAKTU-SEMESTER", date(2023, 7, 14), "surat_semester1_tanggal", semester, "Lampiran IV.A.1"
            ),
            _tenggat(
                "WAKTU-SEMESTER", date(2024, 1, 14), "surat_semester2_tanggal", semester, "Lampiran IV.A.1"
            ),
            _tenggat(
                "WAKTU-AKHIR",
                date(2024, 1, 31),
                "surat_akhir_tanggal",
                ("Gubernur", "Bupati/Walikota"),
                "Lampiran IV.A.2",
                (f"Menteri Perindustrian c.q. {dirjen}",),
            ),
        ),
    )


def _tenggat(
    id: str, tanggal: date, kolom: str, kepada: tuple[str, ...], rujukan: str, tembusan: tuple[str, ...] = ()
) -> Tenggat:
    return Tenggat(
        id=id, nama=id, tanggal=tanggal, kolom=kolom, kepada=kepada, tembusan=tembusan, rujukan=rujukan
    )


def contoh(foto: Sequence[Foto] = (), **isi: Any) -> Daerah:
    """A daerah with two trainings in each half of the year, an accompaniment across 30 June, and payments."""
    juni, september = (
        Span(date(2023, 6, 12), date(2023, 6, 16)),
        Span(date(2023, 9, 4), date(2023, 9, 8)),
    )
    mei = Span(date(2023, 5, 1), date(2023, 8, 31))
    kegiatan = lembar(
        Kind.KEGIATAN,
        [
            _kegiatan("A1", "Pelatihan Manajemen Usaha Angkatan I", juni, 45),
            _kegiatan("A1", "Pelatihan Manajemen Usaha Angkatan II", september, 45),
            _kegiatan("A2", "Pelatihan Teknis Membatik", juni, 40),
            _kegiatan("A3", "Pendampingan Produk Batik", mei, None, target=Decimal(5)),
        ],
    )
    people = [
        lembar(Kind.PESERTA, peserta(25, rincian="A1", kegiatan="Pelatihan Manajemen Usaha Angkatan I")),
        lembar(
            Kind.PESERTA, peserta(20, 101, rincian="A1", kegiatan="Pelatihan Manajemen Usaha Angkatan II")
        ),
        lembar(Kind.PESERTA, peserta(24, 201, rincian="A2", kegiatan="Pelatihan Teknis Membatik")),
        lembar(Kind.PESERTA, peserta(5, 301, rincian="A3", kegiatan="Pendampingan Produk Batik")),
    ]
    jadwal = lembar(
        Kind.JADWAL,
        [
            {
                "rincian": "A2",
                "kegiatan": "Pelatihan Teknis Membatik",
                "waktu": Span(date(2023, 6, 12 + hari), date(2023, 6, 12 + hari)),
                "pukul_mulai": time(8 + sesi * 2),
                "pukul_selesai": time(10 + sesi * 2),
                "materi": f"Materi rekaan hari {hari + 1} sesi {sesi + 1}",
                "narasumber": "Ir. Rekaan Ahli, M.T.",
                "jpl": Decimal(2),
                "metode": "praktik",
                "tempat": "Balai Contoh",
            }
            for hari in range(5)
            for sesi in range(4)
        ],
    )
    tenaga = lembar(
        Kind.TENAGA,
        [
            {
                "rincian": "A2",
                "nama": "Ir. Rekaan Ahli, M.T.",
                "peran": "Narasumber",
                "instansi": "Balai Contoh",
                "keahlian": "Batik",
                "pengalaman": Decimal(7),
                "bukti": "Sertifikat 99/2020",
                "materi": "Pewarnaan",
            },
            {
                "rincian": "A3",
                "nama": "Rekaan Damping",
                "peran": "Tenaga Pendamping",
                "instansi": "IKM Contoh",
                "keahlian": "Desain",
                "pengalaman": Decimal(5),
            },
        ],
    )
    return daerah(
        identitas(**{**IDENTITAS, **isi}), kegiatan, *people, jadwal, tenaga, realisasi_contoh(), foto=foto
    )


def _kegiatan(kode: str, nama: str, waktu: Span, jpl: int | None, **isi: Any) -> dict[str, Any]:
    return {
        "rincian": kode,
        "nama": nama,
        "tahap": "rencana",
        "waktu": waktu,
        "tempat": "Balai Contoh",
        "jpl": None if jpl is None else Decimal(jpl),
        "target": Decimal(25),
        **isi,
    }


def realisasi_contoh() -> ReadSheet:
    barang, jasa, dinas = "5.1.02.01.01.0024", "5.1.02.02.01.0003", "5.1.02.04.01.0001"
    rows = [
        (
            "A1",
            barang,
            "Alat tulis kantor peserta",
            40_000_000,
            bulan(b5=10_000_000, b6=8_000_000, b9=15_000_000),
        ),
        ("A1", jasa, "Honorarium narasumber", 60_000_000, bulan(b6=25_000_000, b9=25_000_000)),
        ("A2", barang, "Bahan praktik membatik", 150_000_000, bulan(b6=120_500_000, b7=20_000_000)),
        ("A2", dinas, "Perjalanan dinas peserta", 50_000_000, bulan(b6=30_000_000)),
        (
            "A3",
            jasa,
            "Honorarium tenaga pendamping",
            200_000_000,
            bulan(b5=25_000_000, b6=25_000_000, b8=75_000_000),
        ),
    ]
    return lembar(
        Kind.REALISASI,
        [
            {
                "rincian": rincian,
                "kode": kode,
                "uraian": uraian,
                "pagu": Decimal(pagu),
                "rencana_bulan": tuple(Decimal(pagu) / 8 if 3 <= m <= 10 else None for m in range(1, 13)),
                "realisasi_bulan": paid,
            }
            for rincian, kode, uraian, pagu, paid in rows
        ],
    )
