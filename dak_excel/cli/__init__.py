"""Command line: talks to the user; no logic of its own."""

from __future__ import annotations

import sys


def main() -> None:
    """Entry point of the command `dak-excel`. Ends the process with the contract's exit code."""
    from dak_excel.cli.collector import loading

    loading()
    from dak_excel.cli.app import run
    from dak_excel.cli.screen import prepare_console

    prepare_console()
    sys.exit(run(sys.argv[1:]))
