"""The juknis file of a year started from an earlier one: all inherited, what a person must confirm marked.

A proposed value bears the mark `!usulan`; who has compared it with the new juknis takes the mark away. Until
then the value is applied all the same, and everything that is made says so (`Juknis.label`).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from dak_excel.indonesian import weekday_and_date
from dak_excel.juknis.load import available_years, complete_document
from dak_excel.juknis.model import Juknis
from dak_excel.juknis.yaml_document import USULAN, JuknisError

_HEAD = """\
# Juknis tahun anggaran {tahun}, disalin dari {asal} dengan «dak-excel juknis salin {tahun}».
#
# Semua ketentuan tahun {asal} berlaku di sini sampai diubah. Setiap nilai di bawah ini hanya usulan:
# bandingkan dengan juknis {tahun}, betulkan bila berubah, lalu hapus kata {usulan} di depannya.
# «dak-excel juknis periksa --tahun {tahun}» menyebut yang belum dikonfirmasi; selama masih ada, halaman dan
# laporan mengatakannya.
# Ketentuan yang tidak diatur lagi: hapus: [ID, ID]. Cara menulis yang lain: docs/juknis-tahun-baru.md.

tahun: {tahun}
mewarisi: {asal}
disalin_dari: {asal}
"""


def source_year(tahun: int, folder: Path | None) -> int:
    """The year to start from: the latest before it. Raises JuknisError when there is none."""
    own = available_years(folder) if folder else []
    earlier = [year for year in (*available_years(), *own) if year < tahun]
    if earlier:
        return max(earlier)
    raise JuknisError(f"Tidak ada juknis sebelum tahun {tahun} yang dapat disalin.")


def next_year_text(tahun: int, juknis: Juknis, folder: Path | None) -> str:
    """The file of a year, started from the juknis of an earlier one. Raises JuknisError."""
    isi = complete_document(juknis.tahun, folder).isi
    lines = [_HEAD.format(tahun=tahun, asal=juknis.tahun, usulan=USULAN)]
    lines += _identity(tahun, juknis)
    lines += _deadlines(tahun, juknis)
    lines += ["menu:"]
    for menu in juknis.menu.values():
        lines += [f"  {menu.kode}:", "    rincian:"]
        for kode, rincian in menu.rincian.items():
            told = isi["menu"][menu.kode]["rincian"][kode]["ketentuan"]
            lines += [
                f"      {kode}: {USULAN} # {rincian.nama}: namanya, keluarannya, dan pasal serta kutipan",
                "        # ketentuan yang tidak ditulis di bawah ini",
                f"        keluaran: {_flow([_plain(k) for k in rincian.keluaran])}",
            ]
            if rules := list(_rules(tahun, juknis, told, "          ")):
                lines += ["        ketentuan:", *rules]
    lines += ["", f"umum: {USULAN} # pasal dan kutipan ketentuan umum yang tidak ditulis di bawah ini"]
    lines += _rules(tahun, juknis, isi["umum"], "  ")
    return "\n".join(lines) + "\n"


def _identity(tahun: int, juknis: Juknis) -> Iterator[str]:
    judul = juknis.judul.replace(str(juknis.tahun), str(tahun))
    yield f"peraturan: {USULAN} {_quoted(f'[LENGKAPI: nomor peraturan juknis {tahun}]')}"
    yield f"judul: {USULAN} {_quoted(judul)}"
    yield f"diundangkan: {USULAN} {_shifted(juknis.diundangkan, tahun - juknis.tahun)}"
    yield ""


def _deadlines(tahun: int, juknis: Juknis) -> Iterator[str]:
    """All deadlines, each a whole number of years later."""
    yield "tenggat: # tahun lalu, lalu usulannya"
    for one in juknis.tenggat:
        day = _shifted(one.tanggal, tahun - juknis.tahun)
        yield f"  - id: {one.id}"
        yield f"    nama: {_quoted(one.nama)}"
        yield f"    # {weekday_and_date(one.tanggal)} → {weekday_and_date(day)}"
        yield f"    tanggal: {USULAN} {day}"
        for key, value in _plain(one).items():
            if key not in ("id", "nama", "tanggal"):
                yield f"    {key}: {_flow(value)}"
    yield ""


def _rules(tahun: int, juknis: Juknis, told: Mapping[str, Any], indent: str) -> Iterator[str]:
    """The rules that hold figures, or name the year or the regulation; those on data quality hold for all."""
    known = {rule.id: rule for _, rule in juknis.every_ketentuan()}
    for name, raw in told.items():
        rule, batas = known[name], raw.get("batas") or {}
        if rule.rujukan == "Mutu data":
            continue
        dated = str(juknis.tahun) in rule.kutipan or _renewed(batas, tahun, juknis) != batas
        if not dated and not _has_figure(batas):
            continue
        yield f"{indent}{name}: {USULAN} # {rule.judul}"
        if batas:
            yield f"{indent}  batas: {_flow(_renewed(batas, tahun, juknis))}"
        yield f"{indent}  rujukan: {_quoted(rule.rujukan)}"
        if rule.kutipan:
            yield f"{indent}  kutipan: {_quoted(rule.kutipan)}"


def _has_figure(value: Any) -> bool:
    if isinstance(value, Mapping):
        return any(map(_has_figure, value.values()))
    if isinstance(value, list | tuple):
        return any(map(_has_figure, value))
    return isinstance(value, int | float) and not isinstance(value, bool)


def _renewed(value: Any, tahun: int, juknis: Juknis) -> Any:
    """Parameters with the year put forward; a text about last year's regulation is left out."""
    if isinstance(value, Mapping):
        return {key: _renewed(part, tahun, juknis) for key, part in value.items()}
    if isinstance(value, list):
        return [_renewed(part, tahun, juknis) for part in value]
    if isinstance(value, str):
        return "" if juknis.peraturan in value else value.replace(str(juknis.tahun), str(tahun))
    return value


def _shifted(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year + years)
    except ValueError:  # 29 February
        return day.replace(year=day.year + years, day=28)


def _plain(model: Any) -> dict[str, Any]:
    told: dict[str, Any] = model.model_dump(mode="json", exclude_defaults=True)
    return told


def _flow(value: Any) -> str:
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, width=10**6, sort_keys=False)
    return text.removesuffix("\n").removesuffix("\n...")


def _quoted(text: str) -> str:
    return yaml.safe_dump(text, default_style='"', allow_unicode=True, width=10**6).strip()
