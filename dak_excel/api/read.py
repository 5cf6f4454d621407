"""Read and check a folder, or one file, into pandas tables; nothing is written."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dak_excel.api.hasil import Hasil

if TYPE_CHECKING:
    import pandas as pd

    from dak_excel.batch.intake import Intake
    from dak_excel.config import Settings
    from dak_excel.juknis.model import Juknis
    from dak_excel.rekap.rows import Row


def periksa(
    folder: str | Path,
    tahun: int | None = None,
    per: date | None = None,
    *,
    nik_penuh: bool = False,
    juknis: str | Path | None = None,
    kosakata: str | Path | None = None,
) -> Hasil:
    """Reads and checks every daerah of an input folder, as `dak-excel proses` does.

    `tahun` is the fiscal year (default: the settings', else 2023), `per` the day taken for today, `juknis` a
    folder of further juknis files, `kosakata` a file of further words. `dak-excel.yaml` of the current folder
    counts, as on the command line. With `nik_penuh` NIK, phone numbers and addresses are as they stand; else
    NIK and phones are masked, addresses NA. Memory: the tables, and the files of one daerah at a time.

    Raises `dak_excel.errors.UserError` (a sentence in Bahasa Indonesia) when there is no such folder or year.
    """
    from dak_excel.batch.intake import find_daerah

    settings = _settings(tahun, per, juknis, kosakata)
    return _hasil(find_daerah(Path(folder), Path(folder) / ".dak-excel"), settings, nik_penuh)


def baca(
    berkas: str | Path | bytes,
    tahun: int | None = None,
    per: date | None = None,
    *,
    nama: str = "buku.xlsx",
    nik_penuh: bool = False,
    juknis: str | Path | None = None,
    kosakata: str | Path | None = None,
) -> Hasil:
    """Reads and checks one file, or the bytes of one (named `nama`), as a daerah of its own.

    The rest as of `periksa`. A file that cannot be read is a row of `Hasil.berkas` with the reason.
    """
    from dak_excel.batch.intake import from_files

    settings = _settings(tahun, per, juknis, kosakata)
    if not isinstance(berkas, bytes):
        return _hasil([from_files([Path(berkas)])], settings, nik_penuh)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / Path(nama).name
        place.write_bytes(berkas)
        masukan = replace(from_files([place]), nama=place.stem)
        return _hasil([masukan], settings, nik_penuh)


def _settings(
    tahun: int | None, per: date | None, juknis: str | Path | None, kosakata: str | Path | None
) -> Settings:
    from dak_excel.batch.own_files import ensure_readable
    from dak_excel.config import load_settings

    given: dict[str, Any] = {"tahun": tahun, "per": per}
    given |= {"juknis": juknis and Path(juknis), "kosakata": kosakata and Path(kosakata)}
    settings = load_settings(**given)
    ensure_readable(settings)
    return settings


def _hasil(found: Iterable[Intake], settings: Settings, whole: bool) -> Hasil:
    from dak_excel.api.frames import frame, join
    from dak_excel.api.tables import SCHEMAS
    from dak_excel.checks.rules import load_rules
    from dak_excel.rekap.frame import rekap_frame

    juknis = load_rules(settings.tahun, settings.juknis)
    parts: dict[str, list[pd.DataFrame]] = {name: [frame([], columns)] for name, columns in SCHEMAS.items()}
    rekap: list[Row] = []
    for tables, rows in _each(found, settings, juknis, whole):
        rekap += rows
        for name, made in tables.items():
            parts[name].append(made)
    joined = {name: join(made) for name, made in parts.items()}
    return Hasil(
        tahun=juknis.tahun, per=settings.per, juknis=juknis.label, dasar=rekap_frame(rekap), **joined
    )


def _each(
    found: Iterable[Intake], settings: Settings, juknis: Juknis, whole: bool
) -> Iterator[tuple[dict[str, pd.DataFrame], list[Row]]]:
    """The tables and rekap rows of one daerah after the other; nothing else stays of it."""
    from dak_excel import memos
    from dak_excel.api.frames import frame
    from dak_excel.api.tables import SCHEMAS, tables_of
    from dak_excel.batch.plain_result import plain_result
    from dak_excel.batch.read_daerah import read_daerah
    from dak_excel.checks import check_daerah
    from dak_excel.output.names import safe_name
    from dak_excel.rekap.rows import rekap_rows

    used: set[str] = set()
    for masukan in found:
        terbaca = read_daerah(masukan, settings, juknis)
        temuan = check_daerah(terbaca.daerah, juknis, settings.per, terbaca.faults)
        hasil = plain_result(masukan, terbaca, temuan, juknis, settings.per)
        hasil.folder = safe_name(masukan.nama, used)
        used.add(hasil.folder.casefold())
        made = dict(tables_of(terbaca.daerah, hasil, juknis, whole=whole))
        tables = {name: frame(rows, SCHEMAS[name]) for name, rows in made.items()}
        del terbaca, temuan, made
        memos.forget()
        yield tables, list(rekap_rows(hasil))
