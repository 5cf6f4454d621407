"""`python -m dak_excel`: the same as the command `dak-excel`."""

from dak_excel.cli import main

main()
