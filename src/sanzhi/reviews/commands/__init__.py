"""The reviews' verbs."""

from sanzhi.reviews.commands.give_opinion import GiveOpinion, give_opinion
from sanzhi.reviews.commands.record_deliberation import RecordDeliberation, record_deliberation
from sanzhi.reviews.commands.submit_for_review import SubmitForReview, submit_for_review

__all__ = [
    "GiveOpinion",
    "RecordDeliberation",
    "SubmitForReview",
    "give_opinion",
    "record_deliberation",
    "submit_for_review",
]
