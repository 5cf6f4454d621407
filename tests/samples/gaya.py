"""The few cell styles of the samples, by name, for both writers."""

from __future__ import annotations

from dataclasses import dataclass

UANG = '_(* #,##0_);_(* \\(#,##0\\);_(* "-"??_);_(@_)'
UANG2 = '_(* #,##0.00_);_(* \\(#,##0.00\\);_(* "-"??_);_(@_)'
TANGGAL = "dd/mm/yyyy"


@dataclass(frozen=True, slots=True)
class Gaya:
    """Looks of a cell; `rata` is left, center, right or empty; `tegak` top, vcenter or bottom."""

    tebal: bool = False
    miring: bool = False
    garis: bool = False
    rata: str = ""
    tegak: str = ""
    lipat: bool = False
    angka: str = ""
    latar: str = ""
    ukuran: float = 0
    bawah: bool = False


GAYA = {
    "polos": Gaya(),
    "tebal": Gaya(tebal=True),
    "miring": Gaya(miring=True),
    "judul": Gaya(tebal=True, rata="center", tegak="vcenter", ukuran=13, lipat=True),
    "judul2": Gaya(tebal=True, rata="center", tegak="vcenter"),
    "tengah": Gaya(rata="center"),
    "tengah_tebal": Gaya(tebal=True, rata="center"),
    "nama_ttd": Gaya(tebal=True, rata="center", bawah=True),
    "lipat": Gaya(lipat=True, tegak="top"),
    "kepala": Gaya(tebal=True, garis=True, rata="center", tegak="vcenter", lipat=True, latar="D9E1F2"),
    "kepala_hijau": Gaya(tebal=True, garis=True, rata="center", tegak="vcenter", lipat=True, latar="C6E0B4"),
    "kepala_polos": Gaya(tebal=True, garis=True, rata="center", tegak="vcenter", lipat=True),
    "nomor_kolom": Gaya(miring=True, garis=True, rata="center", ukuran=8),
    "kelompok": Gaya(tebal=True, garis=True, latar="FFF2CC"),
    "kelompok_uang": Gaya(tebal=True, garis=True, latar="FFF2CC", angka=UANG),
    "k_teks": Gaya(garis=True, tegak="vcenter", lipat=True),
    "k_teks_tebal": Gaya(garis=True, tebal=True, tegak="vcenter", lipat=True),
    "k_tengah": Gaya(garis=True, rata="center", tegak="vcenter", lipat=True),
    "k_angka": Gaya(garis=True, rata="center", tegak="vcenter"),
    "k_desimal": Gaya(garis=True, rata="center", tegak="vcenter", angka="0.0"),
    "k_bulat": Gaya(garis=True, rata="center", tegak="vcenter", angka="0"),
    "k_uang": Gaya(garis=True, tegak="vcenter", angka=UANG),
    "k_uang_tebal": Gaya(garis=True, tebal=True, tegak="vcenter", angka=UANG),
    "k_uang2": Gaya(garis=True, tegak="vcenter", angka=UANG2),
    "k_tanggal": Gaya(garis=True, rata="center", tegak="vcenter", angka=TANGGAL),
    "k_persen": Gaya(garis=True, rata="center", tegak="vcenter", angka="0.00%"),
    "tanggal": Gaya(rata="left", angka="dd mmmm yyyy"),
    "uang": Gaya(angka=UANG),
    "uang2": Gaya(angka=UANG2),
    "uang_tebal": Gaya(tebal=True, angka=UANG2),
    "rp": Gaya(rata="left", angka='"Rp"#,##0'),
}
"""Names that begin with `k_` have borders: cells of a table."""
