"""Letters: each only when it is called for, to whom the juknis says, with blanks for the office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dak_excel.daerah.model import Daerah
from dak_excel.findings import Reply, Temuan, Tingkat
from tests.reports import builders
from tests.reports.baca import buka, semua, teks

AWAL = date(2023, 5, 1)
"""A day on which no report is due, so that only the letters that findings call for are written."""
KEGIATAN = "Pelatihan Manajemen Usaha Angkatan I"
PERSETUJUAN = Temuan(
    "A1-JUMLAH",
    Tingkat.PERSETUJUAN,
    None,
    "Peserta 35 orang; batas umum 20–30 orang.",
    "Ajukan persetujuan.",
    "Lampiran II.A.1.f",
    rincian="A1",
    kegiatan=KEGIATAN,
)
PERNYATAAN = replace(
    PERSETUJUAN,
    ketentuan="B2-JUMLAH",
    tingkat=Tingkat.PERNYATAAN,
    pesan="Peserta 15 orang, paling sedikit 20.",
)
DISETUJUI = Reply("Dua sentra digabung.", "S-99/2023", date(2023, 5, 2))


def surat(daerah: Daerah, temuan: tuple[Temuan, ...] = (), **pilihan: object) -> dict[str, str]:
    """Text of each letter, by name without folder and ending."""
    documents = semua(daerah, temuan, **pilihan)
    return {
        n.removeprefix("surat/").removesuffix(".docx"): teks(buka(d.isi))
        for n, d in documents.items()
        if n.startswith("surat/")
    }


def test_a_covering_letter_for_each_report_that_is_due() -> None:
    assert list(surat(builders.contoh())) == [
        "Surat Pengantar Laporan Semester I 2023",
        "Surat Pengantar Laporan Semester II 2023",
        "Surat Pengantar Laporan Akhir 2023",
    ]
    assert surat(builders.contoh(), per=date(2023, 5, 1)) == {}


def test_none_for_a_report_that_has_been_sent() -> None:
    sent = builders.contoh(surat_semester1_nomor="530/99/2023", surat_semester1_tanggal=date(2023, 7, 10))
    assert "Surat Pengantar Laporan Semester I 2023" not in surat(sent, per=date(2023, 7, 12))


def test_the_semester_letter_goes_to_the_four_addressees_with_blanks() -> None:
    text = surat(builders.contoh(), per=date(2023, 7, 3))["Surat Pengantar Laporan Semester I 2023"]
    assert "Nomor | : | [LENGKAPI: nomor surat pengantar Laporan Semester I]" in text
    assert "Contohkota, [LENGKAPI: tanggal surat pengantar Laporan Semester I]" in text
    assert [line for line in text.splitlines() if line[:2] in ("1.", "2.", "3.", "4.")] == [
        "1.\tMenteri Keuangan c.q. Direktur Jenderal Perimbangan Keuangan dan Direktur Jenderal "
        "Perbendaharaan;",
        "2.\tMenteri PPN/Bappenas c.q. Deputi Bidang Ekonomi;",
        "3.\tMenteri Perindustrian c.q. Direktur Jenderal Industri Kecil, Menengah, dan Aneka;",
        "4.\tMenteri Dalam Negeri",
    ]


def test_the_final_letter_goes_to_governor_and_regent_with_a_copy_to_the_ministry() -> None:
    text = surat(builders.contoh())["Surat Pengantar Laporan Akhir 2023"]
    assert "1.\tGubernur Jawa Contoh;" in text and "2.\tBupati Contoh" in text
    tembusan = text.split("Tembusan:")[1]
    # one alone has no number
    assert tembusan.strip().startswith("Menteri Perindustrian c.q. Direktur Jenderal Industri Kecil")


def test_names_all_in_capitals_are_written_as_people_write_them() -> None:
    daerah = builders.contoh(
        kabkota="KOTA REKAAN", provinsi="PROVINSI NUSA UMPAMA", dinas="DINAS KOPERASI, UKM DAN PERINDUSTRIAN"
    )
    text = surat(daerah)["Surat Pengantar Laporan Akhir 2023"]
    assert "1.\tGubernur Nusa Umpama;" in text and "2.\tWali Kota Rekaan" in text
    assert "Dinas Koperasi, UKM dan Perindustrian" in text


def test_a_kota_administrasi_stays_one() -> None:
    text = surat(builders.contoh(kabkota="Kota Administrasi Rekaan"))["Surat Pengantar Laporan Akhir 2023"]
    assert "Pemerintah Kota Administrasi Rekaan" in text


@pytest.mark.parametrize("per", [AWAL, date(2024, 3, 1)])
def test_no_letter_accuses_the_one_who_signs_it(per: date) -> None:
    accused = replace(PERSETUJUAN, pesan="Peserta 35 orang, padahal secara umum 20–30 orang per kegiatan.")
    short = replace(PERNYATAAN, pesan="Peserta 15 orang, padahal ketentuannya 20–30 orang per kegiatan.")
    letters = surat(builders.contoh(), (accused, short), per=per)
    assert (
        "Peserta 35 orang, sedangkan batasan umum adalah 20–30 orang"
        in letters["Surat Permohonan Persetujuan"]
    )
    assert not [name for name, text in letters.items() if "padahal" in text]


def test_no_letter_has_dots_to_be_filled_in() -> None:
    letters = surat(builders.contoh(ada_perubahan=True), (PERSETUJUAN, PERNYATAAN))
    assert len(letters) == 6
    assert not [name for name, text in letters.items() if "……" in text]


def test_that_a_minimum_was_not_reached_is_stated_when_the_activity_is_over() -> None:
    name = f"Surat Pernyataan A1 {KEGIATAN}"
    assert name not in surat(builders.contoh(), (PERNYATAAN,), per=date(2023, 6, 15))
    assert name in surat(builders.contoh(), (PERNYATAAN,), per=date(2023, 6, 16))


def test_request_for_approval_lists_findings_and_reasons_until_approved() -> None:
    reasoned = replace(PERSETUJUAN, jawaban=Reply("Dua sentra digabung."))
    other = replace(PERSETUJUAN, pesan="JPL 90; batas umum 45–85 JPL.")
    text = surat(builders.contoh(), (reasoned, other), per=AWAL)["Surat Permohonan Persetujuan"]
    row = f"A1 {KEGIATAN} | Peserta 35 orang; batas umum 20–30 orang. | Lampiran II.A.1.f"
    assert f"1 | {row} | Dua sentra digabung." in text
    row = f"A1 {KEGIATAN} | JPL 90; batas umum 45–85 JPL. | Lampiran II.A.1.f"
    assert f"2 | {row} | [LENGKAPI: alasan]" in text
    assert "Yth. Direktur Jenderal Industri Kecil, Menengah, dan Aneka" in text
    approved = replace(PERSETUJUAN, jawaban=DISETUJUI)
    assert "Surat Permohonan Persetujuan" not in surat(builders.contoh(), (approved,), per=AWAL)


def test_one_statement_an_activity_with_facts_and_cause() -> None:
    other = replace(PERNYATAAN, kegiatan='Pelatihan "B/2": operator?')
    letters = surat(
        builders.contoh(),
        (PERNYATAAN, replace(PERNYATAAN, pesan="Operator 3 orang."), other),
        per=date(2023, 6, 20),
    )
    names = [n for n in letters if n.startswith("Surat Pernyataan")]
    assert names == ["Surat Pernyataan A1 Pelatihan B 2 operator", f"Surat Pernyataan A1 {KEGIATAN}"]
    text = letters[f"Surat Pernyataan A1 {KEGIATAN}"]
    assert "Waktu | : | 12 s.d. 16 Juni 2023" in text
    assert "Peserta 15 orang, paling sedikit 20." in text and "Operator 3 orang." in text
    assert "Mengetahui:" in text and "Penanggung jawab kegiatan," in text


def test_changed_plan_is_written_only_where_there_was_a_change() -> None:
    assert "Surat Perubahan Rencana Kegiatan" not in surat(builders.contoh(), per=AWAL)
    daerah = builders.contoh(ada_perubahan=True)
    first = daerah.kegiatan[0]
    assert first.rencana is not None
    done = replace(first.rencana, tahap="realisasi", tempat="Gedung Rekaan")
    first.baris.append(done)
    text = surat(daerah, per=AWAL)["Surat Perubahan Rencana Kegiatan"]
    assert f"1 | A1 | {KEGIATAN} | tempat: Balai Contoh | tempat: Gedung Rekaan" in text
    sent = builders.contoh(
        ada_perubahan=True, surat_perubahan_nomor="530/9", surat_perubahan_tanggal=date(2023, 6, 1)
    )
    assert "Surat Perubahan Rencana Kegiatan" not in surat(sent, per=AWAL)
