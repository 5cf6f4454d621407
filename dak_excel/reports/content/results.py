"""Targets, results, money and photos."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dak_excel.reports.word.charts import Grafik
from dak_excel.reports.word.pictures import Gambar

KOSONG = "–"
"""Of a column that a report has no figures for: it is left out."""


@dataclass(frozen=True, slots=True)
class BarisTarget:
    """Satu keluaran dari satu rincian kegiatan."""

    nomor: Annotated[str, "nomor urut; kosong pada keluaran kedua dari rincian yang sama"]
    kode: Annotated[str, "`A1` … `D4`"]
    nama: Annotated[str, "nama rincian kegiatan"]
    indikator: Annotated[str, "indikator keluaran"]
    satuan: Annotated[str, "satuan keluaran"]
    target: Annotated[str, "target setahun"]
    capaian: Annotated[str, "capaian sampai akhir periode"]
    persen: Annotated[str, "capaian dibanding target"]
    anggaran: Annotated[str, "anggaran rincian (rupiah, tanpa Rp)"]
    lalu: Annotated[str, "capaian semester I; hanya pada laporan semester II"]
    ini: Annotated[str, "capaian semester II; hanya pada laporan semester II"]


@dataclass(frozen=True, slots=True)
class MenuTarget:
    """Satu menu dengan rincian yang dilaksanakan."""

    kode: Annotated[str, "`A` … `D`"]
    nama: Annotated[str, "nama menu"]
    tujuan: Annotated[str, "tujuan menu menurut juknis, satu kalimat"]
    anggaran: Annotated[str, "jumlah anggaran menu (rupiah, tanpa Rp)"]
    baris: Annotated[list[BarisTarget], "rincian kegiatannya"]


@dataclass(frozen=True, slots=True)
class BarisKegiatan:
    """Satu kegiatan yang sudah atau sedang berlangsung."""

    nomor: Annotated[str, "nomor urut"]
    nama: Annotated[str, "nama kegiatan dengan angkatannya"]
    waktu: Annotated[str, "`12 s.d. 16 Juni 2023`"]
    tempat: Annotated[str, "tempat pelaksanaan"]
    jpl: Annotated[str, "jumlah JPL; tanda pisah bila tidak ada"]
    laki: Annotated[str, "peserta laki-laki"]
    perempuan: Annotated[str, "peserta perempuan"]
    jumlah: Annotated[str, "seluruh peserta"]
    sentra: Annotated[str, "asal sentra"]
    keadaan: Annotated[str, "`selesai` atau `berjalan`"]


@dataclass(frozen=True, slots=True)
class CapaianRincian:
    """Pelaksanaan satu rincian kegiatan."""

    kode: Annotated[str, "`A1` … `D4`"]
    nama: Annotated[str, "nama rincian kegiatan"]
    kalimat: Annotated[str, "capaian terhadap target dalam satu kalimat"]
    kegiatan: Annotated[list[BarisKegiatan], "kegiatan yang sudah atau sedang berlangsung"]
    laki: Annotated[str, "jumlah peserta laki-laki; tanda pisah bila tidak diketahui"]
    perempuan: Annotated[str, "jumlah peserta perempuan"]
    jumlah: Annotated[str, "jumlah peserta"]
    kurang: Annotated[list[str], "penanda untuk daftar peserta yang tidak ada"]
    belum: Annotated[list[str], "kegiatan yang belum dilaksanakan, dengan rencana waktunya"]
    catatan: Annotated[list[str], "hal yang berbeda antara dua lembar, satu kalimat setiap hal"]
    batal: Annotated[list[str], "kegiatan yang dibatalkan; pada laporan semester I termasuk yang belum"]


@dataclass(frozen=True, slots=True)
class BarisKeuangan:
    """Satu baris realisasi keuangan; uang dalam rupiah tanpa Rp."""

    kode: Annotated[str, "kode rincian atau kode rekening"]
    uraian: Annotated[str, "nama"]
    pagu: Annotated[str, "pagu"]
    realisasi: Annotated[str, "realisasi sampai akhir periode"]
    persen: Annotated[str, "realisasi dibanding pagu"]
    sisa: Annotated[str, "pagu dikurangi realisasi"]
    lalu: Annotated[str, "realisasi semester I; tanda pisah selain pada laporan semester II"] = KOSONG
    ini: Annotated[str, "realisasi semester II; tanda pisah selain pada laporan semester II"] = KOSONG


@dataclass(frozen=True, slots=True)
class BarisPenyaluran:
    """Satu tahap penyaluran dana ke RKUD; uang dalam rupiah tanpa Rp."""

    tahap: Annotated[str, "`Tahap I`"]
    tanggal: Annotated[str, "tanggal dana masuk"]
    nomor: Annotated[str, "nomor SP2D atau nota kredit"]
    jumlah: Annotated[str, "jumlahnya"]


@dataclass(frozen=True, slots=True)
class Penyaluran:
    """Dana yang disalurkan ke RKUD sampai akhir periode; uang dalam rupiah tanpa Rp."""

    baris: Annotated[list[BarisPenyaluran], "satu baris setiap tahap"]
    jumlah: Annotated[str, "jumlah yang disalurkan"]
    realisasi: Annotated[str, "realisasi sampai akhir periode"]
    sisa: Annotated[str, "selisih keduanya"]
    judul_sisa: Annotated[str, "`Sisa dana di RKUD`, atau bahwa realisasi melebihi yang disalurkan"]
    disalurkan: Annotated[str, "jumlah yang disalurkan, dengan Rp"]
    tersisa: Annotated[str, "selisihnya, dengan Rp"]
    kalimat: Annotated[str, "jumlah yang disalurkan dan sisanya dalam kalimat"]
    catatan: Annotated[list[str], "hal yang berbeda antara dua lembar"]


@dataclass(frozen=True, slots=True)
class BarisSp2d:
    """Satu pembayaran; uang dalam rupiah tanpa Rp."""

    nomor: Annotated[str, "nomor urut"]
    sp2d: Annotated[str, "nomor SP2D"]
    tanggal: Annotated[str, "tanggalnya"]
    rincian: Annotated[str, "kode rincian"]
    uraian: Annotated[str, "yang dibayar"]
    jumlah: Annotated[str, "jumlahnya"]


@dataclass(frozen=True, slots=True)
class RegisterSp2d:
    """Daftar SP2D, untuk lampiran 1."""

    masa: Annotated[str, "`1 Juli s.d. 31 Desember 2023`: masa yang didaftar"]
    baris: Annotated[list[BarisSp2d], "satu baris setiap pembayaran"]
    jumlah: Annotated[str, "jumlah semua baris (rupiah, tanpa Rp)"]
    catatan: Annotated[str, "selisihnya dengan realisasi; kosong bila tidak ada"]


@dataclass(frozen=True, slots=True)
class BarisBulan:
    """Satu bulan; uang dalam rupiah tanpa Rp."""

    bulan: Annotated[str, "nama bulan"]
    rencana: Annotated[str, "rencana penarikan bulan itu"]
    realisasi: Annotated[str, "realisasi bulan itu"]
    kumulatif: Annotated[str, "realisasi sejak Januari"]
    persen: Annotated[str, "realisasi kumulatif dibanding pagu"]


@dataclass(frozen=True, slots=True)
class RincianBulanan:
    """Realisasi satu rincian selama enam bulan; uang dalam rupiah tanpa Rp."""

    kode: Annotated[str, "kode rincian"]
    uraian: Annotated[str, "nama rincian"]
    nilai: Annotated[list[str], "enam nilai, satu untuk setiap bulan"]
    jumlah: Annotated[str, "jumlah enam bulan"]


@dataclass(frozen=True, slots=True)
class TabelBulanan:
    """Realisasi per bulan untuk satu semester."""

    judul: Annotated[str, "`Januari s.d. Juni 2023`"]
    bulan: Annotated[list[str], "enam nama bulan"]
    baris: Annotated[list[RincianBulanan], "satu baris setiap rincian"]
    jumlah: Annotated[RincianBulanan, "baris jumlah"]


@dataclass(frozen=True, slots=True)
class BarisSemester:
    """Satu rincian pada laporan semester II; uang dalam rupiah tanpa Rp."""

    kode: Annotated[str, "kode rincian"]
    uraian: Annotated[str, "nama rincian"]
    pagu: Annotated[str, "pagu"]
    lalu: Annotated[str, "realisasi semester I"]
    ini: Annotated[str, "realisasi semester II"]
    realisasi: Annotated[str, "jumlah keduanya"]
    persen: Annotated[str, "jumlah itu dibanding pagu"]


@dataclass(frozen=True, slots=True)
class KelompokKeuangan:
    """Baris anggaran satu rincian kegiatan, untuk lampiran 1."""

    kode: Annotated[str, "kode rincian"]
    nama: Annotated[str, "nama rincian"]
    baris: Annotated[list[BarisKeuangan], "baris anggarannya"]
    jumlah: Annotated[BarisKeuangan, "jumlah rincian itu"]


@dataclass(frozen=True, slots=True)
class Keuangan:
    """Realisasi keuangan sampai akhir periode."""

    ada: Annotated[bool, "ya bila ada lembar realisasi"]
    judul: Annotated[str, "`Realisasi`, atau `Pagu` bila realisasi belum tercatat: untuk judul tabel"]
    sampai: Annotated[str, "` sampai dengan 30 Juni 2023`: hari terakhir angka dalam tabel; boleh kosong"]
    kalimat: Annotated[str, "realisasi, persentase terhadap pagu alokasi, dan sisa dalam satu kalimat"]
    realisasi: Annotated[str, "`Rp1.234.567,00 (45,50%)`: realisasi dan persentasenya"]
    rincian: Annotated[list[BarisKeuangan], "per rincian kegiatan"]
    jenis: Annotated[list[BarisKeuangan], "per jenis belanja"]
    jumlah: Annotated[BarisKeuangan, "jumlah semua baris"]
    bulan: Annotated[list[BarisBulan], "per bulan sampai akhir periode"]
    ada_rencana: Annotated[bool, "ya bila ada rencana penarikan per bulan"]
    bulanan: Annotated[list[TabelBulanan], "per rincian dan bulan, satu tabel setiap semester"]
    semester: Annotated[list[BarisSemester], "per rincian: semester I, semester II, dan jumlahnya"]
    jumlah_semester: Annotated[BarisSemester | None, "jumlahnya; kosong selain pada laporan semester II"]
    kelompok: Annotated[list[KelompokKeuangan], "setiap baris anggaran, per rincian"]
    catatan: Annotated[list[str], "hal yang perlu diketahui tentang angkanya"]
    penyaluran: Annotated[Penyaluran | None, "penyaluran per tahap; kosong bila tidak ada lembarnya"]
    sp2d: Annotated[RegisterSp2d | None, "daftar SP2D; kosong bila nomornya tidak ada di lembar"]
    grafik_rincian: Annotated[Grafik | str, "grafik pagu dan realisasi per rincian; kosong bila tidak ada"]
    grafik_kumulatif: Annotated[Grafik | str, "grafik realisasi kumulatif; kosong bila tidak ada"]


@dataclass(frozen=True, slots=True)
class BarisFoto:
    """Dua foto yang bersebelahan; yang kanan dapat kosong."""

    kiri: Annotated[Gambar | str, "foto kiri"]
    kiri_keterangan: Annotated[str, "keterangan foto kiri"]
    kanan: Annotated[Gambar | str, "foto kanan"]
    kanan_keterangan: Annotated[str, "keterangan foto kanan"]


@dataclass(frozen=True, slots=True)
class KelompokFoto:
    """Foto satu rincian kegiatan, atau foto tanpa kode rincian."""

    judul: Annotated[str, "`A2 Pelatihan teknis …` atau `Dokumentasi lainnya`"]
    baris: Annotated[list[BarisFoto], "foto dua-dua"]
