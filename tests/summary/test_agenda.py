"""What to do this morning: verbs, gravest and nearest deadline first, and which rows of the data changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dak_excel.findings import Tingkat
from dak_excel.results.files import BerkasResult, LembarResult
from dak_excel.results.temuan import TemuanResult
from dak_excel.summary.agenda import agenda, agenda_of_all
from dak_excel.todo.causes import OTHER, cause_of
from dak_excel.todo.changes import WIDTH, row_changes
from tests.summary.builders import daerah, sekilas, temuan, tenggat

PER = date(2023, 7, 2)
IDS = (Path(__file__).parents[1] / "ketentuan_ids.txt").read_text(encoding="utf-8").split()


def line(row: int, ketentuan: str, **changes: object) -> TemuanResult:
    """A violation in a row."""
    facts = {"ketentuan": ketentuan, "tingkat": Tingkat.PELANGGARAN, "sel": f"F{row}"}
    return temuan(row, **{**facts, **changes})


def sentences(*found: TemuanResult) -> list[str]:
    one = daerah(temuan=list(found), berkas=[], dokumen=[], tenggat=[])
    return [hal.kalimat for hal in agenda(one.glance(), PER)]


@pytest.mark.parametrize("ketentuan", IDS)
def test_every_rule_has_something_to_do(ketentuan: str) -> None:
    assert cause_of(ketentuan) is not OTHER
    assert cause_of(ketentuan).sentence(2, "A1", terbuka=False)


def test_findings_become_verbs_with_how_many_where_and_for_how_much() -> None:
    rab = [line(n, "RAB-4-ASET", rincian="A2", rupiah=Decimal(8_300_000)) for n in (1, 2, 3)]
    one = daerah(temuan=[line(9, "A1-USIA"), *rab], berkas=[], dokumen=[], tenggat=[])
    todo = agenda(one.glance(), PER)
    assert [hal.kalimat for hal in todo] == [
        "Keluarkan 3 baris RAB A2",
        "Ganti 1 peserta A1, atau betulkan datanya",
    ]
    assert todo[0].rupiah == Decimal(24_900_000)


def test_a_peserta_with_two_faults_is_one_to_replace() -> None:
    assert sentences(line(4, "A1-USIA"), line(4, "A1-STATUS", sel="J4")) == [
        "Ganti 1 peserta A1, atau betulkan datanya"
    ]


def test_where_the_juknis_leaves_it_open_nobody_is_told_to_replace() -> None:
    assert sentences(line(4, "C1-STATUS", rincian="C1", tingkat=Tingkat.TELAAH)) == ["Periksa 1 IKM C1"]


def test_what_is_answered_or_only_advice_is_nothing_to_do() -> None:
    done = line(1, "A1-JPL", tingkat=Tingkat.PERSETUJUAN, status="disetujui")
    assert sentences(done, line(2, "A3-PRIORITAS", tingkat=Tingkat.INFO)) == []


def test_an_unread_file_comes_first_then_deadlines_then_the_gravest() -> None:
    one = daerah(temuan=[line(1, "A1-USIA")], tenggat=tenggat(None))
    said = [hal.kalimat for hal in agenda(one.glance(), PER)]
    assert said[0] == "Perbaiki «rusak.xlsx» yang tidak terbaca"
    assert said[1].startswith("Kirim surat rencana kegiatan, atau catat")
    assert said[1].endswith("(batasnya 31 Maret 2023: terlambat)")
    assert said[2] == "Kirim laporan Semester I paling lambat 14 Juli 2023 (12 hari lagi)"
    assert said[3].startswith("Ganti 1 peserta")


def test_a_deadline_and_the_finding_that_it_was_missed_are_one_thing_to_do() -> None:
    missed = line(1, "WAKTU-RENCANA", tingkat=Tingkat.DATA)
    one = daerah(temuan=[missed], berkas=[], dokumen=[], tenggat=tenggat(None)[:1])
    assert len(agenda(one.glance(), PER)) == 1


def test_a_deadline_of_all_daerah_is_one_thing_to_do() -> None:
    many = [sekilas(f"Kabupaten {n}", tenggat=tenggat(None)[1:], berkas=[]) for n in range(9)]
    said = [hal.kalimat for hal in agenda_of_all(many, PER)]
    assert said[0] == "Kirim laporan Semester I paling lambat 14 Juli 2023, 9 daerah (12 hari lagi)"
    assert len(said) == 5


def test_rows_that_came_went_and_changed() -> None:
    a, b, c, d = (letter * WIDTH for letter in "abcd")
    assert [str(x) for x in row_changes([("rab", a + b)], [("rab", a + c + d)])] == [
        "baris RAB: 1 ditambah, 1 diubah"
    ]
    assert row_changes([("peserta", a + b)], [("peserta", b), ("peserta", a)]) == []
    assert [str(x) for x in row_changes([("peserta", a + b)], [])] == ["peserta: 2 dihapus"]


def test_the_page_tells_which_data_changed_and_not_of_a_file_that_is_in_use() -> None:
    def read(rows: str, **changes: object) -> BerkasResult:
        sheet = LembarResult(nama="S", jenis="peserta", baris=2, jejak=rows)
        return BerkasResult.model_validate({"nama": "p.xlsx", "lembar": [sheet], **changes})

    before = daerah(berkas=[read("a" * WIDTH)]).for_next_run
    assert before is not None
    now = daerah(berkas=[read("a" * WIDTH + "b" * WIDTH)])
    now.compare(before)
    assert now.perubahan is not None
    assert now.perubahan.isi == ["peserta: 1 ditambah"]
    away = daerah(berkas=[BerkasResult(nama="p.xlsx", sebab="sedang dipakai", tunda=True)])
    away.compare(before)
    assert away.perubahan is not None
    assert away.perubahan.isi == []
