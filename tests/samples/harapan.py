"""What a run on the samples must find: `diharapkan.yaml` for the tests, `README.md` for people."""
# ruff: noqa: E501 (prose)

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import yaml

from tests.samples.buku import Harapan
from tests.samples.sampel import Sampel

PER = "2024-02-10"

_KEPALA = """\
# Temuan yang harus dihasilkan dari contoh di folder ini. Dibuat oleh `python -m tests.samples`; jangan disunting.
#
# per        hari pemeriksaan (--per)
# lain       tingkat temuan yang boleh ada di luar daftar `temuan` daerah itu
# temuan     berkas, lembar, sel: tempatnya. sel '' = seluruh lembar; null = tempatnya tidak ditetapkan
"""


def sebagai_yaml(sampel: Sequence[Sampel]) -> str:
    """The expected findings by daerah."""
    daerah = {
        satu.nama: {"lain": list(satu.lain_boleh), "temuan": [_butir(h) for h in satu.semua_harapan()]}
        for satu in sampel
    }
    isi: dict[str, Any] = {"per": PER, "daerah": daerah}
    return _KEPALA + yaml.safe_dump(isi, allow_unicode=True, sort_keys=False, width=200)


def _butir(harapan: Harapan) -> dict[str, str | None]:
    return {
        "ketentuan": harapan.ketentuan,
        "tingkat": harapan.tingkat,
        "berkas": harapan.berkas or None,
        "lembar": harapan.lembar or None,
        "sel": harapan.sel,
        "catatan": harapan.catatan,
    }


_PENGANTAR = f"""\
# Contoh masukan

Tiga daerah rekaan, masing-masing satu folder, untuk dicoba dengan `dak-excel proses` dan untuk uji otomatis.
Nama orang, NIK (wilayah 99), NIB, nomor telepon, desa, dan sentra semuanya rekaan. Bentuk lembarnya meniru
yang dipakai dinas: RKA/DPA dengan kepala dan tanda tangan, RAB yang diketik ulang, daftar peserta dengan judul
bertingkat, realisasi per rekening per bulan, dan seterusnya.

| Daerah | Isinya |
| --- | --- |
| Kabupaten Teladan | Lengkap, tepat waktu, dan sesuai juknis: tidak ada temuan di atas tingkat `info` |
| Kota Percontohan | Kesalahan dari semua tingkat, didaftar di bawah |
| Kabupaten Rintisan | Pertengahan tahun: satu pelatihan selesai, dua kegiatan belum; beberapa lembar belum ada |

Semua berkas di folder ini, termasuk halaman ini, dibuat oleh satu program. Untuk mengubahnya, sunting
`tests/samples/`, lalu jalankan `python -m tests.samples`. Daftar yang sama untuk program ada di
`diharapkan.yaml`. Temuan dihitung seolah-olah hari ini {PER} (`--per {PER}`).

Hal lain yang sengaja ada di berkas-berkas ini dan bukan kesalahan: baris kosong berformat sampai baris 1000, sel
`#REF!` di luar tabel, rumus tanpa nilai tersimpan, kolom tersembunyi, lembar catatan dan inventaris (`tidak
dikenali`), NIK dengan spasi atau tanda petik, tanggal lahir dalam lima ejaan, dan nama rekening resmi yang
menyebut «Panitia» atau «Kantor» padahal isinya boleh.
"""


def sebagai_readme(sampel: Sequence[Sampel]) -> str:
    """The page on the samples, with every planted fault and its cell."""
    bagian = [_PENGANTAR]
    for satu in sampel:
        harapan = satu.semua_harapan()
        if not harapan:
            continue
        bagian.append(f"## {satu.nama}: temuan yang diharapkan\n")
        bagian.append(
            "| Berkas | Lembar | Sel | Ketentuan | Tingkat | Apa yang salah |\n| --- | --- | --- | --- | --- | --- |"
        )
        bagian += [_baris(h) for h in sorted(harapan, key=lambda h: (h.berkas == "", h.berkas, h.lembar))]
        bagian.append("")
    return "\n".join(bagian)


def _baris(h: Harapan) -> str:
    sel = {None: "–", "": "seluruh lembar"}.get(h.sel, h.sel)
    return f"| {h.berkas or '–'} | {h.lembar or '–'} | {sel} | `{h.ketentuan}` | {h.tingkat} | {h.catatan} |"
