"""Rules on who took a paper: the party, or somebody whom the law names, read as a whole term (民事诉讼法 §88)."""

import re

from tests.lawful.chronicle import Chronicle, Party
from tests.lawful.chronicle.happenings import PartyNamed, Served, Told
from tests.lawful.chronicle.people import ORGANISATION, PERSON
from tests.lawful.chronicle.sums import number_of
from tests.lawful.chronicle.text import NUMERALS, plain
from tests.lawful.judge.example import adult, changed, ordinary
from tests.lawful.judge.rule import Finds, rule

# 民事诉讼法 §88: who may take it, as a whole term
SELF = re.compile("|(?:系|是|为)?(?:当事人|受送达人)?(?:本人)?(?:签收|收)?")
REFUSED = re.compile("(?:当事人|本人|受送达人)?拒(?:绝签收|绝签字|绝|收|签)")
OF = "(?:系|是|为)?(?:法定代表人|负责人|当事人|受送达人|本人|其|该|本|我)?(?:单位|公司|企业|店铺?|厂)?的?"
CAPACITY = re.compile(
    f"{OF}(?:书面)?(?:(?:委托|诉讼|法定|特别授权|授权|指定)的?)?(?:代理人|代理律师|律师|代收人|监护人|受托人|受委托的?人)"
    "|[一-龥*]{1,15}律师事务所的?律师"
)
DOUBTED = re.compile(
    "曾经?同住|[不未非没][^,;]{0,8}(?:同住|共同居住)|自称|冒充|假冒|疑似|撤销|解除|终止|过期|不是|非|前任|(?:未|没有?|无)经?(?:授权|委托)"
)
AGE = re.compile(f"(?<![{NUMERALS}])([{NUMERALS}]+)周?岁")
KIN = (
    "家属|亲属|儿子|女儿|儿|女|子女|父|母|父亲|母亲|父母|妻|妻子|夫|丈夫|配偶|爱人|兄|弟|姐|妹|兄弟|姐妹|哥|哥哥"
    "|弟弟|姐姐|妹妹|嫂|嫂子|儿媳|女婿|公公|婆婆|岳父|岳母|祖父|祖母|爷爷|奶奶|外公|外婆|孙子|孙女"
)
RECEIVER = re.compile(
    f"(?:{OF}(?:指定的?)?(?:负责)?收件(?:的)?人(?:员)?)"
    "|(?:系|是|为)?(?:当事人|受送达人|本人|其)?的?"
    f"(?:(?:经营者|业主|店主|法定代表人)(?:本人)?|(?:成年)?同住的?(?:成年)?的?(?:{KIN})"
    f"|成年同住(?:{KIN}))"
)
KINSMAN = re.compile(
    f"(?:系|是|为)?与?(?:当事人|受送达人|本人|其)?[的之]?(?:同住)?的?(?:成年)?的?(?:{KIN}|子)"
)
HEAD_OF = re.compile(
    "(?:系|是|为)?(?:当事人|该?单位|公司|店铺)?的?(?:(?:主要)?负责人|法人(?:代表)?|(?:执行)?董事长?|(?:总)?经理|[店厂]长)"
    "|(?:诉讼)?代表人"
)
STAFF = re.compile(
    f"{OF}(?:负责)?(?:收件的?)?(?:行政|综合)?(?:工作人员|员工|职员|职工|文员|前台|办公室|收发室|传达室|收发人员)"
    "(?:工作人员|人员|主任)?"
)
GATE = re.compile(
    rf"{OF}(?:门卫|保安)[(,]?(?:系|是)?(?:单位|公司)?(?:指定|负责)的?(?:收件|收发)的?(?:人员?)?\)?"
)
STRANGER = re.compile(
    "邻|路人|房东|朋友|同事|店员|保安|未成年|非同住|不同住|未同住|无关|物业|社区|居委会|村委会|前夫|前妻|前任"
    "|司机|门卫|快递|代收点|驿站|亲戚|室友|租客|同学|保姆|路过"
)


@rule(
    "43.2",
    article="民事诉讼法第八十八条；河南省行政执法条例第三十一条",
    says="签收人须是本人、同住成年家属、法定代表人、负责人、收件人、代理人、指定代收人",
    kind="service_to_stranger",
    certainty="原文",
)
def service_to_stranger(case: Chronicle) -> Finds:
    for row in case.all(Served):
        party = case.party_at(row)
        handed = row.method == "direct" or (row.method in BY_HAND and (row.to or row.relation))
        if party and handed and not _may_take(party, relation=plain(row.relation), to=plain(row.to)):
            yield row, f"{row.form}由{row.to or '无人'}（{row.relation or '关系不明'}）签收"
        elif row.method == "direct" and not row.to.strip():
            yield row, f"{row.form}直接送达，没有签收人"


BY_HAND = frozenset({"postal", "left", "electronic"})


def _may_take(party: Party, *, relation: str, to: str) -> bool:
    """The party itself by name, or who stands in a relation that the article names; read as whole terms."""
    own = {plain(name) for name in (party.name, party.representative, party.guardian) if name}
    if len(party.name) > 1:
        relation = relation.replace(plain(party.name), "当事人")
    terms = [term.removesuffix(to) for term in re.split("[，。；、,;:()]|并|以及", relation) if term] or [""]
    if DOUBTED.search(relation) or _is_child(relation):
        return False
    if any(CAPACITY.fullmatch(term) for term in terms):
        return True
    if party.kind == ORGANISATION and GATE.fullmatch(relation):
        return True
    if STRANGER.search(relation + to):
        return False
    if SELF.fullmatch(terms[0]):
        return to in own or (relation != "" and (not to or party.kind != PERSON))
    if any(RECEIVER.fullmatch(term) for term in terms) or _is_kin(terms):
        return True
    if any(REFUSED.fullmatch(term) for term in terms):
        return not to or to in own
    if party.kind == ORGANISATION and any(STAFF.fullmatch(term) for term in terms):
        return True
    return party.kind != PERSON and any(HEAD_OF.fullmatch(term) for term in terms)


def _is_kin(terms: list[str]) -> bool:
    """妻子（同住）, 当事人之子（成年、同住）: living together is said beside the kinship."""
    lives = any(re.search("同住|共同居住|共同生活", term) for term in terms)
    return lives and any(KINSMAN.fullmatch(term) for term in terms)


def _is_child(words: str) -> bool:
    """An age under eighteen stands there (成年家属)."""
    return any((number_of(age) or 0) < ADULT for age in AGE.findall(words))


ADULT = 18
WITNESS = frozenset({"witness"})
FIRM = adult(kind=ORGANISATION, born_on=None, representative="王某")
NAMED = adult(kind=ORGANISATION, born_on=None, name="演示公司")


def _taken_by(relation: str) -> Chronicle:
    return changed(ordinary(), Served, to="赵某", relation=relation)


service_to_stranger.breach(lambda: changed(ordinary(), Served, to="赵某", relation="邻居"))
service_to_stranger.breach(lambda: changed(ordinary(), Served, to="赵某", relation=""))
service_to_stranger.breach(lambda: changed(ordinary(), Served, to="赵某", relation="本人"))
service_to_stranger.breach(lambda: changed(ordinary(), Served, to="赵某", relation="当事人的亲戚"))
for _who in (
    "物业",
    "前妻",
    "快递代收点",
    "朋友（同住）",
    "负责人",
    "法定代表人的司机",
    "居委会工作人员",
    "非代理人",
):
    service_to_stranger.breach(lambda who=_who: _taken_by(who))
service_to_stranger.breach(lambda: changed(ordinary(), Served, to=""))
service_to_stranger.breach(
    lambda: changed(ordinary(), Served, method="left", proofs=WITNESS, relation="邻居")
)
for _who in (
    "同住成年家属",
    "同住的成年儿子",
    "同住的嫂子",
    "委托代理人",
    "邻居（指定代收人）",
    "收件人",
    "店主",
):
    service_to_stranger.lawful(lambda who=_who: _taken_by(who))
for _who in (
    "代理人的司机",
    "律师的朋友",
    "监护人的邻居",
    "自称代理人",
    "委托已解除的代理人，代理人",
    "同住的儿子（12岁）",
    "同住的女儿，十五周岁",
    "拒收",
    "当事人拒绝签收",
):
    service_to_stranger.breach(lambda who=_who: _taken_by(who))
service_to_stranger.breach(lambda: changed(ordinary(), Served, to="邻居老李", relation="同住成年家属"))
for _who in (
    "同住的儿子（22岁）",
    "律师",
    "委托代理人赵某",
    "法定代表人授权的代收人",
    "当事人的委托代理人",
    "监护人",
):
    service_to_stranger.lawful(lambda who=_who: _taken_by(who))
service_to_stranger.lawful(lambda: changed(ordinary(), Served, to="王某", relation="当事人拒绝签收"))
service_to_stranger.lawful(lambda: changed(ordinary(), Served, relation="系本人"))
for _who in (
    "妻子（同住）",
    "王某的妻子（同住）",
    "当事人之妻，同住",
    "与当事人同住的成年家属",
    "成年家属，同住",
    "当事人之子（成年、同住）",
    "同住成年家属：妻子",
    "河南某律师事务所律师",
    "受委托人",
    "经营者本人",
):
    service_to_stranger.lawful(lambda who=_who: _taken_by(who))
for _who in (
    "配偶",
    "其妻",
    "父子",
    "妻子（不同住）",
    "妻子，未与当事人同住",
    "朋友的妻子（同住）",
    "妻子，曾同住",
):
    service_to_stranger.breach(lambda who=_who: _taken_by(who))
for _who in (
    "公司前台",
    "收发室",
    "主要负责人",
    "法定代表人（负责人）",
    "单位负责收件的人",
    "公司指定收件人",
    "前台工作人员",
    "行政前台",
    "综合办公室工作人员",
    "门卫（负责收件）",
    "办公室主任",
    "法人代表",
    "法人",
    "董事长",
    "总经理",
    "店长",
):
    service_to_stranger.lawful(lambda who=_who: changed(_taken_by(who), PartyNamed, party=FIRM))
for _who in ("隔壁公司前台", "隔壁公司负责人", "物业公司前台", "门卫", "隔壁公司总经理"):
    service_to_stranger.breach(lambda who=_who: changed(_taken_by(who), PartyNamed, party=FIRM))
service_to_stranger.lawful(lambda: changed(_taken_by("演示公司前台"), PartyNamed, party=NAMED))


@rule(
    "43.3",
    article="行政处罚法第四十四条；民事诉讼法第八十八条",
    says="告知书应当送达当事人本人或者法定的签收人",
    kind="service_to_stranger",
    certainty="推论",
)
def notice_to_stranger(case: Chronicle) -> Finds:
    for told in case.all(Told):
        party, to = case.party_at(told), plain(told.to)
        rows = [row for row in case.all(Served) if row.paper and row.paper == told.paper]
        relation = plain(rows[-1].relation) if rows else ""
        handed = not rows or rows[-1].method in BY_HAND | {"direct"}
        if (
            party
            and to
            and handed
            and not (_may_take(party, relation=relation, to=to) or _names_whom(to, party))
        ):
            yield told, f"告知书交给了{told.to}"


def _names_whom(words: str, party: Party) -> bool:
    """The name stands with the relation: 委托代理人李某, 李某（同住成年家属）, 王某本人."""
    name = plain(party.name)
    to = words.replace(name, "当事人") if len(name) > 1 else words
    terms = [term for term in re.split("[，、,;:()]", to) if term]
    if to != words and re.fullmatch("(?:当事人)+(?:本人)?", terms[0]):
        return not DOUBTED.search(to)
    known = any(
        pattern.fullmatch(term[:end])
        for term in terms
        for pattern in (CAPACITY, RECEIVER)
        for end in range(max(len(term) - 4, 1), len(term) + 1)
        if "的" not in term[end:]
    )
    return (known or _is_kin(terms)) and not (DOUBTED.search(to) or STRANGER.search(to) or _is_child(to))


for _who in (
    "邻居赵某",
    "路边小卖部老板",
    "赵某",
    "代理人的司机",
    "自称代理人李某",
    "同住的儿子（12岁）",
    "王某的邻居",
):
    notice_to_stranger.breach(lambda who=_who: changed(ordinary(), Told, to=who))
for _who in (
    "王某",
    "委托代理人李某",
    "李某（同住成年家属）",
    "王某本人",
    "当事人王某",
    "王某（拒签）",
    "李某（系王某同住妻子）",
):
    notice_to_stranger.lawful(lambda who=_who: changed(ordinary(), Told, to=who))
