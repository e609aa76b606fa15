"""Day by day, step by step, who did what; a paper's way is one sentence, and each entry still has its proof."""

from collections.abc import Callable

from sanzhi.cases.desk import story as story_told
from sanzhi.cases.story import Chapter, Line
from sanzhi.demo.story import Story
from sanzhi.ledger import queries as ledger
from sanzhi.ledger.sequencing import sequence
from tests.stories import desk

Reached = Callable[..., Story]


def chapters(story: Story) -> list[Chapter]:
    return [chapter for day in story_told(story.proceeding) for chapter in day.chapters]


def lines(story: Story) -> list[Line]:
    return [line for chapter in chapters(story) for line in chapter.lines]


def text(line: Line) -> str:
    return line.who + "".join(part.text for part in line.words)


def test_every_entry_is_told_once(reached: Reached) -> None:
    story = reached(stop="plea")
    entries = [item.entry_id for item in ledger.timeline(story.case)]
    told = [row.entry for line in lines(story) for row in line.told]
    assert sorted(told) == entries and len(told) == len(set(told))


def test_by_step(reached: Reached) -> None:
    story = reached(stop="notice")
    steps = [chapter.step for chapter in chapters(story)]
    assert list(dict.fromkeys(steps)) == ["线索核查", "立案审批", "调查取证", "调查终结"]
    assert all(not chapter.lane for chapter in chapters(story))


def test_a_paper_goes_through_its_hands_in_one_sentence(reached: Reached) -> None:
    story = reached(stop="investigation")
    (line,) = (row for row in lines(story) if "立案（不予立案）审批表" in text(row) and row.is_folded)
    names = [story.bureau.officers[who].name for who in ("zhifa1", "zhifa2", "duizhang1", "juzhang")]
    assert all(name in text(line) for name in names)
    assert "起草、提交签批" in text(line) and text(line).endswith("签署")
    assert any(part.url for part in line.words)


def test_who_did_it_in_which_office(reached: Reached) -> None:
    story = reached(stop="filing")
    first = lines(story)[0]
    assert text(first).startswith(f"承办人{story.bureau.officers['zhifa1'].name}登记线索")
    assigned = next(row for row in lines(story) if "指派承办人" in text(row))
    assert "中队长" in assigned.who


def test_proceedings_are_told_apart(reached: Reached) -> None:
    from sanzhi.coercion.tests.lane import hauler  # noqa: PLC0415 - a story of several proceedings

    story = hauler(reached, stop="report")
    lanes = {chapter.lane for chapter in chapters(story)}
    assert any("行政强制措施" in lane for lane in lanes) and len(lanes) >= 2
    seized = [line for row in chapters(story) if "强制措施" in row.lane for line in row.lines if not line.of]
    assert any("扣押" in text(line) for line in seized)
    assert not any("立案" in text(line) for line in seized)


def test_each_entry_has_its_proof(reached: Reached) -> None:
    story = reached(stop="filing")
    sequence()
    line = lines(story)[0]
    at = f"/office/cases/{story.case_id}/timeline/{line.told[0].entry}/proof.json"
    shown = desk(story, "zhifa1").get(f"/office/cases/{story.case_id}/timeline/").content.decode()
    assert at in shown
    bundle = desk(story, "zhifa1").get(at).json()
    assert bundle["index"] == line.told[0].index and bundle["entry"]
    assert desk(story, "guanli").get(at).status_code == 404
    assert desk(story, "zhifa1").get(at.replace(str(line.told[0].entry), "999999999")).status_code == 404
