"""Puts the Word templates of `templates/` into the installed package, as `dak_excel/templat_bawaan`.

Everything else about the package is in pyproject.toml, which cannot map one folder and still find the rest.
"""

from setuptools import find_packages, setup

setup(
    packages=[
        *find_packages(include=["dak_excel*"]),
        "dak_excel.summary.halaman",  # pages and their style: no code, so not found
        "dak_excel.templat_bawaan",
    ],
    package_dir={"dak_excel.templat_bawaan": "templates"},
)
