"""NIK, NIB and telephone numbers.

A spreadsheet keeps 15 significant digits of a number. A NIK has 16, so that one that was typed as
a number has lost its last digit for good; that is said in words of its own (variant `bulat15`).
"""

from __future__ import annotations

import re

from dak_excel.sheets.grid import Value
from dak_excel.sheets.values.result import GALAT, Bad, clean, is_blank_text, is_error

NIK_JUMLAH = Bad("NIK-FORMAT", "jumlah")
NIK_BULAT = Bad("NIK-FORMAT", "bulat15")
NIB_JUMLAH = Bad("NIB-FORMAT", "jumlah")
NIB_TANPA_NOMOR = Bad("NIB-FORMAT", "tanpa_nomor")

_EXACT = 2**53
"""Up to here a stored number holds every whole number; above, odd last digits are gone."""
_SEPARATORS = re.compile(r"[\s.,\-–_/'’`\"“”:;]+")
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?[eE]\+?\d{2}")
_LABEL = re.compile(r"^(?:(?:nomor|no|nik|e-?ktp|ktp|nib|kk|n\.i\.k|n\.i\.b)\b\.?[\s.:/]*)+", re.IGNORECASE)
_OTHER_PERMIT = re.compile(r"\b(?:p-?irt|siup|iumk|tdp|sku|halal|bpom|npwp|tdi)\b")
_NOT_YET = re.compile(
    r"(?:masih\s+)?(?:dalam\s+|sedang\s+)?(?:di\s*)?(?:proses|urus|pengurusan)|(?:tidak|tdk|belum|blm)\b|tanpa|kosong"
    r"|(?:akan|sedang|bersedia|siap|rencana)\b|sdg\b"
)
_WILLING = (
    r"(?:bersedia|kesediaan|siap|sanggup|mau|akan|berminat|berkomitmen|komitmen"
    r"|(?:be)?rencana\w*|insya\s?allah)"
)
_UNDER_WAY = (
    r"(?:(?:di|mem)?proses\w*|process|progress|(?:di|meng)?urus|pengurusan|mengurus|pengajuan|(?:di|meng)ajukan"
    r"|(?:ter|men)?daftar|pendaftaran|menyusul|(?:di)?fasilitasi|(?:me)?nunggu|tunggu|pernyataan)"
)
_NO = r"(?:tidak|tdk|tak|enggan|belum|blm)"
_LACKS = re.compile(rf"\b{_NO}\b")
_NOT_READY = re.compile(
    rf"\b{_NO}\s+(?:ada\s+|mau\s+|akan\s+)?(?:({_WILLING})|{_UNDER_WAY})\b(?:\s+(?:(?:mem|di)?buat|(?:meng)?urus|bikin)\b)?"
)
_READY = re.compile(rf"\b(?:{_WILLING}|{_UNDER_WAY})\b|\bsdg\b|\bsedang\b")
_HAS = re.compile(r"(?:ada|punya|memiliki|sudah|sdh|terlampir|ya|y|v|√|✓|✔|ü)\b.{0,30}|[√✓✔☑ü]")


def parse_nik(value: Value) -> str | Bad | None:
    """A NIK as 16 digits, whatever stands between them.

    `Bad("NIK-FORMAT", …)`: `jumlah` for another count of digits, `bulat15` for a number that the
    spreadsheet has rounded (also as text: `3,2E+15`), no variant where letters stand in it.
    """
    if isinstance(value, str):
        if len(value) == 16 and value.isascii() and value.isdigit():
            return value
        return _nik_text(clean(value))
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not _whole(value):
        return Bad("NIK-FORMAT")
    digits = str(int(value))
    if len(digits) != 16:
        return NIK_JUMLAH
    if digits.endswith("0") or (isinstance(value, float) and value > _EXACT):
        return NIK_BULAT
    return digits


def _nik_text(text: str) -> str | Bad | None:
    if is_blank_text(text) or _NOT_YET.match(text.lower()):
        return None
    if is_error(text):
        return GALAT
    if _SCIENTIFIC.fullmatch(text):
        return NIK_BULAT
    digits = _SEPARATORS.sub("", re.sub(r"[.,]0{1,2}$", "", _LABEL.sub("", text)))
    if not (digits.isascii() and digits.isdigit()):
        return Bad("NIK-FORMAT")
    return digits if len(digits) == 16 else NIK_JUMLAH


def parse_nib(value: Value) -> str | Bad | None:
    """A NIB as 13 digits; None where the cell says that there is none, or none yet.

    A stored number of 12 digits has lost its leading nought and gets it back. A tick or `ada`
    without the number is `Bad` with variant `tanpa_nomor`. See also `nib_readiness`.
    """
    if isinstance(value, str):
        if len(value) == 13 and value.isascii() and value.isdigit():
            return value
        return _nib_text(clean(value))
    if value is None:
        return None
    if isinstance(value, bool):
        return NIB_TANPA_NOMOR if value else None
    if not isinstance(value, int | float) or not _whole(value):
        return Bad("NIB-FORMAT")
    digits = str(int(value))
    if digits == "0":
        return None
    return digits.zfill(13) if len(digits) in (12, 13) else NIB_JUMLAH


def _nib_text(text: str) -> str | Bad | None:
    if is_blank_text(text):
        return None
    if is_error(text):
        return GALAT
    digits = _SEPARATORS.sub("", _LABEL.sub("", text))
    if digits.isascii() and digits.isdigit():
        return digits if len(digits) == 13 else NIB_JUMLAH
    lower = text.lower()
    found = re.search(r"(?<!\d)\d{13}(?!\d)", text)
    if found and not _OTHER_PERMIT.search(lower[: found.start()]):
        return found[0]
    if _NOT_YET.match(lower) or _LACKS.search(lower) or nib_readiness(text) or lower in ("x", "✗", "✘"):
        return None
    return NIB_TANPA_NOMOR if _HAS.fullmatch(lower) else Bad("NIB-FORMAT")


def nib_readiness(value: Value) -> bool | None:
    """Whether a NIB cell states the readiness to make one, instead of a number.

    `bersedia`, `dalam proses`, `Belum punya, siap membuat` → True; `tidak bersedia` → False; else None.
    """
    if not isinstance(value, str):
        return None
    text = clean(value).lower()
    if _READY.search(_NOT_READY.sub(" ", text)):
        return True
    unwilling = _NOT_READY.search(text)
    return False if unwilling and unwilling[1] else None


def _whole(value: float) -> bool:
    """Whether a stored number may be one of identity at all; none has more than 30 digits."""
    return 0 <= value < 1e30 and value == int(value)


def parse_phone(value: Value) -> str | Bad | None:
    """Telephone numbers with the digits only, several joined by ` / `; other text as it stands.

    `+62 812-3456-789` and a stored number that lost its leading nought give `08123456789`; so does
    one that was typed with a decimal point behind its area code.
    """
    if value is None:
        return None
    if isinstance(value, int | float) and not isinstance(value, bool):
        if not abs(value) < 1e30:  # no telephone number, and more digits than Python writes out
            return Bad("DATA-ANGKA")
        digits = re.sub(r"\D", "", str(int(value) if _whole(value) else value))
        return _national(digits) if digits else Bad("DATA-ANGKA")
    if not isinstance(value, str):
        return Bad("DATA-ANGKA")
    text = clean(value)
    if is_blank_text(text):
        return None
    if is_error(text):
        return GALAT
    if not re.search(r"\d", text) and _NOT_YET.match(text.lower()):
        return None
    parts = [re.sub(r"\D", "", part) for part in re.split(r"[/,;&]|\bdan\b", text)]
    if all(7 <= len(part) <= 15 for part in parts):
        return " / ".join(_national(part) for part in parts)
    digits = re.sub(r"\D", "", text)
    return _national(digits) if 7 <= len(digits) <= 15 and "/" not in text else text


def _national(digits: str) -> str:
    if digits.startswith("62") and len(digits) > 9:
        return "0" + digits[2:].removeprefix("0")
    return "0" + digits if digits.startswith("8") and len(digits) >= 9 else digits
