"""The demonstration follows from its seed: the same entries with the same salts, and other ones from another seed."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction

from sanzhi.demo.build import build_demo
from sanzhi.kernel import clock
from sanzhi.ledger.models import Entry
from sanzhi.organisation.hashers import SealedHasher

UNTIL = datetime(2026, 9, 10, 8, tzinfo=clock.CHINA)


@pytest.mark.sqlite_only  # PostgreSQL does not take numbers back
@pytest.mark.django_db
def test_the_same_seed_gives_the_same_bureau(
    forget_editions: Callable[[], None], settings: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.PASSWORD_HASHERS = ["sanzhi.organisation.hashers.SealedHasher"]
    monkeypatch.setattr(SealedHasher, "iterations", 1)

    def digests(run: str, seed: int) -> list[tuple[str, str, str]]:
        forget_editions()
        settings.SANZHI_LEDGER_DIR = tmp_path / run / "ledger"
        settings.SANZHI_STORAGE_ROOT = tmp_path / run / "files"
        with transaction.atomic():
            build_demo(UNTIL, seed=seed, cases=2, say=lambda _: None)
            found = list(Entry.objects.order_by("id").values_list("event", "actor_name", "digest"))
            transaction.set_rollback(True)
        return found

    first = digests("first", seed=1)
    assert len(first) > 100
    assert digests("again", seed=1) == first
    assert digests("other", seed=2) != first
