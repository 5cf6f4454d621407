"""The data of a folder as pandas tables, for analysts; see docs/analis.md.

    from dak_excel.api import baca, periksa

    hasil = periksa("masukan", tahun=2023)
    hasil.temuan, hasil.peserta, hasil.rekap(by=["provinsi"])

Nothing is written, and nothing is loaded before it is asked for: pandas comes with the first call.
"""

from __future__ import annotations

from dak_excel.api.hasil import Hasil
from dak_excel.api.read import baca, periksa

__all__ = ["Hasil", "baca", "periksa"]
