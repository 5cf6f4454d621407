"""Work that takes more than one file may is stopped, said, and everything else goes on."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from dak_excel import checks
from dak_excel.checks import check_daerah
from dak_excel.checks.registry import CHECKS, Scope
from dak_excel.checks.rules import load_rules
from dak_excel.daerah.model import Daerah
from dak_excel.faults import Faults, attempt
from dak_excel.findings import Temuan
from dak_excel.juknis.model import Ketentuan
from dak_excel.watchdog import Limit, TooMuch, held, memory_now

MUCH = 2**40
NOTHING = Limit(0, MUCH)


def forever() -> int:
    """Work that never ends, and that takes any fault of a cell for no reason to stop."""
    while True:
        try:
            int("bukan angka")
        except Exception:
            continue


def test_work_without_end_is_left_out_with_the_reason() -> None:
    faults = Faults(limit=NOTHING)
    assert faults.leave_out_held("lembar", forever, -1) == -1
    assert "memerlukan lebih dari 0 detik" in str(faults.found[0])
    assert "test_watchdog.py" in faults.found[0].trace


@pytest.mark.skipif(not memory_now(), reason="sistem ini tidak menyebut memori yang terpakai")
def test_work_that_fills_the_memory_is_left_out_with_the_reason() -> None:
    faults = Faults(limit=Limit(60, 20 * 2**20))

    def fill() -> int:
        held: list[bytes] = []
        while True:
            held.append(b"x" * 10_000 + str(len(held)).encode())

    assert faults.leave_out_held("lembar", fill, -1) == -1
    assert "memerlukan memori lebih dari 20 MiB" in str(faults.found[0])


def test_what_was_caught_within_is_stopped_again() -> None:
    stopped = 0
    with pytest.raises(TooMuch), held(NOTHING):
        for _ in range(2):
            try:
                forever()
            except TooMuch:
                stopped += 1
        forever()
    assert stopped == 2


def test_the_inner_limit_stops_the_inner_work_only() -> None:
    with held(Limit(600, MUCH)), pytest.raises(TooMuch), held(NOTHING):
        forever()


def test_a_rule_that_takes_too_long_is_said_and_the_others_are_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    juknis = load_rules(2023)
    kind = next(k.jenis for _, k in juknis.every_ketentuan())
    asked: list[str] = []

    def endless(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
        forever()
        yield from ()

    def counted(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
        asked.append(k.id)
        yield from ()

    for name in CHECKS:
        monkeypatch.setitem(checks.CHECKS, name, endless if name == kind else counted)
    faults = Faults(limit=NOTHING)
    found = check_daerah(Daerah("Kabupaten Contoh"), juknis, date(2023, 7, 20), faults)
    assert asked
    assert any("karena memerlukan lebih dari 0 detik" in t.pesan for t in found)


def test_a_cell_that_takes_too_long_stops_its_table_and_not_only_itself() -> None:
    with pytest.raises(TooMuch), held(NOTHING):
        attempt("sel", forever)
