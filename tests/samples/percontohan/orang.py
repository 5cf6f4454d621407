"""The people of Kota Percontohan, and the faults in their lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import islice

from tests.samples.bentuk.jadwal import hari_kerja
from tests.samples.bentuk.peserta import ISI, Anggota
from tests.samples.buku import Polos, Rumus, polos, tanam
from tests.samples.orang import Orang, penduduk

KOTA = "Kota Percontohan"
ANYAMAN, KUE, SEPATU = "Sentra Anyaman Bambu Rekaan", "Sentra Kue Basah Misal", "Sentra Sepatu Andaikan"
KELURAHAN = {
    ANYAMAN: ("Kel. Rekaan", "Umpama"),
    KUE: ("Kel. Misal", "Umpama"),
    SEPATU: ("Kel. Andaikan", "Ibarat"),
}
KOMODITI = {ANYAMAN: "Anyaman bambu", KUE: "Kue basah", SEPATU: "Sepatu"}
PENDAMPING = ("Laras Permisalan, S.Ds.", "Heru Permisalan, A.Md.")

AKT1_HARI = hari_kerja(date(2023, 6, 5), 5)
AKT2_HARI = [h for h in hari_kerja(date(2023, 7, 3), 12) if h.weekday() != 5]
A2_HARI = hari_kerja(date(2023, 7, 10), 5)
B4_RENCANA = hari_kerja(date(2023, 9, 4), 5)
B4_HARI = hari_kerja(date(2023, 9, 11), 5)
A3_MULAI, A3_SELESAI = date(2023, 8, 7), date(2023, 11, 10)

_ANYAMAN = (
    "Pring Asri", "Bambu Rekaan", "Anyam Jaya", "Besek Misal", "Tampah Ayu", "Kukusan Umpama",
    "Caping Rekaan", "Pring Wulung", "Bambu Lestari", "Anyam Ceria", "Lampu Bambu",
    "Keranjang Andaikan", "Pring Kuning", "Bambu Petung", "Anyam Mandiri", "Tas Bambu", "Besek Rapi",
    "Tikar Rekaan", "Pring Sewu", "Bambu Apus", "Anyam Kreasi", "Bambu Indah", "Kotak Bambu",
)  # fmt: skip
_KUE = (
    "Lapis Legit", "Nagasari", "Kue Lumpur", "Serabi", "Klepon", "Putu Ayu", "Bika Misal", "Onde-Onde",
    "Risoles", "Kue Ku", "Talam", "Dadar Gulung", "Lemper", "Cucur", "Apem",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Peserta:
    """The lists by activity."""

    akt1: list[Anggota]
    akt2: list[Anggota]
    a2: list[Anggota]
    a3: list[Anggota]
    b4: list[Anggota]


def peserta() -> Peserta:
    """All lists. Each person is in one list only, but for one who is in A1 (II) and in A2 on the same days,
    and the IKM of A3, of which two were in no training."""
    orang = penduduk(2, 77)
    akt1 = _ambil(orang, ANYAMAN, _ANYAMAN[:20]) + _ambil(orang, KUE, [f"Kue {k}" for k in _KUE[:12]])
    akt2 = _ambil(orang, KUE, [f"Dapur {k}" for k in _KUE])
    akt2 += _ambil(orang, SEPATU, [f"Sepatu Rekaan {n}" for n in range(1, 11)])
    a2 = _ambil(orang, ANYAMAN, [f"Griya {n}" for n in _ANYAMAN[:21]])
    for satu in a2:
        satu.status, satu.hadir = "Pengusaha IKM", 5
    baru = _ambil(orang, ANYAMAN, [f"Sanggar {n}" for n in _ANYAMAN[21:23]])
    b4 = _ambil(orang, ANYAMAN, ["-"] * 17)
    _salah_akt1(akt1)
    for satu in akt2:
        satu.usia = satu.orang.usia(AKT2_HARI[0])
    _salah_akt2(akt2)
    ganda = _anggota(akt2[6].orang, KUE, akt2[6].usaha)
    ganda.status, ganda.hadir, ganda.sentra, ganda.komoditi = "Pengusaha IKM", 5, ANYAMAN, KOMODITI[ANYAMAN]
    ganda.ganti["nik"] = tanam(ganda.orang.nik, "ORANG-BENTROK", "data",
                               "orang ini juga peserta A1 Angkatan II pada 3–14 Juli 2023")  # fmt: skip
    a2.insert(11, ganda)
    a2[19].hadir = 3
    return Peserta(akt1, akt2, a2, _dampingan(a2, baru), _wisata(b4))


def _ambil(orang: Iterator[Orang], sentra: str, usaha: Sequence[str]) -> list[Anggota]:
    return [_anggota(o, sentra, u) for o, u in zip(islice(orang, len(usaha)), usaha, strict=True)]


def _anggota(orang: Orang, sentra: str, usaha: str) -> Anggota:
    kelurahan, kecamatan = KELURAHAN[sentra]
    return Anggota(orang, usaha, sentra, KOMODITI[sentra], kelurahan, kecamatan, KOTA)


def _tandai(satu: Anggota, nomor: int, kunci: str, *salah: str) -> None:
    """Plants a fault (ketentuan, tingkat, note) in what the list shows anyhow."""
    _ganti(satu, kunci, polos(ISI[kunci](satu, nomor)), *salah)


def _ganti(satu: Anggota, kunci: str, nilai: Polos | Rumus, *salah: str) -> None:
    """Shows another value, with a fault planted in it."""
    ketentuan, tingkat, catatan = salah
    satu.ganti[kunci] = tanam(nilai, ketentuan, tingkat, catatan)


def _salah_akt1(daftar: list[Anggota]) -> None:
    """A1 Angkatan I: 32 people (`A1-JUMLAH` follows from it), one of them twice."""
    data, langgar = "data", "pelanggaran"
    daftar[1].orang = daftar[1].orang.lahir_pada(date(1972, 5, 20))
    _tandai(daftar[1], 2, "ttl", "A1-USIA", langgar, "berusia 51 tahun pada hari pertama, 5 Juni 2023")
    daftar[5].orang = daftar[5].orang.tanpa_nib()
    daftar[5].ganti["sedia"] = None
    _ganti(daftar[5], "nib", None, "A1-NIB", langgar, "tidak ber-NIB dan tidak menyatakan bersedia membuat")
    bulat = float(daftar[8].orang.nik[:15] + "0")
    _ganti(
        daftar[8], "nik", bulat, "NIK-FORMAT", data, "diketik sebagai angka; Excel membulatkannya ke 15 digit"
    )
    lain = daftar[11].orang.lahir_pada(date(1990, 3, 17))
    _ganti(
        daftar[11], "nik", lain.nik, "NIK-LAHIR", data, "digit 7–12 berarti lahir 17-03-90, bukan menurut TTL"
    )
    daftar[14].orang = daftar[14].orang.lahir_pada(date(1988, 6, 30))
    mustahil = f"{daftar[14].orang.tempat}, 31 Juni 1988"
    _ganti(daftar[14], "ttl", mustahil, "DATA-TANGGAL", data, "31 Juni tidak ada")
    _ganti(
        daftar[17],
        "status",
        "PNS kelurahan",
        "A1-STATUS",
        langgar,
        "bukan pelaku IKM atau calon pengusaha",
    )
    perempuan = next(a for a in daftar[18:23] if a.orang.perempuan)
    _ganti(perempuan, "kelamin", "L", "NIK-KELAMIN", data, "L, sedangkan NIK-nya perempuan")
    _ganti(daftar[23], "ttl", None, "DATA-KOSONG", data, "tanggal lahir kosong, usia tidak dapat diperiksa")
    _ganti(daftar[24], "nib", daftar[24].orang.nib[:12], "NIB-FORMAT", data, "12 digit, seharusnya 13")
    _ganti(daftar[27], "kabkota", "Kab. Teladan", "A1-WILAYAH", langgar, "berasal dari kabupaten lain")
    _ganti(
        daftar[30], "nib", daftar[29].orang.nib, "NIB-GANDA", "info", "NIB yang sama dengan peserta nomor 30"
    )
    kembar = _anggota(daftar[0].orang, ANYAMAN, daftar[0].usaha)
    _ganti(kembar, "nik", kembar.orang.nik, "NIK-GANDA", data, "orang yang sama dengan nomor 1")
    daftar.append(kembar)


def _salah_akt2(daftar: list[Anggota]) -> None:
    """A1 Angkatan II: 25 people; ages stand in a column of their own."""
    usia = daftar[3].usia
    lain = usia + (10 if usia < 38 else -10)
    _ganti(daftar[3], "usia", lain, "USIA-LAHIR", "data", f"menurut tanggal lahirnya {usia} tahun")
    rusak = Rumus("=#REF!-YEAR(#REF!)", "#REF!")
    _ganti(daftar[15], "usia", rusak, "DATA-GALAT", "data", "rumus rusak")


def _dampingan(a2: list[Anggota], baru: list[Anggota]) -> list[Anggota]:
    """Ten IKM: six with the first pendamping, four with the second; two of these took no training."""
    hasil = [_anggota(a.orang, ANYAMAN, a.usaha) for a in (*a2[:8], *baru)]
    for ke, satu in enumerate(hasil):
        satu.status, satu.pendamping = "Pengusaha IKM", PENDAMPING[ke >= 6]
        if ke >= 8:
            _tandai(satu, ke + 1, "ikm_pemilik", "A3-PRIORITAS", "info", "belum mengikuti A1 atau A2")
    return hasil


def _wisata(b4: list[Anggota]) -> list[Anggota]:
    """17 people, fewer than the minimum (`B4-JUMLAH` follows from it)."""
    unsur = ("Pengelola sentra", "Pengusaha IKM", "Masyarakat setempat")
    for ke, satu in enumerate(b4):
        satu.status, satu.hadir = unsur[ke * 3 // 17], "Ya"
    return b4
