"""Reports and letters: from the records and findings of a daerah to Word documents that can be signed."""

from dak_excel.reports.tulis import Dokumen, Pilihan, tulis

__all__ = ["Dokumen", "Pilihan", "tulis"]
