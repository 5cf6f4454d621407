"""Everything that a run made of one daerah."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, Field

from dak_excel.findings import Status, Tingkat
from dak_excel.results.facts import Absorption, DocumentResult, HintResult, TenggatResult
from dak_excel.results.files import BerkasResult
from dak_excel.results.glance import Action, Glance
from dak_excel.results.history import History, Moment, PastRuns
from dak_excel.results.since import Changes, RunBefore
from dak_excel.results.temuan import FaultResult, TemuanResult, to_act_on
from dak_excel.todo import grouped
from dak_excel.todo.changes import RowChange, row_changes
from dak_excel.todo.group import ActGroup, at_stake, stakes

TAHUN_BERKAS = "TAHUN-BERKAS"
"""The rule whose finding is told before all others."""


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
    program: str = ""
    """What the money is for: `DAK Nonfisik Sentra IKM`; empty where the daerah could not be done."""
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
    riwayat: History | None = None
    """How it looked at earlier runs and looks now; None where none is kept."""
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
    def moment(self) -> Moment:
        """Its state on the day of this run; its pagu is unknown where that of a rincian with lines is."""
        told = [row.realisasi for row in self.serap if row.realisasi is not None]
        whole = not any(row.pagu is None and row.realisasi is not None for row in self.serap if row.rincian)
        pagu = self.pagu or (sum(row.pagu or 0 for row in self.serap) if whole else None) or None
        return Moment(self.per, self.terbuka.total(), sum(told) if told else None, pagu)

    @property
    def tertua(self) -> date | None:
        """Since when the oldest of the findings to act on is known; None where there is none."""
        return min((t.sejak for t in self.temuan if t.sejak and to_act_on(t)), default=None)

    def remember(self, past: PastRuns) -> None:
        """Takes its history over, and from it since when each finding is known."""
        for temuan in self.temuan:
            temuan.sejak = min(past.umur.get(temuan.kunci, self.per), self.per)
        self.riwayat = History.of(past, self.moment)

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
        now = self.moment
        return Glance(
            nama=self.nama,
            provinsi=self.provinsi,
            folder=self.folder,
            diperiksa=self.diperiksa,
            per=self.per,
            berlaku_sampai=self.berlaku_sampai,
            versi=self.versi,
            juknis=self.juknis,
            program=self.program,
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
            pagu=now.pagu,
            realisasi=now.realisasi,
            perubahan=self.perubahan,
            riwayat=self.riwayat,
            tertua=self.tertua,
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
