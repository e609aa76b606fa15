"""Sealing anew and erasing concern their own proposer: `concerns` of both joint acts asks nobody."""

from collections.abc import Callable

from sanzhi.demo.story import Story
from sanzhi.ledger.models import Entry
from tests.stories import done, refused


def test_nobody_has_his_own_row_sealed_anew(reached: Callable[..., Story]) -> None:
    story = reached(stop="notice")
    own = story.bureau.officers["guanli"].pk
    fields = {"table": "organisation.officer", "rows": [own], "reason": "升级以后"}
    assert "本人" in refused(
        story,
        "ledger.propose_joint_act",
        who="guanli",
        act="ledger.reseal_rows",
        fields=fields,
        reason="升级以后重新封印",
    )


def test_nobody_has_erased_what_he_himself_did(reached: Callable[..., Story]) -> None:
    story = reached(stop="notice")

    done(story, "organisation.open_unit", who="guanli", authority=story.bureau.authority.code, name="临时科")
    key = f"officer:{story.bureau.officers['guanli'].pk}"
    mine = Entry.objects.filter(actor_key=key).order_by("-id").first()
    assert mine is not None
    fields = {"entry": mine.pk, "reason": "个人信息"}
    assert "本人" in refused(
        story,
        "ledger.propose_joint_act",
        who="guanli",
        act="ledger.erase_entry",
        fields=fields,
        reason="依法抹去个人信息",
    )
