"""At the very limit of a rule: the last value that is allowed, and the first that is not."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from dak_excel.checks import check_daerah
from dak_excel.checks.clashes import _days as clash_days
from dak_excel.checks.prior_training import _nearly
from dak_excel.checks.rules import load_rules
from dak_excel.daerah.keluaran import _attended, _days
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.orang import age_at_activity
from dak_excel.findings import Temuan
from dak_excel.rab.classify import classify_text
from dak_excel.sheets.records import Peserta
from dak_excel.sheets.tabel import Kind, Span
from tests.berkas_skenario import dasar
from tests.reports import builders
from tests.susun_skenario import daerah

DASAR = dasar()
JUKNIS = load_rules(2023)


def found(place: Daerah, jenis: str) -> list[Temuan]:
    """The findings of the rules of one kind."""
    rules = {k.id for _, k in JUKNIS.every_ketentuan() if k.jenis == jenis}
    return [t for t in check_daerah(place, JUKNIS, date(2023, 9, 1)) if t.ketentuan in rules]


@pytest.mark.parametrize(("years", "flagged"), [(16, True), (17, False), (50, False), (51, True)])
def test_an_age_that_is_written_is_flagged_beyond_the_limit_only(years: int, flagged: bool) -> None:
    row = {"tanggal_lahir": None, "usia": years}
    facts = {"untuk": "A1", "peserta": {"banyak": 25, 3: row}}
    assert bool(found(daerah(facts, DASAR), "usia")) is flagged


@pytest.mark.parametrize(("born", "years"), [(date(1985, 6, 12), 38), (date(1985, 6, 13), 37)])
def test_on_the_birthday_one_is_a_year_older(born: date, years: int) -> None:
    people = builders.peserta(1, rincian="A1", kegiatan="Pelatihan", tanggal_lahir=born)
    days = Span(date(2023, 6, 12), date(2023, 6, 16))
    place = builders.daerah(builders.lembar(Kind.PESERTA, people, waktu=days))
    (activity,) = place.kegiatan
    answer = age_at_activity(place.peserta[0], activity, 2023)
    assert getattr(answer, "nilai", None) == years


@pytest.mark.parametrize(
    ("said", "nik", "flagged"),
    [
        *(("L", 12, False), ("P", 52, False), ("L", 52, True), ("P", 12, True)),
        *(("L", 31, False), ("P", 31, True), ("P", 71, False), ("L", 71, True)),
        *(("P", 0, False), ("P", 32, False), ("P", 40, False), ("L", 72, False)),  # no day: no sex either
    ],
)
def test_the_sex_is_compared_with_the_day_in_the_nik(said: str, nik: int, flagged: bool) -> None:
    row = {"kelamin": said, "nik": f"990101{nik:02d}06850001", "tanggal_lahir": date(1985, 6, 12)}
    facts = {"untuk": "A1", "peserta": {"banyak": 25, 3: row}}
    assert bool(found(daerah(facts, DASAR), "nik_kelamin")) is flagged


@pytest.mark.parametrize(
    ("day", "no_date"), [(1, False), (31, False), (41, False), (71, False), (0, True), (32, True), (72, True)]
)
def test_a_day_in_the_nik_is_one_up_to_the_thirty_first(day: int, no_date: bool) -> None:
    row = {"nik": f"990101{day:02d}07850001", "tanggal_lahir": date(1985, 6, 12)}
    (told,) = found(daerah({"untuk": "A1", "peserta": {"banyak": 25, 3: row}}, DASAR), "nik_lahir")
    assert ("tidak membentuk tanggal" in told.pesan) is no_date


def _two_lists(shared: int, others: int) -> Daerah:
    """A list of 20, and a second one in which `shared` of them stand beside `others`."""
    told: dict[str, Any] = {"rincian": "A1", "kegiatan": "Pelatihan"}
    first = builders.peserta(20, **told)
    second = [*builders.peserta(shared, **told), *builders.peserta(others, mulai=50, **told)]
    return builders.daerah(builders.lembar(Kind.PESERTA, first), builders.lembar(Kind.PESERTA, second))


@pytest.mark.parametrize(("shared", "others", "doubled"), [(4, 4, False), (4, 5, True), (5, 4, False)])
def test_half_of_a_list_in_another_makes_it_the_same_list(shared: int, others: int, doubled: bool) -> None:
    assert bool(found(_two_lists(shared, others), "orang_ganda")) is doubled


def test_two_of_one_name_and_another_sex_are_two_people() -> None:
    told: dict[str, Any] = {
        "rincian": "A1",
        "kegiatan": "Pelatihan",
        "nik": None,
        "nib": None,
        "tanggal_lahir": None,
    }
    twice = [{**builders.peserta(1, **told)[0], "kelamin": kelamin} for kelamin in "LP"]
    same = [builders.peserta(1, **told)[0] for _ in "LL"]
    assert not found(builders.daerah(builders.lembar(Kind.PESERTA, twice)), "orang_ganda")
    assert found(builders.daerah(builders.lembar(Kind.PESERTA, same)), "orang_ganda")


@pytest.mark.parametrize(("months", "a_year"), [(10, False), (11, True)])
def test_a_unit_tells_something_from_its_minimum_on(months: int, a_year: bool) -> None:
    bukti = classify_text("Honorarium tenaga", faktor=((Decimal(months), "bulan"),))
    other = classify_text("Honorarium tenaga", faktor=((Decimal(10), "bulan"),))
    assert (bukti != other) is a_year


def test_nobody_must_attend_more_days_than_the_most_diligent_did() -> None:
    told: dict[str, Any] = {"rincian": "A1", "kegiatan": "Pelatihan"}
    people = [{**row, "hadir": 4.0} for row in builders.peserta(3, **told)]
    sessions = [
        {**told, "waktu": Span(date(2023, 6, d), date(2023, 6, d)), "materi": f"M{d}"} for d in range(12, 17)
    ]
    place = builders.daerah(builders.lembar(Kind.PESERTA, people), builders.lembar(Kind.JADWAL, sessions))
    (activity,) = place.kegiatan
    assert len(activity.jadwal) == 5
    assert _days(activity) == 4
    assert all(_attended(row, _days(activity)) for row in activity.peserta if isinstance(row, Peserta))


@pytest.mark.parametrize(("wrong", "one"), [("1", True), ("2", True), ("12", False)])
def test_a_nik_with_one_digit_typed_wrong_may_be_the_same_and_with_two_not(wrong: str, one: bool) -> None:
    nik = "9901011206850001"
    assert _nearly(nik, nik[: -len(wrong)] + wrong) is one


@pytest.mark.parametrize(("days", "counted"), [(3, 3), (4, 0)])
def test_a_session_is_compared_day_by_day_up_to_the_limit_of_days(days: int, counted: int) -> None:
    span = Span(date(2023, 6, 12), date(2023, 6, 11 + days))
    rows = [{"rincian": "A1", "kegiatan": "Pelatihan", "waktu": span, "materi": "M"}]
    (activity,) = builders.daerah(builders.lembar(Kind.JADWAL, rows)).kegiatan
    assert len(clash_days(activity, 3)) == counted
