"""A head reads a paper; it is returned, filled with the opposite and sent up again: his old page signs what he never saw."""

from collections.abc import Callable
from typing import Any

from sanzhi.demo.story import Story
from sanzhi.documents.models import Document, Status
from tests.stories import desk, done, refused

Reached = Callable[..., Story]
NOT_READ = "退回修改过，现在的内容不是您看过的"


def at(story: Story, paper: Document, act: str = "") -> str:
    return f"/office/cases/{story.case_id}/papers/{paper.pk}/" + (f"do/{act}/" if act else "")


def opened(story: Story, paper: Document, *, who: str) -> str:
    """The state of the paper that the page of its signer carries."""
    shown = desk(story, who).get(at(story, paper)).content.decode()
    return shown.partition('name="seen" value="')[2].partition('"')[0]


def sent_up(story: Story, handling: str, *, draft: Document | None = None) -> Document:
    paper: Document = draft or done(story, "cases.write_document", form="D02")
    done(story, "cases.fill_document", document=paper.pk, values={"handling": handling})
    done(story, "cases.submit_document", document=paper.pk)
    done(story, "cases.sign_document", document=paper.pk)
    return paper


def turned(story: Story) -> tuple[Document, str]:
    """A paper that says the opposite of what the leader's page shows."""
    paper = sent_up(story, "建议立案。")
    seen = opened(story, paper, who="duizhang1")
    done(story, "cases.return_document", who="duizhang1", document=paper.pk, reason="请补充。")
    return sent_up(story, "建议不予立案。", draft=paper), seen


def signed(story: Story, paper: Document, **sent: Any) -> Any:
    return desk(story, "duizhang1").post(at(story, paper, "sign"), {"opinion": "同意", **sent})


def test_an_old_page_signs_nothing(reached: Reached) -> None:
    story = reached(stop="lead")
    paper, seen = turned(story)
    answer = signed(story, paper, seen=seen)
    assert seen and answer.status_code == 409 and NOT_READ in answer.content.decode()
    assert Document.objects.get(pk=paper.pk).status == Status.SIGNING
    now = answer.content.decode().partition('name="seen" value="')[2].partition('"')[0]
    assert signed(story, paper, seen=now).status_code == 302


def test_nor_does_it_send_back(reached: Reached) -> None:
    story = reached(stop="lead")
    paper, seen = turned(story)
    sent = {"reason": "请补充。", "seen": seen}
    answer = desk(story, "duizhang1").post(at(story, paper, "return"), sent)
    assert answer.status_code == 409 and NOT_READ in answer.content.decode()
    assert Document.objects.get(pk=paper.pk).status == Status.SIGNING


def test_a_page_that_does_not_say_what_it_showed_signs_nothing(reached: Reached) -> None:
    story = reached(stop="lead")
    paper = sent_up(story, "建议立案。")
    assert signed(story, paper).status_code == 409
    assert Document.objects.get(pk=paper.pk).status == Status.SIGNING


def test_api_and_command_line_may_say_it(reached: Reached) -> None:
    story = reached(stop="lead")
    paper, seen = turned(story)
    for act, more in (("sign", {"opinion": "同意"}), ("return", {"reason": "请补充。"})):
        said = refused(story, f"cases.{act}_document", who="duizhang1", document=paper.pk, seen=seen, **more)
        assert NOT_READ in said
    now = opened(story, paper, who="duizhang1")
    done(story, "cases.sign_document", who="duizhang1", document=paper.pk, seen=now, opinion="同意")
