"""Pages of the organisation. `actor_of`: who acts in a request."""

from django.http import HttpRequest

from sanzhi.kernel.actor import Actor
from sanzhi.organisation.queries import actor_of_user


def actor_of(request: HttpRequest) -> Actor:
    """Who acts in this request. Raises NotVisible for anyone who is not a serving officer."""
    return actor_of_user(request.user)
