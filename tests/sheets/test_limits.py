"""One file may not take the program with it: time, memory and crashes stay in the worker."""

from __future__ import annotations

import ctypes
import io
import os
import pickle
import signal
import subprocess
import sys
import time

import pytest

from dak_excel.sheets.formats import limits
from dak_excel.sheets.formats.limits import guarded, start_worker, stop_worker
from dak_excel.sheets.formats.refusal import Refusal, damaged, encrypted, unreadable
from dak_excel.sheets.formats.worker import (
    ExtendedLimits,
    PosixLimits,
    WindowsJob,
    answer,
    out_of_time,
    serve,
    windows_limits,
)
from dak_excel.sheets.grid import Unreadable
from dak_excel.sheets.open import open_book, open_lock, open_safely
from tests.sheets.foreign.binary import xls, xlsx_password
from tests.sheets.foreign.kinds import TABEL
from tests.sheets.foreign.package import book, pack, parts, raw, relations, workbook, worksheet

MIB = 2**20


def test_a_workbook_comes_back_from_the_worker_as_it_is() -> None:
    direct = open_book(book(TABEL), "peserta.xlsx")
    assert guarded(open_book, book(TABEL), "peserta.xlsx") == direct


def test_what_takes_too_long_is_set_aside_and_the_next_file_is_read() -> None:
    with pytest.raises(Unreadable, match=r"^«lama\.xlsx» disisihkan: .* 0,3 detik"):
        guarded(_sleep, 60, "lama.xlsx", seconds=0.3)
    assert guarded(abs, -1) == 1


def test_what_takes_too_much_memory_is_set_aside_and_the_next_file_is_read() -> None:
    with pytest.raises(Unreadable, match="memori lebih dari 300 MiB"):
        guarded(bytearray, 600 * MIB, memory=300 * MIB)
    assert guarded(len, "abc") == 3


def test_a_crash_in_a_parser_does_not_reach_the_program() -> None:
    with pytest.raises(Unreadable, match="rusak"):
        guarded(os.abort)
    assert guarded(abs, -2) == 2


def test_errors_come_back_as_they_are() -> None:
    with pytest.raises(Unreadable, match=r"«surat\.docx» tidak dapat dibaca"):
        guarded(open_book, b"%PDF-1.4", "surat.docx")
    with pytest.raises(ZeroDivisionError):
        guarded(divmod, 1, 0)
    with pytest.raises(RuntimeError, match="Unpicklable"):
        guarded(_raise_unpicklable)


@pytest.mark.parametrize("refusal", [damaged(), unreadable(), encrypted()])
def test_a_refusal_comes_out_of_the_worker_with_what_it_says(refusal: Refusal) -> None:
    again = pickle.loads(pickle.dumps(refusal))
    assert (type(again), again.sebab, again.saran) == (type(refusal), refusal.sebab, refusal.saran)


def test_a_file_with_a_password_of_its_own_is_refused_in_words() -> None:
    with pytest.raises(Unreadable, match="kata sandi"):
        open_lock(xlsx_password(), "terkunci.xlsx")


def test_the_worker_lives_on_from_file_to_file_but_not_after_a_large_one() -> None:
    first = guarded(os.getpid)
    assert first not in (os.getpid(), None)
    assert guarded(os.getpid) == first
    guarded(len, b"\0" * (9 * MIB))
    assert guarded(os.getpid) != first


def test_a_worker_that_has_died_is_replaced() -> None:
    start_worker()
    worker = limits._worker
    assert worker
    worker.process.kill()
    worker.process.wait()
    assert guarded(abs, -3) == 3
    stop_worker()
    stop_worker()


def test_an_interrupted_request_does_not_answer_the_next(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("dak_excel.sheets.formats.limits._Worker.run", interrupted)
    with pytest.raises(KeyboardInterrupt):
        guarded(abs, -5)
    monkeypatch.undo()
    assert limits._worker is None
    assert guarded(abs, -6) == 6


def test_small_plain_workbooks_need_no_worker_and_others_do(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def guard(function: object, data: bytes, workbook: str, **_: float) -> object:
        asked.append(workbook)
        return open_book(data, workbook)

    monkeypatch.setattr("dak_excel.sheets.open.guarded", guard)
    blank = "".join(f'<row r="{r}"><c r="A{r}" s="1"/></row>' for r in range(4, 400_000))
    for name, data in (
        ("a.xlsx", book(TABEL)),
        ("b.xls", xls(TABEL)),
        ("c.xlsx", raw(blank)),
        ("d.csv", b"a;b\n1;2\n"),
    ):
        open_safely(data, name)
    assert asked == ["b.xls", "c.xlsx", "d.csv"]


def test_nothing_on_standard_output_disturbs_the_answers() -> None:
    assert guarded(os.write, 1, b"keluaran pustaka") == 16
    assert guarded(abs, -4) == 4


def test_requests_are_answered_one_after_another() -> None:
    requests = [pickle.dumps((abs, (-n,), 60.0, 2**40)) for n in (1, 2)]
    source = io.BytesIO(b"".join(len(r).to_bytes(8, "little") + r for r in requests))
    code = (
        "import sys; from dak_excel.sheets.formats.worker import serve; "
        "serve(sys.stdin.buffer, sys.stdout.buffer)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], input=source.getvalue(), stdout=subprocess.PIPE, check=True
    )
    size = int.from_bytes(done.stdout[:8], "little")
    assert pickle.loads(done.stdout[8 : 8 + size]) == ("returned", 1)
    assert pickle.loads(done.stdout[16 + size :]) == ("returned", 2)
    serve(io.BytesIO(b""), io.BytesIO())


@pytest.mark.skipif(sys.platform == "win32", reason="setrlimit is POSIX's")
def test_posix_limits_hold_the_process_itself() -> None:
    code = (
        "from dak_excel.sheets.formats.worker import PosixLimits, answer; import pickle;"
        "print(pickle.loads(answer(pickle.dumps((bytearray, (2**30,), 5.0, 400 * 2**20)), PosixLimits())))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "('memory', None)"


class Kernel:
    """Stands in for kernel32; its functions take attributes, as ctypes' do."""

    def __init__(self, *, willing: bool = True) -> None:
        self.set: list[ExtendedLimits] = []

        def function(result: int) -> object:
            def call(*_: object) -> int:
                return result

            return call

        def information(job: object, kind: int, pointer: object, size: int) -> int:
            assert (kind, size) == (9, ctypes.sizeof(ExtendedLimits))
            given = ctypes.cast(pointer, ctypes.POINTER(ExtendedLimits)).contents  # type: ignore[arg-type]
            self.set.append(
                ExtendedLimits.from_buffer_copy(given)
            )  # its owner goes when the call has returned
            return 1

        self.CreateJobObjectW = function(7)
        self.GetCurrentProcess = function(2**32 - 1)
        self.AssignProcessToJobObject = function(int(willing))
        self.SetInformationJobObject = information


def test_windows_limits_hold_the_process_by_a_job_object() -> None:
    kernel = Kernel()
    job = WindowsJob(kernel)
    job.limit(60, 2**30)
    limits = kernel.set[0]
    assert limits.ProcessMemoryLimit == 2**30
    assert limits.BasicLimitInformation.LimitFlags == 0x2 | 0x100 | 0x400
    assert limits.BasicLimitInformation.PerProcessUserTimeLimit >= 600_000_000
    assert answer(pickle.dumps((abs, (-1,), 1.0, 2**30)), job)
    if ctypes.sizeof(ctypes.c_void_p) == 8:
        assert ctypes.sizeof(windows_limits(1, 1)) == 144  # winnt.h, 64 bits
    with pytest.raises(OSError, match="job"):
        WindowsJob(Kernel(willing=False))
    assert isinstance(PosixLimits(), PosixLimits)


class Unpicklable(Exception):
    def __reduce__(self) -> str:
        raise TypeError("never")


def _raise_unpicklable() -> None:
    raise Unpicklable


def _sleep(seconds: float, _: str) -> None:
    time.sleep(seconds)


def test_the_formulas_of_all_sheets_share_one_budget(monkeypatch: pytest.MonkeyPatch) -> None:
    sheets = {f"xl/worksheets/sheet{n}.xml": worksheet(_running_totals(60)) for n in range(1, 4)}
    members = {**parts(""), **sheets, "xl/workbook.xml": workbook("I", "II", "III")}
    members["xl/_rels/workbook.xml.rels"] = relations(
        *((f"rId{n}", "worksheet", f"worksheets/sheet{n}.xml") for n in range(1, 4))
    )
    first, _, last = open_book(pack(members), "b.xlsx").grids
    assert (first.at(60, 2), last.at(60, 2), last.unvalued) == (60, 60, {})
    monkeypatch.setattr("dak_excel.sheets.formats.formulas.WORK", 4_000)
    first, _, last = open_book(pack(members), "b.xlsx").grids
    assert first.at(40, 2) == 40
    assert last.unvalued[60, 2] == "=SUM(A$1:A60)"


def test_one_total_that_all_rows_ask_for_is_summed_once() -> None:
    rows = "".join(
        f'<row r="{r}"><c r="A{r}"><v>1</v></c><c r="B{r}"><f>A{r}/SUM(A$1:A$9000)</f></c></row>'
        for r in range(1, 9_001)
    )
    grid = open_book(raw(rows), "b.xlsx").grids[0]
    assert grid.at(9_000, 2) == 1 / 9_000
    assert not grid.unvalued


def _running_totals(count: int) -> str:
    return "".join(
        f'<row r="{r}"><c r="A{r}"><v>1</v></c><c r="B{r}"><f>SUM(A$1:A{r})</f></c></row>'
        for r in range(1, count + 1)
    )


@pytest.mark.skipif(sys.platform == "win32", reason="tanda batas waktu POSIX")
def test_what_the_system_ended_for_its_time_is_told_from_what_died_otherwise() -> None:
    assert out_of_time(-signal.SIGXCPU)
    assert not out_of_time(-signal.SIGKILL) and not out_of_time(0)
