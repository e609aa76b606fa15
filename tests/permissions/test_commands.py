"""Every command × every person: who is let in, who is told that it is not theirs, for whom the thing does not exist."""

import re
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from django.db import transaction
from pydantic import ValidationError

from sanzhi.demo.story import Story
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.commands import Registered
from sanzhi.kernel.errors import NotVisible, Refused, Undelivered
from sanzhi.organisation.queries import actor_of_officer
from tests.bounds.orders import commands, plausible
from tests.permissions.ground import PERSONS, TABLE, Ground, ground

# how a policy says that an act is another's; what is said of the thing itself is no matter of persons
NOT_YOURS = re.compile(
    "没有这一岗位|不是本案承办人|只有本机关|由本机关政策法规科|由本机关的司法行政部门|不能以.{2,8}身份|由政策法规科或者"
    "|只有本案|只有承办|请由.{2,12}(?:办理|上传)|由其他人开始|不能自己|由法制审核人员|只有系统管理员|统一维护|涉及本人|不予公示须由机关负责人|另一名承办人|等待您确认|没有行政执法证|不得从事执法活动|可以退回|您承办过本案"
)

# what a command's own shape wants of a field whose name means something else elsewhere
OWN: dict[str, dict[str, Any]] = {
    "ledger.propose_joint_act": {
        "act": "organisation.change_officer",
        "fields": "$change",
        "reason": "人员调整",
    },
    "cases.register_lead": {"procedure": "penalty/ordinary", "cause_code": "C04", "found_on": "$today"},
    "cases.begin_own_motion": {"procedure": "levy/fee", "power": "ZS01", "on": "$today"},
    "cases.serve_document": {"served_on": "$today"},
    "cases.sign_document": {"document": "$submitted"},
    "cases.return_document": {"document": "$submitted"},
    "cases.fill_document": {"document": "$draft"},
    "cases.submit_document": {"document": "$draft"},
    "cases.remake_document": {"document": "$voided"},
    "cases.void_document": {"document": "$draft"},
    "cases.add_evidence": {"file_sha256": ""},
    "coercion.propose_extension": {"days": 10},
    "coercion.propose_seizure": {"days": 10},
    "coercion.seize_at_once": {"days": 10},
    "coercion.clear_at_once": {"minutes": 30},
    "coercion.perform_by_proxy": {"minutes": 30},
    "cases.attach_scan": {"file_sha256": "0" * 64},
    "catalogues.draft_edition": {"content": {}},
    "organisation.appoint_officer": {"position": "队员", "area": ""},
    "organisation.establish_authority": {
        **dict.fromkeys(("name", "government", "court", "justice_bureau"), "某机关"),
        **dict.fromkeys(("bank_name", "bank_account_name", "address", "bank_address"), "某处"),
        "number_prefix": "某城管",
        "phone": "0000-0000000",
        "postcode": "",
        "bank_account": "0000",
    },
    "organisation.open_unit": {"name": "某某科"},
    "organisation.issue_certificate": {"number": "99999999999"},
    "licensing.leave_time_out": {"days": 5},
    "licensing.extend_decision": {"days": 5},
    **{
        f"licensing.{verb}": {"content": "挖掘人行道敷设支管。"}
        for verb in ("apply_for_change", "apply_for_renewal", "propose_licence", "take_application")
    },
    "penalty.order_correction": {"content": "责令立即改正。"},
    "penalty.record_education": {"content": "责令立即改正。"},
    "recordings.begin_upload": {"sha256": ""},
    "reviews.record_deliberation": {"ended_at": "10:30", "participants": [1, 2]},
}


def own_of(registered: Registered, known: dict[str, Any]) -> dict[str, Any]:
    own = OWN.get(registered.name, {})
    return {
        name: known[value[1:]] if isinstance(value, str) and value[:1] == "$" else value
        for name, value in own.items()
    }


def outcome(actor: Actor, registered: Registered, known: dict[str, Any]) -> str:
    """ "in", "not yours" or "unseen", and nothing is left of it."""
    try:
        order = registered.order.model_validate(
            plausible(registered.order, known | own_of(registered, known))
        )
    except ValidationError as wrong:
        pytest.fail(f"{registered.name}: {wrong}")
    with transaction.atomic():
        try:
            registered.call(actor, order)
        except NotVisible:
            return "unseen"
        except Refused as refusal:
            return "not yours" if NOT_YOURS.search(str(refusal)) else "in"
        except Undelivered:
            return "in"
        finally:
            with suppress(transaction.TransactionManagementError):
                transaction.set_rollback(True)
    return "in"


def let_in(place: Ground, registered: Registered) -> set[str]:
    actors = {word: actor_of_officer(officer) for word, officer in place.officers.items()}
    return {word for word in PERSONS if outcome(actors[word], registered, place.known) == "in"}


def test_the_table(reached: Callable[..., Story]) -> None:
    place = ground(reached(stop="performance", cause="C05", fine=8000))
    rows: dict[str, str] = TABLE["commands"]
    groups = {name: set(words.split()) for name, words in TABLE["groups"].items()}
    wrong = [f"{name}: no such command" for name in rows if name not in {row.name for row in commands()}]
    for registered in commands():
        found = let_in(place, registered)
        wanted = groups.get(rows.get(registered.name, "-"), {"no row"})
        if found != wanted:
            wrong.append(f"{registered.name}: {' '.join(word for word in PERSONS if word in found)}")
    assert not wrong, "\n".join(wrong)
