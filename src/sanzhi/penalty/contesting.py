"""How long the court may be asked, counted from the end of what may be contested (行政处罚法 §72(2); 行政强制法 §53)."""

from sanzhi.cases.contestable import ends, spans
from sanzhi.cases.models import Proceeding
from sanzhi.law.deadline_rules import rule
from sanzhi.law.deadlines import Deadline, Exclusion, due
from sanzhi.penalty.queries import granted_deferrals, wrongly_ended

WRONG_END = "终结执行的登记有误，已经更正"


def court_period(proceeding: Proceeding) -> Deadline | None:
    """The three months for the application, from the end of the remedies, or of the deferral (行政处罚法 §72(2)).

    What comes when they are over revives nothing: no deferral, no change of our own, no suit.
    """
    found = spans(proceeding)
    if not found:
        return None
    put_off = [(row.decided_on or row.asked_on, row.until) for row in granted_deferrals(proceeding)]
    start = found[0][1]
    for since, until in sorted([*found[1:], *put_off]):
        if since <= ends("court_application", start, proceeding=proceeding):
            start = max(start, until)
    stood = tuple(Exclusion(*span, WRONG_END) for span in wrongly_ended(proceeding))
    return due(rule("court_application", start), start, calendar=proceeding.calendar, exclusions=stood)
