"""What Kabupaten Teladan wrote: chapters of the report, and notes that are no sheet of any kind."""
# ruff: noqa: E501 (prose)

BAB = (
    ("Latar Belakang",
     "Kabupaten Teladan memiliki tiga Sentra IKM dengan 47 unit usaha, yaitu dua sentra batik dan satu sentra makanan "
     "olahan. Sebagian besar IKM belum memiliki pembukuan, ragam produknya terbatas, dan pengurus sentra belum pernah "
     "dilatih mengelola sentra.\nMelalui DAK Nonfisik Penguatan Kapasitas Kelembagaan Sentra IKM Tahun Anggaran 2023, "
     "dinas melaksanakan pelatihan, pendampingan, dan penyusunan informasi pasar bagi ketiga sentra tersebut."),
    ("Tujuan",
     "Meningkatkan kemampuan manajemen dan teknis pelaku IKM, menambah ragam produk batik, meningkatkan kemampuan "
     "pengurus sentra, dan menyediakan informasi pasar sentra bagi calon mitra."),
    ("Perencanaan",
     "Rencana kegiatan disusun bersama pengurus ketiga sentra pada Januari 2023 berdasarkan kebutuhan pelatihan yang "
     "dihimpun dari kunjungan lapangan, lalu direviu Inspektorat Kabupaten sebelum disampaikan kepada Direktorat "
     "Jenderal Industri Kecil, Menengah, dan Aneka."),
    ("Penganggaran",
     "Anggaran disusun per rincian kegiatan menurut standar harga satuan Kabupaten Teladan dan seluruhnya bersumber "
     "dari DAK Nonfisik. Penghematan pada beberapa belanja bahan dan cetak berasal dari harga pengadaan yang lebih rendah."),
    ("Permasalahan",
     "Satu peserta pelatihan manajemen mengundurkan diri pada hari ketiga karena sakit. Kunjungan pendampingan yang jatuh "
     "pada hari libur nasional digeser ke hari berikutnya pada pekan yang sama."),
    ("Kesimpulan",
     "Seluruh kegiatan terlaksana sesuai dengan rencana waktu dan tempat. Peserta telah menerapkan pembukuan sederhana dan "
     "IKM dampingan menghasilkan produk turunan batik."),
    ("Saran",
     "Pendampingan perlu dilanjutkan ke Sentra Batik Misalan, dan katalog sentra perlu diperbarui setiap tahun."),
)  # fmt: skip

BAB_SEMESTER_1 = (
    ("Latar Belakang",
     "Kabupaten Teladan memiliki tiga Sentra IKM dengan 47 unit usaha, yaitu dua sentra batik dan satu sentra makanan "
     "olahan. Sebagian besar IKM belum memiliki pembukuan dan ragam produknya terbatas."),
    ("Permasalahan",
     "Satu peserta pelatihan manajemen mengundurkan diri pada hari ketiga karena sakit."),
    ("Kesimpulan",
     "Pelatihan manajemen usaha terlaksana sesuai dengan rencana waktu dan tempat; kegiatan lain dimulai pada semester "
     "berikutnya sesuai dengan rencana."),
    ("Saran",
     "Undangan pelatihan berikutnya dikirim lebih awal agar peserta pengganti dapat disiapkan."),
)  # fmt: skip
"""What it wrote in July."""

CATATAN = (
    "yang belum:",
    "- cap basah daftar hadir hari ke-4 (minta bu Tuti)",
    "- stempel di RKA B1, tanya bagian umum",
    "- map kuning ada di lemari arsip 2",
    "kunci gudang: titip pos satpam",
)
