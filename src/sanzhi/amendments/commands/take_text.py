"""Take a law's text from the file that was sent: one person brings it, another, who has read it, confirms.

What stands on the public site as law, and what lists and papers cite, is nobody's alone.
"""

from datetime import date

from django.urls import reverse
from pydantic import Field

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.storage import store
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.statutes.commands import ImportStatute, import_statute, may_import
from sanzhi.statutes.models import Version
from sanzhi.statutes.policies import BY_TWO
from sanzhi.statutes.reading import read_text


class TakeText(Order):
    """`sha256` names the kept file, `name` is the name it came with; title and days as they stood on the page."""

    sha256: str = Field(pattern="^[0-9a-f]{64}$")
    name: str = Field(min_length=1, max_length=200)
    title: str = Field(min_length=1, max_length=120)
    adopted_on: date | None = None
    effective_from: date | None = None


def _text(order: TakeText) -> ImportStatute:
    with store().open(order.sha256) as file:
        text = read_text(file.read(), name=order.name)
    # two people read it whole, and the page names what it lost
    return ImportStatute(text=text, is_fewer_known=True, **order.model_dump(exclude={"sha256"}))


def _objects(actor: Actor, order: TakeText) -> Verdict:
    return may_import(actor, _text(order))


def _tells(order: TakeText) -> str:
    adopted = f"，{chinese_date(order.adopted_on)}通过或者修正" if order.adopted_on else ""
    begins = f"，{chinese_date(order.effective_from)}起施行" if order.effective_from else ""
    return f"导入《{order.title}》{adopted}{begins}，文件“{order.name}”"


JOINT = BY_TWO(
    names=("sha256",),
    tells=_tells,
    objects=_objects,
    page=lambda order: reverse("amendments:text", args=[order.sha256]),
)


@command("amendments.take_text", title="导入法律法规文本", internal=True, joint=JOINT)
def take_text(actor: Actor, order: TakeText) -> Version:
    return import_statute(actor, _text(order))
