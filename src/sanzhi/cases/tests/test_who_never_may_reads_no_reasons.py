"""What an office may never do is neither a button on its page nor a reason why not; whose act it is reads both."""

from collections.abc import Callable

from sanzhi.demo.story import Story
from tests.stories import desk, done

Reached = Callable[..., Story]


def page(story: Story, below: str = "", *, who: str) -> str:
    return desk(story, who).get(f"/office/cases/{story.case_id}/{below}").content.decode()


def paper(story: Story, form: str) -> str:
    found = next(row for row in story.proceeding.papers.all() if row.form == form)
    return f"papers/{found.document_id}/"


def test_a_place_for_the_head_to_sign(reached: Reached) -> None:
    story = reached(stop="filing_signing")
    at = paper(story, "D03")
    assert ">签署</button>" in page(story, at, who="juzhang")
    for who in ("zhifa1", "fazhi"):
        shown = page(story, at, who=who)
        assert "等待签署" in shown and "您没有这一岗位" not in shown and ">签署</button>" not in shown


def test_who_has_the_place_and_may_not_reads_why(reached: Reached) -> None:
    story = reached(stop="filing_signing")
    of = story.bureau.officers["juzhang"].pk
    done(story, "cases.ask_recusal", asked_by="party", of=of, reason="当事人称其有利害关系。")
    answer = {"is_granted": True, "answer": "情况属实，应当回避。"}
    superior = {"decided_by": "舞钢市人民政府", "decision_number": "舞政回〔2026〕1号"}
    done(story, "cases.decide_recusal", who="fujuzhang", of=of, **answer, **superior)
    assert "回避" in page(story, paper(story, "D03"), who="juzhang").partition("等待签署")[2]


def test_what_the_officers_do(reached: Reached) -> None:
    """Papers, service, leading on: nothing of it for who reviews."""
    story = reached(stop="service")
    at = paper(story, "D41")
    for below, words in (
        ("", "您现在可以办理</h3>"),
        ("papers/", "制作文书</h3>"),
        (at, "登记送达</h3>"),
    ):
        assert words in page(story, below, who="zhifa1")
        assert words not in page(story, below, who="fazhi")
        assert "您不是本案承办人" not in page(story, below, who="fazhi")


def test_a_draft(reached: Reached) -> None:
    story = reached(stop="lead")
    draft = done(story, "cases.write_document", form="D02")
    shown = page(story, f"papers/{draft.pk}/", who="juzhang")
    assert draft.title in shown and "您不是本案承办人" not in shown
