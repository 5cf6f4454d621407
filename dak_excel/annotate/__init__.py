"""Findings back into the user's own workbook, without loss, and the answers out of it again."""

from dak_excel.annotate.answers import Own, own_sheets
from dak_excel.annotate.info import RunInfo, Unmarkable
from dak_excel.annotate.patch import annotate
from dak_excel.annotate.plain_copy import copy_of
from dak_excel.annotate.strip import Stripped, strip

__all__ = ["Own", "RunInfo", "Stripped", "Unmarkable", "annotate", "copy_of", "own_sheets", "strip"]
