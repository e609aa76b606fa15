"""Reads tables of procedures with the platform's own words, and holds them against its own floor."""

from collections.abc import Mapping
from typing import Any

from sanzhi.catalogues import board
from sanzhi.law.floors.common import Breach
from sanzhi.law.procedures import Procedure, parse_procedure


def read(table: Mapping[str, Any]) -> Procedure:
    """Raises ProcedureError."""
    return parse_procedure(table, board.words())


def breaches(procedure: Procedure) -> tuple[Breach, ...]:
    return board.breaches_of(procedure)
