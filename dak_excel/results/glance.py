"""A daerah in short: what the front page, the console and the mail say of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal

from pydantic import BaseModel, Field

from dak_excel.findings import Tingkat
from dak_excel.results.facts import TenggatResult
from dak_excel.results.files import BerkasResult
from dak_excel.results.history import History, percent_paid
from dak_excel.results.outputs import RINGKASAN
from dak_excel.results.since import Changes


class Action(BaseModel):
    """One thing to do, as a verb, with what it puts at stake and where the daerah's page tells more."""

    kalimat: str
    tingkat: Tingkat | None = None
    """The gravest level of the findings behind it; None where there are none."""
    rupiah: Decimal = Decimal(0)
    jangkar: str = ""
    """The part of the page of the daerah."""


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
    juknis: str = ""
    """What it was checked against."""
    program: str = ""
    """As of a DaerahResult."""
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
    realisasi: float | None = None
    """None where no sheet tells."""
    dipertaruhkan: Decimal = Decimal(0)
    """Rupiah of the findings to act on."""
    perubahan: Changes | None = None
    riwayat: History | None = None
    tertua: date | None = None
    """As of a DaerahResult."""
    dahulu: list[str] = Field(default_factory=list)
    """What is to be known before anything else of it."""
    tindakan: list[Action] = Field(default_factory=list)
    """What is to be done about its findings, gravest first."""

    @property
    def failed(self) -> list[BerkasResult]:
        """Files that could not be read."""
        return [b for b in self.bermasalah if b.failed]

    @property
    def serapan(self) -> float | None:
        """As `percent_paid`."""
        return percent_paid(self.realisasi, self.pagu)

    @property
    def page(self) -> str:
        """Its page, below the output folder."""
        return f"{self.folder}/{self.tertahan.get(RINGKASAN, RINGKASAN)}"

    @property
    def temuan(self) -> int:
        """All findings."""
        return sum(self.per_tingkat.values())


def programme(daerah: Iterable[Glance]) -> str:
    """What the daerah of a run were checked for, as headings name it."""
    return " dan ".join(sorted({one.program for one in daerah if one.program})) or "DAK Nonfisik Sentra IKM"


def namesakes(daerah: Iterable[Glance]) -> set[str]:
    """Names that several daerah of a run have: their folders tell them apart."""
    return {nama for nama, number in Counter(one.nama for one in daerah).items() if number > 1}
