"""What stands in real tables beside the columns that matter: other columns, page footers, typing slips."""

from __future__ import annotations

from random import Random

from dak_excel.sheets.grid import Value
from dak_excel.sheets.tabel import Kind
from tests.sheets.layouts.model import Column, chance
from tests.sheets.layouts.words import digits

_PEOPLE: list[tuple[str, list[Value]]] = [
    ("Tanda Tangan", [None]),
    ("TTD", [None, "1.", "2."]),
    ("Paraf", [None]),
    ("Email", ["contoh@misal.id", "rekaan@umpama.id"]),
    ("Agama", ["Islam", "Kristen", "Hindu"]),
    ("Status Perkawinan", ["Kawin", "Belum Kawin"]),
    ("Ukuran Kaos", ["L", "M", "XL"]),
    ("No. Rekening", ["0012345678", "0098765432"]),
    ("Nama Bank", ["Bank Contoh", "Bank Misal"]),
    ("Media Sosial", ["@contoh", "@rekaan"]),
    ("Jumlah Tenaga Kerja", [2.0, 5.0, 11.0]),
    ("Omzet per Bulan (Rp)", [5_000_000.0, 12_500_000.0]),
    ("Kapasitas Produksi", ["100 kg/bulan", "2.000 buah"]),
    ("Tahun Berdiri", [2015.0, 2019.0]),
    ("Ket.", [None, "baru", "lama"]),
    ("Link Dokumen", ["terlampir", None]),
]
_ELSE: list[tuple[str, list[Value]]] = [
    ("Ket.", [None, "sesuai", "lihat lampiran"]),
    ("Keterangan", [None]),
    ("Paraf", [None]),
    ("Link Dokumen", ["terlampir", None]),
    ("Penanggung Jawab Data", ["Bidang Perindustrian"]),
]


def other_columns(rng: Random, kind: Kind, columns: list[Column]) -> list[Column]:
    """The columns with some more between them that no record holds; groups stay together."""
    if not chance(rng, 0.4):
        return columns
    taken = {column.path[-1].lower().strip(" .") for column in columns}
    offered = _PEOPLE if kind in (Kind.PESERTA, Kind.TENAGA) else _ELSE
    if kind is Kind.DOKUMENTASI:  # a second `Keterangan` would be as good a caption as the first
        offered = [(name, values) for name, values in offered if not name.startswith("Ket")]
    offered = [(name, values) for name, values in offered if name.lower().strip(" .") not in taken]
    for name, values in rng.sample(offered, min(len(offered), rng.choice([1, 1, 2, 3]))):
        places = [
            at
            for at in range(2, len(columns) + 1)
            if at == len(columns)
            or len(columns[at].path) == 1
            or columns[at].path[0] != columns[at - 1].path[0]
        ]
        columns = list(columns)
        columns.insert(rng.choice(places[-4:]), _column(rng, name, values))
    return columns


def _column(rng: Random, name: str, values: list[Value]) -> Column:
    if name == "No. Rekening":
        return Column((name,), (), lambda _: digits(rng, "00", 10), essential=True)
    return Column((name,), (), lambda _: rng.choice(values), essential=True)


_SAYING_MORE = {
    "nama": [" (sesuai KTP)", " (tanpa gelar)"],
    "nik": [" (sesuai KTP)", " (16 digit)"],
    "no hp": [" (aktif)", " (WA)"],
    "pendidikan": [" (SD/SMP/SMA/D3/S1)"],
    "pendidikan terakhir": [" (SD/SMP/SMA/D3/S1)"],
    "tanggal lahir": [" (dd/mm/yyyy)", " (tgl-bln-thn)"],
    "umur": [" (per 1 Januari 2023)"],
    "usia": [" (per 1 Januari 2023)", " saat ini"],
    "jenis kelamin": [" (L/P)", " (Laki-laki/Perempuan)"],
}


def saying_more(rng: Random, heading: str) -> str:
    """A heading with what it asks for in brackets."""
    more = _SAYING_MORE.get(heading.lower().strip(" ."))
    return heading + rng.choice(more) if more and chance(rng, 0.12) else heading


def slip(rng: Random, heading: str) -> str:
    """A heading with one letter wrong, as hands do."""
    letters = [i for i, letter in enumerate(heading) if letter.isalpha() and i > 0]
    if len(letters) < 7 or not chance(rng, 0.03):
        return heading
    at = rng.choice(letters[1:])
    kinds = [heading[:at] + heading[at + 1 :], heading[:at] + heading[at] + heading[at:]]
    if heading[at - 1].isalpha():
        kinds.append(heading[: at - 1] + heading[at] + heading[at - 1] + heading[at + 1 :])
    return rng.choice(kinds)


def page_footer(rng: Random, page: int) -> str:
    """What a printed page ends with."""
    return rng.choice([f"Halaman {page} dari 3", f"Hal. {page}", f"- {page} -", f"Page {page} of 3"])
