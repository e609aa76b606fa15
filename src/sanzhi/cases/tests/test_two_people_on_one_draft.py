"""Two people on one draft: nobody takes away, unseen, what another saved; nothing that was typed is lost."""

from collections.abc import Callable
from typing import Any

from sanzhi.cases.queries import papers
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document
from sanzhi.kernel import clock
from tests.stories import desk, done, refused

Reached = Callable[..., Story]


def opened(story: Story, draft: Document, *, who: str = "zhifa1") -> str:
    """The state that the page of the draft carries."""
    shown = desk(story, who).get(f"/office/cases/{story.case_id}/papers/{draft.pk}/").content.decode()
    return shown.partition('name="seen" value="')[2].partition('"')[0]


def sent(story: Story, draft: Document, *, who: str = "zhifa1", **fields: Any) -> Any:
    at = f"/office/cases/{story.case_id}/papers/{draft.pk}/do/fill/"
    return desk(story, who).post(at, {**draft.values, **fields})


def kept(story: Story, draft: Document) -> str:
    row = next(row for row in papers(story.proceeding) if row.document_id == draft.pk)
    return str(Document.objects.get(pk=row.document_id).values.get("handling"))


def test_what_another_saved_is_not_erased_unseen(reached: Reached) -> None:
    story = reached(stop="lead")
    draft = done(story, "cases.write_document", form="D02")
    older = opened(story, draft)
    assert sent(story, draft, who="zhifa2", seen=older, handling="建议立案。").status_code == 302
    answer = sent(story, draft, seen=older, handling="建议不予立案。")
    shown = answer.content.decode()
    assert answer.status_code == 409 and kept(story, draft) == "建议立案。"
    name = story.bureau.officers["zhifa2"].name
    assert f"您打开本页以后，{name}已于2026年" in shown and "改过这份草稿" in shown
    assert "建议不予立案。</textarea>" in shown and "现在保存的内容：建议立案。" in shown
    newer = shown.partition('name="seen" value="')[2].partition('"')[0]
    assert newer not in {"", older}
    assert sent(story, draft, seen=newer, handling="建议不予立案。").status_code == 302
    assert kept(story, draft) == "建议不予立案。"


def test_the_flags_belong_to_what_is_shown(reached: Reached) -> None:
    story = reached(stop="lead")
    draft = done(story, "cases.write_document", form="D02")
    older = opened(story, draft)
    assert sent(story, draft, who="zhifa2", seen=older, handling="建议立案。").status_code == 302

    def flags(**typed: str) -> tuple[str, int]:
        shown = sent(story, draft, seen=older, **typed).context
        return next(row.flaw for row in shown["inputs"] if row.name == "handling"), shown["flaw_count"]

    (none, few), (missing, more) = flags(handling="建议不予立案。"), flags(handling="")
    assert (none, missing, more) == ("", "请填写“处理意见”。", few + 1)
    draft = done(story, "cases.fill_document", document=draft.pk, values={"handling": ""}, seen=None)
    assert flags(handling="建议不予立案。") == ("", few), "what is kept lacks it, what is shown does not"


def test_a_page_that_does_not_say_what_it_showed_saves_nothing(reached: Reached) -> None:
    story = reached(stop="lead")
    draft = done(story, "cases.write_document", form="D02")
    assert sent(story, draft, handling="建议立案。").status_code == 409
    assert kept(story, draft) != "建议立案。"


def test_api_and_command_line_may_say_it(reached: Reached) -> None:
    story = reached(stop="lead")
    draft = done(story, "cases.write_document", form="D02")
    older, fill = opened(story, draft), "cases.fill_document"
    first = {"document": draft.pk, "values": {"handling": "建议立案。"}}
    done(story, fill, who="zhifa2", **first, seen=older)
    said = refused(story, fill, document=draft.pk, values={"handling": "不予立案。"}, seen=older)
    assert "改过这份草稿，您填写的内容没有保存" in said
    done(story, fill, document=draft.pk, values={"handling": "不予立案。"}, seen=opened(story, draft))


def test_what_was_typed_after_the_submission_stays_on_the_page(reached: Reached) -> None:
    story = reached(stop="lead")
    draft = done(story, "cases.write_document", form="D02")
    older = opened(story, draft)
    done(story, "cases.fill_document", document=draft.pk, values={"handling": "建议立案。"})
    done(story, "cases.submit_document", who="zhifa2", document=draft.pk)
    answer = sent(story, draft, seen=older, handling="写了很久的核查意见。")
    shown = answer.content.decode()
    assert answer.status_code == 409 and "现为“签批中”" in shown
    assert "您填写的内容没有保存" in shown and "写了很久的核查意见。" in shown


def test_what_was_returned_and_changed_is_not_signed_by_who_read_the_older(reached: Reached) -> None:
    story = reached(stop="lead")
    draft = done(story, "cases.write_document", form="D02")
    done(story, "cases.submit_document", document=draft.pk)
    older = opened(story, draft)
    done(story, "cases.return_document", document=draft.pk, reason="请补充。")
    done(story, "cases.submit_document", document=draft.pk)
    for act, more in (("sign", {}), ("return", {"reason": "请补充。"})):
        said = refused(story, f"cases.{act}_document", document=draft.pk, seen=older, **more)
        assert older and "现在的内容不是您看过的" in said and "行政处罚法第五十七条" in said
    done(story, "cases.sign_document", document=draft.pk, seen=opened(story, draft))


def test_a_submission_with_a_gap_shows_what_was_kept_and_goes_on(reached: Reached) -> None:
    """What was typed stands on the page, with the state it has now: the second press needs the missing field alone."""
    story = reached(stop="investigation")
    draft = done(story, "cases.write_document", form="D08")
    typed = {"photos": "2", "started_at": f"{clock.today()}T09:00", "present": "当事人在场"}
    answer = sent(story, draft, seen=opened(story, draft), **typed, submit="1")
    shown = answer.content.decode()
    assert answer.status_code == 409 and "请填写“结束时间”" in shown
    assert "T09:00" in shown and 'name="photos" value="2"' in " ".join(shown.split())
    newer = shown.partition('name="seen" value="')[2].partition('"')[0]
    typed |= {"ended_at": f"{clock.today()}T09:20"}
    answer = sent(story, draft, seen=newer, **typed, submit="1")
    assert answer.status_code == 302, answer.content.decode()
