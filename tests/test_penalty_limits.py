"""Every limit of the two procedures: the refusal with its article, and the success beside it."""

import random
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from functools import partial

import pytest

from sanzhi.cases import commands as cases
from sanzhi.cases.deadlines import deadline as deadline_of
from sanzhi.cases.models import IdType, PartyKind
from sanzhi.cases.queries import only_proceeding, proofs
from sanzhi.demo import people
from sanzhi.demo.cast import Bureau
from sanzhi.demo.story import Story
from sanzhi.kernel import clock
from sanzhi.kernel.actor import system
from sanzhi.law import penalties
from sanzhi.law.identity import check_digit
from sanzhi.organisation import commands as organisation
from sanzhi.penalty import commands as penalty
from tests.conftest import reasons
from tests.stories import established

pytestmark = pytest.mark.usefixtures("unprinted")
Tell = Callable[..., Story]


def decide(story: Story) -> object:
    return penalty.decide_penalty(story.bureau.actor("juzhang"), penalty.DecidePenalty(case=story.case_id))


def test_an_ordinary_penalty_from_lead_to_closure(reached: Tell) -> None:
    case = reached().case
    assert case.closed_on is not None
    assert only_proceeding(case).decision.number == "舞城管罚决字〔2026〕第1号"
    assert only_proceeding(case).decision.text == "罚款800元（人民币捌佰元整）"


def test_one_officer_is_not_enough(reached: Tell) -> None:
    story = reached(stop="investigation")
    alone = cases.AssignOfficers(case=story.case_id, officers=[story.bureau.officers["zhifa1"].pk])
    cases.assign_officers(story.bureau.actor("duizhang1"), alone)
    said = reasons(story.go)
    assert "不得少于2人" in said and "行政处罚法第四十二条" in said


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"employment": "contract"}, "不是在编在职人员"),
        ({"qualified_on": None}, "未经执法资格考试合格"),
        ({"certificate": None}, "没有行政执法证"),
        ({"certificate": date(2026, 8, 31)}, "不在有效期内"),
    ],
)
def test_who_is_not_qualified_is_not_assigned(
    reached: Tell, change: dict[str, object], sentence: str
) -> None:
    story = reached(stop="lead")
    stranger = appointed(story.bureau, change)
    order = cases.AssignOfficers(case=story.case_id, officers=[stranger, story.bureau.officers["zhifa1"].pk])
    said = reasons(lambda: cases.assign_officers(story.bureau.actor("duizhang1"), order))
    assert sentence in said and "河南省行政执法条例第二十条" in said


def appointed(bureau: Bureau, change: dict[str, object]) -> int:
    machine = system(bureau.authority.code)
    order = organisation.AppointOfficer.model_validate(
        {
            "unit": bureau.officers["zhifa1"].unit_id,
            "username": "newcomer",
            "password": "long-enough-91",
            "name": "路人甲",
            "roles": ["officer"],
            "qualified_on": date(2024, 1, 1),
            **{name: value for name, value in change.items() if name != "certificate"},
        }
    )
    officer = organisation.appoint_officer(machine, order)
    if change.get("certificate"):
        organisation.issue_certificate(
            machine,
            organisation.IssueCertificate(
                officer=officer.pk,
                number="16048199999",
                issued_on=date(2024, 2, 1),
                valid_until=change["certificate"],
            ),
        )
    return officer.pk


def test_a_suspended_certificate_stops_its_holder(reached: Tell) -> None:
    story = reached(stop="investigation")
    certificate = story.bureau.officers["zhifa1"].certificates.get()
    order = organisation.SuspendCertificate(certificate=certificate.pk, reason="年审未通过")
    organisation.suspend_certificate(system(story.bureau.authority.code), order)
    evidence = cases.AddEvidence(case=story.case_id, kind="record", name="笔录一份", proves="违法事实")
    assert "已被暂扣（年审未通过）" in reasons(lambda: cases.add_evidence(story.officer, evidence))


def test_correct_first_means_no_penalty_for_who_corrected(tell: Tell) -> None:
    corrected = tell(cause="C01", fine=Decimal(500), corrects=True).proceeding
    assert (corrected.closure_kind, corrected.decision.disposal) == ("corrected", "spare")
    again = people.person(random.Random(2))
    punished = tell(cause="C01", fine=Decimal(500), party=again).proceeding
    assert punished.decision.weight.fine == 500


def test_the_day_for_correcting_must_have_passed(reached: Tell) -> None:
    story = reached(cause="C01", stop="correction")
    until = clock.today() + timedelta(days=3)
    penalty.order_correction(
        story.officer,
        penalty.OrderCorrection(case=story.case_id, content="立即清理摊位", correct_by_on=until),
    )
    review = penalty.RecordCorrectionReview(
        case=story.case_id, is_corrected=False, result="仍未改正，继续占道。"
    )
    story.serve(story.paper("D23"))
    early = reasons(lambda: penalty.record_correction_review(story.officer, review))
    assert "期限届满之前不能认定逾期未改正" in early
    clock.advance(timedelta(days=4))
    penalty.record_correction_review(story.officer, review)


@pytest.mark.parametrize(
    ("fine", "sentence"), [("1000.01", "高于法定上限1000"), ("499.99", "低于法定下限500")]
)
def test_the_fine_stays_in_the_statutory_range(reached: Tell, fine: str, sentence: str) -> None:
    story = reached(stop="report")
    order = penalty.ProposePenalty(
        case=story.case_id, fine=Decimal(fine), correction="责令立即改正。", reason="属一般档次。"
    )
    said = reasons(lambda: penalty.propose_penalty(story.officer, order))
    assert sentence in said and "第四十五条第一款" in said
    lawful = penalty.ProposePenalty(
        case=story.case_id, fine=Decimal(1000), correction="责令立即改正。", reason="属严重档次。"
    )
    penalty.propose_penalty(story.officer, lawful)


def test_below_the_range_only_with_a_ground_and_then_it_is_major(reached: Tell) -> None:
    story = reached(stop="report")
    order = penalty.ProposePenalty(
        case=story.case_id,
        fine=Decimal(300),
        correction="责令立即改正。",
        reason="主动消除后果。",
        mitigation="行政处罚法第三十二条第一项",
        ground_proofs=[row.pk for row in proofs(story.proceeding)],
    )
    penalty.propose_penalty(story.officer, order)
    story.paper("D27")
    story.go()
    story.serve(story.paper("D29"))
    story._film("service")
    story.go()
    story._film("statement_defence")
    cases.record_plea(story.officer, cases.RecordPlea(case=story.case_id, is_waived=True))
    story.go()
    assert story.proceeding.step == "review"


@pytest.mark.parametrize(
    ("kind", "fine", "form"),
    [
        ("person", 4999, "D29"),
        ("person", 5000, "D30"),
        ("organisation", 49999, "D29"),
        ("organisation", 50000, "D30"),
    ],
)
def test_the_hearing_line(reached: Tell, kind: str, fine: int, form: str) -> None:
    party = people.person(random.Random(2)) if kind == "person" else people.organisation(random.Random(2))
    cause = "C24" if fine >= 5000 else "C23"
    story = reached(cause=cause, fine=Decimal(fine), party=party, stop="notice")
    other = {"D29": "D30", "D30": "D29"}[form]
    assert "不使用" in reasons(
        lambda: cases.write_document(story.officer, cases.WriteDocument(case=story.case_id, form=other))
    )
    cases.write_document(story.officer, cases.WriteDocument(case=story.case_id, form=form))


def proposed(story: Story, **changes: object) -> None:
    order = {
        "case": story.case_id,
        "fine": Decimal(800),
        "correction": "责令立即改正。",
        "reason": "属一般档次。",
        **changes,
    }
    penalty.propose_penalty(story.officer, penalty.ProposePenalty.model_validate(order))


@pytest.mark.parametrize(("value", "form"), [("4999.99", "D29"), ("5000", "D30")])
def test_confiscation_counts_for_the_hearing_line(reached: Tell, value: str, form: str) -> None:
    story = reached(stop="report", cause="C15", fine=Decimal(3000))
    both = ["confiscation_of_gains", "confiscation_of_goods"]
    gains = {"fine": Decimal(3000), "measures": both, "confiscates": "烤炉一台"}
    said = reasons(lambda: proposed(story, **gains))
    assert "没有填写价值" in said and "河南省行政处罚听证办法第四条" in said
    both_told = reasons(lambda: proposed(story, **gains, confiscated=600))
    assert "处罚依据没有规定“没收违法所得”" in both_told  # nothing was gained
    established(story, gains=Decimal(1000), gains_note="按销售记录核算。")
    proposed(story, **gains, confiscated=Decimal(value) - 1000)
    story.paper("D27")
    story.go()
    other = {"D29": "D30", "D30": "D29"}[form]
    assert "不使用" in reasons(
        lambda: cases.write_document(story.officer, cases.WriteDocument(case=story.case_id, form=other))
    )
    story.serve(story.paper(form))


@pytest.mark.parametrize(("public_interest", "step"), [(True, "review"), (False, "decision")])
def test_public_interest_makes_it_major(reached: Tell, public_interest: bool, step: str) -> None:
    story = reached(stop="report")
    proposed(story, public_interest=public_interest)
    story.paper("D27")
    story.go()
    story.serve(story.paper("D29"))
    story._film("service")
    story.go()
    story._film("statement_defence")
    cases.record_plea(story.officer, cases.RecordPlea(case=story.case_id, is_waived=True))
    story.go()
    assert story.proceeding.step == step


def test_notice_must_be_served_and_the_plea_period_over(reached: Tell) -> None:
    story = reached(stop="notice")
    document = story.paper("D29")
    said = reasons(story.go)
    assert "《行政处罚事先告知书》尚未送达" in said and "行政处罚法第四十四条" in said
    story.serve(document)
    story._film("service")
    story.go()
    said = reasons(story.go)
    assert "尚未届满" in said and "第四十五条" in said


def test_pleading_never_makes_it_worse(reached: Tell) -> None:
    story = reached(stop="plea", fine=Decimal(600))
    cases.record_plea(story.officer, cases.RecordPlea(case=story.case_id, text="请求从轻处理。"))
    heavier = penalty.ProposePenalty(
        case=story.case_id, fine=Decimal(900), correction="责令立即改正。", reason="态度不好，从重。"
    )
    said = reasons(lambda: penalty.propose_penalty(story.officer, heavier))
    assert "不得因当事人陈述申辩而给予更重的处罚" in said and "行政处罚法第四十五条" in said
    assert "不得因当事人陈述申辩" in reasons(partial(proposed, story, fine=601))
    lighter = penalty.ProposePenalty(
        case=story.case_id, fine=Decimal(500), correction="责令立即改正。", reason="采纳申辩，从轻。"
    )
    penalty.propose_penalty(story.officer, lighter)


def test_a_hearing_needs_seven_working_days_and_another_chair(reached: Tell) -> None:
    story = reached(cause="C05", fine=Decimal(8000), hearing=True, stop="hearing")
    reviewer, investigator = story.bureau.actor("fazhi2"), story.bureau.officers["zhifa1"].pk
    soon = cases.NotifyHearing(
        case=story.case_id,
        held_on=clock.today() + timedelta(days=5),
        place="听证室",
        chair=investigator,
        recorder=investigator,
    )
    said = reasons(lambda: cases.notify_hearing(reviewer, soon))
    assert "七个工作日前" in said and "非本案调查人员主持" in said


@pytest.mark.parametrize("hearing", [False, True])
def test_a_major_decision_is_reviewed_then_deliberated(reached: Tell, hearing: bool) -> None:
    case = reached(cause="C05", fine=Decimal(8000), hearing=hearing).case
    steps = list(only_proceeding(case).visits.values_list("step", flat=True))
    assert steps.index("review") < steps.index("deliberation") < steps.index("decision")
    assert ("hearing" in steps) is hearing
    assert only_proceeding(case).decision.is_major


@pytest.mark.parametrize(
    ("happened_on", "sentence"),
    [(date(2024, 8, 31), "二年追责时效"), (date(2024, 9, 1), ""), (date(2021, 9, 1), "二年追责时效")],
)
def test_on_the_spot_limitation_is_two_years(reached: Tell, happened_on: date, sentence: str) -> None:
    """Five years ask for a consequence that was established: that is no matter for the street."""
    story = reached(stop="lead")
    order = cases.RegisterLead(
        cause_code="C56",
        source="patrol",
        happened_on=happened_on,
        found_on=date(2026, 9, 1),
        place="某路某号",
        summary="两年前设置的售货亭。",
        procedure="penalty/simplified",
    )
    late = cases.register_lead(story.officer, order)
    cases.register_party(story.officer, cases.RegisterParty(case=late.pk, **people.person(random.Random(3))))
    ids = [story.bureau.officers[name].pk for name in ("zhifa1", "zhifa2")]
    cases.assign_officers(story.bureau.actor("duizhang1"), cases.AssignOfficers(case=late.pk, officers=ids))
    photo = {"kind": "audio_visual", "name": "现场照片", "proves": "违法行为的现场状态"}
    cases.add_evidence(story.officer, cases.AddEvidence.model_validate({"case": late.pk, **photo}))
    spot = penalty.PenaliseOnTheSpot(
        case=late.pk,
        fine=Decimal(100),
        correction="责令立即改正。",
        reason="情节轻微。",
        rights_told=True,
        gains=Decimal(0),
        gains_note="当场询问，没有违法所得。",
        conduct="在路灯杆上悬挂商业横幅一条。",
    )
    if sentence:
        assert sentence in reasons(lambda: penalty.penalise_on_the_spot(story.officer, spot))
    else:
        assert penalty.penalise_on_the_spot(story.officer, spot).is_simplified


def test_nobody_under_fourteen_is_punished(reached: Tell) -> None:
    born = date(2012, 9, 2)
    body = f"000000{born:%Y%m%d}001"
    child = {**people.person(random.Random(4)), "id_number": body + check_digit(body), "guardian": "家长某"}
    story = reached(party=child, stop="decision_approved")
    said = reasons(lambda: decide(story))
    assert "不满十四周岁，不予行政处罚" in said and "行政处罚法第三十条" in said


def test_between_fourteen_and_eighteen_the_reason_must_say_so(tell: Tell) -> None:
    born = date(2010, 1, 1)
    body = f"000000{born:%Y%m%d}002"
    minor = {**people.person(random.Random(4)), "id_number": body + check_digit(body), "guardian": "家长某"}
    with pytest.raises(Exception, match="应当从轻或者减轻处罚"):
        tell(party=minor)
    other = {
        **minor,
        "name": "另一少年",
        "id_number": (body := f"000000{born:%Y%m%d}004") + check_digit(body),
    }
    case = tell(party=other, fine=Decimal(500), lighter=penalties.Mitigation.YOUNG).case
    assert only_proceeding(case).decision.weight.fine == 500


def test_the_case_lasts_ninety_days_and_the_page_counts(reached: Tell) -> None:
    case = reached(stop="report").case
    deadline = deadline_of(only_proceeding(case), "case_decision")
    assert deadline is not None and only_proceeding(case).filed_on is not None
    assert deadline.on == only_proceeding(case).filed_on + timedelta(days=90)


def test_late_penalty_of_three_per_cent_up_to_the_fine(reached: Tell) -> None:
    story = reached(pays=False)
    charge = penalty.ChargeLatePenalty(case=story.case_id)
    assert "尚未逾期" in reasons(lambda: penalty.charge_late_penalty(story.officer, charge))
    clock.advance(timedelta(days=30))
    late = penalty.charge_late_penalty(story.officer, charge)
    assert late.amount == (Decimal(800) * Decimal("0.03") * late.days).quantize(Decimal("0.01"))
    clock.advance(timedelta(days=100))
    assert penalty.charge_late_penalty(story.officer, charge).amount == 800


def test_a_wrong_identity_number_is_refused_and_a_wrong_credit_code_only_warned(reached: Tell) -> None:
    story = reached(stop="lead")
    person = {"kind": PartyKind.PERSON, "name": "李某", "address": "某处某号"}
    wrong = cases.RegisterParty(case=story.case_id, id_number="000000199001011230", **person)
    said = reasons(lambda: cases.register_party(story.officer, wrong))
    assert "校验位不符" in said or "居民身份证" in said
    shop = cases.RegisterParty(
        case=story.case_id,
        kind=PartyKind.INDIVIDUAL_BUSINESS,
        name="某某商店",
        representative="李某",
        id_type=IdType.UNKNOWN,
        born_on=date(1980, 1, 1),
        credit_code="92000000MA0000000X",
        address="某处某号",
    )
    assert cases.register_party(story.officer, shop).credit_code == "92000000MA0000000X"


def test_an_ended_basis_is_not_used_for_new_acts(bureau: Bureau) -> None:
    with clock.moved(datetime(2026, 10, 12, 9, tzinfo=clock.CHINA)):
        order = cases.RegisterLead(
            procedure="penalty/ordinary",
            cause_code="C16",
            source="patrol",
            happened_on=date(2026, 10, 12),
            found_on=date(2026, 10, 12),
            place="某路某号",
            summary="禁止区域露天烧烤。",
        )
        assert "不再适用于新发生的行为" in reasons(lambda: cases.register_lead(bureau.actor("zhifa1"), order))
        police = order.model_copy(update={"cause_code": "C26"})
        assert "公安机关交通管理部门" in reasons(lambda: cases.register_lead(bureau.actor("zhifa1"), police))
