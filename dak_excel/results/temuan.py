"""A finding as tables and pages show it, and what the program itself got wrong."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from pydantic import BaseModel, Field

from dak_excel.faults import Fault
from dak_excel.findings import Status, Temuan, Tingkat
from dak_excel.privacy import mask


class TemuanResult(BaseModel):
    """One finding, as `temuan.csv` shows it, with a little more for the pages."""

    berkas: str
    lembar: str
    sel: str
    rincian: str
    ketentuan: str
    tingkat: Tingkat
    status: str
    pesan: str = Field(repr=False)
    saran: str = Field(repr=False)
    rujukan: str
    kutipan: str = ""
    subjek: str = Field(default="", repr=False)
    rupiah: Decimal | None = None
    """The amount at stake."""
    kunci: str = ""
    baru: bool = False
    """Not there at the run before."""
    sejak: date | None = None
    """The first day on which it was found without a break; None where no history is kept."""

    @classmethod
    def of(cls, temuan: Temuan) -> TemuanResult:
        """A finding with personal numbers masked."""
        tempat = temuan.tempat
        return cls(
            berkas=tempat.workbook if tempat else "",
            lembar=tempat.sheet if tempat else "",
            sel=tempat.a1 if tempat else "",
            rincian=temuan.rincian,
            ketentuan=temuan.ketentuan,
            tingkat=temuan.tingkat,
            status=temuan.status.value,
            pesan=mask(temuan.pesan),
            saran=mask(temuan.saran),
            rujukan=temuan.rujukan,
            kutipan=temuan.kutipan,
            subjek=mask(temuan.subjek),
            rupiah=temuan.rupiah,
            kunci=temuan.key,
        )


def to_act_on(temuan: TemuanResult) -> bool:
    """Whether a finding is to be acted on."""
    if temuan.status == Status.TERBUKA:
        return True
    return temuan.tingkat is Tingkat.PELANGGARAN and temuan.status != Status.DISETUJUI


class FaultResult(BaseModel):
    """What the program itself got wrong: what was left out, in the user's words, and where in the code."""

    pesan: str
    jejak: str = ""

    @classmethod
    def of(cls, fault: Fault) -> FaultResult:
        """A fault with personal numbers masked."""
        return cls(pesan=mask(str(fault)), jejak=fault.trace)
