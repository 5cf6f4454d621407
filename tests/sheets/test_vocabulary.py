"""The vocabulary: spellings that mean the same, a dinas's own words, and files that do not fit."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dak_excel.sheets.kinds.catalogue import KINDS
from dak_excel.sheets.records import Peserta
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.values.column_types import ISI
from dak_excel.sheets.vocabulary import VocabularyError, load_vocabulary
from tests.sheets.grids import read

KOSAKATA = load_vocabulary()


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("No. KTP *", "nomor ktp"),
        ("  NAMA\nPESERTA : ", "nama peserta"),
        ("Jml. Harga (Rp)", "jumlah harga"),
        ("S.D. Bulan Ini", "s/d Bln Ini"),
        ("sampai dengan bulan ini", "s/d Bln Ini"),
        ("T.T.L", "TTL"),
        ("L / P", "L/P"),
        ("Tgl. Lhr", "Tanggal Lahir"),
        ("% Realisasi", "Persen Realisasi"),
        ("Praktek", "Praktik"),
        ("(Rp)", "Rp."),
        ("J U M L A H", "Jumlah"),
    ],
)
def test_spellings_that_mean_the_same(written: str, meant: str) -> None:
    assert KOSAKATA.standard(written) == KOSAKATA.standard(meant)


@given(st.text(max_size=60))
def test_marks_around_a_heading_mean_nothing(text: str) -> None:
    assert KOSAKATA.standard(f" {text} *) : ") == KOSAKATA.standard(text)


def test_every_heading_is_known_under_its_own_field() -> None:
    for words in KOSAKATA.jenis.values():
        for bidang in words.bidang.values():
            assert bidang.isi in ISI
            assert all(bidang.nama in words.index[heading] for heading in bidang.judul if heading)


def test_every_field_of_a_record_has_headings_or_comes_from_others() -> None:
    derived = {
        *("tabel", "row", "rincian", "kegiatan", "problems", "overrides", "tahap", "jenis", "kelompok"),
        *(
            "tingkat",
            "cakupan",
            "cocok",
            "seharusnya",
            "di_luar_jumlah",
            "jumlah_sebelum",
            "rencana_bulan",
            "realisasi_bulan",
        ),
    }
    for kind, made in KINDS.items():
        known = set(KOSAKATA.jenis[kind].bidang) | derived
        wanted = {f.name for f in fields(made.record)}
        assert wanted <= known, (kind, wanted - known)


def test_a_dinas_adds_its_own_words(tmp_path: Path) -> None:
    own = tmp_path / "kata.yaml"
    own.write_text(
        "jenis:\n  peserta:\n    kolom:\n      nib: {judul: [Nomor OSS Usaha]}\n", encoding="utf-8"
    )
    heads = ("No", "Nama Peserta", "NIK", "Nomor OSS Usaha", "Sentra")
    row = [1, "Siti Contoh", "9901015206850001", "1234567890123", "Batik"]
    record = read(["DAFTAR PESERTA"], heads, row, own_words=own).records[0]
    assert isinstance(record, Peserta)
    assert record.nib == "1234567890123"
    before = read(["DAFTAR PESERTA"], heads, row).records[0]
    assert isinstance(before, Peserta)
    assert before.nib is None


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("jenis:\n  pesertaa: {}\n", "pesertaa"),
        ("jenis:\n  peserta:\n    kolom:\n      nibb: {judul: [X]}\n", "nibb"),
        ("jenis:\n  peserta:\n    kolom:\n      nib: {isi: entah}\n", "entah"),
        ("- daftar\n", "kunci"),
        ("jenis: [\n", "kata.yaml"),
    ],
)
def test_a_file_of_words_that_does_not_fit_is_refused(tmp_path: Path, text: str, place: str) -> None:
    own = tmp_path / "kata.yaml"
    own.write_text(text, encoding="utf-8")
    with pytest.raises(VocabularyError, match=place):
        load_vocabulary(own)


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(VocabularyError, match=r"tidak_ada\.yaml"):
        load_vocabulary(tmp_path / "tidak_ada.yaml")


def test_the_kinds_of_the_contract_are_all_there() -> None:
    assert set(KOSAKATA.jenis) == set(Kind) - {Kind.TIDAK_DIKENALI}
