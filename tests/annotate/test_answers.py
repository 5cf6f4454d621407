"""Of two answers to one finding in one file the first counts; what is beside the columns is none."""

from __future__ import annotations

from datetime import date, datetime
from io import BytesIO

import openpyxl
import pytest

from dak_excel.annotate.answers import own_sheets, read_own
from dak_excel.annotate.ringkasan_sheet import BEFORE_LABEL, DIGEST_LABEL, FILE_LABEL, TITLE
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
    assert own.answers["a" * 16].complete
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
    assert not answer.complete


@pytest.mark.parametrize(
    "day", [date(2023, 7, 12), datetime(2023, 7, 12, 8, 30), "12 Juli 2023", "12-07-2023"]
)
def test_a_date_is_read_however_it_is_written(day: Value) -> None:
    rows: list[list[Value]] = [HEAD, [1, "a" * 16, "alasan", "12/A", day]]
    answer = own_sheets([("Temuan", rows)]).answers["a" * 16]
    assert (answer.alasan, answer.tanggal_surat) == ("alasan", date(2023, 7, 12))
    assert answer.complete


def test_lines_above_the_headings_and_a_column_that_is_gone_cost_no_answer() -> None:
    rows: list[list[Value]] = [
        ["Temuan"],
        [None],
        HEAD[:-1],
        [1, "a" * 16, "satu", "12/A"],
        [2, "b" * 16, "dua"],
    ]
    answers = own_sheets([("Temuan", rows)]).answers
    assert {key[0]: answer.alasan for key, answer in answers.items()} == {"a": "satu", "b": "dua"}
    assert answers["a" * 16].tanggal_surat is None


ORIGIN: list[list[Value]] = [
    [TITLE],
    [FILE_LABEL, None, "peserta.xlsx"],
    [DIGEST_LABEL, "1" * 64],
    [BEFORE_LABEL, "2" * 64],
    [BEFORE_LABEL, "bukan sidik"],
    ["catatan"],
    ["tiga", "sel", "terisi"],
]


def test_ringkasan_says_which_files_a_copy_goes_back_to_the_latest_first() -> None:
    own = own_sheets([("Ringkasan", ORIGIN), ("Ringkasan (2)", [[TITLE], [DIGEST_LABEL, "3" * 64]])])
    assert own.sheets == ("Ringkasan", "Ringkasan (2)")
    assert own.workbook == "peserta.xlsx"
    assert own.digests == ("1" * 64, "2" * 64)


@pytest.mark.parametrize("rows", [[[TITLE]], [[DIGEST_LABEL, "1" * 64]], [["No", "Nama"]]])
def test_a_sheet_that_bears_only_our_title_or_our_label_is_the_users(rows: list[list[Value]]) -> None:
    assert own_sheets([("Ringkasan", rows)]).sheets == ()


@pytest.mark.parametrize("names", [("Ringkasan", "Temuan"), ("Ringkasan", "jawaban"), ("rk", "tm")])
def test_our_sheets_are_found_under_their_names_and_under_others(names: tuple[str, str]) -> None:
    book = openpyxl.Workbook()
    users = book.active
    assert users is not None
    users.append(["No", "Nama"])
    for name, rows in zip(
        names, (ORIGIN, [HEAD, [1, "a" * 16, "alasan", "12/A", "1 Juli 2023"]]), strict=True
    ):
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    buffer = BytesIO()
    book.save(buffer)
    own = read_own(buffer.getvalue())
    assert set(own.sheets) == set(names)
    assert own.answers["a" * 16].alasan == "alasan"
    assert own.digests[0] == "1" * 64


def test_what_is_no_workbook_has_nothing_of_ours() -> None:
    own = read_own(b"bukan buku kerja")
    assert (own.sheets, own.answers) == ((), {})
