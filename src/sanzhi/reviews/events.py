"""What can happen to a review."""

from sanzhi.kernel.events import Event

SUBMITTED = Event("reviews.submitted", "送请法制审核（第{round}次），材料{count}件")
OPINION_GIVEN = Event("reviews.opinion_given", "法制审核意见：{verdict}", judges="reviews")
DELIBERATION_RECORDED = Event("reviews.deliberation_recorded", "负责人集体讨论，{count}人参加：{outcome}")
