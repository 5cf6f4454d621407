"""What real daerah do to a report: strange names, very many people, very long texts, no or many photos."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dak_excel.checks.rules import load_rules
from dak_excel.daerah.model import Daerah, Foto
from dak_excel.reports.word import libreoffice
from dak_excel.sheets.tabel import Kind, Span
from tests.reports import builders
from tests.reports.baca import buka, gambar_contoh, laporan, semua, tabel_semua, teks
from tests.reports.skema import salah_urut

ANEH = "Usaha \"Jaya\" & Putri <b>Batik</b> {{ daerah.nik }} {% if x %} 'n' \x07\x0b selesai"
TAMPIL = "Usaha \"Jaya\" & Putri <b>Batik</b> {{ daerah.nik }} {% if x %} 'n'  selesai"


def seribu() -> Daerah:
    people = builders.peserta(1000, rincian="A1", kegiatan="Pelatihan Besar")
    for row in people:
        row["usaha"] = f"Usaha Kerajinan dan Oleh-Oleh Khas Daerah Rekaan Nomor {row['nik'][-4:]} & Rekan"
    return builders.daerah(
        builders.identitas(**builders.IDENTITAS),
        builders.lembar(Kind.PESERTA, people, waktu=Span(date(2023, 6, 12), date(2023, 6, 16))),
    )


def panjang() -> Daerah:
    """A story of thousands of words, and names without a space."""
    daerah = builders.contoh(
        dinas="Dinas Perindustrian, Perdagangan, Koperasi, Usaha Kecil, dan Tenaga Kerja " * 2
    )
    text = "Kalimat rekaan yang panjang tentang sentra. " * 400
    daerah.narasi = builders.daerah(builders.narasi(latar_belakang=text, saran=text)).narasi
    for kegiatan in daerah.kegiatan:
        kegiatan.nama = "Pelatihan" + "Panjang" * 30
    return daerah


def satu_rincian() -> Daerah:
    kegiatan = [{"rincian": "B1", "nama": "Pelatihan Mutu", "tahap": "rencana", "target": Decimal(20)}]
    return builders.daerah(
        builders.identitas(kabkota="Kota Rekaan"), builders.lembar(Kind.KEGIATAN, kegiatan)
    )


def tujuh_belas() -> Daerah:
    """Every rincian of the juknis, with an activity, a list and a budget line each."""
    days = Span(date(2023, 5, 1), date(2023, 5, 5))
    kodes = list(load_rules(2023).rincian)
    kegiatan = [
        {"rincian": k, "nama": f"Kegiatan {k}", "tahap": "rencana", "waktu": days, "target": Decimal(20)}
        for k in kodes
    ]
    paid = [
        {
            "rincian": k,
            "kode": "5.1.02.01",
            "uraian": k,
            "pagu": Decimal(90),
            "realisasi_bulan": builders.bulan(b5=45),
        }
        for k in kodes
    ]
    lists = [
        builders.lembar(Kind.PESERTA, builders.peserta(20, n * 100, rincian=k, kegiatan=f"Kegiatan {k}"))
        for n, k in enumerate(kodes)
    ]
    return builders.daerah(
        builders.identitas(**builders.IDENTITAS),
        builders.lembar(Kind.KEGIATAN, kegiatan),
        builders.lembar(Kind.REALISASI, paid),
        *lists,
    )


def foto_banyak(folder: Path) -> Daerah:
    fotos = [
        Foto(
            gambar_contoh(folder, f"{n}.jpg", (640, 480) if n % 3 else (480, 640)),
            f"Foto ke-{n}",
            "A1" if n % 2 else "",
        )
        for n in range(60)
    ]
    return builders.contoh(foto=fotos)


def test_text_of_the_sheets_appears_as_it_is_written() -> None:
    daerah = builders.contoh(kepala_dinas=ANEH)
    for row in daerah.peserta:
        row.usaha = ANEH
    for line in daerah.realisasi:
        line.uraian = ANEH
    for kegiatan in daerah.kegiatan:
        kegiatan.nama = ANEH
    text = teks(laporan(daerah, "akhir"))
    assert text.count(TAMPIL) > 80


def test_a_thousand_people_are_all_there() -> None:
    document = laporan(seribu(), "1")
    rows = tabel_semua(document, "Peserta: ")[0]
    assert len(rows) == 1001
    assert [row[0] for row in rows[1:]] == [str(n) for n in range(1, 1001)]


def test_very_long_texts_render_whole() -> None:
    assert teks(laporan(panjang(), "akhir")).count("Kalimat rekaan") == 800


def test_a_name_longer_than_a_property_of_a_document_is_cut_there_alone() -> None:
    name = "Kabupaten Rekaan " + "(daerah penerima DAK Nonfisik) " * 9
    document = laporan(builders.contoh(kabkota=name), "1")
    assert len(document.core_properties.title) <= 255
    assert name.strip() in teks(document)


def test_properties_name_the_daerah_and_who_writes_and_hold_no_markers() -> None:
    daerah = builders.contoh(kabkota="Kabupaten Rekaan", dinas="Dinas Perindustrian & Perdagangan")
    documents = {d.nama: buka(d.isi).core_properties for d in semua(daerah, semester="1").values()}
    assert any(nama.startswith("surat/") for nama in documents)
    for told in documents.values():
        assert "Kabupaten Rekaan" in told.title
        assert told.author == "Dinas Perindustrian & Perdagangan Kabupaten Rekaan"
    bare = laporan(builders.contoh(kabkota=None), "1").core_properties
    assert "LENGKAPI" not in bare.title + bare.author


def test_one_rincian_and_hardly_any_facts_render() -> None:
    text = teks(laporan(satu_rincian(), "1"))
    assert "[LENGKAPI: pelaksanaan Pelatihan Mutu sampai dengan 30 Juni 2023]" in text


def test_all_seventeen_rincian_stand_in_every_table() -> None:
    juknis = load_rules(2023)
    document = laporan(tujuh_belas(), "1", juknis=juknis)
    for caption in (
        "Anggaran Per Rincian",
        "Target Per Rincian",
        "Capaian Per Rincian",
        "Realisasi Keuangan Per Rincian",
    ):
        cells = {cell for row in tabel_semua(document, caption)[0] for cell in row[:2]}
        assert set(juknis.rincian) <= cells
    assert len([p for p in document.paragraphs if p.style and p.style.name == "Heading 3"]) == 17


def test_sixty_photos_stand_two_in_a_row(tmp_path: Path) -> None:
    document = laporan(foto_banyak(tmp_path), "akhir")
    captions = [
        c.text.strip() for t in document.tables for r in t.rows for c in r.cells if "Foto ke-" in c.text
    ]
    assert sorted(captions) == sorted(f"Foto ke-{n}" for n in range(60))


@pytest.mark.parametrize("semester", ["1", "akhir"])
def test_documents_keep_the_order_of_the_schema(semester: str, tmp_path: Path) -> None:
    daerah = foto_banyak(tmp_path)
    daerah.identitas.pop("kepala_dinas")
    for document in semua(daerah, semester=semester).values():
        assert salah_urut(document.isi) == []


@pytest.mark.libreoffice
def test_libreoffice_lays_out_and_prints_a_strange_name() -> None:
    documents = semua(builders.contoh(kepala_dinas=ANEH), semester="akhir", pdf=True)
    made = [d for n, d in documents.items() if n.endswith(".pdf")]
    assert len(made) * 2 == len(documents)
    assert all(d.isi.startswith(b"%PDF") for d in made)


@pytest.mark.libreoffice
def test_libreoffice_prints_all_the_others(tmp_path: Path) -> None:
    cases = {
        "seribu": (seribu(), None),
        "panjang": (panjang(), None),
        "satu": (satu_rincian(), None),
        "semua": (tujuh_belas(), load_rules(2023)),
        "foto": (foto_banyak(tmp_path), None),
    }
    with pytest.MonkeyPatch.context() as patch:  # one start of LibreOffice for all of them
        patch.setattr(libreoffice, "find_soffice", lambda: None)
        written = {
            f"{case} {nama}": document.isi
            for case, (daerah, juknis) in cases.items()
            for nama, document in semua(daerah, juknis=juknis, semester="akhir").items()
            if juknis or nama.startswith("laporan/")
        }
    printed = libreoffice.convert(written, "pdf")
    assert printed.keys() == written.keys()
    assert all(isi.startswith(b"%PDF") for isi in printed.values())
