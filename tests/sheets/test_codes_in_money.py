"""Which rincian a line of money belongs to, by the codes that people write beside its text."""

from __future__ import annotations

import pytest

from dak_excel.sheets.records import BarisRab, Realisasi
from tests.sheets.grids import read


def paid(*texts: str) -> list[str]:
    rows = [
        (n, text, 10_000_000, n * 1_000_000, 10_000_000 - n * 1_000_000) for n, text in enumerate(texts, 1)
    ]
    sheet = read(["REALISASI ANGGARAN 2023"], ("No", "Kegiatan", "Pagu", "Realisasi", "Sisa"), *rows)
    return [row.rincian for row in sheet.records if isinstance(row, Realisasi)]


@pytest.mark.parametrize(
    ("texts", "codes"),
    [
        (
            ("A1 Pelatihan Usaha", "A2 Pelatihan Teknis", "A3 Pendampingan", "B1 Sentra"),
            ["A1", "A2", "A3", "B1"],
        ),
        (("A.1 Pelatihan Usaha", "(A.2) Pelatihan Teknis", "A.4 HACCP"), ["A1", "A2", "A4"]),
        # somewhere in the text
        (("Honor narasumber A1", "Konsumsi peserta A.2", "Sewa gedung (A1)"), ["A1", "A2", "A1"]),
        (("Bayar ATK kegiatan B1 dan A1", "Honor A1", "Honor B1"), ["", "A1", "B1"]),
        # sizes of paper, and too few to go by
        (("Kertas A4 70 gram", "Cetak poster A3", "Honor narasumber"), ["", "", ""]),
        (("Honor narasumber A1", "Konsumsi", "Sewa gedung", "Transpor"), ["", "", "", ""]),
        (("Map D2", "Kertas A4", "Honor lulusan S1"), ["", "", ""]),
    ],
)
def test_the_code_that_payments_mention(texts: tuple[str, ...], codes: list[str]) -> None:
    assert paid(*texts) == codes


@pytest.mark.parametrize(
    "label", ["Sub Kegiatan: A.1 ", "Kegiatan : A1 ", "Rincian Menu : A.1 ", "Nama Kegiatan: A1. ", "A.1 "]
)
def test_the_heading_of_a_budget_names_its_rincian(label: str) -> None:
    sheet = read(
        ["RENCANA ANGGARAN BIAYA"],
        ("Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"),
        (f"{label}Pelatihan Kewirausahaan", None, None, None, 1_100_000),
        ("Honor narasumber", 2, "OJ", 500_000, 1_000_000),
        ("ATK peserta", 10, "set", 10_000, 100_000),
        ("Sub Kegiatan: B.1 Pelatihan Pengelolaan Sentra", None, None, None, 400_000),
        ("Honor narasumber", 1, "OJ", 400_000, 400_000),
    )
    lines = [(r.rincian, r.kegiatan) for r in sheet.records if isinstance(r, BarisRab) and r.harga]
    assert lines == [("A1", "Pelatihan Kewirausahaan")] * 2 + [("B1", "Pelatihan Pengelolaan Sentra")]
