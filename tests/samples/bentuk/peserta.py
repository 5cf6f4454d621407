"""Lists of participants in the forms that dinas use."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from tests.samples.bentuk.tabel import (
    Kelompok,
    Kolom,
    Letak,
    baris_kosong,
    judul,
    keterangan,
    tabel,
    tanda_tangan,
)
from tests.samples.buku import Isi, Lembar
from tests.samples.orang import Orang, tulis_lahir, tulis_nik


@dataclass(slots=True)
class Anggota:
    """A person in a list. `ganti` replaces what the list would show in a column, by the column's key."""

    orang: Orang
    usaha: str
    sentra: str
    komoditi: str
    desa: str
    kecamatan: str
    kabkota: str
    status: str = "Pelaku IKM"
    hadir: Isi = "√"
    usia: int = 0
    sk: str = ""
    pendamping: str = ""
    pelatihan: str = ""
    ganti: dict[str, Isi] = field(default_factory=dict)


Cara = Callable[[Anggota, int], Isi]
TTD = tuple[list[str], str, str]


def _lahir(a: Anggota, n: int) -> Isi:
    return tulis_lahir(a.orang.lahir, n)


def _ttl(a: Anggota, n: int) -> Isi:
    lahir = tulis_lahir(a.orang.lahir, n if n % 5 != 2 else n + 1)
    return f"{a.orang.tempat}, {lahir}" if n % 2 else f"{a.orang.tempat} / {lahir}"


ISI: Mapping[str, Cara] = {
    "nama": lambda a, n: a.orang.nama.upper() if n % 9 == 4 else a.orang.nama,
    "nik": lambda a, n: tulis_nik(a.orang.nik, n),
    "nib": lambda a, n: a.orang.nib or ("-" if n % 2 else None),
    "sedia": lambda a, n: None if a.orang.nib else "Bersedia",
    "kelamin": lambda a, n: a.orang.kelamin,
    "l": lambda a, n: None if a.orang.perempuan else "√",
    "p": lambda a, n: "√" if a.orang.perempuan else None,
    "ttl": _ttl,
    "tempat": lambda a, n: a.orang.tempat,
    "lahir": _lahir,
    "usia": lambda a, n: a.usia,
    "pendidikan": lambda a, n: a.orang.pendidikan,
    "usaha": lambda a, n: a.usaha,
    "ikm_pemilik": lambda a, n: f"{a.usaha} / {a.orang.nama}",
    "sentra": lambda a, n: a.sentra,
    "komoditi": lambda a, n: a.komoditi,
    "status": lambda a, n: a.status,
    "sk": lambda a, n: a.sk,
    "alamat": lambda a, n: f"{a.desa}, Kec. {a.kecamatan}",
    "desa": lambda a, n: a.desa,
    "kecamatan": lambda a, n: a.kecamatan,
    "kabkota": lambda a, n: a.kabkota,
    "telepon": lambda a, n: a.orang.telepon,
    "hadir": lambda a, n: a.hadir,
    "pendamping": lambda a, n: a.pendamping,
    "pelatihan": lambda a, n: a.pelatihan or None,
}
"""What stands in a column, by key; `n` is the running number, which decides the spelling."""


@dataclass(frozen=True, slots=True)
class Ruas:
    """A column of a list: key of `ISI`, heading, width, heading above, style."""

    kunci: str
    judul: str
    lebar: float = 14
    atas: str = ""
    gaya: str = "k_teks"


def susun(ruas: Sequence[Ruas]) -> list[Kolom]:
    """Columns for rows of (running number, member)."""

    def isi(kunci: str) -> Callable[[tuple[int, Anggota]], Isi]:
        return lambda baris: (
            baris[1].ganti[kunci] if kunci in baris[1].ganti else ISI[kunci](baris[1], baris[0])
        )

    nomor = Kolom("No", lambda baris: baris[0], "k_tengah", 5)
    gaya = {"lahir": "k_tanggal", "usia": "k_angka", "nik": "k_bulat", "nib": "k_bulat"}
    tengah = {"kelamin", "l", "p", "hadir", "sedia", "pendidikan"}
    return [
        nomor,
        *(
            Kolom(
                r.judul,
                isi(r.kunci),
                gaya.get(r.kunci, "k_tengah" if r.kunci in tengah else r.gaya),
                r.lebar,
                r.atas,
            )
            for r in ruas
        ),
    ]


def bernomor(
    anggota: Sequence[Anggota], kelompok: Callable[[Anggota], str] | None = None
) -> list[tuple[int, Anggota] | Kelompok]:
    """Rows numbered through, with a group row where the group changes."""
    hasil: list[tuple[int, Anggota] | Kelompok] = []
    terakhir = None
    for nomor, satu in enumerate(anggota, 1):
        if kelompok and kelompok(satu) != terakhir:
            terakhir = kelompok(satu)
            hasil.append(Kelompok(terakhir))
        hasil.append((nomor, satu))
    return hasil


def tulis_daftar(
    lembar: Lembar,
    judulnya: list[str],
    info: list[tuple[str, Isi]],
    ruas: Sequence[Ruas],
    anggota: Sequence[Anggota],
    *,
    kelompok: Callable[[Anggota], str] | None = None,
    mulai: int = 1,
    ttd: TTD | None = None,
    kosong_sampai: int = 0,
    nomor_kolom: bool = True,
    kepala: str = "kepala",
) -> Letak:
    """A whole list: titles, `Kegiatan : …` lines, table, signature block, formatted empty rows."""
    kolom = susun(ruas)
    baris = judul(lembar, 1, len(kolom), judulnya, mulai) + 1
    baris = keterangan(lembar, baris, info, mulai) + 1
    data = bernomor(anggota, kelompok)
    letak = tabel(lembar, baris, kolom, data, mulai, nomor_kolom=nomor_kolom, kepala=kepala)
    if ttd:
        tanda_tangan(lembar, letak.akhir + 3, mulai + max(3, len(kolom) - 4), *ttd)
    if kosong_sampai:
        baris_kosong(lembar, kosong_sampai, mulai, len(kolom))
    return letak
