"""The one readable table of who plugs into whom."""

from django.utils.module_loading import autodiscover_modules

from sanzhi.amendments import board as amendments
from sanzhi.cases import board
from sanzhi.cases.guards import CONDITIONS, GUARDS
from sanzhi.catalogues import board as catalogues
from sanzhi.documents import queries as documents
from sanzhi.kernel.management.commands.do import find_actor_with
from sanzhi.law import procedures
from sanzhi.organisation.queries import actor_named
from sanzhi.portal.frame import name_forms, print_specimens
from sanzhi.project import citing
from sanzhi.recordings.guards import moments_covered
from sanzhi.reviews import queries as reviews
from sanzhi.reviews.guards import legal_review_passed
from sanzhi.statutes import board as statutes


def join() -> None:
    """Connect the ports; called once when Django has loaded every app. A missing answer refuses to start."""
    autodiscover_modules("commands")  # the API and the command line are made from the registered commands
    board.pin(
        guards={**GUARDS, "legal_review_passed": legal_review_passed},
        conditions=CONDITIONS,
        moments=moments_covered,
        facts=[reviews.facts],
        after_decision=["disclosure.open_release"],
    )
    statutes.pin(after_change=["amendments.open"])
    catalogues.pin(after_in_force=["amendments.overtake"])
    amendments.pin(quoters=[citing.forms, citing.rules])
    find_actor_with(actor_named)
    name_forms({code: form.name for code, form in documents.forms().items()})
    print_specimens(documents.specimen)
    unanswered = (procedures.GUARDS - board.guard_names()) | (procedures.CONDITIONS - board.condition_names())
    if unanswered:
        raise RuntimeError(f"nobody answers {sorted(unanswered)}: pin them in project/wiring.py")
