"""Sign-in that loads the officer and the authority together with the user: one query a request."""

from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.models import User


class OfficerBackend(ModelBackend):
    def get_user(self, user_id: int) -> User | None:
        users = User.objects.select_related("officer__authority", "officer__unit")
        user = users.filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
