"""Django's card for the reviews."""

from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "sanzhi.reviews"
    label = "reviews"
    verbose_name = "法制审核"
