"""Hasil: what a run made of one daerah, in plain data that the journal keeps and the summary shows.

Nothing here holds a NIK, a phone number or an address: texts are masked when they are put in.
"""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime

from pydantic import BaseModel, Field

from dak_excel.findings import Temuan, Tingkat
from dak_excel.privacy import samarkan


class HasilLembar(BaseModel):
    """One sheet: its name, what it was taken for, how many rows were read."""

    nama: str
    jenis: str
    baris: int


class HasilBerkas(BaseModel):
    """One file: which bytes, when they came, what was read, or why not."""

    nama: str
    ukuran: int = 0
    sha256: str = ""
    masuk: datetime | None = None
    lembar: list[HasilLembar] = Field(default_factory=list)
    catatan: list[str] = Field(default_factory=list)
    sebab: str = ""
    """Why it could not be read; empty when it was."""
    tunda: bool = False
    anotasi: str = ""
    """Annotated copy, relative to the daerah's output folder."""


class HasilTemuan(BaseModel):
    """One finding, as `temuan.csv` shows it, with a little more for the pages."""

    berkas: str
    lembar: str
    sel: str
    rincian: str
    ketentuan: str
    tingkat: Tingkat
    status: str
    pesan: str
    saran: str
    rujukan: str
    kutipan: str = ""
    subjek: str = ""
    kunci: str = ""
    baru: bool = False
    """Not there at the run before."""

    @classmethod
    def dari(cls, temuan: Temuan) -> HasilTemuan:
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
            pesan=samarkan(temuan.pesan),
            saran=samarkan(temuan.saran),
            rujukan=temuan.rujukan,
            kutipan=temuan.kutipan,
            subjek=samarkan(temuan.subjek),
            kunci=temuan.kunci,
        )


class HasilDokumen(BaseModel):
    """One Word document: where it is, what is still to be filled in, what to know of it."""

    nama: str
    lengkapi: list[str] = Field(default_factory=list)
    catatan: list[str] = Field(default_factory=list)


class HasilTenggat(BaseModel):
    """A deadline and the date of the letter that meets it, when one is recorded."""

    id: str
    nama: str
    tanggal: date
    surat: date | None = None


class Serap(BaseModel):
    """Money and output of one rincian: rupiah, per month January … December; output in its unit."""

    rincian: str
    nama: str
    pagu: float = 0
    realisasi: float = 0
    bulan: list[float] = Field(default_factory=list)
    target: float | None = None
    capaian: float | None = None
    satuan: str = ""


class Perubahan(BaseModel):
    """Findings that came and went since the run before."""

    sejak: datetime
    baru: int
    selesai: int


class HasilDaerah(BaseModel):
    """Everything the summary needs of one daerah."""

    nama: str
    folder: str
    """Its folder in the output."""
    diperiksa: datetime
    per: date
    versi: str
    juknis: str
    berkas: list[HasilBerkas] = Field(default_factory=list)
    temuan: list[HasilTemuan] = Field(default_factory=list)
    dokumen: list[HasilDokumen] = Field(default_factory=list)
    tenggat: list[HasilTenggat] = Field(default_factory=list)
    serap: list[Serap] = Field(default_factory=list)
    pagu: float | None = None
    disisihkan: list[str] = Field(default_factory=list)
    """Outputs that the user had changed and that were therefore left alone."""
    sebab: str = ""
    """Why the daerah as a whole could not be done; empty when it was."""
    jejak: str = ""
    """For the log: where in the code it stopped."""
    perubahan: Perubahan | None = None
    """What changed since the daerah was done before; None the first time."""

    @property
    def per_tingkat(self) -> Counter[Tingkat]:
        """Number of findings by level."""
        return Counter(t.tingkat for t in self.temuan)

    def bandingkan(self, sebelum: HasilDaerah) -> None:
        """Notes which findings are new since an earlier result, and how many are gone."""
        before = Counter(t.kunci for t in sebelum.temuan)
        for temuan in self.temuan:
            temuan.baru = before[temuan.kunci] == 0
            before[temuan.kunci] -= 1
        self.perubahan = Perubahan(
            sejak=sebelum.diperiksa,
            baru=sum(t.baru for t in self.temuan),
            selesai=sum(n for n in before.values() if n > 0),
        )

    @property
    def gagal(self) -> list[HasilBerkas]:
        """Files that could not be read."""
        return [b for b in self.berkas if b.sebab and not b.tunda]

    @property
    def lengkapi(self) -> int:
        """How many places in the documents only a person can fill."""
        return sum(len(d.lengkapi) for d in self.dokumen)
