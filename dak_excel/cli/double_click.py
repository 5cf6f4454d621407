"""What a double click on `jalankan.bat` or `pasang-malam.bat` does, also with folders dropped on them.

The .bat files only find Python; everything that can go wrong with names is here. Explorer gives a dropped
name without a space no quotes, so that cmd ends it at `&`: the whole command line, which the .bat files hand
over in `BARIS_KLIK`, still has it.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from dak_excel.cli.app import ADA_TEMUAN, BERES, run
from dak_excel.cli.asking import as_clock, as_folder, as_yes, ask
from dak_excel.cli.display import say
from dak_excel.cli.parser import SALAH_PAKAI
from dak_excel.cli.screen import prepare_console
from dak_excel.cli.settings_dialogue import write_settings
from dak_excel.config import NAMA_BERKAS, load_settings
from dak_excel.errors import UserError
from dak_excel.output.names import safe_name

_NAMA_BAT = re.compile(r'[\\/](?:jalankan|pasang-malam)\.bat"?', re.IGNORECASE)
_KATA = re.compile(r'"([^"]*)"?|(\S+)')


def dropped(command_line: str, words: Sequence[str]) -> list[Path]:
    """What was dropped: by the command line that Explorer made, else by the words of a prompt."""
    found = _NAMA_BAT.search(command_line)
    if found is None:
        return [Path(word) for word in words]
    rest = command_line[found.end() :].strip()
    if rest.count('"') % 2:  # the quote that ends what Explorer gave to cmd
        rest = rest[::-1].replace('"', "", 1)[::-1]
    return [Path(quoted or bare) for quoted, bare in _KATA.findall(rest)]


def process(given: Sequence[Path]) -> int:
    """`jalankan.bat`: the input of the settings, or what was dropped; the pages are opened. Exit code."""
    files = [str(path) for path in given if path.is_file()]
    folders = [path for path in given if not path.is_file()]
    codes = [run(["periksa", *files])] if files else []
    if len(folders) == 1 or not given:
        codes.append(run(["proses", *map(str, folders), "--buka"]))
    elif folders:
        keluaran, used = load_settings().keluaran.resolve(), set[str]()
        for folder in folders:
            apart = keluaran.with_name(safe_name(f"{keluaran.name} {folder.name}", used))
            used.add(apart.name.casefold())
            say(f"{folder} → {apart}")
            codes.append(run(["proses", str(folder), "--keluaran", str(apart), "--buka"]))
    return max(code for code in codes if code != ADA_TEMUAN) if set(codes) != {ADA_TEMUAN} else BERES


def nightly(given: Sequence[Path]) -> int:
    """`pasang-malam.bat`: asks for folder and hour, schedules, runs once, opens the page. Exit code."""
    settings = load_settings()
    say("Folder itu diperiksa tiap malam. Tekan Enter untuk memakai yang di antara [ ].")
    own = Path(NAMA_BERKAS).is_file()
    suggested = given[0] if given else settings.masukan if own else Path("masukan")
    masukan = ask("Folder tempat berkas Excel dinas", str(suggested.resolve()), as_folder)
    if not masukan.is_dir():
        if not ask(f"«{masukan}» belum ada. Buat sekarang (ya/tidak)?", "ya", as_yes):
            return BERES
        masukan.mkdir(parents=True)
    beside = settings.keluaran if own and not given else masukan.parent / "keluaran"
    keluaran = ask("Folder untuk hasilnya", str(beside.resolve()), as_folder)
    pukul = ask("Jam mulai tiap malam", "01:30", as_clock)
    if not own:  # jalankan.bat then works on the same folders
        write_settings(Path(NAMA_BERKAS), {"masukan": str(masukan), "keluaran": str(keluaran)})
    folders = ["--masukan", str(masukan), "--keluaran", str(keluaran)]
    scheduled = run(["jadwal", "pasang", "--pukul", pukul, *folders])
    say("Sekarang diproses sekali ...")
    return max(scheduled, run(["proses", str(masukan), "--keluaran", str(keluaran), "--buka"]))


def main(arguments: Sequence[str]) -> int:
    """`proses` or `malam`, then what cmd says was dropped. Exit code."""
    prepare_console()
    given = dropped(os.environ.get("BARIS_KLIK", ""), arguments[1:])
    try:
        return nightly(given) if arguments[0] == "malam" else process(given)
    except (UserError, OSError) as error:
        say(str(error))
        return SALAH_PAKAI
    except KeyboardInterrupt:
        say("Dihentikan.")
        return SALAH_PAKAI


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
