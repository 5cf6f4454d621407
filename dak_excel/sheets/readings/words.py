"""What the words over a budget's column say of it: a few dozen words, not whole headings."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dak_excel.sheets.columns.revisions import versions
from dak_excel.sheets.layout.headers import HeaderColumn
from dak_excel.sheets.vocabulary import Vocabulary

_ROLES: tuple[tuple[str, str], ...] = (
    ("nomor", r"^(?:nomor(?: urut)?|#)$"),
    ("persen", r"%|\b(?:persen|persentase|prosentase|porsentase|bobot|deviasi|tertimbang)\b"),
    ("fisik", r"\bfisik\b(?! dan)"),
    (
        "sisa",
        r"\b(?:belum (?:terserap|terealisasi|direalisasi\w*|dibayar\w*|dicairkan|cair|realisasi)|sisa|"
        r"selisih|saldo|bertambah|berkurang|lebih|kurang|silpa)\b",
    ),
    ("tanggal", r"\b(?:tanggal|tgl)\b"),
    ("bukti", r"\b(?:bukti|nomor (?:sp2d|spm|spp|spj))\b"),
    ("satuan", r"^(?:.* / )?(?:satuan|sat|unit)(?: \w+)?$"),
    ("ppn", r"\b(?:ppn|pajak|pph|potongan)\b"),
    ("netto", r"\b(?:netto|neto|bersih)\b"),
    (
        "harga",
        r"\b(?:harga|tarif|satuan biaya|biaya satuan|upah satuan|unit cost|price|standar biaya|ssh|sbm)\b|@",
    ),
    ("volume", r"\b(?:volume|vol|kuantitas|qty|quantity|banyak\w*|koefisien|koef|frekuensi|frek)\b"),
    ("terima", r"\b(?:penerimaan|terima|debet|debit|masuk)\b"),
    (
        "realisasi",
        r"\b(?:realisasi|serapan|penyerapan|spj|sp2d|pengeluaran|kredit|keluar|dibayar\w*|pembayaran|"
        r"pencairan|terserap|belanja bulan)\b",
    ),
    ("target", r"\b(?:target|indikator|tolok|kinerja|capaian|output|keluaran)\b"),
    ("pagu", r"\b(?:pagu|alokasi|plafon|dpa|dppa|anggaran|rencana anggaran)\b"),
    ("jumlah", r"\b(?:jumlah|total|nilai|biaya|dana|rupiah|rp|belanja|amount|kebutuhan|subtotal)\b"),
)
_UNIT_PRICE = re.compile(r"\b(?:harga|tarif|biaya|upah|nilai)\b.*\b(?:satuan|unit|per)\b|@")
_WHOLE = re.compile(r"\b(?:jumlah|total|sub total|subtotal|nilai)\b")
_TEXT = re.compile(
    r"\b(?:uraian|rincian|nama|jenis|pekerjaan|komponen|item|bidang|keperluan|program|kegiatan|akun|rekening|belanja|"
    r"barang|bahan|deskripsi|description|kebutuhan|objek|obyek|unit kerja|keterangan belanja|komponen)\b"
)
_NOT_YET = re.compile(
    r"\bbelum (?:terserap|terealisasi|direalisasi\w*|dibayar\w*|dicairkan|cair|realisasi)\b"
)
_CODE = re.compile(r"\b(?:kode|kd|kdrek|kode rekening|mak|mata anggaran|nomor rekening|rekening|akun)\b")
_TO_DATE = re.compile(r"\b(?:sd|sampai dengan|sampai|kumulatif|akumulasi)\b")
_LAST = re.compile(
    r"\b(?:bulan|triwulan|tw|periode|minggu)\s+(?:yang\s+)?(?:lalu|kemarin|sebelumnya)\b|\blalu\b"
)
_THIS = re.compile(r"\b(?:bulan|triwulan|tw|periode|minggu|saat)\s+ini\b")
_DONE = re.compile(r"\b(?:realisasi|pelaksanaan|aktual|terealisasi)\b")
_FORESEEN = re.compile(
    r"\b(?:jadwal|rencana|proyeksi|perkiraan) (?:pencairan|penarikan|penyerapan|pembayaran|pengeluaran)\b"
)
"""What will be paid: `Jadwal Pencairan / Triwulan I` is no payment."""
_PLANNED = re.compile(r"\b(?:rencana|perencanaan|pagu|anggaran)\b")


@dataclass(frozen=True, slots=True)
class Told:
    """What the words over a column say: its role, its version, the part of the year that it is of."""

    text: str
    roles: frozenset[str]
    version: str = ""
    """`lama` before a change, `baru` after it, `selisih`, or empty."""
    period: str = ""
    """`lalu`, `ini`, `sd` (to date), or empty."""
    stage: str = ""
    """`rencana`, `realisasi` or empty: what a heading over a block of columns says."""
    leaf: str = ""
    own: frozenset[str] = frozenset()
    """The roles that its lowest heading tells by itself."""

    def is_(self, *roles: str) -> bool:
        """Whether one of some roles is told."""
        return any(role in self.roles for role in roles)


def told(column: HeaderColumn, kosakata: Vocabulary, version: str = "") -> Told:
    """What a heading says; see `Told`."""
    levels = [kosakata.mend(kosakata.standard(part)) for part in column.parts]
    levels = [level for level in levels if level] or ([column.parts[-1].casefold()] if column.parts else [])
    text = " / ".join(levels)
    if any("%" in part for part in column.parts[-1:]):
        text += " %"
    leaf = levels[-1] if levels else ""
    roles = {name for name, pattern in _ROLES if re.search(pattern, text)}
    if "%" in text:
        roles.discard("jumlah")
    if _NOT_YET.search(text):
        roles.discard("realisasi")
    own = {name for name, pattern in _ROLES if re.search(pattern, leaf)}
    if _FORESEEN.search(text.replace(" / ", " ")):
        roles -= {"realisasi", "pagu", "jumlah"}
    if own & {"volume", "harga", "satuan"}:
        roles -= {"pagu", "realisasi", "jumlah"} - own
    if _UNIT_PRICE.search(text) and not _WHOLE.search(leaf):
        roles.add("harga_satuan")
    if _CODE.search(text):
        roles.add("kode")
    if _TEXT.search(text):
        roles.add("uraian")
    flat = text.replace(" / ", " ")
    period = ""
    if _LAST.search(flat):
        period = "lalu"
    elif _THIS.search(flat):
        period = "sd" if _TO_DATE.search(flat) else "ini"
    elif _TO_DATE.search(flat):
        period = "sd"
    above = " ".join(levels[:-1])
    stage = "realisasi" if _DONE.search(above) else "rencana" if _PLANNED.search(above) else ""
    if period and not roles & {"pagu", "terima", "sisa", "harga", "volume", "target"}:
        roles = roles - {"jumlah"} | {"realisasi"}
    return Told(text, frozenset(roles), version, period, stage, leaf, frozenset(own))


def all_told(columns: Sequence[HeaderColumn], kosakata: Vocabulary) -> list[Told]:
    """What the words say of every column."""
    known = versions(columns)
    return [told(column, kosakata, known.get(column.column, "")) for column in columns]


def is_planned_money(told: Told) -> bool:
    """Whether a column is the target of money: `Keuangan / Target`."""
    return told.is_("target") and not told.is_("realisasi", "persen", "fisik", "volume") and not told.period


def same_headings(places: Iterable[int], told: Sequence[Told]) -> list[list[int]]:
    """Places of columns whose lowest headings say the same: `Pagu` and `Anggaran` do."""
    groups: dict[str, list[int]] = {}
    for at in places:
        own = told[at].own
        said = "realisasi" if "realisasi" in own else "pagu" if "pagu" in own else told[at].leaf
        groups.setdefault(said, []).append(at)
    return list(groups.values())


def contradictions(
    fields: Mapping[str, HeaderColumn], columns: Sequence[HeaderColumn], kosakata: Vocabulary
) -> int:
    """How many fields stand in a column that its words say is something else, a better one beside it."""
    by_column = {c.column: t for c, t in zip(columns, all_told(columns, kosakata), strict=True)}
    periods = {t.period for t in by_column.values() if t.is_("realisasi") and not t.is_("persen")}
    versions = {t.version for t in by_column.values()}
    wrong = 0
    for name in ("pagu", "realisasi", "jumlah", "harga", "volume", "koefisien", "fisik", "persen"):
        column = fields.get(name)
        said = by_column.get(column.column) if column else None
        if said is None:
            continue
        wrong += said.version == "selisih" or (said.version == "lama" and "baru" in versions)
        if name in ("pagu", "realisasi", "jumlah"):
            wrong += said.is_("persen") and not said.is_("jumlah", "pagu", "realisasi")
        if name == "realisasi":
            wrong += said.period == "lalu" and bool(periods & {"ini", "sd"})
            wrong += said.period == "ini" and "sd" in periods
        if name in ("fisik", "persen"):
            wrong += said.period in ("lalu", "ini") and any(
                t.period == "sd" and t.is_(name) for t in by_column.values()
            )
        if name == "pagu":
            wrong += said.is_("realisasi") and said.stage == "realisasi"
    return wrong
