"""A setting that changes the outputs is in the fingerprint, so that the daerah is done again."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from dak_excel.batch.fingerprint import bersama
from dak_excel.config import Pengaturan


def settings(**more: Any) -> Pengaturan:
    return Pengaturan(tahun=2023, per=date(2023, 9, 1), **more)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("nik_penuh", True),
        ("pdf", True),
        ("kertas", "A4"),
        ("semester", "1"),
        ("tata_letak", False),
        ("batas_detik", 7),
        ("batas_memori_mib", 700),
    ],
)
def test_a_setting_that_changes_the_outputs_changes_the_fingerprint(name: str, value: Any) -> None:
    assert bersama(settings(**{name: value})) != bersama(settings())


def test_what_changes_nothing_in_the_outputs_does_not() -> None:
    assert bersama(settings(pekerja=3)) == bersama(settings())
