"""Which kind a sheet is: from its words and values, never from its name alone, never guessed."""

from __future__ import annotations

from datetime import datetime

import pytest

from dak_excel.sheets.grid import Value
from dak_excel.sheets.tabel import Kind
from tests.sheets.grids import BUDI, PESERTA, SITI, read

Rows = list[list[Value]]

KNOWN: dict[str, tuple[Kind, Rows]] = {
    "peserta": (Kind.PESERTA, [["DAFTAR PESERTA"], list(PESERTA), list(SITI), list(BUDI)]),
    "peserta without a title": (Kind.PESERTA, [list(PESERTA), list(SITI), list(BUDI)]),
    "narasumber": (
        Kind.TENAGA,
        [
            ["No", "Nama Narasumber", "Instansi", "Keahlian", "Pend. Terakhir", "Pengalaman (Th)"],
            [1, "Dr. Contoh", "Universitas Contoh", "Batik", "S3", 5],
        ],
    ),
    "jadwal": (
        Kind.JADWAL,
        [
            ["Hari/Tanggal", "Pukul", "Materi", "Narasumber", "JP"],
            ["Senin, 12 Juni 2023", "08.00 - 09.30", "Kewirausahaan", "Dr. Contoh", 2],
        ],
    ),
    "rab": (
        Kind.RAB,
        [
            ["RENCANA ANGGARAN BIAYA"],
            ["No", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah"],
            [1, "Nasi kotak", 30, "kotak", 35000, 1050000],
        ],
    ),
    "penyaluran": (
        Kind.PENYALURAN,
        [
            ["PENYALURAN DAK NONFISIK KE RKUD"],
            ["No", "Tahap", "Tanggal Masuk RKUD", "No. SP2D KPPN", "Nilai"],
            [1, "Tahap I", "03/04/2023", "230403/99", 450000000],
            [2, "Tahap II", "05/09/2023", "230905/99", 300000000],
        ],
    ),
    "penyaluran without a title": (
        Kind.PENYALURAN,
        [
            ["Tahap Penyaluran", "Tgl Penyaluran", "Jumlah Disalurkan (Rp)"],
            ["I", datetime(2023, 4, 3), 450000000],
        ],
    ),
    "realisasi": (
        Kind.REALISASI,
        [
            ["Kode Rekening", "Uraian", "Pagu", "Realisasi", "%", "Sisa"],
            ["5.1.02.01.01.0024", "Belanja ATK", 1000000, 500000, 0.5, 500000],
        ],
    ),
    "kegiatan": (
        Kind.KEGIATAN,
        [
            ["No", "Rincian", "Nama Kegiatan", "Waktu", "Tempat", "JPL", "Target"],
            [1, "A1", "Pelatihan Wirausaha", "12 s.d. 16 Juni 2023", "Aula", 50, "25 orang"],
        ],
    ),
    "sentra": (
        Kind.SENTRA,
        [["Nama Sentra", "Desa", "Kecamatan", "Komoditi", "Jumlah IKM"], ["Batik", "A", "B", "Batik", 25]],
    ),
    "kunjungan": (
        Kind.KUNJUNGAN,
        [
            ["Tanggal", "Kunjungan ke-", "Nama IKM", "Lama (Jam)", "Uraian Pendampingan", "Hasil"],
            [datetime(2023, 5, 8), 1, "Batik Contoh", 4, "Diagnosis", "Baik"],
        ],
    ),
    "dokumentasi": (
        Kind.DOKUMENTASI,
        [["No", "Nama File", "Keterangan Foto", "Tanggal"], [1, "IMG_1.jpg", "Praktik", "12 Juni 2023"]],
    ),
    "persetujuan": (
        Kind.PERSETUJUAN,
        [
            ["Ketentuan", "Alasan", "Nomor Surat", "Tanggal Surat"],
            ["A1-JPL", "Materi padat", "530/12/2023", "12 Mei 2023"],
        ],
    ),
}

FOREIGN: dict[str, Rows] = {
    "gaji": [["No", "Nama", "NIP", "Gaji Pokok", "Tunjangan", "Jumlah"], [1, "Siti", "1970", 3e6, 1e6, 4e6]],
    "pegawai": [
        ["DATA PEGAWAI"],
        ["No", "Nama", "NIP", "NIK", "L/P", "Tempat/Tgl Lahir", "Pendidikan", "Jabatan", "No HP"],
        [1, "Siti", "1970", "9901015206850001", "P", "Kota, 12 Mei 1985", "S1", "Staf", "081234"],
    ],
    "telepon": [["Nama", "Alamat", "No. Telepon"], ["Siti", "Jl. Contoh", "08123456"]],
    "siswa": [
        ["DAFTAR SISWA KELAS 7A"],
        ["No", "NISN", "Nama", "L/P", "Tempat Lahir", "Tanggal Lahir", "Alamat"],
        [1, "001", "Siti", "P", "Kota", "12 Mei 2010", "Jl. Contoh"],
    ],
    "inventaris": [
        ["No", "Nama Barang", "Merk", "Jumlah", "Satuan", "Harga Satuan", "Jumlah Harga", "Kondisi"],
        [1, "Laptop", "X", 2, "unit", 1e7, 2e7, "Baik"],
    ],
    "aset": [
        ["BUKU INVENTARIS ASET"],
        ["No", "Kode Rekening", "Uraian", "Volume", "Satuan", "Harga Satuan", "Jumlah", "Tahun Perolehan"],
        [1, "1.3.2", "Laptop", 2, "unit", 1e7, 2e7, 2019],
    ],
    "faktur": [
        ["FAKTUR PENJUALAN"],
        ["No", "Uraian", "Qty", "Satuan", "Harga", "Jumlah"],
        [1, "Kain", 2, "m", 1000, 2000],
    ],
    "bank": [["Tanggal", "Keterangan", "Debit", "Kredit", "Saldo"], ["12/05/2023", "Transfer", 2, 0, 2]],
    "penjualan": [
        ["LAPORAN PENJUALAN"],
        ["No", "Produk", "Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"],
        [1, "Batik", *[1000] * 12],
    ],
    "agenda": [["Tanggal", "Kegiatan", "Tempat"], ["12 Juni 2023", "Rapat", "Aula"]],
    "cuti": [
        ["PERSETUJUAN CUTI"],
        ["No", "Nama", "Alasan", "Nomor Surat", "Tanggal Surat"],
        [1, "Siti", "Sakit", "1/2", "12 Mei 2023"],
    ],
    "umkm": [
        ["DATA UMKM"],
        ["No", "NIK", "Nama", "L/P", "Nama Usaha", "NIB", "Alamat"],
        [1, "9901015206850001", "Siti", "P", "Toko", "1234567890123", "Jl. Contoh"],
    ],
    "vaksin": [
        ["DATA PESERTA VAKSIN"],
        ["No", "Nama", "NIK", "Tgl Lahir", "No HP"],
        [1, "Siti", "9901015206850001", "12 Mei 1985", "08123"],
    ],
    "pasien": [
        ["KUNJUNGAN PASIEN"],
        ["No", "Tanggal", "Nama", "Umur", "Diagnosa", "Tindak Lanjut"],
        [1, "12/5/2023", "Siti", 38, "Flu", "Obat"],
    ],
    "hadir rapat": [
        ["DAFTAR HADIR RAPAT"],
        ["No", "Nama", "Instansi", "Jabatan", "No HP", "Tanda Tangan"],
        [1, "Siti", "Dinas", "Kabid", "08123", None],
    ],
    "surat": [["Kepada Yth."], ["Dengan hormat, bersama ini kami sampaikan laporan."], ["Kepala Dinas"]],
}


@pytest.mark.parametrize("what", KNOWN)
def test_a_sheet_is_known_by_its_content(what: str) -> None:
    kind, rows = KNOWN[what]
    sheet = read(*rows, name="Sheet7")
    assert sheet.kind is kind
    assert len(sheet.records) >= 1


@pytest.mark.parametrize("what", FOREIGN)
def test_a_foreign_sheet_is_not_taken_for_ours(what: str) -> None:
    sheet = read(*FOREIGN[what])
    assert sheet.kind is Kind.TIDAK_DIKENALI
    assert sheet.records == []
    assert "tidak dikenali" in sheet.notes[-1]


def test_a_name_alone_makes_no_kind() -> None:
    sheet = read(*FOREIGN["bank"], name="Peserta A1", file="Daftar Peserta A1.xlsx")
    assert sheet.kind is Kind.TIDAK_DIKENALI


def test_an_empty_sheet_says_so() -> None:
    assert read([None], [""]).notes == ["Lembar kosong."]


def test_the_note_tells_what_a_near_miss_lacks() -> None:
    note = read(*FOREIGN["telepon"]).notes[-1]
    assert "daftar peserta" in note
    assert "baris 1" in note


def test_a_blank_in_a_list_of_approvals_is_not_filled_from_above() -> None:
    records = read(
        ["Rincian", "Kegiatan", "Ketentuan", "Alasan", "Nomor Surat", "Tanggal Surat"],
        ["A1", "Pelatihan Wirausaha Angkatan 2", "A1-JPL", "Materi padat", "530/12/2023", "12 Mei 2023"],
        ["A1", None, "A1-USIA", "Perlu", "530/13/2023", "13 Mei 2023"],
        ["A2", None, "A2-JPL", "Perlu", "530/13/2023", "13 Mei 2023"],
    ).records
    assert [(r.rincian, r.kegiatan) for r in records] == [
        ("A1", "Pelatihan Wirausaha Angkatan 2"),
        ("A1", ""),
        ("A2", ""),
    ]


def test_an_activity_is_not_carried_into_another_rincian() -> None:
    head = ["Rincian", "Kegiatan", "No", "Nama Peserta", "NIK", "L/P", "Usia", "NIB"]
    people = [
        ["A1", "Pelatihan Wirausaha", *SITI[:5], SITI[6]],
        [None, None, *BUDI[:5], BUDI[6]],
        ["A2", None, 3, "Tuti Contoh", "9901015206850003", "P", 30, "1234567890125"],
    ]
    records = read(head, *people).records
    assert [(r.rincian, r.kegiatan) for r in records] == [
        ("A1", "Pelatihan Wirausaha"),
        ("A1", "Pelatihan Wirausaha"),
        ("A2", ""),
    ]
