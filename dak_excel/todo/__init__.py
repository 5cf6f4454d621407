"""Todo: findings turned about, from what is wrong to what is to be done: «Ganti 1 peserta A1»."""

from __future__ import annotations

from dak_excel.todo.causes import Cause, cause_of
from dak_excel.todo.group import ActGroup, FindingLike, grouped

__all__ = ["ActGroup", "Cause", "FindingLike", "cause_of", "grouped"]
