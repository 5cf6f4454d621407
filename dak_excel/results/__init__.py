"""Hasil: what a run made of one daerah, in plain data that the journal keeps and the summary shows.

Nothing here holds a NIK, a phone number or an address: texts are masked when they are put in.
"""
