"""A generator of sheet layouts: invented records, written down as dinas write them.

`make(kind, seed)` gives a sheet and the records that a reader must find in it. Everything follows
from the seed, so that a misreading can be looked at again.
"""

from tests.sheets.layouts.compare import Verdict, judge
from tests.sheets.layouts.make import KINDS, make
from tests.sheets.layouts.model import Layout, Wanted

__all__ = ["KINDS", "Layout", "Verdict", "Wanted", "judge", "make"]
