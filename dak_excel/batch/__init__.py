"""Batch: a run over the input folder, one daerah at a time, from what was dropped to what is published."""
