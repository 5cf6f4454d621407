"""rekap.xlsx: its formulas, computed by LibreOffice, come to what pandas makes of the same results."""

from __future__ import annotations

import io
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import openpyxl
import pytest

from dak_excel.findings import Tingkat
from dak_excel.rekap.book import TANPA_PROVINSI, write_book
from dak_excel.rekap.frame import add_up, rekap_frame
from dak_excel.rekap.rows import rekap_rows
from dak_excel.reports.word import libreoffice
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.facts import Absorption
from dak_excel.results.temuan import TemuanResult

PER = date(2023, 12, 1)


def finding(rincian: str, tingkat: Tingkat, rupiah: int | None, sel: str) -> TemuanResult:
    return TemuanResult(
        berkas="a.xlsx",
        lembar="RAB",
        sel=sel,
        rincian=rincian,
        ketentuan=f"UJI-{tingkat.value.upper()}",
        tingkat=tingkat,
        status="terbuka",
        pesan="p",
        saran="s",
        rujukan="r",
        rupiah=None if rupiah is None else Decimal(rupiah),
    )


def result(nama: str, provinsi: str, serap: list[Absorption], temuan: list[TemuanResult]) -> DaerahResult:
    return DaerahResult(
        nama=nama,
        provinsi=provinsi,
        folder=nama,
        diperiksa=datetime(2023, 12, 1, 2),
        per=PER,
        versi="0",
        juknis="Permenperin 7/2023",
        serap=serap,
        temuan=temuan,
        pagu=500.0 if serap else None,
    )


@pytest.fixture
def daerah() -> list[DaerahResult]:
    a1 = Absorption(
        rincian="A1", nama="Pelatihan", pagu=100, rab=90, realisasi=50, target=20, capaian=10, satuan="orang"
    )
    a2 = Absorption(rincian="A2", nama="Teknis", pagu=300, rab=None, realisasi=None)
    two = [finding("A1", Tingkat.PELANGGARAN, 40, "F5"), finding("A1", Tingkat.TELAAH, 70, "G5")]
    return [
        result("Kabupaten Satu", "Jawa Barat", [a1, a2], two),
        result("Kota =Dua", "Jawa Barat", [a1.model_copy(update={"realisasi": 100.0})], []),
        result("Kabupaten Tiga", "", [], [finding("", Tingkat.DATA, None, "")]),
    ]


def computed(daerah: list[DaerahResult]) -> dict[str, dict[str, dict[str, Any]]]:
    """Sheet → first cell that tells a row → heading → value, after LibreOffice has computed."""
    sink = io.BytesIO()
    write_book(daerah, sink, PER)
    made = libreoffice.convert({"rekap": sink.getvalue()}, "xlsx", dari="xlsx")["rekap"]
    found: dict[str, dict[str, dict[str, Any]]] = {}
    for sheet in openpyxl.load_workbook(io.BytesIO(made), data_only=True).worksheets:
        head, *rows = sheet.iter_rows(values_only=True)
        key = list(head).index("Folder") if sheet.title == "Daerah" else 0
        found[sheet.title] = {
            str(row[key] or row[0]): dict(zip(map(str, head), row, strict=True)) for row in rows if row[0]
        }
    return found


@pytest.mark.libreoffice
def test_formulas_come_to_what_pandas_adds_up(daerah: list[DaerahResult]) -> None:
    book = computed(daerah)
    table = rekap_frame(row for one in daerah for row in rekap_rows(one))
    for sheet, by in (("Daerah", "folder"), ("Provinsi", "provinsi"), ("Rincian", "rincian")):
        sums = add_up(table, [by])
        for row in sums[sums[by] != ""].to_dict("records") if by != "provinsi" else sums.to_dict("records"):
            shown = book[sheet][row[by] or TANPA_PROVINSI]
            for heading, name in (("Pagu rincian", "pagu"), ("RAB", "rab"), ("Realisasi", "realisasi")):
                expected = None if row[name] is None or row[name] != row[name] else float(row[name])
                assert (shown[heading] or None) == pytest.approx(expected), (sheet, row[by], name)
            assert shown["Rupiah dipertaruhkan"] == row["rupiah"]
            assert shown["Pelanggaran"] == row["pelanggaran"]


@pytest.mark.libreoffice
def test_unknown_is_empty_and_leaves_the_absorption_alone(daerah: list[DaerahResult]) -> None:
    book = computed(daerah)
    one, three = book["Daerah"]["Kabupaten Satu"], book["Daerah"]["Kabupaten Tiga"]
    assert one["Serapan"] == pytest.approx(0.5)  # of A1 alone: nothing tells what was paid for A2
    assert not three["Pagu rincian"] and not three["Serapan"]
    assert book["Daerah"]["Jumlah"]["Pagu rincian"] == 500
    assert book["Daerah"]["Jumlah"]["Serapan"] == pytest.approx(0.75)


def test_a_row_at_stake_counts_once_and_the_same_results_give_the_same_bytes(
    daerah: list[DaerahResult],
) -> None:
    sink, again = io.BytesIO(), io.BytesIO()
    write_book(daerah, sink, PER)
    write_book(daerah, again, PER)
    assert sink.getvalue() == again.getvalue()
    rows = list(rekap_rows(daerah[0]))
    assert sum(float(row["rupiah"] or 0) for row in rows) == 70
    data = openpyxl.load_workbook(sink)["Data"]
    assert all(cell.data_type != "f" for row in data.iter_rows() for cell in row)
