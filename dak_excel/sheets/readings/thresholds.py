"""Every threshold of the readings, each with how it was set."""

from __future__ import annotations

SAME = 100
"""Cents below which two sums are the same: sheets round to a rupiah (the tolerance of RAB-SUBTOTAL)."""
SAME_SHARE = 10_000
"""Where amounts are small (thousands, millions of rupiah), a ten-thousandth of the amount instead."""
PRODUCTS = 0.4
"""Share of the rows with all cells on which a product must hold to be one (design, trial)."""
LEAST_PRODUCTS = 2
"""Rows whose product holds with a volume other than 1: `1 × harga = jumlah` proves nothing."""
TAXES = (110, 111, 112)
"""Per cent of a price with PPN: 10 until March 2022, 11 since, 12 from 2025."""
RELATED = 0.7
"""Share of the rows with all cells on which a sum or difference of columns must hold."""
LEAST_RELATED = 3
"""Rows with no cell nil on which it must hold."""
TWICE = 2
"""How often a row profile must be a parent before it marks other rows as headings (design, trial)."""
MANY = 3
"""Contradictions from which a reading that has more of them than of proofs is doubtful."""
MONEY = 1000
"""A column whose greatest number is smaller holds no rupiah (unless a unit says thousands or millions)."""
WIDE = 40
"""Columns with numbers beyond which relations are looked for among the first only."""
REACH = 400
"""Rows on which relations of columns are looked for: the whole of most sheets, a sample of the rest."""
DEEP = 400
"""Rows in which a table that no vocabulary knows must begin to hold amounts."""
WORDS_ALONE = 3
"""Different words of a budget that do without arithmetic (design: a lone closing sum is not firm)."""
SHOWN = 5
"""Cells that a sentence names before it only counts them: a sentence of more is not read."""
LEAST_REST = 2
"""Rows not nought on which pagu − sisa must be a column before it is all that was paid."""
NEAR = 0.5
"""Difference of scores within which two readings are equally borne out: what one line left open costs."""
TRAILING = 2
"""Lines below the total of all others that are asked after; more of them are a part without its own sum."""
