"""The three invented daerah of `input_samples/`, as a program: `python -m tests.samples [FOLDER]`.

Everything in the samples is made here, so that they can be reviewed and grown: people (`orang`), sheets in
the forms that a dinas uses (`tabel`, `peserta`, `rab_dpa`, `rab_ringkas`, `plgk` …), and one module per
daerah that says what it holds (`teladan`, `percontohan`, `rintisan`). A planted fault travels with its
value (`buku.Tanam`), so that `diharapkan.yaml` knows the cell it lands in.
"""
