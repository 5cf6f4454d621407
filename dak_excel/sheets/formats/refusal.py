"""Refusal: why a file is not read, in the user's words, before the file's name is known."""

from __future__ import annotations


class Refusal(Exception):
    """A file is not read. `sebab` says what is wrong with it, `saran` what the user can do.

    Both are clauses in Bahasa Indonesia without a full stop; `open_book` makes one sentence of them.
    """

    def __init__(self, sebab: str, saran: str) -> None:
        super().__init__(sebab)
        self.sebab = sebab
        self.saran = saran

    def __reduce__(
        self,
    ) -> tuple[type[Refusal], tuple[str, str]]:
        return type(self), (self.sebab, self.saran)

    def sentence(self, workbook: str) -> str:
        """The whole sentence for the user, with the file's name."""
        return f"«{workbook}» tidak dapat dibaca: {self.sebab}; {self.saran}."


SIMPAN_ULANG = "bukalah di Excel atau LibreOffice lalu simpan sebagai .xlsx"


def damaged() -> Refusal:
    """The file is cut off or damaged."""
    return Refusal(
        "isinya rusak atau belum selesai disalin",
        f"salin ulang berkas aslinya, atau {SIMPAN_ULANG}",
    )


class Unsupported(Refusal):
    """The file is whole, as far as can be told, but none of our readers takes it; LibreOffice may."""


def unreadable() -> Unsupported:
    """No reader takes a file whose container is whole."""
    refusal = damaged()
    return Unsupported(refusal.sebab, refusal.saran)


def encrypted() -> Refusal:
    """The file is encrypted."""
    return Refusal(
        "berkas ini dikunci dengan kata sandi",
        "bukalah di Excel, hapus kata sandinya (File > Info > Protect Workbook > Encrypt with Password), "
        "lalu simpan",
    )


def over_limit(apa: str, batas: str) -> Refusal:
    """A limit is exceeded: `apa` is what, `batas` the limit with its unit."""
    return Refusal(
        f"{apa} melebihi batas aman ({batas})",
        "hapus baris, kolom, atau gambar yang tidak terpakai, atau bagi menjadi beberapa berkas",
    )


def harmful(apa: str) -> Refusal:
    """The file is built to harm whoever opens it."""
    return Refusal(
        f"di dalamnya ada {apa}, yang tidak pernah dibuat oleh Excel dan dapat membahayakan komputer",
        "mintalah berkas asli dari pembuatnya",
    )


def no_table(apa: str, saran: str = "") -> Refusal:
    """The file is something else: `apa` names it."""
    return Refusal(
        f"isinya {apa}, bukan buku kerja",
        saran or "masukkan berkas Excel (.xlsx, .xls), LibreOffice (.ods), atau CSV",
    )
