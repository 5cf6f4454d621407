"""Keys of an identitas as offices word them: made of few words, each form in its own way."""

from __future__ import annotations

import pytest

from dak_excel.sheets.layout.key_values import field_of_key
from dak_excel.sheets.tabel import Kind
from dak_excel.sheets.vocabulary import load_vocabulary

KEYS = {
    "kabkota": [
        "Nama Pemerintah Daerah",
        "Pemda",
        "Nama Pemda",
        "Nama Kabupaten / Kota",
        "Kab./Kota",
        "Daerah Penerima DAK",
        "Nama Daerah Penerima",
        "Kabupaten Penerima",
        "Nama Kab/Kota Penerima DAK",
        "Pemerintah Kabupaten/Kota",
        "Pemkab",
        "Nama Daerah (Kab/Kota)",
        "Kabupaten / Kota Pelaksana",
        "Kota",
    ],
    "dinas": [
        "OPD Pelaksana",
        "SKPD Pengelola",
        "Perangkat Daerah Penanggung Jawab",
        "Dinas Teknis",
        "Nama OPD Pelaksana",
        "Satuan Kerja",
        "Nama Satker",
        "Unit Kerja",
        "Instansi Pelaksana Kegiatan",
        "Dinas Pengampu",
        "Nama Perangkat Daerah Pengelola",
        "OPD Pengampu DAK",
        "Dinas Penanggungjawab",
        "Nama SKPD / OPD",
        "Instansi Penanggung Jawab",
        "Nama Kantor Dinas",
        "Satuan Kerja Perangkat Daerah",
    ],
    "kepala_dinas": [
        "Nama Kepala OPD",
        "Nama Pejabat Penandatangan",
        "Nama Kepala Dinas",
        "Kepala Instansi",
        "Pimpinan OPD",
        "Nama Pimpinan Instansi",
        "Nama Kepala Perangkat Daerah",
    ],
    "pagu": [
        "Pagu Anggaran",
        "Alokasi DAK Nonfisik",
        "Besaran Alokasi Dana",
        "Total Pagu DAK NF (Rp)",
        "Jumlah Alokasi TA 2023",
        "Pagu Indikatif DAK Nonfisik Sentra IKM",
        "Nilai Pagu",
        "Alokasi Dana DAK NF",
        "Nilai Alokasi DAK Nonfisik (Rp)",
        "Pagu Definitif",
        "Jumlah Pagu Alokasi Anggaran TA 2023",
        "Besar Pagu DAK",
        "Pagu Anggaran Kegiatan",
    ],
    "provinsi": ["Propinsi", "Nama Propinsi", "Prov.", "Provinsi / Kab"],
    "ibukota": ["Ibukota Kabupaten", "Ibu Kota Kabupaten", "Nama Ibukota"],
    "alamat": ["Alamat Instansi", "Alamat Kantor Dinas", "Alamat Kantor OPD"],
    "telepon": ["No. Telepon Kantor", "Kontak Person", "Telp/Fax Kantor", "No. HP Kepala Dinas"],
    "email": ["Surat-el", "E-mail Dinas", "Alamat surel", "Email Resmi Dinas", "Alamat Email"],
    "tahun": ["Tahun Anggaran", "TA"],
    "nip": ["NIP Kepala Dinas", "NIP Pejabat Penandatangan"],
    "pangkat": ["Pangkat / Golongan Ruang", "Pangkat/Gol. Kepala Dinas", "Golongan/Ruang"],
    "apip_nomor": [
        "Nomor Surat Reviu APIP",
        "No. LHR APIP",
        "No. Reviu APIP RAB",
        "Nomor Laporan Hasil Reviu Inspektorat",
    ],
    "apip_tanggal": [
        "Tanggal Reviu Inspektorat",
        "Tgl. Laporan Hasil Reviu",
        "Tgl Reviu APIP",
        "Tanggal LHR",
    ],
    "": [
        "Nama Bupati",
        "Pejabat Penandatangan Laporan",
        "Nama Kegiatan",
        "Kepala Bidang Industri",
        "Kepala Desa",
        "Nama Sentra",
        "Jumlah Peserta",
        "Jumlah Anggota",
        "Sisa Pagu",
        "Pagu Perubahan",
        "Realisasi Anggaran",
        "Total RAB",
        "Alamat Sentra",
        "Alamat Usaha",
        "Nama Pejabat Pengadaan",
        "Kepala Bappeda",
        "No. Rekening",
        "Nomor DPA",
        "Tanggal DPA",
        "Jabatan Narasumber",
        "NIP PPTK",
        "Telepon IKM",
        "Email Peserta",
        "Nama Bupati",
        "Kecamatan",
        "Tempat",
        "Nama Instansi Narasumber",
        "Asal Instansi",
        "Dinas Kesehatan",
        "Sumber Dana",
        "Nama Kelompok",
    ],
    "jabatan": ["Jabatan Kepala OPD", "Jabatan Pejabat Penandatangan"],
    "laman": ["Website", "Situs Web", "Alamat Website"],
    "apip": ["Nomor & Tanggal Hasil Review Inspektorat", "Hasil Penelaahan APIP"],
}


@pytest.mark.parametrize(
    ("field", "key"), [(field, key) for field, keys in KEYS.items() for key in dict.fromkeys(keys)]
)
def test_what_a_key_asks_for(field: str, key: str) -> None:
    words = load_vocabulary()
    assert field_of_key(key, words.jenis[Kind.IDENTITAS], words) == field
