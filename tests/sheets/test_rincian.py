"""Which rincian an activity is of, told by the words that offices use rather than the name in the law."""

from __future__ import annotations

import pytest

from dak_excel.batch.read_daerah import subjects_of
from dak_excel.checks.rules import load_rules
from dak_excel.sheets.rincian import RincianFinder

JUKNIS = load_rules(2023)
FINDER = RincianFinder(JUKNIS.sebutan(), subjects_of(JUKNIS))

TITLES = {
    "": [
        "Uang saku peserta pelatihan",
        "Narasumber Kadin",
        "Pendampingan hukum",
        "Pelatihan peserta angkatan 2",
        "Data peserta",
        "Koordinasi ke Kementerian",
        "Belanja bahan baku pelatihan",
        "Evaluasi pelatihan",
        "Pengadaan mesin pengolahan",
        "Sosialisasi DAK Nonfisik",
        "Pelatihan manajemen usaha sentra industri tahu",
        "Rapat koordinasi DAK Nonfisik",
        "Monitoring dan evaluasi",
        "Belanja alat tulis kantor",
        "Daftar hadir peserta",
        "Kegiatan Sentra IKM Batik",
        "Sentra Tenun Poto",
        "Pelatihan dasar CPNS",
        "Bimtek aplikasi SIPD",
        "Pelatihan bela negara",
        "Rekap peserta pelatihan",
        "Fasilitasi rapat koordinasi",
        "Data sentra IKM anyaman rotan",
        "Daftar harga bahan baku batik",
        "Pendampingan desa wisata",
        "Pelatihan",
        "Honorarium panitia pelatihan",
        "Belanja makan minum rapat",
        "Penyusunan laporan akhir kegiatan",
        "Pelatihan teknis dan kewirausahaan",
        "Sosialisasi OSS RBA",
        "Penerapan SPBE",
        "Pemeliharaan mesin UPT",
    ],
    "A1": [
        "Narasumber Pelatihan Bisnis IKM",
        "Workshop perhitungan HPP dan pembukuan",
        "Pelatihan kewirausahaan dan motivasi usaha IKM rotan",
        "Pelatihan Branding dan Pemasaran Digital Produk Kopi",
        "Bimtek Penyusunan Laporan Keuangan IKM Mebel",
        "Pelatihan Kewirausahaan bagi IKM Tenun",
        "Pelatihan Pengelolaan Keuangan IKM Batik",
        "Bimtek Manajemen Usaha Kopi",
        "Workshop Digital Marketing bagi Perajin Anyaman",
        "Pelatihan Pemasaran Online IKM Kuliner",
        "Pelatihan pembukuan sederhana IKM kerajinan",
        "Bimbingan teknis kewirausahaan IKM olahan ikan",
        "Pelatihan Wirausaha Baru (WUB) Makanan Ringan",
        "PELATIHAN PENINGKATAN KAPASITAS MANAJEMEN IKM LOGAM",
        "Kegiatan pelatihan kewirausahaan sentra IKM batik tulis",
        "Daftar peserta bimtek pembukuan UMKM keripik",
        "RAB Pelatihan Kewirausahaan Sentra Bordir",
        "Jadwal pelatihan literasi keuangan bagi perajin gerabah",
        "Pelatihan Strategi Pemasaran Produk IKM Anyaman",
        "Absensi Pelatihan Bisnis Digital IKM Fesyen",
        "Pelatihan pengelolaan bisnis IKM di Rumah Kemasan",
        "Bimbingan Teknis Wirausaha Industri Mebel",
        "Kursus akuntansi dasar untuk IKM roti",
        "PELATIHAN E-COMMERCE DAN MARKETPLACE IKM SEPATU",
        "Pelatihan manajemen usaha kecil pandai besi",
    ],
    "A2": [
        "Bimbingan teknis proses produksi garam",
        "Pelatihan Ukir Kayu Lanjutan",
        "Studi banding ke sentra keramik Plered",
        "Pelatihan pembuatan sabun minyak kelapa",
        "Pelatihan Teknik Finishing Mebel",
        "Bimtek diversifikasi produk olahan singkong",
        "Pelatihan vokasi menjahit tingkat dasar",
        "Pelatihan Teknis Produksi Tenun",
        "Pelatihan Membatik",
        "Pelatihan Pembuatan Keripik Singkong",
        "Bimtek Pengolahan Ikan",
        "Pelatihan Anyaman Bambu",
        "Pelatihan Menjahit dan Bordir",
        "Pelatihan pewarnaan alam kain tenun",
        "Pelatihan Standardisasi Produk Gula Aren",
        "Studi Banding IKM Mebel ke Jepara",
        "Bimbingan teknis produksi kopi bubuk",
        "Workshop Ecoprint",
        "Pelatihan penggunaan mesin CNC",
        "Pelatihan Tenun Ikat Pewarna Alam di Rumah Kemasan",
        "Bimtek pembuatan gula semut",
        "Pelatihan Peningkatan Keterampilan Perajin Perak",
        "Kunjungan industri dan studi banding sentra logam",
        "Pelatihan desain batik kontemporer",
        "Magang produksi kulit di Garut",
        "Diklat pengelasan IKM",
        "Pelatihan standarisasi mutu produk olahan kelapa",
        "Pelatihan diversifikasi olahan rumput laut",
        "Pelatihan membordir komputer",
    ],
    "A3": [
        "Rekap kunjungan pendampingan diversifikasi",
        "Pendampingan IKM: desain dan pengembangan produk anyaman",
        "Pendampingan Pengembangan Produk IKM Batik",
        "Pendampingan diversifikasi produk tenun",
        "Pendampingan desain produk kerajinan",
        "Pendampingan IKM dalam pengembangan produk songket",
        "Logbook pendampingan diversifikasi olahan ikan",
        "Pendamping desain produk mebel",
    ],
    "A4": [
        "Sertifikasi produk IKM (SVLK)",
        "Fasilitasi Sertifikasi SNI Garam",
        "Fasilitasi Sertifikasi HACCP IKM",
        "Penerapan sertifikasi SNI",
        "Sertifikasi ISO 9001 IKM logam",
        "Fasilitasi sertifikasi ISO 22000",
        "Penerapan sistem mutu HACCP bagi IKM pangan",
        "Biaya sertifikasi SVLK mebel",
    ],
    "A5": [
        "Sertifikasi TKDN bagi 10 IKM",
        "Fasilitasi TKDN IKM",
        "Sertifikasi TKDN Industri Kecil",
        "Pendampingan penghitungan TKDN",
        "Data IKM penerima sertifikat TKDN-IK",
    ],
    "A6": [
        "Bimtek dan fasilitasi halal",
        "Penerbitan sertifikat halal IKM",
        "Fasilitasi Sertifikat Halal IKM Pangan",
        "Sertifikasi halal 30 IKM",
        "Daftar IKM fasilitasi halal 2023",
        "Pendampingan proses produk halal",
    ],
    "B1": [
        "Bimtek Pengelolaan Sentra",
        "Pelatihan peningkatan kapasitas pengurus sentra IKM",
        "Pelatihan manajemen mutu pengelola sentra",
        "Pelatihan pengelolaan sentra IKM batik",
        "Peserta pelatihan pengurus sentra",
        "Pelatihan penguatan kelembagaan sentra IKM logam",
        "Bimtek manajemen mutu bagi pengelola sentra",
    ],
    "B2": [
        "Bimtek operator mesin CNC UPT",
        "Pelatihan tenaga UPT rumah kemasan",
        "Pelatihan operator rumah kemasan",
        "Pelatihan pengelola UPT logam",
        "Peserta pelatihan operator mesin kemasan",
        "Pelatihan SDM UPTD Logam",
    ],
    "B3": [
        "Pendampingan penyusunan business plan sentra",
        "Layanan proses bisnis",
        "Layanan proses bisnis sentra tenun",
        "Penyusunan business plan sentra",
        "Layanan konsultansi proses bisnis sentra rotan",
        "Penyusunan rencana bisnis sentra IKM",
    ],
    "B4": [
        "Pelatihan komunikasi publik untuk desa wisata industri",
        "Pelatihan komunikasi publik pariwisata",
        "Pelatihan storytelling bagi pengelola sentra wisata batik",
        "Pelatihan pemandu wisata industri batik",
        "Pelatihan public speaking pengelola sentra",
    ],
    "C1": [
        "Promosi produk melalui pameran dan media digital",
        "Temu bisnis IKM dan buyer",
        "Partisipasi pada Pameran INACRAFT 2023",
        "Pameran produk IKM",
        "Promosi produk IKM batik di pameran Inacraft",
        "Temu bisnis IKM dengan ritel modern",
        "Fasilitasi keikutsertaan pameran Kriyanusa",
        "Expo produk unggulan IKM",
        "Business matching IKM komponen otomotif",
    ],
    "C2": [
        "Penyusunan informasi pasar IKM",
        "Penyusunan profil sentra tenun",
        "Penyusunan profil sentra dan potensi kemitraan",
        "Penyusunan katalog informasi pasar",
        "Survei potensi kemitraan sentra",
        "Katalog produk sentra: penyusunan",
    ],
    "C3": [
        "Pendampingan mutu produksi untuk standar kemitraan",
        "Pendampingan akses bahan baku",
        "Pendampingan produksi untuk kemitraan",
        "Pendampingan standar kemitraan industri besar",
        "Logbook pendampingan akses bahan baku rotan",
    ],
    "D1": [
        "Penyusunan analisis pasar ekspor rotan",
        "Analisis pasar ekspor IKM",
        "Kajian pasar ekspor mebel",
        "Penyusunan informasi pasar ekspor kopi",
    ],
    "D2": [
        "Pelatihan prosedur ekspor",
        "Pelatihan ekspor impor",
        "Pelatihan prosedur ekspor bagi IKM batik",
        "Bimtek dokumen ekspor",
        "Pelatihan perdagangan luar negeri bagi IKM kakao",
    ],
    "D3": [
        "Pendampingan IKM berorientasi ekspor",
        "Pendampingan ekspor IKM mebel",
        "Pendampingan kemitraan orientasi ekspor",
        "Pendampingan ekspor kopi",
        "Logbook pendampingan kemitraan ekspor",
    ],
    "D4": [
        "Promosi produk IKM di luar negeri",
        "Pameran ekspor di Dubai",
        "Promosi ekspor IKM",
        "Pameran luar negeri IKM kerajinan",
        "Fasilitasi pameran luar negeri",
        "Promosi produk ekspor",
    ],
}
"""By rincian; under "" what names none, or two equally well."""


@pytest.mark.parametrize(("title", "kode"), [(t, kode) for kode, some in TITLES.items() for t in some])
def test_a_title_is_of_the_rincian_of_its_form_and_subject(title: str, kode: str) -> None:
    assert FINDER.find(title) == kode


@pytest.mark.parametrize("kode", JUKNIS.rincian)
def test_every_name_that_the_juknis_gives_means_its_own_rincian(kode: str) -> None:
    assert {FINDER.find(name) for name in JUKNIS.sebutan()[kode]} == {kode}


def test_without_subjects_the_names_alone_decide() -> None:
    names = RincianFinder({"X1": ("Pelatihan Garam Rakyat",), "X2": ("Pendampingan Garam Rakyat",)})
    assert names.find("Peserta pelatihan garam rakyat 2023") == "X1"
    assert names.find("Garam") == ""
