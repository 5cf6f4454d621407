"""Words of a budget line: limits, abbreviations, typing slips."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from dak_excel.rab.classify import classify_text
from dak_excel.rab.terms import make_search
from dak_excel.rab.vocabulary import load_vocabulary
from dak_excel.rab.words import Boundary, Spelling, split

PENGHUBUNG = frozenset({"untuk", "di"})


def test_limits_stand_before_the_word_that_follows_them() -> None:
    tokens = split("Sewa meja, kursi (5 hari) untuk peserta", PENGHUBUNG, {})
    assert [(t.kata, t.batas) for t in tokens] == [
        ("sewa", Boundary.PISAH),
        ("meja", Boundary.TIADA),
        ("kursi", Boundary.DERET),
        ("5", Boundary.PISAH),
        ("hari", Boundary.TIADA),
        ("peserta", Boundary.PISAH),
    ]


def test_a_kode_rekening_in_the_text_is_no_word() -> None:
    assert [t.kata for t in split("5.1.02.02.01.0003 Honor", frozenset(), {})] == ["honor"]


def test_a_number_before_a_text_is_no_word() -> None:
    for text in ("A1. Honor", "C3 Honor", "3) Honor", "iv. Honor", "a. Honor"):
        assert [t.kata for t in split(text, frozenset(), {})] == ["honor"]
    assert [t.kata for t in split("2.5 kg", frozenset(), {})] == ["2.5", "kg"]
    assert [t.kata for t in split("30 orang", frozenset(), {})] == ["30", "orang"]


def test_where_a_word_stands() -> None:
    search = make_search()
    assert "kantor@asal" in search.find("Notulis dari dinas")
    assert "kantor@asal" not in search.find("Notulis dinas")
    assert "aset@kepala" in search.find("Biaya untuk pembelian laptop")
    assert "aset@kepala" not in search.find("Tenaga operator laptop")
    assert "kegiatan" in search.find("Kegiatan pelatihan")
    assert "kegiatan" not in search.find("Laptop 1 keg")


def test_abbreviations_are_written_out() -> None:
    assert [t.kata for t in split("Perjadin narsum", frozenset(), load_vocabulary().singkatan)] == [
        "perjalanan",
        "dinas",
        "narasumber",
    ]


def test_slips_are_mended_only_towards_words_that_decide() -> None:
    ejaan = Spelling(frozenset({"resin", "kain"}), frozenset({"mesin", "panitia", "peserta"}))
    assert ejaan.mend("panita") == "panitia"
    assert ejaan.mend("pesreta") == "peserta"
    assert ejaan.mend("resin") == "resin"
    assert ejaan.mend("kainn") == "kainn"
    assert ejaan.mend("pelaksanaan") == "pelaksanaan"


def test_every_word_of_the_vocabulary_stays_what_it_is() -> None:
    kosakata = load_vocabulary()
    search = make_search()
    for name, istilah in kosakata.istilah.items():
        for group in istilah.isi:
            for text in group.kata:
                found = search.find(text, judul=name in kosakata.hanya_judul)
                assert name in found, f"{text!r} tidak memberi istilah {name}"


@given(st.text(max_size=120))
def test_any_text_gets_a_verdict(text: str) -> None:
    verdict = classify_text(text)
    assert 0 <= verdict.yakin <= 1
    assert verdict.alasan


def test_a_word_without_its_vowels_is_the_only_word_that_it_can_be_short_for() -> None:
    ejaan = Spelling(frozenset({"kamar"}), frozenset({"pengadaan", "kamera", "listrik", "mesin"}))
    assert [ejaan.mend(word) for word in ("pngdaan", "lstrik", "kmera", "kamar", "msn", "mson")] == [
        "pengadaan",
        "listrik",
        "kamera",
        "kamar",
        "msn",
        "mson",
    ]
