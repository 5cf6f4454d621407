"""The logbook of visits."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from dak_excel.indonesian import weekday_and_date
from tests.samples.bentuk.tabel import Kolom, judul, tabel
from tests.samples.buku import Isi, Lembar


@dataclass(frozen=True, slots=True)
class Kunjungan:
    """A visit."""

    hari: date
    ikm: str
    pendamping: str
    tempat: str
    pukul: str
    lama: Isi
    uraian: str
    hasil: str


def tulis_kunjungan(
    lembar: Lembar,
    judulnya: Sequence[str],
    info: Sequence[str],
    kunjungan: Sequence[Kunjungan],
    tanggal_teks: bool,
) -> None:
    """A logbook; dates as cells or as `Senin, 7 Agustus 2023`."""

    kolom = [
        Kolom("No", lambda k: nomor[k], "k_tengah", 5),
        Kolom(
            "Hari/Tanggal",
            lambda k: weekday_and_date(k.hari) if tanggal_teks else k.hari,
            "k_tengah" if tanggal_teks else "k_tanggal",
            25 if tanggal_teks else 13,
        ),
        Kolom("Nama IKM", lambda k: k.ikm, "k_teks", 24),
        Kolom("Pendamping", lambda k: k.pendamping, "k_teks", 24),
        Kolom("Lokasi", lambda k: k.tempat, "k_teks", 30),
        Kolom("Pukul", lambda k: k.pukul, "k_tengah", 15),
        Kolom("Lama (Jam)", lambda k: k.lama, "k_desimal", 8),
        Kolom("Uraian Pendampingan", lambda k: k.uraian, "k_teks", 44),
        Kolom("Hasil", lambda k: k.hasil, "k_teks", 36),
        Kolom("Paraf", lambda k: None, "k_teks", 8),
    ]
    nomor = {satu: n for n, satu in enumerate(kunjungan, 1)}
    baris = judul(lembar, 1, len(kolom), judulnya)
    for teks in info:
        lembar.tulis(baris, 1, teks, "tebal")
        baris += 1
    tabel(lembar, baris + 1, kolom, kunjungan, nomor_kolom=False)
