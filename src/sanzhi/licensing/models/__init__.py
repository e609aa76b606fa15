"""The tables of licensing; this listing is the platform's API for them."""

from sanzhi.licensing.models.application import Asks, DeclinedFor, HandedIn, LicenceApplication, TurnedAway
from sanzhi.licensing.models.closure import LicensingClosure
from sanzhi.licensing.models.course import (
    Ending,
    EndingGround,
    Examination,
    InterestedView,
    LeftOutFor,
    LicenceHearing,
    TimeGranted,
    TimeLeftOut,
)
from sanzhi.licensing.models.licence import (
    Ban,
    BanGround,
    Ended,
    FollowUp,
    Happened,
    Licence,
    LicenceEvent,
)

__all__ = [
    "Asks",
    "Ban",
    "BanGround",
    "DeclinedFor",
    "Ended",
    "Ending",
    "EndingGround",
    "Examination",
    "FollowUp",
    "HandedIn",
    "Happened",
    "InterestedView",
    "LeftOutFor",
    "Licence",
    "LicenceApplication",
    "LicenceEvent",
    "LicenceHearing",
    "LicensingClosure",
    "TimeGranted",
    "TimeLeftOut",
    "TurnedAway",
]
