"""What may be done with an application, and what speaks against what was filled in. Each no cites its article."""

from collections.abc import Sequence
from datetime import date

from sanzhi.applications.models import (
    ApplicantKind,
    Application,
    IdKind,
    Material,
    MessageKind,
    Progress,
    State,
)
from sanzhi.applications.shapes import Applicant
from sanzhi.kernel.questions import objection, plain
from sanzhi.kernel.text import says_something
from sanzhi.kernel.verdict import Verdict
from sanzhi.law.identity import check_identity_number, is_a_residents

OTHER = "其他材料"
MOST_OF_ONE = 10  # files of one material
MOST_FILES = 40  # of one application
MOST_BYTES = 120 << 20
UNDECIDED = {Progress.RECEIVED, Progress.CORRECTING, Progress.CORRECTED, Progress.ACCEPTED}
TOLD = {MessageKind.CORRECTION, MessageKind.ACCEPTED, MessageKind.NOT_ACCEPTED}


def is_draft(row: Application) -> Verdict:
    return Verdict.when(
        row.state == State.DRAFT,
        f"申请{row.get_state_display()}，不能再改。",
        remedy="要改的，撤回后重新申请。",
    )


def is_unchanged(row: Application, version: int) -> Verdict:
    return Verdict.when(
        row.version == version,
        "这件申请在另一个页面上改过，您刚才填的还没有保存。",
        remedy="请核对下面的内容，再保存一次。",
    )


def is_filed(row: Application) -> Verdict:
    return Verdict.when(row.state == State.FILED, f"申请{row.get_state_display()}，不能这样办理。")


def may_reply(row: Application) -> Verdict:
    return is_filed(row) & Verdict.when(
        row.progress == Progress.CORRECTING, "现在没有等待补正的内容。", citation="行政许可法第三十二条"
    )


def may_upload(row: Application) -> Verdict:
    """While it is written, and while a correction is awaited."""
    return is_draft(row) if row.state != State.FILED else may_reply(row)


def may_withdraw(row: Application) -> Verdict:
    return is_filed(row) & Verdict.when(
        row.progress in UNDECIDED, f"申请{row.get_progress_display()}，不能撤回。"
    )


def has_room(row: Application, wanted: str, *, size: int) -> Verdict:
    files = list(Material.objects.filter(application=row.pk).values_list("wanted", "size"))
    same = sum(word == wanted for word, _ in files)
    return (
        Verdict.when(
            same < MOST_OF_ONE, f"“{wanted}”已经有{MOST_OF_ONE}份文件，一种材料最多{MOST_OF_ONE}份。"
        )
        & Verdict.when(len(files) < MOST_FILES, f"这件申请已经有{MOST_FILES}份文件，最多{MOST_FILES}份。")
        & Verdict.when(
            sum(taken for _, taken in files) + size <= MOST_BYTES,
            f"这件申请的文件合计最多{MOST_BYTES >> 20}兆字节。",
            remedy="请压缩照片，或者把其余材料交到窗口。",
        )
    )


def is_wanted(row: Application, wanted: str) -> Verdict:
    # 行政许可法 §31: nothing may be demanded that has nothing to do with the licence
    return Verdict.when(
        wanted in {*row.wanted, OTHER}, "服务指南没有要求这种材料。", citation="行政许可法第三十一条"
    )


def answers_can_be(row: Application, answers: Sequence[str], *, on: date) -> Verdict:
    """What is answered lies in the range that the guide says; what is left empty hinders nothing (行政许可法 §32)."""
    verdict = Verdict.yes()
    for question, answer in zip(row.ranges, answers, strict=False):
        wrong = objection(question, answer, on=on)
        remedy = "请核对后重新填写；暂时不清楚的可以先空着。"
        verdict &= Verdict.when(not wrong, wrong, citation="行政许可法第三十一条", remedy=remedy)
    return verdict


def plain_answers(row: Application, answers: Sequence[str]) -> list[str]:
    """As they are kept: figures and days in narrow digits."""
    return [plain(question, answer) for question, answer in zip(row.ranges, answers, strict=False)]


def can_be(said: Applicant, *, on: date) -> Verdict:
    """What is filled in is right in itself; whose it is, the authority examines."""
    total = Verdict.when(
        not said.credit_code or not is_a_residents(said.credit_code),
        "这是居民身份证号码，不是统一社会信用代码。",
    )
    if said.id_number and said.id_kind != IdKind.OTHER:
        total &= _is_residents(said.id_number, whose="", on=on)
    if said.agent_id_number:
        total &= _is_residents(said.agent_id_number, whose="代理人的", on=on)
    return total & Verdict.when(
        not (said.agent and said.agent == said.name),
        "代理人和申请人是同一人。",
        remedy="本人办理的不填代理人。",
    )


def _is_residents(number: str, *, whose: str, on: date) -> Verdict:
    read = check_identity_number(number, on=on)
    return Verdict.when(not isinstance(read, str), f"{whose}{read}")


def is_signed(row: Application) -> Verdict:
    """Who applies and how to reach them: without it nobody can be told anything."""
    law = "行政许可法第二十九条"
    total = Verdict.when(row.kind, "没有选择申请人类别。", citation=law)
    total &= Verdict.when(says_something(row.name), "没有填写申请人。", citation=law)
    total &= Verdict.when(
        says_something(row.phone) or says_something(row.address), "电话和地址至少填一项，否则无法告知您。"
    )
    is_person = row.kind in {ApplicantKind.PERSON, ""}
    total &= Verdict.when(
        row.id_number if is_person else row.credit_code,
        "没有填写证件号码。" if is_person else "没有填写统一社会信用代码。",
        citation=law,
    )
    # 行政许可法 §29: an agent may file, unless the applicant must come in person
    return total & Verdict.when(
        not row.agent or row.agent_power, "有代理人的，应当写明代理权限。", citation=law
    )


def is_first_correction(row: Application) -> Verdict:
    return Verdict.when(
        not row.messages.filter(kind=MessageKind.CORRECTION).exists(),
        "需要补正的内容已经一次告知，不得再次要求补正。",
        citation="行政许可法第三十二条",
    )
