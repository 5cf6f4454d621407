"""Scores told: a line a sheet, then the shares of all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from bench.reading.score import SheetScore


def tell(scores: Sequence[SheetScore], only_wrong: bool = False) -> Iterator[str]:
    """The lines of the report."""
    for score in scores:
        if score.right and only_wrong:
            continue
        mark = (
            "right " if score.right else "SILENT" if score.silent else "said  " if score.spoken else "wrong "
        )
        yield f"{mark} {score.facts.name}: {score.kind}"
        yield from (f"         {line}" for line in score.told)
    yield from summary(scores)


def _mark(score: SheetScore) -> str:
    if score.right:
        return "right "
    if score.silent:
        return "SILENT"
    return "said  " if score.spoken else "wrong "


def summary(scores: Sequence[SheetScore]) -> Iterator[str]:
    """The shares: sheets, kind, heading, columns, lines, totals, silent wrong totals, false alarms."""
    yield _share("sheets right in all", (s.right for s in scores))
    yield _share("kind", (s.kind_right for s in scores))
    yield _share("heading", (s.header for s in scores if s.header is not None))
    yield _share("columns", (right for s in scores for right in s.columns.values()))
    yield _share("lines", (s.rows for s in scores if s.rows is not None))
    yield _share("totals", (right for s in scores for right in s.totals.values()))
    yield f"{'refused':>22}: {sum(not s.claimed and not s.kind_right for s in scores)}"
    yield f"{'silent wrong totals':>22}: {sum(s.silent for s in scores)}"
    yield f"{'false alarms':>22}: {sum(bool(s.false_alarms) for s in scores)} sheets"
    yield f"{'missed faults':>22}: {sum(bool(s.missed) for s in scores)} sheets"


def _share(name: str, parts: Iterable[bool | None]) -> str:
    seen = [bool(part) for part in parts]
    share = f" ({100 * sum(seen) / len(seen):.1f} %)" if seen else ""
    return f"{name:>22}: {sum(seen)} of {len(seen)}{share}"
