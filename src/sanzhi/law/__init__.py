"""The law in plain Python: counting days, walking procedures, fines, identity, redaction, statutes.

No Django, no database, no clock: every function takes the day it speaks of, and every rule names its article.
"""
