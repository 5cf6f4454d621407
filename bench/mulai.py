"""How long the command takes to say its help, beside the interpreter's own start: `python -m bench.mulai`.

Both are whole processes, started in turn; the figure to hold is the ratio of the medians, under 3.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import time

COMMANDS = {
    "python -c pass": [sys.executable, "-c", "pass"],
    "dak-excel --help": [sys.executable, "-m", "dak_excel", "--help"],
}


def main() -> None:
    """Measures and prints."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=20)
    runs = parser.parse_args().runs
    times: dict[str, list[float]] = {name: [] for name in COMMANDS}
    for number in range(runs + 1):
        for name, command in COMMANDS.items():
            start = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            if number:  # the first of each only warms up
                times[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(values) for name, values in times.items()}
    for name, value in medians.items():
        print(f"{name:<18} {value * 1000:6.1f} ms (median of {runs})")
    print(f"ratio              {medians['dak-excel --help'] / medians['python -c pass']:6.2f}")


if __name__ == "__main__":
    main()
