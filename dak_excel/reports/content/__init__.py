"""Isi: everything that a Word template may name, already in the words and figures that are printed.

Every field carries its description for the people who edit the templates (`docs/templat.md` and
`templat periksa` are made from it). All values are text, lists, or yes/no; none is computed in a template.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from dak_excel.reports.content.lampiran import (
    BarisJadwal,
    BarisPeserta,
    BarisTenaga,
    DaftarJadwal,
    DaftarPeserta,
    Kosong,
)
from dak_excel.reports.content.office import (
    Aturan,
    BarisTemuan,
    Instansi,
    Kegunaan,
    Laporan,
    Pejabat,
    Pernyataan,
    Perubahan,
    Rencana,
    Uraian,
)
from dak_excel.reports.content.results import (
    BarisBulan,
    BarisFoto,
    BarisKegiatan,
    BarisKeuangan,
    BarisPenyaluran,
    BarisSemester,
    BarisSp2d,
    BarisTarget,
    CapaianRincian,
    KelompokFoto,
    KelompokKeuangan,
    Keuangan,
    MenuTarget,
    Penyaluran,
    RegisterSp2d,
    RincianBulanan,
    TabelBulanan,
)

__all__ = [
    "Aturan",
    "BarisBulan",
    "BarisFoto",
    "BarisJadwal",
    "BarisKegiatan",
    "BarisKeuangan",
    "BarisPenyaluran",
    "BarisPeserta",
    "BarisSemester",
    "BarisSp2d",
    "BarisTarget",
    "BarisTemuan",
    "BarisTenaga",
    "CapaianRincian",
    "DaftarJadwal",
    "DaftarPeserta",
    "Instansi",
    "Isi",
    "Kegunaan",
    "KelompokFoto",
    "KelompokKeuangan",
    "Keuangan",
    "Kosong",
    "Laporan",
    "MenuTarget",
    "Pejabat",
    "Penyaluran",
    "Pernyataan",
    "Perubahan",
    "RegisterSp2d",
    "Rencana",
    "RincianBulanan",
    "TabelBulanan",
    "Uraian",
]


@dataclass(frozen=True, slots=True)
class Isi:
    """Semua nama yang dapat dipakai dalam templat."""

    daerah: Annotated[Instansi, "pemerintah daerah dan dinas"]
    kepala: Annotated[Pejabat, "kepala dinas"]
    laporan: Annotated[Laporan, "laporan ini"]
    juknis: Annotated[Aturan, "petunjuk teknis"]
    program: Annotated[Kegunaan, "program yang didanai"]
    narasi: Annotated[Uraian, "tulisan dinas"]
    rencana: Annotated[Rencana, "perencanaan dan penganggaran"]
    menu: Annotated[list[MenuTarget], "menu dan rincian yang dilaksanakan, dengan target dan capaian"]
    dua_semester: Annotated[bool, "ya bila capaian kedua semester dapat disandingkan"]
    anggaran: Annotated[str, "jumlah anggaran semua menu (rupiah, tanpa Rp)"]
    capaian: Annotated[list[CapaianRincian], "pelaksanaan per rincian"]
    keuangan: Annotated[Keuangan, "realisasi keuangan"]
    foto: Annotated[list[KelompokFoto], "dokumentasi"]
    foto_ditanya: Annotated[list[str], "penanda untuk foto yang tanggalnya tidak diketahui"]
    temuan: Annotated[list[BarisTemuan], "hal di luar batasan juknis yang belum disetujui"]
    simpulan: Annotated[list[str], "angka pokok periode ini dalam kalimat, bila kesimpulan belum ditulis"]
    peserta: Annotated[list[DaftarPeserta], "lampiran 2"]
    narasumber: Annotated[list[BarisTenaga], "lampiran 3"]
    pendamping: Annotated[list[BarisTenaga], "lampiran 4"]
    jadwal: Annotated[list[DaftarJadwal], "lampiran 5"]
    kosong: Annotated[Kosong, "tulisan untuk lampiran yang tidak berisi"]
    perubahan: Annotated[list[Perubahan], "kegiatan yang berubah; hanya untuk surat perubahan"] = field(
        default_factory=list
    )
    pernyataan: Annotated[Pernyataan | None, "hanya untuk surat pernyataan"] = None
    bpkad: Annotated[Pejabat | None, "kepala BPKAD, bila diminta pengaturan `penanda_bpkad`"] = None
    daftar_tabel: Annotated[bool, "ya bila diminta pengaturan `daftar_tabel`"] = False
