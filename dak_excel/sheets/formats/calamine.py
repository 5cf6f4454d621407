"""Calamine, with its failures and panics made one exception; values by sheet position."""

from __future__ import annotations

import io

import python_calamine

from dak_excel.sheets.formats.refusal import encrypted
from dak_excel.sheets.formats.sheet import Row, plain_rows


class CalamineFailed(Exception):
    """Calamine cannot read this; another reader may."""


class Calamine:
    """A workbook opened by calamine. Raises CalamineFailed; Refusal when it is encrypted."""

    def __init__(self, data: bytes) -> None:
        try:
            self._book = python_calamine.load_workbook(io.BytesIO(data))
        except python_calamine.PasswordError as error:
            raise encrypted() from error
        except BaseException as error:
            raise _failed(error) from error
        self.sheets = self._book.sheets_metadata

    def is_table(self, index: int) -> bool:
        """Whether a sheet holds cells, rather than a chart, a dialog or a macro."""
        return self.sheets[index].typ == python_calamine.SheetTypeEnum.WorkSheet

    def hidden(self, index: int) -> bool:
        """Whether a sheet is hidden."""
        return self.sheets[index].visible != python_calamine.SheetVisibleEnum.Visible

    def rows(self, index: int) -> list[Row]:
        """All cells from A1 on, as the Grid has them."""
        try:
            sheet = self._book.get_sheet_by_index(index)
            if sheet.start is None:
                return []
            return plain_rows(sheet.iter_rows(), left=sheet.start[1])  # type: ignore[arg-type]
        except BaseException as error:
            raise _failed(error) from error

    def merges(self, index: int) -> list[tuple[int, int, int, int]]:
        """Merged ranges from 1, where the format's reader gives them (xls)."""
        try:
            found = self._book.get_sheet_by_index(index).merged_cell_ranges or []
        except BaseException as error:
            raise _failed(error) from error
        return [(top + 1, left + 1, bottom + 1, right + 1) for (top, left), (bottom, right) in found]


def _failed(error: BaseException) -> BaseException:
    """CalamineFailed for an error of calamine's, a panic of its code included; others stay as they are."""
    panicked = type(error).__name__ == "PanicException"  # derives from BaseException
    return CalamineFailed(str(error)) if panicked or isinstance(error, Exception) else error
