"""Codes of budget rows as vectors: kode rekening under the code of the program that they follow."""

from __future__ import annotations

import re
from collections.abc import Sequence

_PART = re.compile(r"[0-9A-Za-z]+")
_CODE = re.compile(r"(?:\d+|X+)(?:\s?\.\s?(?:\d{1,6}|X+))+\.?|\d", re.I)
_LIKE = re.compile(r"(?=.*\d)[0-9A-Z]{1,6}(?:[.\-/][0-9A-Z]{1,6})*\.?|[A-Z]", re.I)
_ACCOUNT = re.compile(r"[4-6](?:\.\d(?!\d)|\.?$)")


def is_code(text: str) -> bool:
    """Whether a text is a code: two parts or more, or one digit."""
    return _CODE.fullmatch(text.strip()) is not None


def is_code_like(text: str) -> bool:
    """Whether a text may be a code where the heading says so: `019.EC`, `6043.QDC.001`, `521211`."""
    return _LIKE.fullmatch(text.strip()) is not None


def parts(text: str) -> tuple[str, ...]:
    """`5.1.02. 01` → (`5`, `1`, `02`, `01`)."""
    return tuple(_PART.findall(text))


def vectors(codes: Sequence[str]) -> list[tuple[tuple[str, ...], bool]]:
    """The code of each row as it stands under those above it, and whether it is an account's.

    Where a table has codes of programs and of accounts in one column, `5.1.02` goes on from the last
    program's code: the same account stands under several sub kegiatan.
    """
    accounts = [bool(code) and _ACCOUNT.match("".join(code.split())) is not None for code in codes]
    mixed = any(accounts) and any(code and not account for code, account in zip(codes, accounts, strict=True))
    out: list[tuple[tuple[str, ...], bool]] = []
    program: tuple[str, ...] = ()
    for code, account in zip(codes, accounts, strict=True):
        own = parts(code)
        if own and not account:
            program = own
        out.append((program + own if account and mixed else own, account))
    return out
