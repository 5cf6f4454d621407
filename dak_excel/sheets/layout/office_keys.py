"""What a key of an identitas means by the words it is made of: `Nama OPD Pelaksana`, `Besaran Alokasi Dana`.

No two offices word their form alike, but they build its keys of the same few words: an office or a daerah
or a person, what of it is asked, and words that add nothing. A key with any other word is not guessed.
"""

from __future__ import annotations

import re

_EMPTY = frozenset(
    re.findall(
        r"\w+",
        "nama data pelaksana penyelenggara pengelola penerima pengampu pengusul teknis terkait penanggung "
        "jawab penanggungjawab dan atau dari pada di yang untuk besaran besar total jumlah nilai rp rupiah "
        "dak nonfisik non fisik nf dana sentra ikm kegiatan program resmi lengkap lengkapnya indikatif "
        "definitif tahun anggaran ta sesuai perpres pmk 2023 2024 2025 2026 2027",
    )
)
_OFFICE = frozenset(
    ("dinas", "opd", "skpd", "perangkat daerah", "instansi", "satuan kerja", "satker", "unit kerja", "kantor")
)
_DAERAH = frozenset(
    ("kabupaten", "kota", "kab", "pemda", "pemkab", "pemkot", "pemerintah daerah", "pemerintah", "daerah")
)
_HEAD = frozenset(
    ("kepala", "pimpinan", "kadis", "kadin", "pejabat", "penandatangan", "penanda tangan", "penandatanganan")
)
_REVIEW = frozenset(("reviu", "review", "lhr", "apip", "inspektorat", "penelaahan", "telaah"))
_PAPER = frozenset(("surat", "laporan", "hasil", "dokumen", "lhr", "lahir", "rab", "kak"))
"""`lahir` is how the vocabulary of lists spells out LHR."""
_ALLOCATED = frozenset(("pagu", "alokasi"))
_ASKED = {
    "nip": frozenset(("nip", "nomor induk pegawai")),
    "pangkat": frozenset(("pangkat", "golongan", "gol", "ruang")),
    "jabatan": frozenset(("jabatan",)),
    "telepon": frozenset(
        ("telepon", "telp", "tlp", "hp", "wa", "whatsapp", "kontak", "contact", "person", "fax")
    ),
    "email": frozenset(("email", "e mail", "surel", "surat el", "mail")),
    "laman": frozenset(("laman", "website", "web", "situs")),
    "ibukota": frozenset(("ibukota", "ibu kota")),
    "provinsi": frozenset(("provinsi", "propinsi", "prov")),
    "alamat": frozenset(("alamat",)),
}
"""What is asked of the office, its head or the daerah, in the order in which it decides."""
_PHRASES = tuple(
    sorted(
        (
            phrase
            for words in (_OFFICE, _DAERAH, _HEAD, *_ASKED.values())
            for phrase in words
            if " " in phrase
        ),
        key=len,
        reverse=True,
    )
)


def office_field(key: str) -> str:
    """The field of an identitas that a key in standard spelling asks for; empty for one of other words."""
    words = _words(key)
    told = words - _EMPTY
    if not told:
        return ""
    for field, asked in _ASKED.items():
        if told & asked:
            own = told <= asked | _OFFICE | _DAERAH | _HEAD | {"nomor", "alamat"}
            return field if own and not words & {"sentra", "ikm"} else ""
    if told & _REVIEW:
        return _of_review(told)
    if told & _ALLOCATED:
        return "pagu" if told <= _ALLOCATED | _DAERAH | {"anggaran"} else ""
    if told & _HEAD:
        return "kepala_dinas" if told <= _HEAD | _OFFICE | {"daerah"} and told - {"kepala", "pejabat"} else ""
    if told & _OFFICE:
        return "dinas" if told <= _OFFICE | {"daerah"} else ""
    return "kabkota" if told <= _DAERAH and told != {"kota"} else ""


def _words(key: str) -> set[str]:
    """The words and known phrases of a key."""
    bare = " ".join(re.findall(r"[^\W_]+", key.casefold()))
    text = f" {bare} "
    found = set()
    for phrase in _PHRASES:
        if f" {phrase} " in text:
            found.add(phrase)
            text = text.replace(f" {phrase} ", " ")
    return found | set(text.split())


def _of_review(told: set[str]) -> str:
    """The number, the date, or both, of the review by the APIP."""
    if not told <= _REVIEW | _PAPER | {"nomor", "tanggal", "rencana", "anggaran", "biaya"}:
        return ""
    asked = told & {"nomor", "tanggal"}
    if asked == {"nomor"}:
        return "apip_nomor"
    return "apip_tanggal" if asked == {"tanggal"} else "apip" if told & {"apip", "inspektorat"} else ""
