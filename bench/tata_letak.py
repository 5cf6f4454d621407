"""How well layouts are read that nobody had in mind: sheets made by chance, their truth known. Run:

python -m bench.tata_letak --seed maret [--count 200] [--only 17 23] [--round 1] [--keep FOLDER] [--wrong]

Each round of work takes a new seed and may know habits that the round before did not (`--round`); its first
run, before anything is mended, is the figure that counts.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.layouts.make import make
from bench.offices.make import drawn as drawn_form
from bench.reading.score import SheetScore, score_folder
from bench.reading.tell import tell


def main() -> int:
    """Prints the scores and which habits went with a misreading; 1 where a wrong total is silent."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", required=True)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--only", type=int, nargs="*")
    parser.add_argument("--round", type=int, default=1)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--forms", action="store_true", help="whole forms of offices (bench.offices)")
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folder = asked.keep or Path(scratch)
        draw = drawn_form if asked.forms else None
        facts = make(folder, asked.seed, asked.only or range(asked.count), asked.round, draw)
        scores = score_folder(folder, facts, 2023)
    print("\n".join(tell(scores, asked.wrong)))
    print("\n".join(by_habit(scores)))
    return int(any(score.silent for score in scores))


def by_habit(scores: Sequence[SheetScore], most: int = 25) -> Iterator[str]:
    """Habits by the share of their sheets that were not read right."""
    seen: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    for score in scores:
        seen.update(set(score.facts.habits))
        if not score.right:
            wrong.update(set(score.facts.habits))
    for habit in sorted(wrong, key=lambda h: (-wrong[h] / seen[h], -wrong[h]))[:most]:
        yield f"{wrong[habit]:>6} of {seen[habit]:<4} wrong with {habit}"


if __name__ == "__main__":
    sys.exit(main())
