"""Causes: which rules are mended by the same act, and how that act is said. Gravest first within a level.

`{n}` is the number of rows that it takes, `{di}` the rincian that they are of (« A1, A2»), or nothing.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple


class Sebab(NamedTuple):
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


SEBAB: tuple[Sebab, ...] = (
    Sebab("tahun", "TAHUN-BERKAS", "Periksa tahun {n} berkas"),
    Sebab(
        "peserta",
        "(A[124]|B[1-4]|D2)-(STATUS|USIA|WILAYAH)",
        "Ganti {n} peserta{di}, atau betulkan datanya",
        "Periksa {n} peserta{di}",
    ),
    Sebab(
        "ikm",
        ".*-(STATUS|PASAR|PRASYARAT)",
        "Ganti {n} IKM{di}, atau betulkan datanya",
        "Periksa {n} IKM{di}",
    ),
    Sebab("rab-keluarkan", r"RAB-\d.*", "Keluarkan {n} baris RAB{di}"),
    Sebab(
        "tenaga",
        ".*-(PENDIDIKAN|PENGALAMAN|RANGKAP)",
        "Ganti {n} narasumber atau tenaga lain{di}, atau betulkan datanya",
        "Periksa {n} narasumber atau tenaga lain{di}",
    ),
    Sebab("bukti", ".*-BUKTI", "Lengkapi sertifikat atau rekomendasi {n} tenaga{di}"),
    Sebab("sentra", "SENTRA-UNIT", "Periksa {n} sentra yang unit usahanya terlalu sedikit"),
    Sebab("kriteria", "DAERAH-KRITERIA", "Pastikan daerah memenuhi kriteria penerima"),
    Sebab("nib", ".*-NIB", "Lengkapi NIB atau kesediaan membuatnya, {n} peserta{di}"),
    Sebab("sk", ".*-SK", "Lengkapi Keputusan Kepala Daerah untuk {n} orang{di}"),
    Sebab("rab-rincian", "RAB-RINCIAN", "Tulis rincian kegiatan untuk {n} baris RAB"),
    Sebab("luar-tahun", "WAKTU-TAHUN", "Periksa {n} tanggal di luar tahun anggaran{di}"),
    Sebab("surat", "WAKTU-.*", "Jelaskan {n} surat yang terlambat", "Periksa tanggal {n} surat"),
    Sebab("panitia", ".*-PANITIA", "Kurangi panitia yang ikut ke luar daerah, {n} kegiatan{di}"),
    Sebab("dokumen", ".*-DOKUMEN", "Lengkapi dokumen {n} sentra{di}"),
    Sebab("koordinator", ".*-KOORDINATOR", "Isi nama koordinator{di}"),
    Sebab(
        "studi",
        ".*-(STUDI-.*|PAMERAN)",
        "Sesuaikan studi banding atau pameran, {n} kegiatan{di}",
        "Periksa studi banding atau pameran, {n} kegiatan{di}",
    ),
    Sebab("pagu", "RAB-PAGU", "Kurangi {n} RAB hingga sebesar pagunya, atau betulkan pagunya"),
    Sebab("rab-versi", "RAB-VERSI", "Tetapkan RAB mana yang berlaku, {n} kali"),
    Sebab("baca-ragu", "BACA-RAGU", "Pastikan kolom {n} tabel yang meragukan"),
    Sebab("baca-jumlah", "BACA-JUMLAH", "Cocokkan {n} jumlah yang tertulis dengan baris-barisnya"),
    Sebab(
        "jumlah-peserta",
        ".*-JUMLAH(-OPERATOR)?",
        "Sesuaikan jumlah peserta {n} kegiatan{di}, atau catat suratnya",
        "Periksa jumlah peserta {n} kegiatan{di}",
    ),
    Sebab(
        "pendampingan",
        ".*-(RASIO|SATU-SENTRA|KUNJUNGAN|PENDAMPINGAN)",
        "Lengkapi atau bagi ulang {n} pendampingan{di}, atau catat persetujuannya",
        "Periksa {n} pendampingan{di}",
    ),
    Sebab(
        "lama",
        ".[0-9]-(JPL|DURASI|MINGGU)",
        "Sesuaikan lama {n} kegiatan{di}, atau catat persetujuannya",
        "Periksa lama {n} kegiatan{di}",
    ),
    Sebab("rab-telaah", "RAB-TELAAH", "Pastikan {n} baris RAB{di} boleh dibiayai"),
    Sebab("rab-volume", "RAB-VOLUME", "Cocokkan volume {n} baris RAB{di} dengan peserta dan harinya"),
    Sebab("tempat", ".*-(TEMPAT|LOKASI)|MONEV-.*", "Jelaskan tempat, waktu, atau sasaran {n} kegiatan{di}"),
    Sebab(
        "cara",
        ".*-(METODE|KOMODITI|LEMBAGA)",
        "Sesuaikan cara pelaksanaan {n} kegiatan{di}",
        "Periksa cara pelaksanaan {n} kegiatan{di}",
    ),
    Sebab("realisasi", "REALISASI-LEBIH", "Periksa {n} realisasi yang melebihi pagu"),
    Sebab("rab-hitung", "RAB-(HITUNG|SUBTOTAL)", "Betulkan {n} hitungan RAB{di}"),
    Sebab("apip", "RAB-APIP", "Lengkapi reviu APIP atas KAK/RAB"),
    Sebab("ganda", "NIK-GANDA|LEMBAR-KEMBAR", "Hapus {n} data yang tercatat dua kali{di}"),
    Sebab("bentrok", "ORANG-BENTROK", "Tetapkan kegiatan {n} orang yang tercatat di dua tempat"),
    Sebab(
        "nomor",
        "NIK-.*|NIB-.*|USIA-LAHIR",
        "Betulkan NIK, NIB, atau usia {n} orang{di}",
        "Periksa NIK atau NIB {n} orang{di}",
    ),
    Sebab("capaian", "REALISASI-CAPAIAN", "Cocokkan capaian {n} kegiatan{di} dengan daftarnya"),
    Sebab("jadwal", "JADWAL-.*", "Cocokkan {n} jadwal{di}"),
    Sebab("sehat", ".*-(SEHAT|KEAHLIAN)", "Lengkapi data {n} tenaga{di}"),
    Sebab("kosong", "DATA-KOSONG", "Isi {n} tempat yang masih kosong{di}"),
    Sebab("baca", "DATA-.*", "Betulkan {n} tempat yang tidak terbaca{di}"),
    Sebab("prioritas", ".*-PRIORITAS", "Perhatikan {n} hal yang diutamakan{di}"),
)
CATAT_SURAT = Sebab("catat-surat", "", "Kirim {n} laporan atau surat, atau catat tanggalnya")
"""Letters of which no date is recorded: the deadlines tell of them too."""
LAIN = Sebab("lain", "", "Selesaikan {n} temuan lain{di}")
"""For rules that a coming year may bring."""


@cache
def cause_of(ketentuan: str, *, tercatat: bool = True) -> Sebab:
    """The act that mends what a rule finds; `tercatat`: what it speaks of is recorded at all."""
    if not tercatat and ketentuan.startswith("WAKTU-"):
        return CATAT_SURAT
    return next((sebab for sebab in SEBAB if re.fullmatch(sebab.ketentuan, ketentuan)), LAIN)
