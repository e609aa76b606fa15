"""Sentences that say who decides a fine, or how: 处五千元以下罚款的，由中队决定. They punish nobody."""

import re
from dataclasses import replace

from sanzhi.law.liability.drafts import PassedOver
from sanzhi.law.liability.places import Place

DECIDED = "指明由谁决定罚款"
# the fine itself is the subject: 对公民处五百元以下的罚款, 罚款5000元以上的, 作出罚款决定
SUBJECT = r"(?:对[^，。；]{1,20}?)?(?:拟|决定|作出|给予)*(?:并?处以?)?[^，。；的]{0,24}(?:的罚款|罚款(?:[^，。；的]{0,12}的|的?处罚?的?决定|决定))"
PREDICATE = r"(?![^。；]*(?:决定书|不服|复议|诉讼|逾期))[^。；]*(?:决定|批准|审批|集体讨论|简易程序|当场作出|听证|负责人)[^。；]*"
# 责令停业、关闭由县级人民政府决定
MEASURE_DECIDED = r"(?:责令|吊销|暂扣)[^，。；的]{2,30}由[^，。；]*(?:决定|批准|审批)"
ONE = re.compile(rf"{SUBJECT}，?{PREDICATE}|{MEASURE_DECIDED}")


def without_who_decides(place: Place) -> tuple[Place, list[PassedOver]]:
    """The paragraph without such sentences, and these as passed over."""
    if place.paragraph.items:
        return place, []
    sentences = re.findall("[^。]+。?", re.sub(r"\s", "", place.paragraph.text))
    told = [sentence for sentence in sentences if _only_decides(sentence)]
    if not told:
        return place, []
    rest = "".join(sentence for sentence in sentences if sentence not in told)
    passed = [PassedOver(str(place.citation()), DECIDED, sentence) for sentence in told]
    return replace(place, paragraph=replace(place.paragraph, text=rest)), passed


def _only_decides(sentence: str) -> bool:
    segments = [segment for segment in re.split("[；。]", sentence) if segment]
    return all(ONE.fullmatch(segment) for segment in segments)
