"""Save what was filled in of a draft; refuses what cannot be, and what was typed over a newer state of it."""

from sanzhi.applications import events
from sanzhi.applications.models import Application
from sanzhi.applications.policies import answers_can_be, can_be, is_draft, is_unchanged, plain_answers
from sanzhi.applications.queries import own_for_update
from sanzhi.applications.shapes import Applicant, Content
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class SaveApplication(Order):
    """`version` is the state from which the form was filled; a part that is None stays as it is."""

    application: int
    version: int
    applicant: Applicant | None = None
    content: Content | None = None


@command("applications.save_application", title="保存申请", internal=True)
def save_application(actor: Actor, order: SaveApplication) -> Application:
    row = own_for_update(actor, order.application)
    require(
        is_draft(row) & is_unchanged(row, order.version),
        can_be(order.applicant, on=clock.today()) if order.applicant else Verdict.yes(),
        Verdict.when(
            order.content is None or len(order.content.answers) <= len(row.questions),
            "填写的栏目比服务指南的多。",
        ),
        answers_can_be(row, order.content.answers, on=clock.today()) if order.content else Verdict.yes(),
    )
    if order.applicant is not None:
        _put_applicant(row, order.applicant)
    if order.content is not None:
        row.place, row.answers = order.content.place, plain_answers(row, order.content.answers)
    row.version += 1
    row.changed_at = clock.now()
    row.save()
    record(events.SAVED, actor=actor, subject=row, facts={"number": row.number})
    return row


def _put_applicant(row: Application, said: Applicant) -> None:
    fields = said.model_dump()
    for name, value in fields.items():
        setattr(row, name, value or "")
    row.id_number, row.agent_id_number = said.id_number.upper(), said.agent_id_number.upper()
    row.credit_code = said.credit_code.upper()
