"""Joins the editions of procedures to the floor in law/: a local list may be stricter, never weaker."""

from sanzhi.catalogues import board
from sanzhi.catalogues.models import Edition, Kind
from sanzhi.catalogues.schemas import procedure_of_head
from sanzhi.kernel.verdict import Reason, Verdict


def keeps_floor(edition: Edition) -> Verdict:
    """Yes for every catalogue but a procedure that relaxes what statute demands; each breach names its path."""
    if edition.kind != Kind.PROCEDURE:
        return Verdict.yes()
    found = board.breaches_of(procedure_of_head(edition.head))
    return Verdict(
        tuple(
            Reason(f"路径“{'→'.join(breach.path)}”的环节“{breach.step}”：{breach.sentence}", breach.citation)
            for breach in found
        )
    )
