"""What no clerk should send: by command, API, command line and page a Chinese sentence, nothing half-written."""

import json
from collections.abc import Callable, Iterator
from io import StringIO
from typing import Any, get_args, get_origin

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command
from django.test import Client

from sanzhi.cases.commands import RegisterParty, register_party
from sanzhi.cases.models import CaseParty, Proposal
from sanzhi.demo.cast import Bureau
from sanzhi.demo.story import Story
from sanzhi.kernel.commands import registered_commands
from sanzhi.kernel.orders import Order
from sanzhi.ledger.models import Entry
from tests.test_no_way_round import signed_in

Reached = Callable[..., Story]
HUGE = 10**30
PENALTY = {"fine": "300", "reason": "属一般档次。", "correction": "立即清除。"}


def sent(client: Client, name: str, order: Any) -> tuple[int, str]:
    app, _, verb = name.partition(".")
    body = order if isinstance(order, str) else json.dumps(order)
    answer = client.post(f"/api/v1/{app}/{verb}", body, content_type="application/json")
    return answer.status_code, json.dumps(answer.json(), ensure_ascii=False)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"quantities": {"items": -1}}, "“quantities.items”"),
        ({"quantities": {"items": 1e30}}, "“quantities.items”"),
        ({"fine": "100.005"}, "小数最多2位"),
        ({"fine": 0.1 + 0.2}, "“fine”小数最多2位"),
        ({"fine": "NaN"}, "应为数字"),
        ({"fine": "1万"}, "应为数字"),
        ({"fine": "1e40"}, "数字太大"),
        ({"fine": -5}, "应大于0"),
        ({"fine": ["300"]}, "应为数字"),
        ({"reason": "短"}, "至少5个字"),
        ({"reason": ["多", "项"]}, "应为文字"),
        ({"reason": "\u200b" * 20}, "至少5个字"),
        ({"measures": "confiscation_of_goods"}, "应为列表"),
        ({"case": HUGE}, "数字太大"),
        ({"case": "一"}, "应为整数"),
        ({"colour": "红"}, "没有这一栏"),
    ],
)
def test_an_order_that_cannot_be_meant(reached: Reached, changed: dict[str, Any], said: str) -> None:
    story = reached(stop="report")
    entries = Entry.objects.count()
    status, text = sent(
        signed_in("zhifa1"), "penalty.propose_penalty", {"case": story.case_id, **PENALTY, **changed}
    )
    assert (status, said in text) == (422, True), text
    assert Entry.objects.count() == entries and not Proposal.objects.exists()


def inner_orders() -> Iterator[tuple[str, str]]:
    """Every command with an order in its order, and in which field."""
    for registered in registered_commands().values():
        for name, info in registered.order.model_fields.items():
            inner = [kind for kind in (info.annotation, *get_args(info.annotation)) if isinstance(kind, type)]
            if not registered.internal and any(issubclass(kind, Order) for kind in inner):
                yield registered.name, name


def test_what_is_wrong_in_an_order_within_an_order_is_named_by_its_path(reached: Reached) -> None:
    reached(stop="report")
    found = dict(inner_orders())
    assert found.items() >= {"cases.register_lead": "party", "reviews.give_opinion": "points"}.items()
    for command, name in found.items():
        inner = {"colour": "红"}
        is_table = get_origin(registered_commands()[command].order.model_fields[name].annotation) is dict
        status, text = sent(signed_in("zhifa1"), command, {name: {"first": inner} if is_table else inner})
        told = f"{name}.first.colour" if is_table else f"{name}.colour"
        assert (status, f"“{told}”没有这一栏" in text) == (422, True), text


@pytest.mark.parametrize(
    ("party", "said"),
    [
        ({"id_number": "1" * 31}, "“party.id_number”最多30个字"),
        ({"born_on": "0001-01-01"}, "“party.born_on”日期应在1900年至2099年之间"),
        ({"sex": "其他"}, "“party.sex”只能选"),
        ({"kind": "robot"}, "“party.kind”只能选"),
        ("张三", "“party”应为成对的名称和值"),
    ],
)
def test_what_is_wrong_of_the_party_of_a_lead_is_named_by_its_path(
    reached: Reached, party: Any, said: str
) -> None:
    reached(stop="report")
    whole = {"kind": "person", "name": "某某", "address": "某路"}
    order = {"party": {**whole, **party} if isinstance(party, dict) else party}
    status, text = sent(signed_in("zhifa1"), "cases.register_lead", order)
    assert (status, said in text) == (422, True), text


@pytest.mark.parametrize("body", ["", "{", "[1]", "null", '"x"'])
def test_what_is_no_order_at_all(reached: Reached, body: str) -> None:
    reached(stop="report")
    status, text = sent(signed_in("zhifa1"), "penalty.propose_penalty", body)
    assert status in {400, 422} and any(said in text for said in ("不是有效的 JSON", "填写", "应为"))


def test_an_upload_is_no_order(reached: Reached) -> None:
    reached(stop="report")
    client, token = signed_in("zhifa1"), "a" * 32
    client.handler.enforce_csrf_checks = True
    client.cookies[settings.CSRF_COOKIE_NAME] = token
    form = {"content_type": "multipart/form-data; boundary=x", "headers": {"X-CSRFToken": token}}
    answer = client.post("/api/v1/penalty/propose_penalty", b"{}", **form)
    assert answer.status_code == 400 and "不是有效的 JSON" in answer.json()["message"]


def test_a_command_that_there_is_not(reached: Reached) -> None:
    reached(stop="report")
    for name in ("penalty.record_paymentx", "cases.enter_proposal", "nothing.at_all"):
        assert sent(signed_in("zhifa1"), name, {}) == (
            404,
            '{"message": "没有这一命令。全部命令和字段见 /api/docs。"}',
        )


@pytest.mark.parametrize("day", ["2026-02-30", "0001-01-01", "9999-12-31", "昨天", 20260302.5])
def test_a_day_that_cannot_be(reached: Reached, day: Any) -> None:
    story = reached(stop="report")
    order = {"case": story.case_id, "happened_on": day, "place": "示范路", "conduct": "占道经营的事实经过。"}
    status, text = sent(signed_in("zhifa1"), "cases.establish_facts", order)
    assert status == 422 and "日期" in text


def test_the_command_line_says_it_in_chinese_too(reached: Reached) -> None:
    story = reached(stop="report")
    with pytest.raises(CommandError, match="“fine”应大于0"):
        call_command(
            "do",
            "penalty.propose_penalty",
            f"case={story.case_id}",
            "fine=-1",
            "reason=属一般档次。",
            user="zhifa1",
            stdout=StringIO(),
        )


def test_keys_and_bodies_without_measure(reached: Reached) -> None:
    story = reached(stop="report")
    client = signed_in("zhifa1")
    for path in (f"/office/cases/{HUGE}/", f"/office/cases/{story.case_id}/papers/{HUGE}/"):
        assert client.get(path).status_code == 404
    flood = json.dumps({"case": story.case_id, "reason": "长" * (4 << 20)})
    status, text = sent(client, "penalty.propose_penalty", flood)
    assert (status, "过大" in text) == (413, True)
    page = client.post(f"/office/cases/{story.case_id}/do/propose_penalty/", {"reason": "长" * (4 << 20)})
    assert page.status_code == 413 and "没有保存" in page.content.decode()


@pytest.mark.parametrize("digits", [19, 5000])
def test_numbers_without_measure_are_no_numbers(reached: Reached, digits: int) -> None:
    story, number = reached(stop="report"), "9" * digits
    client, case = signed_in("zhifa1"), f"/office/cases/{story.case_id}/"
    for path in ("/decisions/", "/powers/", "/search/", "/office/cases/"):
        assert client.get(path, {"page": number}).status_code == 200, path
    for path in (case, f"{case}papers/", f"{case}do/propose_penalty/"):
        assert client.get(path, {"proceeding": number}).status_code == 200, path
    for body in (f'{{"case": {number}}}', json.dumps({"case": number})):
        status, text = sent(client, "penalty.propose_penalty", body)
        assert status in {400, 422} and any(sign >= "\u4e00" for sign in text), text


def test_a_form_from_elsewhere_is_told_so(reached: Reached) -> None:
    story = reached(stop="report")
    strict = Client(enforce_csrf_checks=True)
    strict.cookies = signed_in("zhifa1").cookies
    page = strict.post(f"/office/cases/{story.case_id}/do/propose_penalty/", {"fine": "300"})
    assert page.status_code == 403 and "页面已经过期" in page.content.decode()


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("赵\u200b试\u202e验\x00", "赵试验"),
        ("\ufeff赵试验\u3000", "赵试验"),
        ("赵 试验\u2060", "赵试验"),
        ("John  Smith", "John  Smith"),
    ],
)
def test_names_are_kept_as_they_are_seen(reached: Reached, typed: str, kept: str) -> None:
    story = reached(stop="lead")
    party = {**story.plan.party, "name": typed, "case": story.case_id}
    register_party(story.officer, RegisterParty(**party))
    assert CaseParty.objects.get(case=story.case_id).name == kept


@pytest.mark.parametrize(
    ("who", "name", "order"),
    [
        ("jiandu", "catalogues.approve_edition", {"edition": 999_999}),
        ("zhifa1", "catalogues.put_in_force", {"edition": 999_999}),
        ("guanli", "organisation.suspend_certificate", {"certificate": 999_999, "reason": "调离执法岗位"}),
        ("anquan", "ledger.confirm_joint_act", {"joint_act": 999_999}),
    ],
)
def test_what_is_not_there_is_not_seen(bureau: Bureau, who: str, name: str, order: dict[str, Any]) -> None:
    status, text = sent(signed_in(who), name, order)
    assert status in {404, 409, 422} and any(sign >= "\u4e00" for sign in text), text


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("get", "/api/v1/cases/close_case", "POST"),
        ("post", "/office/cases/", "GET"),
        ("delete", "/office/cases/", "GET"),
    ],
)
def test_another_method_than_the_address_takes(
    reached: Reached, method: str, path: str, allowed: str
) -> None:
    reached(stop="lead")
    answer = getattr(signed_in("zhifa1"), method)(path)
    said = answer.json()["message"] if path.startswith("/api/") else answer.content.decode()
    assert answer.status_code == 405 and allowed in answer["Allow"]
    assert f"这个地址不接受{method.upper()}请求" in said and "没有办理任何事项" in said
