"""How long a result holds: until which day the same files give the same findings, figures and documents."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from dak_excel.batch.figures import absorption
from dak_excel.checks import check_daerah
from dak_excel.config import Settings
from dak_excel.daerah.model import Daerah
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Juknis
from dak_excel.reports.periods import due_periods
from dak_excel.results.facts import Absorption
from dak_excel.results.temuan import TemuanResult

HARI = (1, 3, 7, 15, 31)
"""Days from the run for which the rules are asked again; they are cheap beside reading and writing."""


def valid_until(daerah: Daerah, temuan: Sequence[Temuan], juknis: Juknis, pengaturan: Settings) -> date:
    """The last of the days asked for on which everything is as on the day of the run."""

    def keadaan(per: date, found: Sequence[Temuan]) -> tuple[list[TemuanResult], list[Absorption], object]:
        reports = due_periods(juknis.tahun, per, pengaturan.semester)
        return [TemuanResult.of(t) for t in found], absorption(daerah, juknis, per), reports

    last = pengaturan.per
    now = keadaan(last, temuan)
    for days in HARI:
        day = pengaturan.per + timedelta(days)
        if keadaan(day, check_daerah(daerah, juknis, day)) != now:
            break
        last = day
    return last
