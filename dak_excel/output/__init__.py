"""Output: what a run made is put in its place, whole or not at all, under names that every system takes."""
