"""Hasil: what a run made of one daerah, in plain data that the journal keeps and the summary shows.

Nothing here holds a NIK, a phone number or an address: texts are masked when they are put in.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, Field

from dak_excel.faults import Fault
from dak_excel.findings import Status, Temuan, Tingkat
from dak_excel.privacy import mask
from dak_excel.sheets.readings.told import Correction
from dak_excel.sheets.tabel import Kind
from dak_excel.todo import grouped
from dak_excel.todo.changes import RowChange, row_changes
from dak_excel.todo.group import ActGroup, at_stake, stakes

RINGKASAN = "ringkasan.html"
"""The page of a daerah, in its output folder."""
RINGKASAN_PDF = "ringkasan.pdf"
"""The same on one page of A4, where there is a program to print it."""
TABEL_TEMUAN = ("temuan.csv", "temuan.xlsx")
"""The tables of all findings, directly in an output folder."""
KOLOM_TEMUAN = (
    "daerah",
    "berkas",
    "lembar",
    "sel",
    "rincian",
    "ketentuan",
    "tingkat",
    "status",
    "pesan",
    "saran",
    "rujukan",
    "rupiah",
    "folder",
)
"""Columns of `temuan.csv`, as the contract has them."""
TAHUN_BERKAS = "TAHUN-BERKAS"
"""The rule whose finding is told before all others."""
TIDAK_DIKENALI = Kind.TIDAK_DIKENALI.value


class LembarResult(BaseModel):
    """One sheet: its name, what it was taken for, how many rows were read."""

    nama: str
    jenis: str
    baris: int
    kosong: bool = False
    """Whether no cell of it holds anything."""
    rinci: str = ""
    """Of a budget: its lines, their sum, and whether the sheet's own total agrees, in a few words."""
    cocok: bool | None = None
    """Of a budget: whether the sum is the sheet's own total; None when the sheet has none."""
    catatan: list[str] = Field(default_factory=list)
    jejak: str = Field(default="", repr=False)
    """Of each row some figures of a hash, to tell next time which rows are new or changed."""

    @property
    def unknown(self) -> bool:
        """Whether it holds something, but is of no known kind."""
        return self.jenis == TIDAK_DIKENALI and not self.kosong


class BerkasResult(BaseModel):
    """One file: which bytes, when they came, what was read, or why not."""

    nama: str
    ukuran: int = 0
    sha256: str = ""
    masuk: datetime | None = None
    lembar: list[LembarResult] = Field(default_factory=list)
    catatan: list[str] = Field(default_factory=list)
    sebab: str = ""
    """Why it could not be read; empty when it was."""
    tunda: bool = False
    kosong: bool = False
    """Whether there is nothing in it, in any cell of any sheet."""
    digantikan: str = ""
    """Name of the returned copy that counts in its stead; empty when it counts itself."""
    anotasi: str = ""
    """Annotated copy, relative to the daerah's output folder."""

    @property
    def failed(self) -> bool:
        """Whether it could not be read, and not merely has to wait."""
        return bool(self.sebab) and not self.tunda

    @property
    def unknown_sheets(self) -> list[str]:
        """Names of the sheets that hold something, but are of no known kind."""
        return [lembar.nama for lembar in self.lembar if lembar.unknown]

    @property
    def advice(self) -> str:
        """What to do with a file that was read and says nothing: goes on from its name; empty for others."""
        if self.kosong:
            return "tidak berisi apa pun; isi dulu, lalu simpan."
        if self.unknown_sheets and len(self.unknown_sheets) == sum(
            not lembar.kosong for lembar in self.lembar
        ):
            return (
                "tidak diperiksa: tidak ada lembarnya yang dikenali. Bila isinya untuk DAK Nonfisik, "
                "periksa judul kolomnya; bila bukan, keluarkan dari folder masukan."
            )
        return ""


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


class FaultResult(BaseModel):
    """What the program itself got wrong: what was left out, in the user's words, and where in the code."""

    pesan: str
    jejak: str = ""

    @classmethod
    def of(cls, fault: Fault) -> FaultResult:
        """A fault with personal numbers masked."""
        return cls(pesan=mask(str(fault)), jejak=fault.trace)


class DocumentResult(BaseModel):
    """One Word document: where it is, what is still to be filled in, what to know of it."""

    nama: str
    lengkapi: list[str] = Field(default_factory=list)
    catatan: list[str] = Field(default_factory=list)


@dataclass(slots=True)  # a tenth of a model's memory: the front page holds five of every daerah
class TenggatResult:
    """A deadline and the date of the letter that meets it, when one is recorded."""

    id: str
    nama: str
    tanggal: date
    surat: date | None = None
    perlu: bool = True
    """Whether the daerah has to send it at all: a letter on changes only where there are any."""


class Absorption(BaseModel):
    """Money and output of one rincian: rupiah, per month January … December; output in its unit."""

    rincian: str
    nama: str
    pagu: float = 0
    rab: float | None = None
    """Sum of the budget lines that count; None where there are none, or nothing tells which count."""
    realisasi: float | None = None
    """None where no sheet tells."""
    bulan: list[float] = Field(default_factory=list)
    target: float | None = None
    capaian: float | None = None
    satuan: str = ""


class Action(BaseModel):
    """One thing to do, as a verb, with what it puts at stake and where the daerah's page tells more."""

    kalimat: str
    tingkat: Tingkat | None = None
    """The gravest level of the findings behind it; None where there are none."""
    rupiah: Decimal = Decimal(0)
    jangkar: str = ""
    """The part of the page of the daerah."""


class Changes(BaseModel):
    """What came, went and was answered since the run before, and which rows of the data changed."""

    sejak: datetime
    baru: int
    selesai: int
    dijawab: int = 0
    isi: list[str] = Field(default_factory=list)
    """Of the data: «3 peserta ditambah», «2 baris RAB diubah»."""

    def __str__(self) -> str:
        if not self.baru and not self.selesai and not self.dijawab:
            return "temuannya sama"
        answered = f", {self.dijawab} dijawab" if self.dijawab else ""
        return f"{self.baru} temuan baru, {self.selesai} selesai{answered}"


class Glance(BaseModel):
    """A daerah at a glance: what the front page, the console and the mail say of it."""

    nama: str
    provinsi: str = ""
    """As of a DaerahResult."""
    folder: str
    diperiksa: datetime
    per: date
    berlaku_sampai: date
    versi: str
    sebab: str = ""
    terbaca: int = 0
    """Files that were read."""
    bermasalah: list[BerkasResult] = Field(default_factory=list)
    """Files that were not read, have to wait, were superseded or say nothing."""
    menunggu: list[BerkasResult] = Field(default_factory=list)
    """Files in use, for which the whole daerah waits."""
    per_tingkat: dict[Tingkat, int] = Field(default_factory=dict)
    terbuka: dict[Tingkat, int] = Field(default_factory=dict)
    """Those of them that nobody has answered."""
    tidak_dikenali: int = 0
    """Sheets that hold something, but are of no known kind."""
    dokumen: int = 0
    lengkapi: int = 0
    disisihkan: list[str] = Field(default_factory=list)
    tertahan: dict[str, str] = Field(default_factory=dict)
    """Outputs that were open in another program, each with where its new version stands for now."""
    galat: list[str] = Field(default_factory=list)
    """What was left out because of a fault of the program."""
    tenggat: list[TenggatResult] = Field(default_factory=list)
    pagu: float | None = None
    realisasi: float = 0
    dipertaruhkan: Decimal = Decimal(0)
    """Rupiah of the findings to act on."""
    perubahan: Changes | None = None
    dahulu: list[str] = Field(default_factory=list)
    """What is to be known before anything else of it."""
    tindakan: list[Action] = Field(default_factory=list)
    """What is to be done about its findings, gravest first."""

    @property
    def failed(self) -> list[BerkasResult]:
        """Files that could not be read."""
        return [b for b in self.bermasalah if b.failed]

    @property
    def page(self) -> str:
        """Its page, below the output folder."""
        return f"{self.folder}/{self.tertahan.get(RINGKASAN, RINGKASAN)}"

    @property
    def temuan(self) -> int:
        """All findings."""
        return sum(self.per_tingkat.values())


def namesakes(daerah: Iterable[Glance]) -> set[str]:
    """Names that several daerah of a run have: their folders tell them apart."""
    return {nama for nama, number in Counter(one.nama for one in daerah).items() if number > 1}


@dataclass(frozen=True, slots=True)
class RunBefore:
    """The run before: when it was, the files that it read, and its findings as (file, key)."""

    saat: datetime
    menunggu: datetime | None
    """Since when it waits for files in use; None when it does not."""
    terbaca: frozenset[str]
    temuan: tuple[tuple[str, str], ...]
    terjawab: frozenset[str] = frozenset()
    """Keys of the findings that were answered."""
    versi: str = ""
    jejak: tuple[tuple[str, str, str], ...] = ()
    """Of each sheet: file, kind, and its rows as `LembarResult.jejak`."""


def to_act_on(temuan: TemuanResult) -> bool:
    """Whether a finding is to be acted on."""
    if temuan.status == Status.TERBUKA:
        return True
    return temuan.tingkat is Tingkat.PELANGGARAN and temuan.status != Status.DISETUJUI


class HintResult(BaseModel):
    """What a returned copy tells of a layout (`sheets.readings.memory.Correction`)."""

    judul: tuple[str, ...]
    jenis: str = ""
    kolom: dict[int, str] = Field(default_factory=dict)
    dasar: str = ""

    @classmethod
    def of(cls, told: Correction) -> HintResult:
        """From what was read."""
        return cls(judul=told.judul, jenis=told.jenis, kolom=dict(told.kolom), dasar=told.dasar)

    @property
    def told(self) -> Correction:
        """As the reader takes it."""
        return Correction(self.judul, self.jenis, self.kolom, self.dasar)


class DaerahResult(BaseModel):
    """Everything the summary needs of one daerah."""

    nama: str
    provinsi: str = ""
    """Name of its province; empty where neither identitas nor the list of kabupaten/kota tells."""
    folder: str
    """Its folder in the output."""
    diperiksa: datetime
    per: date
    """The day that was taken for today."""
    berlaku_sampai: date = date.min
    """The last day on which the same files give the same findings and documents."""
    versi: str
    juknis: str
    berkas: list[BerkasResult] = Field(default_factory=list)
    lain: list[str] = Field(default_factory=list)
    """Documents in the folder that are no workbooks and were not read."""
    temuan: list[TemuanResult] = Field(default_factory=list)
    dokumen: list[DocumentResult] = Field(default_factory=list)
    tenggat: list[TenggatResult] = Field(default_factory=list)
    serap: list[Absorption] = Field(default_factory=list)
    petunjuk: list[HintResult] = Field(default_factory=list)
    """What its returned copies tell of layouts; kept for every later sheet with the same headings."""
    pagu: float | None = None
    disisihkan: list[str] = Field(default_factory=list)
    """Outputs that the user had changed and that were therefore left alone."""
    tertahan: dict[str, str] = Field(default_factory=dict)
    """Outputs that were open in another program, each with where its new version stands for now."""
    sebab: str = ""
    """Why the daerah as a whole could not be done; empty when it was."""
    jejak: str = ""
    """For the log: where in the code it stopped."""
    galat: list[FaultResult] = Field(default_factory=list)
    """What was left out because of a fault of the program; everything else is there."""
    perubahan: Changes | None = None
    """What changed since the daerah was done before; None the first time."""
    menunggu: list[BerkasResult] = Field(default_factory=list)
    """Files that this result was made of and that are in use now: it holds until they are free again."""
    menunggu_sejak: datetime | None = None

    @property
    def dahulu(self) -> list[str]:
        """What is to be known before anything else: that the files are of another year."""
        return [f"{t.pesan} {t.saran}" for t in self.temuan if t.ketentuan == TAHUN_BERKAS]

    @property
    def per_tingkat(self) -> Counter[Tingkat]:
        """Number of findings by level."""
        return Counter(t.tingkat for t in self.temuan)

    @property
    def terbuka(self) -> Counter[Tingkat]:
        """Findings by level to act on: not answered, or answered where an answer mends nothing."""
        return Counter(t.tingkat for t in self.temuan if to_act_on(t))

    @property
    def dipertaruhkan(self) -> Decimal:
        """Rupiah of the findings to act on. A row of a sheet counts once, however many findings it has."""
        return at_stake(t for t in self.temuan if to_act_on(t))

    def stakes(self) -> dict[str, Decimal]:
        """`dipertaruhkan` by rincian; "" where none says."""
        return stakes(t for t in self.temuan if to_act_on(t))

    @property
    def kelompok(self) -> list[ActGroup[TemuanResult]]:
        """The findings by what is to be done about them, gravest first."""
        return grouped(self.temuan, to_act_on)

    @property
    def tindakan(self) -> list[Action]:
        """What is to be done about the findings, gravest first."""
        return [
            Action(kalimat=k.kalimat, tingkat=k.tingkat, rupiah=k.rupiah, jangkar=k.id)
            for k in self.kelompok
            if k.perlu
        ]

    def anotasi(self, berkas: str) -> str:
        """The annotated copy of a file, relative to the daerah's output folder; empty when there is none."""
        return next((b.anotasi for b in self.berkas if b.nama == berkas), "")

    @property
    def for_next_run(self) -> RunBefore | None:
        """What the next run compares itself with; None when this one failed."""
        if self.sebab:
            return None
        terbaca = frozenset(b.nama for b in self.berkas if not b.sebab)
        return RunBefore(
            self.diperiksa,
            self.menunggu_sejak,
            terbaca,
            tuple((t.berkas, t.kunci) for t in self.temuan),
            frozenset(t.kunci for t in self.temuan if t.status != Status.TERBUKA),
            self.versi,
            self._rows,
        )

    @property
    def _rows(self) -> tuple[tuple[str, str, str], ...]:
        return tuple((b.nama, one.jenis, one.jejak) for b in self.berkas for one in b.lembar if one.jejak)

    def compare(self, sebelum: RunBefore) -> None:
        """Notes which findings are new since an earlier run, and how many are gone; those in a file that
        cannot be read now are neither."""
        unread = {b.nama for b in self.berkas if b.sebab}
        before = Counter(key for berkas, key in sebelum.temuan if berkas not in unread)
        for temuan in self.temuan:
            temuan.baru = before[temuan.kunci] == 0
            before[temuan.kunci] -= 1
        self.perubahan = Changes(
            sejak=sebelum.saat,
            baru=sum(t.baru for t in self.temuan),
            selesai=sum(n for n in before.values() if n > 0),
            dijawab=sum(
                t.status != Status.TERBUKA and t.kunci not in sebelum.terjawab and not t.baru
                for t in self.temuan
            ),
            isi=list(map(str, self._row_changes(sebelum, unread))),
        )

    def _row_changes(self, sebelum: RunBefore, unread: set[str]) -> list[RowChange]:
        """Rows that came, went or changed; none told where another version of the program read them."""
        if sebelum.versi != self.versi or not sebelum.jejak:
            return []
        then = [(kind, rows) for berkas, kind, rows in sebelum.jejak if berkas not in unread]
        return row_changes(then, [(kind, rows) for _, kind, rows in self._rows])

    def link_to_current(self) -> None:
        """Makes the links lead to what is current, where an output could not be put at its name."""
        for dokumen in self.dokumen:
            dokumen.nama = self.tertahan.get(dokumen.nama, dokumen.nama)
        for berkas in self.berkas:
            berkas.anotasi = self.tertahan.get(berkas.anotasi, berkas.anotasi)

    def glance(self) -> Glance:
        """The short form."""
        return Glance(
            nama=self.nama,
            provinsi=self.provinsi,
            folder=self.folder,
            diperiksa=self.diperiksa,
            per=self.per,
            berlaku_sampai=self.berlaku_sampai,
            versi=self.versi,
            sebab=self.sebab,
            terbaca=sum(not b.sebab and not b.digantikan for b in self.berkas),
            menunggu=self.menunggu,
            bermasalah=[b for b in self.berkas if b.sebab or b.digantikan or b.advice],
            per_tingkat=dict(self.per_tingkat),
            terbuka=dict(self.terbuka),
            dipertaruhkan=self.dipertaruhkan,
            tidak_dikenali=sum(len(b.unknown_sheets) for b in self.berkas),
            dokumen=len(self.dokumen),
            lengkapi=self.lengkapi,
            disisihkan=self.disisihkan,
            tertahan=self.tertahan,
            galat=[one.pesan for one in self.galat],
            tenggat=self.tenggat,
            pagu=self.pagu or sum(row.pagu for row in self.serap) or None,
            realisasi=sum(row.realisasi or 0 for row in self.serap),
            perubahan=self.perubahan,
            dahulu=self.dahulu,
            tindakan=self.tindakan,
        )

    @property
    def failed(self) -> list[BerkasResult]:
        """Files that could not be read."""
        return [b for b in self.berkas if b.failed]

    @property
    def lengkapi(self) -> int:
        """How many places in the documents only a person can fill."""
        return sum(len(d.lengkapi) for d in self.dokumen)
