"""Rules that the public copy says what the decision says, or a mask of it, field by field (行政处罚法 §48, §50)."""

import re
from collections.abc import Iterator
from datetime import date

from tests.lawful.chronicle import Chronicle, said
from tests.lawful.chronicle.happenings import Decided, PartyNamed, Published, Served
from tests.lawful.chronicle.measures import read_measures
from tests.lawful.chronicle.sums import FORMAL, GROUPS, SPOKEN, UNITS, number_of
from tests.lawful.chronicle.text import MASK, NUMERALS, holds, is_masked_or_same, letters, plain
from tests.lawful.judge.example import TOLD, adult, changed, ordinary, paper_changed
from tests.lawful.judge.readings import content_of
from tests.lawful.judge.rule import Finds, rule

RESULT = re.compile(
    "(?:行政)?处罚(?:内容|结果|决定|决定内容|种类|类别|措施)|(?:行政)?处罚(?:的)?种类(?:和内容)?|decision_text|amount"
)
NUMBERED = re.compile(r"^\(?[\d一二三四五六七八九]{1,2}[.、)](?!\d)")


def _decision(case: Chronicle, row: Published) -> Decided | None:
    rows = case.before(row, Decided)
    return rows[-1] if rows else None


def _paper(case: Chronicle, decided: Decided) -> dict[str, str]:
    """The fields of the decision's paper that are words."""
    says = decided.says or content_of(case, decided.paper)
    return {str(name): str(value) for name, value in says.items() if isinstance(value, str)}


def _copied(case: Chronicle, captions: re.Pattern[str]) -> Iterator[tuple[Published, Decided, str, str]]:
    """The fields of each copy that are called so, with the decision that they are copied from."""
    for row in case.all(Published):
        decided = _decision(case, row)
        for caption, value in row.content:
            if decided and value.strip() and captions.fullmatch(plain(caption)):
                yield row, decided, caption, value


# what a fine is put into words with
SUM_WORDS = re.compile(
    f"人民币|罚款|金额|数额|已(?:全部)?缴(?:纳|清)?|为|行政|元|圆|圓|整|正|角|分|共计|合计|总计|计|对|处以?|并处|并|给予|决定|作出|警告|行政处罚|的|当事人|即|和"
    f"|[\\d.{''.join({*SPOKEN, *FORMAL, *UNITS, *GROUPS})}]"
)


@rule(
    "60.2",
    article="行政处罚法第四十八条",
    says="公示不得写决定没有的处罚",
    kind="copy_says_more",
    certainty="推论",
)
def copy_with_another_measure(case: Chronicle) -> Finds:
    for row in case.all(Published):
        decided = _decision(case, row)
        if decided is None:
            continue
        result = plain(
            "\n".join(f"{value}" for caption, value in row.content if RESULT.fullmatch(plain(caption)))
        )
        written = plain(decided.penalty.text + _paper(case, decided).get("decision_text", ""))
        mine = decided.penalty.codes | read_measures(written)
        more = read_measures(result) - mine - {"second_fine", "other"}
        party = case.party_at(decided)
        clauses = [part for part in re.split("[；;。]", result) if part]
        strange = [
            part
            for part in clauses
            if not _is_written(part, written or said(decided.penalty), name=party.name if party else "")
        ]
        if decided.penalty.is_known and (more or strange):
            yield row, f"公示写“{(strange or [result])[0][:40]}”"


def _is_written(clause: str, written: str, *, name: str) -> bool:
    """The clause stands there, plain or masked, or is nothing but a sum in other words and the party's name."""
    return is_masked_or_same(clause, written, whole=False) or all(
        _is_part_written(NUMBERED.sub("", part), written, name=name)
        for part in re.split(r",(?!\d{3})", clause)
    )


def _is_part_written(part: str, written: str, *, name: str) -> bool:
    rest = SUM_WORDS.sub("", letters(part))
    return not rest or is_masked_or_same(part, written, whole=False) or is_masked_or_same(rest, name)


def _copy(words: str) -> Chronicle:
    return changed(ordinary(), Published, content=(("行政相对人", "王某某"), ("处罚内容", words)))


for _words in (
    "罚款800元；没收三轮车",
    "罚款800元；其人品恶劣",
    "罚款800元；王某人品恶劣",
    "罚款人民币捌佰元整；其人品恶劣",
    "罚款人民币捌佰元整，其人品恶劣",
):
    copy_with_another_measure.breach(lambda words=_words: _copy(words))
copy_with_another_measure.breach(
    lambda: changed(_copy("罚款800元；其人品恶劣"), Decided, says={"party_name": "王某"})
)
copy_with_another_measure.lawful(lambda: changed(_copy("罚款800元"), Decided, says={"party_name": "王某"}))
copy_with_another_measure.lawful(lambda: _copy("对王某某罚款人民币捌佰元整（¥800.00）"))
for _words in (
    "罚款800元。",
    "罚款金额800元",
    "罚款数额为800元",
    "行政罚款人民币800元",
    "罚款800元（已缴纳）",
):
    copy_with_another_measure.lawful(lambda words=_words: _copy(words))


def _ordered(written: str, words: str) -> Chronicle:
    """The decision's paper has an order to correct too."""
    return changed(_copy(words), Decided, says={"decision_text": written})


for _pair in (("1.责令立即改正；2.罚款800元", "责令立即改正，罚款800元"),):
    copy_with_another_measure.lawful(lambda pair=_pair: _ordered(*pair))
    copy_with_another_measure.lawful(lambda pair=_pair: _ordered(*reversed(pair)))
    copy_with_another_measure.breach(lambda pair=_pair: _ordered(pair[1], f"{pair[0]}；3.没收三轮车"))

PARTY = re.compile(
    "(?:行政相对人|当事人|被处罚人|被处罚当事人|受处罚人|respondent)(?:的?(?:名称|姓名|姓名或者?名称))?(?:\\(.*\\))?"
)
NUMBERS = re.compile(".*(?:统一社会信用代码|证件号码?|身份证号码?)")
HEAD_OF = re.compile(".*(?:法定代表人|负责人)(?:姓名)?")
AUTHORITY = re.compile("(?:行政)?(?:执法|处罚|决定|作出决定的?)机关(?:名称)?")


@rule(
    "60.20",
    article="行政处罚法第四十八条、第五十条",
    says="公示的当事人、机关应当是决定书上的，或者其遮盖",
    kind="copy_says_more",
    certainty="推论",
)
def copy_with_another_party(case: Chronicle) -> Finds:
    for captions, names in (
        (PARTY, ("party_name", "party_trade_name")),
        (NUMBERS, ("party_credit_code", "party_id_number")),
        (HEAD_OF, ("party_representative",)),
        (AUTHORITY, ("authority_name",)),
    ):
        for row, decided, caption, value in _copied(case, captions):
            says, party = _paper(case, decided), case.party_at(decided)
            mine = [says.get(name, "") for name in names]
            if party and captions is not AUTHORITY:
                own = {PARTY: party.name, NUMBERS: party.identity, HEAD_OF: party.representative}
                mine += [own[captions]]
            known = [word for word in mine if letters(word)]
            shown = _bare_name(value) if captions is PARTY else value
            if known and not any(is_masked_or_same(way, word) for way in (value, shown) for word in known):
                yield row, f"公示的{caption}“{value}”不是决定书上的"


def _bare_name(words: str) -> str:
    """王先生, 王某某（个人）, 王某（身份证号：0000**0010） as 王某."""
    bare = re.sub(r"\((?:个人|自然人|男|女|(?:公民)?身份(?:证|号码)[^()]*)\)$", "", plain(words))
    return re.sub("(?<=^.)(?:先生|女士)$", "某", bare)


def _field(caption: str, value: str, **says: str) -> Chronicle:
    """A copy with the field; the decision's paper says so."""
    paper = {**TOLD, "amount": "800", "decision_text": "罚款800元", **says}
    case = paper_changed(changed(ordinary(), Decided, says=paper), "D41", content=paper, row=paper)
    return changed(case, Published, content=((caption, value), ("处罚内容", "罚款800元")))


for _name in ("李某某", "李四", "王某某之妻", "李先生", "李某某（个人）"):
    copy_with_another_party.breach(lambda name=_name: _field("行政相对人", name))
copy_with_another_party.breach(lambda: _field("执法机关", "某甲市城管局", authority_name="演示市城市管理局"))
copy_with_another_party.breach(
    lambda: _field("统一社会信用代码", "91000000000000000B", party_credit_code="91000000000000000A")
)
for _name in (
    "王某某",
    "王*",
    "王××",
    "王先生",
    "王女士",
    "王某某（个人）",
    "王某（身份证号：0000**********0010）",
):
    copy_with_another_party.lawful(lambda name=_name: _field("行政相对人", name))
copy_with_another_party.lawful(
    lambda: _field("执法机关", "演示市城市管理局", authority_name="演示市城市管理局")
)

FACTS = re.compile(
    "(?:主要)?(?:违法|案件|认定的?)事实(?:和证据)?|案情|基本案情|简要案情|(?:主要)?违法行为(?:和事实)?|conduct"
)
CAUSE = re.compile("案由|违法行为(?:类型|种类)|案件名称")
REASON = re.compile("裁量(?:说明|理由|情节|档次)|处罚理由")


@rule(
    "60.21",
    article="行政处罚法第四十八条",
    says="公示的事实、理由应当是决定书认定的，或者其遮盖",
    kind="copy_says_more",
    certainty="推论",
)
def copy_with_other_facts(case: Chronicle) -> Finds:
    for captions, names in (
        (FACTS, ("conduct",)),
        (CAUSE, ("cause",)),
        (REASON, ("discretion_reason", "discretion_tier")),
    ):
        for row, decided, caption, value in _copied(case, captions):
            says, party = _paper(case, decided), case.party_at(decided)
            name = party.name if party else ""
            mine = "|".join(letters(_unnamed(plain(says[key]), name)) for key in names if says.get(key))
            told = _unnamed(plain(value), name)
            strange = [part for part in re.split("[,。;:!?]", told) if not _tells(mine, part)]
            if mine and strange:
                yield row, f"公示的{caption}“{strange[0][:30]}”不在决定书里"


def _unnamed(words: str, name: str) -> str:
    """The party, by name or otherwise, whole or masked, as 当事人: who it is stands in another field."""
    own = plain(name)
    if len(own) > 4:
        tail = rf"[^,。;:!?()]*?{re.escape(own[-2:])}"
        words = re.sub(tail, lambda hit: "当事人" if is_masked_or_same(hit[0], own) else hit[0], words)
        words = words.replace(own, "当事人")
    elif len(own) > 1:
        given = f"[{re.escape(own[1:])}]?"
        masked = rf"{re.escape(own[0])}{given}[某*×]{{1,4}}{given}"
        words = re.sub(f"{re.escape(own)}(?!某)|{masked}", "当事人", words)
    words = re.sub("该(?:当事人|公司|单位|店|商户)|(?<![^,。;:!?])其(?=[在于将未])", "当事人", words)
    words = re.sub("(?<![^,。;:!?])经(?:依法)?(?:调查|查)明?[,:]", "", words)
    return words.replace("当事人(当事人)", "当事人")


def _tells(whole: str, part: str) -> bool:
    """The clause stands in the decision, plain or with a mask."""
    words = letters(part)
    return not words or (
        is_masked_or_same(part, whole, whole=False) if MASK.search(part) else holds(whole, words)
    )


for _words in (
    "在演示路9号殴打他人",
    "李某某在演示路1号设摊",
    "2026年9月1日，当事人在演示路2号设摊。",
    "2026年9月1日，当事人在演示路1号设摊，屡教不改。",
    "2026年9月1日，王某某在演示路*号倾倒垃圾",
):
    copy_with_other_facts.breach(lambda words=_words: _field("违法事实", words))
copy_with_other_facts.breach(lambda: _field("案由", "倾倒垃圾", cause="占道设摊"))
copy_with_other_facts.breach(lambda: _field("裁量说明", "情节恶劣", discretion_reason="初次违法"))
for _words in (
    "2026年9月1日，当事人在演示路1号设摊。",
    "2026年9月1日，当事人在演示路*号设摊。",
    "当事人在演示路**设摊",
    "王某某在演示路1号设摊",
    "其在演示路1号设摊",
    "该当事人在演示路1号设摊",
    "当事人（王某某）在演示路1号设摊",
    "经查，2026年9月1日，王某某在演示路1号设摊",
):
    copy_with_other_facts.lawful(lambda words=_words: _field("违法事实", words))


def _firm(fact: str) -> Chronicle:
    """Notice and decision name an organisation in the facts; so does the copy."""
    paper = {**TOLD, "conduct": "演示公司（演示）在演示路1号设摊。"}
    party = adult(kind="organisation", name="演示公司（演示）", born_on=None, identity="9")
    case = paper_changed(_field("违法事实", fact, **paper), "D29", content=paper, row=paper)
    return changed(case, PartyNamed, party=party)


copy_with_other_facts.breach(lambda: _firm("示范公司（演示）在演示路*号设摊"))
copy_with_other_facts.breach(lambda: _firm("该公司在演示路9号设摊"))
for _words in ("演示公司（演示）在演示路*号设摊", "该公司在演示路1号设摊"):
    copy_with_other_facts.lawful(lambda words=_words: _firm(words))


def _named(name: str, fact: str) -> Chronicle:
    """The party has this name in every paper."""
    paper = {**TOLD, "party_name": name}
    case = paper_changed(_field("违法事实", fact, **paper), "D29", content=paper, row=paper)
    case = changed(case, Served, to=name)
    return changed(case, PartyNamed, party=adult(name=name))


copy_with_other_facts.breach(lambda: _named("王大力", "李大*在演示路1号设摊"))
copy_with_other_facts.lawful(lambda: _named("王大力", "王大*在演示路1号设摊"))

DECIDED_ON = re.compile(
    "(?:(?:行政)?处罚)?(?:作出)?(?:行政)?(?:处罚)?决定(?:书)?(?:的|作出的?)?(?:日期|时间)|decided_on"
)
DAY = re.compile(
    r"([\d〇零一二三四五六七八九]{4})[年./-]([\d〇零一二三四五六七八九十]{1,2})[月./-]([\d〇零一二三四五六七八九十]{1,3})日?"
)


@rule(
    "60.22",
    article="行政处罚法第四十八条",
    says="公示的决定日期应当是作出决定之日",
    kind="copy_says_more",
    certainty="推论",
)
def copy_with_another_day(case: Chronicle) -> Finds:
    for row, decided, caption, value in _copied(case, DECIDED_ON):
        hit = DAY.fullmatch(plain(value))
        if hit and not MASK.search(plain(value)) and _day(*hit.groups()) != decided.day:
            yield row, f"{decided.day}决定，公示的{caption}写{value}"


def _day(*parts: str) -> date | None:
    numbers = [int(number_of(part) or 0) for part in parts]
    try:
        return date(*numbers)
    except ValueError:
        return None


for _words in ("2026年1月1日", "2026-09-16", "二〇二六年九月十六日", "2026年9月35日"):
    copy_with_another_day.breach(lambda words=_words: _field("处罚决定日期", words))
for _words in ("2026年9月15日", "2026年09月15日", "2026-09-15", "二〇二六年九月十五日"):
    copy_with_another_day.lawful(lambda words=_words: _field("决定日期", words))

BASIS = re.compile("(?:行政)?处罚(?:的)?依据|法律依据|适用条款|penalty_basis")
VIOLATED = re.compile("违反(?:的)?(?:条款|规定|法条)|violated")


@rule(
    "60.23",
    article="行政处罚法第四十八条",
    says="公示的依据、条款应当是决定书上的",
    kind="copy_says_more",
    certainty="推论",
)
def copy_with_another_basis(case: Chronicle) -> Finds:
    for captions, name in ((BASIS, "penalty_basis"), (VIOLATED, "violated")):
        for row, decided, caption, value in _copied(case, captions):
            mine = [
                _paper(case, decided).get(name, ""),
                decided.penalty.basis if name == "penalty_basis" else "",
            ]
            known = {_cited(words) for words in mine} - {""}
            if not known and captions is BASIS and case.offence:
                # the paper names none: the article of the cause, however exactly it is cited
                law, cited = _cited(case.offence.article), _cited(value)
                known = {cited} if law.startswith(cited) or cited.startswith(law) else {law}
            if known and _cited(value) not in known:
                yield row, f"公示的{caption}“{value[:40]}”不是决定书上的"


def _cited(words: str) -> str:
    """依据《条例》第15条之规定 as 条例第15条, with every number in digits."""
    bare = re.sub("^(?:依据|根据|依照|按照|违反)|[之的]?规定$", "", letters(words))
    return re.sub(f"第([{NUMERALS}]{{1,8}})(?=[条款项])", lambda hit: f"第{number_of(hit[1])}", bare)


ARTICLE = "平顶山市城市市容和环境卫生管理条例第四十五条第一款"
OTHER_ARTICLE = "城市绿化条例第一条"
copy_with_another_basis.breach(lambda: _field("处罚依据", OTHER_ARTICLE))
copy_with_another_basis.breach(lambda: _field("处罚依据", OTHER_ARTICLE, penalty_basis=ARTICLE))
copy_with_another_basis.breach(lambda: _field("违反条款", OTHER_ARTICLE))
copy_with_another_basis.lawful(lambda: _field("处罚依据", ARTICLE))
copy_with_another_basis.lawful(
    lambda: _field("处罚依据", f"《{ARTICLE[:18]}》{ARTICLE[18:]}", penalty_basis=ARTICLE)
)
copy_with_another_basis.lawful(lambda: _field("违反条款", str(TOLD["violated"])))
for _cite in (f"依据{ARTICLE}之规定", ARTICLE.replace("四十五", "45").replace("一", "1")):
    copy_with_another_basis.lawful(lambda cite=_cite: _field("处罚依据", cite, penalty_basis=ARTICLE))
copy_with_another_basis.breach(
    lambda: _field("处罚依据", ARTICLE.replace("四十五", "46"), penalty_basis=ARTICLE)
)
