"""Take back an upload that was not filed yet: the row goes, and its file, unless another row names it."""

from datetime import timedelta

from sanzhi.applications import events
from sanzhi.applications.models import Material
from sanzhi.applications.policies import may_upload
from sanzhi.applications.queries import own_for_update
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.errors import NotVisible
from sanzhi.kernel.jobs import later
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record

WAITS = timedelta(hours=2)  # longer than a file that has just come in is left alone


class RemoveMaterial(Order):
    application: int
    material: int


@command("applications.remove_material", title="删去材料", internal=True)
def remove_material(actor: Actor, order: RemoveMaterial) -> None:
    row = own_for_update(actor, order.application)
    material = Material.objects.filter(application=row, pk=order.material).first()
    if material is None:
        raise NotVisible
    is_open = row.filed_at is None or (material.reply_id is None and material.added_at > row.filed_at)
    require(
        may_upload(row), Verdict.when(is_open, "已经提交的材料不能删去。", remedy="请补传正确的材料并说明。")
    )
    facts = {"number": row.number, "wanted": material.wanted}
    discard(material)
    record(events.MATERIAL_REMOVED, actor=actor, subject=row, facts=facts)


def discard(material: Material) -> None:
    """Within a command: the row now, the file after a while."""
    later("applications.discard_file", material.sha256, at=clock.now() + WAITS)
    material.delete()
