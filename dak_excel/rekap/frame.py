"""The rekap as pandas tables: one row a daerah and rincian, and added up over whatever is asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from dak_excel.rekap.rows import COLUMNS, COUNTS, MONEY, OUTPUT, TEXTS, Row

if TYPE_CHECKING:
    import pandas as pd

_WORDS = {*TEXTS, "satuan", "keterangan"}


def rekap_frame(rows: Iterable[Row]) -> pd.DataFrame:
    """The rows with dtypes: `string`, `Float64` (rupiah, output; NA where unknown), `Int64` (findings)."""
    import pandas as pd  # late: 0.3 s

    table = pd.DataFrame(list(rows), columns=list(COLUMNS))
    return table.astype(
        {name: "string" if name in _WORDS else "Int64" if name in COUNTS else "Float64" for name in COLUMNS}
    )


def add_up(table: pd.DataFrame, by: Sequence[str]) -> pd.DataFrame:
    """The rekap added up over `by` (columns of TEXTS), sorted by them.

    `serapan` is per cent of `pagu`, over the rincian of which both are known, and empty where the pagu of one
    with payments is not; `tanpa_realisasi` counts those with a pagu of which no sheet tells what was paid.
    Target and capaian stay where each row is of one rincian; else their units differ. Raises KeyError for a
    column that there is none of.
    """
    wrong = [name for name in by if name not in TEXTS]
    if wrong or not by:
        raise KeyError(f"Kolom pengelompokan {wrong or '(kosong)'} tidak ada; pilih dari {', '.join(TEXTS)}.")
    both = table["pagu"].notna() & table["realisasi"].notna()
    table = table.assign(
        _pagu=table["pagu"].where(both),
        _realisasi=table["realisasi"].where(both),
        _lacking=(table["pagu"].isna() & table["realisasi"].notna()).astype("Int64"),
        tanpa_realisasi=(table["pagu"].notna() & table["realisasi"].isna()).astype("Int64"),
    )
    groups = table.groupby(list(by), sort=True, dropna=False)
    money = [*MONEY, *(OUTPUT if "rincian" in by else ()), "_pagu", "_realisasi"]
    sums = groups[money].sum(min_count=1)
    sums = sums.join(groups[["tanpa_realisasi", "_lacking", *COUNTS, "rupiah"]].sum())
    sums["serapan"] = (100 * sums["_realisasi"] / sums["_pagu"]).where(sums["_lacking"] == 0)
    order = [*MONEY, "serapan", "tanpa_realisasi", *(OUTPUT if "rincian" in by else ()), *COUNTS, "rupiah"]
    if "rincian" in by:
        sums = sums.join(groups[["kegiatan", "satuan"]].first().rename(columns={"kegiatan": "_nama"}))
        if "kegiatan" not in by:
            sums = sums.rename(columns={"_nama": "kegiatan"})
            order = ["kegiatan", *order]
        order.insert(order.index("capaian") + 1, "satuan")
    return sums[order].reset_index()
