"""Change one's own password; every other session of the person ends with the old one.

Called through `signing_in.guarded` only, which lets nobody guess: there is no address in the API.
"""

from django.contrib.auth.models import User
from pydantic import ConfigDict

from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import Officer
from sanzhi.organisation.passwords import Secret, is_strong, words_of


class ChangePassword(Order):
    model_config = ConfigDict(str_strip_whitespace=False)  # a password is taken to the letter

    old: Secret
    new: Secret


@command("organisation.change_password", title="更改密码", internal=True)
def change_password(actor: Actor, order: ChangePassword) -> Officer:
    officer = Officer.locked(actor.officer_id or 0)
    user: User = officer.user
    old, new = order.old.get_secret_value(), order.new.get_secret_value()
    require(Verdict.when(user.check_password(old), "现在的密码不正确。"))
    require(Verdict.when(old != new, "新密码与现在的相同。"), is_strong(new, own=words_of(officer)))
    user.set_password(new)
    user.save(update_fields=["password"])
    officer.save()  # its seal covers the sign-in
    record(events.PASSWORD_CHANGED, actor=actor, subject=officer, facts={"name": officer.name})
    return officer
