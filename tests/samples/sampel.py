"""A daerah as a set of files, and the list of findings that a run on it must give."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tests.samples.buku import Buku, Harapan
from tests.samples.tulis_ods import tulis_ods
from tests.samples.tulis_xlsx import tulis


@dataclass(slots=True)
class Sampel:
    """One daerah: workbooks, other files by their path below the folder, expected findings without a cell."""

    nama: str
    buku: list[Buku] = field(default_factory=list)
    lain: dict[str, bytes] = field(default_factory=dict)
    harapan: list[Harapan] = field(default_factory=list)
    lain_boleh: tuple[str, ...] = ("info",)
    """Levels of findings that may come besides the expected ones."""

    def tambah(self, nama: str, **pilihan: str | float) -> Buku:
        """A new workbook."""
        buku = Buku(nama, **pilihan)  # type: ignore[arg-type]
        self.buku.append(buku)
        return buku

    def harap(self, ketentuan: str, tingkat: str, catatan: str, berkas: str = "", lembar: str = "") -> None:
        """A finding to be expected in no prescribed cell of a sheet (any sheet, where `lembar` is empty)."""
        self.harapan.append(Harapan(ketentuan, tingkat, catatan, berkas, lembar))

    def semua_harapan(self) -> list[Harapan]:
        """Planted faults in the order of files and sheets, then those without a cell."""
        return [h for b in self.buku for lembar in b.lembar for h in lembar.harapan] + self.harapan

    def berkas(self) -> dict[str, bytes]:
        """All files by their path below the daerah's folder."""
        return {b.nama: tulis_ods(b) if b.nama.endswith(".ods") else tulis(b) for b in self.buku} | self.lain


def simpan(folder: Path, sampel: Sequence[Sampel]) -> None:
    """Writes the files of each daerah; what lay there from an earlier run and is no longer made goes."""
    for satu in sampel:
        tujuan = folder / satu.nama
        berkas = satu.berkas()
        for lama in sorted(tujuan.rglob("*")) if tujuan.is_dir() else []:
            if lama.is_file() and lama.relative_to(tujuan).as_posix() not in berkas:
                lama.unlink()
        for nama, isi in berkas.items():
            (tujuan / nama).parent.mkdir(parents=True, exist_ok=True)
            (tujuan / nama).write_bytes(isi)
