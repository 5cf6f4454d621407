"""Every figure on money and people, recomputed with pandas from the rows of the sheets themselves."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest
from docx.document import Document

from dak_excel.daerah.model import Daerah
from dak_excel.indonesian import BULAN
from dak_excel.sheets.tabel import Kind
from tests.reports import builders
from tests.reports.baca import laporan, tabel, tabel_semua, teks, tiga_laporan


def uang(text: str) -> Decimal:
    """`1.234,50` back to a number; a dash is nothing."""
    return Decimal(text.removeprefix("Rp").replace(".", "").replace(",", ".")) if text != "–" else Decimal(0)


@pytest.fixture(scope="module")
def daerah() -> Daerah:
    return builders.contoh()


@pytest.fixture(scope="module")
def hasil(daerah: Daerah) -> dict[str, Document]:
    """The three reports."""
    return tiga_laporan(daerah)


@pytest.fixture(scope="module")
def bayar(daerah: Daerah) -> pd.DataFrame:
    """One row a budget line and month, straight from the cells of the realisation sheet."""
    rows = []
    for sheet in daerah.sheets(Kind.REALISASI):
        head, *body = sheet.grid.rows
        columns = {str(name): n for n, name in enumerate(head)}
        for record, cells in zip(sheet.records, body, strict=True):
            for month, paid in enumerate(cells[columns["realisasi_bulan"]], 1):  # type: ignore[arg-type]
                rows.append(
                    {
                        "rincian": record.rincian,
                        "jenis": str(cells[columns["kode"]])[:9],
                        "pagu": cells[columns["pagu"]] if month == 1 else Decimal(0),
                        "bulan": month,
                        "bayar": paid or Decimal(0),
                    }
                )
    return pd.DataFrame(rows)


@pytest.mark.parametrize(("semester", "month"), [("1", 6), ("2", 12), ("akhir", 12)])
@pytest.mark.parametrize(
    ("caption", "by"),
    [("Realisasi Keuangan Per Rincian", "rincian"), ("Realisasi Keuangan Per Jenis Belanja", "jenis")],
)
def test_totals(
    hasil: dict[str, Document], bayar: pd.DataFrame, semester: str, month: int, caption: str, by: str
) -> None:
    rows = tabel(hasil[semester], caption)
    pagu = bayar.groupby(by)["pagu"].sum()
    paid = bayar[bayar["bulan"] <= month].groupby(by)["bayar"].sum()
    for kode, _, cell_pagu, cell_paid, persen, sisa in rows[1:-1]:
        assert uang(cell_pagu) == pagu[kode]
        assert uang(cell_paid) == paid[kode]
        assert uang(sisa) == pagu[kode] - paid[kode]
        assert persen == f"{paid[kode] / pagu[kode] * 100:.2f}%".replace(".", ",")
    assert {row[0] for row in rows[1:-1]} == set(pagu.index)
    assert [uang(cell) for cell in (rows[-1][1], rows[-1][2], rows[-1][4])] == [
        pagu.sum(),
        paid.sum(),
        pagu.sum() - paid.sum(),
    ]


@pytest.mark.parametrize(("semester", "month"), [("1", 6), ("akhir", 12)])
def test_months_and_running_total(
    hasil: dict[str, Document], bayar: pd.DataFrame, semester: str, month: int
) -> None:
    rows = tabel(hasil[semester], "Realisasi Keuangan Per Bulan")[1:]
    monthly = bayar.groupby("bulan")["bayar"].sum()
    assert [row[0] for row in rows] == list(BULAN[:month])
    assert [uang(row[2]) for row in rows] == [monthly[m] for m in range(1, month + 1)]
    assert [uang(row[3]) for row in rows] == list(monthly.cumsum())[:month]


def test_semester_1_and_what_came_after_make_the_year(
    hasil: dict[str, Document], bayar: pd.DataFrame
) -> None:
    half = tabel(hasil["1"], "Realisasi Keuangan Per Rincian")
    year = tabel(hasil["akhir"], "Realisasi Keuangan Per Rincian")
    after = bayar[bayar["bulan"] > 6].groupby("rincian")["bayar"].sum()
    for first, last in zip(half[1:-1], year[1:-1], strict=True):
        assert uang(first[3]) + after[first[0]] == uang(last[3])
    second = tabel_semua(hasil["akhir"], "Realisasi Per Rincian dan Bulan")
    assert len(second) == 2
    assert uang(second[1][-1][-1]) == after.sum()
    assert uang(second[0][-1][-1]) + after.sum() == uang(year[-1][2])


def test_lampiran_1_has_every_line_and_adds_up(
    daerah: Daerah, hasil: dict[str, Document], bayar: pd.DataFrame
) -> None:
    rows = tabel(hasil["1"], "Realisasi Anggaran Setiap Baris Belanja")
    lines = [row for row in rows if row[0].startswith("5.")]
    assert len(lines) == len(daerah.realisasi)
    assert sum(uang(row[3]) for row in lines) == bayar[bayar["bulan"] <= 6]["bayar"].sum()
    assert uang(rows[-1][2]) == sum(uang(row[3]) for row in lines)


def test_people_by_sex(daerah: Daerah, hasil: dict[str, Document]) -> None:
    people = pd.DataFrame(
        {"kegiatan": p.kegiatan, "nik": p.nik, "kelamin": p.kelamin} for p in daerah.peserta
    ).drop_duplicates()
    counts = people.groupby(["kegiatan", "kelamin"]).size()
    rows = [
        dict(zip(table[0], row, strict=True))
        for table in tabel_semua(hasil["akhir"], "Kegiatan A")
        for row in table[1:-1]
    ]
    assert len(rows) == 4
    for row in rows:
        name = row["Kegiatan"]
        assert (int(row["L"]), int(row["P"])) == (counts[name, "L"], counts[name, "P"])
        assert int(row["Jml."]) == counts[name].sum()


def test_a_summary_beside_the_lines_is_not_added_to_them(daerah: Daerah) -> None:
    summary = builders.lembar(
        Kind.REALISASI,
        [
            {"rincian": kode, "uraian": kode, "pagu": Decimal(pagu), "realisasi": Decimal(paid)}
            for kode, pagu, paid in (("A1", 100_000_000, 83_000_000), ("A2", 200_000_000, 170_500_000))
        ],
    )
    both = builders.daerah(builders.identitas(**builders.IDENTITAS), builders.realisasi_contoh(), summary)
    alone = builders.daerah(builders.identitas(**builders.IDENTITAS), builders.realisasi_contoh())
    caption = "Realisasi Keuangan Per Rincian"
    assert tabel(laporan(both, "akhir"), caption) == tabel(laporan(alone, "akhir"), caption)


def test_payments_without_a_month_wait_for_the_years_end_and_the_report_says_so() -> None:
    sheet = builders.lembar(
        Kind.REALISASI,
        [
            {
                "rincian": "A1",
                "kode": "5.1.02.01.01.0024",
                "uraian": "ATK",
                "pagu": Decimal(100),
                "realisasi": Decimal(40),
            }
        ],
    )
    daerah = builders.daerah(builders.identitas(kabkota="Kab. Contoh", pagu=Decimal(100)), sheet)
    half, year = laporan(daerah, "1"), laporan(daerah, "akhir")
    assert "Realisasi (Rp)" not in tabel(half, "Pagu Keuangan Per Rincian")[0]  # nobody can tell
    assert "Rp40,00 pada 1 baris tidak menyebut bulan pembayarannya" in teks(half)
    assert tabel(year, "Realisasi Keuangan Per Rincian")[1][3:] == ["40,00", "40,00%", "60,00"]


def rab(*rows: tuple[str, str, int]) -> builders.ReadSheet:
    return builders.lembar(
        Kind.RAB,
        [
            {
                "rincian": "A1",
                "kegiatan": kegiatan,
                "kode": kode,
                "uraian": "Belanja",
                "jumlah": Decimal(amount),
            }
            for kegiatan, kode, amount in rows
        ],
    )


def test_a_rincian_with_payments_alone_takes_its_pagu_from_the_rab() -> None:
    paid = {
        "rincian": "A1",
        "uraian": "SP2D 12",
        "kode": "5.1.02.01.01.0024",
        "realisasi_bulan": builders.bulan(b4=30),
    }
    daerah = builders.daerah(
        builders.identitas(kabkota="Kab. Contoh"),
        rab(("X", "5.1.02.01.01.0024", 70), ("X", "5.1.02.02.01.0003", 50)),
        builders.lembar(Kind.REALISASI, [paid]),
    )
    row = tabel(laporan(daerah, "1"), "Realisasi Keuangan Per Rincian")[1]
    assert row[2:] == ["120,00", "30,00", "25,00%", "90,00"]


def test_a_budget_dropped_as_rab_and_as_dpa_counts_once_and_two_activities_twice() -> None:
    lines = (("Angkatan I", "5.1.02.01.01.0024", 70), ("Angkatan I", "5.1.02.02.01.0003", 50))
    other = (("Angkatan II", "5.1.02.01.01.0024", 120),)
    twice = builders.daerah(builders.identitas(kabkota="Kab. Contoh"), rab(*lines), rab(*lines, *other))
    rows = tabel(laporan(twice, "1"), "Anggaran Per Rincian")
    assert rows[-1] == ["Jumlah", "240,00"]


def test_lines_that_do_not_add_up_to_the_allocation_are_told() -> None:
    daerah = builders.daerah(
        builders.identitas(**{**builders.IDENTITAS, "pagu": Decimal("600000000")}),
        builders.realisasi_contoh(),
    )
    document = laporan(daerah, "1")
    rows = tabel(document, "Realisasi Keuangan Per Rincian")
    assert rows[-2][1:] == [
        "Pagu alokasi di luar baris di atas",
        "100.000.000,00",
        "0,00",
        "0,00%",
        "100.000.000,00",
    ]
    assert uang(rows[-1][1]) == 600_000_000
    less = builders.daerah(
        builders.identitas(**{**builders.IDENTITAS, "pagu": Decimal("400000000")}),
        builders.realisasi_contoh(),
    )
    assert "Jumlah pagu baris belanja, Rp500.000.000,00, melebihi pagu alokasi" in teks(laporan(less, "1"))
