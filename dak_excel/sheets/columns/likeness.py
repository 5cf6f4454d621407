"""Which fields a heading may mean: its words against the vocabulary, slips of the pen forgiven."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from rapidfuzz import fuzz, process

from dak_excel.sheets.columns.qualifiers import (
    SEEN,
    SELF_EVIDENT,
    changes_meaning,
    contained,
    slip,
    tail_only,
)
from dak_excel.sheets.kind_words import KindWords
from dak_excel.sheets.layout.questions import (
    asked_for,
    asks_whether,
    in_brackets,
    thing_asked,
    without_brackets,
    without_number,
)
from dak_excel.sheets.spelling import MEMO_TEXTS, path_steps
from dak_excel.sheets.vocabulary import Vocabulary

MIRIP = 87.0
"""Likeness of two headings, per hundred, from which one is a misspelling of the other."""
OUTDONE = 60
"""Places by which a heading that all kinds share stands behind the same heading of the kind itself."""
EITHER = 0.85
"""Likeness of a heading of two words for one field."""
GROUPING = frozenset({"data", "identitas", "grup", "group", "grp", "bagian", "informasi", "tentang"})
"""Words of a group's heading that say nothing of what it is of."""
FIRST = 0.75
"""Likeness of a heading of two things for the field of the first."""
OF_IT = 0.9
"""Likeness of a heading that says of what the kind lists it is."""
WORKED = frozenset({"mengajar", "melatih", "menekuni", "bekerja", "menjadi", "pengalaman", "berpengalaman"})
MADE = frozenset({"diproduksi", "dihasilkan", "dijual", "dipasarkan", "dipamerkan", "dibuat"})
NAMING = frozenset({"nama", "judul", "tema"})
INSIDE = 0.94
"""Likeness of what stands in brackets at the end of a heading: `Identitas Kependudukan (NIK)`."""
LENGTHS = frozenset({"lama", "waktu", "durasi", "jumlah", "total", "alokasi", "volume", "beban"})
ORDINAL = (" ke", " ke /")
"""How a heading ends under which things are counted off: `Jam Pelajaran ke-` is no number of them."""
FREE = frozenset({"teks", "nama"})
"""Types whose cells are any words: of a heading of two such things the first says what stands there."""
LETTER = 2
"""Letters of the longest heading that says nothing beside another: `L / P`."""
NO_TICK = frozenset({"nik", "pendidikan", "lahir", "tanggal_lahir", "usia", "telepon", "kelamin", "nama"})
"""Types that a yes or no is no value of."""
MANY_WORDS = 20
"""Words of a heading of which not every run is looked up."""
UJUNG = 75.0
"""The same for the lowest level of a heading that has several."""


def names(parts: Sequence[str], words: KindWords, kosakata: Vocabulary) -> Mapping[str, float]:
    """The fields that a heading may mean, each with its likeness 0 … 1."""
    key = (words.sebutan, *parts)
    known = kosakata.meanings.get(key)
    if known is None:
        if len(kosakata.meanings) >= MEMO_TEXTS:
            kosakata.meanings.clear()
        known = kosakata.meanings[key] = _names(parts, words, kosakata)
    return known


def _names(parts: Sequence[str], words: KindWords, kosakata: Vocabulary) -> dict[str, float]:
    parts = [without_number(step) for part in parts for step in path_steps(part)]
    levels = [baku for part in parts if (baku := kosakata.standard(part))]
    if not levels or any(changes_meaning(level, kosakata) for level in levels[:-1]):
        return {}
    found: dict[str, float] = {}
    ticked = asks_whether(parts[-1])
    for text, weight in _forms(parts, levels, kosakata):
        for name, score in _likeness(text, words, kosakata):
            isi = words.bidang[name].isi
            if ticked and isi in NO_TICK:
                continue  # `KTP (Ada/Tidak)` is a paper that was handed in
            if weight == INSIDE and not _told_inside(isi, levels[-1]):
                continue
            found[name] = max(found.get(name, 0.0), score * weight)
    return found


def _forms(parts: Sequence[str], levels: Sequence[str], kosakata: Vocabulary) -> list[tuple[str, float]]:
    """The ways to read a heading, each with its weight; none where its group is of something else."""
    forms = [(" / ".join(levels), 1.0)]
    if bare := " / ".join(baku for part in parts if (baku := kosakata.standard(without_brackets(part)))):
        forms.append((bare, 0.96))
    if inside := kosakata.standard(in_brackets(parts[-1])):
        forms.append((inside, INSIDE))
    if len(levels) == 1 and (asked := asked_for(parts[-1])):
        forms.append((kosakata.standard(asked), 0.93))
    if len(levels) == 1 and (thing := thing_asked(parts[-1])):
        forms.append((kosakata.standard(thing), 0.8))
    if len(levels) > 1:
        owned = _of_the_group(levels)
        if owned != levels[-1] and changes_meaning(owned, kosakata):
            return []  # `usaha / umur`
        forms += [(" ".join(levels), 0.98), (owned, 0.97)]
        if levels[-1] != "nama" or not set(owned.split()[1:]) & kosakata.benda:
            forms.append((levels[-1], 0.95))
    if len(levels) > 2:
        forms.append((" / ".join(levels[-2:]), 0.98))
    return forms


def _told_inside(isi: str, level: str) -> bool:
    """Whether brackets say what a heading is: `Identitas (NIK)`; `Lama (JP)`, not `P (JP)`."""
    return isi in SELF_EVIDENT - {"pukul"} or (
        isi == "jam_pelajaran" and level.split(maxsplit=1)[0] in LENGTHS
    )


def _of_the_group(levels: Sequence[str]) -> str:
    """The lowest level and what its group is of: `usaha / nama` → `nama usaha`."""
    words = [word for word in levels[-2].split() if len(word) > 1 and word not in GROUPING]
    return " ".join([levels[-1], *words])


def _likeness(text: str, words: KindWords, kosakata: Vocabulary) -> list[tuple[str, float]]:
    key = (words.sebutan, text)
    known = kosakata.likeness.get(key)
    if known is None:
        known = kosakata.likeness[key] = _compare(text, words, kosakata)
        if len(kosakata.likeness) > 100_000:
            kosakata.likeness.clear()
    return known


def _compare(text: str, words: KindWords, kosakata: Vocabulary) -> list[tuple[str, float]]:
    if hits := words.index.get(text):
        return [(name, 1.0 - 0.0005 * _rank(words, name, text, hits)) for name in hits]
    bare = kosakata.without_filler(text)
    if bare and (hits := words.index.get(bare)):
        return [(name, 0.95) for name in hits]
    if (mended := kosakata.mend(text)) != text and (hits := words.index.get(mended)):
        return [(name, 0.95) for name in hits]
    if " " not in text and (whole := kosakata.joined.get(text)) and (hits := words.index.get(whole)):
        return [(name, 0.9) for name in hits]
    if changes_meaning(text, kosakata) or text.endswith(ORDINAL):
        return []
    out = _either(text, words) | _readiness(text, words) | _made(text, words, kosakata)
    out |= _years_asked(text, words)
    for name, score in (*_one_side(text, words), *_of_what_is_listed(text, words)):
        out.setdefault(name, score)
    if len(text) >= 5:
        for heading, score, _ in process.extract(
            text, words.index.keys(), scorer=fuzz.ratio, score_cutoff=MIRIP, limit=3
        ):
            if len(heading) >= 5 and _same_end(text, heading) and slip(heading, text, kosakata):
                for name in words.index[heading]:
                    out[name] = max(out.get(name, 0.0), score / 100 * 0.95)
    for name, score in _held(text, words, kosakata):
        out[name] = max(out.get(name, 0.0), score)
    return list(out.items())


def _held(text: str, words: KindWords, kosakata: Vocabulary) -> Iterator[tuple[str, float]]:
    """Fields whose headings a text holds, with more words about them."""
    for heading, hits in _within(text, words.index):
        if heading not in kosakata.umum or tail_only(heading, text, kosakata):
            for name in hits:
                if heading in words.bidang[name].lemah or _headed_otherwise(text, heading, name, words):
                    continue  # `Tgl 5` is no `Tgl` beside a place of birth
                yield name, contained(heading, text, words.bidang[name].isi, kosakata)


def _within(text: str, index: Mapping[str, tuple[str, ...]]) -> list[tuple[str, tuple[str, ...]]]:
    """The headings that stand in a text as whole words, in the order of the index."""
    tokens = text.split(" ")
    spans = combinations(range(len(tokens) + 1), 2)
    if len(tokens) > MANY_WORDS:
        held = {heading for heading in index if len(heading) > 1 and f" {heading} " in f" {text} "}
    else:
        parts = (" ".join(tokens[begin:end]) for begin, end in spans)
        held = {part for part in parts if len(part) > 1 and part in index}
    if len(held) < 2:
        return [(heading, index[heading]) for heading in held]
    return [(heading, hits) for heading, hits in index.items() if heading in held]


def _headed_otherwise(text: str, heading: str, name: str, words: KindWords) -> bool:
    """Whether the noun at the head of a text is another field's: `Kegiatan Fasilitator` is no person."""
    head = text.partition(" ")[0]
    if head == "nama" or heading.startswith(head):
        return False
    return any(head in other.pokok for field, other in words.bidang.items() if field != name)


def _either(text: str, words: KindWords) -> dict[str, float]:
    """Fields of a heading that names one thing twice: `Nama Brand / Merek Produk`."""
    sides = [words.index.get(side.strip(), ()) for side in text.split(" / ")]
    if len(sides) != 2 or len(text) < 8:
        return {}
    return dict.fromkeys((name for name in sides[0] if name in sides[1]), EITHER)


def _readiness(text: str, words: KindWords) -> dict[str, float]:
    """The field of a question, in whatever words, whether one is ready to make a NIB."""
    if not {"bersedia", "nib"} <= set(text.split()):
        return {}
    return {name: OF_IT for name, bidang in words.bidang.items() if bidang.isi == "kesediaan"}


def _years_asked(text: str, words: KindWords) -> dict[str, float]:
    """The field of a question for how many years somebody has taught: `Sudah berapa tahun mengajar?`."""
    asked = "berapa tahun" in text or "berapa lama" in text
    return (
        {"pengalaman": OF_IT} if asked and "pengalaman" in words.bidang and set(text.split()) & WORKED else {}
    )


def _made(text: str, words: KindWords, kosakata: Vocabulary) -> dict[str, float]:
    """The field of a heading that says of anything that it is made or sold: `Olahan yang Diproduksi`."""
    thing, yang, done = text.rpartition(" yang ")[0], " yang " in text, text.rpartition(" ")[2]
    if not yang or done not in MADE or "komoditi" not in words.bidang:
        return {}
    return {} if set(thing.split()) & (kosakata.kepala | kosakata.proses) else {"komoditi": EITHER}


def _of_what_is_listed(text: str, words: KindWords) -> Iterator[tuple[str, float]]:
    """Fields of a heading that says of what it is: `Judul Webinar`, `Mulai Kegiatan` of activities."""
    head, *rest = text.split() or [""]
    kept = [token for token in rest if token not in words.benda and token != "dan"]
    if len(rest) > 1 and all(token in words.benda or token in ("/", "dan") for token in (head, *rest)):
        yield words.kunci[0], FIRST  # `Sosialisasi/Bimtek`
    if len(kept) == len(rest):
        return
    if head in NAMING and not kept and words.kunci:
        yield words.kunci[0], OF_IT
    for name in words.index.get(" ".join((head, *kept)), ()):
        if not words.bidang[name].bersama:
            yield name, OF_IT


def _one_side(text: str, words: KindWords) -> Iterator[tuple[str, float]]:
    """Fields of half a heading of two that their cells prove, `Sesi/Jam`; else of the first that is known."""
    sides = [side.strip() for side in text.split(" / ")]
    first = next((side for side in sides if len(side) > LETTER and side in words.index), "")
    for side in sides if len(sides) == 2 else ():
        for name in words.index.get(side, ()):
            isi = words.bidang[name].isi
            if side == first and isi in FREE:
                yield name, FIRST
            elif isi in SELF_EVIDENT:
                yield name, SEEN


def _same_end(text: str, heading: str) -> bool:
    """Whether two headings of several levels are alike in the last too, not only in the group above."""
    if " / " not in text:
        return True
    return fuzz.ratio(text.rpartition(" / ")[2], heading.rpartition(" / ")[2]) >= UJUNG


def _rank(words: KindWords, name: str, text: str, hits: Sequence[str]) -> int:
    """How far down a heading stands among those of a field; a field of the kind itself goes before one that
    all kinds share."""
    own = words.bidang[name]
    alike = FREE if own.isi in FREE else frozenset({own.isi})
    outdone = own.bersama and any(h != name and words.bidang[h].isi in alike for h in hits)
    return _position(words, name, text) + (OUTDONE if outdone else 0)


def _position(words: KindWords, name: str, heading: str) -> int:
    judul = words.bidang[name].judul
    return judul.index(heading) if heading in judul else len(judul)
