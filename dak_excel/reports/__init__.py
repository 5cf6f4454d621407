"""Reports and letters: from the records and findings of a daerah to Word documents that can be signed.

`reports.write.write_documents` makes them all. Nothing is imported here: a run that changes nothing asks
only for `reports.word.libreoffice` and must not pay for the rest.
"""
