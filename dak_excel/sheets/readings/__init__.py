"""A reading of a budget is judged by the sheet's own arithmetic: candidates, evidence, verdict."""
