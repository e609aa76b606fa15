"""A procedure as a table of steps: its values, its reading with a given vocabulary, the ways through it."""

from sanzhi.law.procedures.model import Edge, PaperNeed, Procedure, ProcedureError, Step, Words
from sanzhi.law.procedures.parsing import ROLES, parse_procedure
from sanzhi.law.procedures.walking import Path, next_step, paths

__all__ = [
    "ROLES",
    "Edge",
    "PaperNeed",
    "Path",
    "Procedure",
    "ProcedureError",
    "Step",
    "Words",
    "next_step",
    "parse_procedure",
    "paths",
]
