"""Layouts made by chance: office habits combined, what is true of each sheet known by construction."""
