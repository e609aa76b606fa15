"""Opening an application by number and code: one answer for whatever does not fit, and a wait for whoever goes on guessing.

As at the sign-in: a try is on record as a failure before the code is looked at. If we stop in between, it was one.
"""

from django.contrib.auth.hashers import check_password, make_password

from sanzhi.applications.codes import as_meant, key_of, number_meant
from sanzhi.applications.commands.record_attempt import RecordAttempt, record_attempt
from sanzhi.applications.commands.settle_attempt import SettleAttempt, settle_attempt
from sanzhi.applications.models import Application, State
from sanzhi.applications.queries import actor_of
from sanzhi.kernel.actor import system
from sanzhi.kernel.verdict import Verdict, require

LONGEST = 100  # characters that are looked at
NOBODYS = make_password("")  # checked where there is none, so that the time tells nothing


def opened(number: str, code: str, *, address: str) -> Application:
    """The application whose number and code these are. Raises Refused with one sentence for all."""
    number = number_meant(number)
    order = RecordAttempt(
        number_key=key_of("number", number.casefold()), address_key=key_of("address", address)
    )
    tried = record_attempt(system(), order)
    row = Application.objects.select_related("authority").filter(number=number).exclude(state=State.DROPPED)
    found = row.first()
    fits = check_password(as_meant(code)[:LONGEST], found.code_digest if found else NOBODYS)
    require(Verdict.when(found and fits, "申请编号或者查询码不正确。", remedy="请按回执逐字核对。"))
    assert found is not None
    settle_attempt(actor_of(found), SettleAttempt(attempt=tried.pk))
    return found
