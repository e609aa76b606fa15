"""What the worker does for the organisation: count the sign-ins into the log."""

from datetime import timedelta

from sanzhi.kernel.jobs import periodic
from sanzhi.organisation.commands.count_sign_ins import count_new_sign_ins


@periodic("organisation.count_sign_ins", every=timedelta(minutes=10))
def count_them() -> None:
    count_new_sign_ins()
