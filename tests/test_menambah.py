"""What a new kind of sheet, or a new document, still lacks: every place of the two guides, by its path.

docs/menambah-jenis-lembar.md and docs/menambah-keluaran.md walk through the same places in the same order.
"""

from __future__ import annotations

import re
from dataclasses import fields
from pathlib import Path

import pytest

from dak_excel.blank_workbook import LEMBAR
from dak_excel.daerah.model import Daerah
from dak_excel.reports.template.files import NAMA, built_in
from dak_excel.sheets.kinds.catalogue import KINDS
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_built_in

ROOT = Path(__file__).parents[1]
OF_PAIRS = {"identitas", "narasi"}
"""Kinds of key : value lines, which have a reader of their own and no columns."""
NOT_TO_FILL_IN = {"dokumentasi"}
"""Kinds that the blank workbook leaves out: captions stand in the names of the photos."""


def lacking_of_kind(name: str) -> list[str]:
    """The places that a kind of sheet still lacks, in the order in which they are filled."""
    kinds = {kind.value: kind for kind in Kind}
    words = load_built_in()["jenis"].get(name, {})
    table = name not in OF_PAIRS
    places = {
        "dak_excel/sheets/tabel.py: Kind": name in kinds,
        "dak_excel/sheets/kolom.yaml: jenis": bool(words.get("sebutan") and words.get("judul")),
        "dak_excel/sheets/kolom.yaml: kunci": bool(words.get("kunci")) or not table,
        "dak_excel/sheets/records.py and kinds/catalogue.py: KINDS": kinds.get(name) in KINDS or not table,
        "dak_excel/daerah/model.py: Daerah": name in {f.name for f in fields(Daerah)},
        "dak_excel/blank_workbook.py: LEMBAR": kinds.get(name) in LEMBAR or name in OF_PAIRS | NOT_TO_FILL_IN,
    }
    return [place for place, filled in places.items() if not filled]


def lacking_of_document(template: str) -> list[str]:
    """The places that a document still lacks, in the order in which they are filled."""
    code = "".join(
        (ROOT / f"dak_excel/reports/{name}.py").read_text("utf-8") for name in ("letters", "write")
    )
    named = re.sub(r"\{kind\}", "semester", code) + re.sub(r"\{kind\}", "akhir", code)
    places = {
        "templates/": (built_in() / template).is_file(),
        "dak_excel/reports/template/files.py: NAMA": template in NAMA,
        "docs/templat.md": f"`{template}`" in (ROOT / "docs/templat.md").read_text("utf-8"),
        "dak_excel/reports/letters.py or write.py": template in named,
    }
    return [place for place, filled in places.items() if not filled]


@pytest.mark.parametrize("kind", [k.value for k in Kind if k is not Kind.TIDAK_DIKENALI])
def test_every_kind_of_sheet_has_all_its_places(kind: str) -> None:
    assert lacking_of_kind(kind) == []


def test_a_new_kind_is_told_every_place_that_it_lacks() -> None:
    assert len(lacking_of_kind("pemasaran")) == 6


@pytest.mark.parametrize("template", NAMA)
def test_every_document_has_all_its_places(template: str) -> None:
    assert lacking_of_document(template) == []


def test_a_new_document_is_told_every_place_that_it_lacks() -> None:
    assert len(lacking_of_document("surat_undangan.docx")) == 4


@pytest.mark.parametrize("page", ["menambah-jenis-lembar.md", "menambah-keluaran.md"])
def test_the_guides_name_files_that_exist(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    named = re.findall(r"`((?:dak_excel|tests|templates|docs)/[\w/.-]+)`", text)
    assert named
    assert not [path for path in named if not (ROOT / path).exists()]
