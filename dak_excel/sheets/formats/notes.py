"""What the user should know of a file as a whole, in the words of Book.notes."""

from __future__ import annotations

from collections.abc import Sequence

BERTANDA_TANGAN = (
    "Berkas ini bertanda tangan digital. Pada salinan beranotasi tanda tangan itu tidak berlaku lagi; "
    "berkas aslinya tidak diubah."
)
MAKRO = "Berkas ini berisi makro. Makronya tidak dijalankan."
TAUTAN = "Berkas ini bertaut ke berkas lain. Tautannya tidak dibuka; yang dipakai nilai yang tersimpan."
SAMBUNGAN = "Berkas ini terhubung ke sumber data luar. Sambungannya tidak dibuka."


def chart_sheet(sheet: str) -> str:
    """A sheet that is a chart, or a dialog or macro of old: nothing to read."""
    return f"Lembar «{sheet}» hanya berisi grafik, dialog, atau makro; tidak ada tabel yang dibaca."


def missing_sheet(sheet: str) -> str:
    """A sheet that the workbook names but does not hold."""
    return f"Isi lembar «{sheet}» tidak ada di dalam berkas; lembar itu tidak dibaca."


def other_content(ending: str, really: str) -> str:
    """The name says one format, the content another."""
    return f"Nama berkas berakhiran .{ending}, tetapi isinya {really}; dibaca menurut isinya."


def odd_quote(lines: Sequence[int]) -> str:
    """Lines of a text with a quotation mark that is never closed."""
    named = ", ".join(map(str, lines[:5])) + (" dan lainnya" if len(lines) > 5 else "")
    read = "dibaca sebagai bagian isinya; periksa baris itu"
    return f"Tanda kutip di baris {named} tidak ada pasangannya dan {read}."
