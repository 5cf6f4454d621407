"""Which lists are of one activity and which are of two: by name, batch, days and people."""

from __future__ import annotations

import pytest

from dak_excel.daerah.join import join_daerah
from dak_excel.daerah.model import Daerah
from dak_excel.sheets.grid import Grid, Value
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.records import ReadBook
from dak_excel.sheets.vocabulary import load_vocabulary
from tests.sheets.grids import ISTILAH, sheet

HEAD = ("No", "Nama", "NIK", "Nama Usaha", "NIB")


def listed(*titles: str, first: int = 1, name: str = "Sheet1") -> Grid:
    rows: list[tuple[Value, ...]] = [
        (n, f"Orang {n}", f"99010112058{n:05d}", f"Batik {n}", f"99000000{n:05d}")
        for n in range(first, first + 4)
    ]
    return sheet(*[[title] for title in titles], HEAD, *rows, name=name, file="A1 peserta.xlsx")


def joined(*grids: Grid) -> Daerah:
    sheets = [read_grid(grid, load_vocabulary(), ISTILAH, 2023) for grid in grids]
    return join_daerah("Kabupaten Contoh", [ReadBook("A1 peserta.xlsx", "xlsx", sheets)], sebutan=ISTILAH)


def numbers(daerah: Daerah) -> list[tuple[str, int]]:
    return [(k.judul, len(k.peserta)) for k in daerah.kegiatan]


def test_lists_of_other_people_on_other_days_are_two_activities() -> None:
    daerah = joined(
        listed("PESERTA PELATIHAN WIRAUSAHA", "Tanggal : 5 s.d. 9 Juni 2023", name="1"),
        listed("PESERTA PELATIHAN WIRAUSAHA", "Tanggal : 12 s.d. 16 Juni 2023", name="2", first=11),
    )
    assert numbers(daerah) == [
        ("PELATIHAN WIRAUSAHA", 4),
        ("PELATIHAN WIRAUSAHA (12 s.d. 16 Juni 2023)", 4),
    ]


def test_an_attendance_sheet_for_each_day_is_of_one_activity() -> None:
    daerah = joined(
        listed("DAFTAR HADIR PELATIHAN WIRAUSAHA", "Tanggal : 5 Juni 2023", name="1"),
        listed("DAFTAR HADIR PELATIHAN WIRAUSAHA", "Tanggal : 6 Juni 2023", name="2"),
    )
    assert numbers(daerah) == [("PELATIHAN WIRAUSAHA", 8)]


def test_a_list_over_two_sheets_is_of_one_activity() -> None:
    daerah = joined(
        listed("PESERTA PELATIHAN WIRAUSAHA", "Tanggal : 5 s.d. 9 Juni 2023", name="L"),
        listed("PESERTA PELATIHAN WIRAUSAHA", "Tanggal : 5 s.d. 9 Juni 2023", name="P", first=11),
    )
    assert numbers(daerah) == [("PELATIHAN WIRAUSAHA", 8)]


def test_a_list_without_a_name_is_called_as_the_juknis_calls_its_rincian() -> None:
    daerah = joined(listed("DAFTAR PESERTA", "ANGKATAN II", name="AKT II"))
    assert numbers(daerah) == [("Pelatihan pengelolaan bisnis dan manajemen wirausaha Angkatan 2", 4)]


def timetable(title: str) -> Grid:
    head = ["Hari/Tanggal", "Pukul", "Materi", "JPL", "Narasumber"]
    row = ["Senin, 12 Juni 2023", "08.00 - 12.00", "Motivasi", 5, "Ani Contoh"]
    return sheet(["JADWAL"], [title], head, row, name="jadwal", file="A1 peserta.xlsx")


def test_a_list_without_a_name_is_of_the_only_activity_of_its_rincian() -> None:
    daerah = joined(listed("DAFTAR PESERTA"), timetable("PELATIHAN WIRAUSAHA BATIK"))
    (kegiatan,) = daerah.kegiatan
    assert (len(kegiatan.peserta), len(kegiatan.jadwal)) == (4, 1)
    assert kegiatan.judul == "PELATIHAN WIRAUSAHA BATIK"


def test_a_list_without_a_name_beside_two_activities_is_of_neither() -> None:
    daerah = joined(
        listed("DAFTAR PESERTA"),
        timetable("PELATIHAN WIRAUSAHA BATIK"),
        timetable("PELATIHAN WIRAUSAHA LOGAM DAN LAS"),
    )
    assert sorted(len(k.peserta) for k in daerah.kegiatan) == [0, 0, 4]


@pytest.mark.parametrize(
    ("plan", "days"),
    [
        ("Juni 2023", (5, 9)),
        ("1 - 10 Juni 2023", (1, 10)),
        ("Juli 2023", (1, 31)),
        ("Maret - Juli 2023", (1, 31)),
    ],
)
def test_the_days_of_a_list_are_those_of_an_activity_planned_for_a_month(
    plan: str, days: tuple[int, int]
) -> None:
    planned = sheet(
        ["RENCANA KEGIATAN"],
        ["No", "Rincian", "Nama Kegiatan", "Target", "Satuan", "Waktu", "Tempat"],
        [1, "A1", "Pelatihan Wirausaha", 25, "orang", plan, "Aula"],
        name="Rencana",
        file="A1 peserta.xlsx",
    )
    (kegiatan,) = joined(
        planned, listed("PESERTA PELATIHAN WIRAUSAHA", "Tanggal : 5 s.d. 9 Juni 2023")
    ).kegiatan
    assert kegiatan.when is not None
    assert (kegiatan.when.nilai.mulai.day, kegiatan.when.nilai.selesai.day) == days


def test_a_logbook_makes_an_activity_of_its_own() -> None:
    visits = sheet(
        ["LOGBOOK PENDAMPINGAN", None],
        ["Kegiatan", ": C3 Pendampingan Bahan Baku"],
        ["Nama IKM", ": Anyaman Contoh"],
        ["Kunjungan ke", "Tanggal", "Hasil"],
        [1, "3 Juli 2023", "baik"],
        [2, "10 Juli 2023", "baik"],
    )
    (kegiatan,) = joined(visits).kegiatan
    assert (kegiatan.rincian, len(kegiatan.kunjungan)) == ("C3", 2)


def test_the_year_of_a_budget_is_not_the_time_of_its_activity() -> None:
    budget = sheet(
        ["Kegiatan", ": A1 Pelatihan Wirausaha"],
        ["Waktu Pelaksanaan", ": Januari s.d. Desember 2023"],
        ["No", "Uraian", "Vol", "Satuan", "Harga Satuan", "Jumlah"],
        [1, "Kain", 2, "m", 5, 10],
        name="RAB",
    )
    (kegiatan,) = joined(listed("PESERTA PELATIHAN WIRAUSAHA"), budget).kegiatan
    assert (len(kegiatan.rab), kegiatan.when) == (1, None)


def test_those_who_applied_are_no_peserta_where_there_is_a_list_of_peserta() -> None:
    applied = listed("PENDAFTARAN PELATIHAN WIRAUSAHA", first=1, name="Form Responses 1")
    chosen = listed("PESERTA PELATIHAN WIRAUSAHA", first=3, name="Peserta")
    assert numbers(joined(applied, chosen)) == [("PELATIHAN WIRAUSAHA", 4)]
    assert numbers(joined(applied)) == [("PELATIHAN WIRAUSAHA", 4)]


def test_an_old_copy_on_a_hidden_sheet_does_not_count() -> None:
    shown, old = listed("PESERTA PELATIHAN WIRAUSAHA"), listed("PESERTA PELATIHAN WIRAUSAHA", name="lama")
    old.hidden = True
    (kegiatan,) = joined(shown, old).kegiatan
    assert (len(kegiatan.peserta), len(kegiatan.tabel)) == (4, 1)


def test_a_hidden_sheet_of_other_people_counts() -> None:
    shown, more = listed("PESERTA PELATIHAN WIRAUSAHA"), listed("PESERTA PELATIHAN WIRAUSAHA", first=9)
    more.hidden = True
    assert numbers(joined(shown, more)) == [("PELATIHAN WIRAUSAHA", 8)]


PLAN = ("No", "Kegiatan", "Waktu Pelaksanaan", "Tempat", "Jumlah Peserta")


@pytest.mark.parametrize(
    ("plan", "title", "days", "one"),
    [
        # the code before the name, a place behind the title
        (
            "A1. Pelatihan Kewirausahaan",
            "PELATIHAN KEWIRAUSAHAAN BALAI DESA PEDAN",
            "5 s.d. 9 Juni 2023",
            True,
        ),
        ("A.1 Pelatihan Kewirausahaan", "PELATIHAN KEWIRAUSAHAAN ANGKATAN I", "5 s.d. 9 Juni 2023", True),
        # worded otherwise, on the same days
        (
            "Pelatihan Kewirausahaan dan Digital Marketing",
            "BIMTEK PEMASARAN DIGITAL KEWIRAUSAHAAN IKM BATIK",
            "5 s.d. 9 Juni 2023",
            True,
        ),
        # worded otherwise, on other days
        (
            "Pelatihan Kewirausahaan dan Digital Marketing",
            "BIMTEK PEMASARAN DIGITAL KEWIRAUSAHAAN IKM BATIK",
            "12 s.d. 16 Juni 2023",
            False,
        ),
        # another subject on the same days
        ("Pelatihan Kewirausahaan Batik", "PELATIHAN KEUANGAN TENUN", "5 s.d. 9 Juni 2023", False),
    ],
)
def test_a_list_worded_otherwise_is_of_the_activity_on_its_days(
    plan: str, title: str, days: str, one: bool
) -> None:
    rows = (1, plan, "5 s.d. 9 Juni 2023", "Aula", 4)
    grid = sheet(["REALISASI KEGIATAN"], PLAN, rows, name="Kegiatan", file="A1 kegiatan.xlsx")
    daerah = joined(grid, listed(f"PESERTA {title}", f"Tanggal : {days}"))
    assert [len(k.peserta) for k in daerah.kegiatan] == ([4] if one else [0, 4])
    assert daerah.kegiatan[0].judul.startswith("Pelatihan")


@pytest.mark.parametrize(
    ("plan", "titles", "people"),
    [
        # the plan calls it as the juknis does; one list names it otherwise
        ("1. Pelatihan Pengelolaan Bisnis dan Manajemen Wirausaha", ("KEUANGAN USAHA ROTAN",), [4]),
        ("Pelatihan wirausaha", ("KEUANGAN USAHA ROTAN", "KEUANGAN USAHA ROTAN"), [8]),
        # two trainings of the rincian are not one
        ("Pelatihan wirausaha", ("KEUANGAN USAHA ROTAN", "PEMASARAN DARING TENUN"), [0, 4, 4]),
        # the plan has a name of its own
        ("Pelatihan Kewirausahaan Batik Tulis", ("KEUANGAN USAHA ROTAN",), [0, 4]),
    ],
)
def test_a_list_is_of_the_plan_that_names_only_its_rincian(
    plan: str, titles: tuple[str, ...], people: list[int]
) -> None:
    rows = ("A1", plan, "Maret 2023", "Aula", 4)
    head = ("Kode Rincian", "Kegiatan", "Waktu", "Tempat", "Jumlah Peserta")
    grid = sheet(["RENCANA KEGIATAN"], head, rows, name="Kegiatan", file="A1 kegiatan.xlsx")
    lists = [listed(f"PESERTA PELATIHAN {t}", first=10 * n, name=f"L{n}") for n, t in enumerate(titles)]
    assert [len(k.peserta) for k in joined(grid, *lists).kegiatan] == people
