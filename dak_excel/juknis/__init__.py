"""The rules of the juknis as data: one YAML file a year, checked when it is loaded."""
