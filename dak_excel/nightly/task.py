"""Task: one daerah from input to published outputs, in whatever process a worker runs."""

from __future__ import annotations

import contextlib
import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cache
from typing import TYPE_CHECKING

from dak_excel import __version__, errors, faults, memos
from dak_excel.batch.intake import FOLDER, Intake
from dak_excel.config import Settings
from dak_excel.daerah.model import Failed
from dak_excel.output.rights import owner_only
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.files import BerkasResult
from dak_excel.results.history import PastRuns
from dak_excel.results.outputs import RINGKASAN, RINGKASAN_PDF
from dak_excel.results.since import RunBefore
from dak_excel.steps import step

if TYPE_CHECKING:
    from dak_excel.batch.process import Job

PALING_LAMA = timedelta(days=2)
"""How long a daerah waits for files in use; then it is done without them."""


@dataclass(frozen=True, slots=True)
class Task:
    """A daerah to be done: its input, its output folder, the fingerprint of all that it depends on."""

    masukan: Intake
    folder: str
    sidik: str
    sebelum: RunBefore | None = None
    """The run before, to tell what has changed."""
    riwayat: PastRuns = field(default_factory=PastRuns)


def complete(tugas: Task, pengaturan: Settings) -> DaerahResult:
    """One daerah from input to published outputs. Never raises: what stopped it is in the result."""
    try:
        return _complete(tugas, pengaturan)
    finally:
        _release()


def _release() -> None:
    """Frees what a daerah left in memos and in reference cycles: nothing of it stays for the next."""
    memos.forget()
    gc.collect()
    _freeze()


@cache
def _freeze() -> None:
    """Takes what is alive after the first daerah (modules, juknis, templates) out of the collector's sight,
    once, which makes the later collections cheap: about 2 ms instead of 30."""
    gc.freeze()


def _complete(tugas: Task, pengaturan: Settings) -> DaerahResult:
    from dak_excel.batch.process import process_daerah  # late: a run that changes nothing does not pay for it
    from dak_excel.output.atomic import HeldOpen
    from dak_excel.output.publish import publish_outputs, replace_published
    from dak_excel.summary import page_of

    if waiting := _awaited(tugas, tugas.masukan.tunda):
        return _empty(tugas, pengaturan, menunggu=waiting)
    try:
        with owner_only(pengaturan.pribadi):
            pekerjaan = process_daerah(tugas.masukan, pengaturan)
            if waiting := _awaited(tugas, pekerjaan.daerah.gagal):
                return _empty(tugas, pengaturan, menunggu=waiting)
            hasil = pekerjaan.hasil
            hasil.folder = tugas.folder
            if tugas.sebelum:
                hasil.compare(tugas.sebelum)
            hasil.remember(tugas.riwayat)
            folder = pengaturan.keluaran / tugas.folder
            step("menulis halaman")
            pekerjaan.files[RINGKASAN] = page_of(hasil).encode()
            if pengaturan.ringkasan_pdf:
                _add_one_page(pekerjaan, hasil)
            terbitan = publish_outputs(folder, pekerjaan.files, pekerjaan.missing)
            hasil.disisihkan, hasil.tertahan = terbitan.disisihkan, terbitan.tertahan
            hasil.link_to_current()
            if hasil.disisihkan or hasil.tertahan:  # known only now, and to be said on the page
                page = hasil.tertahan.get(RINGKASAN, RINGKASAN)
                with contextlib.suppress(HeldOpen):
                    replace_published(folder, page, page_of(hasil).encode())
            return hasil
    except OSError as error:
        sebab = (
            f"Hasil tidak dapat ditulis: {errors.why(error)}. Periksa ruang disk dan izin folder keluaran."
        )
        return _failed(tugas, pengaturan, sebab, error)
    except Exception as error:  # a fault of ours in one daerah must not stop the others
        sebab = (
            f"Terjadi kesalahan di dalam program ({type(error).__name__}); daerah ini dilewati dan keluaran "
            "lamanya dibiarkan. Kirimkan berkas log kepada pengembang."
        )
        return _failed(tugas, pengaturan, sebab, error)


def _add_one_page(pekerjaan: Job, hasil: DaerahResult) -> None:
    """The one page to send on; where printing fails this once, that of the run before stays."""
    from dak_excel.reports.word.libreoffice import convert
    from dak_excel.summary.one_page import one_page_pdf

    def by_libreoffice(page: bytes) -> bytes:
        return convert({"halaman": page}, "pdf", "html").get("halaman", b"")

    made = faults.attempt(RINGKASAN_PDF, lambda: one_page_pdf(hasil, by_libreoffice))
    if isinstance(made, bytes) and made:
        pekerjaan.files[RINGKASAN_PDF] = made
    else:
        pekerjaan.missing.add(RINGKASAN_PDF)


def interrupted(tugas: Task, pengaturan: Settings) -> DaerahResult:
    """The result of a daerah whose worker was ended by the system, twice."""
    sebab = (
        "Prosesnya dihentikan oleh sistem, biasanya karena memori habis; daerah ini dilewati dan keluaran "
        "lamanya dibiarkan. Coba dengan --pekerja 1, atau bagi berkas yang besar."
    )
    return _failed(tugas, pengaturan, sebab)


def _awaited(tugas: Task, gagal: Iterable[Failed]) -> list[BerkasResult]:
    """Files in use that the result of the run before was made of. A daerah is done as a whole: without them
    it would lose what they said, so it waits, and what was made before stays."""
    before = tugas.sebelum
    if before is None or (before.menunggu and datetime.now().astimezone() - before.menunggu > PALING_LAMA):
        return []
    read = before.terbaca
    held = [
        g for g in gagal if g.sementara and (g.workbook in read or (read and g.workbook.endswith(FOLDER)))
    ]
    return [BerkasResult(nama=g.workbook, sebab=g.sebab, tunda=True) for g in held]


def _failed(
    tugas: Task, pengaturan: Settings, sebab: str, error: BaseException | None = None
) -> DaerahResult:
    return _empty(tugas, pengaturan, sebab=sebab, jejak=faults.trace(error) if error else "")


def _empty(
    tugas: Task,
    pengaturan: Settings,
    *,
    sebab: str = "",
    jejak: str = "",
    menunggu: Sequence[BerkasResult] = (),
) -> DaerahResult:
    """A result without anything made: the daerah failed, or waits."""
    return DaerahResult(
        nama=tugas.masukan.nama,
        folder=tugas.folder,
        diperiksa=datetime.now().astimezone(),
        per=pengaturan.per,
        versi=__version__,
        juknis=str(pengaturan.tahun),
        sebab=sebab,
        jejak=jejak,
        menunggu=list(menunggu),
    )
