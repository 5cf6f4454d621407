"""Every table of money adds up as it is printed: what the columns show sums to what the last row shows."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pandas as pd
import pytest
from docx.document import Document

from dak_excel.daerah.model import Daerah
from dak_excel.sheets.tabel import Kind
from tests.reports import builders
from tests.reports.baca import laporan, tabel, tabel_semua, teks


def uang(text: str) -> Decimal:
    """`1.234,50` as a number; anything else than a number in a summed column is a fault."""
    return Decimal(text.replace(".", "").replace(",", "."))


def rab(*rows: tuple[str, str, str, int]) -> builders.ReadSheet:
    fields = [{"rincian": r, "kode": k, "uraian": u, "jumlah": Decimal(j)} for r, k, u, j in rows]
    return builders.lembar(Kind.RAB, fields)


def bayar(*rows: tuple[str, str | None, str, int]) -> builders.ReadSheet:
    fields = [
        {"rincian": r, "kode": k, "uraian": u, "realisasi_bulan": builders.bulan(b6=j)} for r, k, u, j in rows
    ]
    return builders.lembar(Kind.REALISASI, fields)


def apart() -> Daerah:
    """A RAB, a register of payments that words its lines otherwise, and a pagu greater than the RAB."""
    return builders.daerah(
        builders.identitas(**{**builders.IDENTITAS, "pagu": Decimal(300_000_000)}),
        rab(
            ("A1", "5.1.02.02.01.0003", "Honorarium narasumber", 60_000_000),
            ("A1", "5.1.02.01.01.0024", "Alat tulis kantor peserta", 20_000_000),
            ("A2", "5.1.02.01.01.0052", "Konsumsi peserta pelatihan", 30_000_000),
            ("A2", "5.1.02.04.01.0001", "Perjalanan dinas", 10_000_000),
        ),
        bayar(
            ("A1", "5.1.02.02.01.0003", "Pembayaran honor narasumber", 25_000_000),
            ("A1", None, "Belanja ATK peserta", 5_500_000),
            ("A2", None, "Konsumsi peserta pelatihan tahap 1", 12_000_000),
            ("A2", None, "Sewa tenda", 1_000_000),
        ),
    )


DAERAH = {
    "contoh": builders.contoh,
    "apart": apart,
    "nothing paid yet": lambda: builders.daerah(
        builders.identitas(**builders.IDENTITAS), rab(("A1", "5.1.02.02.01.0003", "Honor", 5_000_000))
    ),
}


@pytest.fixture(
    scope="module", params=[(name, semester) for name in DAERAH for semester in ("1", "2", "akhir")]
)
def dokumen(request: pytest.FixtureRequest) -> Document:
    name, semester = request.param
    return laporan(DAERAH[name](), semester, tata_letak=False)


def sums(rows: list[list[str]]) -> pd.Series:
    """The columns of money of a table without its closing row, each summed from what is printed."""
    head, *body, last = rows
    money = [n for n, title in enumerate(head) if title.endswith("(Rp)")]
    values = pd.DataFrame([[uang(row[n]) for n in money] for row in body if len(row) == len(head)])
    shift = len(head) - len(last)
    assert [uang(last[n - shift]) for n in money] == list(values.sum())
    return values.sum()


@pytest.mark.parametrize(
    "caption",
    [
        "Realisasi Keuangan Per Rincian",
        "Realisasi Keuangan Per Jenis Belanja",
        "Realisasi Keuangan Semester I",
    ],
)
def test_each_table_sums_to_its_last_row(dokumen: Document, caption: str) -> None:
    for rows in tabel_semua(dokumen, caption):
        assert len(sums(rows))


def test_lampiran_1_sums_to_its_groups_and_to_the_whole(dokumen: Document) -> None:
    for head, *body in tabel_semua(dokumen, "Realisasi Anggaran Setiap Baris Belanja"):
        money = [n for n, title in enumerate(head) if title.endswith("(Rp)")]
        lines = [row for row in body if len(row) == len(head)]
        closing = [row for row in body if 1 < len(row) < len(head)]
        # a group that only states its sum is a line of its own
        own = [row for row in closing[:-1] if not row[0].startswith("Jumlah ")]
        for n in money:
            total = sum((uang(row[n]) for row in lines), Decimal(0)) + sum(
                (uang(row[n - 1]) for row in own), Decimal(0)
            )
            assert uang(closing[-1][n - 1]) == total
            groups = sum((uang(row[n - 1]) for row in closing[:-1]), Decimal(0))
            assert groups == total


def test_months_run_up_to_the_whole(dokumen: Document) -> None:
    for head, *body in tabel_semua(dokumen, "Realisasi Keuangan Per Bulan"):
        paid, running = head.index("Realisasi (Rp)"), head.index("Realisasi kumulatif (Rp)")
        assert [uang(row[running]) for row in body] == list(pd.Series([uang(r[paid]) for r in body]).cumsum())


def test_a_budget_line_and_its_payment_are_one_row() -> None:
    _, *body = tabel(laporan(apart(), "1"), "Realisasi Anggaran Setiap Baris")
    rows: dict[str, Any] = {row[1]: row[2:] for row in body if len(row) == 6}
    assert rows["Honorarium narasumber"] == ["60.000.000,00", "25.000.000,00", "41,67%", "35.000.000,00"]
    assert rows["Alat tulis kantor peserta"][:2] == ["20.000.000,00", "5.500.000,00"]
    assert rows["Konsumsi peserta pelatihan"][:2] == ["30.000.000,00", "12.000.000,00"]
    assert rows["Perjalanan dinas"] == ["10.000.000,00", "0,00", "0,00%", "10.000.000,00"]
    assert rows["Sewa tenda"][:2] == ["0,00", "1.000.000,00"]
    assert len(rows) == 5


def test_one_percentage_is_enough() -> None:
    document = laporan(apart(), "1")
    rows = tabel(document, "Realisasi Keuangan Per Rincian")
    assert rows[-2][1:3] == ["Pagu alokasi di luar baris di atas", "180.000.000,00"]
    assert rows[-1][1] == "300.000.000,00"
    assert f"atau {rows[-1][3]} dari pagu alokasi" in teks(document)


def test_columns_all_of_dashes_are_left_out_and_keep_the_width() -> None:
    people = builders.peserta(20, rincian="A1", kegiatan="Pelatihan", komoditi=None, nib=None, hadir=None)
    sheet = builders.lembar(Kind.PESERTA, people, waktu=builders.Span(*[builders.date(2023, 6, 5)] * 2))
    document = laporan(builders.daerah(builders.identitas(kabkota="Kab. Contoh"), sheet), "1")
    head = tabel(document, "Peserta: ")[0]
    assert not {"NIB", "Komoditi", "Ket."} & set(head)
    assert {"Nama", "NIK", "Sentra"} <= set(head)
    whole = next(t for t in document.tables if t.rows[0].cells[1].text == "Nama")
    other = tabel_semua(laporan(builders.contoh(), "1"), "Peserta: ")[0]
    assert len(whole.columns) == len(head) < len(other[0])
