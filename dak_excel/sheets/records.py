"""Records: what the rows of the sheets say, each value with the cell that it came from.

A record holds parsed values under the field names of `kolom.yaml` (the domain's own nouns). Records know
nothing of the juknis; the rincian (`A1` … `D4`) is carried as the sheet gives it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import IntEnum, StrEnum

from dak_excel.sheets.grid import CellRange, Grid
from dak_excel.sheets.readings.told import Correction
from dak_excel.sheets.tabel import Kind, Kolom, Problem, Record, Span, Tabel


class Pendidikan(IntEnum):
    """Level of education, comparable; D IV counts as S1 (Perpres 8/2012 on the KKNI, level 6)."""

    TIDAK_SEKOLAH = 0
    SD = 1
    SMP = 2
    SMA = 3
    D1 = 4
    D2 = 5
    D3 = 6
    S1 = 7
    PROFESI = 8
    S2 = 9
    S3 = 10


class Baris(StrEnum):
    """What a row of a RAB or realisasi table is."""

    RINCI = "rinci"
    """A leaf: a line with an amount of its own."""
    SUBTOTAL = "subtotal"
    """A heading (kode rekening, group) with or without the sum of what it covers."""
    TOTAL = "total"
    """A closing `Jumlah` row."""


@dataclass(slots=True, repr=False)
class Peserta(Record):
    """A participant, or an IKM that is accompanied or certified."""

    kind = Kind.PESERTA

    nomor: str | None = None
    nama: str | None = None
    nik: str | None = None
    nib: str | None = None
    kesediaan_nib: bool | None = None
    kelamin: str | None = None  # "L" or "P"
    tempat_lahir: str | None = None
    tanggal_lahir: date | None = None
    usia: int | None = None
    pendidikan: Pendidikan | None = None
    usaha: str | None = None
    sentra: str | None = None
    komoditi: str | None = None
    status: str | None = None  # as written: pelaku IKM, calon wirausaha, pengelola, operator …
    sk: str | None = None
    alamat: str | None = None
    kabkota: str | None = None
    telepon: str | None = None
    hadir: bool | float | None = None  # yes/no, or days attended (share of 1 when the cell is a percentage)
    pendamping: str | None = None  # A3, C3, D3: who accompanies this IKM
    skala: str | None = None  # A5: industri kecil / menengah
    metode: str | None = None  # A5: self assessment / LVI; A6: self declare / reguler
    lama_hari: Decimal | None = None  # A5: working days from application to certificate
    lembaga: str | None = None  # A4, A5, A6: certifying body
    akreditasi: bool | None = None  # A4: that body is accredited for the certificate
    sertifikat: bool | None = None  # A4–A6: the certificate has been issued
    wajib_halal: bool | None = None  # A6
    pasar_domestik: bool | None = None  # D1, D3, D4
    produksi_aktif: bool | None = None  # D1, D3
    pelatihan_sebelumnya: str | None = None  # A3, D3: training taken before, as written


@dataclass(slots=True, repr=False)
class Tenaga(Record):
    """Narasumber, instruktur, pengajar, tenaga ahli, pendamping, koordinator."""

    kind = Kind.TENAGA

    nomor: str | None = None
    nama: str | None = None
    nik: str | None = None
    peran: str | None = None  # as written, or from the heading: narasumber, pendamping, koordinator …
    instansi: str | None = None
    keahlian: str | None = None
    pendidikan: Pendidikan | None = None
    pengalaman: Decimal | None = None  # years
    pengalaman_pendamping: Decimal | None = None  # A3: years as pendamping
    pelaku_usaha: bool | None = None
    nib: str | None = None
    bukti: str | None = None  # sertifikat / surat keterangan, as written
    sehat: bool | None = None
    rangkap: bool | None = None  # A3: pendamping of another institution paid from APBN/APBD
    materi: str | None = None
    jpl: Decimal | None = None
    dampingan: str | None = None  # IKM dampingan, as written (names, or their number)
    alamat: str | None = None
    telepon: str | None = None


@dataclass(slots=True, repr=False)
class Jadwal(Record):
    """A session of an activity."""

    kind = Kind.JADWAL

    waktu: Span | None = None  # one day in most rows; blank cells take the day above
    pukul_mulai: time | None = None
    pukul_selesai: time | None = None
    materi: str | None = None
    narasumber: str | None = None
    jpl: Decimal | None = None
    tempat: str | None = None
    metode: str | None = None  # teori, diskusi, praktik or their letters, as written
    teori: Decimal | None = None  # JPL by method where the table has a column for each
    diskusi: Decimal | None = None
    praktik: Decimal | None = None
    keterangan: str | None = None


@dataclass(slots=True, repr=False)
class BarisRab(Record):
    """A row of a budget: a leaf line, a heading with its subtotal, or the total."""

    kind = Kind.RAB

    jenis: Baris = Baris.RINCI
    kode: str | None = None  # kode rekening as written, trimmed; a leaf has that of its heading
    uraian: str | None = None  # without the «Spesifikasi: …» line
    spesifikasi: str | None = None
    kelompok: tuple[str, ...] = ()  # texts of the headings that the row stands under, outermost first
    tingkat: int = 0  # depth of a heading: 1 is outermost
    cakupan: tuple[int, int] | None = None  # first and last row of the sheet that a heading or total sums
    cocok: bool | None = None  # a heading or total: whether it is the sum of those; None: nobody has looked
    seharusnya: Decimal | None = None  # what a sum that does not agree should show
    faktor: tuple[tuple[Decimal, str], ...] = ()  # (number, satuan) of each volume factor
    volume: Decimal | None = None  # product of the factors, or the one volume
    satuan: str | None = None
    harga: Decimal | None = None
    ppn: Decimal | None = None  # rupiah, or a share below 1
    jumlah: Decimal | None = None
    jumlah_sebelum: Decimal | None = None  # before a change, where volume and price are told once for both
    di_luar_jumlah: bool | None = None  # True: its amount is blank, and the sheet's own sums leave it out
    sumber_dana: str | None = None
    keterangan: str | None = None


@dataclass(slots=True, repr=False)
class Realisasi(Record):
    """A row of a realisation table: per kode rekening, per rincian or per payment."""

    kind = Kind.REALISASI

    jenis: Baris = Baris.RINCI
    kode: str | None = None
    uraian: str | None = None
    kelompok: tuple[str, ...] = ()
    tingkat: int = 0
    cakupan: tuple[int, int] | None = None  # as of a BarisRab
    cocok: bool | None = None
    seharusnya: Decimal | None = None
    tanggal: date | None = None  # of a payment, where rows are payments
    bukti_bayar: str | None = None  # of its SP2D
    pagu: Decimal | None = None
    rencana_bulan: tuple[Decimal | None, ...] = ()  # 12 months, rupiah planned in the month
    realisasi_bulan: tuple[Decimal | None, ...] = ()  # 12 months, rupiah paid in the month
    realisasi: Decimal | None = None  # rupiah paid in all (to the date of the sheet)
    persen: Decimal | None = None  # 0 … 100
    sisa: Decimal | None = None
    fisik: Decimal | None = None  # 0 … 100
    target: Decimal | None = None
    capaian: Decimal | None = None  # output reached
    satuan: str | None = None
    keterangan: str | None = None


@dataclass(slots=True, repr=False)
class BarisKegiatan(Record):
    """A row on an activity, as planned or as done. A row with both gives two records."""

    kind = Kind.KEGIATAN

    tahap: str = ""  # "rencana", "realisasi", or empty when the sheet does not say
    nama: str | None = None
    angkatan: str | None = None
    bentuk: str | None = None  # pelatihan, studi banding, kunjungan lapangan, pameran …
    sentra: str | None = None
    komoditi: str | None = None
    waktu: Span | None = None
    tempat: str | None = None
    luar_daerah: bool | None = None  # where a column says so
    jpl: Decimal | None = None
    teori: Decimal | None = None  # percent or JPL by method
    diskusi: Decimal | None = None
    praktik: Decimal | None = None
    sasaran: str | None = None  # target group
    jumlah_peserta: Decimal | None = None
    target: Decimal | None = None  # output planned
    capaian: Decimal | None = None  # output reached
    sertifikat: Decimal | None = None  # A4: IKM that got the certificate
    satuan: str | None = None
    panitia: Decimal | None = None  # panitia who travel with the peserta
    koordinator: str | None = None
    wakil_koordinator: str | None = None
    logbook: bool | None = None
    lembaga: str | None = None  # certifying body
    akreditasi: bool | None = None
    hari_kerja: Decimal | None = None  # studi banding: working days without travel
    usaha_dikunjungi: Decimal | None = None
    litbang_dikunjungi: Decimal | None = None
    kunjungan_per_bulan: Decimal | None = None  # B3
    bulan_pendampingan: Decimal | None = None  # B3
    tingkat_pameran: str | None = None  # C1
    status: str | None = None  # selesai, berjalan, belum, batal …, as written
    alasan: str | None = None
    keterangan: str | None = None


@dataclass(slots=True, repr=False)
class Sentra(Record):
    """A Sentra IKM; in a directory of IKM (`Tabel.direktori`) a firm, which counts as no sentra."""

    kind = Kind.SENTRA

    nama: str | None = None
    alamat: str | None = None
    desa: str | None = None
    kecamatan: str | None = None
    komoditi: str | None = None
    unit_usaha: Decimal | None = None
    tenaga_kerja: Decimal | None = None
    sk: str | None = None
    pengelola: str | None = None
    dokumen_b3: str | None = None  # business plan / proses bisnis, as written
    dokumen_c2: str | None = None  # informasi pasar dan potensi kemitraan
    dokumen_d1: str | None = None  # informasi dan analisis pasar ekspor
    keterangan: str | None = None


@dataclass(slots=True, repr=False)
class Kunjungan(Record):
    """A visit of a pendamping to an IKM (logbook)."""

    kind = Kind.KUNJUNGAN

    tanggal: date | None = None
    ke: Decimal | None = None
    ikm: str | None = None
    pendamping: str | None = None
    tempat: str | None = None
    lama_jam: Decimal | None = None
    uraian: str | None = None
    hasil: str | None = None


@dataclass(slots=True, repr=False)
class Identitas(Record):
    """One key : value line of the daerah's own data; `kunci` is a field name of kind identitas."""

    kind = Kind.IDENTITAS

    kunci: str = ""
    judul: str = ""  # the key as written
    isi: object = None  # parsed by the field's type: str, Decimal, date, bool


@dataclass(slots=True, repr=False)
class Narasi(Record):
    """A paragraph for the report; `bagian` is a chapter key of kind narasi, `teks` may hold newlines."""

    kind = Kind.NARASI

    bagian: str = ""
    judul: str = ""
    teks: str | None = None
    laporan: str = ""  # the report that it is written for: "1", "2", "akhir"; empty when nothing says


@dataclass(slots=True, repr=False)
class Dokumentasi(Record):
    """A photo named in a sheet."""

    kind = Kind.DOKUMENTASI

    berkas: str | None = None
    keterangan: str | None = None
    tanggal: date | None = None


@dataclass(slots=True, repr=False)
class Penyaluran(Record):
    """A tranche of the DAK as it came into the daerah's treasury account (RKUD)."""

    kind = Kind.PENYALURAN

    tahap: str | None = None
    tanggal: date | None = None
    nomor: str | None = None  # of the SP2D or credit note of the KPPN
    jumlah: Decimal | None = None  # rupiah


@dataclass(slots=True, repr=False)
class Persetujuan(Record):
    """A reason or approval that the dinas keeps on a sheet of its own."""

    kind = Kind.PERSETUJUAN

    ketentuan: str | None = None
    alasan: str | None = None
    nomor: str | None = None
    tanggal: date | None = None


@dataclass(frozen=True, slots=True)
class Layout:
    """A header as it was understood: its first row, the kind of its table, its columns that have a heading,
    and what a person has told of it (`readings.memory.Correction`)."""

    row: int
    kind: Kind
    kolom: tuple[Kolom, ...]
    told: Correction | None = None
    baris: tuple[int, ...] = ()
    """The rows of the labels, where they stand below each other and not in one row of headings."""


@dataclass(slots=True)
class ReadSheet:
    """What was made of one sheet."""

    grid: Grid
    kind: Kind
    tables: list[Tabel] = field(default_factory=list)
    records: list[Record] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    """Bahasa Indonesia: what was read and what was left, and why (`periksa --baca` prints them)."""
    unread: list[CellRange] = field(default_factory=list)
    layouts: list[Layout] = field(default_factory=list)
    """What each header was taken for; of a sheet of no kind, what looks most like headings."""
    unaided: ReadSheet | None = None
    """What the program makes of it by itself, where a person has told otherwise."""
    counted: int | None = None
    """How many records there were, where they themselves were left behind."""

    @property
    def count(self) -> int:
        """Rows of data."""
        return len(self.records) if self.counted is None else self.counted

    def __repr__(self) -> str:
        """What was made of which sheet, in numbers."""
        counts = f"{len(self.tables)} tabel, {len(self.records)} baris, {len(self.problems)} masalah"
        return f"ReadSheet({self.grid.ref()}, {self.kind.value}, {counts})"


@dataclass(slots=True)
class ReadBook:
    """What was made of one file."""

    workbook: str
    ending: str
    sheets: list[ReadSheet]
    notes: list[str] = field(default_factory=list)
