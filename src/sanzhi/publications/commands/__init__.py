"""The publications' verbs; internal, because only the gate (disclosure) may open the door."""

from sanzhi.publications.commands.annotate_paper import AnnotatePaper, annotate_paper
from sanzhi.publications.commands.correct_publication import CorrectPublication, correct_publication
from sanzhi.publications.commands.publish_copy import PublishCopy, publish_copy
from sanzhi.publications.commands.register_paper import RegisterPaper, register_paper
from sanzhi.publications.commands.void_paper import VoidPaper, void_paper
from sanzhi.publications.commands.withdraw_publication import WithdrawPublication, withdraw_publication

__all__ = [
    "AnnotatePaper",
    "CorrectPublication",
    "PublishCopy",
    "RegisterPaper",
    "VoidPaper",
    "WithdrawPublication",
    "annotate_paper",
    "correct_publication",
    "publish_copy",
    "register_paper",
    "void_paper",
    "withdraw_publication",
]
