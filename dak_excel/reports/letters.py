"""The letters that the findings and deadlines call for, each only when it is needed."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from dak_excel.daerah.model import Daerah, Kegiatan
from dak_excel.findings import Temuan, Tingkat
from dak_excel.juknis.model import Juknis
from dak_excel.reports import outside_limits, wording
from dak_excel.reports.content import BarisTemuan, Isi, Pernyataan, Perubahan
from dak_excel.reports.lampiran import rincian_title
from dak_excel.reports.periods import Periode
from dak_excel.reports.word.markers import marker


@dataclass(frozen=True, slots=True)
class Surat:
    """A letter: its template, its file name without ending, and what it says beyond the report's `Isi`."""

    templat: str
    nama: str
    periode: Periode | None = None
    temuan: tuple[BarisTemuan, ...] = ()
    perubahan: tuple[Perubahan, ...] = ()
    pernyataan: Pernyataan | None = None

    def complete(self, isi: Isi) -> Isi:
        """The `Isi` of the letter."""
        return replace(
            isi,
            temuan=list(self.temuan),
            perubahan=list(self.perubahan),
            pernyataan=self.pernyataan,
        )


def needed_letters(
    daerah: Daerah, temuan: Sequence[Temuan], juknis: Juknis, periods: Sequence[Periode], per: date
) -> list[Surat]:
    """All letters to be written on the day `per`: `periods` are those of the reports that are written now.

    What is planned can be approved beforehand; that a minimum was not reached is stated when it is over.
    """
    letters = [_covering_letter(p, juknis) for p in periods if not _sent(daerah, p.surat)]
    if approval := outside_limits.open_findings(temuan, Tingkat.PERSETUJUAN):
        rows = tuple(outside_limits.table_rows(approval, outside_limits.not_held(daerah, per)))
        letters.append(Surat("surat_persetujuan.docx", "Surat Permohonan Persetujuan", temuan=rows))
    letters += _statements(daerah, juknis, outside_limits.open_findings(temuan, Tingkat.PERNYATAAN), per)
    if daerah.told("ada_perubahan") is True and not _sent(daerah, "surat_perubahan"):
        rows_changed = tuple(_changes(daerah, juknis))
        letters.append(
            Surat("surat_perubahan.docx", "Surat Perubahan Rencana Kegiatan", perubahan=rows_changed)
        )
    return letters


def of_responsibility(periods: Sequence[Periode], juknis: Juknis) -> list[Surat]:
    """The statement of responsibility of the head of the dinas, one a report, where the setting asks."""
    return [
        Surat(
            "surat_tanggung_jawab.docx",
            f"Surat Pernyataan Tanggung Jawab {periode.judul} {juknis.tahun}",
            periode,
        )
        for periode in periods
    ]


def _sent(daerah: Daerah, surat: str) -> bool:
    """A letter is out once its number and date are recorded."""
    return bool(daerah.told(f"{surat}_nomor") and daerah.told(f"{surat}_tanggal"))


def _covering_letter(periode: Periode, juknis: Juknis) -> Surat:
    kind = "akhir" if periode.semester == "akhir" else "semester"
    return Surat(f"surat_pengantar_{kind}.docx", f"Surat Pengantar {periode.judul} {juknis.tahun}", periode)


def _statements(daerah: Daerah, juknis: Juknis, temuan: Sequence[Temuan], per: date) -> list[Surat]:
    """One statement an activity, since each has its own penanggung jawab."""
    groups: dict[tuple[str, str], list[Temuan]] = defaultdict(list)
    for one in temuan:
        groups[one.rincian, one.kegiatan].append(one)
    letters: dict[str, Surat] = {}
    for (kode, nama), rows in groups.items():
        kegiatan = next((k for k in daerah.kegiatan if k.rincian == kode and nama in (k.judul, k.nama)), None)
        if kegiatan and kegiatan.when and kegiatan.when.nilai.selesai > per:
            continue
        file = _unique(_file_name(f"Surat Pernyataan {kode} {nama}"), letters)
        letters[file] = Surat(
            "surat_pernyataan.docx", file, pernyataan=_statement(juknis, kode, nama, kegiatan, rows)
        )
    return list(letters.values())


def _statement(
    juknis: Juknis, kode: str, nama: str, kegiatan: Kegiatan | None, rows: Sequence[Temuan]
) -> Pernyataan:
    waktu = kegiatan.when if kegiatan else None
    tempat = kegiatan.fact("tempat") if kegiatan else None
    return Pernyataan(
        rincian=rincian_title(juknis, kode),
        kegiatan=nama or marker("nama kegiatan"),
        waktu=wording.text(waktu.nilai if waktu else None, "waktu pelaksanaan"),
        tempat=wording.text(tempat.nilai if tempat else None, "tempat pelaksanaan"),
        temuan=outside_limits.table_rows(rows),
    )


def _file_name(text: str) -> str:
    """A name that every system accepts, of at most 80 characters."""
    return " ".join(re.sub(r'[<>:"/\\|?*\x00-\x1f]', " ", text).split())[:80].rstrip(" .")


def _unique(name: str, taken: dict[str, Surat]) -> str:
    n, tried = 1, name
    while tried.casefold() in {t.casefold() for t in taken}:
        n += 1
        tried = f"{name} ({n})"
    return tried


def _changes(daerah: Daerah, juknis: Juknis) -> list[Perubahan]:
    """Activities whose time, place or target is no longer that of the plan."""
    rows: list[Perubahan] = []
    for kegiatan in daerah.kegiatan:
        before, after = _facts(kegiatan, "rencana"), _facts(kegiatan, "realisasi")
        changed = [name for name in before if name in after and before[name] != after[name]]
        if changed:
            semula, menjadi = (
                "; ".join(f"{name}: {facts[name]}" for name in changed) for facts in (before, after)
            )
            rows.append(Perubahan(str(len(rows) + 1), kegiatan.rincian, kegiatan.judul, semula, menjadi))
    blank = Perubahan("1", "", marker("kegiatan"), marker("semula"), marker("menjadi"))
    return rows or [blank]


def _facts(kegiatan: Kegiatan, tahap: str) -> dict[str, str]:
    words = {"waktu": "waktu", "tempat": "tempat", "target": "target", "sasaran": "sasaran"}
    found = {word: kegiatan.fact(name, tahap) for name, word in words.items()}
    return {word: wording.text(fakta.nilai, word) for word, fakta in found.items() if fakta}
