"""How well the classifier does on labelled lines, also when they are written carelessly."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from bench.rab_eval import Hasil, angka, baca, laporan, periksa
from tests.shared import SHARED

BERKAS = sorted(Path(__file__).parent.glob("baris_uji*.csv"))
Ubah = Callable[[str, random.Random], str]


@pytest.mark.skipif(SHARED is None, reason="../shared tidak ada di mesin ini")
def test_the_ministrys_lines_are_all_told_apart() -> None:
    assert SHARED is not None
    hasil = periksa(baca(SHARED / "rab" / "rab_lines_dev.csv"))
    figures = angka(hasil)
    assert figures.boleh_dilarang == 0, laporan(hasil, salah=True)
    assert figures.ditemukan >= 0.95
    assert figures.ditemukan + figures.jadi_telaah == 1


@pytest.mark.parametrize("path", BERKAS, ids=lambda path: path.stem)
def test_no_allowed_line_is_called_forbidden_and_forbidden_ones_are_found(path: Path) -> None:
    hasil = periksa(baca(path))
    figures = angka(hasil)
    assert figures.boleh_dilarang == 0, laporan(hasil, salah=True)
    assert figures.ditemukan >= 0.95, laporan(hasil, salah=True)
    assert figures.ditemukan + figures.jadi_telaah == 1, laporan(hasil, salah=True)


def _typo(text: str, rng: random.Random) -> str:
    """One letter of one word left out, doubled, swapped or another."""
    words = text.split(" ")
    long = [i for i, word in enumerate(words) if sum(c.isalpha() for c in word) >= 5]
    if not long:
        return text
    at = rng.choice(long)
    word = words[at]
    k = rng.randrange(1, len(word) - 1)
    words[at] = rng.choice(
        [
            word[:k] + word[k + 1] + word[k] + word[k + 2 :],
            word[:k] + word[k + 1 :],
            word[:k] + rng.choice("aeioulnrst") + word[k + 1 :],
            word[:k] + word[k] + word[k:],
        ]
    )
    return " ".join(words)


def _purpose_first(text: str, _: random.Random) -> str:
    """`untuk peserta: sewa mesin` instead of `sewa mesin untuk peserta`."""
    head, _, tail = re.sub(r"\s+(untuk|utk|bagi|selama|ke)\s", r"¦\1 ", text, count=1).partition("¦")
    return f"{tail}: {head}" if tail else text


@pytest.mark.parametrize(
    ("ubah", "salah", "ditemukan"),
    [
        (lambda text, _: text.upper(), 0.0, 0.97),
        (lambda text, _: f"  {text.lower()} ;", 0.0, 0.97),
        (_typo, 0.005, 0.9),
        (_purpose_first, 0.005, 0.93),
    ],
    ids=["kapital", "kecil", "salah ketik", "tujuan di depan"],
)
def test_careless_writing_changes_little(ubah: Ubah, salah: float, ditemukan: float) -> None:
    rng = random.Random(2023)
    rows = [{**row, "uraian": ubah(row["uraian"], rng)} for row in plain()[0]]
    hasil = periksa(rows)
    figures = angka(hasil)
    allowed = sum(h.label == "boleh" for h in hasil)
    assert figures.boleh_dilarang <= salah * allowed, laporan(hasil, salah=True)
    assert figures.ditemukan >= ditemukan, laporan(hasil, salah=True)


@cache
def plain() -> tuple[list[dict[str, str]], list[Hasil]]:
    """All labelled lines as they are, and what is said of them."""
    rows = [row for path in BERKAS for row in baca(path)]
    return rows, periksa(rows)


@pytest.mark.parametrize(
    "ubah",
    [
        lambda text: f"A1. {text}",
        lambda text: f"3) {text}",
        lambda text: f"Biaya untuk {text}",
        lambda text: f"Pembayaran {text}",
        lambda text: f"{text} 2 org x 3 hr x 1 keg",
        lambda text: f"{text} (rincian terlampir)",
        lambda text: f"{text} DAK Nonfisik TA 2023",
        lambda text: f"{text} pada kegiatan penguatan kapasitas kelembagaan sentra IKM",
    ],
    ids=["nomor", "angka", "biaya untuk", "pembayaran", "hitungan", "lampiran", "dana", "program"],
)
def test_words_that_stand_around_any_line_change_nothing(ubah: Callable[[str], str]) -> None:
    rows, before = plain()
    after = periksa([{**row, "uraian": ubah(row["uraian"])} for row in rows])
    accused = [b.uraian for a, b in zip(before, after, strict=True) if _accused(b) and not _accused(a)]
    missed = [b.uraian for a, b in zip(before, after, strict=True) if _accused(a) and b.jawab == "boleh"]
    assert not accused
    assert not missed


def _accused(hasil: Hasil) -> bool:
    return hasil.jawab.startswith("dilarang")
