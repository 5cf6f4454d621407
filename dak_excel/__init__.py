"""dak_excel: checks the workbooks of a dinas against the juknis of DAK Nonfisik Sentra IKM."""

__version__ = "0.2.0"
