"""Sign-in that loads the officer and the authority together with the user: one query a request."""

from django.contrib.auth import get_user_model
from django.contrib.auth.backends import ModelBackend
from django.contrib.auth.base_user import AbstractBaseUser


class OfficerBackend(ModelBackend):
    def get_user(self, user_id: int) -> AbstractBaseUser | None:
        users = get_user_model().objects.select_related("officer__authority", "officer__unit")
        user = users.filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
