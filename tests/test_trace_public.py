"""`manage.py trace_public` finds a text wherever the public could read it, and finds nothing once it is gone."""

import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import connection, transaction

from sanzhi.demo.story import Story
from sanzhi.disclosure.tests.gate import published, text
from sanzhi.kernel import jobs
from sanzhi.ledger.log_files import log_folder
from sanzhi.ledger.sequencing import sequence
from sanzhi.project import tracing
from sanzhi.publications.models import Publication
from tests.stories import UNSAFE, done

Reached = Callable[..., Story]
WORDS = "设置固定售货亭一处"
NOWHERE = "公众看不到这段文字。\n"


def traced(words: str) -> tuple[int, str]:
    transaction.savepoint()  # as a commit, it writes what FTS5 holds back
    out = StringIO()
    try:
        call_command("trace_public", words, stdout=out)
    except SystemExit as ended:
        return int(str(ended.code)), out.getvalue()
    return 0, out.getvalue()


@pytest.fixture
def site(reached: Reached) -> tuple[Story, dict[str, Any], Any]:
    story, this, release = published(reached)
    sequence()
    release.refresh_from_db()
    return story, this, release


def test_what_is_on_show_is_found_and_what_was_taken_down_is_not(
    site: tuple[Story, dict[str, Any], Any],
) -> None:
    story, this, release = site
    (first,) = Publication.objects.all()
    code, said = traced(WORDS)
    assert code == 1 and f"/decisions/{first.slug}/　打开网页（200）" in said and "　搜索" in said
    masked = {**this, "content": text(release, 违法事实="未经同意和审批，*。"), "reason": "违法事实遮盖不够"}
    done(story, "disclosure.correct_release", who="gongshi", **masked)
    done(story, "disclosure.approve_release", who="juzhang", **this)
    jobs.run_due()
    assert traced(WORDS) == (0, NOWHERE)
    code, said = traced("违法事实遮盖不够")
    assert code == 1 and said == f"/decisions/{first.slug}/　打开网页（410）\n共1处。\n"
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **UNSAFE)
    jobs.run_due()
    assert traced(first.respondent) == (0, NOWHERE)


def test_files_and_stale_rows_are_looked_at(site: tuple[Story, dict[str, Any], Any], settings: Any) -> None:
    folder = Path(settings.STATIC_ROOT)
    (folder / "kept.json").write_text(json.dumps({"facts": WORDS}), encoding="utf-8")
    (log_folder().public / "note").write_text(" ".join(WORDS), encoding="utf-8")
    copy = Publication.objects.get()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE publications_publication SET status = 'withdrawn', content = '[]'")
    code, said = traced(WORDS)
    assert code == 1 and said.count("静态文件") == 2
    assert "检索文本，公示件已经不在" in said and copy.slug not in said


@pytest.mark.sqlite_only
def test_what_lies_in_the_segments_is_found(
    site: tuple[Story, dict[str, Any], Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    story, this, _ = site
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **UNSAFE)
    monkeypatch.setattr(tracing, "_pages", lambda needle: iter(()))
    code, said = traced(WORDS)
    assert code == 1 and "检索索引的段" in said
    jobs.run_due()
    assert traced(WORDS) == (0, NOWHERE)


def test_too_little_is_not_looked_for(db: None) -> None:
    with pytest.raises(CommandError, match="至少写两个字"):
        call_command("trace_public", "张")
