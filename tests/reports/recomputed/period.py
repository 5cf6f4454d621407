"""What follows from the sheets for the report of one period: states, outputs, payments."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd

from tests.reports.recomputed.facts import DASH, Facts, tanggal

JUNI, DESEMBER = pd.Timestamp(2023, 6, 30), pd.Timestamp(2023, 12, 31)


@dataclass
class Period:
    """A daerah's sheets seen from one report (`1`, `2`, `akhir`); `law` is the juknis, for its own words."""

    facts: Facts
    semester: str
    law: Any

    @property
    def end(self) -> pd.Timestamp:
        return JUNI if self.semester == "1" else DESEMBER

    @property
    def sampai(self) -> str:
        return tanggal(self.end)

    def states(self, kode: str, day: pd.Timestamp | None = None) -> pd.Series:
        """`selesai`, `berjalan`, `belum` or `?` of each activity of a rincian on a day.

        In the report on the first half-year an activity that was held later is known by its plan alone.
        """
        day = day or self.end
        mine = self.facts.kegiatan[self.facts.kegiatan["kode"] == kode]

        def state(row: pd.Series) -> str:
            held = pd.notna(row["r1"]) and (row["r1"] <= self.end)
            if held and row["r1"] <= day:
                return "selesai" if row["r2"] <= day else "berjalan"
            return "belum" if held or row["p1"] > day else "?"

        return mine.apply(state, axis=1)

    @property
    def kodes(self) -> list[str]:
        used = set(self.facts.kegiatan["kode"]) | set(self.facts.rab["kode"])
        return [kode for kode in self.law.rincian if kode in used]

    def data_day(self) -> pd.Timestamp | None:
        """The last day of which a sheet tells what was done or paid."""
        paid = [pd.Timestamp(2023, b, 1) + pd.offsets.MonthEnd() for b in set(self.facts.bayar["bulan"])]
        if "tanggal" in self.facts.bayar:
            paid = list(self.facts.bayar["tanggal"])
        days = [day for day in (*paid, *self.facts.kegiatan["r2"].dropna()) if day <= self.end]
        return max(days, default=None)

    def since(self) -> str:
        day = self.data_day()
        return f"; data terakhir {tanggal(day)}" if day is not None and day < self.end else ""

    # outputs

    def target(self, kode: str) -> int:
        return int(self.facts.kegiatan.loc[self.facts.kegiatan["kode"] == kode, "target"].sum())

    def people(self, kegiatan: str) -> pd.DataFrame:
        every = self.facts.peserta
        return every[every["kegiatan"] == kegiatan]

    def output(self, kode: str, day: pd.Timestamp | None = None) -> int | None:
        """People on the lists of what had ended; None where that is not known, or nothing had ended."""
        states = self.states(kode, day)
        done = self.facts.kegiatan.loc[states[states == "selesai"].index, "nama"]
        lists = [len(self.people(nama)) for nama in done]
        if "?" in set(states) or not lists or not all(lists):
            return None
        return sum(lists)

    def awaited(self, kode: str, day: pd.Timestamp | None = None) -> bool:
        """Whether nothing had ended and that is no gap: all is under way or still to come."""
        return not set(self.states(kode, day)) & {"?", "selesai"}

    def cell(self, kode: str) -> str:
        found = self.output(kode)
        if found is not None:
            return str(found)
        return DASH if self.awaited(kode) else f"[LENGKAPI: capaian {kode}{self.since()}]"

    def halves(self, kode: str) -> tuple[int | None, int | None]:
        """The output of the first half-year and of the second."""
        whole = self.output(kode)
        first = self.output(kode, JUNI)
        if first is None and whole is not None and self.awaited(kode, JUNI):
            first = 0
        return first, None if whole is None or first is None else whole - first

    def shown(self) -> pd.DataFrame:
        """The activities of the report: held or under way, and not told of in the report before."""
        rows = self.facts.kegiatan
        begun = rows["r1"].notna() & (rows["r1"] <= self.end)
        if self.semester == "2":
            begun &= rows["r2"] > JUNI
        order = {kode: n for n, kode in enumerate(self.law.rincian)}
        return rows[begun].sort_values(by="kode", key=lambda s: s.map(order), kind="stable")

    def last_day(self, row: pd.Series) -> pd.Timestamp:
        """Its last day; of one under way in June only the plan is known."""
        if row["r2"] <= self.end:
            return row["r2"]
        return max(row["p2"], self.end + pd.Timedelta(days=1))

    # money

    def budget(self) -> pd.DataFrame:
        """The lines of the budget in force."""
        rab = self.facts.rab[self.facts.rab["dari"] <= self.end]
        return rab[rab["dari"] == rab["dari"].max()]

    def lines(self) -> pd.DataFrame:
        """The lines with their pagu: of the realisation sheet, else of the budget; no month of payment."""
        return self.budget() if self.facts.pagu is None else self.facts.pagu

    @property
    def known(self) -> bool:
        """Whether payments reach into the last half-year of the report."""
        last = self.last_month()
        return last is not None and (self.semester == "1" or last > 6)

    def last_month(self) -> int | None:
        months = [b for b in self.facts.bayar["bulan"] if b <= self.end.month]
        return max(months, default=None)

    @property
    def month(self) -> int | None:
        """To whose end the tables tell."""
        return self.end.month if self.known else self.last_month()

    def paid(self, until: int | None = None, after: int = 0, **where: str) -> int:
        """Paid from the month behind `after` to `until`, on the lines that hold."""
        rows = self.facts.bayar
        month = (self.month or 0) if until is None else until
        rows = rows[(rows["bulan"] <= month) & (rows["bulan"] > after)]
        for column, value in where.items():
            rows = rows[rows[column].str.startswith(value)]
        return int(rows["rupiah"].sum())

    def pagu(self, **where: str) -> int:
        rows = self.lines()
        for column, value in where.items():
            rows = rows[rows[column].str.startswith(value)]
        return int(rows["jumlah"].sum())

    @property
    def whole(self) -> int:
        return self.facts.alokasi or self.pagu()

    @property
    def rest(self) -> int:
        """Of the allocation what no line takes up."""
        return self.whole - self.pagu()
