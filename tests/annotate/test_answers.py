"""Of two answers to one finding in one file the first counts; what is beside the columns is none."""

from __future__ import annotations

from datetime import date

from dak_excel.annotate.answers import own_sheets
from dak_excel.annotate.temuan_sheet import ANSWERS, KEY_TITLE
from dak_excel.sheets.grid import Value

HEAD: list[Value] = ["No", KEY_TITLE, *ANSWERS]


def test_the_first_of_two_answers_to_one_finding_counts() -> None:
    first: list[list[Value]] = [HEAD, [1, "a" * 16, "alasan pertama", "12/A", date(2023, 7, 1)]]
    second: list[list[Value]] = [
        HEAD,
        [1, "a" * 16, "alasan kedua", "", None],
        [2, "b" * 16, "lain", "", None],
    ]
    own = own_sheets([("Temuan", first), ("Temuan (2)", second)])
    assert own.sheets == ("Temuan", "Temuan (2)")
    assert own.answers["a" * 16].alasan == "alasan pertama"
    assert own.answers["a" * 16].lengkap
    assert own.answers["b" * 16].alasan == "lain"


def test_a_row_without_an_answer_leaves_room_for_a_later_one() -> None:
    empty: list[list[Value]] = [HEAD, [1, "a" * 16, None, None, None]]
    later: list[list[Value]] = [HEAD, [1, "a" * 16, "alasan", None, None]]
    assert own_sheets([("Temuan", empty), ("Lain", later)]).answers["a" * 16].alasan == "alasan"


def test_a_row_that_ends_early_and_one_without_a_key_are_no_answers() -> None:
    rows: list[list[Value]] = [HEAD, [1, "a" * 16], [2, None, "alasan tanpa kunci", "", None]]
    assert own_sheets([("Temuan", rows)]).answers == {}


def test_a_date_that_is_none_is_kept_with_the_reason_and_is_no_approval() -> None:
    rows: list[list[Value]] = [HEAD, [1, "a" * 16, "alasan", 45.0, "bulan depan"]]
    answer = own_sheets([("Temuan", rows)]).answers["a" * 16]
    assert "bulan depan" in answer.alasan
    assert answer.nomor_surat == "45"
    assert not answer.lengkap
