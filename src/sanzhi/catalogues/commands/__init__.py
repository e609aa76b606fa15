"""The catalogues' verbs: an edition's life, its rows, and the justice bureau's remarks."""

from sanzhi.catalogues.commands.answer_remark import AnswerRemark, answer_remark
from sanzhi.catalogues.commands.approve_edition import ApproveEdition, approve_edition
from sanzhi.catalogues.commands.bring_edition_into_force import (
    BringEditionIntoForce,
    bring_edition_into_force,
)
from sanzhi.catalogues.commands.draft_edition import DraftEdition, draft_edition
from sanzhi.catalogues.commands.draft_powers import DraftPowers, draft_powers
from sanzhi.catalogues.commands.fill_column import FillColumn, fill_column
from sanzhi.catalogues.commands.import_rows import ImportRows, import_rows
from sanzhi.catalogues.commands.put_in_force import PutInForce, put_in_force
from sanzhi.catalogues.commands.remark_row import RemarkRow, remark_row
from sanzhi.catalogues.commands.remove_row import RemoveRow, remove_row
from sanzhi.catalogues.commands.return_edition import ReturnEdition, return_edition
from sanzhi.catalogues.commands.save_row import SaveRow, save_row
from sanzhi.catalogues.commands.start_blank_edition import StartBlankEdition, start_blank_edition
from sanzhi.catalogues.commands.start_edition import StartEdition, start_edition
from sanzhi.catalogues.commands.submit_edition import SubmitEdition, submit_edition
from sanzhi.catalogues.commands.withdraw_edition import WithdrawEdition, withdraw_edition

__all__ = [
    "AnswerRemark",
    "ApproveEdition",
    "BringEditionIntoForce",
    "DraftEdition",
    "DraftPowers",
    "FillColumn",
    "ImportRows",
    "PutInForce",
    "RemarkRow",
    "RemoveRow",
    "ReturnEdition",
    "SaveRow",
    "StartBlankEdition",
    "StartEdition",
    "SubmitEdition",
    "WithdrawEdition",
    "answer_remark",
    "approve_edition",
    "bring_edition_into_force",
    "draft_edition",
    "draft_powers",
    "fill_column",
    "import_rows",
    "put_in_force",
    "remark_row",
    "remove_row",
    "return_edition",
    "save_row",
    "start_blank_edition",
    "start_edition",
    "submit_edition",
    "withdraw_edition",
]
