"""What the worker does for applications: drop drafts that nobody has filed, erase files that no row names any more."""

from datetime import timedelta

from django.apps import apps
from django.conf import settings

from sanzhi.applications.commands import DropDraft, ForgetAttempts, drop_draft, forget_attempts
from sanzhi.applications.queries import old_attempts, stale_drafts
from sanzhi.kernel.actor import system
from sanzhi.kernel.errors import Undelivered
from sanzhi.kernel.jobs import job, periodic
from sanzhi.kernel.models import Recorded
from sanzhi.kernel.storage import store

AT_REST = 3600.0  # seconds since a file came in, before it may go: somebody may be about to name it


@periodic("applications.drop_stale_drafts", every=timedelta(hours=6))
def drop_stale_drafts() -> None:
    for row in stale_drafts(older_than=timedelta(days=settings.SANZHI_DRAFT_DAYS)):
        drop_draft(system(row.authority.code), DropDraft(application=row.pk))


@periodic("applications.forget_old_attempts", every=timedelta(hours=6))
def forget_old_attempts() -> None:
    while old_attempts().exists():
        forget_attempts(system(), ForgetAttempts())


@job("applications.discard_file")
def discard_file(key: str) -> None:
    """`key` is the SHA-256. Safe to run twice; what any row of any app names stays."""
    if not _is_named(key) and not store().discard(key, older_than=AT_REST):
        raise Undelivered("文件刚刚收到，过一会儿再清除。")


def _is_named(sha256: str) -> bool:
    tables = [model for model in apps.get_models() if issubclass(model, Recorded) and model.kept_files]
    return any(
        model._base_manager.filter(**{column: sha256}).exists()
        for model in tables
        for column in model.kept_files
    )
