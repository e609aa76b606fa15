"""The applications' verbs; internal, because their actor is no officer: the public site speaks for whoever holds number and
code, and the kind that decides for the authority.
"""

from sanzhi.applications.commands.add_material import AddMaterial, add_material
from sanzhi.applications.commands.begin_application import BeginApplication, begin_application
from sanzhi.applications.commands.drop_draft import DropDraft, drop_draft
from sanzhi.applications.commands.file_application import FileApplication, file_application
from sanzhi.applications.commands.forget_attempts import ForgetAttempts, forget_attempts
from sanzhi.applications.commands.mark_read import MarkRead, mark_read
from sanzhi.applications.commands.record_attempt import RecordAttempt, record_attempt
from sanzhi.applications.commands.remove_material import RemoveMaterial, remove_material
from sanzhi.applications.commands.reply_to_correction import ReplyToCorrection, reply_to_correction
from sanzhi.applications.commands.save_application import SaveApplication, save_application
from sanzhi.applications.commands.set_progress import SetProgress, set_progress
from sanzhi.applications.commands.settle_attempt import SettleAttempt, settle_attempt
from sanzhi.applications.commands.take_application import TakeApplication, take_application
from sanzhi.applications.commands.tell_applicant import TellApplicant, tell_applicant
from sanzhi.applications.commands.withdraw_application import WithdrawApplication, withdraw_application

__all__ = [
    "AddMaterial",
    "BeginApplication",
    "DropDraft",
    "FileApplication",
    "ForgetAttempts",
    "MarkRead",
    "RecordAttempt",
    "RemoveMaterial",
    "ReplyToCorrection",
    "SaveApplication",
    "SetProgress",
    "SettleAttempt",
    "TakeApplication",
    "TellApplicant",
    "WithdrawApplication",
    "add_material",
    "begin_application",
    "drop_draft",
    "file_application",
    "forget_attempts",
    "mark_read",
    "record_attempt",
    "remove_material",
    "reply_to_correction",
    "save_application",
    "set_progress",
    "settle_attempt",
    "take_application",
    "tell_applicant",
    "withdraw_application",
]
