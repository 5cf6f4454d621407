"""What a check of one workbook loads: a civil servant waits for each import."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.kecil import buku_peserta

HEAVY = {
    "PIL",
    "bokeh",
    "dask",
    "distributed",
    "docx",
    "docxtpl",
    "jinja2",
    "joblib",
    "lxml.html",
    "matplotlib",
    "msoffcrypto",
    "num2words",
    "numpy",
    "openpyxl",
    "pandas",
    "pillow_heif",
    "pyarrow",
    "smtplib",
    "sqlite3",
    "xlrd",
    "dak_excel.annotate.patch",
    "dak_excel.batch.journal",
    "dak_excel.mail",
    "dak_excel.nightly",
    "dak_excel.reports",
    "dak_excel.schedule",
    "dak_excel.summary",
}
"""What writing, old formats, letters, mail and the nightly run need, and a check does not."""

PROGRAM = """
import sys
from dak_excel.cli import main
sys.argv = ["dak-excel", "periksa", sys.argv[1]]
try:
    main()
finally:
    print("\\n".join(sorted(sys.modules)), file=sys.stderr)
"""


@pytest.fixture(scope="module")
def loaded(tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """The modules in memory after a check of one small workbook, in a process of its own."""
    folder = tmp_path_factory.mktemp("periksa")
    path = folder / "peserta.xlsx"
    path.write_bytes(buku_peserta())
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, str(path)], capture_output=True, text=True, cwd=folder, check=False
    )
    return set(done.stderr.split())


def test_a_check_loads_what_it_uses(loaded: set[str]) -> None:
    assert "dak_excel.batch.check" in loaded
    assert not loaded & HEAVY
