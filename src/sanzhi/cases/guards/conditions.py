"""The conditions that choose an edge or a paper."""

from sanzhi.cases import queries
from sanzhi.cases.models import Case
from sanzhi.cases.penalty_rules import hearing_line_reached, major_reasons


def correct_first(case: Case) -> bool:
    """The offence may be punished only after an order to correct was not obeyed (G-08)."""
    return queries.power_of(case).correct_first


def corrected(case: Case) -> bool:
    return hasattr(case, "correction") and bool(case.correction.is_corrected)


def no_penalty_proposed(case: Case) -> bool:
    proposal = queries.current_proposal(case)
    return proposal is not None and proposal.no_penalty


def hearing_line(case: Case) -> bool:
    return hearing_line_reached(case)


def plea_made(case: Case) -> bool:
    return hasattr(case, "plea") and not case.plea.is_waived


def hearing_requested(case: Case) -> bool:
    return hasattr(case, "hearing")


def not_major_decision(case: Case) -> bool:
    return not major_reasons(case)
