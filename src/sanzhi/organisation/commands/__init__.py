"""The organisation's verbs."""

from sanzhi.organisation.commands.appoint_officer import AppointOfficer, appoint_officer
from sanzhi.organisation.commands.change_officer import ChangeOfficer, change_officer
from sanzhi.organisation.commands.confirm_clock import ConfirmClock, confirm_clock
from sanzhi.organisation.commands.establish_authority import EstablishAuthority, establish_authority
from sanzhi.organisation.commands.import_calendar import ImportCalendar, import_calendar
from sanzhi.organisation.commands.issue_certificate import IssueCertificate, issue_certificate
from sanzhi.organisation.commands.open_unit import OpenUnit, open_unit
from sanzhi.organisation.commands.suspend_certificate import SuspendCertificate, suspend_certificate

__all__ = [
    "AppointOfficer",
    "ChangeOfficer",
    "ConfirmClock",
    "EstablishAuthority",
    "ImportCalendar",
    "IssueCertificate",
    "OpenUnit",
    "SuspendCertificate",
    "appoint_officer",
    "change_officer",
    "confirm_clock",
    "establish_authority",
    "import_calendar",
    "issue_certificate",
    "open_unit",
    "suspend_certificate",
]
