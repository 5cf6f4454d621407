"""The findings that a report and its letters speak of: outside a limit, and not approved yet."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date

from dak_excel.daerah.model import Daerah
from dak_excel.daerah.progress import is_recorded
from dak_excel.findings import Status, Temuan, Tingkat
from dak_excel.privacy import mask
from dak_excel.reports.content import BarisTemuan
from dak_excel.reports.word.markers import marker

_REBUKE = re.compile(r", padahal (?:(?:secara umum|ketentuannya|seharusnya|harus) )?")
"""How messages to the dinas lead over to what the juknis says."""
_TAKES_PLACE = re.compile(r"^(\w+(?: \w+){0,2}) berlangsung\b")
"""How messages begin that speak of an activity as held: `Pelatihan ini berlangsung 90 JPL`."""
_TINDAK_LANJUT = {
    Tingkat.PERSETUJUAN: "persetujuan kementerian",
    Tingkat.PERNYATAAN: "pernyataan penanggung jawab",
}


def open_findings(temuan: Sequence[Temuan], *tingkat: Tingkat) -> list[Temuan]:
    """Findings of some levels that are not approved, by rincian; each message about an activity once."""
    found: dict[tuple[str, str, str], Temuan] = {}
    for one in temuan:
        if one.tingkat in tingkat and one.status is not Status.DISETUJUI:
            found.setdefault((one.rincian, one.kegiatan, one.pesan), one)
    return sorted(found.values(), key=lambda t: (t.rincian or "~", t.kegiatan, t.ketentuan))


def as_stated(temuan: Temuan, rencana: bool = False) -> str:
    """The message of a finding as the dinas itself writes it: what is and what the juknis says.

    `rencana`: of the activity only the plan is known.
    """
    pesan = _TAKES_PLACE.sub(r"\1 direncanakan berlangsung", temuan.pesan) if rencana else temuan.pesan
    limit = "batasan umum adalah" if temuan.tingkat is Tingkat.PERSETUJUAN else "ketentuannya"
    return _REBUKE.sub(f", sedangkan {limit} ", pesan)


def not_held(daerah: Daerah, hari: date) -> frozenset[tuple[str, str]]:
    """Rincian and name of the activities of which no sheet shows that they had begun by the day."""
    return frozenset(
        (k.rincian, k.judul)
        for k in daerah.kegiatan
        if not is_recorded(k) or ((waktu := k.when) and waktu.nilai.mulai > hari)
    )


def table_rows(
    temuan: Sequence[Temuan], rencana: Collection[tuple[str, str]] = frozenset()
) -> list[BarisTemuan]:
    """Rows for a table of them; `rencana` are the activities of which only the plan is known (`not_held`)."""
    return [
        BarisTemuan(
            nomor=str(n),
            rincian=t.rincian,
            kegiatan=t.kegiatan or mask(t.subjek),
            pesan=mask(as_stated(t, (t.rincian, t.kegiatan) in rencana)),
            rujukan=t.rujukan,
            alasan=mask(t.jawaban.alasan) or marker("alasan"),
            tindak_lanjut=_TINDAK_LANJUT.get(t.tingkat, ""),
            keadaan="alasan sudah ditulis" if t.jawaban.alasan else "belum ditanggapi",
        )
        for n, t in enumerate(temuan, 1)
    ]
