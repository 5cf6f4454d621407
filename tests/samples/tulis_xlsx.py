"""Writes a workbook as Excel would have left it (XlsxWriter) or as an export library does (openpyxl)."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime

import openpyxl
import xlsxwriter
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from tests.samples.buku import Buku, Lembar, Rumus, Sel
from tests.samples.gaya import GAYA, Gaya

SAAT = datetime(2023, 2, 6, 8, 0, 0)
"""The one time stamp in all files, so that the bytes do not depend on the day they are made."""
PENYUSUN = "Bidang Perindustrian"


def tulis(buku: Buku) -> bytes:
    """The bytes of the `.xlsx`."""
    return _pustaka(buku) if buku.penulis == "pustaka" else _excel(buku)


def _excel(buku: Buku) -> bytes:
    keluaran = io.BytesIO()
    with xlsxwriter.Workbook(keluaran, {"in_memory": True}) as book:
        book.set_properties({"author": PENYUSUN, "created": SAAT})
        formats = {nama: book.add_format(_sifat(gaya, buku)) for nama, gaya in GAYA.items()}
        book.formats[0].set_font_name(buku.huruf)
        book.formats[0].set_font_size(buku.ukuran)
        for lembar in buku.lembar:
            _isi_excel(book.add_worksheet(lembar.nama), lembar, formats)
    return keluaran.getvalue()


def _sifat(gaya: Gaya, buku: Buku) -> dict[str, object]:
    sifat: dict[str, object] = {"font_name": buku.huruf, "font_size": gaya.ukuran or buku.ukuran}
    sifat |= {
        kunci: nilai
        for kunci, nilai in {
            "bold": gaya.tebal,
            "italic": gaya.miring,
            "border": int(gaya.garis),
            "align": gaya.rata,
            "valign": gaya.tegak,
            "text_wrap": gaya.lipat,
            "num_format": gaya.angka,
            "bg_color": f"#{gaya.latar}" if gaya.latar else "",
            "underline": int(gaya.bawah),
        }.items()
        if nilai
    }
    return sifat


def _isi_excel(ws: Worksheet, lembar: Lembar, formats: dict[str, Format]) -> None:
    for baris, tinggi in lembar.tinggi.items():
        ws.set_row(baris - 1, tinggi)
    for kolom, lebar in lembar.lebar.items():
        ws.set_column(kolom - 1, kolom - 1, lebar, None, {"hidden": kolom in lembar.tersembunyi_kolom})
    for b1, k1, b2, k2 in lembar.gabungan:
        ws.merge_range(b1 - 1, k1 - 1, b2 - 1, k2 - 1, None, formats[lembar.sel[b1, k1].gaya])
    for (baris, kolom), sel in lembar.sel.items():
        _sel_excel(ws, baris - 1, kolom - 1, sel, formats[sel.gaya])
    for baris, kolom, data, skala in lembar.gambar:
        pilihan = {"image_data": io.BytesIO(data), "x_scale": skala, "y_scale": skala, "x_offset": 8}
        ws.insert_image(baris - 1, kolom - 1, "logo.png", pilihan)
    if lembar.tersembunyi:
        ws.hide()
    if lembar.beku:
        ws.freeze_panes(*lembar.beku)
    _halaman(ws, lembar)


def _halaman(ws: Worksheet, lembar: Lembar) -> None:
    ws.set_paper(14 if len(lembar.lebar) > 10 else 9)
    if not lembar.tegak:
        ws.set_landscape()
    ws.fit_to_pages(1, 0)
    ws.set_margins(0.5, 0.5, 0.6, 0.6)


def _sel_excel(ws: Worksheet, baris: int, kolom: int, sel: Sel, gaya: Format) -> None:
    isi = sel.isi
    if isinstance(isi, Rumus):
        ws.write_formula(baris, kolom, isi.teks, gaya, isi.nilai)
    elif isi is None:
        ws.write_blank(baris, kolom, None, gaya)
    elif isinstance(isi, date):
        ws.write_datetime(baris, kolom, isi, gaya)
    elif isinstance(isi, str):
        ws.write_string(baris, kolom, isi, gaya)
    elif isinstance(isi, bool):
        ws.write_boolean(baris, kolom, isi, gaya)
    else:
        ws.write_number(baris, kolom, isi, gaya)


def _pustaka(buku: Buku) -> bytes:
    book = openpyxl.Workbook()
    for kosong in book.worksheets:
        book.remove(kosong)
    for lembar in buku.lembar:
        ws = book.create_sheet(lembar.nama)
        for (baris, kolom), sel in lembar.sel.items():
            cell = ws.cell(baris, kolom)
            cell.value = sel.isi.teks if isinstance(sel.isi, Rumus) else sel.isi
            assert isinstance(cell, Cell)
            _rupa(cell, GAYA[sel.gaya], buku)
        for b1, k1, b2, k2 in lembar.gabungan:
            ws.merge_cells(start_row=b1, start_column=k1, end_row=b2, end_column=k2)
        for kolom, lebar in lembar.lebar.items():
            ws.column_dimensions[get_column_letter(kolom)].width = lebar
        for baris, tinggi in lembar.tinggi.items():
            ws.row_dimensions[baris].height = tinggi
        ws.page_setup.orientation = "portrait" if lembar.tegak else "landscape"
        ws.page_setup.fitToHeight = 0
        ws.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    keluaran = io.BytesIO()
    book.save(keluaran)
    return tetapkan(keluaran.getvalue())


def _rupa(cell: Cell, gaya: Gaya, buku: Buku) -> None:
    cell.font = Font(
        name=buku.huruf, size=gaya.ukuran or buku.ukuran, bold=gaya.tebal, italic=gaya.miring,
        underline="single" if gaya.bawah else None,
    )  # fmt: skip
    vertikal = {"vcenter": "center", "top": "top"}.get(gaya.tegak)
    cell.alignment = Alignment(horizontal=gaya.rata or None, vertical=vertikal, wrap_text=gaya.lipat)
    if gaya.garis:
        sisi = Side(style="thin")
        cell.border = Border(left=sisi, right=sisi, top=sisi, bottom=sisi)
    if gaya.latar:
        cell.fill = PatternFill("solid", fgColor=gaya.latar)
    if gaya.angka:
        cell.number_format = gaya.angka


def tetapkan(data: bytes) -> bytes:
    """The same package without its properties (as export libraries leave them out) and without clocks."""
    keluaran = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as asal, zipfile.ZipFile(keluaran, "w") as tujuan:
        for info in asal.infolist():
            isi = asal.read(info)
            if info.filename.startswith("docProps/"):
                continue
            if info.filename in ("_rels/.rels", "[Content_Types].xml"):
                isi = _tanpa_docprops(isi)
            baru = zipfile.ZipInfo(info.filename, (1980, 1, 1, 0, 0, 0))
            baru.compress_type = zipfile.ZIP_DEFLATED
            tujuan.writestr(baru, isi)
    return keluaran.getvalue()


def _tanpa_docprops(isi: bytes) -> bytes:
    from lxml import etree

    akar = etree.fromstring(isi)
    for anak in list(akar):
        if "docProps" in (anak.get("PartName") or anak.get("Target") or ""):
            akar.remove(anak)
    return etree.tostring(akar, xml_declaration=True, encoding="UTF-8", standalone=True)
