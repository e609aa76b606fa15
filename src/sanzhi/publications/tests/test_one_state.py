"""One record has one public state: whatever copies were made of it, at whatever address, in the index too."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.db import connection, transaction
from django.test import Client

from sanzhi.disclosure.models import Release
from sanzhi.disclosure.tests.gate import Reached, published, submission, text
from sanzhi.kernel import clock, jobs, search, segments
from sanzhi.kernel.models import Beat
from sanzhi.publications.models import Publication
from tests.stories import UNSAFE, UNSAFE_IN_PUBLIC, done

MASKS = ("未经同意和审批，在*设置固定售货亭一处。", "未经*，在*设置固定售货亭一处。")
WORDS = "未经同意和审批，在人行道设置固定售货亭一处"


def corrected_twice(reached: Reached) -> tuple[object, Release]:
    story, this, release = published(reached)
    release.refresh_from_db()
    for mask in MASKS:
        correction = {**this, "content": text(release, 违法事实=mask), "reason": "违法事实遮盖不够"}
        done(story, "disclosure.correct_release", who="gongshi", **correction)
        done(story, "disclosure.approve_release", who="juzhang", **this)
    return story, release


def pages() -> Iterator[tuple[Publication, int, str]]:
    for copy in Publication.objects.order_by("pk"):
        answer = Client().get(f"/decisions/{copy.slug}/")
        yield copy, answer.status_code, answer.content.decode()


def test_earlier_copies_show_the_erratum_and_nothing_else(reached: Reached) -> None:
    corrected_twice(reached)
    *earlier, last = pages()
    assert [status for _, status, _ in earlier] == [410, 410] and last[1] == 200
    for copy, _, shown in earlier:
        assert "违法事实遮盖不够" in shown and f"/decisions/{last[0].slug}/" in shown
        assert "售货亭" not in shown and last[0].title not in shown and last[0].respondent not in shown
        assert (copy.content, copy.respondent, copy.conclusion) == ([], "", "")
        assert "售货亭" not in str(vars(copy))


def test_a_withdrawal_covers_every_copy(reached: Reached) -> None:
    story, release = corrected_twice(reached)
    done(story, "disclosure.withdraw_release", who="fazhi", release=release.pk, **UNSAFE)  # type: ignore[arg-type]
    for copy, status, shown in pages():
        assert (status, copy.status) == (410, "withdrawn")
        assert UNSAFE_IN_PUBLIC in shown and "售货亭" not in shown and "查看现在的公示" not in shown
    done(story, "disclosure.submit_release", who="gongshi", **submission(release))  # type: ignore[arg-type]
    done(story, "disclosure.approve_release", who="juzhang", release=release.pk)  # type: ignore[arg-type]
    *earlier, last = pages()
    assert last[1] == 200
    assert all(f"/decisions/{last[0].slug}/" in shown for _, _, shown in earlier)


@pytest.mark.sqlite_only
def test_what_was_taken_out_leaves_the_segments(reached: Reached) -> None:
    """The first text is gone once the worker has looked; what the last copy still says is found in that copy alone."""
    corrected_twice(reached)
    transaction.savepoint()  # as a commit, it writes what FTS5 holds back
    assert len(segments.holding(WORDS)) == 1  # the row that was deleted still lies there
    jobs.run_due()
    assert segments.holding(WORDS) == []
    (live,) = segments.holding("设置固定售货亭")
    with connection.cursor() as cursor:
        cursor.execute("SELECT key FROM kernel_searchtext WHERE id = %s", [live])
        assert cursor.fetchone() == (Publication.objects.get(status="live").slug,)


def test_a_kept_page_is_asked_for_again(reached: Reached) -> None:
    story, this, _ = published(reached)
    address = f"/decisions/{Publication.objects.get().slug}/"
    first = Client().get(address)
    assert first["Cache-Control"] == "no-cache"
    again = Client().get(address, headers={"If-None-Match": first["ETag"]})
    assert again.status_code == 304
    done(story, "disclosure.withdraw_release", who="fazhi", **this, **UNSAFE)
    assert Client().get(address, headers={"If-None-Match": first["ETag"]}).status_code == 410


def test_the_end_hides_and_erases_nothing(reached: Reached) -> None:
    """The clock runs ahead and comes back: nothing was lost, in the row, the list, the search."""
    published(reached)
    copy = Publication.objects.get()
    address, kind = f"/decisions/{copy.slug}/", f"publication:{copy.authority}"
    assert copy.ends_on is not None
    clock.advance(copy.ends_on - clock.today())
    assert Client().get(address).status_code == 200 and search.find(kind, copy.number) == [copy.slug]
    with clock.moved(clock.now() + timedelta(days=400)):
        jobs.run_due()
        shown = Client().get(address)
        assert shown.status_code == 410 and "届满，停止公示" in shown.content.decode()
        assert copy.respondent not in shown.content.decode() and "售货亭" not in shown.content.decode()
        assert copy.number not in Client().get("/decisions/").content.decode()
        assert search.find(kind, copy.number) == []
    jobs.run_due()
    assert Client().get(address).status_code == 200 and search.find(kind, copy.number) == [copy.slug]
    assert Publication.objects.get().content == copy.content
    assert not Beat.objects.filter(next_at__gt=clock.now() + timedelta(days=2)).exists()
