"""A reading of a budget is judged by the sheet's own arithmetic: candidates, evidence, verdict;
and what people have told of a layout."""
