"""Roman and Arabic numbering, and the codes of the rincian kegiatan."""

from __future__ import annotations

import re
from functools import lru_cache

from dak_excel import memos
from dak_excel.sheets.grid import Value
from dak_excel.sheets.values.numbers import ANGKA
from dak_excel.sheets.values.result import GALAT, Bad, clean, is_blank_text, is_error

RINCIAN = frozenset(
    [f"A{n}" for n in range(1, 7)]
    + [f"B{n}" for n in range(1, 5)]
    + [f"C{n}" for n in range(1, 4)]
    + [f"D{n}" for n in range(1, 5)]
)
"""The seventeen rincian kegiatan of the juknis."""

_ROMAN = re.compile(r"(x{0,3})(ix|iv|v?i{0,3})")
_ROMAN_DIGITS = {"": 0, "i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9}
_ORDINALS = {
    "satu": 1, "pertama": 1, "kesatu": 1, "dua": 2, "kedua": 2, "tiga": 3, "ketiga": 3, "empat": 4,
    "keempat": 4, "lima": 5, "kelima": 5, "enam": 6, "keenam": 6, "tujuh": 7, "ketujuh": 7,
    "delapan": 8, "kedelapan": 8, "sembilan": 9, "kesembilan": 9, "sepuluh": 10, "kesepuluh": 10,
}  # fmt: skip
_COUNTED = re.compile(
    r"^(?:angkatan|angk|akt|gelombang|gel|batch|tahap|kelompok|kel|kunjungan|sesi|nomor|no)\b\.?\s*"
)

_LEADING = (
    r"^\W*(?:(?:rincian|kode|menu|rincian kegiatan|kegiatan|sub kegiatan)\b[\s:.]*)?"
    r"(?:II\s?[.\-]\s?)?(MENU)\s?[.\-]?\s?(NUMBER)(?![\w])(?!\s?[/&]\s?(?:MENU|S)\s?[.\-]?\s?\d)"
)
_INSIDE = r"(?<![\w.&/])(?<!\b[A-Za-z]\s)(?:II\.)?(MENU)[.\-]?(NUMBER)(?![\w])(?!\s?[/]\s?(?:MENU|S)[.\-]?\d)"
"""Codes at the beginning of a text and within it, for the letters and figures that a programme has."""
_PAPER = re.compile(
    r"^[\s,]*(?:paper|kertas|hvs|rim|gr\b|gram|gsm|\d{2,3}\s?(?:gr|gsm|g\b)|size|warna|ukuran)", re.I
)
_OTHER_SENSE = re.compile(
    r"(?:kertas|hvs|ukuran|uk\.?|size|format|paper|limbah|kelas|gedung|blok|ruang|ruangan|lantai|kav"
    r"|kavling|pendidikan|ijazah|minimal|min\.?|lulusan|lulus|diploma|vitamin|spanduk|poster|rim"
    r"|fotocopy|fotokopi|cetak|print|amplop|map|sim|visa|tipe|type|golongan|gol\.?|no\.?|jalan|jl\.?|f4)"
    r"\W*$",
    re.IGNORECASE,
)
_EDUCATION = re.compile(
    r"^[\s/,(]*(?:S\.?\s?-?[123I]|sederajat|jurusan|prodi|kebidanan|akuntansi|keperawatan)", re.I
)


def parse_roman(text: str) -> int | None:
    """`III` → 3, up to XXXIX; None for another text."""
    match = _ROMAN.fullmatch(text.lower())
    if not match or not match[0]:
        return None
    return len(match[1]) * 10 + _ROMAN_DIGITS[match[2]]


def parse_ordinal(value: Value) -> int | Bad | None:
    """The number in `3`, `3.`, `III`, `Angkatan III`, `ke-3`, `ketiga`, `Batch 2`."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return int(value) if 0 <= value < 1e9 and value == int(value) else ANGKA
    if value is None:
        return None
    if not isinstance(value, str):
        return ANGKA
    text = clean(value)
    if is_blank_text(text):
        return None
    if is_error(text):
        return GALAT
    word = _COUNTED.sub("", text.lower())
    word = re.sub(r"^ke\s?-?\s?(?=[\divx])", "", word).strip(" .()-:")
    if word.isascii() and word.isdecimal() and len(word) < 10:
        return int(word)
    return parse_roman(word) or _ORDINALS.get(word, ANGKA)


@lru_cache(maxsize=8)
def _patterns(codes: frozenset[str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """`_LEADING` and `_INSIDE` for these codes."""
    menus, numbers = ("".join(sorted({code[at] for code in codes})) for at in (0, 1))

    def pattern(text: str, flags: re.RegexFlag) -> re.Pattern[str]:
        text = text.replace("(?:MENU|S)", f"[{menus}S]")
        return re.compile(text.replace("MENU", f"[{menus}]").replace("NUMBER", f"[{numbers}]"), flags)

    return pattern(_LEADING, re.IGNORECASE), pattern(_INSIDE, re.NOFLAG)


@memos.of_texts(8192)
def parse_rincian_code(text: str, codes: frozenset[str] = RINCIAN) -> str | None:
    """The rincian code that a text begins with or holds: `A2 praktik`, `II.A.1`, `Peserta (B1)`.

    `codes` are those of the programme, a letter and a figure each. None where there is none, where the text
    holds several, and where the letters mean something else: paper (`A4 80 gr`, `kertas A4`), a diploma
    (`minimal D3`), waste (`limbah B3`).
    """
    leading, inside = _patterns(codes)
    text = clean(text).replace("_", " ")
    if match := leading.match(text):
        rest = text[match.end() :]
        code = f"{match[1]}{match[2]}".upper()
        if code in codes and not _PAPER.match(rest) and not _is_education(code, rest):
            others = {f"{m[1]}{m[2]}" for m in _inside(rest, inside)} & codes - {code}
            return None if others else code
        return None
    found = {f"{match[1]}{match[2]}" for match in _inside(text, inside)} & codes
    return found.pop() if len(found) == 1 else None


def _inside(text: str, pattern: re.Pattern[str]) -> list[re.Match[str]]:
    """Codes within a text that do not mean something else."""
    return [
        match
        for match in pattern.finditer(text)
        if not _OTHER_SENSE.search(text[: match.start()].rstrip("( "))
        and not _PAPER.match(text[match.end() :])
        and not _is_education(match[1] + match[2], text[match.end() :])
    ]


def _is_education(code: str, rest: str) -> bool:
    return code[0] == "D" and _EDUCATION.match(rest) is not None
