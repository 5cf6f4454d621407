"""The nightly run: every daerah of the input folder, its outputs, and the pages and the mail over all."""
