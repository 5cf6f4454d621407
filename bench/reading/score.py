"""One sheet as the program read it, against its facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from bench.reading.facts import ARITHMETIC, SPEAKING, SheetFacts, alternatives
from dak_excel.batch.check import check_files
from dak_excel.config import Settings
from dak_excel.daerah.budget_rows import line_amount, row_type
from dak_excel.findings import Temuan
from dak_excel.rab.sums import TOLERANSI
from dak_excel.sheets.grid import column_letters
from dak_excel.sheets.records import Baris, BarisRab, Identitas, Narasi, ReadSheet, Realisasi
from dak_excel.sheets.tabel import Kind, Record

ALIKE = {"sd_bulan_ini": "realisasi", "koefisien": "volume"}
"""Fields that are another's under certain headings."""


@dataclass(slots=True)
class SheetScore:
    """What was right; None where the facts say nothing of it."""

    facts: SheetFacts
    kind: str
    kind_right: bool = False
    header: bool | None = None
    columns: dict[str, bool] = field(default_factory=dict)
    rows: bool | None = None
    totals: dict[str, bool] = field(default_factory=dict)
    spoken: bool = False
    """Whether a finding tells the user that this sheet's figures are doubtful."""
    false_alarms: dict[str, int] = field(default_factory=dict)
    missed: dict[str, int] = field(default_factory=dict)
    told: list[str] = field(default_factory=list)
    """What differs, in words."""

    @property
    def claimed(self) -> bool:
        """Whether the program took the sheet for something."""
        return self.kind != Kind.TIDAK_DIKENALI.value

    @property
    def silent(self) -> bool:
        """A wrong total, or one told of a sheet that has none, of which no finding speaks."""
        return self.claimed and not self.spoken and not all(self.totals.values())

    @property
    def right(self) -> bool:
        """Everything that the facts speak of is as they say."""
        parts = (
            self.header is not False,
            self.rows is not False,
            *self.columns.values(),
            *self.totals.values(),
        )
        return self.kind_right and all(parts) and not self.false_alarms and not self.missed


def score_folder(folder: Path, facts: Sequence[SheetFacts], year: int) -> list[SheetScore]:
    """The scores in the order of the facts; each file is read once, as `periksa` reads it."""
    files = list(dict.fromkeys(entry.file for entry in facts))
    scores = {}
    for name in files:
        wanted = [entry for entry in facts if entry.file == name]
        for entry, score in zip(wanted, score_file(folder / name, wanted, year), strict=True):
            scores[id(entry)] = score
    return [scores[id(entry)] for entry in facts]


def score_file(path: Path, facts: Sequence[SheetFacts], year: int) -> list[SheetScore]:
    """The scores of the sheets of one file."""
    seen = check_files([path], Settings(tahun=year), None)
    sheets = [sheet for book in seen.terbaca.daerah.books for sheet in book.sheets]
    scores = []
    for entry in facts:
        found = [sheet for sheet in sheets if not entry.sheet or sheet.grid.sheet == entry.sheet]
        if found:
            here = [t for t in seen.temuan if t.tempat and t.tempat.sheet == found[0].grid.sheet]
            scores.append(score_sheet(found[0], here, entry))
        else:
            scores.append(SheetScore(entry, "tidak terbaca", told=["lembar tidak ada atau tidak terbaca"]))
    return scores


def score_sheet(sheet: ReadSheet, findings: Iterable[Temuan], facts: SheetFacts) -> SheetScore:
    """One sheet against its facts."""
    score = SheetScore(facts, sheet.kind.value)
    score.kind_right = score.kind in facts.kind
    if not score.kind_right:
        score.told.append(f"kind {score.kind}, not {'/'.join(facts.kind)}")
    _findings(score, Counter(t.ketentuan for t in findings))
    if score.claimed and facts.kind != (Kind.TIDAK_DIKENALI.value,):
        _header(score, sheet)
        _columns(score, sheet)
        _rows(score, sheet)
    elif Kind.TIDAK_DIKENALI.value not in facts.kind:
        score.columns = dict.fromkeys(facts.columns, False)
        score.rows = None if facts.rows is None else False
        score.header = None if facts.header is None else False
    _totals(score, sheet)
    if score.rows is False or not all(score.totals.values()):  # what doubts a wrong reading is right
        score.false_alarms = {rule: n for rule, n in score.false_alarms.items() if rule not in SPEAKING}
    return score


def _findings(score: SheetScore, counted: Counter[str]) -> None:
    score.spoken = any(counted[rule] for rule in SPEAKING)
    if score.facts.findings is None:
        return
    left = Counter({rule: n for rule, n in counted.items() if rule in ARITHMETIC})
    for rules, wanted in score.facts.findings.items():
        missing = wanted
        for rule in rules.split("/"):
            taken = min(left[rule], missing)
            left[rule] -= taken
            missing -= taken
        if missing:
            score.missed[rules] = missing
    score.false_alarms = dict(+left)
    score.told += [f"{n} × {rule} falsely" for rule, n in score.false_alarms.items()]
    score.told += [f"{n} × {rule} missed" for rule, n in score.missed.items()]


def _header(score: SheetScore, sheet: ReadSheet) -> None:
    if score.facts.header is not None:
        spans = [tabel.header for tabel in sheet.tables]
        score.header = any(last == score.facts.header[1] for _, last in spans)
        if not score.header:
            score.told.append(f"heading rows {spans}, not {score.facts.header}")


def _columns(score: SheetScore, sheet: ReadSheet) -> None:
    read: dict[str, set[str]] = {}
    for tabel in sheet.tables:
        for kolom in tabel.kolom:
            field_name = ALIKE.get(kolom.field, kolom.field)
            read.setdefault(field_name, set()).add(column_letters(kolom.column))
    for name, letters in score.facts.columns.items():
        got = read.get(ALIKE.get(name, name), set())
        score.columns[name] = any(one <= got for one in alternatives(letters))
        if not score.columns[name]:
            score.told.append(f"{name} read in {'+'.join(sorted(got)) or 'no column'}, not {letters}")
    for name, letters in score.facts.not_columns.items():
        score.columns[f"not {name}"] = not any(one & read.get(name, set()) for one in alternatives(letters))
        if not score.columns[f"not {name}"]:
            score.told.append(f"{letters} read as {name}")


def _rows(score: SheetScore, sheet: ReadSheet) -> None:
    wanted = score.facts.rows
    if wanted is None:
        return
    got = [record.row for record in _lines(sheet)]
    score.rows = len(got) == wanted if isinstance(wanted, int) else sorted(got) == sorted(wanted)
    if score.rows:
        return
    if isinstance(wanted, int):
        score.told.append(f"{len(got)} lines, not {wanted}")
    else:
        extra, lost = sorted(set(got) - set(wanted)), sorted(set(wanted) - set(got))
        score.told.append(f"lines: too many {extra[:12]}, missing {lost[:12]}")


def _lines(sheet: ReadSheet) -> list[Record]:
    """The rows that tell something of their own: no headings, sums, identity lines."""
    return [record for record in sheet.records if _is_line(record)]


def _is_line(record: Record) -> bool:
    if isinstance(record, BarisRab):
        return row_type(record) is Baris.RINCI
    if isinstance(record, Identitas | Narasi):
        return False
    return getattr(record, "jenis", Baris.RINCI) is Baris.RINCI


def _totals(score: SheetScore, sheet: ReadSheet) -> None:
    """Compares each total that the facts tell with the one that the program has; a refused sheet has none."""
    told = totals_of(sheet)
    if not score.claimed:
        score.totals = dict.fromkeys(score.facts.totals, False)
        return
    if not score.facts.totals and score.facts.kind == (Kind.TIDAK_DIKENALI.value,):
        score.totals = dict.fromkeys((name for name, value in told.items() if value), False)
    for name, value in score.facts.totals.items():
        key = _as_read(name, score.facts.totals, told)
        if key is None:
            continue
        got = told[key]
        same = _same(got, value)
        score.totals[name] = same
        if not same:
            score.told.append(f"{name} {got}, not {value}")


def _same(got: Decimal | None, value: Decimal | tuple[Decimal, ...] | None) -> bool:
    if got is None or value is None:
        return got is value
    right = value if isinstance(value, tuple) else (value,)
    return any(abs(got - one) < TOLERANSI for one in right)


def _as_read(name: str, stated: Collection[str], told: dict[str, Decimal | None]) -> str | None:
    """Under which name the program tells a total: jumlah may have been read as pagu, and the reverse."""
    if name in told:
        return name
    if name == "pagu" and "jumlah" not in stated and "jumlah" in told:
        return "jumlah"
    if name == "jumlah" and "pagu" in told:
        return "pagu"
    return None


def totals_of(sheet: ReadSheet) -> dict[str, Decimal | None]:
    """What the program would tell of a sheet's money: sums over its lines, None where none has an amount."""
    totals: dict[str, Decimal | None] = {}
    lines = _lines(sheet)
    budget = [record for record in lines if isinstance(record, BarisRab)]
    if any(tabel.kind is Kind.RAB for tabel in sheet.tables):
        totals["jumlah"] = _sum(line_amount(row) for row in budget)
    paid = [record for record in lines if isinstance(record, Realisasi)]
    if any(tabel.kind is Kind.REALISASI for tabel in sheet.tables):
        totals |= {"pagu": _sum(row.pagu for row in paid), "realisasi": _sum(map(_paid, paid))}
    return totals


def _paid(row: Realisasi) -> Decimal | None:
    """What was paid in all: as told, else by month."""
    return row.realisasi if row.realisasi is not None else _sum(row.realisasi_bulan)


def _sum(amounts: Iterable[Decimal | None]) -> Decimal | None:
    known = [amount for amount in amounts if amount is not None]
    return sum(known, Decimal(0)) if known else None
