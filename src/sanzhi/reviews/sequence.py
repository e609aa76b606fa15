"""The order of review and discussion: the heads discuss what has been reviewed (河南省行政执法条例 §28)."""

from datetime import date, datetime, time

from sanzhi.kernel.clock import CHINA
from sanzhi.reviews.models import Deliberation, Review


def begins_after(review: Review, day: date, *, began_at: time) -> bool:
    """Whether a discussion that began then began after the opinion was given; a minute is the measure."""
    if review.reviewed_at is None:
        return False
    given = review.reviewed_at.astimezone(CHINA).replace(second=0, microsecond=0)
    return datetime.combine(day, began_at, CHINA) >= given


def is_after(talk: Deliberation, review: Review) -> bool:
    return begins_after(review, talk.held_on, began_at=talk.began_at)
