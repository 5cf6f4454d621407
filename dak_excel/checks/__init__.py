"""Checks: records and rules in, findings out. One module a subject, one function a kind of rule.

Every module of this package is imported here, so that each registers its kinds; a new module needs no entry.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

for _module in iter_modules(__path__):
    import_module(f"{__name__}.{_module.name}")
