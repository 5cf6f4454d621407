"""Hasil: what the files of one or many daerah say, as pandas tables."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd


@dataclass(frozen=True, slots=True, repr=False)
class Hasil:
    """Findings and records, one table a kind; every row says where it stands.

    All tables have `daerah` and `folder` (which tells daerah of one name apart). Records have `berkas`,
    `lembar`, `baris` (of the sheet, from 1) and `sel` (A1). Rupiah, output, hours are `Float64`, days
    `datetime64`, counts and ages `Int64`, yes/no `boolean`, closed lists `category`, the rest `string`;
    what no sheet tells is NA, never 0.
    """

    tahun: int
    per: date
    """The day that was taken for today."""
    juknis: str
    """The regulation: `Permenperin 7/2023`."""
    temuan: pd.DataFrame
    """A row a finding: the columns of `temuan.csv`, `kutipan`, `subjek`."""
    kegiatan: pd.DataFrame
    """A row an activity, joined from all files: days, JPL, state on `per`, people, target, capaian."""
    peserta: pd.DataFrame
    """A row a line of a list. `orang` and `ikm` number the distinct people and IKM of a daerah; `umur` is
    whole years on the first day of the activity; `tuntas` marks one row of each who stayed to the end."""
    tenaga: pd.DataFrame
    rab: pd.DataFrame
    """A row a row of a budget. `rupiah` is what it adds to the RAB: NA for sums and older versions."""
    realisasi: pd.DataFrame
    jadwal: pd.DataFrame
    sentra: pd.DataFrame
    kunjungan: pd.DataFrame
    serapan: pd.DataFrame
    """A row a daerah, rincian and month: `bulan` 1 … 12, `realisasi` rupiah paid in that month."""
    tenggat: pd.DataFrame
    """A row a daerah and deadline: `tanggal`, `surat` (day of the letter), `terlambat` days (0 on
    time, NA where not due yet or not needed)."""
    berkas: pd.DataFrame
    """A row a file: how many sheets were read, why it was not (`sebab`)."""
    dasar: pd.DataFrame
    """The rekap before it is added up (`rekap.rows`): a row a daerah and rincian."""

    def __repr__(self) -> str:
        """How much there is: never whom it is about."""
        daerah = self.dasar["folder"].nunique()
        return f"Hasil({self.juknis}, per {self.per}, {daerah} daerah, {len(self.temuan)} temuan)"

    def rekap(self, by: Sequence[str] = ("daerah", "rincian")) -> pd.DataFrame:
        """Money, output and findings added up over `provinsi`, `daerah`, `folder`, `rincian`, `kegiatan`.

        Rupiah: `alokasi`, `pagu`, `rab`, `realisasi`, `rupiah` (at stake); `serapan` per cent. Raises
        KeyError for another column.
        """
        from dak_excel.rekap.frame import add_up

        return add_up(self.dasar, by)
