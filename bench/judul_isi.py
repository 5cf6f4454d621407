"""Invented cells for a heading: by the meaning that the set gives it, else by the words of the heading."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

from dak_excel.sheets.grid import Value

FIRST = ("Siti", "Budi", "Rina", "Agus", "Dewi", "Joko", "Wati", "Eko", "Nur", "Hadi", "Lina", "Tono")
LAST = ("Contoh", "Misal", "Umpama", "Andai", "Semisal", "Ibarat")
GOODS = ("Batik tulis", "Keripik singkong", "Anyaman rotan", "Kopi bubuk", "Tenun ikat", "Gula semut")
TOPICS = (
    "Pengantar kewirausahaan",
    "Praktik pewarnaan",
    "Pemasaran digital",
    "Pembukuan sederhana",
    "Pembukaan",
)
EVENTS = (
    "Pelatihan membatik",
    "Bimtek pengemasan",
    "Pelatihan ekspor",
    "Pendampingan produk",
    "Sosialisasi NIB",
)

Make = Callable[[int, random.Random], Value]


def _one(*values: Value) -> Make:
    return lambda _, chance: chance.choice(values)


def _name(n: int, chance: random.Random) -> str:
    return f"{FIRST[n % len(FIRST)]} {LAST[(n // len(FIRST) + n) % len(LAST)]}"


def _born(n: int, _: random.Random) -> date:
    return date(1975, 1, 1) + timedelta(days=397 * n % 9000)


def _nik(n: int, chance: random.Random) -> str:
    return f"990101{_born(n, chance):%d%m%y}{n:04d}"


def _session(n: int, _: random.Random) -> date:
    return date(2023, 6, 5) + timedelta(days=n // 3)


FIELDS: dict[str, Make] = {
    "no": lambda n, _: n,
    "nama": _name,
    "ikm_pemilik": lambda n, c: f"Usaha {LAST[n % 6]} / {_name(n, c)}",
    "nik": _nik,
    "nib": lambda n, c: f"99{n:011d}" if n % 5 else "Belum ada",
    "kesediaan_nib": _one("Bersedia", "Ya"),
    "usaha": lambda n, _: f"Usaha {LAST[n % 6]} {n}",
    "sentra": lambda n, _: f"Sentra {GOODS[n % 3]}",
    "komoditi": lambda n, _: GOODS[n % len(GOODS)],
    "alamat": lambda n, _: f"Jl. Contoh No. {n}, RT 01/02",
    "wil": lambda n, _: f"Contoh {('Utara', 'Selatan', 'Barat')[n % 3]}",
    "kabkota": _one("Kabupaten Contoh"),
    "telepon": lambda n, _: f"0800{12345000 + n}",
    "kelamin": _one("L", "P"),
    "usia": lambda n, _: 22 + n % 30,
    "lahir": lambda n, c: f"Contoh, {_born(n, c):%d-%m-%Y}",
    "tanggal_lahir": _born,
    "tempat_lahir": _one("Contoh", "Umpama"),
    "pendidikan": _one("SMA", "S1", "SMP", "D3"),
    "status": _one("Pelaku IKM", "Calon wirausaha"),
    "hadir": _one("Hadir", "Hadir", "Tidak hadir"),
    "sk": lambda n, _: "530/12/Kep/2023",
    "pasar_domestik": _one("Ya", "Tidak"),
    "skala": _one("Mikro", "Kecil"),
    "angkatan": _one("I", "II"),
    "pendamping": lambda n, c: _name(n % 2, c),
    "instansi": _one("Balai Besar Contoh", "Universitas Contoh", "Dinas Perindustrian"),
    "keahlian": lambda n, _: GOODS[n % 6],
    "pengalaman_pendamping": lambda n, _: f"{1 + n % 5} tahun",
    "pengalaman": lambda n, _: f"{3 + n % 12} tahun",
    "bukti": lambda n, _: f"Sertifikat BNSP {n:04d}",
    "peran": _one("Narasumber", "Instruktur"),
    "sehat": _one("Ada"),
    "dampingan": lambda n, _: 5,
    "materi": lambda n, _: f"{TOPICS[n % len(TOPICS)]} {n}",
    "narasumber": lambda n, c: _name(n % 4, c),
    "tanggal": _session,
    "waktu": lambda n, _: f"{n + 4} s.d. {n + 8} Juni 2023",
    "mulai": lambda n, _: date(2023, 6, n % 20 + 1),
    "selesai": lambda n, _: date(2023, 6, n % 20 + 4),
    "jam": lambda n, _: ("08.00 - 10.00", "10.15 - 12.00", "13.00 - 15.00")[n % 3],
    "pukul": lambda n, _: ("08.00 - 10.00", "10.15 - 12.00", "13.00 - 15.00")[n % 3],
    "jpl": _one(2, 3, 4),
    "teori": _one(1, 2),
    "diskusi": _one(1, 2),
    "praktik": _one(2, 4),
    "metode": _one("Ceramah", "Praktik"),
    "tempat": _one("Aula Dinas", "Hotel Contoh", "Sentra Contoh"),
    "ket": lambda n, _: None if n % 3 else "lengkap",
    "kegiatan": lambda n, _: EVENTS[n % len(EVENTS)],
    "rincian": _one("A1", "A2"),
    "sasaran": _one("IKM sentra batik"),
    "target": lambda n, _: 20 + n % 3 * 5,
    "jumlah_peserta": lambda n, _: 20 + n % 3 * 5,
    "capaian": lambda n, _: 18 + n % 3 * 5,
    "panitia": _one(3, 4),
    "ikm": lambda n, _: f"Usaha {LAST[n % 6]}",
    "uraian": lambda n, _: f"Pendampingan {GOODS[n % 6].lower()}",
    "hasil": _one("Kemasan diperbaiki", "Desain baru dibuat"),
    "ke": lambda n, _: n,
    "lama_jam": _one(2, 3, 4),
    "unit_usaha": lambda n, _: 10 + n,
    "tenaga_kerja": lambda n, _: 30 + n,
    "pengelola": _name,
    "volume": _one(2, 3),
    "harga": _one(300000, 900000),
    "jumlah": _one(600000, 2700000),
    "realisasi": _one(600000, 2700000),
    "satuan": _one("orang", "IKM"),
    "persen": _one(80, 90),
    "koordinator": _name,
    "bentuk": _one("Pelatihan", "Bimtek"),
}
"""Cells by the meaning of a column, as the sets name it."""

_WORDS: tuple[tuple[str, Make], ...] = (
    (r"tanda tangan|paraf|ttd", lambda n, _: f"{n}. ........"),
    (
        r"timestamp|tanggal (?:update|input|submit|post|pengajuan|daftar|pelaporan|survey|siup)|^tanggal|tgl",
        lambda n, _: datetime(2023, 5, 2, 9, 12) + timedelta(hours=7 * n),
    ),
    (r"e-?mail|surel", lambda n, _: f"contoh{n}@contoh.id"),
    (
        r"foto|screenshot|unggah|upload|link|website|\bweb\b|sosial|marketplace",
        lambda n, _: f"https://contoh.id/{n}.jpg",
    ),
    (r"npwp", lambda n, _: f"99.{n:03d}.123.4-567.000"),
    (r"\bkk\b|kartu keluarga", lambda n, _: f"9901010101{n:06d}"),
    (r"\bnip\b|nidn", lambda n, _: f"1980010120100{n:05d}"),
    (r"rekening", lambda n, _: f"0099{n:06d}"),
    (r"telepon|\bhp\b|phone|kontak|fax", lambda n, _: f"0800{77000 + n}"),
    (r"kbli|kode", lambda n, _: f"{13000 + n}"),
    (r"koordinat|latitude|longitude", lambda n, _: f"-6.{9000 + n}, 107.{n:04d}"),
    (r"kab|kota|provinsi|negara", _one("Contoh")),
    (r"umur usaha|lama usaha", lambda n, _: 1 + n % 7),
    (r"umur|usia", _one("17-25", "26-35")),
    (
        r"omse|omzet|pendapatan|aset|asset|modal|investasi|nilai|honor|gaji|bruto|tarif|biaya|\(rp\)|harga|simpanan",
        lambda n, _: 250000 * (n % 9 + 1),
    ),
    (
        r"jumlah|jml|tenaga kerja|karyawan|kuota|unit|durasi|tinggi|berat|skor|test|hari|kapasitas|tk |tk[ia]"
        r"|gol",
        lambda n, _: 2 + n % 9,
    ),
    (r"tahun", lambda n, _: 2010 + n % 12),
    (r"bulan", _one("Januari", "Juni")),
    (r"status|verifikasi|approve", _one("terverifikasi", "menunggu")),
    (r"agama", _one("Islam", "Kristen")),
    (r"nama|petugas|instruktur|penanggung|\bby\b|pengusul|host", lambda n, c: _name(n + 5, c)),
    (
        r"pekerjaan|jabatan|divisi|bagian|unit|afiliasi|instansi|pegawai",
        _one("Staf", "Bidang Industri", "Wiraswasta"),
    ),
)


_MONTH = r"jan|feb|mar|apr|mei|jun|jul|agu?s?t?|sept?|okt|nov|des|(?:jadwal / |jadwal )?tw (?:i|ii|iii|iv)"


def cell(heading: str, fields: tuple[str, ...], n: int, chance: random.Random) -> Value:
    """The cell of row `n` under a heading: by the meanings, else by its words, else a word or two."""
    low = heading.casefold()
    if not fields and re.fullmatch(_MONTH, low):
        return "v" if n % 6 == chance.randrange(6) else None
    if "kelamin" in fields and low[-2:] in (" l", " p"):
        return "v" if (n % 2 == 0) == low.endswith("p") else None
    if "lahir" in fields and "tanggal" in low and "tempat" not in low:
        return _born(n, chance)
    if "jam" in fields and re.search(r"\bmulai\b|\bselesai\b|\bdari\b|\bsampai\b", low):
        return time((8, 10, 13)[n % 3] + (2 if re.search("selesai|sampai", low) else 0), 0)
    if "lahir" in fields and low[-3:] in ("tgl", "bln", "thn"):
        born = _born(n, chance)
        return {"tgl": born.day, "bln": born.month, "thn": born.year}[low[-3:]]
    if {"tanggal", "jam"} <= set(fields):
        return f"{_session(n, chance):%d/%m/%Y} 08.00 - 10.00"
    for name in fields:
        if name in FIELDS:
            return FIELDS[name](n, chance)
    for pattern, make in _WORDS:
        if re.search(pattern, low):
            return make(n, chance)
    return chance.choice(("Baik", "Cukup", "Sedang", "Ada"))
