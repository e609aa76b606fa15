"""Coercion 行政强制: seizure beside a penalty, execution after a decision (行政强制法).

The kind's own rows, acts, guards, facts and clocks; it stands beside the other kinds and knows none of them.
"""
