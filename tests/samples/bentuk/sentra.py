"""The list of Sentra IKM, as a sheet or as a CSV file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.samples.bentuk.tabel import Kolom, judul, tabel
from tests.samples.buku import Harapan, Isi, Lembar


@dataclass(frozen=True, slots=True)
class SentraIkm:
    """A Sentra IKM."""

    nama: str
    desa: str
    kecamatan: str
    komoditi: str
    unit: Isi
    tenaga_kerja: int
    ketua: str
    sk: str
    dokumen: Isi = None


def tulis_sentra(
    lembar: Lembar, judulnya: Sequence[str], sentra: Sequence[SentraIkm], dokumen: str = ""
) -> None:
    """The list of sentra; `dokumen` names the column of the document, if there is one."""
    kolom = [
        Kolom("No", lambda s: sentra.index(s) + 1, "k_tengah", 5),
        Kolom("Nama Sentra", lambda s: s.nama, "k_teks", 32),
        Kolom("Desa/Kel", lambda s: s.desa, "k_teks", 20, "Lokasi"),
        Kolom("Kecamatan", lambda s: s.kecamatan, "k_teks", 18, "Lokasi"),
        Kolom("Komoditi", lambda s: s.komoditi, "k_teks", 18),
        Kolom("Jml Unit Usaha", lambda s: s.unit, "k_angka", 12),
        Kolom("Tenaga Kerja", lambda s: s.tenaga_kerja, "k_angka", 12),
        Kolom("Ketua Sentra", lambda s: s.ketua, "k_teks", 24),
        Kolom("SK Penetapan", lambda s: s.sk, "k_teks", 34),
        *([Kolom(dokumen, lambda s: s.dokumen, "k_teks", 34)] if dokumen else []),
    ]
    baris = judul(lembar, 1, len(kolom), judulnya) + 1
    tabel(lembar, baris, kolom, sentra, nomor_kolom=False)


def csv_sentra(judulnya: str, sentra: Sequence[SentraIkm], berkas: str) -> tuple[bytes, list[Harapan]]:
    """The list as Excel with Indonesian settings saves it: semicolons, Windows-1252; and the faults in it."""
    lembar = Lembar("", berkas)
    lembar.tulis(1, 1, judulnya)
    kepala = ["No", "Nama Sentra", "Alamat", "Komoditi", "Jumlah IKM", "Tenaga Kerja", "Pengelola", "No SK"]
    lembar.deret(3, 1, kepala)
    for nomor, s in enumerate(sentra, 1):
        alamat = f"Kel. {s.desa} – Kec. {s.kecamatan}"
        lembar.deret(3 + nomor, 1, [nomor, s.nama, alamat, s.komoditi, s.unit, s.tenaga_kerja, s.ketua, s.sk])
    baris = []
    for ke in range(1, lembar.akhir + 1):
        isi = [lembar.sel[ke, k].isi if (ke, k) in lembar.sel else None for k in range(1, len(kepala) + 1)]
        baris.append(";".join("" if satu is None else str(satu) for satu in isi))
    return "\r\n".join([*baris, ""]).encode("cp1252"), lembar.harapan
