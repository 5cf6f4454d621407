"""`python -m tests.samples [FOLDER]`: makes the samples anew, by default in `input_samples/`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.samples.harapan import sebagai_readme, sebagai_yaml
from tests.samples.percontohan import percontohan
from tests.samples.rintisan import rintisan
from tests.samples.sampel import Sampel, simpan
from tests.samples.teladan import teladan

TUJUAN = Path(__file__).resolve().parents[2] / "input_samples"


def semua() -> list[Sampel]:
    """The three daerah."""
    return [teladan(), percontohan(), rintisan()]


def tulis_semua(folder: Path) -> None:
    """Writes the daerah, the list of expected findings and the page on them."""
    sampel = semua()
    simpan(folder, sampel)
    (folder / "diharapkan.yaml").write_text(sebagai_yaml(sampel), encoding="utf-8", newline="\n")
    (folder / "README.md").write_text(sebagai_readme(sampel), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    tulis_semua(Path(sys.argv[1]) if len(sys.argv) > 1 else TUJUAN)
