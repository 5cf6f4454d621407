"""Why pydantic refuses a value, in the words of someone who edits the juknis file."""

from __future__ import annotations

from pydantic_core import ErrorDetails

_ALASAN = {
    "missing": "wajib diisi, tetapi tidak ada",
    "extra_forbidden": "kunci ini tidak dikenal; periksa ejaannya",
    "enum": "harus salah satu dari {expected}",
    "literal_error": "harus salah satu dari {expected}",
    "string_type": "harus berupa teks",
    "bool_type": "harus true atau false",
    "bool_parsing": "harus true atau false",
    "greater_than_equal": "paling kecil {ge}",
    "greater_than": "harus lebih dari {gt}",
    "less_than_equal": "paling besar {le}",
    "value_error": "{error}",
}
_RUMPUN = {
    "int_": "harus berupa bilangan bulat",
    "decimal_": "harus berupa bilangan",
    "float_": "harus berupa bilangan",
    "date_": "harus berupa tanggal, misalnya 2023-06-30",
    "tuple_": "harus berupa daftar",
    "list_": "harus berupa daftar",
    "mapping_": "harus berupa pasangan kunci: isi",
    "dict_": "harus berupa pasangan kunci: isi",
    "model_": "harus berupa pasangan kunci: isi",
}


def why_refused(error: ErrorDetails) -> str:
    """`min: harus berupa bilangan (tertulis «empat puluh»)`."""
    words = _ALASAN.get(error["type"]) or next(
        (text for start, text in _RUMPUN.items() if error["type"].startswith(start)), "tidak sah"
    )
    context = {key: str(value).replace(" or ", " atau ") for key, value in (error.get("ctx") or {}).items()}
    text = words.format_map(context)
    name = str(error["loc"][-1]) if error["loc"] else ""
    found = error["input"]
    written = ""
    if error["type"] not in ("missing", "extra_forbidden", "value_error") and not isinstance(
        found, dict | list
    ):
        written = f" (tertulis «{found}»)"
    return f"{name}: {text}{written}" if name else f"{text}{written}"
