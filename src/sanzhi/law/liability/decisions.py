"""Sentences that say who decides a fine, or how: 处五千元以下罚款的，由中队决定. They punish nobody."""

import re
from dataclasses import replace

from sanzhi.law.liability.drafts import PassedOver
from sanzhi.law.liability.places import Place

DECIDED = "指明由谁决定罚款"
# the fine itself is the subject: 对公民处五百元以下的罚款, 罚款5000元以上的, 作出罚款决定
SUBJECT = r"(?:对[^，。；]{1,20}?)?(?:拟|决定|作出|给予)*(?:并?处以?)?[^，。；的]{0,24}(?:的罚款|罚款(?:[^，。；的]{0,12}的|的?处罚?的?决定|决定))"
# 本办法规定的处五万元以上罚款, 依照本条例应当处一万元以上罚款的行政处罚: fines of the whole statute, not of a conduct
OF_THE_STATUTE = (
    r"(?:违反本(?:法|条例|办法|规定)(?:规定)?的行政处罚，"
    r"|(?:依照|按照|根据|依据)?本(?:法|条例|办法|规定)(?:的?规定)?的?(?:应当|可以)?)"
)
FINE = r"(?:应当|可以|决定|作出|单处|并处|处以?|或者?|、)*[^，。；的违处]{0,24}的?罚款(?:的行政处罚|的)?"
WHO = r"(?:可以|应当|一律|均)?(?:由|报|经)[^，。；]*(?:决定|作出|批准|审批)"
PREDICATE = r"(?![^。；]*(?:决定书|不服|复议|诉讼|逾期))[^。；]*(?:决定|批准|审批|集体讨论|简易程序|当场作出|听证|负责人)[^。；]*"
# 责令停业、关闭由县级人民政府决定
MEASURE_DECIDED = r"(?:责令|吊销|暂扣)[^，。；的]{2,30}由[^，。；]*(?:决定|批准|审批)"
ONE = re.compile(
    rf"{OF_THE_STATUTE}?{SUBJECT}，?{PREDICATE}|{OF_THE_STATUTE}{FINE}，?(?:{WHO}|{PREDICATE})|{MEASURE_DECIDED}"
)
# 单处或者并处五千元以下罚款，由……作出决定: behind another sentence it may order the fine of that one's conduct
AT_THE_HEAD = re.compile(rf"{FINE}，?{WHO}")


def without_who_decides(place: Place) -> tuple[Place, list[PassedOver]]:
    """The paragraph without such sentences, and these as passed over."""
    if place.paragraph.items:
        return place, []
    sentences = re.findall("[^。]+。?", re.sub(r"\s", "", place.paragraph.text))
    told = [sentence for sentence in sentences if only_decides(sentence, is_first=sentence is sentences[0])]
    if not told:
        return place, []
    rest = "".join(sentence for sentence in sentences if sentence not in told)
    passed = [PassedOver(str(place.citation()), DECIDED, sentence) for sentence in told]
    return replace(place, paragraph=replace(place.paragraph, text=rest)), passed


def only_decides(sentence: str, *, is_first: bool) -> bool:
    """Whether each part of the sentence says who decides fines, or how; `is_first` where no conduct stands before it."""
    segments = [segment for segment in re.split("[；。]", sentence) if segment]
    return bool(segments) and all(
        ONE.fullmatch(segment) or (is_first and AT_THE_HEAD.fullmatch(segment)) for segment in segments
    )
