"""Sessions in the database under a digest of the browser's key: who reads the file is not thereby signed in."""

import hashlib
from typing import Any

from django.contrib.sessions.backends import db
from django.contrib.sessions.base_session import AbstractBaseSession
from django.utils import timezone


class SessionStore(db.SessionStore):
    """Django's store; only the digest of the key goes to the table. The data are signed for their key: copied into another
    row, they are nobody's."""

    @property
    def key_salt(self) -> str:
        return f"sanzhi.project.sessions {self.session_key}"

    def exists(self, session_key: str) -> bool:
        return bool(super().exists(_kept(session_key)))

    def create_model_instance(self, data: dict[str, Any]) -> AbstractBaseSession:
        row = super().create_model_instance(data)
        row.session_key = _kept(row.session_key)
        return row

    def delete(self, session_key: str | None = None) -> None:
        key = session_key or self.session_key
        if key is not None:
            self.model.objects.filter(session_key=_kept(key)).delete()

    def _get_session_from_db(self) -> AbstractBaseSession | None:
        key = self.session_key or ""
        now = timezone.now()  # noqa: TID251 - Django counts a session's end by the machine's clock
        row = self.model.objects.filter(session_key=_kept(key), expire_date__gt=now).first()
        if row is None:
            self._session_key = None
        return row


def _kept(session_key: str) -> str:
    return hashlib.sha256(session_key.encode()).hexdigest()[:40]
