"""The reviews' verbs."""

from sanzhi.reviews.commands.give_opinion import GiveOpinion, give_opinion
from sanzhi.reviews.commands.submit_for_review import SubmitForReview, submit_for_review

__all__ = ["GiveOpinion", "SubmitForReview", "give_opinion", "submit_for_review"]
