"""`python -m tests.samples [FOLDER]`: makes the samples anew, by default in `input_samples/`."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.samples.sampel import simpan
from tests.samples.teladan import teladan

TUJUAN = Path(__file__).resolve().parents[2] / "input_samples"

if __name__ == "__main__":
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TUJUAN
    simpan(folder, [teladan()])
