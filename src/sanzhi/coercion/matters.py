"""A seizure as the page of its case shows it: what, how far, until when, what is left to do with each thing."""

from collections.abc import Iterable

from sanzhi.cases.matters import Matter, matter
from sanzhi.cases.models import Proceeding
from sanzhi.coercion import auctions, terms
from sanzhi.coercion.building_matters import building_matters
from sanzhi.coercion.custody import must_go_back
from sanzhi.coercion.models import Auction, SeizedThing, Seizure
from sanzhi.coercion.queries import movements_of, seizure_of, taken, unsettled
from sanzhi.kernel import clock
from sanzhi.law.days import chinese_date

ACTS = (
    "coercion.decide_seizure",
    "coercion.carry_out_seizure",
    "coercion.regularise_seizure",
    "coercion.extend_seizure",
    "coercion.settle_things",
    "coercion.let_things_go",
    "coercion.entrust_auction",
    "coercion.record_auction",
    "coercion.record_failed_auction",
    "coercion.return_rest",
    "coercion.move_things",
)


def matters(proceeding: Proceeding) -> Iterable[Matter]:
    yield from building_matters(proceeding)
    row = seizure_of(proceeding)
    if row is None:
        return
    last = terms.until(proceeding)
    yield matter(
        row.get_manner_display(),
        _state(proceeding, row),
        acts=ACTS,
        rows={
            "理由": row.reason,
            "情况紧急的情形": row.urgency,
            "决定的财物": [thing.line for thing in row.decided],
            "保管": f"{row.place}（{row.custodian}）",
            "实施": _done(row),
            "没有实施、少于决定的原因": row.fewer_for,
            "届满日": last.on if last else None,
            "期限的计算": last.explained if last else (),
            "必须立即解除": must_go_back(proceeding),
            "清单": [_told(one) for one in taken(proceeding)],
            "拍卖": [line for one in auctions.auctions(proceeding) for line in _auctioned(one)],
            "移动、查看": [line for one in taken(proceeding) for line in _moved(one)],
        },
    )


def _state(proceeding: Proceeding, row: Seizure) -> str:
    if row.forgone_for:
        return "没有实施"
    if row.begun_at is None:
        return "已提出，待决定、实施"
    if row.is_urgent and row.is_regularised is None:
        return "当场实施，待补办批准"
    return "保管中" if unsettled(proceeding) else "已处理"


def _done(row: Seizure) -> str:
    if row.begun_on is None:
        return ""
    who = row.present_name or row.witness
    return f"{chinese_date(row.begun_on)}，{row.get_present_display()}：{who}"


def _told(row: SeizedThing) -> str:
    parts = [row.thing.text, row.condition]
    if row.way:
        parts.append(row.get_way_display())
        parts += [f"依据{row.settle_basis}"] if row.settle_basis else []
    if row.gone_on:
        parts.append(f"{chinese_date(row.gone_on)}交{row.received_by}，凭证号{row.voucher}")
    return "；".join(parts)


def _moved(row: SeizedThing) -> Iterable[str]:
    for one in movements_of(row):
        day = chinese_date(one.moved_at.astimezone(clock.CHINA).date())
        yield f"{day}，{row.name}：{one.place}（{one.custodian}），{one.condition}；{one.reason}"


def _auctioned(row: Auction) -> Iterable[str]:
    yield f"{row.auctioneer}（合同{row.contract}），{chinese_date(row.notice_on)}公告，{chinese_date(row.auction_on)}拍卖"
    if row.is_sold:
        yield f"成交，买受人{row.buyer}，成交确认书{row.confirmation}"
        yield from row.lines
    elif row.failed_for:
        yield f"没有成交：{row.failed_for}"
    if row.rest_returned_on:
        yield f"余款{chinese_date(row.rest_returned_on)}退还{row.rest_receiver}，凭证号{row.rest_voucher}"
