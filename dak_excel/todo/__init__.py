"""Todo: findings turned about, from what is wrong to what is to be done: «Ganti 1 peserta A1»."""

from __future__ import annotations

from dak_excel.todo.causes import Sebab, cause_of
from dak_excel.todo.group import Kelompok, Perihal, grouped

__all__ = ["Kelompok", "Perihal", "Sebab", "cause_of", "grouped"]
