"""The reviews' own words."""

from sanzhi.cases.board import Vocabulary
from sanzhi.reviews.guards import deliberation_concluded, review_passed
from sanzhi.reviews.queries import facts

VOCABULARY = Vocabulary(
    guards={
        "reviews.review_passed": review_passed,
        "reviews.deliberation_concluded": deliberation_concluded,
    },
    facts=facts,
)
