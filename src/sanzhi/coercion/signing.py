"""Who signs on the spot is a person with a name; who did it is who the decision says (行政强制法 §18, §51)."""

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.person_names import no_names

DECIDED = "行政强制法第五十一条第一款第一项"


def bears_a_name(names: str, *, said: str, citation: str) -> Verdict:
    wrong = no_names(names)
    return Verdict.when(
        not wrong,
        f"“{'”“'.join(wrong)}”不是姓名，{said}应当写签名人的姓名。",
        citation=citation,
        remedy="请写姓名，单位和身份写在姓名后的括号里，例如“秦朗（演示社区居委会）”。",
    )


def who_came_bears_a_name(proceeding: Proceeding, name: str, *, citation: str) -> Verdict:
    """A party that is a house is known by its own name."""
    party = proceeding.respondent
    known = {*party.names, party.representative, party.guardian} if party else set()
    if name in known:
        return Verdict.yes()
    return bears_a_name(name, said="到场的人", citation=citation)


def nobody_is_named(name: str, *, alone: bool, citation: str) -> Verdict:
    """Where nobody came there is no name of who came: the record would tell both."""
    return Verdict.when(
        not (alone and name.strip()),
        f"登记的是当事人不到场，不能又把“{name.strip()}”写成到场的人。",
        citation=citation,
        remedy="没有到场的，清空到场人的姓名；到场的，改选到场情况。",
    )


def is_whom_it_was_decided_on(executor: str, *, decided: str) -> Verdict:
    return Verdict.when(
        "".join(executor.split()) == "".join(decided.split()),
        f"决定书载明由“{decided}”实施，不能由“{executor}”实施。",
        citation=DECIDED,
        remedy="请由决定载明的人实施；确需更换的，依法撤销决定，重新催告、决定。",
    )
