"""Education of the tenaga: `tenaga_pendidikan`, a minimum with exceptions.

A pelaku usaha with a NIB needs no diploma where the rule excepts them; without the NIB the message says
what is lacking. A5 and A6 ask for expertise beside the diploma: it may show in the field of expertise, the
role, the institution or the certificate.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from dak_excel.checks.missing import missing_value
from dak_excel.checks.notions import dictionary
from dak_excel.checks.registry import Scope, kind, row_finding
from dak_excel.checks.tenaga import runs_a_business
from dak_excel.checks.tenaga_kegiatan import required_tenaga
from dak_excel.daerah.model import Kegiatan
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan, Model
from dak_excel.sheets.records import Pendidikan, Tenaga

SEBUTAN = {
    Pendidikan.TIDAK_SEKOLAH: "tidak sekolah",
    Pendidikan.D1: "D I",
    Pendidikan.D2: "D II",
    Pendidikan.D3: "D III",
    Pendidikan.PROFESI: "profesi",
}
PELAKU = {"pelaku_usaha": "pelaku usaha", "pelaku_ikm": "pelaku usaha IKM sejenis"}


class BatasPendidikan(Model):
    """`min`: a level of `Pendidikan`; `kecuali`: who is excepted with a NIB; `keahlian`: group of istilah
    `keahlian` that must show, `keahlian_kata` its name."""

    peran: str = ""
    min: Literal["SMA", "D1", "D2", "D3", "S1", "S2"]
    kecuali: Literal["", "pelaku_usaha", "pelaku_ikm"] = ""
    keahlian: str = ""
    keahlian_kata: str = ""


@kind("tenaga_pendidikan", BatasPendidikan, isi=("kecuali_kata", "pelaku"), varian=("nib", "keahlian"))
def tenaga_pendidikan(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """Someone below the minimum whom no exception covers, or without the expertise that is asked for."""
    b = BatasPendidikan(**k.batas)
    for row, kegiatan in required_tenaga(scope, b.peran):
        excepted = bool(b.kecuali) and runs_a_business(scope, row)
        if not (excepted and row.nib):
            yield from _level(k, scope, row, kegiatan, b, excepted)
        if b.keahlian and row.keahlian and not _shows(scope, row, b.keahlian):
            yield row_finding(
                k, row.cell("keahlian"), row, kegiatan, nilai=f"«{row.keahlian}»", varian="keahlian"
            )


def _level(
    k: Ketentuan, scope: Scope, row: Tenaga, kegiatan: Kegiatan | None, b: BatasPendidikan, excepted: bool
) -> Iterator[Temuan]:
    if row.pendidikan is None:
        yield from missing_value(scope, k, row, "pendidikan")
    elif row.pendidikan < Pendidikan[b.min]:
        pelaku = PELAKU.get(b.kecuali, "")
        yield row_finding(
            k,
            row.cell("pendidikan"),
            row,
            kegiatan,
            nilai=SEBUTAN.get(row.pendidikan, row.pendidikan.name),
            varian="nib" if excepted else "",
            kecuali_kata=f" (kecuali {pelaku} yang mempunyai NIB)" if pelaku else "",
            pelaku=pelaku,
        )


def _shows(scope: Scope, row: Tenaga, group: str) -> bool:
    words = dictionary(scope.juknis, "keahlian")
    return any(group in words.groups(text) for text in (row.keahlian, row.peran, row.instansi, row.bukti))
