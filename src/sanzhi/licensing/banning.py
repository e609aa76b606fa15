"""Who hid something or deceived may not apply again for a time, where the item concerns safety, health, life or property (行政许可法 §78, §79)."""

from sanzhi.cases.models import Proceeding
from sanzhi.kernel import clock
from sanzhi.licensing.models import Ban, BanGround
from sanzhi.licensing.queries import item_of
from sanzhi.licensing.terms import days_of

KEYS = {BanGround.HIDING: "license_ban_after_hiding", BanGround.FRAUD: "license_ban_after_fraud"}


def ban(proceeding: Proceeding, ground: BanGround) -> Ban | None:
    """The row that keeps the party of the proceeding from applying; None for other items."""
    item, party, today = item_of(proceeding), proceeding.respondent, clock.today()
    if item is None or party is None or not item.is_of_safety:
        return None
    row = Ban(
        authority=proceeding.case.authority,
        proceeding=proceeding,
        party=party,
        item_code=item.code,
        ground=ground,
        since=today,
        until=days_of(KEYS[ground], today, on=proceeding).on,
    )
    row.save()
    return row
