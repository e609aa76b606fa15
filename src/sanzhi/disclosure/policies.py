"""Who prepares, who approves; two people, so that nobody publishes alone (F11-15). And what may go public at all."""

from collections.abc import Iterable

from sanzhi.cases import queries as cases
from sanzhi.cases.changed import change_of
from sanzhi.cases.contests import outcome_entered
from sanzhi.cases.models import PartyKind
from sanzhi.cases.policies import is_not_recused
from sanzhi.disclosure.changed import tells_the_change
from sanzhi.disclosure.copy import Finding, findings, leaks, leaks_of_notice, to_be_read
from sanzhi.disclosure.faithful import is_readable, says_no_more
from sanzhi.disclosure.models import Ground, Release, State
from sanzhi.disclosure.queries import is_of_minor, may_be_of_minor, respondent_of
from sanzhi.kernel import clock, judged
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.judged import digest
from sanzhi.kernel.verdict import Reason, Verdict
from sanzhi.organisation.roles import Role

LAW = "河南省行政执法公示办法"
PRIVACY = "行政处罚法第五十条；政府信息公开条例第十五条"
MINORS = "未成年人保护法第一百零三条；行政处罚法第四十八条"


def may_prepare(actor: Actor) -> Verdict:
    return Verdict.when(
        actor.has(Role.DISCLOSURE_CLERK), "公示文本由公示员整理，您没有这一岗位。", citation=LAW
    )


def may_compare(actor: Actor) -> bool:
    """Who prepares or approves reads the original beside the copy; others have no need of it here."""
    return actor.has(Role.DISCLOSURE_CLERK, Role.BUREAU_HEAD, Role.LEGAL_REVIEWER)


def approves(actor: Actor) -> bool:
    """Who may ever approve; others need no reasons why not."""
    return actor.has(Role.BUREAU_HEAD, Role.LEGAL_REVIEWER)


def may_exempt(actor: Actor, release: Release) -> Verdict:
    """The head alone; but of what went public and was taken down another head than who took it down."""
    return (
        Verdict.when(actor.has(Role.BUREAU_HEAD), "不予公示须由机关负责人决定。", citation=LAW)
        & is_not_recused(actor, release.case)
        & Verdict.when(
            release.taken_down_by != actor.key,
            "自己撤回的公示，没有另一人确认，不能由自己决定不予公示。",
            citation="行政处罚法第四十八条",
            remedy="请机关负责人或者法制机构的另一人确认撤回，或者由另一名机关负责人决定。",
        )
    )


def may_approve(actor: Actor, release: Release) -> Verdict:
    verdict = Verdict.when(
        approves(actor),
        "公示由机关负责人或者法制机构审批，您没有这一岗位。",
        citation=LAW,
    )
    return (
        verdict
        & is_not_recused(actor, release.case)
        & Verdict.when(
            release.preparer != actor.key,
            "整理公示文本的人不能自己审批。",
            citation=LAW,
            remedy="请由另一人审批。",
        )
        & Verdict.when(
            not release.waits_for_a_second_look or release.taken_down_by != actor.key,
            "自己撤回的，由另一人确认，重新公示也由另一人审批。",
            citation="行政处罚法第四十八条",
            remedy="请机关负责人或者法制机构的另一人办理。",
        )
    )


def may_judge_withdrawal(actor: Actor, release: Release) -> Verdict:
    """Of those who may take a copy down, another than who did."""
    return may_approve(actor, release) & Verdict.when(
        release.waits_for_a_second_look, "没有等待确认的撤回。", citation="行政处罚法第四十八条"
    )


def is_in(release: Release, *states: State) -> Verdict:
    return _stands(release, release.state in states)


def is_before_publication(release: Release) -> Verdict:
    """A text is being prepared or waits for approval; what was taken down may be prepared anew while it stands."""
    is_open = release.state in {State.WAITING, State.SUBMITTED, State.WITHDRAWN} or was_kept_for_the_change(
        release
    )
    return _stands(release, is_open and not release.is_correction)


def was_kept_for_the_change(release: Release) -> bool:
    """It never went public, only because it was changed before: it may, as it now stands."""
    is_exempt = release.state == State.EXEMPT and release.ground == Ground.OVERTURNED
    return is_exempt and change_of(release.decision) is not None


def is_public(release: Release) -> Verdict:
    """The public reads a copy, whether or not a correction of it waits."""
    return _stands(release, release.state == State.PUBLISHED or release.is_correction)


def is_live(release: Release) -> Verdict:
    copy = release.publication
    return Verdict.when(
        copy is None or copy.is_on_show,
        f"该公示件{copy.state_caption if copy else ''}，不能更正。",
        citation="行政处罚法第四十八条",
    )


def is_of_standing_decision(release: Release) -> Verdict:
    """What was overturned does not go public, nor is its copy made better: it is withdrawn (行政处罚法 §48(2)).

    A decision that was changed goes public as it now stands, once no copy tells it as it was.
    """
    rows = [row.get_kind_display() for row in cases.overturns(release.proceeding) if row.decided_on]
    is_changed = change_of(release.decision) is not None and not is_public(release)
    return Verdict.when(
        not rows or is_changed or tells_the_change(release),
        f"该决定已被{'、'.join(dict.fromkeys(rows))}，不能公示或者更正公示。",
        citation="行政处罚法第四十八条第二款",
        remedy="请撤回公示。" if release.publication_id else "",
    )


def ground_holds(release: Release, ground: Ground) -> Verdict:
    """Whether this decision may stay inside, or be taken down, on this ground (行政处罚法 §48; 河南省社会信用条例 §13)."""
    decision = release.decision
    of_person = respondent_of(decision).kind != PartyKind.ORGANISATION
    return (
        Verdict.when(
            ground != Ground.SIMPLIFIED or (decision.is_simplified and of_person),
            "本案不是对自然人适用简易程序的处罚，不能以此为由不公示。",
            citation="河南省社会信用条例第十三条",
        )
        & Verdict.when(
            ground != Ground.MINOR or may_be_of_minor(decision),
            "被处罚人违法时已满十八周岁，不能以未成年为由不公示。",
            citation=MINORS,
        )
        & Verdict.when(
            ground != Ground.OVERTURNED
            or not outcome_entered(release.proceeding)
            or (cases.overturn_of(release.proceeding) and not tells_the_change(release)),
            "本案决定没有被撤销、变更、确认违法或者无效，不能以此为由不公示、撤回公示。",
            citation="行政处罚法第四十八条第二款",
            remedy="公示文本有误的，请更正公示；决定有误的，请先依法撤销、变更。",
        )
    )


def _stands(release: Release, holds: bool) -> Verdict:
    return Verdict.when(
        holds,
        f"该公示现为“{release.state_caption}”，不能这样办理。",
        remedy="如页面已陈旧，请刷新。",
    )


def is_publishable(release: Release, content: list[tuple[str, str]]) -> Verdict:
    """Not against a minor, nothing that leaks, and nothing that the decision does not say."""
    decision = release.decision
    found = leaks(decision, content)
    return (
        is_not_of_minor(release)
        & is_of_standing_decision(release)
        & outcome_entered(release.proceeding)
        & says_no_more(decision, content)
        & Verdict(tuple(Reason(sentence, PRIVACY) for sentence in found))
    )


def to_confirm(release: Release, content: list[tuple[str, str]]) -> list[Finding]:
    """What a person must judge: what has the look of something private and may still be public, and what people worded."""
    judged = [row for row in findings(release.decision, content) if not row.shape.must_go]
    return judged + to_be_read(release.decision, content)


def is_confirmed(release: Release, content: list[tuple[str, str]], *, keys: Iterable[str]) -> Verdict:
    """It was judged, each by itself and in this very text: by who prepared it and by who approves it."""
    known = frozenset(keys)
    return Verdict(
        tuple(
            _unread(row) if row.is_whole else _unjudged(row)
            for row in to_confirm(release, content)
            if row.key not in known
        )
    )


def _unread(row: Finding) -> Reason:
    return Reason(
        f"“{row.caption}”的全文没有确认已经逐字读过。",
        PRIVACY,
        "标出的不是全部：请读完全文，没有可以认出个人的内容的勾选确认，有的遮盖或者退回。",
    )


def _unjudged(row: Finding) -> Reason:
    return Reason(
        f"“{row.caption}”中的“{row.words}”（{row.shape.title}）没有核对确认。",
        PRIVACY,
        "请对照原文逐处核对：可以公开的勾选确认，不宜公开的遮盖或者退回。",
    )


def is_public_reason(release: Release, words: str) -> Verdict:
    """A reason stands on the public site beside the number of the decision: it says something, and names nobody."""
    return Verdict.when(
        is_readable(words),
        "公开的理由没有任何可读的文字。",
        citation="行政处罚法第四十八条",
        remedy="请写明理由。",
    ) & Verdict(
        tuple(
            Reason(sentence, PRIVACY, "请改写理由，不写个人信息。")
            for sentence in leaks_of_notice(release.decision, words)
        )
    )


def is_not_of_minor(release: Release) -> Verdict:
    """Masked or not: who did it can be guessed from the rest."""
    return Verdict.when(
        not is_of_minor(release.decision),
        "被处罚人违法时不满十八周岁，处罚决定不得公示，隐去姓名的也不得公示。",
        citation=MINORS,
        remedy="请撤回公示。"
        if release.publication_id
        else "请由机关负责人依法不予公示，事由选“被处罚人是未成年人”。",
    )


def digest_of(release: Release, rows: list[tuple[str, str]]) -> str:
    """Of a text as it stands on the page of who approves it, with the reason that goes public beside it."""
    return digest([list(row) for row in rows], release.correction_reason)


def withdrawal_digest(release: Release) -> str:
    """Of what one took down and another judges."""
    return digest(release.state, release.ground, release.ground_text, release.taken_down_by)


def is_as_read(release: Release, rows: list[tuple[str, str]], *, seen: str) -> Verdict:
    """What is approved or returned is what was read; `seen` is empty where no page was shown."""
    return judged.is_as_read(seen or None, digest_of(release, rows), what="公示文本", citation=LAW)


def is_taken_down_as_read(release: Release, seen: str) -> Verdict:
    return judged.is_as_read(seen or None, withdrawal_digest(release), what="撤回公示的登记", citation=LAW)


def is_in_time(release: Release, delay_reason: str) -> Verdict:
    """Late is late, but never would be worse: who approves late says why."""
    return Verdict.when(
        not is_late(release) or len(delay_reason.strip()) >= 5,
        f"公示期限{release.due_on.year}年{release.due_on.month}月{release.due_on.day}日已过。",
        citation="国办发〔2018〕118号",
        remedy="请写明逾期公示的原因（至少五个字）后批准。",
    )


def is_late(release: Release) -> bool:
    """Whether the first copy would come after the term; a correction has none, nor what was put back."""
    return release.term is not None and clock.today() > release.term
