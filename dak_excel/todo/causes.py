"""Causes: which rules are mended by the same act, and how that act is said. Gravest first within a level.

`{n}` is the number of rows that it takes, `{di}` the rincian that they are of (« A1, A2»), or nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple


class Cause(NamedTuple):
    """One act: its name in links, the ids of the rules, the sentence, and the sentence where the rule leaves
    it open (telaah, info); the sentence for all where that is empty."""

    id: str
    ketentuan: str
    kalimat: str
    telaah: str = ""

    def sentence(self, n: int, rincian: str, *, terbuka: bool) -> str:
        """The act in words; `terbuka`: the rule itself leaves open whether there is anything to change."""
        words = self.telaah if terbuka and self.telaah else self.kalimat
        return words.format(n=n, di=f" {rincian}" if rincian else "")


CAUSES: tuple[Cause, ...] = (
    Cause("tahun", "TAHUN-BERKAS", "Periksa tahun {n} berkas"),
    Cause(
        "peserta",
        "(A[124]|B[1-4]|D2)-(STATUS|USIA|WILAYAH)",
        "Ganti {n} peserta{di}, atau betulkan datanya",
        "Periksa {n} peserta{di}",
    ),
    Cause(
        "ikm",
        ".*-(STATUS|PASAR|PRASYARAT)",
        "Ganti {n} IKM{di}, atau betulkan datanya",
        "Periksa {n} IKM{di}",
    ),
    Cause("rab-keluarkan", r"RAB-\d.*", "Keluarkan {n} baris RAB{di}"),
    Cause(
        "tenaga",
        ".*-(PENDIDIKAN|PENGALAMAN|RANGKAP)",
        "Ganti {n} narasumber atau tenaga lain{di}, atau betulkan datanya",
        "Periksa {n} narasumber atau tenaga lain{di}",
    ),
    Cause("bukti", ".*-BUKTI", "Lengkapi sertifikat atau rekomendasi {n} tenaga{di}"),
    Cause("sentra", "SENTRA-UNIT", "Periksa {n} sentra yang unit usahanya terlalu sedikit"),
    Cause("kriteria", "DAERAH-KRITERIA", "Pastikan daerah memenuhi kriteria penerima"),
    Cause("nib", ".*-NIB", "Lengkapi NIB atau kesediaan membuatnya, {n} peserta{di}"),
    Cause("sk", ".*-SK", "Lengkapi Keputusan Kepala Daerah untuk {n} orang{di}"),
    Cause("rab-rincian", "RAB-RINCIAN", "Tulis rincian kegiatan untuk {n} baris RAB"),
    Cause("luar-tahun", "WAKTU-TAHUN", "Periksa {n} tanggal di luar tahun anggaran{di}"),
    Cause("surat", "WAKTU-.*", "Jelaskan {n} surat yang terlambat", "Periksa tanggal {n} surat"),
    Cause("panitia", ".*-PANITIA", "Kurangi panitia yang ikut ke luar daerah, {n} kegiatan{di}"),
    Cause("dokumen", ".*-DOKUMEN", "Lengkapi dokumen {n} sentra{di}"),
    Cause("koordinator", ".*-KOORDINATOR", "Isi nama koordinator{di}"),
    Cause(
        "studi",
        ".*-(STUDI-.*|PAMERAN)",
        "Sesuaikan studi banding atau pameran, {n} kegiatan{di}",
        "Periksa studi banding atau pameran, {n} kegiatan{di}",
    ),
    Cause("pagu", "RAB-PAGU", "Kurangi {n} RAB hingga sebesar pagunya, atau betulkan pagunya"),
    Cause("rab-versi", "RAB-VERSI", "Tetapkan RAB mana yang berlaku, {n} kali"),
    Cause("baca-ragu", "BACA-RAGU", "Pastikan kolom {n} tabel yang meragukan"),
    Cause("baca-jumlah", "BACA-JUMLAH", "Cocokkan {n} jumlah yang tertulis dengan baris-barisnya"),
    Cause(
        "jumlah-peserta",
        ".*-JUMLAH(-OPERATOR)?",
        "Sesuaikan jumlah peserta {n} kegiatan{di}, atau catat suratnya",
        "Periksa jumlah peserta {n} kegiatan{di}",
    ),
    Cause(
        "pendampingan",
        ".*-(RASIO|SATU-SENTRA|KUNJUNGAN|PENDAMPINGAN)",
        "Lengkapi atau bagi ulang {n} pendampingan{di}, atau catat persetujuannya",
        "Periksa {n} pendampingan{di}",
    ),
    Cause(
        "lama",
        ".[0-9]-(JPL|DURASI|MINGGU)",
        "Sesuaikan lama {n} kegiatan{di}, atau catat persetujuannya",
        "Periksa lama {n} kegiatan{di}",
    ),
    Cause("rab-telaah", "RAB-TELAAH", "Pastikan {n} baris RAB{di} boleh dibiayai"),
    Cause("rab-volume", "RAB-VOLUME", "Cocokkan volume {n} baris RAB{di} dengan peserta dan harinya"),
    Cause("tempat", ".*-(TEMPAT|LOKASI)|MONEV-.*", "Jelaskan tempat, waktu, atau sasaran {n} kegiatan{di}"),
    Cause(
        "cara",
        ".*-(METODE|KOMODITI|LEMBAGA)",
        "Sesuaikan cara pelaksanaan {n} kegiatan{di}",
        "Periksa cara pelaksanaan {n} kegiatan{di}",
    ),
    Cause("realisasi", "REALISASI-LEBIH", "Periksa {n} realisasi yang melebihi pagu"),
    Cause("rab-hitung", "RAB-(HITUNG|SUBTOTAL)", "Betulkan {n} hitungan RAB{di}"),
    Cause("apip", "RAB-APIP", "Lengkapi reviu APIP atas KAK/RAB"),
    Cause("ganda", "NIK-GANDA|LEMBAR-KEMBAR", "Hapus {n} data yang tercatat dua kali{di}"),
    Cause("bentrok", "ORANG-BENTROK", "Tetapkan kegiatan {n} orang yang tercatat di dua tempat"),
    Cause(
        "nomor",
        "NIK-.*|NIB-.*|USIA-LAHIR",
        "Betulkan NIK, NIB, atau usia {n} orang{di}",
        "Periksa NIK atau NIB {n} orang{di}",
    ),
    Cause("capaian", "REALISASI-CAPAIAN", "Cocokkan capaian {n} kegiatan{di} dengan daftarnya"),
    Cause("jadwal", "JADWAL-.*", "Cocokkan {n} jadwal{di}"),
    Cause("sehat", ".*-(SEHAT|KEAHLIAN)", "Lengkapi data {n} tenaga{di}"),
    Cause("kosong", "DATA-KOSONG", "Isi {n} tempat yang masih kosong{di}"),
    Cause("baca", "DATA-.*", "Betulkan {n} tempat yang tidak terbaca{di}"),
    Cause("prioritas", ".*-PRIORITAS", "Perhatikan {n} hal yang diutamakan{di}"),
)
RECORD_LETTER = Cause("catat-surat", "", "Kirim {n} laporan atau surat, atau catat tanggalnya")
"""Letters of which no date is recorded: the deadlines tell of them too."""
OTHER = Cause("lain", "", "Selesaikan {n} temuan lain{di}")
"""For rules that a coming year may bring."""


@lru_cache(maxsize=1024)
def cause_of(ketentuan: str, *, tercatat: bool = True) -> Cause:
    """The act that mends what a rule finds; `tercatat`: what it speaks of is recorded at all."""
    if not tercatat and ketentuan.startswith("WAKTU-"):
        return RECORD_LETTER
    return next((sebab for sebab in CAUSES if re.fullmatch(sebab.ketentuan, ketentuan)), OTHER)
