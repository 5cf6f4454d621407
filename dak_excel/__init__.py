"""dak_excel: checks the workbooks of a dinas against the juknis of DAK Nonfisik Sentra IKM."""

from importlib.metadata import version

__version__ = version("dak-excel")
