"""Whether a sheet was read as it was meant."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from typing import Any

from dak_excel.sheets.records import BarisKegiatan, Narasi, ReadSheet, Realisasi
from dak_excel.sheets.tabel import Kind, Record
from dak_excel.sheets.values import parse_ordinal
from tests.sheets.layouts.model import UNREADABLE, Layout, Wanted

# What a reader may add of its own accord: places, texts as they stand, what other cells imply.
_OWN = {
    *("tabel", "row", "rincian", "kegiatan", "problems", "overrides", "kelompok", "tingkat", "jenis"),
    "hadir",  # of columns by day
    *("nomor", "judul", "faktor", "keterangan", "tahap", "peran", "sumber_dana", "kode", "kesediaan_nib"),
}


@dataclass
class Verdict:
    """`silent` holds the misreadings that nothing tells the user of."""

    errors: list[str] = field(default_factory=list)
    silent: list[str] = field(default_factory=list)

    @property
    def perfect(self) -> bool:
        return not self.errors

    def add(self, text: str, *, said: bool = False) -> None:
        self.errors.append(text)
        if not said:
            self.silent.append(text)


def judge(layout: Layout, read: ReadSheet) -> Verdict:
    """Compare every record and every field; what is not there must not be read either."""
    verdict = Verdict()
    unknown = read.kind is Kind.TIDAK_DIKENALI
    layout.doubts_columns = any("tidak pasti" in note for note in read.notes)
    if read.kind not in layout.kinds:
        verdict.add(f"kind {read.kind} instead of {layout.kind}", said=unknown)
        if unknown:
            return verdict
    got = _in_order(read)
    if len(got) != len(layout.wanted):
        refused = len(got) < len(layout.wanted) and any("tidak dikenali" in note for note in read.notes)
        verdict.add(f"{len(got)} records instead of {len(layout.wanted)}", said=refused)
        if refused:
            return verdict
        _first_difference(layout.wanted, got, verdict)
        return verdict
    # A cell that stands for several rows is reported once.
    elsewhere = {name for record in got for name in record.problems or ()}
    for n, (wanted, record) in enumerate(zip(layout.wanted, got, strict=True)):
        _compare(n, wanted, record, layout, elsewhere, verdict)
    for key, value in layout.facts.items():
        if not any(table.facts.get(key) == value for table in read.tables):
            verdict.add(f"fact {key}: {[t.facts.get(key) for t in read.tables]} instead of {value}")
    return verdict


def _in_order(read: ReadSheet) -> list[Record]:
    """Records table by table; headings and totals of budgets left out; paragraphs joined."""
    records = [r for r in read.records if getattr(r, "jenis", "rinci") == "rinci"]
    if not isinstance(next(iter(records), None), Narasi):
        records.sort(key=lambda r: (r.tabel.header[0], min((k.column for k in r.tabel.kolom), default=0)))
        return records
    joined: list[Record] = []
    for record in records:
        before = joined[-1] if joined else None
        if isinstance(record, Narasi) and isinstance(before, Narasi) and before.bagian == record.bagian:
            before.teks = f"{before.teks}\n{record.teks}"
        else:
            joined.append(record)
    return joined


def _first_difference(wanted: list[Wanted], got: list[Record], verdict: Verdict) -> None:
    for n, (want, record) in enumerate(zip(wanted, got, strict=False)):
        name = next(
            (key for key in ("nama", "uraian", "materi", "kunci", "bagian", "berkas") if key in want.fields),
            None,
        )
        if name and getattr(record, name, None) != want.fields[name]:
            got_name = getattr(record, name, None)
            verdict.add(f"  first at {n}: {got_name!r} (row {record.row}), not {want.fields[name]!r}")
            return


def _compare(
    n: int, wanted: Wanted, record: Record, layout: Layout, elsewhere: set[str], verdict: Verdict
) -> None:
    if record.kind is not wanted.kind:
        verdict.add(f"{n}: a record of kind {record.kind}")
        return
    said = set(record.problems or {})
    for name, want in wanted.fields.items():
        if name.startswith("_") or name == "nomor":
            continue
        value = getattr(record, name)
        if want is UNREADABLE:
            if value is not None or not said:
                verdict.add(
                    f"{n}.{name}: {value!r} (problems {said}) where the cell is nonsense", said=bool(said)
                )
        elif not _same(record, name, want, value):
            if name in wanted.doubtful and (said & wanted.doubtful or (value is None and name in elsewhere)):
                continue
            unread = value is None and any(not k.field and k.judul for k in record.tabel.kolom)
            verdict.add(
                f"{n}.{name}: {value!r} instead of {want!r} (row {record.row})",
                said=name in said or (unread and layout.doubts_columns),
            )
    if wanted.rincian and record.rincian != wanted.rincian:
        verdict.add(f"{n}: rincian {record.rincian!r} instead of {wanted.rincian!r} (row {record.row})")
    known = {*wanted.fields, *_OWN}
    if wanted.kind is Kind.RAB:
        known.add("satuan")  # the units of the factors, joined
    for f in fields(record):
        extra: Any = getattr(record, f.name)
        if f.name not in known and extra not in (None, "", (), *layout.facts.values()):
            verdict.add(f"{n}.{f.name}: {extra!r} out of nowhere (row {record.row})")


def _same(record: Record, name: str, want: object, value: object) -> bool:
    if isinstance(record, Realisasi) and name == "realisasi_bulan" and isinstance(want, tuple):
        return [v or 0 for v in want] == [v or 0 for v in (value if isinstance(value, tuple) else ())]
    if isinstance(record, BarisKegiatan) and name == "nama":
        return re.sub(r"^[A-D]\d ", "", str(value)) == want
    if name == "angkatan":
        return parse_ordinal(str(value)) == parse_ordinal(str(want))
    if isinstance(want, float) and isinstance(value, int | float):
        return want == float(value)
    return want == value and isinstance(value, bool) == isinstance(want, bool)
