"""Rab: what a budget line is for, read from its words, its kode rekening, its headings and its volume."""
