"""What a demolition answers to the words of its procedure: announced, reported, ordered, told, carried out, the goods settled."""

from sanzhi.cases import queries as cases
from sanzhi.cases.fixed import tells
from sanzhi.cases.models import Proceeding
from sanzhi.coercion import building, building_facts, contesting, leaving
from sanzhi.coercion.building_guards import RULES
from sanzhi.coercion.halting import enforcement_of
from sanzhi.kernel import clock
from sanzhi.kernel.verdict import Verdict


def order_final(proceeding: Proceeding) -> Verdict:
    """No remedy is pending, and all periods are over (行政强制法 §44)."""
    return contesting.is_final(proceeding.main) if proceeding.main is not None else Verdict.yes()


def announced(proceeding: Proceeding) -> Verdict:
    """Posted on the spot and around, and published by the media (平顶山条例 §31)."""
    row = building.demolition_of(proceeding)
    papers = cases.issued_for(proceeding, "demolition_announcement")
    groups = (building_facts.demolition, building_facts.contested)
    said = {"demolition": {name: text for one in groups for name, text in one.read(proceeding).items()}}
    return Verdict.when(
        any(tells(paper, said) for paper in papers),
        "没有按现在的意见制作《强制拆除公告》。",
        citation=f"行政强制法第四十四条；{RULES}第三十一条",
        remedy="请制作公告并完成签批。",
    ) & Verdict.when(
        row is not None and row.posted_on and row.media_on,
        "强制拆除公告没有在现场张贴并通过媒体发布的登记。",
        citation=f"{RULES}第三十一条",
        remedy="请张贴、发布后登记。",
    )


def government_ordered(proceeding: Proceeding) -> Verdict:
    """Reported after the demand, and ordered in writing (城乡规划法 §68; 平顶山条例 §30)."""
    row = building.entrusting_of(proceeding)
    return Verdict.when(
        row is not None and row.ordered_on is not None,
        "没有人民政府书面责成强制拆除的登记。",
        citation=f"城乡规划法第六十八条；{RULES}第三十条",
        remedy="请在催告期限届满后三个工作日内报告人民政府，取得书面责成后登记。",
    )


def summoned(proceeding: Proceeding) -> Verdict:
    """The party was told in writing of the day (平顶山条例 §33)."""
    row = building.demolition_of(proceeding)
    papers = [one for one in cases.issued_for(proceeding, "summons") if one.served_on]
    groups = (building_facts.demolition, building_facts.contested)
    said = {"demolition": {name: text for one in groups for name, text in one.read(proceeding).items()}}
    return Verdict.when(
        row is not None and row.day is not None and any(tells(one, said) for one in papers),
        "没有书面告知当事人实施强制拆除的日期、通知其到场。",
        citation=f"{RULES}第三十三条第一款",
        remedy="请确定实施日，制作并送达《强制拆除到场通知书》。",
    )


def torn_down(proceeding: Proceeding) -> Verdict:
    row = enforcement_of(proceeding)
    return Verdict.when(
        row is not None and row.ended_at is not None,
        "强制拆除尚未实施。",
        citation=f"{RULES}第三十三条",
        remedy="请到场实施，完毕后登记。",
    )


def list_given(proceeding: Proceeding) -> Verdict:
    """The list of what was moved reached the party (平顶山条例 §32)."""
    papers = cases.issued_for(proceeding, "goods_list")
    return Verdict.when(
        not building.left_things(proceeding) or any(row.served_on for row in papers),
        "《强制拆除财物清单》没有制作并交付当事人的登记。",
        citation=f"{RULES}第三十二条第二款",
        remedy="请制作清单，当场交付；当事人不到场、拒绝签名的，依法送达。",
    )


def goods_settled(proceeding: Proceeding) -> Verdict:
    kept = building.kept_things(proceeding)
    return Verdict.when(
        not kept,
        f"代为保管的财物有{len(kept)}项尚未领取或者提存。",
        citation=f"{RULES}第三十二条第二款",
        remedy="二十日内不领取的，发布招领公告；公告后六十日仍不领取的，办理提存。",
    )


def has_goods(proceeding: Proceeding) -> bool:
    return bool(building.left_things(proceeding))


def called_for(proceeding: Proceeding) -> bool:
    """The goods have to be called for, nobody having come in twenty days, or were."""
    row, until = building.demolition_of(proceeding), leaving.fetch_by(proceeding)
    if row is None or row.called_on is not None:
        return row is not None
    return until is not None and clock.today() > until.on and bool(building.kept_things(proceeding))
