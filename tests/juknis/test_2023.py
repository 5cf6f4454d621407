"""What stands in 2023.yaml: real sentences of the juknis, words that people can read."""

from __future__ import annotations

import re

import pytest

from dak_excel.checks.rules import load_rules
from dak_excel.juknis.display import show
from dak_excel.juknis.model import Ketentuan
from tests.shared import SHARED

JUKNIS = load_rules(2023)
SEMUA = [k for _, k in JUKNIS.every_ketentuan()]
RINCIAN = [k for r, k in JUKNIS.every_ketentuan() if r]


def flat(text: str) -> str:
    """Without line breaks, bullets and emphasis of the Markdown, so that a sentence over two lines is one."""
    text = re.sub(r"^\s*- (?=\S)", " ", text.replace("*", ""), flags=re.M)
    return re.sub(r"\s+", " ", re.sub(r"\n\s*\d\) ", " ", text)).strip()


@pytest.mark.skipif(SHARED is None, reason="../shared tidak ada di mesin ini")
def test_every_quotation_stands_in_the_juknis() -> None:
    assert SHARED is not None
    juknis = flat((SHARED / "juknis" / "permenperin-7-2023.md").read_text("utf-8"))
    strange = [k.id for k in RINCIAN if any(part not in juknis for part in flat(k.kutipan).split(" … "))]
    assert not strange


def test_every_rule_of_a_rincian_is_cited_and_quoted() -> None:
    assert not [k.id for k in RINCIAN if not k.kutipan]
    place = re.compile(r"Lampiran II\.([A-D])\.(\d)\.([c-j])(?:\.\d)?")
    for rincian, k in JUKNIS.every_ketentuan():
        if rincian:
            match = place.fullmatch(k.rujukan)
            assert match, k.id
            assert match[1] + match[2] == rincian.kode, k.id


@pytest.mark.parametrize("k", SEMUA, ids=lambda k: k.id)
def test_words_are_sentences(k: Ketentuan) -> None:
    for text in (k.pesan, k.saran, *k.varian.values()):
        assert text[0].isupper() or text[0] in "{«", text
        assert text.endswith((".", "}")), text
        assert "  " not in text
        assert len(text) < 330, text


def test_a_rincian_is_never_called_by_anothers_name() -> None:
    names = [(name.casefold(), kode) for kode, known in JUKNIS.sebutan().items() for name in known]
    assert len({name for name, _ in names}) == len(names)


def test_all_rules_can_be_shown() -> None:
    assert "A1-JPL" in "\n".join(show(JUKNIS, "a1"))
    for k in SEMUA:
        text = "\n".join(show(JUKNIS, k.id))
        assert k.judul in text
        assert "{" not in text
    assert any("17–50" in line for line in show(JUKNIS, "A1-USIA"))
    assert max(len(line) for line in show(JUKNIS)) <= 100


def test_an_unknown_name_is_answered_with_a_near_one() -> None:
    from dak_excel.juknis.yaml_document import JuknisError

    with pytest.raises(JuknisError, match="A1-JPL"):
        show(JUKNIS, "A1-JLP")
