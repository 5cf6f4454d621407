"""Lampiran 2 to 5: peserta, narasumber, pendamping, and jadwal, one list an activity."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, time

from dak_excel.daerah.facts import value_of
from dak_excel.daerah.jpl import distinct_sessions, jpl, jpl_jadwal
from dak_excel.daerah.model import Daerah, Kegiatan
from dak_excel.daerah.orang import age_at_activity, distinct_people
from dak_excel.daerah.progress import State, progress_on
from dak_excel.indonesian import date_text, number_text, weekday_and_date
from dak_excel.juknis.model import Juknis
from dak_excel.privacy import mask_nik
from dak_excel.reports import wording
from dak_excel.reports.capaian import already_reported
from dak_excel.reports.content import (
    BarisJadwal,
    BarisPeserta,
    BarisTenaga,
    DaftarJadwal,
    DaftarPeserta,
    Kosong,
)
from dak_excel.reports.pelaksanaan import kegiatan_rincian
from dak_excel.reports.periods import Periode
from dak_excel.reports.word.markers import marker
from dak_excel.reports.wording import KOSONG, or_dash, text
from dak_excel.sheets.records import Jadwal, Pendidikan, Peserta, Tenaga

_PENDIDIKAN = {
    Pendidikan.TIDAK_SEKOLAH: "Tidak sekolah",
    Pendidikan.D1: "D I",
    Pendidikan.D2: "D II",
    Pendidikan.D3: "D III",
    Pendidikan.S1: "D IV/S1",
    Pendidikan.PROFESI: "Profesi",
}
_PENDAMPING = (
    "damping",
    "instruktur",
    "pengajar",
    "pelatih",
    "koordinator",
    "asesor",
    "auditor",
    "konsultan",
)
"""Words of a role that belong to lampiran 4; the other roles are narasumber (lampiran 3)."""
_RINCIAN_PENDAMPING = ("A3", "C3", "D3")


def shown_activities(daerah: Daerah, juknis: Juknis, periode: Periode) -> list[Kegiatan]:
    """The activities that took place in the period or are under way, by rincian and date."""
    ordered = [k for kode in (*juknis.rincian, "") for k in kegiatan_rincian(daerah, kode)]
    shown = (State.SELESAI, State.BERJALAN)
    return [k for k in ordered if progress_on(k, periode.end) in shown and not already_reported(k, periode)]


def rincian_title(juknis: Juknis, kode: str) -> str:
    """`A1 Pelatihan …`."""
    rincian = juknis.rincian.get(kode)
    return f"{kode} {rincian.nama}" if rincian else kode or "Tanpa kode rincian"


def peserta(kegiatan: Sequence[Kegiatan], juknis: Juknis, nik_penuh: bool) -> list[DaftarPeserta]:
    """Lampiran 2."""
    return [_participants(k, juknis, nik_penuh) for k in kegiatan if k.peserta]


def _participants(kegiatan: Kegiatan, juknis: Juknis, nik_penuh: bool) -> DaftarPeserta:
    people = distinct_people(kegiatan.peserta)
    men, women = (sum(p.kelamin == sex for p in people) for sex in "LP")
    sexes = f" ({men} laki-laki, {women} perempuan)" if men or women else ""
    tempat = kegiatan.fact("tempat")
    return DaftarPeserta(
        rincian=rincian_title(juknis, kegiatan.rincian),
        nama=kegiatan.judul,
        waktu=wording.days_of(kegiatan, "waktu pelaksanaan"),
        tempat=text(tempat.nilai if tempat else None, "tempat pelaksanaan"),
        jpl=or_dash(value_of(jpl(kegiatan))),
        jumlah=f"{len(people)} orang{sexes}",
        peserta=[_peserta(n, p, kegiatan, juknis.tahun, nik_penuh) for n, p in enumerate(people, 1)],
    )


def _peserta(nomor: int, p: Peserta, kegiatan: Kegiatan, tahun: int, nik_penuh: bool) -> BarisPeserta:
    nik = p.nik or ""
    return BarisPeserta(
        nomor=str(nomor),
        nama=text(p.nama, "nama"),
        nik=(nik if nik_penuh else mask_nik(nik)) or KOSONG,
        kelamin=p.kelamin or KOSONG,
        usia=or_dash(value_of(age_at_activity(p, kegiatan, tahun))),
        usaha=or_dash(p.usaha),
        nib=p.nib or ("bersedia membuat" if p.kesediaan_nib else KOSONG),
        sentra=or_dash(p.sentra),
        komoditi=or_dash(p.komoditi),
        status=or_dash(p.status),
        keterangan=_remark(p),
    )


def _remark(p: Peserta) -> str:
    parts = []
    if isinstance(p.hadir, bool):
        parts.append("hadir penuh" if p.hadir else "tidak tuntas")
    elif p.hadir is not None:
        parts.append(
            f"hadir {number_text(p.hadir * 100)}%" if p.hadir <= 1 else f"hadir {number_text(p.hadir)} hari"
        )
    if p.sertifikat is not None:
        parts.append("bersertifikat" if p.sertifikat else "belum bersertifikat")
    if p.pendamping:
        parts.append(f"pendamping: {p.pendamping}")
    return "; ".join(parts) or KOSONG


def when_empty(daerah: Daerah, sampai: date) -> Kosong:
    """What stands in a lampiran without rows.

    That there was nothing yet, where all activities are planned for later; that the period has none of its
    own; or that the sheet is missing, or nobody tells whether an activity took place.
    """
    states = {progress_on(k, sampai) for k in daerah.kegiatan}
    waiting = states == {State.BELUM}
    open_ = State.TIDAK_TERCATAT in states

    def words(apa: str, rows: Sequence[object]) -> str:
        if waiting:
            return f"Belum ada {apa} sampai dengan {date_text(sampai)}: belum ada kegiatan yang dilaksanakan."
        if rows and not open_:
            return f"Tidak ada {apa} pada kegiatan periode ini."
        return marker(f"data {apa}, atau keterangan bahwa tidak ada")

    return Kosong(
        peserta=words("peserta pelatihan dan pendampingan", daerah.peserta),
        narasumber=words("narasumber", [row for row in daerah.tenaga if not _is_pendamping(row)]),
        pendamping=words(
            "tenaga pendamping/instruktur/pengajar", [row for row in daerah.tenaga if _is_pendamping(row)]
        ),
        jadwal=words("jadwal kegiatan", daerah.jadwal),
    )


def tenaga(daerah: Daerah, juknis: Juknis, periode: Periode) -> tuple[list[BarisTenaga], list[BarisTenaga]]:
    """Lampiran 3 and 4: narasumber, and those who accompany, instruct and teach.

    Tenaga of an activity that lies after the period, or was told of in the report before, are left out; those
    of no activity are not.
    """
    later = {
        id(row)
        for k in daerah.kegiatan
        if ((w := k.when) and w.nilai.mulai > periode.end) or already_reported(k, periode)
        for row in k.tenaga
    }
    names = {id(row): k.judul for k in daerah.kegiatan for row in k.tenaga}
    rows: tuple[list[Tenaga], list[Tenaga]] = ([], [])
    for row in daerah.tenaga:
        if id(row) not in later:
            rows[_is_pendamping(row)].append(row)
    order = {kode: n for n, kode in enumerate(juknis.rincian)}
    for group in rows:
        group.sort(key=lambda row: order.get(row.rincian, len(order)))
    narasumber, pendamping = (
        [_tenaga(n, row, names.get(id(row), "")) for n, row in enumerate(group, 1)] for group in rows
    )
    return narasumber, pendamping


def _is_pendamping(row: Tenaga) -> bool:
    peran = (row.peran or "").casefold()
    if "narasumber" in peran:
        return False
    return any(word in peran for word in _PENDAMPING) or (not peran and row.rincian in _RINCIAN_PENDAMPING)


def _tenaga(nomor: int, row: Tenaga, kegiatan: str) -> BarisTenaga:
    level = row.pendidikan
    return BarisTenaga(
        nomor=str(nomor),
        nama=text(row.nama, "nama"),
        peran=or_dash(row.peran),
        instansi=or_dash(row.instansi),
        keahlian=or_dash(row.keahlian),
        pendidikan=KOSONG if level is None else _PENDIDIKAN.get(level, level.name),
        pengalaman=f"{number_text(row.pengalaman)} tahun" if row.pengalaman is not None else KOSONG,
        bukti=or_dash(row.bukti),
        kegiatan=" ".join(part for part in (row.rincian, kegiatan or row.kegiatan) if part) or KOSONG,
        materi=or_dash(row.materi or row.dampingan),
    )


def jadwal(kegiatan: Sequence[Kegiatan], juknis: Juknis) -> list[DaftarJadwal]:
    """Lampiran 5."""
    return [_sessions_by_activity(k, juknis) for k in kegiatan if k.jadwal]


def _sessions_by_activity(kegiatan: Kegiatan, juknis: Juknis) -> DaftarJadwal:
    sessions = distinct_sessions(kegiatan.jadwal)
    places = {" ".join((sesi.tempat or "").split()).casefold() for sesi in sessions}
    one = len(places) == 1
    return DaftarJadwal(
        rincian=rincian_title(juknis, kegiatan.rincian),
        nama=kegiatan.judul,
        jpl=or_dash(value_of(jpl_jadwal(kegiatan))),
        tempat=next((sesi.tempat for sesi in sessions if one and sesi.tempat), ""),
        sesi=[_sessions(sesi, one) for sesi in sessions],
    )


def _sessions(sesi: Jadwal, one_place: bool) -> BarisJadwal:
    """A session; its place only where the activity has several, or none that is known."""
    waktu = sesi.waktu
    if waktu is not None and waktu.mulai == waktu.selesai:
        day = weekday_and_date(waktu.mulai)
    else:
        day = text(waktu, "tanggal")
    return BarisJadwal(
        tanggal=day,
        pukul=_hours(sesi.pukul_mulai, sesi.pukul_selesai),
        materi=or_dash(sesi.materi),
        narasumber=or_dash(sesi.narasumber),
        jpl=or_dash(sesi.jpl),
        metode=_metode(sesi),
        tempat=KOSONG if one_place else or_dash(sesi.tempat),
    )


def _hours(mulai: time | None, selesai: time | None) -> str:
    """`08.00–10.00`."""
    return "–".join(f"{t.hour:02d}.{t.minute:02d}" for t in (mulai, selesai) if t) or KOSONG


def _metode(sesi: Jadwal) -> str:
    if sesi.metode:
        return sesi.metode
    parts = (("teori", sesi.teori), ("diskusi", sesi.diskusi), ("praktik", sesi.praktik))
    return ", ".join(f"{name} {wording.text(value, '')}" for name, value in parts if value) or KOSONG
