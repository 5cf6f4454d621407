"""Findings back into the user's own workbook, without loss, and the answers out of it again."""
