"""Nobody is punished whose mind is known to be in doubt before it was found whether he knew what he did (行政处罚法 §31)."""

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.penalties import Mitigation
from sanzhi.penalty.grounds import Grounds
from sanzhi.penalty.proofs import proofs_to_choose


def proofs_of_ability(proceeding: Proceeding) -> list[tuple[int, str]]:
    """To choose from where a mind is in doubt; elsewhere nobody is asked."""
    party = proceeding.respondent
    return proofs_to_choose(proceeding) if party is not None and party.is_incapable else []


def capacity_is_weighed(proceeding: Proceeding, *, grounds: Grounds) -> Verdict:
    """Lighter or reduced by §31, or found on evidence to have been able to tell and to control.

    How it is now (民法典 §21, §22) says nothing of how it was then: 间歇性精神病人 is punished for what he did while sane.
    """
    party = proceeding.respondent
    clouded = Mitigation.CLOUDED in {grounds.lighter, grounds.mitigation}
    return Verdict.when(
        party is None or not party.is_incapable or clouded or grounds.able_by,
        "当事人登记为不能辨认或者不能完全辨认自己行为，违法时能否辨认、控制自己的行为尚未查明，不能处罚。",
        citation="行政处罚法第三十一条、第四十条",
        remedy=(
            "请查明：不能辨认或者不能控制的，提出不予处罚并责令监护人看管、治疗；尚未完全丧失的，以第三十一条从轻或者减轻；"
            "能够辨认和控制的，选择证明这一点的证据。当场不能查清的，转为普通程序。"
        ),
    ) & Verdict.when(
        not grounds.able_by or (party is not None and party.is_incapable and not clouded),
        "选择了证明当事人能够辨认、控制自己行为的证据，当事人却没有登记为不能辨认自己行为，或者同时以第三十一条从轻、减轻。",
        citation="行政处罚法第三十一条",
        remedy="请去掉这些证据，或者更正当事人的登记、从轻减轻的事由。",
    )
