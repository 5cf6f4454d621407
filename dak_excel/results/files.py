"""Files and sheets as a run read them: what each was taken for, or why it was not read."""

from __future__ import annotations

from datetime import datetime

from pydantic import BaseModel, Field

from dak_excel.sheets.tabel import Kind

TIDAK_DIKENALI = Kind.TIDAK_DIKENALI.value


class LembarResult(BaseModel):
    """One sheet: its name, what it was taken for, how many rows were read."""

    nama: str
    jenis: str
    baris: int
    kosong: bool = False
    """Whether no cell of it holds anything."""
    rinci: str = ""
    """Of a budget: its lines, their sum, and whether the sheet's own total agrees, in a few words."""
    cocok: bool | None = None
    """Of a budget: whether the sum is the sheet's own total; None when the sheet has none."""
    catatan: list[str] = Field(default_factory=list)
    jejak: str = Field(default="", repr=False)
    """Of each row some figures of a hash, to tell next time which rows are new or changed."""

    @property
    def unknown(self) -> bool:
        """Whether it holds something, but is of no known kind."""
        return self.jenis == TIDAK_DIKENALI and not self.kosong


class BerkasResult(BaseModel):
    """One file: which bytes, when they came, what was read, or why not."""

    nama: str
    ukuran: int = 0
    sha256: str = ""
    masuk: datetime | None = None
    lembar: list[LembarResult] = Field(default_factory=list)
    catatan: list[str] = Field(default_factory=list)
    sebab: str = ""
    """Why it could not be read; empty when it was."""
    tunda: bool = False
    kosong: bool = False
    """Whether there is nothing in it, in any cell of any sheet."""
    digantikan: str = ""
    """Name of the returned copy that counts in its stead; empty when it counts itself."""
    anotasi: str = ""
    """Annotated copy, relative to the daerah's output folder."""

    @property
    def failed(self) -> bool:
        """Whether it could not be read, and not merely has to wait."""
        return bool(self.sebab) and not self.tunda

    @property
    def unknown_sheets(self) -> list[str]:
        """Names of the sheets that hold something, but are of no known kind."""
        return [lembar.nama for lembar in self.lembar if lembar.unknown]

    @property
    def advice(self) -> str:
        """What to do with a file that was read and says nothing: goes on from its name; empty for others."""
        if self.kosong:
            return "tidak berisi apa pun; isi dulu, lalu simpan."
        if self.unknown_sheets and len(self.unknown_sheets) == sum(
            not lembar.kosong for lembar in self.lembar
        ):
            return (
                "tidak diperiksa: tidak ada lembarnya yang dikenali. Bila isinya untuk DAK Nonfisik, "
                "periksa judul kolomnya; bila bukan, keluarkan dari folder masukan."
            )
        return ""
