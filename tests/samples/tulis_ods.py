"""Writes a workbook as an OpenDocument spreadsheet: values, merges and widths, few styles."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from dak_excel.sheets.grid import column_letters
from tests.samples.buku import Buku, Lembar, Polos, Rumus
from tests.samples.gaya import GAYA, Gaya

_MIME = "application/vnd.oasis.opendocument.spreadsheet"
_NS = " ".join(
    f'xmlns:{awalan}="urn:oasis:names:tc:opendocument:xmlns:{ruang}"'
    for awalan, ruang in (
        ("office", "office:1.0"), ("table", "table:1.0"), ("text", "text:1.0"), ("style", "style:1.0"),
        ("fo", "xsl-fo-compatible:1.0"), ("number", "datastyle:1.0"), ("manifest", "manifest:1.0"),
    )
)  # fmt: skip


def tulis_ods(buku: Buku) -> bytes:
    """The bytes of the `.ods`."""
    isi = "".join(_tabel(lembar, nomor) for nomor, lembar in enumerate(buku.lembar))
    content = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-content {_NS} office:version="1.3">'
        f"<office:automatic-styles>{_gaya(buku)}</office:automatic-styles>"
        f"<office:body><office:spreadsheet>{isi}</office:spreadsheet></office:body></office:document-content>"
    )
    styles = (
        f'<?xml version="1.0" encoding="UTF-8"?><office:document-styles {_NS} office:version="1.3">'
        '<office:automatic-styles><style:page-layout style:name="hal"><style:page-layout-properties '
        'fo:page-width="29.7cm" fo:page-height="21cm" style:print-orientation="landscape" '
        'fo:margin-left="1cm" fo:margin-right="1cm" style:scale-to-X="1" style:scale-to-Y="0"/>'
        "</style:page-layout></office:automatic-styles><office:master-styles>"
        '<style:master-page style:name="Default" style:page-layout-name="hal"/></office:master-styles>'
        "</office:document-styles>"
    )
    manifest = (
        f'<?xml version="1.0" encoding="UTF-8"?><manifest:manifest {_NS} manifest:version="1.3">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{_MIME}"/>'
        '<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>'
        '<manifest:file-entry manifest:full-path="styles.xml" manifest:media-type="text/xml"/>'
        "</manifest:manifest>"
    )
    bagian = {
        "mimetype": _MIME,
        "content.xml": content,
        "styles.xml": styles,
        "META-INF/manifest.xml": manifest,
    }
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w") as paket:
        for nama, teks in bagian.items():
            info = zipfile.ZipInfo(nama, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_STORED if nama == "mimetype" else zipfile.ZIP_DEFLATED
            paket.writestr(info, teks)
    return keluaran.getvalue()


def _gaya(buku: Buku) -> str:
    lebar = {
        f'<style:style style:name="k{nomor}_{kolom}" style:family="table-column">'
        f'<style:table-column-properties style:column-width="{satu * 0.21:.2f}cm"/></style:style>'
        for nomor, lembar in enumerate(buku.lembar)
        for kolom, satu in lembar.lebar.items()
    }
    tanggal = (
        '<number:date-style style:name="tgl"><number:day number:style="long"/><number:text>/</number:text>'
        '<number:month number:style="long"/><number:text>/</number:text><number:year number:style="long"/>'
        "</number:date-style>"
    )
    tanggal += '<style:style style:name="tabel" style:family="table" style:master-page-name="Default"/>'
    return tanggal + "".join(sorted(lebar)) + "".join(_satu_gaya(n, g, buku) for n, g in GAYA.items())


def _satu_gaya(nama: str, gaya: Gaya, buku: Buku) -> str:
    garis = 'fo:border="0.5pt solid #000000" ' if gaya.garis else ""
    latar = f'fo:background-color="#{gaya.latar}" ' if gaya.latar else ""
    lipat = 'fo:wrap-option="wrap" ' if gaya.lipat else ""
    tebal = 'fo:font-weight="bold" ' if gaya.tebal else ""
    data = 'style:data-style-name="tgl" ' if "yyyy" in gaya.angka else ""
    rata = f'<style:paragraph-properties fo:text-align="{gaya.rata}"/>' if gaya.rata else ""
    return (
        f'<style:style style:name="{nama}" style:family="table-cell" {data}>'
        f"<style:table-cell-properties {garis}{latar}{lipat}/>{rata}"
        f'<style:text-properties fo:font-family="{buku.huruf}" {tebal}'
        f'fo:font-size="{gaya.ukuran or buku.ukuran}pt"/></style:style>'
    )


def _tabel(lembar: Lembar, nomor: int) -> str:
    lebar = max((kolom for _, kolom in lembar.sel), default=1)
    kolom = "".join(
        f'<table:table-column table:style-name="k{nomor}_{k}"/>'
        if k in lembar.lebar
        else "<table:table-column/>"
        for k in range(1, lebar + 1)
    )
    baris = [_baris(lembar, b, lebar) for b in range(1, lembar.akhir + 1)]
    # Rows that are all the same (formatted and empty) are stored once with a count, as LibreOffice does.
    isi = []
    for satu, sama in groupby(baris):
        banyak = len(list(sama))
        ulang = f' table:number-rows-repeated="{banyak}"' if banyak > 1 else ""
        isi.append(f"<table:table-row{ulang}>{satu}</table:table-row>")
    kepala = f'<table:table table:name={quoteattr(lembar.nama)} table:style-name="tabel">'
    return f"{kepala}{kolom}{''.join(isi)}</table:table>"


def _baris(lembar: Lembar, baris: int, lebar: int) -> str:
    pokok = {(b1, k1): (b2 - b1 + 1, k2 - k1 + 1) for b1, k1, b2, k2 in lembar.gabungan}
    tertutup = {
        (b, k)
        for b1, k1, b2, k2 in lembar.gabungan
        if b1 <= baris <= b2
        for b in range(b1, b2 + 1)
        for k in range(k1, k2 + 1)
        if (b, k) != (b1, k1)
    }
    hasil = []
    for kolom in range(1, lebar + 1):
        sel = lembar.sel.get((baris, kolom))
        atribut = f' table:style-name="{sel.gaya}"' if sel else ""
        if (baris, kolom) in pokok:
            tinggi, panjang = pokok[baris, kolom]
            atribut += f' table:number-rows-spanned="{tinggi}" table:number-columns-spanned="{panjang}"'
        nama = "covered-table-cell" if (baris, kolom) in tertutup else "table-cell"
        jenis, isi = _nilai(sel.isi if sel else None, f"{column_letters(kolom)}{baris}")
        hasil.append(f"<table:{nama}{atribut}{jenis}>{isi}</table:{nama}>")
    return "".join(hasil)


def _nilai(isi: Polos | Rumus, alamat: str) -> tuple[str, str]:
    if isi is None:
        return "", ""
    if isinstance(isi, Rumus):
        raise TypeError(f"{alamat}: formulas are not written to .ods")
    if isinstance(isi, date):
        return (
            f' office:value-type="date" office:date-value="{isi:%Y-%m-%d}"',
            f"<text:p>{isi:%d/%m/%Y}</text:p>",
        )
    if isinstance(isi, str):
        teks = "".join(f"<text:p>{escape(baris)}</text:p>" for baris in isi.split("\n"))
        return ' office:value-type="string"', teks
    return f' office:value-type="float" office:value="{isi}"', f"<text:p>{isi}</text:p>"
