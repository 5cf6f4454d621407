"""Writing a report: 300 peserta and 20 photos of 12 megapixels, then 1,000 peserta. Run from the repository:

python -m bench.laporan [--runs 5]

With LibreOffice the time includes laying the report out for the page numbers of its table of contents.
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
import time
from datetime import date
from decimal import Decimal
from pathlib import Path

from PIL import Image

from dak_excel.daerah.model import Daerah, Foto
from dak_excel.reports.word import libreoffice
from dak_excel.reports.write import Options, write_documents
from dak_excel.sheets.tabel import Kind, Span
from tests.reports import builders

FOTO = (4000, 3000)


def photos(folder: Path, count: int) -> list[Foto]:
    """Invented photos with as much detail as a telephone's."""
    found = []
    for n in range(count):
        path = folder / f"A1 foto {n}.jpg"
        noise = Image.effect_noise((FOTO[0] // 4, FOTO[1] // 4), 50).resize(FOTO)
        noise.convert("RGB").save(path, quality=90)
        found.append(Foto(path, f"Foto {n}", "A1"))
    return found


def daerah(people: int, foto: list[Foto]) -> Daerah:
    """Activities of 30 people each, with sessions and payments, and the photos."""
    kegiatan, lists, sessions = [], [], []
    for n in range(people // 30 + bool(people % 30)):
        kode, nama = ("A1", "A2", "A3", "B1")[n % 4], f"Pelatihan Rekaan Angkatan {n + 1}"
        days = Span(date(2023, 3 + n % 8, 6), date(2023, 3 + n % 8, 10))
        kegiatan.append(
            {"rincian": kode, "nama": nama, "tahap": "rencana", "waktu": days, "target": Decimal(30)}
        )
        count = min(30, people - 30 * n)
        lists.append(
            builders.lembar(Kind.PESERTA, builders.peserta(count, 1 + 30 * n, rincian=kode, kegiatan=nama))
        )
        sessions += [
            {"rincian": kode, "kegiatan": nama, "waktu": days, "materi": f"Materi {s}", "jpl": Decimal(2)}
            for s in range(20)
        ]
    return builders.daerah(
        builders.identitas(**builders.IDENTITAS),
        builders.lembar(Kind.KEGIATAN, kegiatan),
        *lists,
        builders.lembar(Kind.JADWAL, sessions),
        builders.realisasi_contoh(),
        foto=foto,
    )


def seconds(what: Daerah, runs: int) -> tuple[float, int]:
    """Median seconds for the final report alone, and its size in bytes."""
    juknis = builders.juknis()
    what.identitas |= builders.daerah(
        builders.identitas(surat_akhir_nomor="sudah", surat_akhir_tanggal=date(2024, 1, 30))
    ).identitas  # its letter is out, so the report is all that is written
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        documents = write_documents(what, [], juknis, Options(per=date(2024, 2, 1), semester="akhir"))
        times.append(time.perf_counter() - start)
    assert len(documents) == 1
    return statistics.median(times), len(documents[0].isi)


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=5)
    runs = parser.parse_args().runs
    program = libreoffice.find_soffice()
    with tempfile.TemporaryDirectory() as folder:
        cases = {
            "300 peserta, 20 foto": daerah(300, photos(Path(folder), 20)),
            "1.000 peserta, tanpa foto": daerah(1000, []),
        }
        print(f"{'kasus':28}{'tanpa LibreOffice':>20}{'dengan LibreOffice':>20}{'KiB':>8}")
        for name, case in cases.items():
            libreoffice.find_soffice = lambda: None  # type: ignore[assignment]
            alone, size = seconds(case, runs)
            libreoffice.find_soffice = lambda: program  # type: ignore[assignment]
            with_pages = f"{seconds(case, runs)[0]:.2f} s" if program else "tidak ada"
            print(f"{name:28}{alone:>18.2f} s{with_pages:>20}{size // 1024:>8}")


if __name__ == "__main__":
    main()
