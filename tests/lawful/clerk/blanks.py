"""A clerk who is told “请填写” writes something: what the blanks of a draft are filled with."""

from typing import Any

from sanzhi.documents import queries as documents
from sanzhi.documents.filling import flaws, is_blank
from sanzhi.documents.form_model import Field
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from tests.lawful.clerk.acts import Act, Ref
from tests.lawful.clerk.world import World

SAID = "已按规定办理。"
ROWS = 8  # no form asks for more


def filled(world: World, act: Act) -> Act | None:
    """The act that fills what the paper, which `act` wants to submit, still lacks; None where nothing is blank."""
    ref = act.order.get("document")
    paper = Document.objects.filter(pk=world.made.get(ref.key, 0)).first() if isinstance(ref, Ref) else None
    if paper is None:
        return None
    form = documents.form(paper.form)
    lacking = {flaw.field for flaw in flaws(form, paper.values, today=clock.today())}
    blanks = [row for row in form.fields if row.name in lacking and is_blank(paper.values.get(row.name))]
    if not blanks:
        return None
    order = {**act.order, "values": {row.name: _something(row, world) for row in blanks}}
    return Act(f"fill_document:{paper.form}", "cases.fill_document", act.who, order)


def _something(field: Field, world: World) -> Any:
    if field.is_list:
        return [{column.name: SAID for column in field.columns}] * ROWS
    match field.type:
        case "date":
            return world.now.date().isoformat()
        case "datetime":
            return world.now.replace(tzinfo=None).isoformat(timespec="minutes")
        case "money" | "number":
            return "1"
        case "boolean":
            return True
        case "choice":
            return field.choices[0][0]
    return SAID[: field.max_length or None]
