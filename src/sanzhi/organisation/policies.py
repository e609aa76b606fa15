"""Who may do what in the organisation, and who may enforce on a given day."""

from collections.abc import Iterable
from datetime import date

from sanzhi.kernel.actor import SYSTEM_ROLE, Actor
from sanzhi.kernel.db import rows_of
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.days import chinese_date
from sanzhi.organisation.models import Authority, Certificate, Employment, Officer
from sanzhi.organisation.roles import KEEPERS, Role

LAW = "河南省行政执法条例第二十条"


def may_administer(actor: Actor, authority: str = "") -> Verdict:
    """`authority`: the code of the one that is changed; empty for what belongs to the installation."""
    own = not authority or actor.authority == authority or actor.has(SYSTEM_ROLE)
    if own and actor.has(Role.ADMINISTRATOR, SYSTEM_ROLE):
        return Verdict.yes()
    if authority and not Officer.objects.filter(authority__code=authority).exists():
        return Verdict.no(
            "这一机关还没有人员，别的机关不能替它设立科室、任命人员。",
            remedy="请由最先设立的机关的系统管理员和安全管理员在服务器上用 manage.py establish 任命它的首任管理人员。",
        )
    return Verdict.no("只有本机关的系统管理员可以维护机构、人员和证件。", remedy="请联系系统管理员。")


def is_own_name(username: str, authority: Authority) -> Verdict:
    """Sign-in names are of one installation: each authority after the first has its own ending, the first has none.

    So nobody meets a name of another authority, and none is told that one is taken there.
    """
    ending = username.rpartition(".")[2].casefold()
    codes = list(Authority.objects.order_by("pk").values_list("code", flat=True))
    if authority.code == codes[0]:
        others = {code.casefold() for code in codes[1:]}
        return Verdict.when(
            "." not in username or ending not in others, f"以“.{ending}”结尾的登录名留给另一机关。"
        )
    own = authority.code.casefold()
    return Verdict.when(
        username.endswith(f".{own}"), f"本系统由多个机关共用，本机关的登录名须以“.{own}”结尾。"
    )


def may_keep(actor: Actor) -> bool:
    """Whether the pages of people and of joint acts are this person's."""
    return actor.has(*KEEPERS)


def may_watch(actor: Actor) -> bool:
    """Who looked and who signed in is the auditor's to see."""
    return actor.has(Role.AUDITOR)


def may_change(actor: Actor, officer: Officer) -> Verdict:
    """Nobody of another authority changes a person of ours."""
    return Verdict.when(
        actor.has(SYSTEM_ROLE) or actor.authority == officer.authority.code,
        "只有本机关可以调整本机关的人员。",
    )


def offices_fit(name: str, roles: Iterable[Role], *, is_lawyer: bool) -> Verdict:
    """Whether one person may hold these offices together, and each of them at all."""
    held = set(roles)
    # 行政处罚法 §58: 初次从事法制审核的人员应当通过国家统一法律职业资格考试
    return (
        Verdict.when(
            Role.LEGAL_REVIEWER not in held or is_lawyer,
            f"{name}没有法律职业资格，不得担任法制审核人员。",
            citation="行政处罚法第五十八条",
        )
        & Verdict.when(
            len(held) == 1 or not held & KEEPERS,
            "系统管理员、安全管理员、安全审计员由三人分别担任，不得兼任其他岗位。",
            remedy="请只选一个岗位，或者另定人选。",
        )
        & Verdict.when(
            len(held) == 1 or Role.SUPERVISOR not in held,
            "执法监督人员属司法行政部门，不得兼任本机关的岗位。",
            citation="国办发〔2018〕118号",
            remedy="请只选一个岗位，或者另定人选。",
        )
    )


def keeps_common(actor: Actor) -> Verdict:
    """What all authorities of an installation share, laws and calendar, is kept by the first of them."""
    first = Authority.objects.order_by("pk").first()
    return Verdict.when(
        actor.has(SYSTEM_ROLE) or first is None or first.code == actor.authority,
        f"机关名录、法律法规、工作日历和本机时钟由{first}统一维护，供本系统各机关共用。",
        remedy="请联系该机关的政策法规科或者系统管理员。",
    )


def presides(officer: int | None) -> Verdict:
    """Is he or she the head in chief, or the deputy who presides meanwhile (移送规定 §5: 正职负责人或者主持工作的负责人)?"""
    found = Officer.objects.filter(pk=officer or 0).first()
    chief = found and (not found.position.startswith("副") or "主持工作" in found.position)
    return Verdict.when(
        chief,
        "移送涉嫌犯罪案件由本机关正职负责人或者主持工作的负责人审批。",
        citation="行政执法机关移送涉嫌犯罪案件的规定第五条",
    )


def may_enforce(officer: Officer, day: date, *, by: Certificate | None = None) -> Verdict:
    """May `officer` take part in a case on `day`? Every missing condition, each with its article (F3-01).

    `by`: a certificate at hand; another one is looked for only where it does not hold on the day.
    """
    held = by is not None and is_valid_on(by, day)
    certificates = (by,) if by is not None and held else rows_of(officer.certificates)
    verdict = Verdict.when(
        officer.left_on is None or day < officer.left_on, f"{officer.name}已离岗。", citation=LAW
    )
    verdict &= Verdict.when(officer.roles, f"{officer.name}的岗位尚未确认，不得从事执法活动。", citation=LAW)
    verdict &= Verdict.when(
        officer.employment == Employment.ESTABLISHED,
        f"{officer.name}不是在编在职人员（{Employment(officer.employment).label}），不得从事执法活动。",
        citation=LAW,
    )
    verdict &= Verdict.when(
        officer.qualified_on is not None and officer.qualified_on <= day,
        f"{officer.name}未经执法资格考试合格，不得从事执法活动。",
        citation=LAW,
        remedy="请先参加资格考试，合格后由管理员登记。",
    )
    return verdict & _certificate_verdict(officer, certificates, day=day)


def _certificate_verdict(officer: Officer, certificates: tuple[Certificate, ...], *, day: date) -> Verdict:
    if any(is_valid_on(certificate, day) for certificate in certificates):
        return Verdict.yes()
    if not certificates:
        return Verdict.no(f"{officer.name}没有行政执法证。", LAW, remedy="请由管理员登记其证件。")
    latest = max(certificates, key=lambda certificate: certificate.valid_until)
    if latest.suspended_on and latest.suspended_on <= day:
        return Verdict.no(
            f"{officer.name}的执法证{latest.number}已被暂扣（{latest.suspended_reason}）。", LAW
        )
    return Verdict.no(
        f"{officer.name}的执法证{latest.number}在{chinese_date(day)}不在有效期内（有效期至{chinese_date(latest.valid_until)}）。",
        LAW,
        remedy="请换发证件后再指派，或另派人员。",
    )


def is_valid_on(certificate: Certificate, day: date) -> bool:
    in_time = certificate.issued_on <= day <= certificate.valid_until
    return in_time and not (certificate.suspended_on and certificate.suspended_on <= day)
