"""A clause cut at its commas: the conduct, and after it the groups of orders, each under its own conditions."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from sanzhi.law.fine_spans import COUNTERS, FIGURE
from sanzhi.law.liability.phrases import EXCEPTS, LIMIT_OF_FINE, SANCTION, Act, ActKind, act_of

# 每销售一条无证的犬只，处五百元罚款: the fine is counted by what the phrase before it names
EACH = re.compile(
    rf"每[^，一\d]{{0,6}}?一?(?P<unit>平方米|[株棵]|[{COUNTERS}])(?:[^，]*的)?(?P<noun>[^，的]{{0,8}})"
)
# 罚款数额为二万元: says how much in a case of the conduct before, and orders no fine of its own
NEW_AMOUNT = re.compile(r"罚款(?:数额|金额)为")
# 并按照下列规定处罚 behind an order is an order of its own
AND_BELOW = re.compile(
    r"(?<=[^，])(?=并(?:(?:按照?|依照|依据|根据)(?:下列|以下|如下)|(?:给予|予以|处以?|作出?)(?:下列|以下|如下)))"
)
# 逾期不改正的处五百元罚款, 违反规定的由……责令改正: a comma is missing before the order
MISSING_COMMA = re.compile(
    r"(?<=[不未]改正的)(?=(?:可以?)?加[倍重])|(?<=的)(?=并?(?:可以?)?处以?[零一二三四五六七八九十百千万两\d])|(?<=规定的|情形的|行为的)(?=由[^，]{2,40}(?:责令|处以?[一二三四五六七八九十\d]))"
)
# 逾期未改正，处……: a condition that does without 的
LATE = re.compile(r"(?:当事人)?(?:逾期|拒不|期满|到期)[^，的可]{0,3}[不未改正][^，的可]{1,10}")
# 对个人处二百元以上五百元以下，对单位处五千元罚款: the word 罚款 at the end serves both
SHARED_WORD = re.compile(
    rf"(对[^，；。对]{{1,16}}处以?{FIGURE}元(?:以[上下])?(?:{FIGURE}元以下)?)[，、；和](?=对[^，；。对]{{1,16}}处以?[^，；。]*元[^，；。]*罚款)"
)
# 城市管理部门对违反本办法第二条的，处……: the office stands before what it punishes
OFFICE_FIRST = re.compile(
    r"(?P<head>^|[。])由?(?P<office>[^，。；：的对由]{2,30}(?:部门|机关|机构|政府|局|委员会|办事处|队))(?P<may>可以)?(?:应当|依法)*"
    r"对于?(?P<whom>违反[^，。；]*?(?:的行为|的(?:[^，。；的]{0,12}(?:单位|个人|人|者))?))(?:，|(?=[责处给没吊暂分]))(?:依法|应当)*"
)
WIDE = str.maketrans(",;:()", "，；：（）")
# 从逾期之日起, 按照所缺绿地面积: says how something is counted, not when it applies
MODIFIER = re.compile(r"(?:按照|依照|根据|从|自)[^，]*(?<!的)")
# a case of the conduct, not the conduct itself
CASE = re.compile(r"(?:非?经营性|情节[^，]{2,4}|造成[^，]{0,4}严重后果|后果严重)的")
PERSONS = re.compile(r"对[^，]*(?:人员|人|单位|个人|企业|者)")
CIRCUMSTANCE = re.compile(
    r"情节|造成|给|拒不|逾期|未按照要求|未改正|仍|经营性的|非经营性的|尚|无法|不能|有违法所得|没有违法所得|违法所得|构成|"
    r"后果|对|单位|个人|属于|进口行为|已经|应当|两次|再次|危害|影响|数额|所需|有前款|单位有前款|个人有前款|不足"
)

NOTHING = Act(ActKind.APPROVAL, "")


@dataclass(frozen=True)
class Group:
    """Orders under the same conditions; no condition: they follow from the conduct itself."""

    conditions: tuple[str, ...]
    acts: tuple[Act, ...]

    @property
    def fines(self) -> tuple[Act, ...]:
        return tuple(act for act in self.acts if act.kind in {ActKind.FINE, ActKind.UNREAD, ActKind.SAME})


@dataclass(frozen=True)
class Clause:
    """`conduct` as written, without the comma at its end; `stray` are phrases with a sanction that fit nowhere."""

    conduct: str
    groups: tuple[Group, ...]
    stray: tuple[str, ...] = ()

    def __str__(self) -> str:
        acts = (
            text for group in self.groups for text in (*group.conditions, *(act.text for act in group.acts))
        )
        return "，".join((self.conduct, *acts))


@dataclass
class _Draft:
    conduct: list[str] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    stray: list[str] = field(default_factory=list)
    parallel: tuple[str, ...] | None = None  # the conditions under which 对单位处…… was said

    def closed(self) -> Clause:
        return Clause("，".join(self.conduct), tuple(self.groups), tuple(self.stray))


def read_clauses(text: str) -> tuple[Clause, ...]:
    """The clauses of a paragraph or an item; a second one where a later sentence punishes another conduct."""
    plain = re.sub(r"(?<=\d)[,，](?=\d{3}(?!\d))", "", re.sub(r"\s", "", text))
    plain = SHARED_WORD.sub(
        r"\1罚款，", MISSING_COMMA.sub("，", AND_BELOW.sub("，", plain.translate(WIDE).rstrip("：")))
    )
    plain = OFFICE_FIRST.sub(r"\g<head>对\g<whom>，由\g<office>，\g<may>", plain)
    drafts = [_Draft()]
    for segment in filter(None, re.split("[；。]", plain)):
        phrases = list(_phrases(segment))
        if drafts[-1].groups and _is_other_conduct(phrases, drafts[-1]):
            drafts.append(_Draft())
        _take(drafts[-1], phrases)
    return tuple(draft.closed() for draft in drafts)


def _phrases(segment: str) -> Iterator[str]:
    """Cut at the commas, but the limit of a fine stays with its fine, and so does what it is counted by."""
    waiting = ""
    for phrase in segment.split("，"):
        if waiting and LIMIT_OF_FINE.fullmatch(phrase):
            waiting += f"，{phrase}"
            continue
        if waiting.startswith("每") and "罚款" in phrase and "罚款" not in waiting:
            waiting = _counted(waiting, phrase)
            continue
        if waiting:
            yield waiting
        waiting = phrase
    if waiting:
        yield waiting


def _counted(each: str, fine: str) -> str:
    """处每条犬只五百元罚款; what is counted in another way stays as it is, and is not read."""
    found, verb = EACH.fullmatch(each), re.search(r"处以?(?!罚)|(?=罚款)", fine)
    if found is None or verb is None:
        return f"{each}，{fine}"
    unit = found["unit"] + (found["noun"] if found["unit"] in COUNTERS else "")
    return f"{fine[: verb.end()]}每{unit}{fine[verb.end() :]}"


def _is_other_conduct(phrases: list[str], before: _Draft) -> bool:
    fined = any(group.fines for group in before.groups)
    acts = [act for phrase in phrases if (act := act_of(phrase))]
    fines_now = any(act.kind in {ActKind.FINE, ActKind.UNREAD} for act in acts)
    if any(NEW_AMOUNT.match(act.text) for act in acts):
        return False
    return fined and fines_now and act_of(phrases[0]) is None and not CIRCUMSTANCE.match(phrases[0])


def _take(draft: _Draft, phrases: list[str]) -> None:
    sentence = _Sentence(draft)
    for phrase in phrases:
        act = act_of(phrase)
        if act is not None:
            sentence.order(act)
        elif not draft.groups and not sentence.acts:
            sentence.describe(phrase)
        else:
            sentence.circumscribe(phrase)
    sentence.close()


@dataclass
class _Sentence:
    """One sentence between two semicolons while it is read; `waiting` is 由……部门 or 对…… before the verb."""

    draft: _Draft
    conditions: list[str] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    waiting: Act = NOTHING
    whom: str = ""
    nested: bool = False

    def order(self, act: Act) -> None:
        if act.kind == ActKind.APPROVAL:
            text = "，".join(filter(None, (self.waiting.text, act.text)))
            department = act.department or self.waiting.department
            self.waiting = replace(self.waiting, text=text, department=department)
            return
        act, self.waiting = _joined(self.waiting, act), NOTHING
        self.whom = act.whom or self.whom
        if self.conditions and self.nested and not act.whom:
            act = replace(act, whom=self.whom)
        self.acts.append(act)
        if self.acts[0].whom and not self.conditions and self.draft.groups:
            # ；对个人处……: under the condition of what it stands beside
            beside = self.draft.parallel
            self.conditions = list(self.draft.groups[-1].conditions if beside is None else beside)
        if act.whom and not self.nested:
            self.draft.parallel = tuple(self.conditions)

    def describe(self, phrase: str) -> None:
        """A phrase before the first order: the conduct, a case of it, or how something is counted."""
        conduct = self.draft.conduct
        if conduct and CASE.fullmatch(phrase):
            self.conditions.append(phrase)
        elif not (conduct and conduct[-1].endswith("的") and MODIFIER.fullmatch(phrase)):
            conduct.append(phrase)

    def circumscribe(self, phrase: str) -> None:
        """A phrase after an order: on whom, in what circumstance; what has a sanction and is neither is stray."""
        if PERSONS.fullmatch(phrase):
            self.waiting = replace(self.waiting, whom=phrase.removeprefix("对"))
        elif phrase.endswith(("的", "之一")) or LATE.fullmatch(phrase):
            if self.acts:
                self._group()
                self.nested = True
                self.conditions = (
                    self.conditions[:-1] if _beside(self.conditions, phrase) else self.conditions
                )
            self.conditions.append(phrase)
        else:
            said = "，".join([*self.conditions, phrase]) if not self.acts else phrase
            punishes = SANCTION.search(said) and not MODIFIER.fullmatch(phrase)
            self.draft.stray += [said] if punishes or EXCEPTS.search(phrase) else []

    def close(self) -> None:
        if self.acts:
            self._group()
        self.draft.stray += [self.waiting.text] if SANCTION.search(self.waiting.text) else []

    def _group(self) -> None:
        self.draft.groups.append(Group(tuple(self.conditions), tuple(self.acts)))
        self.acts = []


def _beside(conditions: list[str], phrase: str) -> bool:
    """Whether the phrase is a further case beside the last condition, not a condition within it."""
    return bool(conditions) and any(
        word in conditions[-1] and word in phrase for word in ("违法所得", "情节")
    )


def _joined(waiting: Act, act: Act) -> Act:
    text = "，".join(filter(None, (waiting.text, act.text)))
    return replace(
        act, text=text, whom=act.whom or waiting.whom, department=act.department or waiting.department
    )
