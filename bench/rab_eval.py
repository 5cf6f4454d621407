"""How well the RAB classifier does on labelled lines: `python -m bench.rab_eval BERKAS.csv [--salah]`.

The CSV has the columns id, rincian, kode_rekening, uraian, volume, satuan, harga_satuan, label, reason, and
perhaps judul (headings, the outermost first, with ` > ` between), akun (name of the account) and spesifikasi.
A label is `boleh`, `telaah`, or begins with `dilarang-1`, `-2a`, `-2b`, `-3`, `-4`.
"""

from __future__ import annotations

import csv
import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from dak_excel.rab.classify import classify_text
from dak_excel.rab.verdict import LineVerdict
from dak_excel.rab.vocabulary import LARANGAN
from dak_excel.sheets.values import Bad, parse_money, parse_volumes

SINGKAT = {name: f"dilarang-{name.split('-')[1].lower()}" for name in LARANGAN}


@dataclass(frozen=True)
class Hasil:
    """A labelled line and the verdict on it."""

    id: str
    uraian: str
    label: str
    """`boleh`, `telaah` or `dilarang-2b`."""
    kelas: LineVerdict

    @property
    def jawab(self) -> str:
        """The verdict in the words of the labels."""
        if self.kelas.ketentuan is None:
            return "boleh"
        return SINGKAT.get(self.kelas.ketentuan, "telaah")


@dataclass(frozen=True)
class Angka:
    """The figures of one run; shares of 1."""

    baris: int
    tepat: float
    """Lines with exactly their label."""
    boleh: int
    """Allowed lines."""
    boleh_dilarang: int
    """Allowed lines called forbidden: the worse error."""
    boleh_telaah: int
    terlarang: int
    ditemukan: float
    """Forbidden lines called forbidden, whichever exclusion."""
    jadi_telaah: float
    """Forbidden lines called telaah."""
    telaah_dilarang: int
    """Ambiguous lines called forbidden."""


def baca(path: Path) -> list[dict[str, str]]:
    """The rows of a CSV."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def periksa(rows: Sequence[dict[str, str]]) -> list[Hasil]:
    """The verdict on every row."""
    return [
        Hasil(row.get("id", ""), row["uraian"], _label(row.get("label", "")), _kelas(row)) for row in rows
    ]


def _label(text: str) -> str:
    parts = text.strip().lower().split("-")
    return "-".join(parts[:2]) if parts[0] == "dilarang" else parts[0]


def _kelas(row: dict[str, str]) -> LineVerdict:
    factors = parse_volumes(row.get("volume") or None)
    unit = (row.get("satuan") or "").strip()
    if factors is None or isinstance(factors, Bad):
        factors = ((Decimal(1), ""),)
    *first, (number, own) = factors
    faktor = (*first, (number, unit or own))
    harga = parse_money(row.get("harga_satuan") or None)
    above = [row.get("akun") or "", *(row.get("judul") or "").split(" > ")]
    return classify_text(
        row["uraian"],
        row.get("kode_rekening") or "",
        faktor,
        harga if isinstance(harga, Decimal) else None,
        tuple(text for text in above if text),
        row.get("spesifikasi") or "",
    )


def angka(hasil: Sequence[Hasil]) -> Angka:
    """The figures."""
    forbidden = [h for h in hasil if h.label.startswith("dilarang")]
    allowed = [h for h in hasil if h.label == "boleh"]
    unsure = [h for h in hasil if h.label == "telaah"]
    count = max(len(forbidden), 1)
    return Angka(
        baris=len(hasil),
        tepat=sum(h.label == h.jawab for h in hasil) / max(len(hasil), 1),
        boleh=len(allowed),
        boleh_dilarang=sum(h.jawab.startswith("dilarang") for h in allowed),
        boleh_telaah=sum(h.jawab == "telaah" for h in allowed),
        terlarang=len(forbidden),
        ditemukan=sum(h.jawab.startswith("dilarang") for h in forbidden) / count,
        jadi_telaah=sum(h.jawab == "telaah" for h in forbidden) / count,
        telaah_dilarang=sum(h.jawab.startswith("dilarang") for h in unsure),
    )


def laporan(hasil: Sequence[Hasil], salah: bool = False) -> str:
    """The figures as text; with `salah` every line that got another label than its own."""
    a = angka(hasil)
    lines = [
        f"{a.baris} baris, tepat seluruhnya {a.tepat:.1%}",
        f"boleh disebut dilarang : {a.boleh_dilarang} dari {a.boleh}",
        f"boleh disebut telaah   : {a.boleh_telaah}",
        f"dilarang ditemukan     : {a.ditemukan:.1%} dari {a.terlarang}; sebagai telaah {a.jadi_telaah:.1%}",
        f"telaah disebut dilarang: {a.telaah_dilarang}",
    ]
    mixed = Counter((h.label, h.jawab) for h in hasil if h.label != h.jawab)
    lines += [f"  {label} → {found}: {count}" for (label, found), count in sorted(mixed.items())]
    if salah:
        lines += [
            f"{h.id} {h.label} → {h.jawab} | {h.uraian} | {h.kelas.aturan} {h.kelas.kata}"
            for h in hasil
            if h.label != h.jawab
        ]
    return "\n".join(lines)


def main(arguments: Sequence[str]) -> int:
    """Prints the figures for each file; 2 when none is given."""
    paths = [Path(text) for text in arguments if not text.startswith("--")]
    if not paths:
        print(__doc__)
        return 2
    for path in paths:
        try:
            rows = baca(path)
        except (OSError, UnicodeDecodeError) as error:
            print(f"{path} tidak dapat dibaca: {error}")
            return 2
        if not rows or "uraian" not in rows[0]:
            print(f"{path} tidak memuat kolom «uraian».")
            return 2
        print(f"== {path.name}")
        print(laporan(periksa(rows), "--salah" in arguments))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
