"""Checks: small functions from records and a ketentuan to findings, one module a subject."""
