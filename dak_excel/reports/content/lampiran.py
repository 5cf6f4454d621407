"""Lists of the lampiran."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated


@dataclass(frozen=True, slots=True)
class Kosong:
    """Tulisan untuk lampiran yang tidak berisi: `Belum ada …`, atau penanda untuk dilengkapi."""

    peserta: Annotated[str, "lampiran 2"]
    narasumber: Annotated[str, "lampiran 3"]
    pendamping: Annotated[str, "lampiran 4"]
    jadwal: Annotated[str, "lampiran 5"]


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

    tanggal: Annotated[str, "hari dan tanggal"]
    pukul: Annotated[str, "`08.00–10.00`"]
    materi: Annotated[str, "materi atau acara"]
    narasumber: Annotated[str, "narasumber atau petugas"]
    jpl: Annotated[str, "JPL"]
    metode: Annotated[str, "metode"]
    tempat: Annotated[str, "tempat; tanda hubung bila semua sesi di satu tempat"]


@dataclass(frozen=True, slots=True)
class DaftarJadwal:
    """Jadwal satu kegiatan."""

    rincian: Annotated[str, "kode dan nama rincian"]
    nama: Annotated[str, "nama kegiatan"]
    jpl: Annotated[str, "jumlah JPL seluruh sesi"]
    tempat: Annotated[str, "tempatnya bila semua sesi di satu tempat, selain itu kosong"]
    sesi: Annotated[list[BarisJadwal], "sesinya"]
