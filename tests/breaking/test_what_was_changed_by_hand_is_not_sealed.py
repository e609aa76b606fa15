"""A row that somebody changed in the database is not written by the next lawful command, which would seal it as true."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection

from sanzhi.demo.story import Story
from sanzhi.kernel.errors import Refused
from sanzhi.ledger.commands import ConfirmJointAct, ProposeJointAct, confirm_joint_act, propose_joint_act
from sanzhi.organisation.commands import ChangePassword, change_password
from tests.stories import done, refused

Reached = Callable[..., Story]
SAID = "与日志中的封印不符"


def by_hand(sql: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


def test_an_office_that_was_put_in_is_not_sealed_with_a_new_password(reached: Reached) -> None:
    story = reached(stop="lead")
    officer, actor = story.bureau.officers["zhifa1"], story.bureau.actor("zhifa1")
    by_hand("UPDATE organisation_officer SET roles = %s WHERE id = %s", '["bureau_head"]', officer.pk)
    order = ChangePassword(old="x", new="一段足够长的新密码 2026")
    with pytest.raises(Refused, match=SAID):
        change_password(actor, order)


def test_a_joint_act_that_was_edited_is_not_confirmed(reached: Reached) -> None:
    story = reached(stop="lead")
    officer = story.bureau.officers["zhifa1"].pk
    fields: dict[str, Any] = {"officer": officer, "area": "垭口街道"}
    propose = ProposeJointAct(act="organisation.change_officer", fields=fields, reason="人员调整")
    row = propose_joint_act(story.bureau.actor("guanli"), propose)
    more = f'{{"officer": {officer}, "roles": ["bureau_head"]}}'
    by_hand("UPDATE ledger_jointact SET fields = %s WHERE id = %s", more, row.pk)
    with pytest.raises(Refused, match=SAID):
        confirm_joint_act(story.bureau.actor("anquan"), ConfirmJointAct(joint_act=row.pk))


def test_a_case_that_was_changed_goes_no_further(reached: Reached) -> None:
    story = reached(stop="investigation")
    photo = {"kind": "audio_visual", "name": "现场照片", "proves": "违法行为的客观状态"}
    done(story, "cases.add_evidence", **photo)
    by_hand("UPDATE cases_case SET summary = %s WHERE id = %s", "另一案情", story.case_id)
    assert SAID in refused(story, "cases.add_evidence", **{**photo, "name": "另一张照片"})
