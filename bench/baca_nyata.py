"""How well real sheets are read. Run from the repository:

python -m bench.baca_nyata FOLDER [--facts FILE.yaml] [--tahun 2023] [--wrong]

Beside the workbooks stands a YAML of facts (`fakta.yaml`; its form: `bench.reading.facts`). Printed are kind,
heading, columns, lines, totals, and *silent wrong totals*: money that the program would tell wrongly and of
which none of its findings speaks.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bench.reading.facts import load_facts
from bench.reading.score import score_folder
from bench.reading.tell import tell


def main() -> int:
    """Prints the scores; 1 where a wrong total is silent."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("folder", type=Path)
    parser.add_argument("--facts", type=Path)
    parser.add_argument("--tahun", type=int, default=2023)
    parser.add_argument("--wrong", action="store_true", help="only the sheets that are not right")
    asked = parser.parse_args()
    facts = load_facts(asked.facts or asked.folder / "fakta.yaml")
    scores = score_folder(asked.folder, facts, asked.tahun)
    print("\n".join(tell(scores, asked.wrong)))
    return int(any(score.silent for score in scores))


if __name__ == "__main__":
    sys.exit(main())
