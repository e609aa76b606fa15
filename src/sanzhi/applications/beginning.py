"""Beginning an application from a form: its code is hashed, slowly, before the command and its transaction begin.

Whoever may not begin one is told so before anything slow is done.
"""

from typing import Any

from sanzhi.applications.codes import code_of, digest_of, key_of
from sanzhi.applications.commands.begin_application import BeginApplication, begin_application
from sanzhi.applications.models import Application
from sanzhi.applications.patience import may_begin_from
from sanzhi.kernel.actor import applicant
from sanzhi.kernel.verdict import require


def begun(authority: str, *, once: str, address: str, **item: Any) -> Application:
    """The draft that the form marked `once` begins; its code is in `told_once`. `item` as the command's order names it."""
    is_known = Application.objects.filter(once_digest=key_of("once", once)).exists()
    if not is_known:
        require(may_begin_from(key_of("address", address)))
    code = "" if is_known else digest_of(code_of(once))
    order = BeginApplication(once=once, address=address, code_digest=code, **item)
    return begin_application(applicant(authority), order)
