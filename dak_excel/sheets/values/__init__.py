"""Parsers of cell values: from what stands in a cell to what it means.

Every parser takes a `grid.Value`, never raises, and gives the typed value, None for a blank cell,
or `Bad` (the data rule that the cell breaks and the wording that fits).
"""

from dak_excel.sheets.values.codes import RINCIAN, parse_ordinal, parse_rincian_code, parse_roman
from dak_excel.sheets.values.dates import (
    BIRTH_PIVOT,
    PIVOT,
    Order,
    date_order_evidence,
    is_ambiguous_date,
    order_by_months,
    order_by_nik,
    parse_date,
)
from dak_excel.sheets.values.education import parse_education
from dak_excel.sheets.values.identity import nib_readiness, parse_nib, parse_nik, parse_phone
from dak_excel.sheets.values.months import month_number
from dak_excel.sheets.values.numbers import (
    parse_money,
    parse_number,
    parse_percent,
    percent_is_share,
)
from dak_excel.sheets.values.periods import parse_birth, parse_period
from dak_excel.sheets.values.result import Bad, clean, is_blank, is_blank_text, is_error
from dak_excel.sheets.values.times import parse_time_range
from dak_excel.sheets.values.volumes import (
    Calculation,
    parse_calculation,
    parse_lessons,
    parse_volumes,
)
from dak_excel.sheets.values.words import (
    cross_means,
    parse_attendance,
    parse_gender,
    parse_outside,
    parse_paragraphs,
    parse_present,
    parse_text,
    parse_yes_no,
)
from dak_excel.sheets.values.years import parse_age, parse_years

__all__ = [
    "BIRTH_PIVOT",
    "PIVOT",
    "RINCIAN",
    "Bad",
    "Calculation",
    "Order",
    "clean",
    "cross_means",
    "date_order_evidence",
    "is_ambiguous_date",
    "is_blank",
    "is_blank_text",
    "is_error",
    "month_number",
    "nib_readiness",
    "order_by_months",
    "order_by_nik",
    "parse_age",
    "parse_attendance",
    "parse_birth",
    "parse_calculation",
    "parse_date",
    "parse_education",
    "parse_gender",
    "parse_lessons",
    "parse_money",
    "parse_nib",
    "parse_nik",
    "parse_number",
    "parse_ordinal",
    "parse_outside",
    "parse_paragraphs",
    "parse_percent",
    "parse_period",
    "parse_phone",
    "parse_present",
    "parse_rincian_code",
    "parse_roman",
    "parse_text",
    "parse_time_range",
    "parse_volumes",
    "parse_years",
    "parse_yes_no",
    "percent_is_share",
]
