"""The tables of `Hasil` as files, for programs: CSV or Parquet. Personal numbers stay masked."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import IO, TYPE_CHECKING, Literal

from dak_excel.api.hasil import Hasil
from dak_excel.errors import UserError
from dak_excel.output.publish import Published, published_file

if TYPE_CHECKING:
    import pandas as pd

Format = Literal["csv", "parquet"]
FOLDER = "data"
"""Where they stand in the output folder."""


def export(hasil: Hasil, keluaran: Path, kind: Format) -> Published:
    """Writes a file a table below `keluaran/data`; what came of it.

    CSV in UTF-8 with BOM (RFC 4180), days as 2023-06-30, unknown empty, no text that begins like a formula;
    Parquet with the dtypes of `Hasil`. Raises `UserError` where a package for it is missing, OSError.
    """
    if kind == "parquet":
        _ensure_parquet()
    done = Published()
    for name, table in tables(hasil):
        with published_file(keluaran / FOLDER, f"{name}.{kind}", done) as file:
            if kind == "csv":
                _write_csv(table, file)
            else:
                table.to_parquet(file, engine="pyarrow", index=False)
        done.ditulis.append(f"{FOLDER}/{name}.{kind}")
    return done


def tables(hasil: Hasil) -> Iterator[tuple[str, pd.DataFrame]]:
    """Name and table of everything in it; the rekap as it is before it is added up."""
    import pandas as pd

    for field in fields(hasil):
        value = getattr(hasil, field.name)
        if isinstance(value, pd.DataFrame):
            yield {"dasar": "rekap"}.get(field.name, field.name), value


def _ensure_parquet() -> None:
    try:
        import pyarrow  # noqa: F401  only whether it is there
    except ImportError as error:
        raise UserError(
            "Paket untuk Parquet belum terpasang. Pasang dengan: pip install 'dak-excel[data]', atau pakai "
            "--data csv."
        ) from error


def _write_csv(table: pd.DataFrame, file: IO[bytes]) -> None:
    words = table.select_dtypes(include=["string", "category"]).columns
    formula = r"^([=+\-@\t\r])"
    inert = {name: table[name].astype("string").str.replace(formula, r"'\1", regex=True) for name in words}
    text = table.assign(**inert).to_csv(index=False, lineterminator="\r\n", date_format="%Y-%m-%d")
    file.write(text.encode("utf-8-sig"))
