"""A layout read as a person has told it, and what the sheet says against that."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from dak_excel.sheets.columns.match import BANYAK, drop
from dak_excel.sheets.columns.matched import Matched
from dak_excel.sheets.columns.sample import Sample
from dak_excel.sheets.grid import column_letters
from dak_excel.sheets.kind_words import KindWords
from dak_excel.sheets.layout.headers import Header, HeaderColumn
from dak_excel.sheets.readings.memory import signature
from dak_excel.sheets.readings.told import Correction
from dak_excel.sheets.values.column_readers import Setting
from dak_excel.sheets.vocabulary import Vocabulary

CONTRADICTED = 0.5
"""Share of fitting cells below which a column speaks against what it was told to be."""
BY_WORD = "menurut petunjuk Anda"


def told_of(header: Header, setting: Setting, kosakata: Vocabulary) -> Correction | None:
    """What a person has told of a layout with these headings."""
    if not setting.petunjuk:
        return None
    return setting.petunjuk.get(signature((column.judul for column in header.columns), kosakata))


def impose(
    matched: Matched,
    header: Header,
    told: Correction,
    words: KindWords,
    sample: Sample,
    within: Collection[int] | None = None,
) -> list[str]:
    """Gives the columns the fields that were told, those of `within` where it is given.

    Returns sentences on what was done, and on what speaks against it.
    """
    headed = [column for column in header.columns if column.parts]
    done: list[str] = []
    against: list[str] = []
    strange: list[str] = []
    for at, name in sorted(told.kolom.items()):
        if at >= len(headed):
            continue
        column = headed[at]
        if within is not None and column.column not in within:
            continue
        place = f"kolom {column_letters(column.column)} («{column.judul}»)"
        if name and name not in words.bidang:
            strange.append(f"{place} «{name.replace('_', ' ')}»")
            continue
        _free(matched, column)
        if not name:
            matched.spare.add(column.column)
            done.append(f"{place} tidak dibaca")
            continue
        _give(matched, name, column)
        label = name.replace("_", " ")
        done.append(f"{place} sebagai {label}")
        share = sample.fit(column, words.bidang[name].isi)
        if share is not None and share < CONTRADICTED:
            against.append(f"isi {place} kebanyakan tidak cocok dengan {label}")
    return [
        *_sentence(done),
        *(f"Petunjuk Anda diikuti, tetapi {text}." for text in against),
        *(
            f"Petunjuk Anda tidak dapat diikuti untuk {text}: {words.sebutan} tidak mempunyai kolom "
            "bernama itu. Pilih dari daftar di sel «Dibaca sebagai»."
            for text in strange
        ),
    ]


def _sentence(done: list[str]) -> Iterator[str]:
    if done:
        yield f"Dibaca {BY_WORD}: {'; '.join(done)}."


def _free(matched: Matched, column: HeaderColumn) -> None:
    """Takes a column out of every field that it has."""
    number = column.column
    for name in [n for n, own in matched.columns.items() if own.column == number]:
        rest = [c for c in matched.more.get(name, []) if c.column != number]
        if rest:
            matched.more[name], matched.columns[name] = rest, rest[0]
        else:
            matched.more.pop(name, None)
            drop(matched, name)
    for name, columns in matched.more.items():
        matched.more[name] = [c for c in columns if c.column != number]
    matched.names.pop(number, None)
    matched.certainty.pop(number, None)
    matched.spare.discard(number)


def _give(matched: Matched, name: str, column: HeaderColumn) -> None:
    """Gives a field its column; one that can have only one loses the other."""
    if name in BANYAK:
        matched.more[name] = sorted([*matched.more.get(name, []), column], key=lambda one: one.column)
        matched.columns[name] = matched.more[name][0]
    else:
        if name in matched.columns:
            _free(matched, matched.columns[name])
        matched.columns[name] = column
    matched.names[column.column], matched.certainty[column.column] = name, 1.0
