"""The rows of a table: data, groups, totals, signatures, blanks, merged cells; and the cell of each value."""

from __future__ import annotations

from datetime import date, datetime

from dak_excel.sheets.records import Jadwal, Pendidikan, Peserta, Tenaga
from dak_excel.sheets.tabel import Span
from tests.sheets.grids import BUDI, PESERTA, SITI, read

HEAD = ("No", "Nama Peserta", "NIK", "Sentra", "NIB")


def people(*rows: object, **more: object) -> list[Peserta]:
    sheet = read(*rows, **more)  # type: ignore[arg-type]
    return [r for r in sheet.records if isinstance(r, Peserta)]


def test_a_signature_block_ends_the_table() -> None:
    rows = people(
        ["DAFTAR PESERTA"],
        PESERTA,
        SITI,
        BUDI,
        [None],
        [None, None, None, None, "Kota Contoh, 16 Juni 2023"],
        [None, "Mengetahui,", None, None, "Ketua Panitia"],
        [None, "Kepala Dinas", None, None, "Bidang Industri"],
        [None, "Nama Contoh, S.E.", None, None, "Nama Lain"],
        [None, "NIP. 19700101 199501 1 001"],
    )
    assert [r.nama for r in rows] == ["Siti Contoh", "Budi Misal"]


def test_a_thousand_formatted_blank_rows_are_nobody() -> None:
    assert len(people(PESERTA, SITI, *[[None] * 7] * 500, *[[""] * 7] * 500)) == 1


def test_numbers_without_names_are_nobody() -> None:
    assert len(people(PESERTA, SITI, *[[n, None, None] for n in range(2, 31)])) == 1


def test_totals_are_nobody() -> None:
    rows = people(PESERTA, SITI, ["Jumlah", None, None, "1 orang"], [None, "Total", None, 1])
    assert len(rows) == 1


def test_a_group_row_gives_its_sentra_to_the_rows_below() -> None:
    rows = people(
        ("No", "Nama Peserta", "NIK", "Usia", "NIB"),
        ["Sentra Batik Contoh"],
        [1, "Siti Contoh", "9901015206850001", 38, "1234567890123"],
        ["B", "Sentra Rotan Misal"],
        [1, "Budi Misal", "9901011205800002", 43, "1234567890124"],
        merges="A2:E2",
    )
    assert [r.sentra for r in rows] == ["Sentra Batik Contoh", "Sentra Rotan Misal"]
    assert [r.cell("sentra").a1 for r in rows] == ["A2", "B4"]
    assert rows[0].has("sentra")


def test_a_group_row_gives_its_rincian_and_activity() -> None:
    rows = people(
        PESERTA,
        ["A1 Pelatihan Wirausaha Angkatan I"],
        SITI,
        ["Angkatan II"],
        BUDI,
        ["A2 Pelatihan Teknis Produksi Batik"],
        (1, "Ani Andai", "9901015206850003", "P", 30, "Batik", "1234567890125"),
    )
    assert [(r.rincian, r.kegiatan) for r in rows] == [
        ("A1", "Pelatihan Wirausaha Angkatan I"),
        ("A1", "Pelatihan Wirausaha Angkatan I"),
        ("A2", "Pelatihan Teknis Produksi Batik"),
    ]
    assert rows[0].cell("rincian").a1 == "A2"


def test_a_cell_merged_over_rows_counts_for_all_of_them() -> None:
    rows = people(
        HEAD,
        [1, "Siti Contoh", "9901015206850001", "Sentra Batik", "1234567890123"],
        [2, "Budi Misal", "9901011205800002", None, "1234567890124"],
        [3, "Ani Andai", "9901015206850003", None, "1234567890125"],
        merges="D2:D3",
    )
    assert [r.sentra for r in rows] == ["Sentra Batik", "Sentra Batik", None]
    assert rows[1].cell("sentra").a1 == "D2"
    assert rows[1].raw("sentra") == "Sentra Batik"
    assert rows[2].blank("sentra")


def test_a_name_merged_over_two_rows_is_one_person() -> None:
    rows = people(
        HEAD,
        [1, "Siti Contoh", "9901015206850001", "Sentra Batik", "1234567890123"],
        [None, None, None, "Desa Contoh", None],
        [2, "Budi Misal", "9901011205800002", "Sentra Batik", "1234567890124"],
        merges="A2:A3 B2:B3",
    )
    assert [r.nama for r in rows] == ["Siti Contoh", "Budi Misal"]


def test_ticks_for_l_and_p() -> None:
    rows = people(
        ("No", "Nama Peserta", "L", "P", "NIK", "NIB"),
        [1, "Siti Contoh", None, "√", "9901015206850001", "1234567890123"],
        [2, "Budi Misal", "√", None, "9901011205800002", "1234567890124"],
    )
    assert [r.kelamin for r in rows] == ["P", "L"]
    assert [r.cell("kelamin").a1 for r in rows] == ["D2", "C3"]


def test_place_and_date_of_birth_share_a_column() -> None:
    row = people(
        ("No", "Nama Peserta", "Tempat/Tgl Lahir", "NIK", "NIB"),
        [1, "Siti Contoh", "Kota Contoh, 12 Mei 1985", "9901015206850001", "1234567890123"],
    )[0]
    assert (row.tempat_lahir, row.tanggal_lahir) == ("Kota Contoh", date(1985, 5, 12))
    assert row.cell("tanggal_lahir").a1 == row.cell("tempat_lahir").a1 == "C2"


def test_a_column_settles_the_order_of_day_and_month() -> None:
    head = ("No", "Nama Peserta", "Tgl Lahir", "NIK", "NIB")
    first = [1, "Siti Contoh", "05/06/1985", "9901015206850001", "1234567890123"]
    second = [2, "Budi Misal", "25/12/1980", "9901011205800002", "1234567890124"]
    assert [r.tanggal_lahir for r in people(head, first, second)] == [date(1985, 6, 5), date(1980, 12, 25)]
    unsettled = read(head, first)
    assert unsettled.records[0].problem("tanggal_lahir")
    problem = unsettled.problems[0]
    assert (problem.ketentuan, problem.varian, problem.cell.a1) == ("DATA-TANGGAL", "ambigu", "C2")
    assert (problem.judul, problem.subjek, problem.raw) == ("Tgl Lahir", "Siti Contoh", "05/06/1985")


def test_nib_cells_that_promise_one() -> None:
    row = people(PESERTA, (1, "Siti Contoh", "9901015206850001", "P", 38, "Batik", "bersedia"))[0]
    assert (row.nib, row.kesediaan_nib) == (None, True)
    assert row.cell("kesediaan_nib").a1 == "G2"
    assert not row.problems


def test_firm_and_owner_in_one_column() -> None:
    both = people(
        ("No", "Nama IKM / Pemilik", "NIK", "NIB"),
        [1, "Batik Contoh / Siti Contoh", "9901015206850001", "1234567890123"],
        [2, "Batik Misal (Budi Misal)", "9901011205800002", "1234567890124"],
    )
    assert [(r.usaha, r.nama) for r in both] == [
        ("Batik Contoh", "Siti Contoh"),
        ("Batik Misal", "Budi Misal"),
    ]
    owners = people(
        ("No", "Nama IKM / Pemilik", "NIK", "NIB"),
        [1, "Siti Contoh", "9901015206850001", "1234567890123"],
    )
    assert (owners[0].usaha, owners[0].nama) == (None, "Siti Contoh")


def test_days_of_attendance_ticked_one_by_one() -> None:
    rows = people(
        ("No", "Nama Peserta", "NIK", "NIB", "Kehadiran", None, None),
        (None, None, None, None, "Hari 1", "Hari 2", "Hari 3"),
        [1, "Siti Contoh", "9901015206850001", "1234567890123", "v", "v", "v"],
        [2, "Budi Misal", "9901011205800002", "1234567890124", "v", None, "v"],
        merges="A1:A2 B1:B2 C1:C2 D1:D2 E1:G1",
    )
    assert [r.hadir for r in rows] == [3.0, 2.0]


def test_a_rounded_nik_and_an_error_cell_are_problems_of_their_row() -> None:
    sheet = read(
        PESERTA,
        (1, "Siti Contoh", 9901015206850000.0, "P", "#REF!", "Batik", "1234567890123"),
        ["x", None, None, None, "#REF!"],
    )
    assert {(p.ketentuan, p.cell.a1) for p in sheet.problems} == {("NIK-FORMAT", "C2"), ("DATA-GALAT", "E2")}


def test_a_formula_without_a_value_is_told() -> None:
    sheet = read(
        PESERTA,
        (1, "Siti Contoh", "9901015206850001", "P", None, "Batik", None),
        unvalued={(2, 5): "2023-1985"},
    )
    assert [(p.ketentuan, p.cell.a1, p.field) for p in sheet.problems] == [("DATA-RUMUS", "E2", "usia")]


def test_hidden_parts_are_read_and_said() -> None:
    sheet = read(PESERTA, SITI, BUDI, hidden=True, hidden_rows=frozenset({3}), hidden_columns=frozenset({3}))
    assert len(sheet.records) == 2
    said = " ".join(sheet.notes)
    assert "Lembar ini tersembunyi" in said
    assert "1 baris tersembunyi" in said
    assert "(C)" in said


def test_a_doubtful_column_is_left_and_said() -> None:
    heads = (*PESERTA, "Warna Kesukaan")
    sheet = read(heads, (*SITI, 5000000))
    assert any("Warna Kesukaan" in note for note in sheet.notes)
    assert [ref.a1 for ref in sheet.unread] == ["H1"]


def test_a_plain_heading_over_other_values_is_told_cell_by_cell() -> None:
    sheet = read(
        ("No", "Nama Peserta", "NIK", "NIB", "Usia"),
        [1, "Siti Contoh", "9901015206850001", "1234567890123", "Jl. Contoh"],
        [2, "Budi Misal", "9901011205800002", "1234567890124", "Jl. Misal"],
    )
    assert all(r.usia is None for r in sheet.records if isinstance(r, Peserta))
    assert [(p.ketentuan, p.cell.a1) for p in sheet.problems] == [("DATA-ANGKA", "E2"), ("DATA-ANGKA", "E3")]


def test_education_and_experience_of_tenaga() -> None:
    sheet = read(
        ["DAFTAR INSTRUKTUR"],
        ("No", "Nama", "Instansi", "Keahlian", "Pendidikan", "Lama Pengalaman", "Sertifikat", "Surat Sehat"),
        [1, "Dr. Contoh", "Univ", "Batik", "D.III Tekstil", "5 tahun", "Ada", "440/12/2023"],
    )
    row = sheet.records[0]
    assert isinstance(row, Tenaga)
    assert (row.pendidikan, row.pengalaman, row.sehat) == (Pendidikan.D3, 5, True)
    assert row.peran == "instruktur"


def test_a_timetable_names_the_day_once() -> None:
    sheet = read(
        ["JADWAL PELATIHAN"],
        ("Hari/Tanggal", "Waktu", "Materi", "Pengajar", "JP"),
        ["Senin, 12 Juni 2023", "08.00 - 09.30 WIB", "Kewirausahaan", "Dr. Contoh", 2],
        [None, "09.45 s.d. 11.15", "Pembukuan", "Dr. Contoh", 2],
        [datetime(2023, 6, 13), "08.00-09.30", "Pemasaran", "Ir. Misal", 2],
    )
    rows = [r for r in sheet.records if isinstance(r, Jadwal)]
    first, second = (
        Span(date(2023, 6, 12), date(2023, 6, 12)),
        Span(date(2023, 6, 13), date(2023, 6, 13)),
    )
    assert [r.waktu for r in rows] == [first, first, second]
    assert rows[1].cell("waktu").a1 == "A3"
    assert str(rows[1].pukul_selesai) == "11:15:00"


def test_a_timetable_with_the_day_in_group_rows() -> None:
    sheet = read(
        ["JADWAL PELATIHAN"],
        ("No", "Pukul", "Materi", "Pengajar", "JP"),
        ["Hari ke-1, Senin, 12 Juni 2023"],
        [1, "08.00 - 09.30", "Kewirausahaan", "Dr. Contoh", 2],
        ["Selasa / 13 Juni 2023"],
        [1, "08.00 - 09.30", "Pembukuan", "Dr. Contoh", 2],
    )
    rows = [r for r in sheet.records if isinstance(r, Jadwal)]
    assert [r.waktu.mulai.day if r.waktu else None for r in rows] == [12, 13]
    assert rows[0].cell("waktu").a1 == "A3"
