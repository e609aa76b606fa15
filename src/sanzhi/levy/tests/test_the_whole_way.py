"""A fee is assessed, told, decided, billed, lowered, collected, cut short and given back, and the case ends."""

from decimal import Decimal

from sanzhi.levy.owed import kept, outstanding, principal
from sanzhi.levy.queries import assessment_of, refunds
from tests.fees import Levied


def test_paid_as_it_was_decided(levied: Levied) -> None:
    story = levied()
    assert story.case.closed_on
    row = assessment_of(story.proceeding)
    # 100 m² × 0.5 and 20 m² × 0.8, sixty days
    assert row is not None and row.amount == (Decimal(50) + Decimal(16)) * 60
    assert "（人民币叁仟玖佰陆拾元整）" in row.lines[-1] and any("×60日" in line for line in row.lines)


def test_lowered_collected_cut_short_and_given_back(printed: Levied) -> None:
    story = printed(relief="残疾人自主经营", cut_after=30, plea="占用面积没有这么大。")
    proceeding = story.proceeding
    assert story.case.closed_on
    assert principal(proceeding) == Decimal(66) * 30 / 2
    (back,) = refunds(proceeding)
    assert back.amount == Decimal(1980) - Decimal(990) and kept(proceeding) == Decimal(990)
    assert outstanding(proceeding) == 0 and any("30日" in line for line in back.lines)
