"""Target and capaian as the reports print them: by menu and rincian, with the activities behind them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from dak_excel.daerah.facts import value_of
from dak_excel.daerah.jpl import jpl
from dak_excel.daerah.model import Daerah, Kegiatan
from dak_excel.daerah.orang import orang_berbeda
from dak_excel.indonesian import angka, tanggal
from dak_excel.juknis.model import Juknis, Rincian
from dak_excel.reports import wording
from dak_excel.reports.content import BarisKegiatan, BarisTarget, CapaianRincian, MenuTarget
from dak_excel.reports.pelaksanaan import Hasil, Keadaan, hasil, keadaan, kegiatan_rincian, rincian_dipakai
from dak_excel.reports.word.markers import lengkapi
from dak_excel.reports.wording import KOSONG, uang

Anggaran = dict[str, Decimal | None]
"""Budget by rincian code."""


def menu(daerah: Daerah, juknis: Juknis, sampai: date, anggaran: Anggaran) -> list[MenuTarget]:
    """The menus with the rincian that the daerah takes part in."""
    used = rincian_dipakai(daerah, juknis)
    found, number = [], 0
    for one in juknis.menu.values():
        rows = []
        for rincian in used:
            if rincian.kode not in one.rincian:
                continue
            number += 1
            for nth, row in enumerate(hasil(daerah, rincian, sampai)):
                rows.append(_target(rincian, row, anggaran, str(number) if nth == 0 else ""))
        if rows:
            money = [anggaran.get(row.kode) for row in rows if row.nomor]
            found.append(MenuTarget(one.kode, one.nama, uang(jumlah(money)), rows))
    return found


def jumlah(values: list[Decimal | None]) -> Decimal | None:
    """Sum of what is known; None when nothing is."""
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known else None


def _target(rincian: Rincian, row: Hasil, anggaran: Anggaran, nomor: str) -> BarisTarget:
    kode = rincian.kode
    return BarisTarget(
        nomor=nomor,
        kode=kode,
        nama=rincian.nama if nomor else "",
        indikator=row.keluaran.indikator,
        satuan=row.keluaran.satuan,
        target=angka(row.target) if row.target is not None else lengkapi(f"target {kode}"),
        capaian=angka(row.capaian) if row.capaian is not None else lengkapi(f"capaian {kode}"),
        persen=wording.bagian(row.capaian, row.target),
        anggaran=uang(anggaran.get(kode)) if nomor else "",
    )


def rincian(daerah: Daerah, juknis: Juknis, sampai: date) -> list[CapaianRincian]:
    """Each rincian with the activities that took place or are under way, and those still to come."""
    found = []
    for one in rincian_dipakai(daerah, juknis):
        kegiatan = kegiatan_rincian(daerah, one.kode)
        states = [(k, keadaan(k, sampai)) for k in kegiatan]
        rows = [(k, state) for k, state in states if state is not Keadaan.BELUM]
        found.append(
            CapaianRincian(
                kode=one.kode,
                nama=one.nama,
                kalimat=_sentence(hasil(daerah, one, sampai), sampai, len(rows)),
                kegiatan=[_kegiatan(n, k, state) for n, (k, state) in enumerate(rows, 1)],
                **_sexes(*_total([_count(k) for k, _ in rows])),
                kurang=[
                    lengkapi(f"daftar peserta {k.judul}")
                    for k, _ in rows
                    if not k.peserta and _counts_people(one)
                ],
                belum=[_belum(k) for k, state in states if state is Keadaan.BELUM],
            )
        )
    return found


def _sentence(rows: list[Hasil], sampai: date, count: int) -> str:
    """`Sampai dengan 30 Juni 2023 tercapai 45 orang dari target 60 orang (75,00%) melalui 2 kegiatan.`"""
    parts = []
    for row in rows:
        unit = row.keluaran.satuan
        if row.capaian is None:
            parts.append(lengkapi(f"capaian {row.keluaran.indikator}"))
            continue
        text = f"tercapai {angka(row.capaian)} {unit}"
        if row.target:
            text += f" dari target {angka(row.target)} {unit} ({wording.bagian(row.capaian, row.target)})"
        if len(rows) > 1:
            text += f" untuk {_lower(row.keluaran.indikator)}"
        parts.append(text)
    through = f" melalui {count} kegiatan" if count else ""
    return f"Sampai dengan {tanggal(sampai)} {' dan '.join(parts)}{through}."


def _lower(text: str) -> str:
    """An indicator in the midst of a sentence: `Jumlah IKM …` → `jumlah IKM …`."""
    return text[:1].lower() + text[1:] if text[1:2].islower() else text


def _count(kegiatan: Kegiatan) -> tuple[int, int, int]:
    """Distinct men, women and people of an activity."""
    people = orang_berbeda(kegiatan.peserta)
    return (
        sum(p.kelamin == "L" for p in people),
        sum(p.kelamin == "P" for p in people),
        len(people),
    )


def _total(counts: list[tuple[int, int, int]]) -> tuple[int, int, int]:
    return sum(c[0] for c in counts), sum(c[1] for c in counts), sum(c[2] for c in counts)


def _sexes(men: int, women: int, people: int) -> dict[str, str]:
    """The three figures in words; a dash where no list tells, or none gives the sex."""
    known = bool(men or women)
    return {
        "laki": str(men) if known else KOSONG,
        "perempuan": str(women) if known else KOSONG,
        "jumlah": str(people) if people else KOSONG,
    }


def _counts_people(one: Rincian) -> bool:
    """Whether people or IKM are its output, so that a list of them is due."""
    return any(not k.hitung.startswith("sentra") for k in one.keluaran)


def _kegiatan(nomor: int, kegiatan: Kegiatan, state: Keadaan) -> BarisKegiatan:
    waktu, tempat = kegiatan.waktu, kegiatan.fakta("tempat")
    return BarisKegiatan(
        nomor=str(nomor),
        nama=kegiatan.judul,
        waktu=wording.teks(waktu.nilai if waktu else None, "waktu"),
        tempat=wording.teks(tempat.nilai if tempat else _venue(kegiatan), "tempat"),
        jpl=wording.atau_strip(value_of(jpl(kegiatan))),
        **_sexes(*_count(kegiatan)),
        sentra=asal_sentra(kegiatan),
        keadaan=state.value,
    )


def _venue(kegiatan: Kegiatan) -> str | None:
    return next((row.tempat for row in kegiatan.jadwal if row.tempat), None)


def asal_sentra(kegiatan: Kegiatan) -> str:
    """The sentra that the people of an activity come from, else the one that its row names."""
    names: dict[str, str] = {}
    for row in kegiatan.peserta:
        if row.sentra and row.sentra.strip():
            names.setdefault(" ".join(row.sentra.casefold().split()), row.sentra.strip())
    if names:
        return ", ".join(names.values())
    fakta = kegiatan.fakta("sentra")
    return wording.atau_strip(fakta.nilai if fakta else None)


def _belum(kegiatan: Kegiatan) -> str:
    """`Pelatihan X Angkatan II (rencana 4 s.d. 8 September 2023)`."""
    waktu = kegiatan.waktu
    when = f"rencana {wording.teks(waktu.nilai, '')}" if waktu else "waktu belum tercatat"
    return f"{kegiatan.judul} ({when})"
