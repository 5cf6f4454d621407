"""What stands above and below the table: titles, whose office, terbilang, notes, signatures."""

from __future__ import annotations

from bench.layouts.amounts import SAID, Money
from bench.layouts.chance import Chance
from bench.layouts.page import Page


def titles(page: Page, chance: Chance, title: str, money: Money, activity: str) -> None:
    """Title lines; some offices begin lower, say whose sheet it is, or write nothing but the heading."""
    page.row += chance.number(0, 2)
    if chance.maybe("no title", 0.06):
        if money.scale in SAID:
            page.line({1: chance.one(SAID[money.scale])})
        return
    page.line({1: title})
    if chance.random.random() < 0.6:
        page.line(
            {1: chance.word("DINAS PERINDUSTRIAN KABUPATEN CONTOH", "KABUPATEN CONTOH", "DINAS CONTOH")}
        )
    if chance.random.random() < 0.7:
        page.line({1: chance.word("TAHUN ANGGARAN 2023", "Tahun 2023", "T.A. 2023")})
    if chance.maybe("facts beside each other", 0.25):
        page.row += 1
        page.line({1: "Program", 2: ": Perencanaan dan Pembangunan Industri"})
        page.line({1: "Kegiatan", 2: f": {activity}"})
        page.line({1: "Lokasi", 2: ": Kabupaten Contoh"})
    elif chance.random.random() < 0.6:
        page.line({1: activity})
    if money.scale in SAID:
        page.line({1: chance.one(SAID[money.scale])})
    page.row += chance.number(0, 1)


def numbers_row(page: Page, chance: Chance, places: list[int]) -> None:
    """The row that numbers the columns."""
    form = chance.habit("column numbers", "none", "1", "(1)", "a", later={2: ["1 text"], 3: ["formula text"]})
    if form == "none":
        return
    texts: dict[str, list[str | int | float | None]] = {
        "1": [n for n, _ in enumerate(places, 1)],
        "1 text": [str(n) for n, _ in enumerate(places, 1)],
        "(1)": [f"({n})" for n, _ in enumerate(places, 1)],
        "a": [chr(96 + n) for n, _ in enumerate(places, 1)],
        "formula text": [*range(1, len(places)), f"{len(places)}={len(places) - 2}x{len(places) - 1}"],
    }
    page.line(dict(zip(places, texts[form], strict=True)))


def signatures(page: Page, chance: Chance, column: int) -> None:
    """Place and date, office, an invented name."""
    page.row += 1
    page.line({column: "Contoh, 2 Januari 2023"})
    page.line(
        {2: "Mengetahui,", column: chance.word("Pejabat Pelaksana Teknis Kegiatan", "PPTK", "Bendahara")}
    )
    page.line({2: "Kepala Dinas"})
    page.row += 2
    page.line({2: "CONTOH PEJABAT, S.E.", column: "CONTOH PELAKSANA"})
    page.line({2: "NIP. 990101010000000001", column: "NIP. 990101010000000002"})


def foot(page: Page, chance: Chance, column: int) -> None:
    """Below the total."""
    if chance.maybe("terbilang", 0.12):
        page.line({1: "Terbilang: sekian rupiah"})
    if chance.maybe("notes below", 0.12):
        page.row += 1
        page.line({1: "Catatan:"})
        page.line({1: "1. Harga sudah termasuk pajak"})
        page.line({1: "2. Harga menurut standar biaya tahun 2023"})
    if chance.maybe("signatures", 0.35):
        signatures(page, chance, column)
