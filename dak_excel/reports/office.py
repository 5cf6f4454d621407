"""Who reports, on what basis: government, dinas and its head, the report's letters, plan, own words."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

from dak_excel.daerah.anggaran import undated_changes
from dak_excel.daerah.budget_total import budget_sum
from dak_excel.daerah.facts import Answer, Disputed, value_of
from dak_excel.daerah.model import Daerah
from dak_excel.daerah.official_name import stated_name
from dak_excel.indonesian import date_text, listing, rupiah, spelled_out
from dak_excel.juknis.model import Juknis, Tenggat
from dak_excel.privacy import mask
from dak_excel.reports import wording
from dak_excel.reports.content import Aturan, Instansi, Kegunaan, Laporan, Pejabat, Rencana, Uraian
from dak_excel.reports.periods import Periode
from dak_excel.reports.word.markers import marker
from dak_excel.reports.word.pictures import BrokenPicture, Gambar, prepare_picture
from dak_excel.reports.wording import text


def office(daerah: Daerah, logo: Gambar | str, logo_besar: Gambar | str) -> Instansi:
    """The government and its dinas."""
    kabkota = name_of_kabkota(daerah)
    provinsi = wording.capitals(text(daerah.told("provinsi"), "nama provinsi"))
    provinsi = re.sub(r"^(provinsi|prov\.?)\s+", "", provinsi, flags=re.I)
    known = stated_name(daerah) is not None
    return Instansi(
        kabkota=kabkota,
        pemerintah=f"Pemerintah {kabkota}",
        kepala_daerah=wording.head_of_daerah(kabkota) if known else marker("bupati atau wali kota"),
        gubernur=f"Gubernur {provinsi}",
        provinsi=provinsi,
        dinas=wording.capitals(text(daerah.told("dinas"), "nama dinas")),
        alamat=_address(daerah),
        kontak=_contact(daerah),
        ibukota=_seat(daerah, kabkota),
        logo=logo,
        logo_besar=logo_besar,
    )


def name_of_kabkota(daerah: Daerah) -> str:
    """`Kabupaten Contoh`: of identitas, else as the titles tell; the marker where neither does."""
    nama = stated_name(daerah)
    return wording.full_kabupaten(nama) if nama else marker("nama kabupaten/kota")


def _seat(daerah: Daerah, kabkota: str) -> str:
    """Where letters are signed. A kota is its own seat; that of a kabupaten may have another name."""
    given = str(daerah.told("ibukota") or "").strip()
    return given or (wording.short_name(kabkota) if kabkota.startswith("Kota ") else marker("ibu kota"))


def _address(daerah: Daerah) -> str:
    """Street, then capital and postcode where the address does not name them itself."""
    alamat = text(daerah.told("alamat"), "alamat dinas")
    for kunci in ("ibukota", "kode_pos"):
        more = str(daerah.told(kunci) or "").strip()
        if more and more.casefold() not in alamat.casefold():
            alamat += f", {more}" if kunci == "ibukota" else f" {more}"
    return alamat


def _contact(daerah: Daerah) -> str:
    words = (("telepon", "Telepon"), ("email", "Surel"), ("laman", "Laman"))
    return ", ".join(f"{word} {daerah.told(kunci)}" for kunci, word in words if daerah.told(kunci))


def logo(daerah: Daerah, folder: Path | None, tinggi: float) -> tuple[Gambar | str, list[str]]:
    """The daerah's emblem `tinggi` mm high, from the image that identitas names; and what to say of it."""
    nama = daerah.told("logo")
    if not nama or folder is None:
        return "", []
    path = folder / Path(str(nama)).name
    if not path.is_file():
        path = folder / "foto" / path.name
    if not path.is_file():
        return "", [f"Berkas logo «{nama}» tidak ada di folder daerah."]
    try:
        return prepare_picture(path, tinggi * 1.4, tinggi, "Lambang daerah", png=True), []
    except BrokenPicture as exc:
        return "", [str(exc)]


def signatory(daerah: Daerah) -> Pejabat:
    """The head of the dinas."""
    jabatan = daerah.told("jabatan")
    if not jabatan:
        dinas = wording.capitals(str(daerah.told("dinas") or ""))
        kabkota = name_of_kabkota(daerah)
        own = "" if not dinas or kabkota.casefold() in dinas.casefold() else f" {kabkota}"
        jabatan = f"Kepala {dinas}{own}" if dinas else marker("jabatan kepala dinas")
    return Pejabat(
        nama=text(daerah.told("kepala_dinas"), "nama kepala dinas"),
        nip=text(daerah.told("nip"), "NIP kepala dinas"),
        pangkat=text(daerah.told("pangkat"), "pangkat kepala dinas"),
        jabatan=wording.capitals(str(jabatan)),
    )


def treasurer(daerah: Daerah) -> Pejabat:
    """The head of the daerah's treasury, who signs beside the head of the dinas where the setting asks."""
    badan = str(daerah.told("bpkad") or "Badan Pengelolaan Keuangan dan Aset Daerah")
    return Pejabat(
        nama=text(daerah.told("kepala_bpkad"), "nama kepala BPKAD"),
        nip=text(daerah.told("nip_bpkad"), "NIP kepala BPKAD"),
        pangkat=text(daerah.told("pangkat_bpkad"), "pangkat kepala BPKAD"),
        jabatan=f"Kepala {wording.capitals(badan)} {name_of_kabkota(daerah)}",
    )


def laporan(daerah: Daerah, juknis: Juknis, periode: Periode) -> Laporan:
    """The report of a period and its covering letter."""
    tenggat = periode.tenggat(juknis)
    return Laporan(
        judul=periode.judul,
        semester=periode.roman,
        tahun=str(periode.tahun),
        periode=periode.span,
        sampai=date_text(periode.end),
        tenggat=date_text(tenggat.tanggal) if tenggat else marker("batas penyampaian laporan"),
        batas=_due_in_words(tenggat) if tenggat else marker("batas penyampaian laporan"),
        rujukan=tenggat.rujukan if tenggat else marker("rujukan juknis"),
        nomor=text(daerah.told(f"{periode.surat}_nomor"), f"nomor surat pengantar {periode.judul}"),
        tanggal=text(daerah.told(f"{periode.surat}_tanggal"), f"tanggal surat pengantar {periode.judul}"),
        kepada=list(tenggat.kepada) if tenggat else [],
        tembusan=list(tenggat.tembusan) if tenggat else [],
    )


def _due_in_words(tenggat: Tenggat) -> str:
    day = date_text(tenggat.tanggal)
    return f"{tenggat.uraian}, yaitu {day}" if tenggat.uraian else day


def programme(juknis: Juknis) -> Kegunaan:
    """What the money is for, as the file of the year says."""
    told, law = juknis.program, regulation(juknis)
    meaning = told.pengertian.replace("{peraturan}", law.peraturan)
    return Kegunaan(
        nama=told.nama,
        sasaran=told.sasaran,
        kementerian=told.kementerian,
        urusan=told.urusan,
        pengertian=meaning or marker(f"pengertian {told.nama} menurut juknis"),
    )


def regulation(juknis: Juknis) -> Aturan:
    """The juknis by its long and short name; its title says so as long as it is not confirmed."""
    found = re.fullmatch(r"Permenperin (\d+)/(\d+)", juknis.peraturan)
    panjang = (
        f"Peraturan Menteri Perindustrian Nomor {found[1]} Tahun {found[2]}" if found else juknis.peraturan
    )
    judul = f"{juknis.judul}, menurut {juknis.label}" if juknis.usulan else juknis.judul
    return Aturan(peraturan=panjang, singkat=juknis.peraturan, judul=judul)


def plan(daerah: Daerah, juknis: Juknis) -> Rencana:
    """Letter with the plan, review of APIP, pagu and RAB."""
    due = {t.kolom: t for t in juknis.tenggat}
    plan, change = due.get("surat_rencana_tanggal"), due.get("surat_perubahan_tanggal")
    answer = budget_sum(daerah)
    rab = value_of(answer)
    pagu = daerah.pagu
    return Rencana(
        surat_nomor=text(daerah.told("surat_rencana_nomor"), "nomor surat rencana kegiatan"),
        surat_tanggal=text(daerah.told("surat_rencana_tanggal"), "tanggal surat rencana kegiatan"),
        tenggat=date_text(plan.tanggal) if plan else "",
        rujukan=plan.rujukan if plan else marker("rujukan juknis"),
        kepada=listing(plan.kepada) if plan else "",
        berubah=bool(daerah.told("ada_perubahan") or daerah.told("surat_perubahan_tanggal")),
        perubahan_nomor=text(daerah.told("surat_perubahan_nomor"), "nomor surat perubahan rencana"),
        perubahan_tanggal=text(daerah.told("surat_perubahan_tanggal"), "tanggal surat perubahan rencana"),
        perubahan_tenggat=date_text(change.tanggal) if change else "",
        perubahan_rujukan=change.rujukan if change else marker("rujukan juknis"),
        ada_apip=bool(
            daerah.told("apip_nomor") or daerah.told("apip_tanggal") or daerah.told("apip") is True
        ),
        apip_nomor=text(daerah.told("apip_nomor"), "nomor hasil penelaahan APIP"),
        apip_tanggal=text(daerah.told("apip_tanggal"), "tanggal hasil penelaahan APIP"),
        pagu=rupiah(pagu) if pagu is not None else marker("pagu alokasi"),
        pagu_terbilang=f"{spelled_out(int(pagu))} rupiah" if pagu is not None else "",
        rab=rupiah(rab) if rab is not None else marker(_rab_unknown(answer, daerah)),
        ada_rab=bool(daerah.rab),
        rab_catatan=_undated_budget(daerah) if rab is not None else "",
        surat=_letter(
            daerah,
            "surat_rencana",
            f"Dokumen rencana kegiatan/rencana penggunaan DAK Nonfisik Tahun Anggaran {juknis.tahun} "
            f"disampaikan{f' kepada {listing(plan.kepada)}' if plan else ''}",
            "surat rencana kegiatan",
        ),
        surat_perubahan=_letter(
            daerah, "surat_perubahan", "Perubahan rencana kegiatan disampaikan", "surat perubahan rencana"
        ),
    )


def _letter(daerah: Daerah, kunci: str, start: str, apa: str) -> str:
    """How a plan or its change was sent, in a sentence; the marker alone where no sheet tells of a letter.

    `kunci` begins its identitas keys, `start` the sentence; `apa` names the letter in the marker.
    """
    nomor, hari = daerah.told(f"{kunci}_nomor"), daerah.told(f"{kunci}_tanggal")
    if not nomor and not hari:
        return marker(f"nomor dan tanggal {apa}, atau keterangan bahwa belum disampaikan")
    told = text(nomor, f"nomor {apa}"), text(hari, f"tanggal {apa}")
    return f"{start} melalui surat nomor {told[0]} tanggal {told[1]}."


def _undated_budget(daerah: Daerah) -> str:
    """The doubt of a report within the year: a budget that was changed, nobody tells when."""
    if daerah.hari is None or daerah.told("surat_perubahan_tanggal"):
        return ""
    where = list(dict.fromkeys(versi.sumber for versi in undated_changes(daerah)))
    if not where:
        return ""
    return marker(
        f"tanggal perubahan RAB menurut {listing(where)}; bila sesudah {date_text(daerah.hari)}, "
        "yang dipakai RAB sebelum perubahan"
    )


def _rab_unknown(answer: Answer[Decimal], daerah: Daerah) -> str:
    """What is to be filled in: which of several budgets counts, or counted on the last day of the period."""
    if not isinstance(answer, Disputed):
        return "jumlah RAB"
    said = [f"{one.menurut} ({rupiah(one.nilai)})" for one in answer.pilihan]
    day = f" pada {date_text(daerah.hari)}" if daerah.hari else ""
    return f"jumlah RAB yang berlaku{day}: {listing(said, 'atau')}"


def narratives(daerah: Daerah, periode: Periode, terakhir: bool) -> Uraian:
    """The texts of the narasi sheets, by chapter.

    A text that names no report is used only in the last one that is due (`terakhir`).
    """

    def bagian(*names: str) -> list[str]:
        rows = [row for row in daerah.narasi if row.bagian in names]
        mine = [row for row in rows if row.laporan == periode.semester or (terakhir and not row.laporan)]
        return wording.paragraphs([mask(row.teks or "") for row in mine])

    return Uraian(
        kata_pengantar=bagian("kata_pengantar"),
        latar_belakang=bagian("latar_belakang"),
        tujuan=bagian("tujuan"),
        perencanaan=bagian("perencanaan"),
        penganggaran=bagian("penganggaran"),
        capaian=bagian("capaian"),
        permasalahan=bagian("permasalahan"),
        kesimpulan=bagian("kesimpulan"),
        saran=bagian("saran"),
    )
