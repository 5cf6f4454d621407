"""Check: given workbooks as one daerah, their findings, and nothing written unless asked."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from dak_excel.batch.intake import dari_berkas
from dak_excel.batch.process import tandai
from dak_excel.batch.read_daerah import Terbaca, baca_daerah
from dak_excel.checks import periksa
from dak_excel.checks.rules import muat
from dak_excel.config import Pengaturan
from dak_excel.faults import Fault
from dak_excel.findings import Temuan
from dak_excel.output.publish import Terbitan, berkas_terbit
from dak_excel.output.rights import hak_sendiri
from dak_excel.sheets.left_out import faults_of


@dataclass(slots=True)
class HasilPeriksa:
    """What `periksa` shows."""

    terbaca: Terbaca
    temuan: list[Temuan]
    disisihkan: list[str] = field(default_factory=list)
    """Copies that are the input itself, or that the user had edited: the new ones stand beside them."""
    tertahan: dict[str, str] = field(default_factory=dict)
    """Copies that are open in another program, each with where the new one stands for now."""

    @property
    def gagal(self) -> bool:
        """Whether some file could not be read, or something in it was left out."""
        return bool(self.terbaca.daerah.gagal or self.faults)

    @property
    def faults(self) -> list[Fault]:
        """What was left out because of a fault of the program."""
        return [*faults_of(self.terbaca.daerah.books), *self.terbaca.faults.found]


def periksa_berkas(berkas: list[Path], pengaturan: Pengaturan, keluaran: Path | None) -> HasilPeriksa:
    """Checks the files together; with `keluaran` also writes their annotated copies there.

    Raises `TidakTerbaca` when a named file does not exist.
    """
    juknis = muat(pengaturan.tahun, pengaturan.juknis)
    terbaca = baca_daerah(dari_berkas(berkas), pengaturan, juknis)
    temuan = periksa(terbaca.daerah, juknis, pengaturan.per, terbaca.faults)
    hasil = HasilPeriksa(terbaca, temuan)
    if keluaran is None:
        return hasil
    written: set[str] = set()
    terbitan = Terbitan()
    for book in terbaca.daerah.books:
        bertanda = tandai(book, terbaca, temuan, pengaturan, juknis, written)
        if not bertanda.isi:
            continue
        written.add(bertanda.nama)
        folder, _, name = bertanda.nama.partition("/")
        with hak_sendiri(pengaturan.pribadi), berkas_terbit(keluaran / folder, name, terbitan) as file:
            file.write(bertanda.isi)
    hasil.disisihkan, hasil.tertahan = terbitan.disisihkan, terbitan.tertahan
    return hasil
