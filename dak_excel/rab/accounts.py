"""The kode rekening of a budget line: which part of a long code it is, and old codes in the words of the new.

The codes in force are those of Permendagri 90/2019 (`5.1.02.01`, groups of two and four digits). Under
Permendagri 13/2006 the same figures meant something else: `5.2.2` was belanja barang dan jasa, `5.2.3`
belanja modal. They are told by the third part, which has one digit there.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from dak_excel import memos
from dak_excel.rab.lines import Kode, code_numbers

_ACCOUNT = re.compile(r"(?:^|[.\s])(5\.\d(?:\.\d+)*)\.?\s*$")
_OLD = re.compile(r"5\.[12]\.[1-8](?:\.|$)")


@memos.of_texts(4096)
def account(kode: str) -> str:
    """The kode rekening at the end of a code that begins with that of the activity; the code itself else."""
    found = _ACCOUNT.search(kode)
    return found[1] if found else kode


def account_numbers(kode: str, old_codes: Mapping[str, str]) -> Kode:
    """A kode rekening as numbers of Permendagri 90/2019; empty for an old one that none tells."""
    code = account(kode)
    if not _OLD.match(code):
        return code_numbers(code)
    parts = code_numbers(code)
    heads = sorted(map(code_numbers, old_codes), key=len, reverse=True)
    new = {code_numbers(old): today for old, today in old_codes.items()}
    return next((code_numbers(new[head]) for head in heads if parts[: len(head)] == head), ())
