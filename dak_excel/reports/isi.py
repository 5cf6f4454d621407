"""Isi: everything that a Word template may name, already in the words and figures that are printed.

Every field carries its description for the people who edit the templates (`docs/templat.md` and
`templat periksa` are made from it). All values are text, lists, or yes/no; none is computed in a template.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Annotated

from dak_excel.reports.gambar import Gambar
from dak_excel.reports.grafik import Grafik

Teks = str


@dataclass(frozen=True, slots=True)
class Instansi:
    """Pemerintah daerah dan dinasnya, dari lembar identitas."""

    kabkota: Annotated[str, "nama lengkap: `Kabupaten Contoh`"]
    pemerintah: Annotated[str, "`Pemerintah Kabupaten Contoh`"]
    kepala_daerah: Annotated[str, "`Bupati Contoh` atau `Wali Kota Contoh`"]
    gubernur: Annotated[str, "`Gubernur Jawa Contoh`"]
    provinsi: Annotated[str, "nama provinsi"]
    dinas: Annotated[str, "nama dinas"]
    alamat: Annotated[str, "alamat dinas, dengan ibu kota dan kode pos bila ada"]
    kontak: Annotated[str, "telepon, surel, dan laman dalam satu baris; kosong bila tidak ada"]
    ibukota: Annotated[str, "tempat surat ditandatangani"]
    logo: Annotated[Gambar | str, "lambang daerah setinggi 2,2 cm; kosong bila tidak ada"]
    logo_besar: Annotated[Gambar | str, "lambang daerah setinggi 4 cm, untuk sampul"]


@dataclass(frozen=True, slots=True)
class Pejabat:
    """Kepala dinas, yang menandatangani."""

    nama: Annotated[str, "nama dengan gelar"]
    nip: Annotated[str, "NIP"]
    pangkat: Annotated[str, "pangkat dan golongan"]
    jabatan: Annotated[str, "`Kepala Dinas Perindustrian Kabupaten Contoh`"]


@dataclass(frozen=True, slots=True)
class Laporan:
    """Laporan yang ditulis, atau yang diantar oleh surat."""

    judul: Annotated[str, "`Laporan Semester I` atau `Laporan Akhir`"]
    semester: Annotated[str, "`I`, `II`, atau kosong untuk laporan akhir"]
    tahun: Annotated[str, "tahun anggaran"]
    periode: Annotated[str, "`1 Januari s.d. 30 Juni 2023`"]
    sampai: Annotated[str, "hari terakhir yang dihitung: `30 Juni 2023`"]
    tenggat: Annotated[str, "batas penyampaian: `14 Juli 2023`"]
    rujukan: Annotated[str, "`Lampiran IV.A.1`"]
    nomor: Annotated[str, "nomor surat pengantar, atau titik-titik untuk diisi"]
    tanggal: Annotated[str, "tanggal surat pengantar, atau titik-titik untuk diisi"]
    kepada: Annotated[list[str], "yang dituju"]
    tembusan: Annotated[list[str], "yang mendapat tembusan"]


@dataclass(frozen=True, slots=True)
class Aturan:
    """Petunjuk teknis yang menjadi dasar."""

    peraturan: Annotated[str, "`Peraturan Menteri Perindustrian Nomor 7 Tahun 2023`"]
    singkat: Annotated[str, "`Permenperin 7/2023`"]
    judul: Annotated[str, "judul petunjuk teknis"]


@dataclass(frozen=True, slots=True)
class Uraian:
    """Tulisan dinas dari lembar narasi; setiap paragraf satu teks. Kosong bila tidak ditulis."""

    kata_pengantar: Annotated[list[str], "kata pengantar"]
    latar_belakang: Annotated[list[str], "latar belakang"]
    tujuan: Annotated[list[str], "tujuan"]
    perencanaan: Annotated[list[str], "perencanaan"]
    penganggaran: Annotated[list[str], "penganggaran"]
    capaian: Annotated[list[str], "capaian kegiatan"]
    permasalahan: Annotated[list[str], "permasalahan"]
    kesimpulan: Annotated[list[str], "kesimpulan"]
    saran: Annotated[list[str], "saran"]


@dataclass(frozen=True, slots=True)
class Rencana:
    """Dokumen rencana, penelaahan APIP, dan pagu."""

    surat_nomor: Annotated[str, "nomor surat penyampaian rencana kegiatan"]
    surat_tanggal: Annotated[str, "tanggal surat itu"]
    tenggat: Annotated[str, "batas penyampaian rencana"]
    kepada: Annotated[str, "yang dituju surat rencana"]
    berubah: Annotated[bool, "ya bila rencana diubah"]
    perubahan_nomor: Annotated[str, "nomor surat perubahan"]
    perubahan_tanggal: Annotated[str, "tanggal surat perubahan"]
    perubahan_tenggat: Annotated[str, "batas penyampaian perubahan"]
    apip_nomor: Annotated[str, "nomor hasil penelaahan APIP atas KAK/RAB"]
    apip_tanggal: Annotated[str, "tanggal hasil penelaahan itu"]
    pagu: Annotated[str, "pagu alokasi: `Rp1.234.567,00`"]
    pagu_terbilang: Annotated[str, "pagu dengan huruf: `satu juta … rupiah`"]
    rab: Annotated[str, "jumlah RAB"]
    ada_rab: Annotated[bool, "ya bila RAB disampaikan"]


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


@dataclass(frozen=True, slots=True)
class MenuTarget:
    """Satu menu dengan rincian yang dilaksanakan."""

    kode: Annotated[str, "`A` … `D`"]
    nama: Annotated[str, "nama menu"]
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
    laki: Annotated[str, "jumlah peserta laki-laki"]
    perempuan: Annotated[str, "jumlah peserta perempuan"]
    jumlah: Annotated[str, "jumlah peserta"]
    belum: Annotated[list[str], "kegiatan yang belum dilaksanakan, dengan rencana waktunya"]


@dataclass(frozen=True, slots=True)
class BarisKeuangan:
    """Satu baris realisasi keuangan; uang dalam rupiah tanpa Rp."""

    kode: Annotated[str, "kode rincian atau kode rekening"]
    uraian: Annotated[str, "nama"]
    pagu: Annotated[str, "pagu"]
    realisasi: Annotated[str, "realisasi sampai akhir periode"]
    persen: Annotated[str, "realisasi dibanding pagu"]
    sisa: Annotated[str, "pagu dikurangi realisasi"]


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
    kalimat: Annotated[str, "realisasi, persentase, dan sisa dalam satu kalimat"]
    rincian: Annotated[list[BarisKeuangan], "per rincian kegiatan"]
    jenis: Annotated[list[BarisKeuangan], "per jenis belanja"]
    jumlah: Annotated[BarisKeuangan, "jumlah seluruhnya"]
    bulan: Annotated[list[BarisBulan], "per bulan sampai akhir periode"]
    ada_rencana: Annotated[bool, "ya bila ada rencana penarikan per bulan"]
    bulanan: Annotated[list[TabelBulanan], "per rincian dan bulan, satu tabel setiap semester"]
    kelompok: Annotated[list[KelompokKeuangan], "setiap baris anggaran, per rincian"]
    catatan: Annotated[list[str], "hal yang perlu diketahui tentang angkanya"]
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


@dataclass(frozen=True, slots=True)
class BarisTemuan:
    """Satu hal yang di luar batasan juknis."""

    nomor: Annotated[str, "nomor urut"]
    rincian: Annotated[str, "kode rincian"]
    kegiatan: Annotated[str, "nama kegiatan"]
    pesan: Annotated[str, "apa yang di luar batasan"]
    rujukan: Annotated[str, "ketentuannya: `Lampiran II.A.1.f`"]
    alasan: Annotated[str, "alasan yang ditulis dinas, atau penanda untuk dilengkapi"]
    tindak_lanjut: Annotated[str, "`persetujuan kementerian` atau `pernyataan penanggung jawab`"]
    keadaan: Annotated[str, "`belum ditanggapi`, `alasan sudah ditulis`"]


@dataclass(frozen=True, slots=True)
class BarisPeserta:
    """Satu peserta atau IKM."""

    nomor: Annotated[str, "nomor urut"]
    nama: Annotated[str, "nama"]
    nik: Annotated[str, "NIK, disamarkan kecuali diminta penuh"]
    kelamin: Annotated[str, "`L` atau `P`"]
    usia: Annotated[str, "usia pada hari pertama kegiatan"]
    usaha: Annotated[str, "nama usaha"]
    nib: Annotated[str, "NIB, atau `bersedia membuat`"]
    sentra: Annotated[str, "sentra"]
    komoditi: Annotated[str, "komoditi"]
    status: Annotated[str, "status peserta"]
    keterangan: Annotated[str, "kehadiran, pendamping, atau sertifikat"]


@dataclass(frozen=True, slots=True)
class DaftarPeserta:
    """Peserta satu kegiatan."""

    rincian: Annotated[str, "kode dan nama rincian"]
    nama: Annotated[str, "nama kegiatan"]
    waktu: Annotated[str, "waktu pelaksanaan"]
    tempat: Annotated[str, "tempat pelaksanaan"]
    jpl: Annotated[str, "jumlah JPL"]
    jumlah: Annotated[str, "`30 orang (12 laki-laki, 18 perempuan)`"]
    peserta: Annotated[list[BarisPeserta], "pesertanya"]


@dataclass(frozen=True, slots=True)
class BarisTenaga:
    """Satu narasumber, instruktur, pengajar, atau pendamping."""

    nomor: Annotated[str, "nomor urut"]
    nama: Annotated[str, "nama"]
    peran: Annotated[str, "peran"]
    instansi: Annotated[str, "asal instansi"]
    keahlian: Annotated[str, "bidang keahlian"]
    pendidikan: Annotated[str, "pendidikan"]
    pengalaman: Annotated[str, "lama pengalaman"]
    bukti: Annotated[str, "sertifikat atau surat keterangan"]
    kegiatan: Annotated[str, "kode rincian dan kegiatan"]
    materi: Annotated[str, "materi, atau IKM yang didampingi"]


@dataclass(frozen=True, slots=True)
class BarisJadwal:
    """Satu sesi."""

    tanggal: Annotated[str, "hari dan tanggal; kosong bila sama dengan sesi di atasnya"]
    pukul: Annotated[str, "`08.00–10.00`"]
    materi: Annotated[str, "materi atau acara"]
    narasumber: Annotated[str, "narasumber atau petugas"]
    jpl: Annotated[str, "JPL"]
    metode: Annotated[str, "metode"]
    tempat: Annotated[str, "tempat"]


@dataclass(frozen=True, slots=True)
class DaftarJadwal:
    """Jadwal satu kegiatan."""

    rincian: Annotated[str, "kode dan nama rincian"]
    nama: Annotated[str, "nama kegiatan"]
    jpl: Annotated[str, "jumlah JPL seluruh sesi"]
    sesi: Annotated[list[BarisJadwal], "sesinya"]


@dataclass(frozen=True, slots=True)
class Perubahan:
    """Satu kegiatan yang rencananya berubah."""

    nomor: Annotated[str, "nomor urut"]
    rincian: Annotated[str, "kode rincian"]
    kegiatan: Annotated[str, "nama kegiatan"]
    semula: Annotated[str, "rencana semula"]
    menjadi: Annotated[str, "rencana setelah diubah"]


@dataclass(frozen=True, slots=True)
class Pernyataan:
    """Kegiatan yang tidak mencapai jumlah minimum."""

    rincian: Annotated[str, "kode dan nama rincian"]
    kegiatan: Annotated[str, "nama kegiatan"]
    waktu: Annotated[str, "waktu pelaksanaan"]
    tempat: Annotated[str, "tempat pelaksanaan"]
    temuan: Annotated[list[BarisTemuan], "jumlah minimum yang tidak tercapai"]


@dataclass(frozen=True, slots=True)
class Isi:
    """Semua nama yang dapat dipakai dalam templat."""

    daerah: Annotated[Instansi, "pemerintah daerah dan dinas"]
    kepala: Annotated[Pejabat, "kepala dinas"]
    laporan: Annotated[Laporan, "laporan ini"]
    juknis: Annotated[Aturan, "petunjuk teknis"]
    narasi: Annotated[Uraian, "tulisan dinas"]
    rencana: Annotated[Rencana, "perencanaan dan penganggaran"]
    menu: Annotated[list[MenuTarget], "menu dan rincian yang dilaksanakan, dengan target dan capaian"]
    anggaran: Annotated[str, "jumlah anggaran semua menu (rupiah, tanpa Rp)"]
    capaian: Annotated[list[CapaianRincian], "pelaksanaan per rincian"]
    keuangan: Annotated[Keuangan, "realisasi keuangan"]
    foto: Annotated[list[KelompokFoto], "dokumentasi"]
    temuan: Annotated[list[BarisTemuan], "hal di luar batasan juknis yang belum disetujui"]
    simpulan: Annotated[list[str], "angka pokok periode ini dalam kalimat, bila kesimpulan belum ditulis"]
    peserta: Annotated[list[DaftarPeserta], "lampiran 2"]
    narasumber: Annotated[list[BarisTenaga], "lampiran 3"]
    pendamping: Annotated[list[BarisTenaga], "lampiran 4"]
    jadwal: Annotated[list[DaftarJadwal], "lampiran 5"]
    perubahan: Annotated[list[Perubahan], "kegiatan yang berubah; hanya untuk surat perubahan"] = field(
        default_factory=list
    )
    pernyataan: Annotated[Pernyataan | None, "hanya untuk surat pernyataan"] = None
