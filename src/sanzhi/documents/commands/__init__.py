"""The documents' verbs. All are internal: a case's command calls them after its procedure has been asked."""

from sanzhi.documents.commands.correct_service import CorrectService, correct_service
from sanzhi.documents.commands.draft_document import DraftDocument, draft_document
from sanzhi.documents.commands.fill_document import FillDocument, fill_document
from sanzhi.documents.commands.issue_document import IssueDocument, issue_document
from sanzhi.documents.commands.record_service import RecordService, record_service
from sanzhi.documents.commands.return_document import ReturnDocument, return_document
from sanzhi.documents.commands.sign_document import SignDocument, sign_document
from sanzhi.documents.commands.submit_for_signature import SubmitForSignature, submit_for_signature
from sanzhi.documents.commands.void_document import VoidDocument, void_document

__all__ = [
    "CorrectService",
    "DraftDocument",
    "FillDocument",
    "IssueDocument",
    "RecordService",
    "ReturnDocument",
    "SignDocument",
    "SubmitForSignature",
    "VoidDocument",
    "correct_service",
    "draft_document",
    "fill_document",
    "issue_document",
    "record_service",
    "return_document",
    "sign_document",
    "submit_for_signature",
    "void_document",
]
