"""Who reports and on what basis: the first chapters, and the letters."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from dak_excel.reports.word.pictures import Gambar


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
    """Yang menandatangani: kepala dinas, atau kepala BPKAD."""

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
    batas: Annotated[str, "batas itu dengan kata juknis: `14 hari setelah semester …, yaitu 14 Juli 2023`"]
    rujukan: Annotated[str, "`Lampiran IV.A.1`"]
    nomor: Annotated[str, "nomor surat pengantar; penanda [LENGKAPI] bila belum dicatat"]
    tanggal: Annotated[str, "tanggal surat pengantar; penanda [LENGKAPI] bila belum dicatat"]
    kepada: Annotated[list[str], "yang dituju"]
    tembusan: Annotated[list[str], "yang mendapat tembusan"]


@dataclass(frozen=True, slots=True)
class Aturan:
    """Petunjuk teknis yang menjadi dasar."""

    peraturan: Annotated[str, "`Peraturan Menteri Perindustrian Nomor 7 Tahun 2023`"]
    singkat: Annotated[str, "`Permenperin 7/2023`"]
    judul: Annotated[str, "judul petunjuk teknis"]


@dataclass(frozen=True, slots=True)
class Kegunaan:
    """Program yang didanai, menurut berkas juknis."""

    nama: Annotated[str, "`Penguatan Kapasitas Kelembagaan Sentra IKM`"]
    sasaran: Annotated[str, "`Sentra IKM`"]
    kementerian: Annotated[str, "`Kementerian Perindustrian`"]
    urusan: Annotated[str, "urusan pemerintahannya: `perindustrian`"]
    pengertian: Annotated[str, "pengertian program menurut juknis"]


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
    rujukan: Annotated[str, "ketentuannya: `Lampiran III.A`"]
    kepada: Annotated[str, "yang dituju surat rencana"]
    berubah: Annotated[bool, "ya bila rencana diubah"]
    perubahan_nomor: Annotated[str, "nomor surat perubahan"]
    perubahan_tanggal: Annotated[str, "tanggal surat perubahan"]
    perubahan_tenggat: Annotated[str, "batas penyampaian perubahan"]
    perubahan_rujukan: Annotated[str, "ketentuannya: `Lampiran III.B`"]
    ada_apip: Annotated[bool, "ya bila hasil penelaahan APIP tercatat"]
    apip_nomor: Annotated[str, "nomor hasil penelaahan APIP atas KAK/RAB"]
    apip_tanggal: Annotated[str, "tanggal hasil penelaahan itu"]
    pagu: Annotated[str, "pagu alokasi: `Rp1.234.567,00`"]
    pagu_terbilang: Annotated[str, "pagu dengan huruf: `satu juta … rupiah`; kosong bila tidak ada"]
    rab: Annotated[str, "jumlah RAB"]
    ada_rab: Annotated[bool, "ya bila RAB disampaikan"]
    rab_catatan: Annotated[str, "penanda bila RAB itu berubah tanpa tanggal; kosong bila tidak"]
    surat: Annotated[str, "cara rencana disampaikan dalam satu kalimat, atau penandanya"]
    surat_perubahan: Annotated[str, "yang sama untuk perubahannya"]


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
