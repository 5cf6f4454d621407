"""Frames: lists of plain rows to pandas tables with the right dtypes, empty ones too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

Schema = Mapping[str, str]
"""Column → dtype: a pandas name, `day`, or `a < b < c` for an ordered category."""
Rows = Sequence[Mapping[str, Any]]

DAY = "day"


def frame(rows: Rows, schema: Schema) -> pd.DataFrame:
    """A table with exactly the columns of `schema`; a value that a row does not have is NA."""
    import pandas as pd  # late: 0.3 s

    return pd.DataFrame(
        {name: _column([row.get(name) for row in rows], kind) for name, kind in schema.items()}
    )


def join(tables: Sequence[pd.DataFrame]) -> pd.DataFrame:
    """Tables of one schema under each other; the categories of a closed list are those of all."""
    import pandas as pd

    filled = [table for table in tables if len(table)] or list(tables[:1])
    whole = pd.concat(filled, ignore_index=True)
    for name, dtype in filled[0].dtypes.items():
        if isinstance(dtype, pd.CategoricalDtype) and not dtype.ordered:
            whole[name] = whole[name].astype("category")
    return whole


def _column(values: Sequence[Any], kind: str) -> pd.Series[Any]:
    import pandas as pd

    if kind == DAY:
        return pd.Series(pd.to_datetime(pd.Series(values, dtype="object"), errors="coerce")).astype(
            "datetime64[s]"
        )
    if " < " in kind:
        return pd.Series(values, dtype=pd.CategoricalDtype(kind.split(" < "), ordered=True))
    if kind == "Float64":
        return pd.Series([None if v is None else float(v) for v in values], dtype="Float64")
    return pd.Series(values, dtype=kind)
