"""Requisition 行政征用 in an emergency: decided, counted and valued, used, returned, compensated (突发事件应对法 §12, §76).

The kind's own rows, acts, guards, facts and clocks; it stands beside the other kinds and knows none of them.
"""
