"""Rules on licences: accepting, periods, third persons, how a licence ends, fees (行政许可法)."""

from datetime import date, timedelta
from decimal import Decimal

from tests.lawful.chronicle import Chronicle
from tests.lawful.chronicle.happenings import HearingAsked
from tests.lawful.chronicle.licences import (
    Accepted,
    Applied,
    Delivered,
    LicenceDelayExplained,
    LicenceEnded,
    LicenceExtended,
    LicenceProposed,
    Licensed,
    OthersTold,
    SiteChecked,
    Supplemented,
    TimeLeftOut,
)
from tests.lawful.judge import lines
from tests.lawful.judge.example import HEAD, ONE, TWO, at, changed, on, plus, without
from tests.lawful.judge.example_licence import licence
from tests.lawful.judge.named_law import named_in
from tests.lawful.judge.readings import heads, people
from tests.lawful.judge.rule import Finds, Omission, rule


@rule(
    "54.1",
    article="行政许可法第三十二条第一款第四项、第八十二条",
    says="材料不齐的，五个工作日内一次告知补正",
    kind="licence_supplement",
    certainty="原文",
)
def supplement_late(case: Chronicle) -> Finds:
    for applied in case.all(Applied):
        ends = case.days.after(applied.day, lines.SUPPLEMENT)
        told = case.after(applied, Supplemented)
        if not applied.is_complete and (
            (told and told[0].day > ends) or (not told and case.today and case.today > ends)
        ):
            refused = [row for row in case.after(applied, Accepted) if not row.is_accepted and not row.ground]
            if told or refused:
                yield applied, f"{applied.day}收到，应当在{ends}之前告知补正"


def _incomplete(*days: int) -> Chronicle:
    told = [Supplemented(at=at(day), by=(ONE,)) for day in days]
    return changed(plus(changed(licence(), Applied, is_complete=False), *told), Accepted, at=at(12))


supplement_late.breach(lambda: _incomplete(11))
supplement_late.lawful(lambda: _incomplete(8))


@rule(
    "54.2",
    article="行政许可法第三十二条第一款第四项",
    says="补正告知只有一次",
    kind="licence_supplement",
    certainty="原文",
)
def supplement_twice(case: Chronicle) -> Finds:
    rows = case.all(Supplemented)
    if len(rows) > 1:
        yield rows[1], f"第{len(rows)}次告知补正"


supplement_twice.breach(lambda: _incomplete(5, 7))
supplement_twice.lawful(lambda: _incomplete(5))


@rule(
    "54.3",
    article="行政许可法第三十二条第二款",
    says="受理与不受理都出具盖章、注明日期的书面凭证",
    kind="licence_voucher",
    certainty="原文",
)
def no_voucher(case: Chronicle) -> Finds:
    for row in case.all(Accepted):
        if not row.is_sealed:
            yield row, "没有盖专用印章、注明日期的凭证"


no_voucher.breach(lambda: changed(licence(), Accepted, is_sealed=False))
no_voucher.lawful(lambda: licence())


@rule(
    "55.1",
    article="行政许可法第四十二条第一款、第四十五条、第八十二条",
    says="受理之日起二十个工作日内决定，批准延长的再加十个工作日",
    kind="licence_late",
    certainty="原文",
)
def licensed_late(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        start = case.before(row, Accepted) or case.before(row, Applied)
        if not start or row.is_renewal:
            continue
        more = case.before(row, LicenceExtended)
        allowed = lines.LICENSE + (min(more[0].days, lines.LICENSE_MORE) if more else 0)
        used = case.days.between(start[-1].day, row.day) - left_out(case, row, since=start[-1].day)
        if used > allowed:
            said = f"{start[-1].day}受理，{row.day}决定，用了{used}个工作日，超过{allowed}个工作日"
            # late is better than never: who explains it has still to decide
            late = case.before(row, LicenceDelayExplained)
            yield row, Omission(said) if late else said


def left_out(case: Chronicle, decided: Licensed, *, since: date) -> int:
    """Working days that §45 leaves out: after they were told in writing, each once."""
    out: set[date] = set()
    for row in case.before(decided, TimeLeftOut):
        until = row.until or decided.day
        first = max(row.day, row.told_on or until, since)
        span = min((until - first).days, lines.LONG)
        out |= {first + timedelta(days=n) for n in range(span)}
    return sum(case.days.is_working(day) for day in out if since < day <= decided.day)


def _experts(until: int, told: int | None = 10) -> Chronicle:
    out = TimeLeftOut(
        at=at(10),
        on=on(10),
        by=(ONE,),
        ground="experts",
        until=on(until),
        told_on=on(told) if told is not None else None,
    )
    return licence(out, LicenceProposed(at=at(39), by=(ONE,)), decided=40)


licensed_late.breach(lambda: licence(decided=40))
licensed_late.breach(lambda: _experts(30, told=28))
licensed_late.lawful(lambda: licence(LicenceExtended(at=at(25), by=(HEAD,), approver=HEAD), decided=40))
licensed_late.lawful(lambda: _experts(30))


@rule(
    "55.2",
    article="行政许可法第四十二条第一款",
    says="延长由机关负责人批准，至多十个工作日、一次，并告知理由",
    kind="licence_extension",
    certainty="原文",
)
def licence_extended_wrongly(case: Chronicle) -> Finds:
    for n, row in enumerate(case.all(LicenceExtended)):
        in_office = heads(case, row.day)
        stranger = bool(in_office) and not people(case, (row.approver,)) & in_office
        if n or row.days > lines.LICENSE_MORE or not row.is_told or stranger:
            yield row, f"第{n + 1}次延长{row.days}日"


licence_extended_wrongly.breach(lambda: licence(LicenceExtended(at=at(15), by=(ONE,), approver=ONE)))
licence_extended_wrongly.lawful(lambda: licence(LicenceExtended(at=at(15), by=(HEAD,), approver=HEAD)))


@rule(
    "55.3",
    article="行政许可法第三十四条第三款",
    says="实质核查由两名以上人员进行",
    kind="licence_site_check",
    certainty="原文",
)
def checked_by_one(case: Chronicle) -> Finds:
    for row in case.all(SiteChecked):
        if len(people(case, row.officers)) < 2:
            yield row, "核查人员不足两名"
    for row in case.all(Licensed):
        asked = [applied for applied in case.before(row, Applied) if applied.needs_site_check]
        if asked and row.is_granted and not case.before(row, SiteChecked):
            yield row, "应当核查，没有核查"


checked_by_one.breach(lambda: licence(SiteChecked(at=at(8), officers=(ONE,))))
checked_by_one.breach(lambda: without(changed(licence(), Applied, needs_site_check=True), SiteChecked))
checked_by_one.lawful(lambda: licence(SiteChecked(at=at(8), officers=(ONE, TWO))))


@rule(
    "55.4",
    article="行政许可法第三十八条第二款",
    says="不予许可应当说明理由并告知救济",
    kind="licence_refused_bare",
    certainty="原文",
)
def refused_bare(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        if not row.is_granted and not (row.reason.strip() and row.says_remedy):
            yield row, "没有理由或者没有救济告知"


refused_bare.breach(lambda: licence(is_granted=False))
refused_bare.lawful(lambda: licence(is_granted=False, reason="不符合条件"))


@rule(
    "55.5",
    article="行政许可法第四十四条、第八十二条",
    says="证件在决定后十个工作日内送达",
    kind="licence_delivered_late",
    certainty="原文",
)
def delivered_late(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        ends = case.days.after(row.day, lines.DELIVER)
        given = case.after(row, Delivered)
        if row.is_granted and (
            (given and given[0].day > ends) or (not given and case.today and case.today > ends)
        ):
            yield row, Omission(f"应当在{ends}之前送达证件")


delivered_late.breach(lambda: without(licence(), Delivered))
delivered_late.lawful(lambda: changed(licence(), Delivered, at=at(41)))


@rule(
    "56.1",
    article="行政许可法第三十六条、第四十七条",
    says="直接关系他人重大利益的，告知利害关系人及听证权利",
    kind="licence_others_not_told",
    certainty="原文",
)
def others_not_told(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        asked = [applied for applied in case.before(row, Applied) if applied.affects_others]
        told = [others for others in case.before(row, OthersTold) if others.offers_hearing]
        if asked and row.is_granted and not told:
            yield row, "没有告知利害关系人听证权利"


others_not_told.breach(lambda: changed(licence(), Applied, affects_others=True))
others_not_told.lawful(
    lambda: plus(
        changed(licence(), Applied, affects_others=True), OthersTold(at=at(5), by=(ONE,), offers_hearing=True)
    )
)


@rule(
    "56.2",
    article="行政许可法第四十七条第一款",
    says="利害关系人五日内申请听证的，二十个工作日内组织，听证后决定",
    kind="licence_hearing_refused",
    certainty="原文",
)
def licence_hearing_refused(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        for asked in case.before(row, HearingAsked):
            told = [others for others in case.before(asked, OthersTold) if others.offers_hearing]
            in_time = bool(told) and asked.day <= case.days.after(told[-1].day, 5)
            held = [
                heard
                for heard in case.happenings
                if heard.word == "听证" and heard in case.before(row, type(heard))
            ]
            if in_time and not held:
                yield row, f"{asked.day}申请听证，没有举行"


def _asked(day: int) -> Chronicle:
    told = OthersTold(at=at(5), on=on(5), by=(ONE,), offers_hearing=True)
    return plus(licence(), told, HearingAsked(at=at(day), on=on(day), by=("赵某",)))


licence_hearing_refused.breach(lambda: _asked(9))
licence_hearing_refused.lawful(lambda: _asked(15))


@rule(
    "57.1",
    article="行政许可法第五十条第二款",
    says="延续申请在届满之前没有决定的，视为准予延续",
    kind="licence_renewal",
    certainty="推论",
)
def renewal_late(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        if row.is_renewal and not row.is_granted and row.expires_on and row.day > row.expires_on:
            yield row, f"{row.expires_on}届满，{row.day}才不予延续"


def _renewal(expires: int) -> Chronicle:
    more = {"is_granted": False, "reason": "不符合条件", "is_renewal": True, "expires_on": on(expires)}
    return licence(**more)  # type: ignore[arg-type]


renewal_late.breach(lambda: _renewal(19))
renewal_late.lawful(lambda: _renewal(21))


@rule(
    "57.2",
    article="行政许可法第八条、第六十九条、第七十条",
    says="撤销、撤回、注销各有法定事由，撤回造成损失的补偿",
    kind="licence_ended_wrongly",
    certainty="原文",
)
def ended_wrongly(case: Chronicle) -> Finds:
    for row in case.all(LicenceEnded):
        known = row.code in {"annulled", "withdrawn", "cancelled", "revoked"}
        if not known or not row.ground.strip() or (row.code == "withdrawn" and not row.is_compensated):
            yield row, f"{row.code or '没有代码'}：{row.ground or '没有事由'}"


ended_wrongly.breach(
    lambda: licence(LicenceEnded(at=at(80), by=(HEAD,), code="withdrawn", ground="公共利益"))
)
ended_wrongly.lawful(
    lambda: licence(LicenceEnded(at=at(80), by=(HEAD,), code="cancelled", ground="届满未延续"))
)


@rule(
    "57.3",
    article="行政许可法第五十八条",
    says="许可收费须有法律、行政法规依据",
    kind="licence_fee",
    certainty="原文",
)
def licence_fee(case: Chronicle) -> Finds:
    for row in case.all(Licensed):
        if row.fee > 0 and not named_in(row.fee_basis) & {"law", "regulation"}:
            yield row, f"收费{row.fee}元，依据是“{row.fee_basis.strip() or '没有'}”"


licence_fee.breach(lambda: licence(fee=Decimal(50)))
for _words in ("平顶山市城市绿化条例第三条", "城市道路管理条例", "许可收费办法第三条"):
    licence_fee.breach(lambda words=_words: licence(fee=Decimal(50), fee_basis=words))
licence_fee.lawful(lambda: licence(fee=Decimal(50), fee_basis="城市道路管理条例第三十七条"))


@rule(
    "57.4",
    article="行政许可法第六十九条；行政处罚法第九条、第六十三条",
    says="吊销是处罚，不得以许可终止代替",
    kind="licence_ended_wrongly",
    certainty="推论",
)
def revoked_without_penalty(case: Chronicle) -> Finds:
    for row in case.all(LicenceEnded):
        if row.code == "revoked" and not row.is_penalised:
            yield row, "没有听证告知和处罚决定就吊销"


revoked_without_penalty.breach(
    lambda: licence(LicenceEnded(at=at(80), by=(HEAD,), code="revoked", ground="违法"))
)
revoked_without_penalty.lawful(
    lambda: licence(LicenceEnded(at=at(80), by=(HEAD,), code="revoked", ground="违法", is_penalised=True))
)
