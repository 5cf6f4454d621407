"""Tables of money that are neither a budget nor what was spent of one: revenue, payrolls."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

_REVENUE = re.compile(
    r"\b(?:pendapatan|pad|penerimaan (?:pajak|retribusi|daerah|negara)|pajak daerah|retribusi daerah)\b"
)
_SPENDING = re.compile(r"\b(?:belanja|pengeluaran|apbd)\b")
_INCOME_ACCOUNT = re.compile(r"^4[.\s][1-3](?![0-9])")
_SPENDING_ACCOUNT = re.compile(r"^5[.\s][1-4](?![0-9])")
_PAYROLL = re.compile(
    r"\b(?:gaji|tunjangan|gol|golongan|pangkat|nip|nik|npwp|potongan|diterima|diterimakan|rekening bank|"
    r"nomor rekening|tanda tangan|paraf|ttd)\b"
)
_TAX_BOOK = re.compile(r"\bbuku\b.{0,30}\bpajak\b|\b(?:setoran|penyetoran|pungutan|pemotongan) pajak\b")
LEAST_PAYROLL = 3
"""Headings of a list of payees from which it is one, where nothing multiplies."""


def is_revenue(title: str, texts: Iterable[str]) -> bool:
    """Whether a table is of revenue: accounts of group 4 and none of group 5, or by its title alone.

    `title` is in standard spelling; `texts` are the codes and descriptions of its rows as they stand.
    """
    income = spent = told = 0
    for text in texts:
        income += bool(_INCOME_ACCOUNT.match(text.strip()))
        spent += bool(_SPENDING_ACCOUNT.match(text.strip()))
        told += bool(_SPENDING.search(text.casefold()))
    if spent or told:
        return False
    return income >= 2 or bool(_REVENUE.search(title) and not _SPENDING.search(title))


def of_spending(codes: Sequence[str]) -> bool:
    """Whether the codes of most rows are accounts of spending: `5.1.02.01.01.0024`."""
    told = [code for code in codes if code]
    return len(told) > 1 and 2 * sum(bool(_SPENDING_ACCOUNT.match(code)) for code in told) > len(codes)


def is_tax_book(title: str) -> bool:
    """Whether a title, in standard spelling, is that of a book of taxes kept back and handed on."""
    return bool(_TAX_BOOK.search(title))


def is_payroll(headings: Sequence[str]) -> bool:
    """Whether headings, in standard spelling, are those of a list of persons who are paid."""
    return sum(1 for text in headings if _PAYROLL.search(text)) >= LEAST_PAYROLL
