"""Put an uploaded file to one of the item's materials; refuses what was not checked on its way in, and too much."""

from pydantic import Field

from sanzhi.applications import events
from sanzhi.applications.arriving import named, whose
from sanzhi.applications.contents import kind_of
from sanzhi.applications.models import Material
from sanzhi.applications.policies import has_room, is_wanted, may_upload
from sanzhi.applications.queries import own_for_update
from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.kept_file import RECEIPT, hash_in, is_receipt
from sanzhi.kernel.storage import store
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record


class AddMaterial(Order):
    """`file` is the receipt that `arriving.taken_in` gave for it."""

    application: int
    wanted: str = Field(min_length=1, max_length=100)
    name: str = Field(max_length=300)
    file: str = Field(pattern=RECEIPT, min_length=64)


@command("applications.add_material", title="上传材料", internal=True)
def add_material(actor: Actor, order: AddMaterial) -> Material:
    row = own_for_update(actor, order.application)
    sha256 = hash_in(order.file)
    is_ours = is_receipt(order.file, of=whose(row.pk)) and store().has(sha256)
    require(Verdict.when(is_ours, "文件没有经过检查。", remedy="请重新上传。"))
    size = store().size(sha256)
    same = Material.objects.filter(application=row, wanted=order.wanted, sha256=sha256)
    require(
        may_upload(row),
        is_wanted(row, order.wanted),
        has_room(row, order.wanted, size=size),
        Verdict.when(not same.exists(), f"这份文件已经在“{order.wanted}”里，不必再传。"),
    )
    with store().open(sha256) as file:
        kind = kind_of(file.read(16))
    assert kind is not None  # the receipt says that it was checked
    stem = named(order.name).rpartition(".")[0] or named(order.name)
    material = Material(
        application=row,
        wanted=order.wanted,
        name=f"{stem[-90:]}.{kind.value}",
        kind=kind,
        sha256=sha256,
        size=size,
        added_at=clock.now(),
    )
    material.save()
    row.changed_at = clock.now()
    row.save()
    facts = {"number": row.number, "wanted": order.wanted}
    record(events.MATERIAL_ADDED, actor=actor, subject=row, facts=facts)
    return material
