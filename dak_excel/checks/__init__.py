"""Checks: records and rules in, findings out. One module a subject, one function a kind of rule.

Every module of this package is imported here, so that each registers its kinds; a new module needs no entry.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial
from importlib import import_module
from pkgutil import iter_modules

from dak_excel.checks.causes import hidden_said, per_cause
from dak_excel.checks.persetujuan import with_answers
from dak_excel.checks.registry import CHECKS, Scope
from dak_excel.checks.superseded import without_superseded
from dak_excel.checks.unreadable import unchecked
from dak_excel.daerah.model import Daerah
from dak_excel.faults import Faults, straight
from dak_excel.findings import Temuan, in_reading_order
from dak_excel.juknis.model import Juknis, Ketentuan

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")

__all__ = ["check_daerah"]


def check_daerah(daerah: Daerah, juknis: Juknis, per: date, faults: Faults | None = None) -> list[Temuan]:
    """All findings of a daerah by the rules of a year, on the day that the run takes for today.

    Each cause once, with the dinas's answer where there is one, in reading order. With `faults` a rule that
    the program falls over costs its own further findings, and is one itself; without, it raises.
    """
    leave_out = faults.leave_out_held if faults is not None else straight
    scope = Scope(daerah, juknis, per)
    found: dict[Temuan, None] = {}
    for rincian, ketentuan in juknis.every_ketentuan():
        own = replace(scope, rincian=rincian)
        done = leave_out(f"ketentuan {ketentuan.id}", partial(_ask, ketentuan, own, found), False)
        if not done and faults and (said := unchecked(ketentuan, own, faults.found[-1].because)):
            found[said] = None
    current = leave_out("RAB versi lama", lambda: without_superseded(found, daerah), list(found))
    causes = leave_out("temuan per sebab", lambda: per_cause(current, daerah, juknis), current)
    answered = leave_out("jawaban atas temuan", lambda: with_answers(causes, daerah, juknis), causes)
    return in_reading_order(leave_out("baris tersembunyi", lambda: hidden_said(answered, daerah), answered))


def _ask(ketentuan: Ketentuan, scope: Scope, found: dict[Temuan, None]) -> bool:
    """Adds the findings of one rule, one by one: those before a fault are true ones."""
    for temuan in CHECKS[ketentuan.jenis](ketentuan, scope):
        found[temuan] = None
    return True
