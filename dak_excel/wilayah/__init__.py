"""Kabupaten and kota of Indonesia: the list with codes and provinces, and how people write their names.

The list is public data (`kode_wilayah.csv` names the decision that it comes from) and says nothing of the
juknis. Nothing is read before it is asked for.

    cari("KAB. BANDUNG BARAT")       → Kabkota 32.17, «Kabupaten Bandung Barat», Jawa Barat
    cari("Bandung")                  → None: there is a kabupaten and a kota of that name
    sebutan("Kec. Y, Kab.Bandung")   → one mention, of Kabupaten Bandung
"""

from __future__ import annotations

from dak_excel.wilayah.mentions import Sebutan, mentions
from dak_excel.wilayah.places import (
    Kabkota,
    all_kabkota,
    find_kabkota,
    find_province,
    full_name,
    named,
    provinces,
    provinces_of_nik,
    without_government,
)

__all__ = [
    "Kabkota",
    "Sebutan",
    "all_kabkota",
    "find_kabkota",
    "find_province",
    "full_name",
    "mentions",
    "named",
    "provinces",
    "provinces_of_nik",
    "without_government",
]
