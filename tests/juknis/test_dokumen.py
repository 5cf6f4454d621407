"""The pages on rules hold what they show."""

from __future__ import annotations

import re
import textwrap
from datetime import date
from pathlib import Path

from dak_excel.checks.registry import CHECKS
from dak_excel.checks.rules import load_rules

DOCS = Path(__file__).parents[2] / "docs"


def test_the_example_of_next_year_loads(tmp_path: Path) -> None:
    text = (DOCS / "juknis-tahun-baru.md").read_text("utf-8")
    block = re.search(r"```yaml\n(.*?)```", text, re.S)
    assert block
    (tmp_path / "2024.yaml").write_text(textwrap.dedent(f"   {block[1].strip()}"), "utf-8")
    juknis = load_rules(2024, tmp_path)
    rules = juknis.rincian["A1"].ketentuan
    assert (rules["A1-JPL"].batas["min"], rules["A1-JPL"].batas["max"], rules["A1-USIA"].batas["max"]) == (
        30,
        85,
        55,
    )
    assert "A1-NIB" not in rules
    assert juknis.diundangkan == date(2024, 1, 15)


def test_every_kind_of_the_rincian_rules_is_listed() -> None:
    text = (DOCS / "menambah-ketentuan.md").read_text("utf-8")
    table = re.findall(r"^\| (`.*?`) \|.*?\| `(checks/\w+\.py)` \|$", text, re.M)
    listed = {name: path for names, path in table for name in re.findall(r"`(\w+)`", names)}
    for name, path in listed.items():
        module = CHECKS[name].check.__module__
        assert module.replace(".", "/").endswith(path.removesuffix(".py")), name
    used = {k.jenis for rincian, k in load_rules(2023).every_ketentuan() if rincian}
    assert used <= set(listed)
