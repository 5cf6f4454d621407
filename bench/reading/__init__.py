"""Reading measured against what is known to be true of a sheet: facts, score, and how it is told."""
