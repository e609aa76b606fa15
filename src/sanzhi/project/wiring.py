"""The one readable table of who plugs into whom."""

from collections.abc import Iterable

from django.core.exceptions import ImproperlyConfigured
from django.utils.module_loading import autodiscover_modules

from sanzhi.amendments import board as amendments
from sanzhi.applications import board as applications
from sanzhi.cases import board
from sanzhi.cases.fact_groups import unanswered
from sanzhi.cases.vocabulary import VOCABULARY as CASES
from sanzhi.catalogues import board as catalogues
from sanzhi.coercion.vocabulary import VOCABULARY as COERCION
from sanzhi.disclosure.vocabulary import VOCABULARY as DISCLOSURE
from sanzhi.documents import queries as documents
from sanzhi.kernel.commands import registered_commands
from sanzhi.kernel.shell import find_actor_with
from sanzhi.law.procedures import Words
from sanzhi.ledger import joint, verification
from sanzhi.levy.vocabulary import VOCABULARY as LEVY
from sanzhi.licensing.vocabulary import VOCABULARY as LICENSING
from sanzhi.organisation.queries import holding, roles_of_key
from sanzhi.organisation.signing_in import actor_at
from sanzhi.penalty.vocabulary import VOCABULARY as PENALTY
from sanzhi.portal.frame import name_forms, print_specimens
from sanzhi.project import citing, collected, verifying
from sanzhi.recordings import moments
from sanzhi.recordings.guards import moments_covered
from sanzhi.recordings.vocabulary import VOCABULARY as RECORDINGS
from sanzhi.requisition.vocabulary import VOCABULARY as REQUISITION
from sanzhi.reviews.vocabulary import VOCABULARY as REVIEWS
from sanzhi.statutes import board as statutes

VOCABULARIES = (CASES, PENALTY, COERCION, LEVY, REQUISITION, LICENSING, REVIEWS, RECORDINGS, DISCLOSURE)


def join() -> None:
    """Connect the ports; called once when Django has loaded every app. A missing answer refuses to start."""
    autodiscover_modules("commands")  # the API and the command line are made from the registered commands
    board.pin(
        VOCABULARIES,
        moments=moments_covered,
        after_decision=["disclosure.open_release"],
        after_overturn=["disclosure.demand_withdrawal"],
    )
    _facts_are_known({path for form in documents.forms().values() for path in form.paths})
    applications.pin()  # licensing looks for what was filed, replied and withdrawn by itself
    statutes.pin(after_change=["amendments.open"])
    catalogues.pin(
        words=Words(frozenset(registered_commands()), board.guard_names(), board.condition_names()),
        floor=[rule for row in VOCABULARIES for rule in row.floor],
        purposes={code: form.purpose for code, form in documents.forms().items()},
        after_in_force=["amendments.overtake"],
        wordings={**board.wordings(), **moments.CAPTIONS},
    )
    amendments.pin(quoters=[citing.forms, citing.rules])
    find_actor_with(actor_at)
    joint.pin(roles_of_key, holders=holding)
    verification.pin(*verifying.CHECKS, collected.static_findings)
    name_forms({code: form.name for code, form in documents.forms().items()})
    print_specimens(documents.specimen)


def _facts_are_known(paths: Iterable[str]) -> None:
    """Every fact that a form asks for is given by exactly one app of a kind."""
    lost = unanswered((board.fact_groups(key) for key in board.all_procedures()), paths)
    if lost:
        raise ImproperlyConfigured(f"文书要取的案件信息没有来源，或者有几个来源：{'、'.join(lost)}。")
