"""Run: the main job over the whole input folder, and what is skipped because nothing has changed."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace

from dak_excel import __version__, faults, log
from dak_excel.batch.fingerprint import fingerprints
from dak_excel.batch.intake import INTERN, Intake, find_daerah, real_path
from dak_excel.batch.journal import Journal, open_journal
from dak_excel.batch.lock import lock
from dak_excel.batch.own_files import ensure_readable, template_faults
from dak_excel.batch.workers import distribute
from dak_excel.checks.rules import load_rules
from dak_excel.config import Settings
from dak_excel.nightly.front import HALAMAN, write_front
from dak_excel.nightly.task import Task, complete, interrupted
from dak_excel.output.names import safe_name
from dak_excel.output.publish import archive, clean_up, is_whole, replace_published
from dak_excel.output.rights import owner_only
from dak_excel.rekap import RIWAYAT
from dak_excel.rekap.history import RunHistory, open_history
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.glance import Glance
from dak_excel.results.outputs import RINGKASAN
from dak_excel.results.since import RunBefore
from dak_excel.sheets.readings.memory import HintError, keep
from dak_excel.sheets.readings.told import Correction
from dak_excel.sheets.vocabulary import load_vocabulary
from dak_excel.steps import step

ARSIP = "arsip"
"""Folder of the output folder for daerah that are no longer in the input."""
MILIK_SENDIRI = (ARSIP, "log", "data", *HALAMAN)
"""Names in the output folder that no daerah may have."""
RINCI = 5
"""Up to so many daerah a run keeps their full results, for the console."""

Lapor = Callable[[str, int, int], None]
"""Told at the beginning, when it is known what is to be done, and after each daerah: the name of the one in
work (empty where that is not known yet), how many are done, how many there are."""


@dataclass(slots=True)
class RunResult:
    """What a run came to."""

    daerah: list[Glance] = field(default_factory=list)
    dikerjakan: set[str] = field(default_factory=set)
    """Output folders of the daerah that were done; the others had not changed."""
    rinci: list[DaerahResult] = field(default_factory=list)
    """Full results of what was done, when it was no more than RINCI daerah."""
    diarsipkan: list[str] = field(default_factory=list)
    """Daerah that are gone from the input; their outputs were moved to the archive."""
    templat: list[str] = field(default_factory=list)
    """Faults of the dinas's own templates, when there was something to do."""
    tertahan: dict[str, str] = field(default_factory=dict)
    """Pages and tables that are open in another program, each with where the new one stands for now."""
    disisihkan: list[str] = field(default_factory=list)
    """Tables of findings that the user had edited; the new ones stand beside them."""
    ragu: list[str] = field(default_factory=list)
    """Folders of which it is not sure whether they are daerah: sentences for the user."""
    ringkasan: str = ""
    """Why the front page could not be written; empty when it was."""
    surel: str = ""
    """Why the mail was not sent, or not to everyone; empty when it was, or when none was asked for."""
    diulang: bool = False
    """Whether something failed that may succeed later, without any change of the input."""

    @property
    def page(self) -> str:
        """The front page, below the output folder."""
        return self.tertahan.get(HALAMAN[0], HALAMAN[0])

    @property
    def failed(self) -> bool:
        """Whether some file or daerah could not be processed, or the front page not written."""
        return bool(self.ringkasan) or any(d.failed or d.sebab or d.galat for d in self.daerah)


def run_nightly(pengaturan: Settings, lapor: Lapor = lambda *_: None) -> RunResult:
    """Processes the input folder into the output folder.

    Raises `Unreadable` when the input folder is not there, `BadSettings` when the two folders do not
    go together, what `bahan.pastikan` raises, `Locked` when another run has the output, OSError when it
    cannot be written to at all.
    """
    # absolute paths: a worker may have another current folder, or be another computer
    folders = {"masukan": real_path(pengaturan.masukan), "keluaran": real_path(pengaturan.keluaran)}
    pengaturan = pengaturan.model_copy(update=folders)
    ensure_readable(pengaturan)
    found = find_daerah(pengaturan.masukan, pengaturan.keluaran)
    lapor("", 0, len(found))
    intern = pengaturan.keluaran / INTERN
    with (
        owner_only(pengaturan.pribadi),
        lock(intern),
        log.open_log(pengaturan.keluaran / "log"),
        open_journal(intern / "jurnal.sqlite") as jurnal,
        open_history(
            intern / "riwayat.sqlite", pengaturan.history_copy, pengaturan.keluaran / RIWAYAT
        ) as riwayat,
    ):
        clean_up(pengaturan.keluaran, pengaturan.masukan)
        try:
            return _run(found, pengaturan, jurnal, riwayat, lapor)
        except (Exception, KeyboardInterrupt) as error:
            log.note("gagal", sebab=type(error).__name__, jejak=faults.trace(error))
            raise


def _run(
    found: list[Intake], pengaturan: Settings, jurnal: Journal, riwayat: RunHistory, lapor: Lapor
) -> RunResult:
    tugas = _tasks(found, pengaturan, jurnal)
    baru = list(_to_do(tugas, pengaturan, jurnal, riwayat))
    if baru:
        load_rules(
            pengaturan.tahun, pengaturan.juknis
        )  # one that is not valid stops the run, not each daerah
    log.note("mulai", versi=__version__, daerah=len(tugas), dikerjakan=len(baru))
    hasil = RunResult(dikerjakan={one.folder for one in baru}, ragu=[t for m in found for t in m.ragu])
    if baru and pengaturan.templat:
        hasil.templat = template_faults(pengaturan.templat)
    told: list[Correction] = []
    if baru:
        lapor(baru[0].masukan.nama, 0, len(baru))
    for number, (one, made) in enumerate(_work(baru, pengaturan), start=1):
        daerah = _kept(one, made, pengaturan, jurnal) if made.menunggu else made
        if pengaturan.surel and _is_news(one, daerah, jurnal):
            jurnal.mail_pending = True
        if daerah.menunggu:
            hasil.dikerjakan.discard(one.folder)
        _record(one, daerah, jurnal)
        if not daerah.menunggu:
            _remember_run(daerah, pengaturan, riwayat)
        _log_daerah(daerah)
        told += [one.told for one in daerah.petunjuk]
        if len(baru) <= RINCI:
            hasil.rinci.append(daerah)
        lapor(baru[min(number, len(baru) - 1)].masukan.nama, number, len(baru))
    _remember(told, pengaturan)
    if tugas:  # an empty input folder is more likely a share that is away than a dinas that has given up
        tinggal = {one.folder for one in tugas}
        hasil.diarsipkan = archive(pengaturan.keluaran, ARSIP, tinggal, pengaturan.masukan)
    jurnal.keep_only(one.folder for one in tugas)
    _bring_to_today(tugas, pengaturan, jurnal)
    hasil.daerah = [known for one in tugas if (known := jurnal.glance(one.folder))]
    step("menulis halaman semua daerah")
    front = write_front(hasil.daerah, pengaturan, jurnal, riwayat, hasil.ragu)
    hasil.ringkasan, hasil.disisihkan, hasil.tertahan = front.sebab, front.disisihkan, front.tertahan
    if riwayat.changed:
        _copy_history(riwayat, pengaturan)
    if pengaturan.surel and jurnal.mail_pending:
        hasil.surel = _mail(pengaturan, hasil, jurnal)
    hasil.diulang = any(d.sebab for d in hasil.daerah) or bool(hasil.ringkasan) or jurnal.mail_pending
    log.note("selesai", gagal=hasil.failed)
    return hasil


def _tasks(found: list[Intake], pengaturan: Settings, jurnal: Journal) -> list[Task]:
    """The daerah with output folders of their own and fingerprints."""
    used = {name.casefold() for name in MILIK_SENDIRI}
    tasks = []
    for masukan, sidik in zip(found, fingerprints(found, pengaturan, jurnal), strict=True):
        folder = safe_name(masukan.nama, used)
        while _lies_inside(pengaturan, folder):
            folder = safe_name(f"{folder}_", used)
        used.add(folder.casefold())
        tasks.append(Task(masukan, folder, sidik))
    return tasks


def _lies_inside(pengaturan: Settings, folder: str) -> bool:
    """Whether the input folder lies in what would be a daerah's output folder."""
    place = pengaturan.keluaran / folder
    return place == pengaturan.masukan or place in pengaturan.masukan.parents


def _to_do(
    tugas: Iterable[Task], pengaturan: Settings, jurnal: Journal, riwayat: RunHistory
) -> Iterator[Task]:
    """The daerah that have to be done, each with what it compares itself with."""
    known = jurnal.fingerprints()
    for one in tugas:
        whole = is_whole(pengaturan.keluaran / one.folder)
        valid = (
            whole
            and not pengaturan.paksa
            and known.get(one.folder) == one.sidik
            and (sekilas := jurnal.glance(one.folder))
            and sekilas.per <= pengaturan.per <= sekilas.berlaku_sampai
        )
        if not valid:
            past = riwayat.past(one.folder, pengaturan.tahun, pengaturan.per)
            yield replace(one, sebelum=_before(jurnal.result(one.folder), whole), riwayat=past)


def _before(hasil: DaerahResult | None, whole: bool) -> RunBefore | None:
    """What a run compares itself with; where not all outputs are there, it does not wait for files in use."""
    sebelum = hasil.for_next_run if hasil else None
    if sebelum and not whole:
        return replace(sebelum, terbaca=frozenset())
    return sebelum


def _remember(told: list[Correction], pengaturan: Settings) -> None:
    """Keeps what people have told of layouts; where the file cannot be written they tell it again."""
    if not told:
        return
    try:
        keep(pengaturan.hints_file, told, load_vocabulary(pengaturan.kosakata))
    except (OSError, HintError) as error:
        log.note("petunjuk", sebab=type(error).__name__)


def _remember_run(daerah: DaerahResult, pengaturan: Settings, riwayat: RunHistory) -> None:
    """Adds a line to the history; where the disk refuses it, this run is not in it."""
    try:
        riwayat.note(daerah, pengaturan.tahun)
    except sqlite3.Error as error:
        log.note("riwayat", folder=daerah.folder, sebab=type(error).__name__)


def _copy_history(riwayat: RunHistory, pengaturan: Settings) -> None:
    """Renews the copy of the history that outlives the output folder; where that fails, the old one stays."""
    try:
        riwayat.copy_to(pengaturan.history_copy)
    except (OSError, sqlite3.Error) as error:
        log.note("cadangan riwayat", sebab=type(error).__name__)


def _work(baru: list[Task], pengaturan: Settings) -> Iterator[tuple[Task, DaerahResult]]:
    """Each daerah with its result, as they get done."""
    own = pengaturan.model_copy(update={"surel": None})  # workers need no password
    return zip(baru, distribute(complete, baru, own, interrupted), strict=True)


def _record(tugas: Task, hasil: DaerahResult, jurnal: Journal) -> None:
    """Remembers a result; one that failed, or some of whose files have to wait, is done again next time."""
    expected = {g.workbook for g in tugas.masukan.tunda}
    again = (
        hasil.sebab
        or hasil.galat
        or hasil.menunggu
        or hasil.tertahan
        or any(b.tunda and b.nama not in expected for b in hasil.berkas)
    )
    jurnal.record(tugas.folder, "" if again else tugas.sidik, hasil)


def _kept(tugas: Task, menunggu: DaerahResult, pengaturan: Settings, jurnal: Journal) -> DaerahResult:
    """The result of the run before, for a daerah that waits for files in use; its page says so."""
    hasil = jurnal.result(tugas.folder)
    if hasil is None:
        return menunggu
    hasil.menunggu = menunggu.menunggu
    hasil.menunggu_sejak = hasil.menunggu_sejak or menunggu.diperiksa
    hasil.per = pengaturan.per
    _renew_page(hasil, pengaturan)
    return hasil


def _renew_page(hasil: DaerahResult, pengaturan: Settings) -> None:
    """Writes the page of a daerah anew; where that fails, the one of the day before stays."""
    from dak_excel.summary import page_of  # late: a run that changes nothing does without Jinja2

    with contextlib.suppress(OSError):
        page = hasil.tertahan.get(RINGKASAN, RINGKASAN)
        replace_published(pengaturan.keluaran / hasil.folder, page, page_of(hasil).encode())


def _bring_to_today(tugas: Iterable[Task], pengaturan: Settings, jurnal: Journal) -> None:
    """Brings the pages of daerah that were not done to the present day: the days left have changed."""
    prints = jurnal.fingerprints()
    for one in tugas:
        known = jurnal.glance(one.folder)
        if known is None or known.sebab or known.per == pengaturan.per:
            continue
        if hasil := jurnal.result(one.folder):
            hasil.per = pengaturan.per
            _renew_page(hasil, pengaturan)
            jurnal.record(one.folder, prints[one.folder], hasil)


def _log_daerah(daerah: DaerahResult) -> None:
    """Notes what came of one daerah."""
    log.note(
        "daerah",
        folder=daerah.folder,
        berkas=len(daerah.berkas),
        temuan=len(daerah.temuan),
        dokumen=len(daerah.dokumen),
        sebab=daerah.sebab,
        jejak=daerah.jejak,
    )
    for galat in daerah.galat:
        log.note("galat", folder=daerah.folder, bagian=galat.pesan, jejak=galat.jejak)
    for dokumen in daerah.dokumen:
        if dokumen.catatan:
            log.note("dokumen", folder=daerah.folder, nama=dokumen.nama, catatan=dokumen.catatan)
    for berkas in daerah.berkas:
        if berkas.sebab:
            log.note("berkas", folder=daerah.folder, nama=berkas.nama, sebab=berkas.sebab, tunda=berkas.tunda)


def _is_news(tugas: Task, daerah: DaerahResult, jurnal: Journal) -> bool:
    """Whether a result is worth a mail: not what failed before and has failed again for the same reason."""
    before = jurnal.glance(tugas.folder)
    return not daerah.sebab or before is None or before.sebab != daerah.sebab


def _mail(pengaturan: Settings, hasil: RunResult, jurnal: Journal) -> str:
    """Mails the morning page; why that failed or whom it did not reach, or nothing."""
    from dak_excel.mail import SendError, send

    assert pengaturan.surel is not None
    try:
        said = send(pengaturan.surel, hasil.daerah, pengaturan.keluaran, pengaturan.per)
        jurnal.mail_pending = False
    except SendError as error:
        said = str(error)
    if said:
        log.note("surel", sebab=said)
    return said
