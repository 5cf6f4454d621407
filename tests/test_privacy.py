"""No personal number leaves a workbook in clear."""

from __future__ import annotations

import pytest

from dak_excel.privacy import mask, mask_nik


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("NIK 9901010101900001 ganda", "NIK 9901********0001 ganda"),
        ("NIK 99.0101.010190.0001 ganda", "NIK 9901********0001 ganda"),
        ("NIK 9901010101900000 dan 9901010101900002", "NIK 9901********0000 dan 9901********0002"),
        ("NIK 990101010190001 kurang satu angka", "NIK 9901*******0001 kurang satu angka"),
        ("NIK 99010101019000012 lebih satu angka", "NIK 9901*********0012 lebih satu angka"),
        ("hubungi 0812-3456-7890", "hubungi 0812****90"),
        ("NIB 9912345678901", "NIB 9912345678901"),
        ("Rp104.571.400 pada 12 Juni 2023", "Rp104.571.400 pada 12 Juni 2023"),
        ("kode 5.1.02.02.01.0003", "kode 5.1.02.02.01.0003"),
    ],
)
def test_masking(text: str, expected: str) -> None:
    assert mask(text) == expected


def test_a_short_number_is_masked_whole() -> None:
    assert mask_nik("1234") == "****"
    assert mask_nik("12345678") == "********"
    assert mask_nik("123456789") == "1234*6789"
