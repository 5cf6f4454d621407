"""The other sheets: identitas, narasi, kegiatan, tenaga, sentra, kunjungan."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from dak_excel.bahasa import BULAN
from tests.samples.buku import Isi, Lembar
from tests.samples.tabel import Kelompok, Kolom, judul, tabel


def tanggal(hari: date) -> str:
    """`12 Juni 2023`."""
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def rentang(mulai: date, selesai: date) -> str:
    """`12 s.d. 16 Juni 2023`, with the month and year of the first day where they differ."""
    if (mulai.year, mulai.month) == (selesai.year, selesai.month):
        return f"{mulai.day} s.d. {tanggal(selesai)}"
    if mulai.year == selesai.year:
        return f"{mulai.day} {BULAN[mulai.month - 1]} s.d. {tanggal(selesai)}"
    return f"{tanggal(mulai)} s.d. {tanggal(selesai)}"


def tulis_identitas(lembar: Lembar, judulnya: Sequence[str], isi: Sequence[tuple[str, Isi] | str]) -> None:
    """Key, colon, value, each in a cell; a text alone is a heading between them."""
    judul(lembar, 1, 4, judulnya)
    baris = len(judulnya) + 2
    nomor = 0
    for satu in isi:
        if isinstance(satu, str):
            lembar.tulis(baris + 1, 1, satu, "tebal")
            baris += 2
            continue
        nomor += 1
        lembar.tulis(baris, 1, nomor, "tengah")
        lembar.tulis(baris, 2, satu[0])
        lembar.tulis(baris, 3, ":")
        nilai = satu[1]
        gaya = (
            "tanggal"
            if isinstance(nilai, date)
            else "rp"
            if isinstance(nilai, int) and nilai > 9999
            else "polos"
        )
        lembar.tulis(baris, 4, nilai, gaya)
        baris += 1
    lembar.lebar.update({1: 5, 2: 44, 3: 2, 4: 62})
    lembar.tegak = True


def tulis_narasi(lembar: Lembar, judulnya: str, bab: Sequence[tuple[str, str]]) -> None:
    """A chapter's name in bold, below it its paragraphs in one wrapped cell."""
    lembar.tulis(1, 1, judulnya, "judul")
    baris = 3
    for nama, teks in bab:
        lembar.tulis(baris, 1, nama, "tebal")
        lembar.tulis(baris + 1, 1, teks, "lipat")
        lembar.tinggi[baris + 1] = 15.5 * (1 + sum(1 + len(p) // 105 for p in teks.split("\n")))
        baris += 3
    lembar.lebar[1] = 110
    lembar.tegak = True


@dataclass(slots=True)
class Tahap:
    """An activity as planned or as done."""

    waktu: Isi
    tempat: Isi
    jpl: Isi = None
    sasaran: Isi = None
    peserta: Isi = None
    keluaran: Isi = None
    panitia: Isi = None


@dataclass(slots=True)
class Acara:
    """An activity: what it is, and both stages."""

    rincian: str
    nama: str
    sentra: str
    komoditi: str
    satuan: str
    rencana: Tahap
    realisasi: Tahap | None = None
    angkatan: str = ""
    koordinator: Isi = None
    logbook: Isi = None
    luar_daerah: str = "Tidak"
    catatan: Isi = None
    lain: dict[str, Isi] = field(default_factory=dict)


def kolom_tahap(tahap: str, atas: str = "", keluaran: str = "Target") -> list[Kolom]:
    """Columns of one stage, alone or under a group heading."""

    def ambil(nama: str) -> object:
        return lambda a: getattr(getattr(a, tahap), nama) if getattr(a, tahap) else None

    return [
        Kolom("Waktu", ambil("waktu"), "k_tengah", 22, atas),
        Kolom("Tempat", ambil("tempat"), "k_teks", 30, atas),
        Kolom("JPL", ambil("jpl"), "k_angka", 7, atas),
        Kolom("Sasaran", ambil("sasaran"), "k_teks", 26, atas),
        Kolom("Jml Peserta", ambil("peserta"), "k_angka", 9, atas),
        Kolom(keluaran, ambil("keluaran"), "k_angka", 9, atas),
        Kolom("Panitia", ambil("panitia"), "k_angka", 9, atas),
    ]  # type: ignore[arg-type]


def tulis_kegiatan(
    lembar: Lembar,
    judulnya: Sequence[str],
    acara: Sequence[Acara | Kelompok],
    tahap: Sequence[Kolom],
    **pilihan: str,
) -> None:
    """One row an activity."""
    kolom = [
        Kolom("No", lambda a: [x for x in acara if isinstance(x, Acara)].index(a) + 1, "k_tengah", 5),
        Kolom("Rincian", lambda a: a.rincian, "k_tengah", 9),
        Kolom("Nama Kegiatan", lambda a: a.nama, "k_teks", 40),
        *([Kolom("Angkatan", lambda a: a.angkatan or None, "k_tengah", 10)] if any(
            isinstance(a, Acara) and a.angkatan for a in acara) else []),
        Kolom("Sentra", lambda a: a.sentra, "k_teks", 24),
        Kolom("Komoditi", lambda a: a.komoditi, "k_teks", 15),
        *tahap,
        Kolom("Satuan", lambda a: a.satuan, "k_tengah", 9),
        Kolom("Koordinator", lambda a: a.koordinator, "k_teks", 22),
        Kolom("Logbook", lambda a: a.logbook, "k_tengah", 10),
        Kolom("Ket.", lambda a: a.catatan, "k_teks", 18),
    ]  # fmt: skip
    baris = judul(lembar, 1, len(kolom), judulnya) + 1
    tabel(lembar, baris, kolom, acara, **pilihan)  # type: ignore[arg-type]


@dataclass(slots=True)
class Tenaga:
    """A narasumber, instruktur or pendamping."""

    nama: str
    peran: str
    instansi: str
    keahlian: str
    pendidikan: Isi
    pengalaman: Isi
    bukti: Isi
    materi: str = ""
    jpl: Isi = None
    pelaku: str = "Tidak"
    nib: Isi = None
    sehat: Isi = "Ada"
    pengalaman_pendamping: Isi = None
    rangkap: Isi = None
    dampingan: Isi = None


def tulis_tenaga(
    lembar: Lembar, judulnya: Sequence[str], data: Sequence[Tenaga | Kelompok], pendamping: bool
) -> None:
    """Narasumber, or pendamping with their IKM; group rows name the activity."""
    orang = [t for t in data if isinstance(t, Tenaga)]
    kolom = [
        Kolom("No", lambda t: orang.index(t) + 1, "k_tengah", 5),
        Kolom("Nama Pendamping" if pendamping else "Nama Narasumber / Instruktur", lambda t: t.nama, "k_teks", 30),
        Kolom("Peran", lambda t: t.peran, "k_teks", 14),
        Kolom("Instansi/Lembaga", lambda t: t.instansi, "k_teks", 32),
        Kolom("Bidang Keahlian", lambda t: t.keahlian, "k_teks", 26),
        Kolom("Pend. Terakhir", lambda t: t.pendidikan, "k_tengah", 12),
        Kolom("Pengalaman (Th)", lambda t: t.pengalaman, "k_tengah", 13),
        *([Kolom("Pengalaman sebagai Pendamping (Th)", lambda t: t.pengalaman_pendamping, "k_tengah", 15)] if pendamping else []),
        Kolom("Pelaku Usaha", lambda t: t.pelaku, "k_tengah", 10),
        Kolom("NIB", lambda t: t.nib, "k_bulat", 17),
        Kolom("Sertifikat/Surat Keterangan", lambda t: t.bukti, "k_teks", 34),
        Kolom("Surat Sehat", lambda t: t.sehat, "k_tengah", 10),
        *(
            [
                Kolom("Pendamping Lembaga Lain", lambda t: t.rangkap, "k_tengah", 13),
                Kolom("Jumlah IKM Dampingan", lambda t: t.dampingan, "k_tengah", 12),
            ]
            if pendamping
            else [
                Kolom("Materi", lambda t: t.materi, "k_teks", 36),
                Kolom("Jml JP", lambda t: t.jpl, "k_angka", 8),
            ]
        ),
    ]  # fmt: skip
    baris = judul(lembar, 1, len(kolom), judulnya) + 1
    tabel(lembar, baris, kolom, data)


@dataclass(frozen=True, slots=True)
class SentraIkm:
    """A Sentra IKM."""

    nama: str
    desa: str
    kecamatan: str
    komoditi: str
    unit: Isi
    tenaga_kerja: int
    ketua: str
    sk: str
    dokumen: Isi = None


def tulis_sentra(
    lembar: Lembar, judulnya: Sequence[str], sentra: Sequence[SentraIkm], dokumen: str = ""
) -> None:
    """The list of sentra; `dokumen` names the column of the document, if there is one."""
    kolom = [
        Kolom("No", lambda s: sentra.index(s) + 1, "k_tengah", 5),
        Kolom("Nama Sentra", lambda s: s.nama, "k_teks", 32),
        Kolom("Desa/Kel", lambda s: s.desa, "k_teks", 20, "Lokasi"),
        Kolom("Kecamatan", lambda s: s.kecamatan, "k_teks", 18, "Lokasi"),
        Kolom("Komoditi", lambda s: s.komoditi, "k_teks", 18),
        Kolom("Jml Unit Usaha", lambda s: s.unit, "k_angka", 12),
        Kolom("Tenaga Kerja", lambda s: s.tenaga_kerja, "k_angka", 12),
        Kolom("Ketua Sentra", lambda s: s.ketua, "k_teks", 24),
        Kolom("SK Penetapan", lambda s: s.sk, "k_teks", 34),
        *([Kolom(dokumen, lambda s: s.dokumen, "k_teks", 34)] if dokumen else []),
    ]
    baris = judul(lembar, 1, len(kolom), judulnya) + 1
    tabel(lembar, baris, kolom, sentra, nomor_kolom=False)


@dataclass(frozen=True, slots=True)
class Kunjungan:
    """A visit."""

    hari: date
    ikm: str
    pendamping: str
    tempat: str
    pukul: str
    lama: Isi
    uraian: str
    hasil: str


def tulis_kunjungan(
    lembar: Lembar,
    judulnya: Sequence[str],
    info: Sequence[str],
    kunjungan: Sequence[Kunjungan],
    tanggal_teks: bool,
) -> None:
    """A logbook; dates as cells or as `Senin, 7 Agustus 2023`."""
    from tests.samples.jadwal import hari_tanggal

    kolom = [
        Kolom("No", lambda k: nomor[k], "k_tengah", 5),
        Kolom(
            "Hari/Tanggal",
            lambda k: hari_tanggal(k.hari) if tanggal_teks else k.hari,
            "k_tengah" if tanggal_teks else "k_tanggal",
            25 if tanggal_teks else 13,
        ),
        Kolom("Nama IKM", lambda k: k.ikm, "k_teks", 24),
        Kolom("Pendamping", lambda k: k.pendamping, "k_teks", 24),
        Kolom("Lokasi", lambda k: k.tempat, "k_teks", 30),
        Kolom("Pukul", lambda k: k.pukul, "k_tengah", 15),
        Kolom("Lama (Jam)", lambda k: k.lama, "k_desimal", 8),
        Kolom("Uraian Pendampingan", lambda k: k.uraian, "k_teks", 44),
        Kolom("Hasil", lambda k: k.hasil, "k_teks", 36),
        Kolom("Paraf", lambda k: None, "k_teks", 8),
    ]
    nomor = {satu: n for n, satu in enumerate(kunjungan, 1)}
    baris = judul(lembar, 1, len(kolom), judulnya)
    for teks in info:
        lembar.tulis(baris, 1, teks, "tebal")
        baris += 1
    tabel(lembar, baris + 1, kolom, kunjungan, nomor_kolom=False)
