"""Photos, logo and charts: upright, at print resolution, without metadata, with alternative text."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pillow_heif
import pytest
from docx.oxml.ns import qn
from lxml import etree
from PIL import Image

from dak_excel.batch.intake import GAMBAR
from dak_excel.daerah.model import Foto
from dak_excel.reports.word.pictures import DPI, BrokenPicture, prepare_picture
from dak_excel.sheets.tabel import Kind
from tests.reports import builders
from tests.reports.baca import buka, dokumen_laporan, gambar_contoh, laporan, semua, teks


def test_a_photo_is_turned_upright_scaled_and_stripped(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # the camera was held upright
    exif[0x010F] = "Kamera Rahasia"
    path = tmp_path / "foto.jpg"
    Image.new("RGB", (4000, 3000), (200, 30, 30)).save(path, exif=exif)
    picture = prepare_picture(path, 78, 58, "Praktik")
    with Image.open(io.BytesIO(picture.isi)) as image:
        assert image.height > image.width
        assert image.height <= round(58 / 25.4 * DPI)
        assert not image.getexif()
    assert picture.tinggi == pytest.approx(58)
    assert b"Rahasia" not in picture.isi


def test_a_broken_photo_is_told_and_left_out(tmp_path: Path) -> None:
    (tmp_path / "rusak.jpg").write_bytes(b"\xff\xd8 bukan gambar")
    with pytest.raises(BrokenPicture, match=r"rusak\.jpg tidak dapat dibaca"):
        prepare_picture(tmp_path / "rusak.jpg", 78, 58, "")
    fotos = [Foto(tmp_path / "rusak.jpg", "Rusak"), Foto(gambar_contoh(tmp_path, "baik.jpg"), "Baik", "A1")]
    document = dokumen_laporan(builders.contoh(foto=fotos), "akhir")
    assert any("Gambar rusak.jpg tidak dapat dibaca" in note for note in document.catatan)
    assert "Baik" in teks(buka(document.isi))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.jfif", "JPEG"),
        ("a.png", "PNG"),
        ("a.webp", "WEBP"),
        ("a.tif", "TIFF"),
        ("a.bmp", "BMP"),
        ("a.gif", "GIF"),
        ("a.heic", "HEIF"),
        ("dari iPhone.jpg", "HEIF"),  # what a telephone wrote under another name
    ],
)
def test_every_kind_of_photo_that_telephones_write_is_read(tmp_path: Path, name: str, kind: str) -> None:
    if kind == "HEIF":
        pillow_heif.register_heif_opener()
    Image.new("RGB", (640, 480), (20, 120, 60)).save(tmp_path / name, kind)
    picture = prepare_picture(tmp_path / name, 78, 58, "Praktik")
    with Image.open(io.BytesIO(picture.isi)) as image:
        assert image.format == "JPEG"
        red, green, blue = image.convert("RGB").getpixel((100, 100))  # type: ignore[misc]
        assert abs(red - 20) < 12
        assert abs(green - 120) < 12
        assert abs(blue - 60) < 12
    assert Path(name).suffix in GAMBAR


def test_what_is_transparent_is_paper(tmp_path: Path) -> None:
    Image.new("RGBA", (640, 480), (0, 0, 0, 0)).save(tmp_path / "a.webp", lossless=True)
    with Image.open(io.BytesIO(prepare_picture(tmp_path / "a.webp", 78, 58, "").isi)) as image:
        assert image.getpixel((100, 100)) == (255, 255, 255)


def test_photos_stand_by_rincian_with_captions_and_alt_text(tmp_path: Path) -> None:
    fotos = [
        Foto(gambar_contoh(tmp_path, "lain.jpg"), "Penutupan"),
        Foto(gambar_contoh(tmp_path, "a2.jpg"), "Praktik membatik", "A2"),
        Foto(gambar_contoh(tmp_path, "a1.jpg", (480, 640)), "Pembukaan", "A1"),
    ]
    document = buka(dokumen_laporan(builders.contoh(foto=fotos), "akhir").isi)
    text = teks(document)
    order = [text.index(t) for t in ("Pembukaan", "Praktik membatik", "Dokumentasi lainnya", "Penutupan")]
    assert order == sorted(order)
    alts = [e.get("descr") for e in document.element.body.iter(qn("wp:docPr"))]
    assert {"Pembukaan", "Praktik membatik", "Penutupan"} <= set(alts)
    assert all(alts)
    ids = [e.get("id") for e in document.element.body.iter(qn("wp:docPr"))]
    assert len(ids) == len(set(ids))


def test_photos_of_what_had_not_begun_wait_for_the_next_report(tmp_path: Path) -> None:
    daerah = builders.contoh(foto=[Foto(gambar_contoh(tmp_path, "a.jpg"), "Nanti", "A2")])
    days = builders.Span(date(2023, 9, 4), date(2023, 9, 8))
    for kegiatan in daerah.kegiatan:
        for row in kegiatan.baris:
            row.waktu = days
    assert "Nanti" not in teks(buka(dokumen_laporan(daerah, "1").isi))
    assert "Nanti" in teks(buka(dokumen_laporan(daerah, "2").isi))


def test_a_sheet_of_photos_gives_caption_and_day(tmp_path: Path) -> None:
    daerah = builders.contoh(foto=[Foto(gambar_contoh(tmp_path, "IMG_1.jpg"), "IMG 1", "A1")])
    rows = [{"berkas": "IMG_1.JPG", "keterangan": "Praktik pembukuan", "tanggal": date(2023, 9, 5)}]
    daerah.dokumentasi = builders.daerah(builders.lembar(Kind.DOKUMENTASI, rows)).dokumentasi
    assert "Praktik pembukuan" not in teks(buka(dokumen_laporan(daerah, "1").isi))
    assert "Praktik pembukuan" in teks(buka(dokumen_laporan(daerah, "akhir").isi))


@pytest.mark.parametrize(
    ("nama", "sebuah_keterangan"),
    [
        ("IMG 0042", False),
        ("20230612 093011", False),
        ("WhatsApp Image 2023-06-12 at 09.30.11", False),
        ("IMG-20230612-WA0007", False),
        ("Foto 3", False),
        ("Foto bersama peserta", True),
        ("Pembukaan 12 Juni 2023", True),
    ],
)
def test_a_name_given_by_a_camera_is_no_caption(tmp_path: Path, nama: str, sebuah_keterangan: bool) -> None:
    daerah = builders.contoh(foto=[Foto(gambar_contoh(tmp_path, f"{nama}.jpg"), nama)])
    marks = dokumen_laporan(daerah, "akhir").lengkapi
    assert (f"[LENGKAPI: keterangan foto {nama}.jpg]" not in marks) is sebuah_keterangan


@pytest.mark.parametrize(
    ("nama", "exif", "semester"),
    [
        ("Pembukaan", "2023:06:12 09:30:11", "1"),
        ("Pembukaan", "2023:09:05 09:30:11", "2"),
        ("IMG-20230905-WA0007", "", "2"),
        ("Pembukaan 12 Juni 2023", "", "1"),
        ("Pembukaan", "", ""),
    ],
)
def test_a_photo_stands_in_the_report_of_its_day_and_is_asked_for_without_one(
    tmp_path: Path, nama: str, exif: str, semester: str
) -> None:
    tags = Image.Exif()
    if exif:
        tags[0x0132] = exif
    path = tmp_path / f"{nama}.jpg"
    Image.new("RGB", (400, 300)).save(path, exif=tags)
    daerah = builders.contoh(foto=[Foto(path, nama, "A1")])
    for one in ("1", "2"):
        document = dokumen_laporan(daerah, one)
        shown = [
            e for e in buka(document.isi).element.body.iter(qn("wp:docPr")) if "Grafik" not in e.get("descr")
        ]
        assert bool(shown) is (one == semester)
        assert any(f"tanggal foto «{nama}.jpg»" in mark for mark in document.lengkapi) is (not semester)


def test_the_logo_stands_on_cover_and_letterhead(tmp_path: Path) -> None:
    gambar_contoh(tmp_path, "lambang.png")
    documents = semua(builders.contoh(logo="lambang.png"), folder=tmp_path)
    for document in documents.values():
        assert "Lambang daerah" in [
            e.get("descr") for e in buka(document.isi).element.body.iter(qn("wp:docPr"))
        ]
    missing = dokumen_laporan(builders.contoh(logo="tidak ada.png"), "1", folder=tmp_path)
    assert "Berkas logo «tidak ada.png» tidak ada di folder daerah." in missing.catatan


def test_charts_are_native_with_their_figures_in_a_workbook() -> None:
    document = dokumen_laporan(builders.contoh(), "akhir")
    with zipfile.ZipFile(io.BytesIO(document.isi)) as package:
        charts = sorted(n for n in package.namelist() if n.startswith("word/charts/chart"))
        assert charts == ["word/charts/chart1.xml", "word/charts/chart2.xml"]
        for name in charts:
            etree.fromstring(package.read(name))
            rels = package.read(f"word/charts/_rels/{name.rsplit('/')[-1]}.rels")
            assert b"../embeddings/" in rels
        book = openpyxl.load_workbook(io.BytesIO(package.read("word/embeddings/chart1.xlsx")))
    rows = list(book["Data"].iter_rows(values_only=True))
    assert rows == [(None, "Pagu", "Realisasi"), ("A1", 100, 83), ("A2", 200, 170.5), ("A3", 200, 125)]


def test_photos_stand_in_the_order_in_which_people_count(tmp_path: Path) -> None:
    photos = [
        Foto(gambar_contoh(tmp_path, f"A1 kelompok {n}.jpg"), f"kelompok {n}", "A1") for n in (10, 2, 1)
    ]
    text = teks(laporan(builders.contoh(foto=photos), "akhir", tata_letak=False))
    assert text.index("kelompok 1") < text.index("kelompok 2") < text.index("kelompok 10")
