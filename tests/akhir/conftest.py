"""One run of the main job over the samples, for all tests that look at its outputs."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from dak_excel.config import Settings
from dak_excel.nightly.run import run_nightly

CONTOH = Path(__file__).parents[2] / "input_samples"


@dataclass(frozen=True)
class Akhir:
    """Input, output, and what was expected of the one for the other."""

    masukan: Path
    keluaran: Path
    temuan: list[dict[str, str]]
    diharapkan: dict[str, Any]


@pytest.fixture(scope="session")
def akhir(tmp_path_factory: pytest.TempPathFactory) -> Akhir:
    expected = yaml.safe_load((CONTOH / "diharapkan.yaml").read_text(encoding="utf-8"))
    out = tmp_path_factory.mktemp("keluaran")
    per = date.fromisoformat(expected["per"])
    run_nightly(Settings(masukan=CONTOH, keluaran=out, per=per, ringkasan_pdf=True))
    with (out / "temuan.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    return Akhir(CONTOH, out, rows, expected["daerah"])
