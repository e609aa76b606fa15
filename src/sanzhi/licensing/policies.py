"""Who may take applications: whoever takes one handles it, and leaves the decision to others (行政许可法 §34, §72)."""

from sanzhi.cases.handling import may_register
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.verdict import Verdict


def may_take(actor: Actor) -> Verdict:
    return may_register(actor)
