"""Plain result: what the records and findings of a daerah come to, before anything is written of them.

The nightly run goes on from here to copies, documents and pages; the API stops here.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from dak_excel import __version__
from dak_excel.batch.figures import absorption, deadline_results
from dak_excel.batch.intake import Intake
from dak_excel.batch.read_daerah import FilesRead
from dak_excel.daerah.official_name import province_of
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Juknis
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.facts import Absorption, HintResult, TenggatResult
from dak_excel.results.temuan import TemuanResult


def plain_result(
    masukan: Intake, terbaca: FilesRead, temuan: Sequence[Temuan], juknis: Juknis, per: date
) -> DaerahResult:
    """Findings, deadlines, money and output of a daerah on the day `per`; without files, documents, folder.

    What the program falls over is left out and noted in `terbaca.faults`.
    """
    daerah, faults = terbaca.daerah, terbaca.faults
    no_deadlines: list[TenggatResult] = []
    unknown: list[Absorption] = []
    return DaerahResult(
        nama=daerah.official_name,
        provinsi=faults.leave_out("nama provinsi", lambda: province_of(daerah), ""),
        folder="",
        diperiksa=datetime.now().astimezone(),
        per=per,
        versi=__version__,
        juknis=juknis.label,
        program=juknis.program.singkat,
        lain=masukan.lain,
        temuan=[TemuanResult.of(t) for t in temuan],
        tenggat=faults.leave_out("daftar tenggat", lambda: deadline_results(daerah, juknis), no_deadlines),
        serap=faults.leave_out("angka serapan dan capaian", lambda: absorption(daerah, juknis, per), unknown),
        pagu=float(daerah.pagu) if daerah.pagu is not None else None,
        petunjuk=[HintResult.of(told) for told in terbaca.koreksi],
    )
