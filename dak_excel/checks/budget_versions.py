"""Several budgets of one activity and nothing that tells which counts: `rab_versi`."""

from __future__ import annotations

from collections.abc import Iterator

from dak_excel.checks.registry import Scope, kind, temuan
from dak_excel.checks.unreadable import NoParameters
from dak_excel.daerah.anggaran import budgets_of
from dak_excel.findings import Temuan
from dak_excel.indonesian import listing, short_rupiah
from dak_excel.juknis.model import Ketentuan


@kind("rab_versi", NoParameters, isi=("pilihan",))
def rab_versi(k: Ketentuan, scope: Scope, /) -> Iterator[Temuan]:
    """An activity with budgets of different totals, none of which calls itself the newer one."""
    for one in budgets_of(scope.daerah):
        if not one.sengketa:
            continue
        amounts = [versi.jumlah for versi in one.sengketa]
        yield temuan(
            k,
            one.sengketa[-1].tabel[0].ref,
            subjek=one.kegiatan or one.rincian or "RAB",
            identitas=f"{one.rincian}|{one.kegiatan}",
            rincian=one.rincian,
            kegiatan=one.kegiatan,
            rupiah=max(amounts) - min(amounts),
            pilihan=listing([f"{short_rupiah(v.jumlah)} di {v.sumber}" for v in one.sengketa]),
        )
