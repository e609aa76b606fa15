"""Which cases wait at a step of a given office: for the head at the decision, for the reviewer at the hearing."""

from django.db.models import Q, QuerySet

from sanzhi.cases.models import Proceeding
from sanzhi.catalogues.queries import procedure_of_edition
from sanzhi.kernel.actor import Actor
from sanzhi.organisation.roles import Role


def at_their_step(actor: Actor) -> QuerySet[Proceeding]:
    """Open proceedings of the actor's authority that stand at a step of an office that the actor has (2 queries).

    Those of officers wait for who is assigned to them, and what an opinion is awaited on has a desk of its own.
    """
    own = Proceeding.objects.filter(case__authority__code=actor.authority, closed_on=None)
    places = own.order_by().values_list("procedure_edition_id", "step").distinct()
    mine = Q(pk__in=())
    for edition, key in places:
        step = procedure_of_edition(edition).step(key) if key else None
        if step is not None and step.role != Role.OFFICER and actor.has(step.role):
            mine |= Q(procedure_edition_id=edition, step=key)
    return own.filter(mine).select_related("respondent", "case__authority").order_by("step_since", "id")
