"""The findings that a report and its letters speak of: outside a limit, and not approved yet."""

from __future__ import annotations

from collections.abc import Sequence

from dak_excel.findings import Status, Temuan, Tingkat
from dak_excel.privacy import samarkan
from dak_excel.reports.content import BarisTemuan
from dak_excel.reports.word.markers import lengkapi

_TINDAK_LANJUT = {
    Tingkat.PERSETUJUAN: "persetujuan kementerian",
    Tingkat.PERNYATAAN: "pernyataan penanggung jawab",
}


def terbuka(temuan: Sequence[Temuan], *tingkat: Tingkat) -> list[Temuan]:
    """Findings of some levels that are not approved, by rincian; each message about an activity once."""
    found: dict[tuple[str, str, str], Temuan] = {}
    for one in temuan:
        if one.tingkat in tingkat and one.status is not Status.DISETUJUI:
            found.setdefault((one.rincian, one.kegiatan, one.pesan), one)
    return sorted(found.values(), key=lambda t: (t.rincian or "~", t.kegiatan, t.ketentuan))


def baris(temuan: Sequence[Temuan]) -> list[BarisTemuan]:
    """Rows for a table of them."""
    return [
        BarisTemuan(
            nomor=str(n),
            rincian=t.rincian,
            kegiatan=t.kegiatan or samarkan(t.subjek),
            pesan=samarkan(t.pesan),
            rujukan=t.rujukan,
            alasan=samarkan(t.jawaban.alasan) or lengkapi("alasan"),
            tindak_lanjut=_TINDAK_LANJUT.get(t.tingkat, ""),
            keadaan="alasan sudah ditulis" if t.jawaban.alasan else "belum ditanggapi",
        )
        for n, t in enumerate(temuan, 1)
    ]
