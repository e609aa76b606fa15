"""What coercion answers to the words of its procedures."""

from sanzhi.cases.models import Proceeding
from sanzhi.coercion import auctions, authority, custody
from sanzhi.coercion.models import Way
from sanzhi.coercion.queries import in_custody, seizure_of, settled_as, unsettled
from sanzhi.kernel.verdict import Verdict

HANDED = "行政强制法第二十四条"


def measure_authorised(proceeding: Proceeding) -> Verdict:
    """A seizure was proposed, and the row on which it stands gives it."""
    seizure = seizure_of(proceeding)
    if seizure is None:
        return Verdict.no(
            "尚未提出查封、扣押。", "行政强制法第十八条第一项", remedy="请承办人报请查封、扣押。"
        )
    return authority.is_authorised(proceeding, seizure.manner)


def regularised(proceeding: Proceeding) -> Verdict:
    seizure = seizure_of(proceeding)
    return Verdict.when(
        seizure is not None and seizure.is_regularised is not None,
        "当场实施的查封、扣押尚未补办批准。",
        citation="行政强制法第十九条",
        remedy="请机关负责人在二十四小时内审批；不应当采取的，立即解除。",
    )


def carried_out(proceeding: Proceeding) -> Verdict:
    seizure = seizure_of(proceeding)
    return Verdict.when(
        seizure is not None and (seizure.begun_at or seizure.forgone_for),
        "查封、扣押尚未实施。",
        citation="行政强制法第十八条",
        remedy="请到场实施并登记；没有实施的，由机关负责人登记不再实施。",
    )


def handed_over_there(proceeding: Proceeding) -> Verdict:
    """Decision and inventory were handed over on the spot, both; else everything has gone back (行政强制法 §24, §28)."""
    verdict, is_over = Verdict.yes(), custody.all_went_back(proceeding)
    for title in custody.not_handed_over(proceeding):
        verdict &= Verdict.when(
            is_over,
            f"《{title}》没有在实施当日当场交付的登记。",
            citation=HANDED,
            remedy="请登记当场交付；当事人拒收的，登记留置送达；没有当场交付的，立即解除并退还。",
        )
    return verdict


def things_settled(proceeding: Proceeding) -> Verdict:
    """Of everything that was taken it is decided what becomes of it, and it has gone there (行政强制法 §27, §28)."""
    open_ones, kept = unsettled(proceeding), in_custody(proceeding)
    return (
        auctions.rest_returned(proceeding)
        & Verdict.when(
            not open_ones,
            f"查封、扣押的财物有{len(open_ones)}项尚未处理。",
            citation="行政强制法第二十七条",
            remedy="请机关负责人作出处理决定。",
        )
        & Verdict.when(
            bool(open_ones) or not kept,
            f"已经处理的财物有{len(kept)}项还在保管中。",
            citation="行政强制法第二十八条第二款",
            remedy="解除的请立即退还，其他的请按处理决定办理交接并登记；拍卖抵缴的，请委托拍卖。",
        )
    )


def party_told(proceeding: Proceeding) -> Verdict:
    """What was extended, lifted, handed over is told in writing, each in its own words (行政强制法 §21, §25(2), §28)."""
    verdict = Verdict.yes()
    for purpose, title in custody.owed(proceeding).items():
        verdict &= Verdict.when(
            custody.is_told(proceeding, purpose),
            f"《{title}》没有按现在的情况制作并送达当事人。",
            citation="行政强制法第二十一条、第二十五条第二款、第二十八条",
            remedy="请制作并送达。",
        )
    return verdict


def seized_at_once(proceeding: Proceeding) -> bool:
    seizure = seizure_of(proceeding)
    return seizure is not None and seizure.is_urgent and seizure.begun_at is not None


def forgone(proceeding: Proceeding) -> bool:
    seizure = seizure_of(proceeding)
    return seizure is not None and bool(seizure.forgone_for)


def begun(proceeding: Proceeding) -> bool:
    seizure = seizure_of(proceeding)
    return seizure is not None and seizure.begun_at is not None


def extended(proceeding: Proceeding) -> bool:
    seizure = seizure_of(proceeding)
    return seizure is not None and seizure.extended_at is not None


def lifted(proceeding: Proceeding) -> bool:
    return bool(settled_as(proceeding, Way.RETURNED))


def disposed(proceeding: Proceeding) -> bool:
    return bool(settled_as(proceeding, Way.SOLD, Way.DESTROYED))


def handed_to_police(proceeding: Proceeding) -> bool:
    return bool(settled_as(proceeding, Way.HANDED_OVER))
