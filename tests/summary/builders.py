"""Results of invented daerah for the tests of pages and tables."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from dak_excel.findings import Tingkat
from dak_excel.results.daerah import DaerahResult
from dak_excel.results.facts import Absorption, DocumentResult, TenggatResult
from dak_excel.results.files import BerkasResult, LembarResult
from dak_excel.results.glance import Glance
from dak_excel.results.temuan import TemuanResult

WIB = timezone(timedelta(hours=7))


def temuan(number: int = 1, **changes: object) -> TemuanResult:
    """A finding in cell F`number`."""
    facts: dict[str, object] = {
        "berkas": "rab/RAB A1.xlsx",
        "lembar": "RAB A1",
        "sel": f"F{number}",
        "rincian": "A1",
        "ketentuan": "A1-USIA",
        "tingkat": list(Tingkat)[number % 6],
        "status": "terbuka",
        "pesan": "Usia 51 tahun pada hari pertama kegiatan; yang dibolehkan 17 sampai 50 tahun.",
        "saran": "Ganti peserta, atau perbaiki tanggal lahirnya bila keliru.",
        "rujukan": "Lampiran II.A.1.f",
        "kutipan": "masih berusia produktif antara 17-50 tahun",
        "subjek": "Wulan Contohwati",
        "kunci": f"k{number}",
    }
    return TemuanResult.model_validate({**facts, **changes})


def tenggat(rencana: date | None) -> list[TenggatResult]:
    """Two deadlines; the first letter is of the given day, or not recorded."""
    return [
        TenggatResult(
            id="WAKTU-RENCANA", nama="Surat rencana kegiatan", tanggal=date(2023, 3, 31), surat=rencana
        ),
        TenggatResult(id="WAKTU-SEMESTER", nama="Laporan Semester I", tanggal=date(2023, 7, 14)),
    ]


def sekilas(nama: str = "Kabupaten Uji", banyak: int = 7, **changes: object) -> Glance:
    """The same daerah at a glance."""
    return daerah(nama, banyak, **changes).glance()


def daerah(nama: str = "Kabupaten Uji", banyak: int = 7, **changes: object) -> DaerahResult:
    """A daerah with `banyak` findings, one file that was read and one that was not."""
    facts: dict[str, object] = {
        "nama": nama,
        "folder": nama,
        "diperiksa": datetime(2023, 7, 2, 1, 30, tzinfo=WIB),
        "per": date(2023, 7, 2),
        "versi": "0.1.0",
        "juknis": "Permenperin 7/2023",
        "berkas": [
            BerkasResult(
                nama="rab/RAB A1.xlsx",
                ukuran=12000,
                sha256="ab" * 32,
                masuk=datetime(2023, 7, 1, 15, 2, tzinfo=WIB),
                lembar=[
                    LembarResult(nama="RAB A1", jenis="rab", baris=44),
                    LembarResult(nama="Catatan", jenis="tidak dikenali", baris=0),
                ],
                anotasi="anotasi/rab/RAB A1.xlsx",
            ),
            BerkasResult(nama="rusak.xlsx", sebab="Berkas rusak; salin ulang dari sumbernya."),
        ],
        "temuan": [temuan(n) for n in range(1, banyak + 1)],
        "dokumen": [DocumentResult(nama="laporan/Laporan Semester I 2023.docx", lengkapi=["latar belakang"])],
        "tenggat": tenggat(date(2023, 3, 29)),
        "serap": [
            Absorption(
                rincian="A1",
                nama="Pelatihan pengelolaan bisnis dan manajemen wirausaha",
                pagu=100_000_000,
                realisasi=75_000_000,
                bulan=[0, 0, 10e6, 10e6, 20e6, 35e6, 0, 0, 0, 0, 0, 0],
                target=30,
                capaian=28,
                satuan="orang",
            )
        ],
        "pagu": 100_000_000.0,
    }
    return DaerahResult.model_validate({**facts, **changes})
