"""Columns beside the amounts: sums of groups, amounts before a change, the currency in a cell of its own."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
import xlsxwriter  # type: ignore[import-untyped]

from dak_excel import api
from dak_excel.sheets.records import Baris
