"""The catalogues' verbs, in the order of an edition's life."""

from sanzhi.catalogues.commands.approve_edition import ApproveEdition, approve_edition
from sanzhi.catalogues.commands.draft_edition import DraftEdition, draft_edition
from sanzhi.catalogues.commands.put_in_force import PutInForce, put_in_force
from sanzhi.catalogues.commands.return_edition import ReturnEdition, return_edition
from sanzhi.catalogues.commands.submit_edition import SubmitEdition, submit_edition

__all__ = [
    "ApproveEdition",
    "DraftEdition",
    "PutInForce",
    "ReturnEdition",
    "SubmitEdition",
    "approve_edition",
    "draft_edition",
    "put_in_force",
    "return_edition",
    "submit_edition",
]
