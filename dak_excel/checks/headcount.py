"""How many people an activity has, and how many IKM a pendamping: `jumlah_peserta`, `rasio_pendamping`.

The distinct people of one activity count (`orang`). An activity without a list yet is judged only by the
number that its own row states. Twenty people where 20–30 are general are no finding, nineteen are.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from dak_excel.checks.activity_form import kelompok_kegiatan, kelompok_peserta
from dak_excel.checks.missing import kolom_tiada, kosong
from dak_excel.checks.registry import Lingkup, jenis, temuan_baris, temuan_kegiatan
from dak_excel.checks.tenaga_kegiatan import pendamping
from dak_excel.daerah.model import Fakta, Kegiatan
from dak_excel.daerah.orang import ikm_berbeda, jumlah_tertulis, nama_baku, orang_berbeda
from dak_excel.findings import Temuan, Tingkat
from dak_excel.indonesian import angka
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.juknis.ranges import di_luar, kata_rentang
from dak_excel.sheets.records import Peserta


class BatasJumlah(Model):
    """`tingkat_atas`: level of too many, where it is another than that of too few."""

    min: int | None = None
    max: int | None = None
    kelompok: str = ""
    orang: str = "peserta"
    tingkat_atas: Tingkat | None = None


@jenis("jumlah_peserta", BatasJumlah, isi=("batas", "menurut", "Orang"), varian=("lebih",))
def jumlah_peserta(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """An activity with fewer or more people than the rule gives."""
    b = BatasJumlah(**k.batas)
    for kegiatan in lingkup.kegiatan:
        jumlah = _jumlah(lingkup, kegiatan, b)
        if jumlah is None or not di_luar(jumlah.nilai, b.min, b.max):
            continue
        lebih = b.max is not None and jumlah.nilai > b.max
        yield temuan_kegiatan(
            k,
            jumlah.cell,
            kegiatan,
            nilai=angka(jumlah.nilai),
            varian="lebih" if lebih else "",
            tingkat=b.tingkat_atas if lebih else None,
            batas=kata_rentang(b.min, b.max),
            menurut="menurut daftar peserta" if kegiatan.peserta else "menurut lembar kegiatan",
            Orang=b.orang.capitalize(),
        )


def _jumlah(lingkup: Lingkup, kegiatan: Kegiatan, b: BatasJumlah) -> Fakta[Decimal] | None:
    """The people of the group that the rule is about; None when there are none or no one can tell."""
    people, unknown = kelompok_peserta(lingkup, kegiatan, b.kelompok)
    if people or unknown:
        place, known = kegiatan.tempat_temuan, Decimal(len(orang_berbeda(people)))
        too_many = b.max is not None and known > b.max
        too_few = bool(people) and known + unknown < (b.min or 0)
        if not place or (unknown and not too_many and not too_few):
            return None  # those whom no one can place may make up the number
        return Fakta(known, place)
    if kegiatan.peserta or (b.kelompok and kelompok_kegiatan(lingkup, kegiatan) != b.kelompok):
        return None
    return jumlah_tertulis(kegiatan)


class BatasRasio(Model):
    """IKM per pendamping."""

    min: int
    max: int


@jenis("rasio_pendamping", BatasRasio, isi=("batas", "ikm", "pendamping"), varian=("rerata",))
def rasio_pendamping(k: Ketentuan, lingkup: Lingkup, /) -> Iterator[Temuan]:
    """A pendamping who has fewer or more IKM than the rule gives.

    Who accompanies whom is told by the list of IKM, else by the column IKM dampingan of the list of
    tenaga, else only the average is known. Where some IKM have no pendamping yet, too few is no finding.
    """
    b = BatasRasio(**k.batas)
    for kegiatan in lingkup.kegiatan:
        rows = ikm_berbeda(kegiatan.peserta)
        if any(p.pendamping for p in rows):
            yield from _per_pendamping(k, lingkup, kegiatan, rows, b)
        elif stated := [(t, n) for t in pendamping(lingkup, kegiatan) if (n := _banyaknya(t.dampingan))]:
            for tenaga, banyak in stated:
                if di_luar(banyak, b.min, b.max):
                    yield temuan_baris(
                        k, tenaga.cell("dampingan"), tenaga, kegiatan, nilai=str(banyak), batas=_kata(b)
                    )
        elif rows:
            yield from _rerata(k, lingkup, kegiatan, rows, b)


def _kata(b: BatasRasio) -> str:
    return kata_rentang(b.min, b.max)


def _per_pendamping(
    k: Ketentuan, lingkup: Lingkup, kegiatan: Kegiatan, rows: list[Peserta], b: BatasRasio
) -> Iterator[Temuan]:
    groups: dict[str, list[Peserta]] = defaultdict(list)
    for p in rows:
        groups[nama_baku(p.pendamping)].append(p)
    unplaced = groups.pop("", [])
    for p in unplaced:
        yield from kosong(lingkup, k, p, "pendamping")
    for members in groups.values():
        few = len(members) < b.min and not unplaced
        if few or len(members) > b.max:
            first = members[0]
            yield temuan_kegiatan(
                k,
                first.cell("pendamping"),
                kegiatan,
                subjek=first.pendamping or "",
                nilai=str(len(members)),
                batas=_kata(b),
            )


def _rerata(
    k: Ketentuan, lingkup: Lingkup, kegiatan: Kegiatan, rows: list[Peserta], b: BatasRasio
) -> Iterator[Temuan]:
    people = {nama_baku(t.nama) for t in pendamping(lingkup, kegiatan)}
    if not people:
        yield from kolom_tiada(lingkup, k, rows[0].tabel, "pendamping", kegiatan.rincian)
        return
    rerata = Decimal(len(rows)) / len(people)
    if di_luar(rerata, b.min, b.max):
        yield temuan_kegiatan(
            k,
            kegiatan.tempat_temuan,
            kegiatan,
            nilai=angka(round(rerata, 1)),
            varian="rerata",
            batas=_kata(b),
            ikm=len(rows),
            pendamping=len(people),
        )


def _banyaknya(dampingan: str | None) -> int:
    """How many IKM a text speaks of: `5`, `5 IKM`, or names apart by comma, semicolon or line; 0: unknown."""
    if not dampingan:
        return 0
    if number := re.match(r"\s*(\d{1,3})\s*(?:ikm|usaha|unit)?\s*$", dampingan.casefold()):
        return int(number[1])
    return len([name for name in re.split(r"[;,\n]|\bdan\b", dampingan) if name.strip()])
