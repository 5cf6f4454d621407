"""Foreign and broken workbooks, made by script: those that must be read, and those that must be refused."""

from tests.sheets.foreign.kinds import BROKEN, READABLE, Broken, Readable

__all__ = ["BROKEN", "READABLE", "Broken", "Readable"]
