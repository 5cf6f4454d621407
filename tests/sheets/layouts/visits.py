"""Tables of the sentra, of visits to them, and of photos."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from tests.sheets.layouts import spell
from tests.sheets.layouts.events import TOPICS
from tests.sheets.layouts.model import Column, Truth, chance
from tests.sheets.layouts.people import SKILLS, column, number_column
from tests.sheets.layouts.words import CRAFTS, PLACES, STREETS, day_in, person


def sentra(rng: Random, i: int) -> Truth:
    craft = rng.choice(CRAFTS)
    return {
        "nomor": str(i),
        "nama": f"Sentra {craft} {rng.choice(PLACES)}",
        "alamat": rng.choice(STREETS),
        "desa": rng.choice(["Andai", "Misal", "Contoh"]),
        "kecamatan": rng.choice(["Rekaan", "Umpama"]),
        "komoditi": craft,
        "unit_usaha": Decimal(rng.randrange(3, 60)),
        "tenaga_kerja": Decimal(rng.randrange(5, 300)),
        "sk": f"503/{rng.randrange(10, 99)}/2021",
        "pengelola": person(rng),
    }


def sentra_columns(rng: Random) -> list[Column]:
    units, workers = spell.count(rng, "unit", "IKM"), spell.count(rng, "orang", "org")
    columns = [number_column(rng)] if chance(rng, 0.9) else []
    columns.append(column(rng, "nama", "Nama Sentra;Nama Sentra IKM;Sentra IKM", essential=True))
    desa, kecamatan = "Desa;Desa/Kelurahan", "Kecamatan;Kec."
    if chance(rng, 0.3):
        desa, kecamatan = "Lokasi // Desa", "Lokasi // Kecamatan"
    rest: list[tuple[float, list[Column]]] = [
        (0.4, [column(rng, "alamat", "Alamat Sentra;Alamat")]),
        (0.6, [column(rng, "desa", desa), column(rng, "kecamatan", kecamatan)]),
        (0.8, [column(rng, "komoditi", "Komoditi;Komoditas;Jenis Produk")]),
        (0.9, [column(rng, "unit_usaha", "Jumlah IKM;Jml Unit Usaha;Unit Usaha", units)]),
        (0.6, [column(rng, "tenaga_kerja", "Tenaga Kerja;Jml Tenaga Kerja", workers)]),
        (0.3, [column(rng, "sk", "SK Sentra;No. SK")]),
        (0.4, [column(rng, "pengelola", "Pengelola;Ketua;Nama Pengelola")]),
    ]  # fmt: skip
    chosen = [part for share, part in rest if chance(rng, share)]
    while len(chosen) < 2:
        chosen = [part for share, part in rest if chance(rng, share)]
    return columns + [column for part in chosen for column in part]


def kunjungan(rng: Random, i: int) -> Truth:
    return {
        "nomor": str(i),
        "tanggal": day_in(rng, 2023),
        "ke": Decimal(i),
        "ikm": f"{rng.choice(CRAFTS)} {rng.choice(['Sari', 'Jaya'])}",
        "pendamping": person(rng),
        "lama_jam": Decimal(rng.randrange(2, 8)),
        "uraian": f"Pendampingan {rng.choice(SKILLS).lower()}",
        "hasil": rng.choice(["Label baru disepakati", "Rencana produksi tersusun", "Uji coba selesai"]),
    }


def kunjungan_columns(rng: Random) -> list[Column]:
    write_day, numeric = spell.day(rng)
    hours, nth = spell.count(rng, "jam", "Jam"), spell.count(rng)
    columns = [number_column(rng)] if chance(rng, 0.85) else []
    columns.append(
        column(
            rng,
            "tanggal",
            "Tanggal Kunjungan;Tgl Kunjungan;Hari/Tanggal",
            write_day,
            essential=True,
            ambiguous=numeric,
        )
    )
    rest: list[tuple[float, Column]] = [
        (0.4, column(rng, "ke", "Kunjungan ke-;Kunjungan Ke", nth)),
        (0.9, column(rng, "ikm", "Nama IKM;IKM Dampingan;IKM yang Dikunjungi")),
        (0.5, column(rng, "pendamping", "Pendamping;Nama Pendamping")),
        (0.6, column(rng, "lama_jam", "Lama (Jam);Durasi (Jam);Jml Jam", hours)),
        (0.9, column(rng, "uraian", "Uraian Pendampingan;Kegiatan Pendampingan;Uraian Kegiatan")),
        (0.5, column(rng, "hasil", "Hasil;Hasil Pendampingan;Hasil/Tindak Lanjut")),
        (0.3, Column(("Paraf",), (), lambda t: None)),
    ]  # fmt: skip
    chosen = [column for share, column in rest if chance(rng, share)]
    if not any(column.fields[:1] in (("ikm",), ("uraian",)) for column in chosen):
        chosen += [rest[1][1], rest[4][1]]
    return columns + chosen


def dokumentasi(rng: Random, i: int) -> Truth:
    day: date = day_in(rng, 2023)
    return {
        "nomor": str(i),
        "berkas": f"IMG_{rng.randrange(1000, 9999)}.jpg",
        "keterangan": f"{rng.choice(TOPICS)} hari ke-{rng.randrange(1, 6)}",
        "tanggal": day,
    }


def dokumentasi_columns(rng: Random) -> list[Column]:
    write_day, numeric = spell.day(rng)
    columns = [number_column(rng)] if chance(rng, 0.8) else []
    columns.append(column(rng, "berkas", "Nama File;Nama Foto;File Foto", essential=True))
    columns.append(column(rng, "keterangan", "Keterangan;Keterangan Foto;Uraian"))
    if chance(rng, 0.5):
        columns.append(column(rng, "tanggal", "Tanggal;Tgl", write_day, ambiguous=numeric))
    return columns
