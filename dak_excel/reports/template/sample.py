"""Made-up content for every name that a template may use, to see whether a template can be filled."""

from __future__ import annotations

import io
from dataclasses import is_dataclass
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from PIL import Image

from dak_excel.reports.content import Isi
from dak_excel.reports.word.charts import Grafik
from dak_excel.reports.word.pictures import Gambar

_TEXT = "contoh"


@cache
def sample_content() -> Isi:
    """Content in which every list has entries, every text is there, and every picture is a dot."""
    content = _value(Isi)
    assert isinstance(content, Isi)
    return content


def _value(hint: Any) -> Any:
    """A value of a type: of several possible ones that which says most."""
    if get_origin(hint) is list:
        one = get_args(hint)[0]
        return [_value(one) for _ in range(12 if one is str else 2)]  # texts may be those of the months
    if get_origin(hint) in (Union, UnionType):
        told = (one for one in get_args(hint) if is_dataclass(one) and one is not Grafik)
        return _value(next(told, str))
    if hint is bool:
        return True
    if hint is Gambar:
        return Gambar(_dot(), 10.0, 10.0, _TEXT)
    if isinstance(hint, type) and is_dataclass(hint):
        return hint(**{name: _value(inner) for name, inner in get_type_hints(hint).items()})
    return _TEXT


@cache
def _dot() -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (4, 4), "white").save(out, "PNG")
    return out.getvalue()
