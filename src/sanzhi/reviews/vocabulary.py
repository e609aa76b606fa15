"""The reviews' own words."""

from sanzhi.cases.board import Vocabulary
from sanzhi.reviews.facts import GROUPS
from sanzhi.reviews.guards import deliberation_concluded, not_owed, review_passed
from sanzhi.reviews.queries import has_discussed

VOCABULARY = Vocabulary(
    guards={
        "reviews.review_passed": review_passed,
        "reviews.deliberation_concluded": deliberation_concluded,
    },
    conditions={"reviews.not_owed": not_owed},
    wordings={"reviews.not_owed": "不属于重大执法决定，也没有送审、讨论过"},
    facts=GROUPS,
    has_judged=has_discussed,
)
