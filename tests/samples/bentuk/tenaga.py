"""Narasumber, instruktur and pendamping."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.samples.bentuk.tabel import Kelompok, Kolom, judul, tabel
from tests.samples.buku import Isi, Lembar


@dataclass(slots=True)
class Tenaga:
    """A narasumber, instruktur or pendamping."""

    nama: str
    peran: str
    instansi: str
    keahlian: str
    pendidikan: Isi
    pengalaman: Isi
    bukti: Isi
    materi: str = ""
    jpl: Isi = None
    pelaku: str = "Tidak"
    nib: Isi = None
    sehat: Isi = "Ada"
    pengalaman_pendamping: Isi = None
    rangkap: Isi = None
    dampingan: Isi = None


def tulis_tenaga(
    lembar: Lembar,
    judulnya: Sequence[str],
    data: Sequence[Tenaga | Kelompok],
    *,
    pendamping: bool = False,
    nomor_kolom: bool = True,
) -> None:
    """Narasumber, or pendamping with their IKM; group rows name the activity."""
    orang = [t for t in data if isinstance(t, Tenaga)]
    sebutan = "Nama Pendamping" if pendamping else "Nama Narasumber / Instruktur"
    kolom = [
        Kolom("No", lambda t: orang.index(t) + 1, "k_tengah", 5),
        Kolom(sebutan, lambda t: t.nama, "k_teks", 30),
        Kolom("Peran", lambda t: t.peran, "k_teks", 14),
        Kolom("Instansi/Lembaga", lambda t: t.instansi, "k_teks", 32),
        Kolom("Bidang Keahlian", lambda t: t.keahlian, "k_teks", 26),
        Kolom("Pend. Terakhir", lambda t: t.pendidikan, "k_tengah", 12),
        Kolom("Pengalaman (Th)", lambda t: t.pengalaman, "k_tengah", 13),
        *(_khusus_pendamping()[:1] if pendamping else []),
        Kolom("Pelaku Usaha", lambda t: t.pelaku, "k_tengah", 10),
        Kolom("NIB", lambda t: t.nib, "k_bulat", 17),
        Kolom("Sertifikat/Surat Keterangan", lambda t: t.bukti, "k_teks", 34),
        Kolom("Surat Sehat", lambda t: t.sehat, "k_tengah", 10),
        *(_khusus_pendamping()[1:] if pendamping else _khusus_narasumber()),
    ]
    baris = judul(lembar, 1, len(kolom), judulnya) + 1
    tabel(lembar, baris, kolom, data, nomor_kolom=nomor_kolom)


def _khusus_pendamping() -> list[Kolom]:
    return [
        Kolom("Pengalaman sebagai Pendamping (Th)", lambda t: t.pengalaman_pendamping, "k_tengah", 15),
        Kolom("Pendamping Lembaga Lain", lambda t: t.rangkap, "k_tengah", 13),
        Kolom("Jumlah IKM Dampingan", lambda t: t.dampingan, "k_tengah", 12),
    ]


def _khusus_narasumber() -> list[Kolom]:
    return [
        Kolom("Materi", lambda t: t.materi, "k_teks", 36),
        Kolom("Jml JP", lambda t: t.jpl, "k_angka", 8),
    ]
