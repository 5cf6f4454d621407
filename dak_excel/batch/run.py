"""Run: the main job over the whole input folder, and what is skipped because nothing has changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import datetime

from dak_excel import __version__, log
from dak_excel.batch.fingerprint import bersama, sidik
from dak_excel.batch.hasil import HasilBerkas, HasilDaerah
from dak_excel.batch.intake import Masukan, temukan
from dak_excel.batch.journal import Jurnal, buka
from dak_excel.batch.lock import kunci
from dak_excel.batch.publish import bersihkan, nama_aman, terbitkan, utuh
from dak_excel.batch.workers import bagi
from dak_excel.config import Pengaturan

INTERN = ".dak_excel"
"""Folder of the output folder that holds the journal and the lock."""

Lapor = Callable[[str, int, int], None]
"""Told after each daerah: its name, how many are done, how many there are."""


@dataclass(slots=True)
class HasilRun:
    """What a run came to."""

    daerah: list[HasilDaerah] = field(default_factory=list)
    dikerjakan: set[str] = field(default_factory=set)
    """Output folders of the daerah that were done; the others had not changed."""
    disisihkan: list[str] = field(default_factory=list)
    surel: str = ""
    """Why the mail was not sent; empty when it was, or when none was asked for."""

    @property
    def gagal(self) -> bool:
        """Whether some file or daerah could not be processed."""
        return any(d.gagal or d.sebab for d in self.daerah)


@dataclass(frozen=True, slots=True)
class Tugas:
    """A daerah to be done: its input, its output folder, the fingerprint of all that it depends on."""

    masukan: Masukan
    folder: str
    sidik: str
    sebelum: HasilDaerah | None = None
    """The result of the run before, to tell what has changed."""


def jalankan(pengaturan: Pengaturan, lapor: Lapor = lambda *_: None) -> HasilRun:
    """Processes the input folder into the output folder.

    Raises `TidakTerbaca` when the input folder is not there, `Terkunci` when another run has the output.
    """
    from dak_excel.summary import ringkas  # late: pages need Jinja2, a run that changes nothing does not

    # absolute paths: a worker may have another current folder, or be another computer
    folders = {"masukan": pengaturan.masukan.resolve(), "keluaran": pengaturan.keluaran.resolve()}
    pengaturan = pengaturan.model_copy(update=folders)
    found = temukan(pengaturan.masukan, pengaturan.keluaran)
    intern = pengaturan.keluaran / INTERN
    with kunci(intern), log.buka(pengaturan.keluaran / "log"), buka(intern / "jurnal.sqlite") as jurnal:
        bersihkan(pengaturan.keluaran)
        tugas = _tugas(found, pengaturan, jurnal)
        hasil = HasilRun()
        baru = [
            _dengan_sebelum(t, jurnal)
            for t in tugas
            if pengaturan.paksa or not _masih_berlaku(t, pengaturan, jurnal)
        ]
        log.catat("mulai", versi=__version__, daerah=len(tugas), dikerjakan=len(baru))
        for number, (one, daerah) in enumerate(
            zip(baru, bagi(selesaikan, baru, pengaturan), strict=True), start=1
        ):
            _catat(one, daerah, jurnal)
            hasil.dikerjakan.add(one.folder)
            hasil.disisihkan += [f"{one.folder}/{name}" for name in daerah.disisihkan]
            _log_daerah(daerah)
            lapor(one.masukan.nama, number, len(baru))
        jurnal.buang_selain({t.folder for t in tugas})
        hasil.daerah = [known[1] for t in tugas if (known := jurnal.hasil(t.folder))]
        ringkas(hasil.daerah, pengaturan.keluaran, pengaturan.per)
        if pengaturan.surel and baru:
            hasil.surel = _surel(pengaturan, hasil)
        log.catat("selesai", gagal=hasil.gagal)
    return hasil


def _tugas(found: Iterable[Masukan], pengaturan: Pengaturan, jurnal: Jurnal) -> list[Tugas]:
    """The daerah with output folders of their own and fingerprints."""
    used: set[str] = set()
    tasks = []
    shared = bersama(pengaturan)
    for masukan in found:
        folder = nama_aman(masukan.nama)
        while folder.casefold() in used:
            folder += "_"
        used.add(folder.casefold())
        tasks.append(Tugas(masukan, folder, sidik(masukan, shared, jurnal)))
    return tasks


def _dengan_sebelum(tugas: Tugas, jurnal: Jurnal) -> Tugas:
    """The task with the result of the run before, unless that one failed."""
    known = jurnal.hasil(tugas.folder)
    return replace(tugas, sebelum=known[1]) if known and not known[1].sebab else tugas


def _masih_berlaku(tugas: Tugas, pengaturan: Pengaturan, jurnal: Jurnal) -> bool:
    """Whether a daerah was done from the very same inputs and its outputs are all there."""
    return jurnal.sidik(tugas.folder) == tugas.sidik and utuh(pengaturan.keluaran / tugas.folder)


def selesaikan(tugas: Tugas, pengaturan: Pengaturan) -> HasilDaerah:
    """One daerah from input to published outputs. Never raises: what stopped it is in the result."""
    from dak_excel.batch.process import kerjakan  # late: a run that changes nothing does not pay for it
    from dak_excel.summary import halaman_daerah

    try:
        pekerjaan = kerjakan(tugas.masukan, pengaturan)
        hasil = pekerjaan.hasil
        hasil.folder = tugas.folder
        if tugas.sebelum:
            hasil.bandingkan(tugas.sebelum)
        pekerjaan.files["ringkasan.html"] = halaman_daerah(hasil).encode()
        hasil.disisihkan = terbitkan(pengaturan.keluaran / tugas.folder, pekerjaan.files).disisihkan
        return hasil
    except OSError as error:
        jejak = log.jejak(error)
        reason = (
            f"Hasil tidak dapat ditulis: {error.strerror or error}. "
            "Periksa ruang disk dan izin folder keluaran."
        )
    except Exception as error:  # a fault of ours in one daerah must not stop the others
        jejak = log.jejak(error)
        reason = (
            f"Terjadi kesalahan di dalam program ({type(error).__name__}); daerah ini dilewati dan keluaran "
            "lamanya dibiarkan. Kirimkan berkas log kepada pengembang."
        )
    return HasilDaerah(
        nama=tugas.masukan.nama,
        folder=tugas.folder,
        diperiksa=datetime.now().astimezone(),
        per=pengaturan.per,
        versi=__version__,
        juknis=str(pengaturan.tahun),
        berkas=[HasilBerkas(nama=b.nama, ukuran=b.ukuran) for b in tugas.masukan.buku],
        sebab=reason,
        jejak=jejak,
    )


def _catat(tugas: Tugas, hasil: HasilDaerah, jurnal: Jurnal) -> None:
    """Remembers a result; one that failed, or whose files have to wait, is done again next time."""
    expected = {g.workbook for g in tugas.masukan.tunda}
    again = hasil.sebab or any(b.tunda and b.nama not in expected for b in hasil.berkas)
    jurnal.catat(tugas.folder, "" if again else tugas.sidik, hasil)


def _log_daerah(daerah: HasilDaerah) -> None:
    """Notes what came of one daerah."""
    log.catat(
        "daerah",
        folder=daerah.folder,
        berkas=len(daerah.berkas),
        temuan=len(daerah.temuan),
        dokumen=len(daerah.dokumen),
        sebab=daerah.sebab,
        jejak=daerah.jejak,
    )
    for berkas in daerah.berkas:
        if berkas.sebab:
            log.catat(
                "berkas", folder=daerah.folder, nama=berkas.nama, sebab=berkas.sebab, tunda=berkas.tunda
            )


def _surel(pengaturan: Pengaturan, hasil: HasilRun) -> str:
    """Mails the morning page; why that failed, or nothing."""
    from dak_excel.mail import GagalKirim, kirim

    assert pengaturan.surel is not None
    try:
        kirim(pengaturan.surel, hasil.daerah, pengaturan.keluaran, pengaturan.per)
    except GagalKirim as error:
        log.catat("surel", sebab=str(error))
        return str(error)
    return ""
