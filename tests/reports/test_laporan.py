"""A report as the head of the dinas reads it: chapters, facts, tables, what is missing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from docx.document import Document
from docx.oxml.ns import qn

from dak_excel.daerah.model import Daerah
from dak_excel.findings import Reply, Temuan, Tingkat
from dak_excel.sheets.tabel import Kind
from tests.reports import builders
from tests.reports.baca import (
    buka,
    dokumen_laporan,
    judul,
    laporan,
    semua,
    tabel,
    tabel_semua,
    teks,
    tiga_laporan,
)

BAB = [
    "BAB I PENDAHULUAN",
    "BAB II RENCANA DAN TARGET PELAKSANAAN",
    "BAB III HASIL PELAKSANAAN DAK NON FISIK",
    "BAB IV PERMASALAHAN PELAKSANAAN DAK NON FISIK",
    "BAB V KESIMPULAN DAN SARAN",
]
LAMPIRAN = [
    "LAMPIRAN 1 REALISASI ANGGARAN",
    "LAMPIRAN 2 DATA PESERTA PELATIHAN DAN PENDAMPINGAN",
    "LAMPIRAN 3 DATA NARASUMBER",
    "LAMPIRAN 4 DATA TENAGA PENDAMPING/INSTRUKTUR/PENGAJAR",
    "LAMPIRAN 5 JADWAL KEGIATAN",
]


@pytest.fixture(scope="module")
def daerah() -> Daerah:
    return builders.contoh()


@pytest.fixture(scope="module")
def hasil(daerah: Daerah) -> dict[str, Document]:
    return tiga_laporan(daerah)


@pytest.fixture
def semester1(hasil: dict[str, Document]) -> Document:
    return hasil["1"]


@pytest.mark.parametrize("semester", ["1", "2", "akhir"])
def test_chapters_and_lampiran_are_those_of_the_juknis(hasil: dict[str, Document], semester: str) -> None:
    document = hasil[semester]
    assert judul(document, 1) == ["LEMBAR PENGESAHAN", "KATA PENGANTAR", *BAB, *LAMPIRAN]
    assert judul(document, 2) == [
        "A. Latar Belakang",
        "B. Tujuan",
        "A. Perencanaan",
        "B. Penganggaran",
        "C. Target Per - Rincian Menu Kegiatan",
        "A. Capaian Per - Rincian Menu Kegiatan",
        "B. Capaian Realisasi Keuangan",
        "C. Dokumentasi",
        "A. Kesimpulan",
        "B. Saran",
    ]


def test_all_reports_that_are_past_are_written(daerah: Daerah) -> None:
    names = [n for n in semua(daerah) if n.startswith("laporan/")]
    assert names == [
        "laporan/Laporan Semester I 2023.docx",
        "laporan/Laporan Semester II 2023.docx",
        "laporan/Laporan Akhir 2023.docx",
    ]
    july = [n for n in semua(daerah, per=date(2023, 7, 1)) if n.startswith("laporan/")]
    assert july == ["laporan/Laporan Semester I 2023.docx"]
    assert not semua(daerah, per=date(2023, 6, 30))


def test_cover_and_letter_facts_come_from_identitas(semester1: Document) -> None:
    text = teks(semester1)
    assert "Kabupaten Contoh" in text and "Kab. Contoh" not in text
    assert "melalui surat nomor 530/12/2023 tanggal 28 Maret 2023" in text
    assert "nomor 700/45/2023 tanggal 20 Maret 2023" in text
    assert "Rp500.000.000,00 (lima ratus juta rupiah)" in text
    cover = " ".join(p.text for p in semester1.sections[0].footer.paragraphs)
    assert "Pemerintah Kabupaten Contoh Dinas Perindustrian dan Perdagangan 2023" in cover


def test_only_what_was_finished_by_30_june_counts_in_semester_1(hasil: dict[str, Document]) -> None:
    rows = {row[1]: row for row in tabel(hasil["1"], "Capaian Per Rincian") if len(row) == 7}
    # 25 people, of whom those with a number that 10 divides did not attend to the end
    assert rows["A1"][4:] == ["50", "23", "46,00%"]
    assert rows["A3"][4:] == ["5", "–", "–"]  # under way: no sheet says 0
    end = {row[1]: row for row in tabel(hasil["akhir"], "Capaian Per Rincian") if len(row) == 7}
    assert end["A1"][4:] == ["50", "41", "82,00%"]
    assert end["A3"][4:] == ["5", "5", "100,00%"]


def test_activities_stand_behind_the_figures(semester1: Document) -> None:
    first = tabel(semester1, "Kegiatan A1 sampai dengan 30 Juni 2023")
    assert first[1][:8] == [
        "1",
        "Pelatihan Manajemen Usaha Angkatan I",
        "12 s.d. 16 Juni 2023",
        "Balai Contoh",
        "45",
        "12",
        "13",
        "25",
    ]
    assert first[-1] == ["Jumlah peserta", "12", "13", "25", ""]
    assert "Pelatihan Manajemen Usaha Angkatan II (rencana 4 s.d. 8 September 2023)" in teks(semester1)
    running = tabel(semester1, "Kegiatan A3 sampai dengan 30 Juni 2023")
    assert running[1][1] == "Pendampingan Produk Batik (masih berjalan)"


def test_what_the_dinas_reports_goes_before_what_the_lists_show() -> None:
    days = builders.Span(date(2023, 5, 2), date(2023, 5, 6))
    plan = {
        "rincian": "A1",
        "nama": "Pelatihan Usaha",
        "tahap": "rencana",
        "waktu": days,
        "target": Decimal(30),
    }
    done = {**plan, "tahap": "realisasi", "target": None, "capaian": Decimal(28)}
    daerah = builders.daerah(
        builders.identitas(**builders.IDENTITAS),
        builders.lembar(builders.Kind.KEGIATAN, [plan, done]),
        builders.lembar(
            builders.Kind.PESERTA, builders.peserta(30, rincian="A1", kegiatan="Pelatihan Usaha")
        ),
    )
    row = tabel(laporan(daerah, "1"), "Capaian Per Rincian")[-1]
    assert row[4:] == ["30", "28", "93,33%"]


def test_narasi_replaces_markers_and_standard_text() -> None:
    base = builders.contoh()
    base.narasi = builders.daerah(
        builders.narasi(
            latar_belakang="Sentra batik tumbuh.\nPasarnya belum luas.",
            permasalahan="Musim panen.",
            kesimpulan="Berjalan baik.",
            saran="Dilanjutkan.",
        )
    ).narasi
    document = dokumen_laporan(base, "akhir")
    text = teks(buka(document.isi))
    assert "Sentra batik tumbuh.\nPasarnya belum luas.\n" in text
    assert "Pasal 1 angka 3" not in text
    assert set(document.lengkapi) == {
        "[LENGKAPI: foto kegiatan, atau keterangan bahwa tidak ada]",
        "[LENGKAPI: tanggal surat pengantar Laporan Akhir]",
    }


def test_a_report_from_nothing_but_a_name_is_written_and_says_what_is_missing() -> None:
    document = dokumen_laporan(builders.daerah(nama="Kota Rekaan"), "1")
    text = teks(buka(document.isi))
    assert "Kota Rekaan" not in text  # the folder's name is no source
    for what in (
        "nama kabupaten/kota",
        "nama kepala dinas",
        "pagu alokasi",
        "target per rincian menu kegiatan",
        "data jadwal kegiatan, atau keterangan bahwa tidak ada",
    ):
        assert f"[LENGKAPI: {what}]" in document.lengkapi
        assert f"[LENGKAPI: {what}]" in text


def test_markers_are_highlighted_and_nothing_else_is(semester1: Document) -> None:
    marked = [r for p in semester1.paragraphs for r in p.runs if r.font.highlight_color is not None]
    assert marked
    assert all(r.text.startswith("[LENGKAPI: ") and r.text.endswith("]") for r in marked)


def test_open_findings_stand_under_permasalahan_and_approved_ones_do_not(daerah: Daerah) -> None:
    one = Temuan(
        "A1-JUMLAH",
        Tingkat.PERSETUJUAN,
        None,
        "Peserta 35 orang.",
        "Ajukan.",
        "Lampiran II.A.1.f",
        rincian="A1",
        kegiatan="Pelatihan Manajemen Usaha Angkatan I",
        jawaban=Reply("Dua sentra digabung."),
    )
    approved = replace(one, pesan="JPL 90.", jawaban=Reply("Materi padat.", "S-99/2023", date(2023, 5, 2)))
    other = replace(one, tingkat=Tingkat.PELANGGARAN, pesan="Usia 60 tahun.")
    rows = tabel(laporan(daerah, "1", [one, one, approved, other]), "Hal yang Memerlukan")
    assert len(rows) == 2
    assert rows[1] == [
        "1",
        "A1 Pelatihan Manajemen Usaha Angkatan I",
        "Peserta 35 orang.",
        "Lampiran II.A.1.f",
        "Dua sentra digabung.",
        "persetujuan kementerian",
    ]


def test_nik_is_masked_unless_asked_and_no_phone_or_address_appears(daerah: Daerah) -> None:
    for person in daerah.peserta:
        person.telepon, person.alamat = "081299990000", "Jalan Rahasia 9"
    masked = teks(laporan(daerah, "1"))
    assert "9901********0001" in masked
    assert "9901010101900001" not in masked
    full = teks(laporan(daerah, "1", nik_penuh=True))
    assert "9901010101900001" in full
    for text in (masked, full):
        assert "081299990000" not in text and "Jalan Rahasia" not in text


def test_lampiran_list_people_narasumber_pendamping_and_sessions(semester1: Document) -> None:
    lists = tabel_semua(semester1, "Peserta: ")
    assert [len(rows) - 1 for rows in lists] == [25, 24, 5]
    assert lists[0][1][:7] == [
        "1",
        "Peserta Rekaan 1",
        "9901********0001",
        "P",
        "38",
        "Usaha Rekaan 1",
        "99" + "1".zfill(11),
    ]
    flat = [row for table in semester1.tables for row in ([c.text for c in r.cells] for r in table.rows)]
    assert [r[1] for r in flat if "Narasumber" in r[2:3]] == ["Ir. Rekaan Ahli, M.T."]
    assert [r[1] for r in flat if "Tenaga Pendamping" in r[2:3]] == ["Rekaan Damping"]
    sessions = tabel(semester1, "Jumlah JPL: 40")
    assert sessions[1][:3] == ["Senin, 12 Juni 2023", "08.00–10.00", "Materi rekaan hari 1 sesi 1"]
    assert sessions[2][0] == "Senin, 12 Juni 2023"  # a page may break between any two sessions


def test_a_lampiran_without_rows_says_that_there_was_nothing_yet() -> None:
    later = builders.Span(date(2023, 9, 4), date(2023, 9, 8))
    plan = builders.lembar(
        Kind.KEGIATAN, [{"rincian": "A1", "nama": "Pelatihan", "tahap": "rencana", "waktu": later}]
    )
    people = builders.lembar(
        Kind.PESERTA, builders.peserta(20, rincian="A1", kegiatan="Pelatihan"), waktu=later
    )
    sheets = (builders.identitas(kabkota="Kab. Contoh"), people)
    planned = dokumen_laporan(builders.daerah(*sheets, plan), "1")
    assert "Belum ada peserta pelatihan dan pendampingan sampai dengan 30 Juni 2023" in teks(
        buka(planned.isi)
    )
    # of an activity that only a later list tells, the report knows nothing
    unplanned = dokumen_laporan(builders.daerah(*sheets), "1")
    assert any("data peserta pelatihan dan pendampingan" in mark for mark in unplanned.lengkapi)


def test_table_heads_repeat_and_rows_never_split(semester1: Document) -> None:
    for table in semester1.tables:
        for row in table.rows:
            assert row._tr.find(f"{qn('w:trPr')}/{qn('w:cantSplit')}") is not None
    with_head = [
        t for t in semester1.tables if t.rows[0].cells[0].text in ("No.", "Kode", "Kode rekening", "Bulan")
    ]
    assert len(with_head) >= 10
    for table in with_head:
        assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None


def test_signature_block_is_one_row_bound_to_the_text_before_it(semester1: Document) -> None:
    blocks = [t for t in semester1.tables if "NIP 99700101" in t.rows[0].cells[-1].text]
    assert len(blocks) == 2
    for block in blocks:
        assert len(block.rows) == 1
        before = block._tbl.getprevious()
        assert before.find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None
        assert before.getprevious().find(f"{qn('w:pPr')}/{qn('w:keepNext')}") is not None


def test_tables_and_pictures_are_numbered_in_order(semester1: Document) -> None:
    numbers = [
        p.text.split()[1]
        for p in semester1.paragraphs
        if p.style and p.style.name == "Judul Tabel" and p.text.startswith("Tabel ")
    ]
    assert numbers == [str(n + 1) for n in range(len(numbers))]


def test_the_same_input_gives_the_same_bytes(daerah: Daerah) -> None:
    first, second = semua(daerah), semua(daerah)
    assert {n: d.isi for n, d in first.items()} == {n: d.isi for n, d in second.items()}


@pytest.mark.parametrize(("kertas", "lebar", "tinggi"), [("F4", 215, 330), ("A4", 210, 297)])
def test_paper_and_tables_fit(daerah: Daerah, kertas: str, lebar: int, tinggi: int) -> None:
    document = laporan(daerah, "1", kertas=kertas)
    first, last = document.sections[0], document.sections[-1]
    assert (round(first.page_width.mm), round(first.page_height.mm)) == (lebar, tinggi)
    assert (round(last.page_width.mm), round(last.page_height.mm)) == (tinggi, lebar)
    widths = [
        sum(int(c.get(qn("w:w"))) for c in t._tbl.tblGrid.iter(qn("w:gridCol"))) for t in document.tables
    ]
    inner = last.page_width - last.left_margin - last.right_margin
    assert max(widths) <= inner / 635 + 20  # 635 EMU a twip
