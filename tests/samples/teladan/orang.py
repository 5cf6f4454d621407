"""The people of Kabupaten Teladan: who takes part in what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import islice

from tests.samples.bentuk.jadwal import hari_kerja
from tests.samples.bentuk.peserta import Anggota
from tests.samples.orang import Orang, penduduk

KAB = "Kab. Teladan"
WETAN, MISALAN, UMPAMA = "Sentra Batik Contoh Wetan", "Sentra Batik Misalan", "Sentra Makanan Olahan Umpama"
DESA = {
    WETAN: ("Desa Contoh Wetan", "Contoh"),
    MISALAN: ("Desa Misalan", "Misalan"),
    UMPAMA: ("Desa Umpama", "Umpama"),
}
KOMODITI = {WETAN: "Batik", MISALAN: "Batik", UMPAMA: "Makanan olahan"}
PENDAMPING = ("Galih Permisalan, A.Md.", "Umi Permisalan")

A1_HARI = hari_kerja(date(2023, 6, 12), 5)
A2_HARI = hari_kerja(date(2023, 7, 24), 4)
B1_HARI = hari_kerja(date(2023, 9, 18), 5)
A3_MULAI, A3_SELESAI = date(2023, 8, 7), date(2023, 11, 10)

_BUNGA = (
    "Melati", "Kenanga", "Anggrek", "Cempaka", "Dahlia", "Flamboyan", "Gading", "Kamboja", "Lavender",
    "Mawar", "Nusa Indah", "Pacar Air", "Rosela", "Sedap Malam", "Teratai", "Wijayakusuma", "Alamanda",
    "Bugenvil", "Seruni", "Tulip", "Asoka", "Soka", "Kantil", "Tanjung", "Kacapiring",
)  # fmt: skip
_OLAHAN = (
    "Keripik Contoh", "Rengginang Umpama", "Abon Teladan", "Sale Pisang Rekaan", "Kerupuk Misal",
    "Emping Andaikan", "Dodol Ibarat", "Stik Bawang Contoh", "Sambal Rekaan", "Kue Kering Umpama",
)  # fmt: skip
_JABATAN = ("Ketua", "Wakil Ketua", "Sekretaris", "Bendahara", "Humas")


@dataclass(frozen=True, slots=True)
class Peserta:
    """The lists by rincian."""

    a1: list[Anggota]
    a2: list[Anggota]
    a3: list[Anggota]
    b1: list[Anggota]


def peserta() -> Peserta:
    """A1: 15 of Wetan, 10 of Umpama; A2: 10 of these and 10 more; A3: ten of A1 or A2; B1: pengurus."""
    orang = penduduk(1, 2023)
    wetan = [_anggota(o, WETAN, f"Batik {u}") for o, u in zip(islice(orang, 15), _BUNGA, strict=False)]
    umpama = [_anggota(o, UMPAMA, u) for o, u in zip(islice(orang, 10), _OLAHAN, strict=True)]
    _tepi(wetan, umpama)
    lanjut = [_lagi(a) for a in (*wetan[:3], *wetan[4:11])]
    baru = [_anggota(o, WETAN, f"Batik {u}") for o, u in zip(islice(orang, 2), _BUNGA[15:], strict=False)]
    baru += [_anggota(o, MISALAN, f"Batik {u}") for o, u in zip(islice(orang, 8), _BUNGA[17:], strict=True)]
    a2 = lanjut + baru
    for satu in a2:
        satu.hadir, satu.status, satu.usia = 4, "Pengusaha IKM", satu.orang.usia(A2_HARI[0])
    a3 = [_lagi(a) for a in (*lanjut[:8], *baru[:2])]
    for ke, satu in enumerate(a3):
        satu.status, satu.pendamping = "Pengusaha IKM", PENDAMPING[ke // 5]
        satu.pelatihan = "A1 dan A2" if ke < 8 else "A2"
    b1 = []
    for nomor, sentra in enumerate((WETAN, MISALAN, UMPAMA), 1):
        sk = f"188.45/{nomor}1/2022 tgl 14 Maret 2022"
        for satu_orang, jabatan in zip(islice(orang, 5), _JABATAN, strict=True):
            b1.append(_anggota(satu_orang, sentra, "-", f"{jabatan} Pengurus Sentra"))
            b1[-1].hadir, b1[-1].sk = "Lulus", sk
    return Peserta(wetan + umpama, a2, a3, b1)


def _tepi(wetan: list[Anggota], umpama: list[Anggota]) -> None:
    """Cases at the edge of a rule and within it: one turns 51 the day after the first day, one turns 17 on
    it, three have no NIB yet and are ready to make one, one leaves before the end."""
    wetan[3].orang = wetan[3].orang.lahir_pada(date(1972, 6, 13))
    wetan[13].orang = wetan[13].orang.lahir_pada(date(2006, 6, 12))
    for satu in (wetan[13], wetan[14], umpama[8]):
        satu.orang = satu.orang.tanpa_nib()
        satu.status, satu.usaha = "Calon wirausaha", "-"
    umpama[5].hadir = "Mengundurkan diri"


def _anggota(orang: Orang, sentra: str, usaha: str, status: str = "Pelaku IKM") -> Anggota:
    desa, kecamatan = DESA[sentra]
    return Anggota(orang, usaha, sentra, KOMODITI[sentra], desa, kecamatan, KAB, status)


def _lagi(satu: Anggota) -> Anggota:
    """The same person in another list."""
    return _anggota(satu.orang, satu.sentra, satu.usaha)
