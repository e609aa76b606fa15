"""Whether words are somebody's name: who signs or witnesses is a person, and 社区工作人员 is none."""

import re

# 韩平（社区居委会): who he is stands behind the name
ASIDE = re.compile(r"[（(][^（）()]+[）)]$")
BETWEEN = re.compile(r"[、，,;；]")
NAME = re.compile(r"[㐀-鿿]{2,15}(?:[·•．.][㐀-鿿]{1,15})*|[A-Za-z][A-Za-z .'’-]{1,40}")
ROLE = re.compile(
    "人员|负责人|当事人|见证人|代理人|代表|驾驶|司机|群众|居民|村民|社区|居委|村委|办事处|[班队站组科所]长|经理|主任"
    "|业主|老板|邻居|路人|旁观|行人|公证|公司|单位|机构|机关|保安|物业|家属|职工|员工|工人"
)


def is_person_name(text: str) -> bool:
    name = ASIDE.sub("", text.strip())
    return NAME.fullmatch(name) is not None and ROLE.search(name) is None


def no_names(text: str) -> tuple[str, ...]:
    """Of several, parted by 、, those that are none."""
    parts = [part.strip() for part in BETWEEN.split(text)]
    return tuple(part for part in parts if part and not is_person_name(part))
