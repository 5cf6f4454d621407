"""Heading sets of lists against the reader: kind, needed columns, wrong roles. Run from the repository:

python -m bench.judul SETS.md [--rinci] [--baris 9]

A line of the file is a set: `| name | source | kind | title | layout | heading → field; … |`. Kinds and
fields may be several (`peserta / sentra`), `–` is no field, a trailing `?` may be left, `A >> B` is a heading
over two rows, `heading → field ~ a ¦ b` what its cells hold, row after row. Sheets are made of them with
invented cells. Sets of our own are in `bench/judul_set`.
"""

from __future__ import annotations

import argparse
import random
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from bench.judul_isi import cell
from dak_excel.sheets.grid import Grid, Value
from dak_excel.sheets.read import read_grid
from dak_excel.sheets.records import ReadSheet
from dak_excel.sheets.vocabulary import load_vocabulary

NOTHING = frozenset(
    {
        "",
        "nomor",
        "nomor_urut",
        "keterangan",
        "paraf",
        "catatan_lain",
        "lain",
        "bukti_bayar",
        "hari",
        "bulan_centang",
        "peserta_l",
        "peserta_p",
    }
)
"""Fields that nothing asks for: a column under one of them is as good as left."""
SAME = {
    "lahir": {"lahir", "tanggal_lahir", "tempat_lahir"},
    "wil": {"alamat", "desa", "kecamatan", "kabkota"},
    "tanggal": {"waktu", "tanggal", "hari", "mulai"},
    "jam": {"pukul", "pukul_mulai", "pukul_selesai", "waktu", "lama_jam", "mulai", "selesai"},
    "kelamin": {"kelamin", "kelamin_l", "kelamin_p"},
    "nama": {"nama", "ikm_pemilik"},
    "usaha": {"usaha", "ikm_pemilik"},
    "kegiatan": {"kegiatan", "nama"},
    "target": {"target", "jumlah_peserta"},
    "tempat": {"tempat", "alamat"},
    "tenaga_kerja": {"tenaga_kerja", "tenaga_kerja_l", "tenaga_kerja_p"},
    "capaian": {"capaian", "jumlah_peserta", "realisasi"},
    "realisasi": {"realisasi", "realisasi_bulan", "realisasi_triwulan", "sd_bulan_ini"},
}
"""Fields of the program that a field of the sets stands for, beside its own name."""


@dataclass(frozen=True, slots=True)
class Judul:
    """A heading, the fields that are right for it, and whether the program must read it."""

    parts: tuple[str, ...]
    fields: tuple[str, ...]
    needed: bool
    anything: bool
    cells: tuple[str, ...] = ()

    def value(self, n: int, chance: random.Random) -> Value:
        """The cell of row `n`: as the set tells it, else invented."""
        if not self.cells:
            return cell(" ".join(self.parts), self.fields, n, chance)
        text = self.cells[n % len(self.cells)]
        return int(text) if text.isdigit() and len(text) < 12 and text[0] != "0" else text


@dataclass(frozen=True, slots=True)
class Himpunan:
    """A set of headings of one sheet."""

    nama: str
    jenis: tuple[str, ...]
    title: str
    layout: str
    judul: tuple[Judul, ...]


@dataclass(slots=True)
class Nilai:
    """How one set was read: the kind, needed columns that were left, columns under a wrong field."""

    jenis: str
    benar: bool
    perlu: int
    kurang: list[str] = field(default_factory=list)
    salah: list[str] = field(default_factory=list)


def read_sets(text: str) -> list[Himpunan]:
    """The sets of a file; lines that are none are passed over."""
    sets = []
    for line in text.splitlines():
        cells = [part.strip() for part in line.strip().strip("|").split(" | ")]
        if len(cells) == 6 and "→" in cells[5] and cells[0] != "set":
            kinds = tuple(kind.strip() for kind in cells[2].split(" / "))
            judul = tuple(map(_heading, cells[5].split("; ")))
            sets.append(Himpunan(cells[0], kinds, cells[3], cells[4], judul))
    return sets


def _heading(text: str) -> Judul:
    told, _, values = text.partition(" ~ ")
    words, _, meaning = told.rpartition("→")
    names = [name.strip().replace("–?", "–") for name in meaning.split(" / ")]
    fields = tuple(name.rstrip("?") for name in names if name not in ("–", "x"))
    free = "x" in names or "–" in names or any(name.endswith("?") for name in names)
    needed = bool(fields) and not free and not set(fields) & {"no", "ket"}
    parts = tuple(part.strip() for part in words.split(" >> "))
    cells = tuple(value.strip() for value in values.split("¦") if value.strip())
    return Judul(parts, fields, needed, "x" in names, cells)


def make_grid(one: Himpunan, rows: int) -> Grid:
    """A sheet of a set: title lines, headings, invented rows, and what its layout says beside."""
    chance = random.Random(one.nama)
    layout, width = one.layout, len(one.judul)
    lines: list[list[Value]] = []
    if "judul" in layout or "kv" in layout:
        lines += [[one.title.upper()], ["KABUPATEN CONTOH TAHUN 2023"], []]
    if "kv" in layout:
        lines[2:] = [["Hari/Tanggal : Senin, 5 Juni 2023"], ["Tempat : Aula Dinas Contoh"], []]
    top = len(lines) + 1
    head, merges = _head(one, top)
    lines += head
    if " no" in f" {layout}".replace("judul no", "judul  no"):
        lines.append(list(range(1, width + 1)))
    if "grup" in layout:
        lines.append(["A", "Kelompok Inti"])
    for n in range(1, rows + 1):
        lines.append([h.value(n, chance) for h in one.judul])
    if "merge" in layout:
        body = len(lines) - rows + 1
        merges += [(r, 1, r + 2, 1) for r in range(body, len(lines) - 1, 3)]
        for top_row, *_ in [m for m in merges if m[0] >= body]:
            lines[top_row][0] = lines[top_row + 1][0] = None
    if "jumlah" in layout:
        numbers = [h for h in one.judul if isinstance(h.value(1, chance), int | float)]
        lines.append(["Jumlah", *[20 if h in numbers else None for h in one.judul[1:]]])
    if "ttd" in layout:
        lines += [
            [],
            [*[None] * max(0, width - 2), "Contoh, 12 Juni 2023"],
            [*[None] * max(0, width - 2), "Kepala Dinas"],
        ]
    sheet = one.title if "judul" not in layout and "kv" not in layout else "Sheet1"
    return Grid("data.xlsx", sheet[:31], lines, merges)


def _head(one: Himpunan, top: int) -> tuple[list[list[Value]], list[tuple[int, int, int, int]]]:
    if all(len(h.parts) == 1 for h in one.judul):
        return [[h.parts[0] for h in one.judul]], []
    first: list[Value] = []
    second: list[Value] = []
    merges: list[tuple[int, int, int, int]] = []
    for at, h in enumerate(one.judul, 1):
        if len(h.parts) == 1:
            first.append(h.parts[0])
            second.append(None)
            merges.append((top, at, top + 1, at))
        elif at > 1 and one.judul[at - 2].parts[:1] == h.parts[:1] and len(one.judul[at - 2].parts) > 1:
            first.append(None)
            second.append(h.parts[1])
            merges[-1] = (top, merges[-1][1], top, at)
        else:
            first.append(h.parts[0])
            second.append(h.parts[1])
            merges.append((top, at, top, at))
    return [first, second], [m for m in merges if m[:2] != m[2:]]


def score(one: Himpunan, sheet: ReadSheet) -> Nilai:
    """Kind and columns of a sheet as read, against its set."""
    result = Nilai(str(sheet.kind), str(sheet.kind) in one.jenis, sum(h.needed for h in one.judul))
    read = {kolom.column: kolom.field for tabel in sheet.tables for kolom in tabel.kolom if kolom.field}
    if str(sheet.kind) == "tidak dikenali":
        read = {}
    for at, heading in enumerate(one.judul, 1):
        name = read.get(at, "")
        allowed = set().union(*({f, *SAME.get(f, ())} for f in heading.fields))
        label = f"{' / '.join(heading.parts)} → {name or '–'}"
        if name in NOTHING:
            if heading.needed and result.benar and result.jenis != "tidak dikenali":
                result.kurang.append(label)
        elif name not in allowed and not heading.anything and str(sheet.kind) != "tidak dikenali":
            result.salah.append(label)
            if heading.needed and result.benar:
                result.kurang.append(label)
    return result


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints how many sets were read right."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sets", type=Path, nargs="+")
    parser.add_argument("--rinci", action="store_true")
    parser.add_argument("--baris", type=int, default=9)
    options = parser.parse_args(arguments)
    kosakata = load_vocabulary()
    for path in options.sets:
        results = []
        for one in read_sets(path.read_text(encoding="utf-8")):
            sheet = read_grid(make_grid(one, options.baris), kosakata, {}, 2023)
            result = score(one, sheet)
            results.append((one, result))
            if options.rinci and (not result.benar or result.kurang or result.salah):
                wanted = "" if result.benar else " ≠ " + " / ".join(one.jenis)
                print(f"{one.nama}: {result.jenis}{wanted} «{one.title}»")
                if not result.benar:
                    print("   ", " · ".join(sheet.notes)[:300])
                print(
                    *(f"    kurang {text}\n" for text in result.kurang),
                    *(f"    salah  {text}\n" for text in result.salah),
                    sep="",
                    end="",
                )
        right = [result for _, result in results if result.benar and result.jenis != "tidak dikenali"]
        needed = sum(result.perlu for result in right)
        missed = sum(len(result.kurang) for result in right)
        kinds = sum(result.benar for _, result in results)
        wrong = sum(len(result.salah) for _, result in results)
        share = 100 * (needed - missed) / needed if needed else 0.0
        print(
            f"{path.name}: jenis benar {kinds} dari {len(results)},"
            f" kolom perlu {needed - missed} dari {needed} ({share:.1f}%), peran salah {wrong}"
        )


if __name__ == "__main__":
    main()
