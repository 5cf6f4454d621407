"""The vocabulary of the sheets: kinds, columns and the words that dinas use for them.

The words stand in `kolom.yaml`; a dinas adds its own in a small file of the same form. Here they are
brought into a standard spelling (`Vocabulary.standard`) and indexed for look-up.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from rapidfuzz import process
from rapidfuzz.distance import OSA

from dak_excel.errors import UserError
from dak_excel.kept import kept
from dak_excel.sheets.kind_words import KindWords, read_field, read_kind, with_shared
from dak_excel.sheets.spelling import remember, standard
from dak_excel.sheets.tabel import Kind


class VocabularyError(UserError):
    """A vocabulary file does not fit. The message is for the user: Bahasa Indonesia, where and why."""


@dataclass(slots=True)
class Vocabulary:
    """All words. Look-ups take text in the spelling of `baku`."""

    singkatan: Mapping[str, str]
    hampa: frozenset[str]
    jenis: Mapping[Kind, KindWords]
    direktori: KindWords
    """Words of a directory of IKM: read as kind sentra, one firm a row."""
    keterangan: KindWords
    """Keys of title lines, `Kegiatan : …`, under the field names of kind kegiatan."""
    umum: frozenset[str]
    """Headings that say too little to be found inside a longer one: `nama`, `jumlah`."""
    netral: frozenset[str]
    """Words that may stand about a heading and leave its meaning."""
    lain_orang: tuple[str, ...]
    """Words that make a heading that of someone or something else."""
    kepala: frozenset[str]
    """Nouns that make the heading behind them that of another thing: the number, the date, the code of it."""
    ekor: frozenset[str]
    """Words behind a heading that leave even the shortest as it is: `Lembaga Asal`."""
    muka: frozenset[str]
    """The same before one: `Asal Desa`."""
    benda: frozenset[str]
    """What has a name and is nobody: `Nama Barang`."""
    proses: frozenset[str]
    """Words of what is done to a paper: `Tanggal Pengajuan` is no day of the activity."""
    penutup: tuple[str, ...]
    catatan: tuple[str, ...]
    jumlah: tuple[str, ...]
    turunan: tuple[str, ...]
    headings: frozenset[str] = frozenset()
    """Every heading of every kind of table."""
    groups: frozenset[str] = frozenset()
    """Headings that stand over several columns."""
    joined: Mapping[str, str] = field(default_factory=dict)
    """Headings by their letters alone, as a program's field names run them together: `namainstruktur`."""
    likeness: dict[tuple[str, str], list[tuple[str, float]]] = field(default_factory=dict)
    """Memo of `columns`: the fields that a heading may mean under a kind, called by its `sebutan`."""
    meanings: dict[tuple[str, ...], dict[str, float]] = field(default_factory=dict)
    """Memo of `columns`: what a heading of several levels may mean under a kind, its `sebutan` first."""
    heading_words: dict[str, str] = field(default_factory=dict)
    """Memo of `layout`: a text as the heading that it may be."""
    _memo: dict[str, str] = field(default_factory=dict)
    _tokens: dict[str, str] = field(default_factory=dict)
    """Words of headings that are long enough to be known despite a slip, each with its standard form."""
    _slips: dict[str, str] = field(default_factory=dict)

    def standard(self, text: str) -> str:
        """`No. KTP *` → `nomor ktp`; `s/d Bln Ini (Rp)` → `sd bulan ini`; `L/P` → `l / p`."""
        known = self._memo.get(text)
        if known is None:
            known = remember(self._memo, text, standard(text, self.singkatan))
        return known

    def mend(self, baku: str) -> str:
        """A heading in standard spelling with slips of one letter mended: `jumlah pesrta` → `jumlah peserta`.

        For headings alone: among names of people a near word is another word.
        """
        return " ".join(self._mended(token) for token in baku.split())

    def _mended(self, token: str) -> str:
        if len(token) < LURUS or not token.isalpha():
            return token
        known = self._slips.get(token)
        if known is None:
            if not self._tokens:
                self._tokens = _long_tokens(self.headings, self.singkatan)
            known = self._tokens.get(token, "")
            if not known:
                near = process.extract(
                    token, self._tokens.keys(), scorer=OSA.distance, score_cutoff=1, limit=3
                )
                meant = {self._tokens[word] for word, _, _ in near}
                known = meant.pop() if len(meant) == 1 else token
            remember(self._slips, token, known)
        return known

    def without_filler(self, baku: str) -> str:
        """A standard heading without the words that say nothing: `nib 13 digit` → `nib`."""
        kept = [token for token in baku.split() if token not in self.hampa]
        return " ".join(kept).strip("/ ")


GROUPS = frozenset(
    {
        "data pribadi",
        "data diri",
        "data usaha",
        "identitas peserta",
        "identitas usaha",
        "rencana",
        "realisasi",
    }
)
"""Headings over several columns that say nothing themselves."""

LEAST_JOINED = 4
"""Letters of a heading that is known run together."""
LURUS = 6
"""Letters that a word must have to be known despite a slip; `nama` and `nomor` are too short."""


def _long_tokens(headings: Iterable[str], short: Mapping[str, str]) -> dict[str, str]:
    tokens = {token: token for heading in headings for token in heading.split() if token.isalpha()}
    tokens |= {word: full for word, full in short.items() if word.isalpha()}
    return {word: full for word, full in tokens.items() if len(word) >= LURUS}


def load_built_in() -> dict[str, Any]:
    """The built-in `kolom.yaml` as plain data; every scalar is text (`No` is no boolean)."""
    text = resources.files("dak_excel.sheets").joinpath("kolom.yaml").read_text(encoding="utf-8")
    data: dict[str, Any] = _plain(text)
    return data


def _plain(text: str) -> Any:
    """YAML as plain data; by libyaml, fifteen times as fast, where PyYAML was built with it."""
    import yaml  # late: the built-in words are kept

    return yaml.load(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))


def load_vocabulary(extra: Path | None = None) -> Vocabulary:
    """The built-in vocabulary, with a dinas's own words added to it.

    Raises VocabularyError when the extra file cannot be read or names a kind or field that is unknown.
    """
    if extra is None:
        return _builtin()
    from yaml import YAMLError

    data = load_built_in()
    try:
        own = _plain(extra.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, YAMLError) as error:
        raise VocabularyError(f"Berkas kosakata {extra.name} tidak dapat dibaca: {error}") from error
    if own is not None and not isinstance(own, dict):
        raise VocabularyError(f"Berkas kosakata {extra.name}: isinya harus berupa «kunci: nilai».")
    _merge(data, own or {}, extra.name, "")
    try:
        return build(data)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise VocabularyError(f"Berkas kosakata {extra.name}: {error}") from error


@lru_cache(maxsize=1)
def _builtin() -> Vocabulary:
    here = Path(__file__).parent
    return kept("kolom", [here / "kolom.yaml"], [here], lambda: build(load_built_in()))


_OPTIONAL = ("judul_lemah", "dekat", "bobot", "pokok", "cadangan")
"""Keys that a field may have."""
_OPEN = ("singkatan",)
"""Sections that take keys of their own."""


def _merge(base: dict[str, Any], own: Mapping[str, Any], file: str, where: str) -> None:
    """Adds own words: lists grow, single values are replaced; unknown kinds and fields are refused."""
    for key, value in own.items():
        path = f"{where}/{key}".lstrip("/")
        if key not in base and where not in _OPEN and key not in _OPTIONAL:
            known = ", ".join(base)
            raise VocabularyError(f"Berkas kosakata {file}: «{path}» tidak dikenal. Yang ada: {known}.")
        if isinstance(base.get(key), dict) and isinstance(value, dict):
            _merge(base[key], value, file, path)
        elif isinstance(base.get(key), list):
            base[key] = [*base[key], *(value if isinstance(value, list) else [value])]
        else:
            base[key] = value


def build(data: Mapping[str, Any]) -> Vocabulary:
    """The vocabulary from plain data of the form of `kolom.yaml`. Raises ValueError on a wrong entry."""
    short = {str(k): str(v) for k, v in data["singkatan"].items()}

    def baku(words: Iterable[str]) -> tuple[str, ...]:
        return tuple(dict.fromkeys(standard(word, short) for word in words))

    shared = {name: read_field(name, entry, baku) for name, entry in data["bersama"].items()}
    kinds: dict[Kind, KindWords] = {}
    for name, entry in data["jenis"].items():
        kind = Kind(name)
        common = {
            key: value
            for key, value in shared.items()
            if kind not in _PAIRS and (key, kind) != ("kegiatan", Kind.KEGIATAN)
        }
        kinds[kind] = read_kind(kind, entry, common, baku)
    kinds = {kind: with_shared(words, kinds) for kind, words in kinds.items()}
    facts = read_kind(Kind.KEGIATAN, {"kolom": data["keterangan_judul"]}, {}, baku)
    firms = read_kind(Kind.SENTRA, _directory(data), {}, baku)
    headings = {h for kind, words in kinds.items() if kind not in _PAIRS for h in words.index}
    return Vocabulary(
        singkatan=short,
        hampa=frozenset(str(word) for word in data["hampa"]),
        jenis=kinds,
        direktori=firms,
        keterangan=facts,
        umum=frozenset(baku(data["umum"])),
        netral=frozenset(baku(data["netral"])),
        lain_orang=baku(data["lain_orang"]),
        kepala=frozenset(baku(data["kepala"])),
        ekor=frozenset(baku(data["ekor"])),
        muka=frozenset(baku(data["muka"])),
        benda=frozenset(baku(data["benda"])),
        proses=frozenset(baku(data["proses"])),
        penutup=baku(data["penutup"]),
        catatan=baku(data["catatan"]),
        jumlah=baku(data["jumlah"]),
        turunan=baku(data["turunan"]),
        headings=frozenset(headings),
        joined=_joined(data, short),
        groups=frozenset(GROUPS | {h.split(" / ")[0] for h in headings if " / " in h}),
    )


_OF_A_SENTRA = ("unit_usaha", "sk", "dokumen_b3", "dokumen_c2", "dokumen_d1")
"""Columns of a list of sentra that a directory of its firms has not."""


def _directory(data: Mapping[str, Any]) -> dict[str, Any]:
    """The entry of a directory of IKM: its own columns, and those of a sentra that a firm has too."""
    own = data["direktori_ikm"]
    shared = {n: c for n, c in data["jenis"]["sentra"]["kolom"].items() if n not in _OF_A_SENTRA}
    return {**own, "kolom": {**shared, **own["kolom"]}}


def _joined(data: Mapping[str, Any], short: Mapping[str, str]) -> dict[str, str]:
    """Headings by their letters alone, as they are written and in standard spelling: `nohp`, `nomorhp`."""
    found: dict[str, str] = {}
    for name, entry in data["jenis"].items():
        if Kind(name) in _PAIRS:
            continue
        for column in entry["kolom"].values():
            for written in column["judul"]:
                spelled = standard(str(written), short)
                if "/" in spelled or " " not in spelled:
                    continue
                for form in (str(written).casefold(), spelled):
                    letters = "".join(filter(str.isalnum, form))
                    if len(letters) >= LEAST_JOINED:
                        found.setdefault(letters, spelled)
    return found


_PAIRS = (Kind.IDENTITAS, Kind.NARASI)
"""Kinds that are key : value, not tables."""
