"""Rules on the public copy: in time, no more than the decision says, nobody laid bare (§48, §50)."""

import re
from decimal import Decimal

from tests.lawful.chronicle import Chronicle, Party
from tests.lawful.chronicle.happenings import (
    Decided,
    Issued,
    Overturned,
    PartyNamed,
    Published,
    Reported,
)
from tests.lawful.chronicle.sums import sums_in
from tests.lawful.chronicle.text import is_one_place, plain
from tests.lawful.judge import lines
from tests.lawful.judge.example import CLERK, HEAD, ONE, REVIEWER, adult, at, changed, on, ordinary, plus
from tests.lawful.judge.readings import happened_on, parties_at
from tests.lawful.judge.rule import Finds, rule
from tests.lawful.judge.who import in_office, is_known


def _text(row: Published) -> str:
    return plain("\n".join(f"{value}" for _, value in row.content))


def _decision(case: Chronicle, row: Published) -> Decided | None:
    rows = case.before(row, Decided)
    return rows[-1] if rows else None


@rule(
    "60.1",
    article="行政处罚法第四十八条",
    says="公示的数额应当与决定一致",
    kind="copy_says_more",
    certainty="推论",
)
def copy_with_another_sum(case: Chronicle) -> Finds:
    for row in case.all(Published):
        decided = _decision(case, row)
        if decided is None or not decided.penalty.is_known:
            continue
        mine = {decided.penalty.fine, decided.penalty.confiscated}
        written = "；".join(str(value) for value in (decided.says or {}).values() if value)
        mine |= sums_in(f"{decided.penalty.text}；{written}") | _bare_sums(decided)
        other = {amount for _, value in row.content for amount in sums_in(value)} - mine
        if other:
            yield row, f"公示写{'、'.join(f'{amount}元' for amount in sorted(other))}"


def _bare_sums(decided: Decided) -> set[Decimal]:
    """The fields of the paper that are nothing but a sum."""
    values = (str(value) for value in (decided.says or {}).values())
    return {Decimal(value) for value in values if re.fullmatch(r"\d{1,15}(\.\d{1,4})?", value)}


def _copy(words: str) -> Chronicle:
    return changed(ordinary(), Published, content=(("行政相对人", "王某某"), ("处罚内容", words)))


copy_with_another_sum.breach(lambda: _copy("罚款8,000元"))
copy_with_another_sum.breach(
    lambda: changed(ordinary(), Published, content=(("简述", "罚款八百元，即8000元"),))
)
copy_with_another_sum.breach(lambda: _copy("罚款人民币捌仟元整"))
copy_with_another_sum.breach(lambda: _copy("罚款八千元"))
copy_with_another_sum.lawful(lambda: _copy("罚款人民币捌佰元整（¥800.00）"))
copy_with_another_sum.lawful(lambda: _copy("罚款八百元"))


@rule(
    "60.15",
    article="行政处罚法第四十八条",
    says="公示的文号应当是决定书的文号",
    kind="copy_says_more",
    certainty="推论",
)
def copy_with_another_number(case: Chronicle) -> Finds:
    for row in case.all(Published):
        decided = _decision(case, row)
        papers = [paper for paper in case.all(Issued) if decided and paper.ref and paper.ref == decided.paper]
        mine = {plain(paper.number) for paper in papers} | ({plain(decided.number)} if decided else set())
        for caption, value in row.content:
            if mine - {""} and "文号" in caption and plain(value) not in mine | {""}:
                yield row, f"决定书是{'、'.join(sorted(mine - {''}))}，公示写{value}"


copy_with_another_number.breach(lambda: changed(ordinary(), Published, content=(("决定书文号", "2号"),)))
copy_with_another_number.lawful(lambda: changed(ordinary(), Published, content=(("决定书文号", "1号"),)))


# an address with one of these is where somebody lives, not only where a stall stood (推论)
DWELLING = re.compile(r"室|单元|号楼|栋|幢|户|住宅|小区|家属|宿舍|公寓|村|寨|[一二三四五六七八九十\d]组")


def _is_home(case: Chronicle, address: str) -> bool:
    """Not where the address is only the place of the offence, which the decision tells anyway (推论)."""
    places = [row.place for row in case.all(Reported) if row.place]
    return bool(DWELLING.search(address)) or not any(is_one_place(address, place) for place in places)


def _close(words: str) -> str:
    """Without what only separates: 138-0000-0000."""
    return re.sub("[-—–‐._/]", "", plain(words))


@rule(
    "60.3",
    article="行政处罚法第五十条；政府信息公开条例第十五条",
    says="公示不得有自然人的姓名全称、证件号、电话、住址",
    kind="copy_says_more",
    certainty="推论",
)
def copy_lays_bare(case: Chronicle) -> Finds:
    for row in case.all(Published):
        parties = _parties(case, row)
        secret = [pair for party in parties for pair in _secrets(case, party)]
        closed = _close(_text(row)) if parties else ""
        number = re.search(r"(?<!\d)[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])\d{5}[\dXx](?!\d)", closed)
        shown = [
            name
            for name, word in secret
            if len(word or "") > 1 and "某" not in word and _close(word) in closed
        ]
        if shown or number:
            yield row, f"公示露出{'、'.join(dict.fromkeys(shown)) or '身份证号'}"


def _parties(case: Chronicle, row: Published) -> tuple[Party, ...]:
    """The party of the decision, of the day of the copy, and as it stands last."""
    decided = _decision(case, row)
    return tuple(dict.fromkeys((*parties_at(case, decided or row), *parties_at(case, row))))


def _secrets(case: Chronicle, party: Party) -> list[tuple[str, str]]:
    secret = [("电话", party.phone), ("监护人", party.guardian)]
    if party.kind == "person":
        secret += [("证件号码", party.identity), ("姓名", party.name)]
        secret += [("住址", party.address)] if _is_home(case, party.address) else []
    return secret


HOME = "演示小区3号楼2单元501室"


def _shown(*, lives: str, acts: str = "演示路1号") -> Chronicle:
    """The copy tells where it happened; the party lives elsewhere, or there."""
    case = changed(ordinary(), PartyNamed, party=adult(address=lives))
    case = changed(case, Reported, place=acts)
    return changed(case, Published, content=(("行政相对人", "王*"), ("事实", f"在{acts}设摊，住{lives}")))


copy_lays_bare.breach(lambda: _shown(lives="演示路2号"))
copy_lays_bare.breach(lambda: _shown(lives=HOME, acts=HOME))
copy_lays_bare.breach(lambda: _shown(lives="演示村二组", acts="演示村二组"))
copy_lays_bare.lawful(lambda: _shown(lives="演示路1号"))
copy_lays_bare.breach(lambda: changed(ordinary(), Published, content=(("事实", "410481198001010017在此"),)))
copy_lays_bare.breach(lambda: changed(ordinary(), Published, content=(("事实", "410481-19800101-0017在此"),)))
copy_lays_bare.breach(
    lambda: changed(
        changed(ordinary(), PartyNamed, party=adult(phone="13800000000")),
        Published,
        content=(("事实", "电话138-0000-0000"),),
    )
)
copy_lays_bare.lawful(lambda: changed(ordinary(), Published, content=(("行政相对人", "王*"),)))


def _renamed(shown: str) -> Chronicle:
    """The copy goes public, then the party is registered under another name."""
    case = changed(ordinary(), PartyNamed, party=adult(name="王大力"))
    case = changed(case, Published, content=(("行政相对人", shown),))
    return plus(case, PartyNamed(at=at(21), by=(ONE,), party=adult(name="王大历")))


copy_lays_bare.breach(lambda: _renamed("王大力"))
copy_lays_bare.breach(lambda: _renamed("王大历"))


@rule(
    "60.4",
    article="未成年人保护法第一百零三条；行政处罚法第四十八条第一款、第五十条",
    says="对未成年人的处罚不上网公示，遮盖姓名的也不",
    kind="published_minor",
    certainty="推论",
)
def published_minor(case: Chronicle) -> Finds:
    for row in case.all(Published):
        day = happened_on(case) or row.day
        known = [party.age_on(day) for party in _parties(case, row) if party.is_natural]
        ages = [age for age in known if age is not None and age < 18]
        if ages:
            yield row, f"被处罚人违法时{min(ages)}周岁"


def _teen() -> Chronicle:
    teen = adult(born_on=on(0).replace(year=2010))
    return changed(ordinary(), PartyNamed, party=teen)


published_minor.breach(_teen)
published_minor.breach(lambda: changed(_teen(), Published, content=(("行政相对人", "王某某"),)))
published_minor.breach(lambda: plus(_teen(), PartyNamed(at=at(21), by=(ONE,), party=adult())))
published_minor.lawful(lambda: changed(ordinary(), PartyNamed, party=adult(born_on=on(0).replace(year=2008))))


@rule(
    "60.7",
    article="国办发〔2018〕118号",
    says="处罚决定作出之日起七个工作日内公示",
    kind="published_late",
    certainty="记忆",
)
def published_late(case: Chronicle) -> Finds:
    rows = case.all(Published)
    decided = _decision(case, rows[0]) if rows else None
    late = decided and rows[0].day > case.days.after(decided.day, lines.PUBLISH)
    # as with a late decision (21.1): a refusal for ever would help nobody, a reason on record explains (推论)
    if decided and late and not rows[0].delay_reason.strip():
        yield rows[0], f"{decided.day}决定，{rows[0].day}公示"


published_late.breach(lambda: changed(ordinary(), Published, at=at(29)))
published_late.breach(lambda: changed(ordinary(), Published, at=at(29), delay_reason=" "))
published_late.lawful(lambda: changed(ordinary(), Published, at=at(29), delay_reason="公示员住院"))
published_late.lawful(lambda: changed(ordinary(), Published, at=at(22)))


@rule(
    "60.8",
    article="行政处罚法第四十八条第一款",
    says="没有决定不得公示",
    kind="published_early",
    certainty="推论",
)
def published_without_decision(case: Chronicle) -> Finds:
    for row in case.all(Published):
        if _decision(case, row) is None:
            yield row, "还没有处罚决定就公示"


published_without_decision.breach(lambda: changed(ordinary(), Published, at=at(10)))
published_without_decision.lawful(lambda: changed(ordinary(), Published, at=at(14, 11)))


@rule(
    "60.9",
    article="行政处罚法第四十八条第二款",
    says="已被撤销的决定不得再公示",
    kind="not_withdrawn",
    certainty="推论",
)
def published_after_the_fall(case: Chronicle) -> Finds:
    for row in case.all(Published):
        gone = case.before(row, Overturned)
        if gone and not any(new in case.before(row, Decided) for new in case.after(gone[-1], Decided)):
            yield row, f"{gone[-1].day}已撤销，{row.day}又公示"


published_after_the_fall.breach(
    lambda: plus(ordinary(), Overturned(at=at(16), by=(HEAD,), ground="依据错误"))
)
published_after_the_fall.lawful(
    lambda: plus(ordinary(), Published(at=at(21), by=(REVIEWER,), prepared_by=CLERK, copy="publication:2"))
)


@rule(
    "60.17",
    article="行政处罚法第十七条、第四十八条第一款",
    says="处罚决定由作出决定的机关公示：整理、批准公示的应当是本机关在任的人员",
    kind="stranger_acts",
    certainty="推论",
)
def published_by_a_stranger(case: Chronicle) -> Finds:
    for row in case.all(Published) if is_known(case) else ():
        named = [(key,) for key in (*row.by, row.prepared_by) if key]
        if not all(in_office(case, key, day=row.day) for key in named):
            yield row, "公示的整理人、批准人不是本机关的人员"


for _by in ("外人", "officer:99"):
    published_by_a_stranger.breach(lambda by=_by: changed(ordinary(), Published, by=(by,)))
    published_by_a_stranger.breach(lambda by=_by: changed(ordinary(), Published, prepared_by=by))
published_by_a_stranger.lawful(lambda: changed(ordinary(), Published, by=(HEAD,)))
