"""On the spot: the limits of the simplified procedure, and the remedies that it leaves."""

import random
from collections.abc import Callable
from decimal import Decimal

import pytest

from sanzhi.cases.queries import only_proceeding
from sanzhi.demo import people
from sanzhi.demo.story import Story
from sanzhi.documents.models import Document

pytestmark = pytest.mark.usefixtures("unprinted")
Tell = Callable[..., Story]


@pytest.mark.parametrize(
    ("kind", "fine", "refused"),
    [
        ("person", "200", False),
        ("person", "200.01", True),
        ("organisation", "3000", False),
        ("organisation", "3001", True),
    ],
)
def test_simplified_limits(tell: Tell, kind: str, fine: str, refused: bool) -> None:
    party = people.person(random.Random(5)) if kind == "person" else people.organisation(random.Random(5))
    cause = "C56"  # up to 20,000 yuan, so that only the limit of the procedure speaks
    if refused:
        with pytest.raises(Exception, match="超过当场处罚的限额"):
            tell(procedure="penalty/simplified", cause=cause, fine=Decimal(fine), party=party)
    else:
        case = tell(procedure="penalty/simplified", cause=cause, fine=Decimal(fine), party=party).case
        assert only_proceeding(case).decision.is_simplified and case.closed_on


def test_remedies_differ(tell: Tell) -> None:
    spot = tell(
        procedure="penalty/simplified", cause="C17", fine=Decimal(50), quantities={"items": Decimal(1)}
    ).proceeding
    plain = tell(party=people.person(random.Random(99))).proceeding
    spot_text = Document.objects.get(pk=spot.decision.document_id).values["remedy_text"]
    plain_text = Document.objects.get(pk=plain.decision.document_id).values["remedy_text"]
    assert "应当自收到本决定书之日起六十日内先向舞钢市人民政府申请行政复议" in spot_text
    assert "六个月内依法直接向舞钢市人民法院提起行政诉讼" in plain_text
