"""Where an application that came by the public site is taken: it becomes the same order as one at the window, or is told why not.

The inbox itself is another app's: it hands over plain values, and is told the case's number, or the reasons.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.errors import Refused
from sanzhi.kernel.verdict import Reason
from sanzhi.licensing.commands import TakeApplication, take_application
from sanzhi.licensing.models import LicenceApplication


@dataclass(frozen=True)
class Taken:
    """Either the application that it became, or why it could not become one."""

    application: LicenceApplication | None
    reasons: tuple[Reason, ...] = ()


def take(actor: Actor, said: Mapping[str, Any], *, number: str) -> Taken:
    """`said` are the fields of TakeApplication, `number` that of the application on the public site. An officer takes it."""
    order = TakeApplication.model_validate({**said, "portal_number": number})
    try:
        return Taken(take_application(actor, order))
    except Refused as refusal:
        return Taken(None, refusal.reasons)
