"""What of a juknis is only proposed (`next_year`), and what each of it means as long as it stands."""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.indonesian import date_text
from dak_excel.juknis.display import content
from dak_excel.juknis.model import Juknis, Proposal
from dak_excel.juknis.yaml_document import USULAN

_IDENTITY = {
    "peraturan": "dasar hukum yang disebut laporan, surat, dan halaman",
    "judul": "judul juknis yang disebut laporan dan surat",
    "diundangkan": "hari sejak juknis berlaku",
}


def unconfirmed_lines(juknis: Juknis) -> list[str]:
    """Lines for the user, one for each proposal: where it stands, what it says, what depends on it."""
    if not juknis.usulan:
        return []
    source = f" disalin dari {juknis.disalin_dari} dan" if juknis.disalin_dari else ""
    return [
        f"{len(juknis.usulan)} butir{source} belum dikonfirmasi.",
        f"Bandingkan dengan juknis {juknis.tahun}, betulkan bila berubah, lalu hapus {USULAN} di depannya.",
        "",
        *(f"   {one.tempat}  {_told(juknis, one)}" for one in juknis.usulan),
        "",
    ]


def _told(juknis: Juknis, one: Proposal) -> str:
    return "; ".join(part for part in _parts(juknis, one) if part)


def _parts(juknis: Juknis, one: Proposal) -> Iterator[str]:
    """What the value is and what depends on it."""
    rules = {rule.id: rule for _, rule in juknis.every_ketentuan()}
    match one.jalur:
        case (str(name),) if name in _IDENTITY:
            yield f"{name}: {_value(getattr(juknis, name))}"
            yield _IDENTITY[name]
        case ("tenggat", int(number), *_) if number < len(juknis.tenggat):
            due = juknis.tenggat[number]
            yield f"{due.nama}: paling lambat {date_text(due.tanggal)}"
            yield f"menentukan terlambat tidaknya ({due.id}, {due.rujukan})"
        case (*_, str(name)) if name in rules:
            yield f"{name} {content(rules[name])}"
            yield f"menentukan temuan; dasarnya {rules[name].rujukan}"
        case (*_, str(kode)) if kode in juknis.rincian:
            rincian = juknis.rincian[kode]
            yield f"{kode} {rincian.nama}: nama dan keluaran ({rincian.rujukan_keluaran})"
            yield "pasal serta kutipan ketentuannya yang lain disebut temuan"
        case ("umum",):
            yield "ketentuan umum yang lain: pasal serta kutipannya disebut temuan"
        case jalur:
            yield ".".join(map(str, jalur))


def _value(value: object) -> str:
    return date_text(value) if hasattr(value, "isoformat") else str(value)  # type: ignore[arg-type]
