"""Whole forms as offices fill them in: village, school, ministry, treasurer; each with its own habits."""
