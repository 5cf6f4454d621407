"""Money that came and money that was paid: tranches, what is left in the RKUD, SP2D, who signs for it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pandas as pd
import pytest

from dak_excel.daerah.disbursement import tranches
from dak_excel.daerah.model import Daerah
from dak_excel.sheets.records import ReadSheet
from dak_excel.sheets.tabel import Kind
from tests.reports import builders
from tests.reports.baca import buka, laporan, semua, tabel, teks
from tests.reports.test_adds_up import uang

CAME = [
    {"tahap": "Tahap I", "tanggal": date(2023, 4, 3), "nomor": "230403/99", "jumlah": Decimal(300_000_000)},
    {"tahap": "Tahap II", "tanggal": date(2023, 9, 5), "jumlah": Decimal(150_000_000)},
    {"tahap": "Jumlah", "jumlah": Decimal(450_000_000)},
]


def came(*rows: dict[str, Any]) -> ReadSheet:
    return builders.lembar(Kind.PENYALURAN, rows or CAME)


def paid(*rows: tuple[str, date, int]) -> ReadSheet:
    fields = [
        {
            "rincian": "A1",
            "uraian": f"Bayar {n}",
            "bukti_bayar": nomor,
            "tanggal": day,
            "realisasi": Decimal(rp),
        }
        for n, (nomor, day, rp) in enumerate(rows)
    ]
    return builders.lembar(Kind.REALISASI, fields)


def dinas(*sheets: ReadSheet, **isi: Any) -> Daerah:
    return builders.daerah(builders.identitas(**{**builders.IDENTITAS, **isi}), *sheets)


@pytest.mark.parametrize(("semester", "until"), [("1", date(2023, 6, 30)), ("2", date(2023, 12, 31))])
def test_what_came_and_what_is_left_of_it(semester: str, until: date) -> None:
    document = laporan(dinas(came(), builders.realisasi_contoh()), semester)
    rows = tabel(document, "Penyaluran Dana ke RKUD")
    told = pd.DataFrame(CAME[:2])
    total = told[told["tanggal"] <= until]["jumlah"].sum()
    assert [row[0] for row in rows[1:-3]] == list(told[told["tanggal"] <= until]["tahap"])
    assert uang(rows[-3][-1]) == total == sum(uang(row[-1]) for row in rows[1:-3])
    spent = uang(tabel(document, "Realisasi Keuangan Per Rincian")[-1][2])
    assert uang(rows[-2][-1]) == spent
    assert uang(rows[-1][-1]) == total - spent
    assert "tidak termasuk sisa dana tahun sebelumnya" in teks(document)


def test_no_sheet_no_word_of_it() -> None:
    text = teks(laporan(dinas(builders.realisasi_contoh()), "1"))
    assert "RKUD" not in text
    assert "SP2D" not in text


def test_table_and_identitas_tell_of_one_tranche() -> None:
    lines = {"salur_1": Decimal(299_000_000), "salur_1_tanggal": date(2023, 4, 3), "salur_3": Decimal(1)}
    daerah = dinas(came(), builders.realisasi_contoh(), **lines)
    assert [(one.ke, one.jumlah) for one in tranches(daerah)] == [
        (1, Decimal(300_000_000)),
        (2, Decimal(150_000_000)),
        (3, Decimal(1)),
    ]
    said = "Penyaluran Tahap I: Rp300.000.000,00 dalam tabel, Rp299.000.000,00 menurut lembar lain."
    assert said in teks(laporan(daerah, "akhir"))


@pytest.mark.parametrize("row", [{"jumlah": Decimal(5)}, {"tanggal": date(2023, 4, 3)}])
def test_a_tranche_without_day_or_amount_leaves_sum_and_rest_open(row: dict[str, Any]) -> None:
    document = laporan(dinas(came({"tahap": "I", **row}), builders.realisasi_contoh()), "1")
    rows = tabel(document, "Penyaluran Dana ke RKUD")
    assert rows[-3][-1] == "[LENGKAPI: jumlah penyaluran]"
    assert rows[-1][-1] == "[LENGKAPI: sisa dana di RKUD]"


def test_more_paid_than_came_is_no_negative_rest() -> None:
    few = came({"tahap": "I", "tanggal": date(2023, 3, 1), "jumlah": Decimal(1_000_000)})
    document = laporan(dinas(few, paid(("1/SP2D", date(2023, 5, 2), 3_000_000))), "1")
    assert "Realisasi melebihi dana yang disalurkan sebesar Rp2.000.000,00." in teks(document)
    assert tabel(document, "Penyaluran Dana")[-1] == [
        "Realisasi melebihi dana yang disalurkan",
        "2.000.000,00",
    ]


def test_the_register_lists_what_the_report_tells_anew_and_adds_up() -> None:
    rows = [
        ("1/SP2D", date(2023, 5, 2), 3_000_000),
        ("2/SP2D", date(2023, 8, 9), 4_500_000),
        ("3/SP2D", date(2023, 11, 20), 500_000),
    ]
    daerah = dinas(paid(*rows))
    for semester, mine in (("1", rows[:1]), ("2", rows[1:]), ("akhir", rows)):
        printed = tabel(laporan(daerah, semester), "Register SP2D")
        assert [row[1] for row in printed[1:-1]] == [nomor for nomor, _, _ in mine]
        assert uang(printed[-1][-1]) == sum(rp for _, _, rp in mine)
        assert sum(uang(row[-1]) for row in printed[1:-1]) == uang(printed[-1][-1])


def test_a_receipt_is_no_sp2d() -> None:
    assert "Register SP2D" not in teks(laporan(dinas(paid(("BPU01", date(2023, 5, 2), 3_000_000))), "1"))


def test_what_stands_in_no_register_is_told() -> None:
    daerah = dinas(paid(("1/SP2D", date(2023, 5, 2), 3_000_000)), builders.realisasi_contoh())
    assert "lebih besar: selebihnya tercatat tanpa tanggal SP2D" in teks(laporan(daerah, "1"))


def test_lampiran_1_of_semester_2_has_previous_this_and_sum() -> None:
    head, *rows = tabel(laporan(builders.contoh(), "2"), "Realisasi Anggaran Setiap Baris")
    assert head[3:6] == ["Semester I (Rp)", "Semester II (Rp)", "Realisasi (Rp)"]
    for row in rows:
        if len(row) > 2:
            last, this, whole = (uang(cell) for cell in row[-5:-2])
            assert last + this == whole
    assert (
        "Semester I (Rp)" not in tabel(laporan(builders.contoh(), "1"), "Realisasi Anggaran Setiap Baris")[0]
    )


def test_a_second_signature_a_statement_and_lists_only_where_asked() -> None:
    plain = semua(builders.contoh(), tata_letak=False)
    asked = semua(
        builders.contoh(kepala_bpkad="Dra. Rekaan Kas, M.M."),
        tata_letak=False,
        penanda_bpkad=True,
        surat_tanggung_jawab=True,
        daftar_tabel=True,
    )
    name = "laporan/Laporan Semester I 2023.docx"
    for words in ("Mengetahui,", "DAFTAR TABEL", "DAFTAR GAMBAR"):
        assert words not in teks(buka(plain[name].isi))
        assert words in teks(buka(asked[name].isi))
    assert "Dra. Rekaan Kas, M.M." in teks(buka(asked[name].isi))
    assert "[LENGKAPI: NIP kepala BPKAD]" in teks(buka(asked[name].isi))
    more = set(asked) - set(plain)
    assert more == {
        f"surat/Surat Pernyataan Tanggung Jawab Laporan {which} 2023.docx"
        for which in ("Semester I", "Semester II", "Akhir")
    }
    letter = teks(buka(asked["surat/Surat Pernyataan Tanggung Jawab Laporan Semester I 2023.docx"].isi))
    assert "Rp243.500.000,00 (48,70%)" in letter
    assert "sampai dengan 30 Juni 2023" in letter


def test_the_lists_name_every_caption_and_nothing_else() -> None:
    document = laporan(builders.contoh(), "1", tata_letak=False, daftar_tabel=True)
    texts = [p.text for p in document.paragraphs]
    first = texts.index("DAFTAR TABEL")
    listed = [
        text.partition("\t")[0]
        for text in texts[first + 1 :]
        if "\t" in text and text.startswith(("Tabel", "Gambar"))
    ]
    captions = [t for t in texts if t.startswith(("Tabel ", "Gambar ")) and "\t" not in t]
    assert sorted(listed) == sorted(captions)
