"""What one phrase between two commas says: a fine, a measure, a reference to another clause, a matter for others."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from sanzhi.law.fine_spans import read_fine
from sanzhi.law.fines import FormulaError


class ActKind(StrEnum):
    FINE = "fine"
    MEASURE = "measure"
    LIST = "list"  # 按照下列规定处罚: the items say how
    SAME = "same"  # 依照前款规定处罚: another paragraph says how
    OTHERS = "others"  # for the courts, the police, the superior: no power of this statute
    APPROVAL = "approval"  # 报经有批准权的人民政府批准: belongs to the next measure
    UNREAD = "unread"


@dataclass(frozen=True)
class Act:
    """`whom` as written after 对; `department` as written after 由; `table` only of a fine that was read.

    `instead` is what may be ordered in the place of the fine: 警告 of 警告或者五十元罚款.
    """

    kind: ActKind
    text: str
    whom: str = ""
    department: str = ""
    table: dict[str, Any] | None = None
    instead: str = ""


# 处 as the verb of a fine, not the one of 处理, 处置, 处分, 处罚, 办事处
PUNISH = r"(?<!办事)处(?![理置分室长])(?!所(?!需))(?!罚(?!款))"
VERBS = rf"责令|通知|{PUNISH}|给予|没收|吊销|暂扣|依法|依照|说服|组织|取消|降低|限期|提出意见|强制|报经|对|予以|分别|(?:按照?|依照|依据|根据)(?=下列|以下|如下)|作出?(?=下列|以下|如下)"
OFFICE = r"(?P<name>[^，]*?(?:部门|机关|机构|单位|海关|政府|警察|局|委员会|办事处|队))(?:按照[^，]{0,12}?(?:职责|权限)(?:分工)?|依据职权)?"
DEPARTMENT = re.compile(
    rf"(?:或者|直至|分别)?(?P<may>(?:并|还)?(?:可以|应当)?)由{OFFICE}(?P<rest>(?:并|可以|先行?)?(?:{VERBS}).*)"
)
# 公安机关应当责令改正: the office is the subject, without 由
OFFICE_FIRST = re.compile(
    r"(?:(?:或者|直至|分别)?由)?(?P<name>(?![经未拒不被违对])[^，的]*?(?:部门|机关|机构|人民政府|银行))(?P<may>应当|可以)?(?P<rest>(?:责令|给予警告|处以|没收|吊销).*)"
)
ALONE = re.compile(rf"由{OFFICE}")
BESIDES = re.compile(r"(?P<name>[^，]*(?:部门|单位|机关|机构))除(?P<rest>责令.+)外")
WHOM = re.compile(
    rf"(?P<may>(?:并|还)?(?:可以|可)?)对(?P<whom>[^，]+?)(?P<rest>(?:并|可以?|依法)?(?:{PUNISH}|罚款).*)"
)
FIGURE = re.compile(r"[元倍%％]|百分之")
# 五千元以下的罚款 as the subject of a sentence: spoken of, not ordered
SPOKEN_OF = re.compile(r"(?:超过|不足|低于|高于)?[^，处罚给并可]*元(?:以[上下])?的?罚款")
# 警告或者五十元以下罚款: one of both
EITHER = re.compile(
    r"(?P<may>(?:并|还)?(?:可以|可)?)(?P<first>[^，]*?)或者?(?P<fine>(?:可以?)?(?:并?处以?)?[^，或]*罚款.*)"
)
INSTEAD = re.compile(
    r"(?:并|给予|予以|处以?)*(?:警告|通报批评|[^，元]*拘留|责令[^，元]*|暂扣[^，元]*|吊销[^，元]*)"
)
SAME = re.compile(r"(?:依照|按照)(?:前款|本条第[一二三四五六]款)的?规定(?:予以|给予|处以)?(?:处罚|罚款)")
# 按照下列规定处罚, 分别给予下列处罚, 按以下标准处以罚款, 对下列行为可并处罚款: no figure, what follows has them
BELOW = r"(?:下列|以下|如下)[^，]{0,8}?"
PUNISHED = r"(?:分别|可以?|并|依法|予以|给予|进行|处以?)*(?:行政)?(?:处罚|罚款|处理)"
LIST = re.compile(
    rf"(?:分别|可以?|并|依法|应当)*(?:(?:按照?|依照|依据|根据){BELOW}{PUNISHED}"
    rf"|(?:予以|给予|处以?|进行|作出|作){BELOW}(?:行政)?(?:处罚|罚款|处理)"
    rf"|对{BELOW}(?:行为|情形|违法行为)(?:之一)?的?(?:分别|可以?|并)*(?:予以|给予|处以?)?(?:{BELOW})?(?:行政)?(?:处罚|罚款))"
)
OTHERS = (
    (re.compile(r"刑事责任"), "刑事责任由司法机关追究"),
    (re.compile(r"处分|任免机关|给予处理"), "工作人员的处分由任免机关、监察机关作出"),
    (re.compile(r"民事责任|侵权责任|人民法院|关法律的规定承担责任"), "民事责任和诉讼"),
    (re.compile(r"申请(?:行政)?复议|起诉"), "当事人的救济途径"),
    (
        re.compile(r"治安管理|公安机关依法|(?:依法|依照.*)(?:予以|给予|进行)?处罚|作出处罚决定|处罚法.*处"),
        "依照其他规定处罚",
    ),
    (re.compile(r"从其规定|适用其规定|另有规定的除外"), "从其他法律、法规的规定"),
    (
        re.compile(r"罚款(?:的?决定)?，?(?:应当|须|一律)?(?:由|报|经)[^，；。]*(?:决定|批准|审批)"),
        "指明由谁决定罚款",
    ),
    (
        re.compile(
            r"(?:罚款|罚没[^，。；处]{0,8}|没收的[^，。；处]{0,12})(?:应当|一律|全部|必须|全额|按照规定)*(?:上缴|缴入)"
        ),
        "罚款和没收财物的上缴",
    ),
)
APPROVAL = re.compile(
    r"(?:并|还|也|可以|可)*(?:报?经|提出意见)[^，]*(?:批准|意见)?$|由[^，]*提出意见|[^，]*可以自责令改正之日的?次日起"
)
MEASURE = re.compile(
    r"(?:先行?|并|还|也|同时|应当|可以|可|依法|予以|给予|处以?(?=警告)|根据[^，]{1,4})*(?:责令|(?:通知其?)?限期|要求其?(?:限期)?改正|没收|警告|吊销|暂扣|降低资质|强制|恢复原状|关闭|通报|"
    r"采取(?:其他|治理|补救)|可以拆除|拆除(?!.*[，。])|组织(?:拆除|代为|强制)|(?:承担|负)赔偿|照价赔偿|赔偿|(?:车辆)?不得上|"
    r"说服教育|停止(?:违法|建设|施工|生产|供水)|取消|取缔|补办|补报|列入|向社会予以通报|按照原处罚数额|所需费用|"
    r"提请|消除污染|限制生产|在一定时间内停止供水)|"
    r".*(?:可以指定有|日以下的?拘留$|所需费用由|承担连带责任$)|由责任方依法赔偿"
)
SANCTION = re.compile(
    r"罚款|没收|吊销|拘留|\d元|[一二三四五六七八九十百千万]元|[一二三四五六七八九十\d]倍|[%％]|百分之"
)
# 行政处罚法 §9, §28: a penalty or a measure that is more than the order to put things right
PUNISHES = re.compile(
    r"罚款|没收|吊销|暂扣|警告|降低资质|停业|停产|关闭|停工|停止供水|拘留|通报|取消|取缔|强制|可以拆除|"
    r"不得上|销毁|限制生产|暂停|按日连续|代为|停止生产|下列规定|前款规定|本条第"
)
# 加倍处罚: a fine whose figure stands elsewhere; 处二百元以上五百元以下: one that lost the word 罚款
MORE = re.compile(r"(?:加倍|加重|翻倍)(?:予以|给予|进行)?(?:行政)?(?:处罚|罚)")
AMOUNT = re.compile(rf"{PUNISH}以?[^，的]{{0,8}}?[零一二三四五六七八九十百千万两\d]元")
# 不满十八周岁的除外, 不予处罚, 从重处罚: changes what was ordered before
EXCEPTS = re.compile(r"除外|不适用|不予(?:行政)?处罚|免[予除]|不再处罚|可以不|从轻|减轻|从重|加倍|加重")
ORDERS = re.compile(r"(?:先行?|并|还|同时|应当|可以|依法)*(?:责令|(?:通知其?)?限期|要求其?(?:限期)?改正)")
LIMIT_OF_FINE = re.compile(r"(?:但|且)?(?:罚款)?(?:总额|最高|累计|合计)+(?:罚款)?(?:不得?超过|为).*元")


def act_of(phrase: str) -> Act | None:
    """What the phrase orders; None where it orders nothing (a condition, a circumstance, a part of the conduct)."""
    if re.search(r"(?:的|之一)$", phrase):
        return None
    if besides := BESIDES.fullmatch(phrase):
        return Act(ActKind.MEASURE, besides["rest"], department=besides["name"])
    if alone := ALONE.fullmatch(phrase):
        return Act(ActKind.APPROVAL, "", department=alone["name"])
    if found := DEPARTMENT.fullmatch(phrase):
        act = _plain(found["may"] + found["rest"])
        return replace(act, department=found["name"]) if act else None
    act = _plain(phrase)
    if act is None and (found := OFFICE_FIRST.fullmatch(phrase)):
        act = _plain(("可以" if found["may"] == "可以" else "") + found["rest"])
        return replace(act, department=found["name"]) if act else None
    return act


def why_others(text: str) -> str:
    """The reason why the text is for others than the statute's departments; "" where it is not."""
    return next((reason for words, reason in OTHERS if words.search(text)), "")


def _plain(phrase: str) -> Act | None:
    phrase = re.sub(r"^(?:按照各?自?职责(?:分工)?|依据职权)", "", phrase)
    if LIST.fullmatch(phrase):
        return Act(ActKind.LIST, phrase)
    if SAME.search(phrase):
        return Act(ActKind.SAME, phrase)
    if MORE.search(phrase):
        return Act(ActKind.UNREAD, phrase)
    if "罚款" in phrase or AMOUNT.match(phrase):
        return _fine(phrase)
    if APPROVAL.fullmatch(phrase):
        return Act(ActKind.APPROVAL, phrase)
    if "按日连续处罚" not in phrase and why_others(phrase):
        return Act(ActKind.OTHERS, phrase)
    return Act(ActKind.MEASURE, phrase) if MEASURE.match(phrase) else None


def _fine(phrase: str) -> Act | None:
    if SPOKEN_OF.fullmatch(phrase):
        return None
    whom = WHOM.fullmatch(phrase)
    said = (
        phrase
        if whom is None
        else ("可以" if "可" in whom["may"] else "") + whom["rest"].removeprefix("依法")
    )
    name = whom["whom"] if whom else ""
    either = EITHER.fullmatch(said)
    if either and INSTEAD.fullmatch(either["first"]):
        act = _fine(either["may"] + re.sub(r"^(?=[^处]*$)", "处", either["fine"]))
        if act is None or act.table is None:
            return Act(ActKind.UNREAD, phrase, whom=name)
        table = {**act.table, "optional": True}
        return Act(ActKind.FINE, phrase, whom=name, table=table, instead=either["first"])
    if not FIGURE.search(said) and not re.search(PUNISH, said):
        return None  # 受到罚款处罚: told, not ordered
    if FIGURE.search(said):
        try:
            return Act(ActKind.FINE, phrase, whom=name, table=read_fine(re.sub("^按照?(?!次)", "", said)))
        except FormulaError:
            return Act(ActKind.UNREAD, phrase, whom=name)
    return Act(ActKind.UNREAD, phrase, whom=name)
