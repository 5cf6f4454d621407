"""The list of activities: as planned and as done, on two sheets or as two header groups."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.samples.bentuk.tabel import Kolom, judul, tabel
from tests.samples.buku import Isi, Lembar


@dataclass(slots=True)
class Tahap:
    """An activity as planned or as done."""

    waktu: Isi
    tempat: Isi
    jpl: Isi = None
    sasaran: Isi = None
    peserta: Isi = None
    keluaran: Isi = None
    panitia: Isi = None


@dataclass(slots=True)
class Acara:
    """An activity: what it is, and both stages."""

    rincian: str
    nama: str
    sentra: str
    komoditi: str
    satuan: str
    rencana: Tahap
    realisasi: Tahap | None = None
    angkatan: str = ""
    koordinator: Isi = None
    logbook: Isi = None
    luar_daerah: str = "Tidak"
    catatan: Isi = None


def kolom_tahap(tahap: str, atas: str = "", keluaran: str = "Target") -> list[Kolom]:
    """Columns of one stage, alone or under a group heading."""

    def kolom(judul_: str, nama: str, gaya: str, lebar: float) -> Kolom:
        def isi(acara: Acara) -> Isi:
            satu: Tahap | None = getattr(acara, tahap)
            return getattr(satu, nama) if satu else None

        return Kolom(judul_, isi, gaya, lebar, atas)

    return [
        kolom("Waktu", "waktu", "k_tengah", 22),
        kolom("Tempat", "tempat", "k_teks", 30),
        kolom("JPL", "jpl", "k_angka", 7),
        kolom("Sasaran", "sasaran", "k_teks", 26),
        kolom("Jml Peserta", "peserta", "k_angka", 9),
        kolom(keluaran, "keluaran", "k_angka", 9),
        kolom("Panitia", "panitia", "k_angka", 9),
    ]


def tulis_kegiatan(
    lembar: Lembar,
    judulnya: Sequence[str],
    acara: Sequence[Acara],
    tahap: Sequence[Kolom],
    *,
    luar_daerah: bool = False,
    kepala: str = "kepala",
) -> None:
    """One row an activity; `luar_daerah` adds the column that says whether it is held elsewhere."""
    angkatan = Kolom("Angkatan", lambda a: a.angkatan or None, "k_tengah", 10)
    luar = Kolom("Luar Daerah (Ya/Tidak)", lambda a: a.luar_daerah, "k_tengah", 10)
    kolom = [
        Kolom("No", lambda a: acara.index(a) + 1, "k_tengah", 5),
        Kolom("Rincian", lambda a: a.rincian, "k_tengah", 9),
        Kolom("Nama Kegiatan", lambda a: a.nama, "k_teks", 40),
        *([angkatan] if any(a.angkatan for a in acara) else []),
        Kolom("Sentra", lambda a: a.sentra, "k_teks", 24),
        Kolom("Komoditi", lambda a: a.komoditi, "k_teks", 15),
        *tahap,
        Kolom("Satuan", lambda a: a.satuan, "k_tengah", 9),
        *([luar] if luar_daerah else []),
        Kolom("Koordinator", lambda a: a.koordinator, "k_teks", 22),
        Kolom("Logbook", lambda a: a.logbook, "k_tengah", 10),
        Kolom("Ket.", lambda a: a.catatan, "k_teks", 18),
    ]
    baris = judul(lembar, 1, len(kolom), judulnya) + 1
    tabel(lembar, baris, kolom, acara, kepala=kepala)
