"""Set a new password with a reset code; a wrong name and a wrong code are told in the same words."""

from django.contrib.auth.hashers import check_password, make_password
from pydantic import ConfigDict

from sanzhi.kernel import clock
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Order, command
from sanzhi.kernel.verdict import Verdict, require
from sanzhi.ledger.commands import record
from sanzhi.organisation import events
from sanzhi.organisation.models import Officer, PasswordReset
from sanzhi.organisation.passwords import Secret, as_meant, is_strong, words_of

# checked where there is none, so that the time tells nothing
NOBODYS = make_password("")


class RedeemReset(Order):
    model_config = ConfigDict(str_strip_whitespace=False)  # a password is taken to the letter

    username: str
    code: Secret
    new: Secret


@command("organisation.redeem_reset", title="用重设码设置密码", internal=True)
def redeem_reset(actor: Actor, order: RedeemReset) -> Officer:
    row = _open_reset(order)
    require(
        Verdict.when(
            row, "登录名或者重设码不正确，或者重设码已经过期、已经用过。", remedy="请系统管理员重新办理。"
        )
    )
    assert row is not None
    officer = Officer.locked(row.officer_id)
    new = order.new.get_secret_value()
    require(is_strong(new, own=words_of(officer)))
    officer.user.set_password(new)
    officer.user.save(update_fields=["password"])
    officer.save()  # its seal covers the sign-in
    row.used_at = clock.now()
    row.save()
    record(events.PASSWORD_CHANGED, actor=actor, subject=officer, facts={"name": officer.name})
    return officer


def _open_reset(order: RedeemReset) -> PasswordReset | None:
    rows = PasswordReset.objects.filter(
        officer__user__username=order.username, used_at=None, valid_until__gte=clock.now()
    )
    row = rows.order_by("-id").first()
    code = as_meant(order.code.get_secret_value())
    fits = check_password(code, row.code_digest if row is not None else NOBODYS)
    return row if row is not None and fits else None
