"""`dak-excel juknis periksa`: rules without scenarios, words of obligation that no rule cites."""

from __future__ import annotations

from pathlib import Path

import pytest

from dak_excel.checks.rules import load_rules
from dak_excel.juknis.coverage import lost_quotes, obliging_sentences, open_lines, uncited, without_scenarios
from tests.shared import SHARED

SKENARIO = Path(__file__).parents[1] / "skenario"
TEKS = """
## II. PELAKSANAAN KEGIATAN
1. Pelatihan Pengelolaan Bisnis dan Manajemen Wirausaha
    - d. Jangka Waktu Kegiatan
Waktu pelaksanaan pelatihan secara umum adalah 45–85 JPL (1–2 minggu). Peserta harus membawa laptop sendiri.
    - e. Tempat
Tempat pelaksanaan kegiatan harus mendukung terlaksananya proses kegiatan. Boleh di mana saja.
"""


def test_a_rule_without_scenarios_is_told(tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_text(
        "skenario: [{nama: x, untuk: [A1, A2], ketentuan: '{rincian}-JPL', temuan: ['{rincian}-JPL']}]",
        "utf-8",
    )
    thin = without_scenarios(load_rules(2023), tmp_path)
    assert thin["A1-JPL"] == "baru 1 skenario"
    assert thin["A1-USIA"] == "baru 0 skenario"


def test_a_sentence_of_obligation_that_no_rule_cites_is_told_with_its_place() -> None:
    juknis = load_rules(2023)
    sentences = list(obliging_sentences(juknis, TEKS))
    assert [s.tempat for s in sentences] == ["Lampiran II.A.1.d", "Lampiran II.A.1.d", "Lampiran II.A.1.e"]
    assert [s.teks for s in uncited(juknis, sentences)] == ["Peserta harus membawa laptop sendiri."]


def test_what_cannot_be_looked_at_is_said() -> None:
    lines = open_lines(load_rules(2023))
    assert any("Skenario tidak diperiksa" in line for line in lines)
    assert any("Teks juknis tidak diperiksa" in line for line in lines)


@pytest.mark.skipif(SHARED is None, reason="../shared tidak ada di mesin ini")
def test_the_law_is_cited_whole() -> None:
    assert SHARED is not None
    juknis, path = load_rules(2023), SHARED / "juknis" / "permenperin-7-2023.md"
    text = path.read_text("utf-8")
    sentences = list(obliging_sentences(juknis, text))
    assert len(sentences) > 80
    assert not uncited(juknis, sentences)
    assert not lost_quotes(juknis, text)
    assert any("semuanya dikutip" in line for line in open_lines(juknis, path, SKENARIO))
