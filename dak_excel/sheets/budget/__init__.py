"""Budgets and payments: which row is a line, what it stands under, what the sums say."""
