"""Levies 行政征收: a fee by its tariff, told, decided, billed, collected, lowered, given back, enforced by the court.

The kind's own rows, acts, guards, facts and clocks; it stands beside the other kinds and knows none of them.
"""
