"""`manage.py trace_public` finds a text wherever the public could read it, and finds nothing once it is gone."""

import errno
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.staticfiles.storage import StaticFilesStorage
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
    monkeypatch.setattr(tracing, "_pages", lambda needle, unread: iter(()))
    code, said = traced(WORDS)
    assert code == 1 and "检索索引的段" in said
    jobs.run_due()
    assert traced(WORDS) == (0, NOWHERE)


def test_too_little_is_not_looked_for(db: None) -> None:
    with pytest.raises(CommandError, match="至少写两个字"):
        call_command("trace_public", "张")


def test_a_page_that_fails_is_never_called_clear(
    site: tuple[Story, dict[str, Any], Any], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise ValueError("Missing staticfiles manifest entry for 'ui/mark.svg'")

    monkeypatch.setattr(StaticFilesStorage, "url", broken)
    out = StringIO()
    with pytest.raises(CommandError, match=r"有\d+个公开的网页或文件出错.*第一个是 /.*再查一次") as told:
        call_command("trace_public", "查无此字", stdout=out)
    assert told.value.returncode == 2 and "看不到" not in out.getvalue() and not caplog.records


@pytest.mark.parametrize("failure", [OSError(errno.EIO, "Input/output error"), RuntimeError("torn")])
def test_an_answer_that_breaks_off_or_a_file_that_cannot_be_read_is_named(
    site: tuple[Story, dict[str, Any], Any], monkeypatch: pytest.MonkeyPatch, failure: Exception
) -> None:
    def broken(*_: Any, **__: Any) -> None:
        raise failure

    if isinstance(failure, OSError):
        (Path(settings.STATIC_ROOT) / "kept.json").touch()
        monkeypatch.setattr(Path, "read_bytes", broken)
    else:
        monkeypatch.setattr(tracing.Client, "get", broken)
    with pytest.raises(CommandError, match=r"有\d+个公开的网页或文件出错") as told:
        call_command("trace_public", "查无此字", stdout=StringIO())
    assert told.value.returncode == 2


def test_nobody_has_to_collect_the_files_of_the_pages(
    site: tuple[Story, dict[str, Any], Any], settings: Any, tmp_path: Path
) -> None:
    settings.STATIC_ROOT = tmp_path / "never-collected"
    own = {"BACKEND": "sanzhi.project.page_files.PageFiles"}  # as in the settings
    settings.STORAGES = {**settings.STORAGES, "staticfiles": own}
    assert traced("查无此字") == (0, NOWHERE)
    assert traced(WORDS)[0] == 1
