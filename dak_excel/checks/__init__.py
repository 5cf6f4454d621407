"""Checks: records and rules in, findings out. One module a subject, one function a kind of rule.

Every module of this package is imported here, so that each registers its kinds; a new module needs no entry.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from importlib import import_module
from pkgutil import iter_modules

from dak_excel.checks.causes import hidden_said, per_cause
from dak_excel.checks.persetujuan import jawab
from dak_excel.checks.registry import CHECKS, Lingkup
from dak_excel.daerah.model import Daerah
from dak_excel.findings import Temuan, urutkan
from dak_excel.juknis.model import Juknis

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["periksa"]


def periksa(daerah: Daerah, juknis: Juknis, per: date) -> list[Temuan]:
    """All findings of a daerah by the rules of a year, on the day that the run takes for today.

    Each cause once, with the dinas's answer where there is one, in reading order.
    """
    lingkup = Lingkup(daerah, juknis, per)
    found: dict[Temuan, None] = {}
    for rincian, ketentuan in juknis.semua_ketentuan():
        own = replace(lingkup, rincian=rincian)
        found.update(dict.fromkeys(CHECKS[ketentuan.jenis](ketentuan, own)))
    causes = per_cause(found, daerah, juknis)
    return urutkan(hidden_said(jawab(causes, daerah, juknis), daerah))
