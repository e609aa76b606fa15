"""The page on which a lead is registered: what was seen, and who did it where that is known already."""

from django.http import QueryDict

from sanzhi.cases import board, commands
from sanzhi.cases.commands.register_lead import CAPTIONS
from sanzhi.cases.handling import handlers_offered
from sanzhi.cases.identifying import CAPTIONS as PARTY
from sanzhi.cases.identifying import HELPS, KnownParty
from sanzhi.cases.models import OF_LEADS, PartyKind
from sanzhi.catalogues import queries as catalogues
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.order_form import OrderForm, order_form

PartyForm = order_form(KnownParty, captions=PARTY, helps=HELPS)


def lead_form(actor: Actor, sent: QueryDict | None) -> OrderForm:
    today = clock.today()
    form_type = order_form(
        commands.RegisterLead,
        captions=CAPTIONS,
        fixed={"party": None},
        choices={
            "procedure": list(board.procedures().items()),
            "source": [(row.value, row.label) for row in OF_LEADS],
            "cause_code": [
                (row.code, f"{row.code} {row.title}")
                for row in catalogues.powers(actor.authority)
                if row.is_ours and board.opens(row)
            ],
            "partner": [row for row in handlers_offered(actor.authority) if row[0] != actor.officer_id],
        },
    )
    begins = {"procedure": next(iter(board.procedures()), None), "found_on": today, "happened_on": today}
    return form_type(sent, initial=begins)


def party_form(sent: QueryDict | None) -> OrderForm:
    """Left as it is by who does not know the party yet."""
    begins = {"kind": PartyKind.PERSON.value}
    return PartyForm(sent, initial=begins, empty_permitted=True, use_required_attribute=False)


def with_party(form: OrderForm, party: OrderForm) -> commands.RegisterLead | None:
    """The order, or None with the errors put beside the fields of both."""
    lead, who = form.order(), party.order() if party.has_changed() else None
    if lead is None or (who is None and party.has_changed()):
        return None
    return lead.model_copy(update={"party": who})  # type: ignore[return-value]
