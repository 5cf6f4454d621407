"""Every sentence of a report that has a figure, as it should read; and what of the law may have one."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from tests.reports.recomputed.facts import persen, rentang, rp, tanggal
from tests.reports.recomputed.period import Period

LAW = (
    (r"Peraturan Menteri Perindustrian Nomor 7 Tahun 2023|Permenperin 7/2023", "the juknis itself"),
    (r"Pasal 1 angka [23]\b|Lampiran [IV]+\.[A-D](?:\.\d+)?(?:\.[a-z])?(?!\w)", "its articles"),
    (r"paling sedikit 5 \(lima\) unit usaha", "its definition of a sentra"),
    (
        r"(?:Tahun|Tahun Anggaran) 2023\b|(?<=Laporan Semester I )2023|(?<=Laporan Semester II )2023",
        "the year",
    ),
    (r"(?<=Laporan Akhir )2023|^2023$", "the year"),
    (r"paling lambat 14 \(empat belas\) hari setelah semester yang bersangkutan berakhir", "the deadline"),
    (r"\b[A-D][1-6]\b(?! \w+: )", "codes of rincian"),
    (r"^LAMPIRAN [1-5] ", "the format of the report"),
    (r"NIP 199999999999999001|Jalan Rekaan Nomor 1", "identitas"),
)
"""What is allowed to have a figure that no sheet gives, and why."""
LIMIT = r", sedangkan batasan umum adalah \d+–\d+ (?:bulan|orang per kegiatan)\.$"
"""How the juknis' own limit ends the sentence on what is outside it."""
DUE = {"1": "14 Juli 2023", "2": "14 Januari 2024", "akhir": "31 Januari 2024"}
PLAN_DUE, CHANGE_DUE = "31 Maret 2023", "30 Juni 2023"


def allowed(p: Period) -> list[str]:
    """Patterns of phrases that may stand anywhere: of the law, and the report's own days."""
    own = [
        rf"1 Januari s\.d\. {p.sampai}",
        rf"(?<=yaitu ){DUE[p.semester]}",
        rf"(?<=lambat ){DUE[p.semester]}",
    ]
    own += [rf"adalah {PLAN_DUE}", rf"Lampiran III\.B adalah {CHANGE_DUE}"]
    return [*(pattern for pattern, _ in LAW), *own]


def sentences(p: Period) -> set[str]:
    """The paragraphs, without the number of a list."""
    found = {*_plan(p), *_money(p), *_notes(p), *_lists(p), *_outside(p)}
    for kode in p.kodes:
        found |= {*_output(p, kode), *_waiting(p, kode), *_conclusion(p, kode)}
    return found | _gaps(p)


def money_sentence(p: Period) -> str:
    day = p.sampai
    name = "pagu alokasi" if p.facts.alokasi else "jumlah pagu baris belanja"
    start = f"Realisasi keuangan sampai dengan {day}"
    if p.known:
        paid = p.paid()
        share = f"{persen(paid, p.whole)} dari {name} {rp(p.whole)}"
        return f"{start} sebesar {rp(paid)} atau {share}, sehingga tersisa {rp(p.whole - paid)}."
    month = p.month
    until = tanggal(pd.Timestamp(2023, month, 1) + pd.offsets.MonthEnd()) if month else ""
    since = f"; data terakhir {until}" if month else ""
    text = f"{start}: [LENGKAPI: realisasi keuangan sampai dengan {day}{since}]."
    if month:
        text += f" Sampai dengan {until} tercatat {rp(p.paid())} ({persen(p.paid(), p.whole)} dari {name})."
    return text


def approved(p: Period) -> str:
    """The line of the page of approval."""
    if p.known:
        of = "" if p.facts.alokasi else " dari jumlah pagu baris belanja"
        return f"{rp(p.paid())} ({persen(p.paid(), p.whole)}{of})"
    return re.sub(r"^[^\[]*(\[.*?\]).*", r"\1", money_sentence(p))


def _plan(p: Period) -> Iterator[str]:
    told = p.facts.identitas
    pagu, rab = p.facts.alokasi, int(p.budget()["jumlah"].sum())
    if "Nomor Surat Rencana" in told:
        day = tanggal(pd.Timestamp(told["Tanggal Surat Rencana"]))
        sent = f"surat nomor {told['Nomor Surat Rencana']} tanggal {day}"
        yield (
            "Dokumen rencana kegiatan/rencana penggunaan DAK Nonfisik Tahun Anggaran 2023 disampaikan kepada "
            f"Direktur Jenderal Industri Kecil, Menengah, dan Aneka melalui {sent}. Batas penyampaiannya "
            f"menurut Lampiran III.A Permenperin 7/2023 adalah {PLAN_DUE}."
        )
    if "Nomor Surat Perubahan" in told:
        day = tanggal(pd.Timestamp(told["Tanggal Surat Perubahan"]))
        sent = f"surat nomor {told['Nomor Surat Perubahan']} tanggal {day}"
        yield (
            f"Perubahan rencana kegiatan disampaikan melalui {sent}. Batas penyampaiannya "
            f"menurut Lampiran III.B adalah {CHANGE_DUE}."
        )
    named = told.get("Kabupaten/Kota", "[LENGKAPI: nama kabupaten/kota]")
    until = f"sampai dengan {p.sampai}"
    yield f"Capaian keluaran setiap rincian menu kegiatan {until} disajikan pada tabel berikut."
    program = "DAK Nonfisik Penguatan Kapasitas Kelembagaan Sentra IKM"
    start = f"Pagu alokasi {program} {named} Tahun Anggaran 2023 sebesar"
    words = {900_000_000: "sembilan ratus juta rupiah", 500_000_000: "lima ratus juta rupiah"}
    amount = f"{rp(pagu)} ({words[pagu]})" if pagu else "[LENGKAPI: pagu alokasi]"
    yield f"{start} {amount}. Jumlah RAB yang disusun sebesar {rp(rab)}."
    yield amount
    yield approved(p)
    dinas = told.get("Nama Dinas", "[LENGKAPI: nama dinas]")
    yield (
        f"Pada Tahun Anggaran 2023, Pemerintah {named} melalui {dinas} menerima DAK Nonfisik dengan pagu "
        f"alokasi {rp(pagu) if pagu else '[LENGKAPI: pagu alokasi]'}."
    )


def _money(p: Period) -> Iterator[str]:
    yield money_sentence(p)
    frame = p.facts.penyaluran
    if frame is not None:
        came = int(frame.loc[frame["tanggal"] <= p.end, "rupiah"].sum())
        yield (
            f"Sampai dengan {p.sampai} dana yang disalurkan ke Rekening Kas Umum Daerah (RKUD) sebesar "
            f"{rp(came)}. Setelah dikurangi realisasi, sisanya di RKUD {rp(came - p.paid())}, tidak termasuk "
            "sisa dana tahun sebelumnya."
        )
    last = p.last_month()
    if p.known and last is not None and last < p.end.month:
        day = pd.Timestamp(2023, last, 1) + pd.offsets.MonthEnd()
        yield f"Pembayaran terakhir yang tercatat sampai dengan {tanggal(day)}."
    planned = p.budget().groupby("kode")["jumlah"].sum()
    other = [
        f"{k} {rp(p.pagu(kode=k))} (RAB {rp(planned[k])})" for k in p.kodes if p.pagu(kode=k) != planned[k]
    ]
    if other:
        yield (
            "Pagu menurut lembar realisasi, yang dipakai dalam tabel, berbeda dari RAB yang berlaku: "
            f"{' dan '.join(other)}."
        )


def _output(p: Period, kode: str) -> Iterator[str]:
    found, goal = p.output(kode), p.target(kode)
    outputs = p.law.rincian[kode].keluaran
    unit, day = outputs[0].satuan, p.sampai
    done = int((p.states(kode) == "selesai").sum())
    if found is not None:
        first, second = p.halves(kode) if p.semester == "2" else (None, None)
        tail = ""
        if first is not None and second is not None:
            both = f", yaitu {first} {unit} pada Semester I dan {second} {unit} pada Semester II"
            tail = both if first and second else f", seluruhnya pada Semester {'I' if first else 'II'}"
        share = persen(found, goal)
        yield (
            f"Sampai dengan {day} melalui {done} kegiatan tercapai {found} {unit} dari target {goal} {unit} "
            f"({share}){tail}."
        )
    elif p.awaited(kode):
        states = list(p.states(kode))
        parts = [
            f"{states.count(state)} kegiatan {words}"
            for state, words in (("berjalan", "masih berjalan"), ("belum", "direncanakan sesudahnya"))
            if state in states
        ]
        yield (
            f"Sampai dengan {day} belum ada kegiatan yang selesai: {' dan '.join(parts)}; "
            f"target {goal} {unit}."
        )
    else:
        gaps = []
        for n, one in enumerate(outputs):
            which = f" ({one.indikator[:1].lower()}{one.indikator[1:]})" if n else ""
            gaps.append(f"[LENGKAPI: capaian {kode}{which} sampai dengan {day}{p.since()}]")
        through = f" melalui {done} kegiatan" if done else ""
        yield f"Sampai dengan {day}{through} {' dan '.join(gaps)}."


def _waiting(p: Period, kode: str) -> Iterator[str]:
    yield f"Kegiatan yang belum dilaksanakan sampai dengan {p.sampai}:"
    states = p.states(kode)
    for at, one in p.facts.kegiatan.loc[states.index].iterrows():
        plan = rentang(one["p1"], one["p2"])
        yield f"{one['nama']} (rencana {plan})"
        if states[at] == "?":
            yield f"[LENGKAPI: pelaksanaan {one['nama']} (rencana {plan}) sampai dengan {p.sampai}]"


def _conclusion(p: Period, kode: str) -> Iterator[str]:
    unit, what = p.law.rincian[kode].keluaran[0].satuan, p.law.rincian[kode].keluaran[0].indikator
    found, goal = p.output(kode), p.target(kode)
    reached = "belum ada capaian" if found is None else f"capaian {found}"
    share = "" if found is None else f" ({persen(found, goal)})"
    yield f"Rincian {kode}: {what}, {reached} dari target {goal} {unit}{share}."


def _gaps(p: Period) -> set[str]:
    """The last line of the conclusions: the rincian of which the output is not known."""
    gaps = [k for k in p.kodes if p.output(k) is None and not p.awaited(k)]
    comma = "," if len(gaps) > 2 else ""
    words = f"{', '.join(gaps[:-1])}{comma} dan {gaps[-1]}" if len(gaps) > 1 else "".join(gaps)
    return {f"Rincian {words}: [LENGKAPI: capaian, setelah tabel capaian diisi]."} if gaps else set()


def _notes(p: Period) -> Iterator[str]:
    for _, rows in p.shown().groupby("kode"):
        told: dict[str, list[str]] = {}
        for _, one in rows.iterrows():
            listed = p.facts.jadwal[p.facts.jadwal["kegiatan"] == one["nama"]]
            hours = int(listed["JPL"].sum()) if len(listed) else None
            if hours is not None and pd.notna(one["jpl"]) and hours != one["jpl"]:
                tail = f"{int(one['jpl'])} JPL yang tertulis untuk kegiatan, {hours} JPL menurut jadwal."
                told.setdefault(tail, []).append(one["nama"])
            if (one["p1"], one["p2"]) != (one["r1"], one["r2"]):
                plan, held = rentang(one["p1"], one["p2"]), rentang(one["r1"], one["r2"])
                yield f"{one['nama']}: direncanakan {plan}, dilaksanakan {held}."
        for tail, names in told.items():
            named = " dan ".join(names) if len(names) < 3 else f"Semua {len(rows)} kegiatan dalam tabel"
            yield f"{named}: {tail}"


def _lists(p: Period) -> Iterator[str]:
    """The line of facts above each list of people and each timetable."""
    for _, one in p.shown().iterrows():
        title = f"{one['kode']} {p.law.rincian[one['kode']].nama}."
        people = p.people(one["nama"])
        when = rentang(one["r1"], p.last_day(one))
        hours = "" if pd.isna(one["jpl"]) else f" JPL: {int(one['jpl'])}."
        if len(people):
            men, women = (int((people["L/P"] == sex).sum()) for sex in "LP")
            yield (
                f"{title} Waktu: {when}. Tempat: {one['tempat']}.{hours} Peserta: {len(people)} orang "
                f"({men} laki-laki, {women} perempuan)."
            )
        listed = p.facts.jadwal[p.facts.jadwal["kegiatan"] == one["nama"]]
        if len(listed):
            yield f"{title} Jumlah JPL: {int(listed['JPL'].sum())}. Tempat: {listed['Tempat'].iloc[0]}."


def _outside(p: Period) -> Iterator[str]:
    """How long an activity takes and how many take part, as far as the report knows it."""
    for _, one in p.facts.kegiatan.iterrows():
        held = pd.notna(one["r1"]) and one["r1"] <= p.end
        first, last = (one["r1"], p.last_day(one)) if held else (one["p1"], one["p2"])
        word = "berlangsung" if held else "direncanakan berlangsung"
        yield f"Kegiatan {word} {_length(first, last)} ({rentang(first, last)})"
        yield f"Peserta kegiatan ini {len(p.people(one['nama']))} orang menurut daftar peserta"


def _length(first: pd.Timestamp, last: pd.Timestamp) -> str:
    """`2 bulan`, `1 bulan 30 hari`, `5 hari`."""
    months, behind = 0, last + pd.Timedelta(days=1)
    while first + pd.DateOffset(months=months + 1) <= behind:
        months += 1
    days = (behind - (first + pd.DateOffset(months=months))).days
    return " ".join([f"{months} bulan"] * bool(months) + [f"{days} hari"] * bool(days))


CAPTIONS = (
    r"(?:Capaian Per Rincian Menu Kegiatan|Kegiatan \w\d|Penyaluran Dana ke RKUD) sampai dengan {day}",
    r"(?:Realisasi Keuangan Per .*|Realisasi Anggaran .*|Pagu dan Realisasi .*) sampai dengan {day}",
    r"Realisasi Keuangan Per Bulan Tahun 2023|Realisasi Kumulatif Tahun 2023|[^\d]*",
    r"Realisasi Per Rincian dan Bulan, (?:Januari s\.d\. Juni|Juli s\.d\. Desember) 2023 \(Rp\)",
    r"Register SP2D, {span}",
)


def caption(p: Period, text: str) -> bool:
    """Whether a caption behind its number names the right days; `text` of a list may name an activity."""
    month = p.month
    until = tanggal(pd.Timestamp(2023, month, 1) + pd.offsets.MonthEnd()) if month else p.sampai
    money = re.match(r"(?:Realisasi|Pagu) (?:Keuangan Per [RJ]|Anggaran|dan)|Pagu dan", text)
    span = f"{'1 Juli' if p.semester == '2' else '1 Januari'} s.d. {p.sampai}"
    pattern = "|".join(CAPTIONS).format(day=re.escape(until if money else p.sampai), span=re.escape(span))
    return bool(re.fullmatch(pattern, re.sub(r"\b[A-D][1-6]\b", "A1", text)))
