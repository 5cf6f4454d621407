"""Check: given workbooks as one daerah, their findings, and nothing written unless asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from dak_excel.batch.baca import Terbaca, baca_daerah
from dak_excel.batch.intake import dari_berkas
from dak_excel.batch.process import tandai
from dak_excel.batch.publish import tulis_utuh
from dak_excel.checks import periksa
from dak_excel.config import Pengaturan
from dak_excel.findings import Temuan
from dak_excel.juknis.load import muat


@dataclass(slots=True)
class HasilPeriksa:
    """What `periksa` shows."""

    terbaca: Terbaca
    temuan: list[Temuan]

    @property
    def gagal(self) -> bool:
        """Whether some file could not be read."""
        return bool(self.terbaca.daerah.gagal)


def periksa_berkas(berkas: list[Path], pengaturan: Pengaturan, keluaran: Path | None) -> HasilPeriksa:
    """Checks the files together; with `keluaran` also writes their annotated copies there.

    Raises `TidakTerbaca` when a named file does not exist.
    """
    juknis = muat(pengaturan.tahun, pengaturan.juknis)
    terbaca = baca_daerah(dari_berkas(berkas), pengaturan, juknis)
    temuan = periksa(terbaca.daerah, juknis, pengaturan.per)
    if keluaran:
        written: set[str] = set()
        for book in terbaca.daerah.books:
            bertanda = tandai(book, terbaca, temuan, pengaturan, juknis, written)
            tulis_utuh(keluaran / bertanda.nama, bertanda.isi)
            written.add(bertanda.nama)
    return HasilPeriksa(terbaca, temuan)
