"""The organisation's verbs."""

from sanzhi.organisation.commands.appoint_keepers import AppointKeepers, FirstKeeper, appoint_keepers
from sanzhi.organisation.commands.appoint_officer import AppointOfficer, appoint_officer
from sanzhi.organisation.commands.change_officer import ChangeOfficer, change_officer
from sanzhi.organisation.commands.change_password import ChangePassword, change_password
from sanzhi.organisation.commands.confirm_clock import ConfirmClock, confirm_clock
from sanzhi.organisation.commands.establish_authority import EstablishAuthority, establish_authority
from sanzhi.organisation.commands.import_calendar import ImportCalendar, import_calendar
from sanzhi.organisation.commands.issue_certificate import IssueCertificate, issue_certificate
from sanzhi.organisation.commands.open_unit import OpenUnit, open_unit
from sanzhi.organisation.commands.record_look import RecordLook, record_look
from sanzhi.organisation.commands.record_sign_in import RecordSignIn, record_sign_in
from sanzhi.organisation.commands.redeem_reset import RedeemReset, redeem_reset
from sanzhi.organisation.commands.reset_keeper import ResetKeeper, reset_keeper
from sanzhi.organisation.commands.reset_password import ResetPassword, reset_password
from sanzhi.organisation.commands.settle_sign_in import SettleSignIn, settle_sign_in
from sanzhi.organisation.commands.suspend_certificate import SuspendCertificate, suspend_certificate

__all__ = [
    "AppointKeepers",
    "AppointOfficer",
    "ChangeOfficer",
    "ChangePassword",
    "ConfirmClock",
    "EstablishAuthority",
    "FirstKeeper",
    "ImportCalendar",
    "IssueCertificate",
    "OpenUnit",
    "RecordLook",
    "RecordSignIn",
    "RedeemReset",
    "ResetKeeper",
    "ResetPassword",
    "SettleSignIn",
    "SuspendCertificate",
    "appoint_keepers",
    "appoint_officer",
    "change_officer",
    "change_password",
    "confirm_clock",
    "establish_authority",
    "import_calendar",
    "issue_certificate",
    "open_unit",
    "record_look",
    "record_sign_in",
    "redeem_reset",
    "reset_keeper",
    "reset_password",
    "settle_sign_in",
    "suspend_certificate",
]
