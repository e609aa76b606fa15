"""The gate's verbs."""

from sanzhi.disclosure.commands.approve_release import ApproveRelease, approve_release
from sanzhi.disclosure.commands.confirm_withdrawal import ConfirmWithdrawal, confirm_withdrawal
from sanzhi.disclosure.commands.correct_release import CorrectRelease, correct_release
from sanzhi.disclosure.commands.demand_withdrawal import DemandWithdrawal, demand_withdrawal
from sanzhi.disclosure.commands.exempt_release import ExemptRelease, exempt_release
from sanzhi.disclosure.commands.open_release import OpenRelease, open_release
from sanzhi.disclosure.commands.put_back_release import PutBackRelease, put_back_release
from sanzhi.disclosure.commands.return_release import ReturnRelease, return_release
from sanzhi.disclosure.commands.submit_release import SubmitRelease, submit_release
from sanzhi.disclosure.commands.withdraw_at_term import WithdrawAtTerm, withdraw_at_term
from sanzhi.disclosure.commands.withdraw_release import WithdrawRelease, withdraw_release

__all__ = [
    "ApproveRelease",
    "ConfirmWithdrawal",
    "CorrectRelease",
    "DemandWithdrawal",
    "ExemptRelease",
    "OpenRelease",
    "PutBackRelease",
    "ReturnRelease",
    "SubmitRelease",
    "WithdrawAtTerm",
    "WithdrawRelease",
    "approve_release",
    "confirm_withdrawal",
    "correct_release",
    "demand_withdrawal",
    "exempt_release",
    "open_release",
    "put_back_release",
    "return_release",
    "submit_release",
    "withdraw_at_term",
    "withdraw_release",
]
