"""English headings of programs in the words and the order of Indonesian: `Visit Date` → `tanggal kunjungan`.

English puts what a thing is last, Indonesian first, so that each needs turning about before it is looked up.
"""

from __future__ import annotations

from collections.abc import Sequence

_WORDS = {
    "name": "nama", "title": "judul", "date": "tanggal", "day": "hari", "time": "waktu", "hours": "jam",
    "hour": "jam",
    "month": "bulan", "year": "tahun", "number": "nomor", "phone": "telepon", "mobile": "telepon",
    "address": "alamat", "village": "desa", "district": "kecamatan", "city": "kota", "gender": "kelamin",
    "sex": "kelamin", "age": "usia", "birth": "lahir", "place": "tempat", "location": "lokasi",
    "venue": "tempat", "room": "ruang", "education": "pendidikan", "business": "usaha",
    "company": "perusahaan",
    "brand": "merek", "product": "produk", "owner": "pemilik", "participant": "peserta",
    "participants": "peserta", "attendee": "peserta", "speaker": "narasumber", "trainer": "instruktur",
    "instructor": "instruktur", "facilitator": "fasilitator", "mentor": "mentor", "coach": "instruktur",
    "organization": "organisasi", "organisation": "organisasi", "institution": "institusi",
    "expertise": "keahlian", "skill": "keahlian", "experience": "pengalaman", "certificate": "sertifikat",
    "topic": "topik", "session": "sesi", "meeting": "pertemuan",
    "subject": "materi", "activity": "kegiatan", "event": "event",
    "events": "event", "training": "pelatihan", "start": "mulai", "end": "selesai",
    "duration": "durasi", "capacity": "kapasitas",
    "quota": "kuota", "registered": "terdaftar", "attended": "peserta hadir", "attendance": "kehadiran",
    "visit": "kunjungan", "visitor": "petugas", "purpose": "tujuan kunjungan", "result": "hasil",
    "results": "hasil", "registration": "pendaftaran", "email": "email", "type": "jenis", "full": "lengkap",
    "original": "asli", "contact": "kontak", "note": "catatan", "notes": "catatan", "first": "pertama",
}  # fmt: skip
"""English word → Indonesian; words that Indonesian headings use in a sense of their own are left out."""
_SHARED = frozenset({"ikm", "umkm", "nik", "nib", "of", "sentra"})
_SMALL = frozenset({"of", "the"})
_ALONE = frozenset({"start", "end"})
"""Words that stand in their own form in the vocabulary; a form's `start` and `end` are of its filling in."""
_UNITS = frozenset({"hours", "hour"})


def in_indonesian(tokens: Sequence[str]) -> list[str]:
    """The words of an English heading as an Indonesian one has them; those of another heading as they are."""
    kept = [token for token in tokens if token not in _SMALL]
    if not kept or not all(token in _WORDS or token in _SHARED for token in kept):
        return list(tokens)
    if kept[0] in _ALONE and len(kept) == 1:
        return kept
    if not any(token in _WORDS and _WORDS[token] != token for token in kept):
        return list(tokens)
    words = [_WORDS.get(token, token) for token in kept]
    if "of" in tokens or kept[-1] in _UNITS:
        return " ".join(words).split()  # `Date of Birth`, `Duration (hours)` have the Indonesian order
    return " ".join((words[-1], *words[:-1])).split()
