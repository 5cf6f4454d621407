"""How well lists of people are read that nobody had in mind: made by chance, their truth known. Run:

python -m bench.tata_letak_orang --seed maret [--count 300] [--only 17 23] [--wrong]
"""

from __future__ import annotations

import argparse
import random
from collections import Counter
from collections.abc import Sequence

from bench.buku_orang import faults
from bench.layouts.chance import Chance
from bench.layouts.people import people_list, timetable
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.vocabulary import load_vocabulary


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints how many sheets and cells were read right, and the habits of those that were not."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seed", required=True)
    parser.add_argument("--count", type=int, default=300)
    parser.add_argument("--only", type=int, nargs="*")
    parser.add_argument("--wrong", action="store_true")
    asked = parser.parse_args(arguments)
    vocabulary = load_vocabulary()
    seen: Counter[str] = Counter()
    wrong: Counter[str] = Counter()
    right = cells = bad_cells = kinds = count = 0
    for number in asked.only or range(asked.count):
        chance = Chance(random.Random(f"{asked.seed}-{number}"), 1)
        book = (timetable if number % 4 == 3 else people_list)(chance, number)
        sheet = read_grid(book.grid, vocabulary, {}, 2023)
        told = list(faults(book, sheet))
        count += 1
        kinds += str(sheet.kind) in book.jenis
        right += not told
        cells += len(book.nilai)
        bad_cells += sum(1 for text in told if text.startswith("nilai"))
        seen.update(set(chance.drawn))
        if told:
            wrong.update(set(chance.drawn))
            if asked.wrong:
                print(f"{book.nama}: {', '.join(chance.drawn)}", *told[:4], sep="\n    ")
    print(f"jenis benar {kinds} dari {count}, seluruhnya benar {right} ({right / count:.1%})")
    print(f"sel benar {cells - bad_cells} dari {cells}")
    for habit in sorted(wrong, key=lambda name: -wrong[name] / seen[name])[:12]:
        print(f"{wrong[habit]:>6} dari {seen[habit]:<4} salah dengan {habit}")


if __name__ == "__main__":
    main()
