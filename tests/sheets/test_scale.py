"""What says that amounts are thousands or millions, and what only looks like it."""

from __future__ import annotations

import pytest

from dak_excel.sheets.budget.scale import said


@pytest.mark.parametrize(
    "text",
    [
        *("(dalam ribuan rupiah)", "(Rp. 000,-)", "dalam ribuan", "(x Rp1.000)", "Harga Satuan (Rp.000)"),
        *(
            "Jumlah (Rp 000)",
            "dlm Rp.000",
            "(000 Rp)",
            "(Rp x 1.000)",
            "(x 1000)",
            "Ribuan Rupiah",
            "Pagu (ribu Rp)",
        ),
    ],
)
def test_thousands(text: str) -> None:
    assert said([text]) == 1000


@pytest.mark.parametrize(
    "text", ["(dalam jutaan rupiah)", "(Rp.000.000)", "dalam juta rupiah", "Pagu (Rp juta)", "Rp juta"]
)
def test_millions(text: str) -> None:
    assert said([text]) == 1_000_000


@pytest.mark.parametrize(
    "text",
    [
        *(
            "Rp 1.000.000",
            "Jumlah Anggaran : Rp 500.000.000",
            "Pagu Rp. 60.000.000,-",
            "Rp. 1.000,-",
            "Harga (Rp)",
        ),
        *(
            "Tahun 2000",
            "Dalam Rupiah",
            "Terbilang: lima puluh juta rupiah",
            "(lima puluh juta rupiah)",
            "Rp 2.000",
        ),
        *("Usaha beromzet di bawah 300 juta", "10 x 1.000.000", "100 OH x Rp1.000,- = Rp100.000"),
    ],
)
def test_whole_rupiah(text: str) -> None:
    assert said([text]) == 1
