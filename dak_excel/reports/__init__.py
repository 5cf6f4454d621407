"""Word reports and letters, filled from docx templates."""
