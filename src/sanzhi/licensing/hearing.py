"""What the acts on a hearing ask first."""

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.licensing.models import LicenceHearing
from sanzhi.licensing.offering import is_undecided
from sanzhi.licensing.queries import hearing_of

LAW = "行政许可法第四十六条至第四十八条"


def the_hearing(proceeding: Proceeding) -> LicenceHearing:
    row = hearing_of(proceeding)
    assert row is not None  # the card has asked for it
    return row


def is_open(proceeding: Proceeding) -> Verdict:
    """Rights were told, and the hearing is neither over nor given up."""
    row = hearing_of(proceeding)
    return is_undecided(proceeding) & Verdict.when(
        row is not None and not row.concluded_on and not row.waived_on,
        "没有告知过听证权利，或者听证已经终结、放弃。",
        citation=LAW,
        remedy="请先告知听证权利。",
    )
