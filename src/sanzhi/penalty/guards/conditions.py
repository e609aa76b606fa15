"""The conditions that choose an edge or a paper."""

from sanzhi.cases import queries
from sanzhi.cases.models import Proceeding
from sanzhi.law.measures import Disposal
from sanzhi.penalty.guards.course import notice_given
from sanzhi.penalty.owed import fine_owed
from sanzhi.penalty.queries import correction_of
from sanzhi.penalty.rules import hearing_line_reached


def correct_first(proceeding: Proceeding) -> bool:
    """The offence may be punished only after an order to correct was not obeyed (G-08), or one was given all the same.

    Decided anew, what was found of an order before the procedure was mended is found.
    """
    is_owed = queries.power_of(proceeding).correct_first and correction_of(proceeding) is None
    return is_owed or ordered(proceeding)


def ordered(proceeding: Proceeding) -> bool:
    """The party was ordered to correct, whether or not the cause demands it: in this proceeding."""
    order = correction_of(proceeding)
    return order is not None and order.proceeding_id == proceeding.pk


def spared(proceeding: Proceeding) -> bool:
    proposal = queries.current_proposal(proceeding)
    return proposal is not None and proposal.disposal == Disposal.SPARE


def hearing_line(proceeding: Proceeding) -> bool:
    return hearing_line_reached(proceeding)


def fined(proceeding: Proceeding) -> bool:
    """A fine is owed: as decided, or as it was changed to."""
    return hasattr(proceeding, "decision") and fine_owed(proceeding) > 0


def plea_notice_owed(proceeding: Proceeding) -> bool:
    """What is proposed now has not been told, and gives no right to a hearing."""
    return not hearing_line_reached(proceeding) and not notice_given(proceeding)


def hearing_notice_owed(proceeding: Proceeding) -> bool:
    return hearing_line_reached(proceeding) and not notice_given(proceeding)
