"""The templates: the built-in ones are sound, an edited one is judged by the words around its fault."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import docx
import pytest
from docx.shared import Pt
from lxml import etree

from dak_excel.reports.template import files
from dak_excel.reports.template.catalogue import renew
from tests.reports import builders
from tests.reports.baca import buka, dokumen_laporan, semua, teks
from tests.reports.skema import salah_urut

DOCS = Path(__file__).resolve().parents[2] / "docs" / "templat.md"

Tulis = Callable[..., list[str]]


@pytest.fixture
def kesalahan(tmp_path: Path) -> Tulis:
    """Lints a template of the given paragraphs; the faults as text."""

    def check(*paragraphs: str) -> list[str]:
        document = docx.Document()
        for text in paragraphs:
            document.add_paragraph(text)
        document.save(str(tmp_path / "laporan_akhir.docx"))
        return [str(fault) for fault in files.faults(tmp_path / "laporan_akhir.docx")]

    return check


def test_built_in_templates_have_no_fault() -> None:
    assert files.faults(files.built_in()) == []
    assert sorted(p.name for p in files.built_in().glob("*.docx")) == sorted(files.NAMA)


@pytest.mark.parametrize("nama", files.NAMA)
def test_built_in_templates_keep_the_order_of_the_schema(nama: str) -> None:
    assert salah_urut(files.built_in() / nama) == []


def test_the_page_on_names_is_up_to_date() -> None:
    page = DOCS.read_text("utf-8")
    assert renew(page) == page, "jalankan: python -m dak_excel.reports.template.catalogue docs/templat.md"


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (
            ["Dinas {{ daerah.dinsa }} itu"],
            "«Dinas {{ daerah.dinsa }} itu»: nama «daerah.dinsa» tidak dikenal. Maksudnya «daerah.dinas»?",
        ),
        (["{{ derah.dinas }}"], "Maksudnya «daerah»?"),
        (["Pagu {{ rencana.pagu sebesar"], "tanda «{{» tidak berpasangan"),
        (["Pagu rencana.pagu }} sebesar"], "tanda «}}» tidak berpasangan"),
        (["{{ lengkapi(“pagu”) }}"], "tanda kutip lengkung"),
        (["{%p for m in menu %}", "{{ m.nama }}"], "{%p for m in menu %} tidak ditutup; tambahkan endfor."),
        (["ada", "{%p endfor %}"], "{%p endfor %} menutup sesuatu yang tidak dibuka."),
        (["{%p if menu %}", "ada", "{%p endfor %}"], "{%p if menu %} tidak ditutup; tambahkan endif sebelum"),
        (
            ["{%p for m in menu %}", "{%p if m.nama %}", "{{ m.nama }}", "{%p endfor %}"],
            "«{%p if m.nama %}»: {%p if m.nama %} tidak ditutup; tambahkan endif sebelum {%p endfor %}.",
        ),
        (["Yth. {%p if menu %}", "ada", "{%p endif %}"], "«Yth.» akan hilang: {%p if menu %} menghapus"),
        (["{{ menu + 1 }}"], "tidak dapat diisi: isi tandanya tidak dapat dihitung atau digabung"),
        (["{%p for m in menu %}", "{{ m.nama }}{% endfor %}"], "pakai awalan yang sama"),
        (["{%tr for m in menu %}", "{%tr endfor %}"], "hanya dapat dipakai di dalam tabel"),
        (["{%p for m in menu %}{{ m.nema }}{%p endfor %}"], "Maksudnya «m.nama»?"),
        (["{{ menu.kode }}"], "«menu» adalah daftar"),
        (["{{ menu }}"], "«menu» bukan teks"),
        (["{{ daerah }}"], "pakai salah satu isinya: daerah.kabkota"),
        (["{{ daerah.dinas|kapital }}"], "saringan «|kapital» tidak dikenal"),
        (["{% for m in menu %}{{ loop.nomor }}{% endfor %}"], "«loop.nomor» tidak dikenal"),
        (["{{ daerah.dinas + }}"], "tidak dapat dipahami"),
    ],
)
def test_faults_are_found_and_explained(kesalahan: Tulis, paragraphs: list[str], expected: str) -> None:
    found = kesalahan(*paragraphs)
    assert found and expected in found[0]
    assert found[0].startswith("laporan_akhir.docx, dekat «")


@pytest.mark.parametrize(
    ("paragraphs", "expected"),
    [
        (["{%p for m in menu %}", "{{ m.nama }}"], ["tidak ditutup"]),
        (["{{ daerah.dinas + }}"], ["tanda {{ daerah.dinas + }} tidak dapat dipahami: «}}» tidak pada"]),
        (["{% ulang menu %}"], ["perintah «ulang» tidak dikenal"]),
    ],
)
def test_a_fault_is_told_once_and_in_indonesian(
    kesalahan: Tulis, paragraphs: list[str], expected: list[str]
) -> None:
    found = kesalahan(*paragraphs)
    assert len(found) == len(expected)
    assert all(word in text for word, text in zip(expected, found, strict=True))
    assert not any("Jinja" in text or "Unexpected" in text for text in found)


@pytest.mark.parametrize(
    "paragraphs",
    [
        ["{{ daerah.dinas|upper }} {{ laporan.tahun }}"],
        ["{%p for m in menu if m.baris %}", "{{ loop.index }}. {{ m.baris[0].nama }}", "{%p endfor %}"],
        ["{% set x = daerah.dinas %}{{ x }}"],
        ["{% if temuan and not foto %}{{ temuan|length }}{% else %}–{% endif %}"],
        ["{%p if pernyataan %}", "{{ pernyataan.kegiatan }}", "{%p endif %}"],
        ["{# catatan penyunting #}Kurung {biasa} dan 50 % tidak apa-apa."],
    ],
)
def test_sound_templates_pass(kesalahan: Tulis, paragraphs: list[str]) -> None:
    assert kesalahan(*paragraphs) == []


def test_a_tag_split_by_format_is_found_and_one_split_by_spelling_is_not(tmp_path: Path) -> None:
    document = docx.Document()
    broken = document.add_paragraph()
    broken.add_run("{{ daerah.")
    broken.add_run("dinas }}").font.size = Pt(20)
    fine = document.add_paragraph()
    fine.add_run("{{ daerah.")
    fine.add_run("dinas }}")
    document.save(str(tmp_path / "laporan_akhir.docx"))
    faults = files.faults(tmp_path)
    assert [f.pesan for f in faults] == [
        "{{ daerah.dinas }} terpecah oleh format; hapus dan ketik ulang tanda itu sekaligus."
    ]


def test_files_that_are_no_template_are_told(tmp_path: Path) -> None:
    (tmp_path / "laporan_akhir.docx").write_bytes(b"bukan zip")
    (tmp_path / "lain.docx").write_bytes((files.built_in() / "laporan_akhir.docx").read_bytes())
    texts = [str(f) for f in files.faults(tmp_path)]
    assert any("bukan dokumen Word" in t for t in texts)
    assert any("lain.docx: nama berkas tidak dikenal" in t for t in texts)
    assert "tidak ada" in str(files.faults(tmp_path / "kosong")[0])


def test_salin_copies_all_and_keeps_what_is_there(tmp_path: Path) -> None:
    (tmp_path / "laporan_akhir.docx").write_bytes(b"milik dinas")
    copies = files.copy_out(tmp_path)
    assert len(copies) == len(files.NAMA) - 1
    assert (tmp_path / "laporan_akhir.docx").read_bytes() == b"milik dinas"


def test_a_dinas_uses_its_own_template_and_the_rest_from_the_built_in_ones(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Laporan milik {{ daerah.dinas }}")
    document.save(str(tmp_path / "laporan_semester.docx"))
    documents = semua(builders.contoh(), templat=tmp_path)
    assert teks(buka(documents["laporan/Laporan Semester I 2023.docx"].isi)).strip() == (
        "Laporan milik Dinas Perindustrian dan Perdagangan"
    )
    assert "BAB V" in teks(buka(documents["laporan/Laporan Akhir 2023.docx"].isi))


@pytest.mark.parametrize(
    "tanda",
    ["{{ daerah.walikota }}", "{{ daerah.__class__.__mro__ }}", "{% for m in menu %}", "{{ menu + 1 }}"],
)
def test_a_template_that_cannot_be_filled_gives_way_to_the_built_in_one(tmp_path: Path, tanda: str) -> None:
    document = docx.Document()
    document.add_paragraph(tanda)
    document.save(str(tmp_path / "laporan_semester.docx"))
    report = dokumen_laporan(builders.contoh(), "1", templat=tmp_path)
    assert "BAB V" in teks(buka(report.isi))
    assert any("laporan_semester.docx" in n and "Templat bawaan dipakai." in n for n in report.catatan)


def test_a_file_that_is_no_document_gives_way_too(tmp_path: Path) -> None:
    (tmp_path / "laporan_semester.docx").write_bytes(b"bukan zip")
    assert "BAB V" in teks(buka(dokumen_laporan(builders.contoh(), "1", templat=tmp_path).isi))


def test_templates_hold_no_name_of_a_person_or_machine() -> None:
    for nama in files.NAMA:
        with zipfile.ZipFile(files.built_in() / nama) as package:
            core = etree.fromstring(package.read("docProps/core.xml"))
        authors = [e.text or "" for e in core if etree.QName(e).localname in ("creator", "lastModifiedBy")]
        assert [name for name in authors if name and not name.startswith("{{")] == []


def _with_text(path: Path, paragraph: str) -> None:
    """A template whose only paragraph has the given XML inside."""
    document = docx.Document()
    inner = f'<w:p xmlns:w="{docx.oxml.ns.nsmap["w"]}">{paragraph}</w:p>'
    document.element.body.insert(0, etree.fromstring(inner, parser=docx.oxml.parser.oxml_parser))
    document.save(str(path))


def test_text_that_a_tracked_change_has_deleted_is_not_filled(tmp_path: Path) -> None:
    path = tmp_path / "laporan_semester.docx"
    _with_text(
        path,
        '<w:r><w:t>Dinas {{ daerah.dinas }}</w:t></w:r><w:del w:id="1" w:author="a">'
        "<w:r><w:delText>{{ daerah.salah }} {%p if menu %}</w:delText></w:r></w:del>",
    )
    assert files.faults(path) == []
    report = dokumen_laporan(builders.contoh(), "1", templat=tmp_path)
    assert teks(buka(report.isi)).strip() == "Dinas Dinas Perindustrian dan Perdagangan"


def test_a_tag_in_the_code_of_a_field_or_in_a_text_box_is_judged_too(tmp_path: Path) -> None:
    path = tmp_path / "laporan_semester.docx"
    field = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    code = '<w:r><w:instrText xml:space="preserve"> QUOTE "{{ daerah.salah }}" </w:instrText></w:r>'
    _with_text(path, field.format("begin") + code + field.format("end"))
    assert "«daerah.salah» tidak dikenal" in str(files.faults(path)[0])
    inner = "<w:p><w:r><w:t>{{ daerah.salah }}</w:t></w:r></w:p>"
    _with_text(path, f"<w:r><w:pict><w:txbxContent>{inner}</w:txbxContent></w:pict></w:r>")
    assert [str(f).count("daerah.salah") for f in files.faults(path)] == [2]  # said once: place and name


def test_a_section_that_ends_in_the_paragraph_of_a_tag_is_kept(tmp_path: Path) -> None:
    """Word and LibreOffice hang the end of a section on the last paragraph before it when they save."""
    document = docx.Document()
    document.add_paragraph("{%p if daerah.dinas %}")
    document.add_paragraph("Bab I")
    document.add_paragraph("{%p endif %}")
    turned = document.add_section()
    turned.page_width, turned.page_height = turned.page_height, turned.page_width
    last = document.paragraphs[-1]._p
    if last.pPr is not None and last.pPr.sectPr is not None:  # python-docx gives it a paragraph: put it back
        document.paragraphs[-2]._p.get_or_add_pPr().append(last.pPr.sectPr)
        last.getparent().remove(last)
    document.add_paragraph("Lampiran")
    document.save(str(tmp_path / "laporan_semester.docx"))
    assert files.faults(tmp_path) == []
    filled = buka(dokumen_laporan(builders.contoh(), "1", templat=tmp_path).isi)
    assert [section.page_width > section.page_height for section in filled.sections] == [False, True]
