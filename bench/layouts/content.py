"""What a budget or an account of spending says, before anyone has laid it out; every name is invented."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from bench.layouts.chance import Chance

GROUPS = {
    "Belanja Honorarium": (
        ("Honor narasumber", "OJ"),
        ("Honor moderator", "OK"),
        ("Honor instruktur teknis", "OJ"),
    ),
    "Konsumsi": (("Makan siang peserta", "OK"), ("Kudapan peserta", "dus"), ("Air mineral", "dus")),
    "Bahan dan Alat": (
        *(
            ("Kain mori", "meter"),
            ("Malam batik", "kg"),
            ("Canting tulis", "buah"),
            ("Pewarna naphtol", "kg"),
        ),
        *(("Benang sutra", "gulung"), ("Kayu jati papan", "lembar"), ("Bambu petung", "batang")),
    ),
    "Perlengkapan Peserta": (("Seminar kit", "paket"), ("Fotokopi modul", "eks"), ("Tanda pengenal", "buah")),
    "Sewa": (("Sewa ruang pertemuan", "hari"), ("Sewa kendaraan", "unit"), ("Sewa proyektor", "hari")),
    "Perjalanan": (
        ("Uang transpor peserta", "OK"),
        ("Uang harian", "OH"),
        ("Penginapan narasumber", "malam"),
    ),
    "Dokumentasi": (("Spanduk", "lembar"), ("Cetak foto", "lembar"), ("Penggandaan laporan", "eks")),
}
ACCOUNTS = (
    *(("5.1.02.01.01.0024", "Belanja Alat/Bahan untuk Kegiatan Kantor-Alat Tulis Kantor"),),
    *(("5.1.02.01.01.0026", "Belanja Alat/Bahan untuk Kegiatan Kantor-Bahan Cetak"),),
    *(("5.1.02.01.01.0052", "Belanja Makanan dan Minuman Rapat"),),
    *(("5.1.02.02.01.0003", "Honorarium Narasumber atau Pembahas, Moderator, Pembawa Acara, dan Panitia"),),
    *(("5.1.02.02.04.0036", "Belanja Sewa Kendaraan Bermotor Penumpang"),),
    *(("5.1.02.02.05.0009", "Belanja Sewa Bangunan Gedung Tempat Pertemuan"),),
    *(("5.1.02.02.12.0001", "Belanja Kursus Singkat/Pelatihan"),),
    *(("5.1.02.04.01.0003", "Belanja Perjalanan Dinas Dalam Kota"),),
)
PARENTS = {
    "5.1": "BELANJA OPERASI",
    "5.1.02": "Belanja Barang dan Jasa",
    "5.1.02.01": "Belanja Barang",
    "5.1.02.02": "Belanja Jasa",
    "5.1.02.04": "Belanja Perjalanan Dinas",
    "5.1.02.01.01": "Belanja Barang Pakai Habis",
    "5.1.02.02.01": "Belanja Jasa Kantor",
    "5.1.02.02.04": "Belanja Sewa Peralatan dan Mesin",
    "5.1.02.02.05": "Belanja Sewa Gedung dan Bangunan",
    "5.1.02.02.12": "Belanja Kursus, Pelatihan, Sosialisasi, dan Bimbingan Teknis",
    "5.1.02.04.01": "Belanja Perjalanan Dinas Dalam Negeri",
}
SUBS = (
    ("3.31.02.2.01.0003", "Koordinasi dan Pelaksanaan Pemberdayaan Industri dan Peran Serta Masyarakat"),
    ("3.31.02.2.01.0004", "Evaluasi terhadap Pelaksanaan Rencana Pembangunan Industri"),
    ("3.31.02.2.01.0007", "Pelatihan Teknis Produksi bagi IKM Sentra"),
)
ACTIVITIES = (
    *("Pelatihan teknis produksi batik", "Pelatihan manajemen wirausaha", "Bimbingan sertifikasi merek"),
    *(
        "Studi banding ke sentra anyaman",
        "Promosi produk di pameran daerah",
        "Pendampingan tenaga ahli desain",
    ),
    *("Temu kemitraan IKM", "Fasilitasi uji mutu produk", "Pengelolaan sentra IKM"),
)


@dataclass(slots=True)
class Node:
    """A heading with what stands below it, or a line that has an amount of its own."""

    text: str
    code: str = ""
    below: list[Node] = field(default_factory=list)
    factors: list[tuple[int, str]] = field(default_factory=list)
    price: int = 0
    own: int = 0
    before: int | None = None
    """Volume before a change (the first factor); None: as it is now."""
    paid: tuple[int, int] = (0, 0)
    """Rupiah paid up to last month, and in this month."""
    tax: int = 0
    """PPN that is in the amount, rupiah."""
    lump: bool = False
    misprint: int = 0
    """By how much its sum is printed wrongly, rupiah."""
    row: int = 0
    """Where it was laid out."""

    @property
    def amount(self) -> int:
        """Rupiah: of a heading the sum below it."""
        return sum(node.amount for node in self.below) if self.below else self.own

    @property
    def old(self) -> int:
        """Rupiah before the change."""
        if self.below:
            return sum(node.old for node in self.below)
        if self.before is None:
            return self.own
        return self.own // self.factors[0][0] * self.before

    @property
    def volume(self) -> int:
        """All factors multiplied."""
        product = 1
        for count, _ in self.factors:
            product *= count
        return product

    @property
    def old_volume(self) -> int:
        """The volume before the change."""
        return self.volume if self.before is None else self.volume // self.factors[0][0] * self.before

    def spent(self, which: int) -> int:
        """Rupiah paid: 0 up to last month, 1 in this month."""
        return sum(node.spent(which) for node in self.below) if self.below else self.paid[which]

    def walk(self) -> Iterator[Node]:
        """It and all that is below it."""
        yield self
        for node in self.below:
            yield from node.walk()

    def lines(self) -> Iterator[Node]:
        """The lines under it, in order; a line is its own."""
        if not self.below:
            yield self
        for node in self.below:
            yield from node.lines()


def line(chance: Chance, text: str, unit: str) -> Node:
    """A line with volume, unit and price; now and then its volume is of two factors."""
    volume = chance.one((1, 2, 3, 4, 5, 6, 8, 10, 12, 15, 20, 24, 25, 30, 40, 50, 60, 75, 100, 120, 150))
    price = chance.one((500, 1000, 2500, 5000, 25000)) * chance.number(3, 80)
    factors = [(volume, unit)]
    if chance.random.random() < 0.3:
        factors.append((chance.number(2, 6), chance.one(("hari", "kali", "jam"))))
    node = Node(text, factors=factors, price=price)
    node.own = node.volume * price
    last = round(node.own * chance.random.random() * 0.6 / 1000) * 1000
    node.paid = (last, round((node.own - last) * chance.random.random() / 1000) * 1000)
    return node


def lines(chance: Chance, group: str, least: int = 1) -> list[Node]:
    """Some lines that belong to a group."""
    pool = GROUPS[group]
    taken = chance.random.sample(pool, chance.number(min(least, len(pool)), len(pool)))
    return [line(chance, text, unit) for text, unit in taken]


def flat(chance: Chance) -> Node:
    """Lines without headings."""
    pool = [one for group in GROUPS.values() for one in group]
    taken = chance.random.sample(pool, chance.number(3, 12))
    return Node("", below=[line(chance, text, unit) for text, unit in taken])


def grouped(chance: Chance, least: int = 1) -> Node:
    """Headings with lines below them."""
    names = chance.random.sample(list(GROUPS), chance.number(2, 4))
    return Node("", below=[Node(name, below=lines(chance, name, least)) for name in names])


def nested(chance: Chance, least: int = 1) -> Node:
    """Activities, headings, lines."""
    names = chance.random.sample(ACTIVITIES, chance.number(2, 3))
    return Node("", below=[Node(name, below=grouped(chance, least).below) for name in names])


def accounts(chance: Chance, details: bool, depth: int) -> list[Node]:
    """The accounts of one sub kegiatan, from `depth` parts of the code on; with detail lines or without."""
    chosen = sorted(chance.random.sample(ACCOUNTS, chance.number(2, 5)))
    tops: list[Node] = []
    seen: dict[str, Node] = {}
    for code, name in chosen:
        if details:
            node = Node(name, code, below=lines(chance, chance.one(list(GROUPS))))
        else:
            node = line(chance, name, "paket")
            node.code = code
        parts = code.split(".")
        below = node
        for length in range(len(parts) - 1, depth - 1, -1):
            parent = ".".join(parts[:length])
            if parent in seen:
                seen[parent].below.append(below)
                break
            seen[parent] = Node(PARENTS[parent], parent, below=[below])
            below = seen[parent]
        else:
            tops.append(below)
    return tops


def programme(chance: Chance, details: bool, depth: int = 2) -> Node:
    """Program, kegiatan, one to three sub kegiatan, and the accounts of each."""
    subs = sorted(chance.random.sample(SUBS, chance.number(1, 3)))
    nodes = [Node(name, code, below=accounts(chance, details, depth)) for code, name in subs]
    kegiatan = Node("Penyusunan dan Evaluasi Rencana Pembangunan Industri", "3.31.02.2.01", below=nodes)
    return Node("", below=[Node("PROGRAM PERENCANAAN DAN PEMBANGUNAN INDUSTRI", "3.31.02", below=[kegiatan])])
