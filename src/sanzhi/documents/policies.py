"""Who may sign, and whether a document is in the state that a verb wants."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.conf import settings

from sanzhi.documents.filling import Flaw
from sanzhi.documents.models import Document, Service, ServiceMethod, Status
from sanzhi.documents.queries import Place, form, issued_on, places_of, role_caption
from sanzhi.kernel.actor import Actor
from sanzhi.kernel.addresses import leads_anywhere
from sanzhi.kernel.db import rows_where
from sanzhi.kernel.verdict import Reason, Verdict

SHORTEST = 5  # signs of the number of an answer: 建议
PUBLIC_NOTICE_DAYS = timedelta(days=30)  # 民事诉讼法 §95


def is_in_state(document: Document, *states: Status) -> Verdict:
    wanted = "或者".join(state.label for state in states)
    return Verdict.when(
        document.status in states,
        f"《{document.title}》现为“{Status(document.status).label}”，只有{wanted}的文书可以这样办理。",
        remedy="请刷新页面查看最新状态。",
    )


def can_be_looked_up() -> Verdict:
    """The QR code of a paper leads to the public site: where nobody has said where that is, it would lead nowhere for ever."""
    url = settings.SANZHI_PUBLIC_URL
    return Verdict.when(
        leads_anywhere(url) or (settings.SANZHI_DEMO and url),
        "没有设置公示网的外部地址，文书二维码无处可查，不能制发文书。"
        if not url
        else f"公示网的外部地址设为{url}，别人的手机打不开，不能制发文书。",
        remedy="请系统管理员把 SANZHI_PUBLIC_URL 设为公众能打开的网址（如 https://zhifa.example.gov.cn），重启后再制发。",
    )


def is_complete(found: Iterable[Flaw]) -> Verdict:
    """Every flaw as a reason with its article."""
    return Verdict(tuple(Reason(flaw.sentence, flaw.article) for flaw in found))


def may_sign(actor: Actor, document: Document, *, place: Place | None) -> Verdict:
    """May `actor` fill `place`? One person fills only one place of a paper, in whatever office."""
    if place is None:
        return is_in_state(document, Status.SIGNING)
    verdict = Verdict.when(
        actor.officer_id is not None and actor.has(place.role),
        f"现在应由{role_caption(place.role)}签署（{place.caption}），您没有这一岗位。",
    )
    taken = [row.signature.officer_id for row in places_of(document) if row.signature]
    return verdict & Verdict.when(
        actor.officer_id not in taken,
        "您已经签署，应由另一名人员签署；同一人不能以两种职务签署一份文书。",
        citation="行政处罚法第四十二条、第五十七条",
    )


def may_return(actor: Actor, document: Document, *, place: Place | None) -> Verdict:
    """Whoever is to sign now may send it back; so may the heads of the squad or the bureau."""
    if place is None:
        return is_in_state(document, Status.SIGNING)
    return Verdict.when(
        actor.has(place.role, "squad_leader", "bureau_head"),
        f"只有{role_caption(place.role)}或者负责人可以退回。",
    )


def is_lawful_service(document: Document, service: Service, *, today: date) -> Verdict:
    """Does the service record hold (行政处罚法 §61, 民事诉讼法 §88–§95)?"""
    verdict = is_in_state(document, Status.ISSUED)
    verdict &= Verdict.when(
        form(document.form).nature == "external", f"《{document.title}》不是送达当事人的文书。"
    )
    verdict &= Verdict.when(
        service.corrects_id or not rows_where(Service, document=document.pk),
        f"《{document.title}》已经登记过送达。",
        citation="行政处罚法第六十一条",
        remedy="登记有误的，请更正送达登记；须再次告知的，请另行制作文书。",
    )
    issued, announced = issued_on(document), service.method == ServiceMethod.PUBLIC_NOTICE
    done_on = service.published_on if announced and service.published_on else service.served_on
    verdict &= Verdict.when(
        issued is None or issued <= done_on <= today,
        "公告发出日应不早于签发日、不晚于今天。" if announced else "送达日应不早于签发日、不晚于今天。",
    )
    return verdict & METHODS[ServiceMethod(service.method)](document, service)


def _direct(document: Document, service: Service) -> Verdict:
    return Verdict.when(
        service.received_by,
        "直接送达应当填写收件人。",
        citation="民事诉讼法第八十八条",
        remedy="由本人、同住的成年家属或者单位负责收件的人签收。",
    )


def _left(document: Document, service: Service) -> Verdict:
    return Verdict.when(
        service.witness or service.recording_sha256,
        "留置送达应当有见证人签名，或者以拍照、录像记录送达过程。",
        citation="民事诉讼法第八十九条",
        remedy="请填写见证人，或者上传送达录像。",
    ) & Verdict.when(service.note, "留置送达应当写明拒收的事由。", citation="民事诉讼法第八十九条")


def _postal(document: Document, service: Service) -> Verdict:
    return Verdict.when(
        service.receipt_number,
        "邮寄送达应当填写回执（邮件）号，送达日以回执上注明的收件日期为准。",
        citation="民事诉讼法第九十一条",
    )


def _electronic(document: Document, service: Service) -> Verdict:
    """Whether this party has agreed to it, the case knows (行政处罚法 §61)."""
    return Verdict.yes()


def _entrusted(document: Document, service: Service) -> Verdict:
    return Verdict.when(
        len(service.receipt_number) >= SHORTEST and service.received_by,
        "委托送达应当填写签收人和受托机关寄回的送达回证（复函）文号，送达日以其上注明的签收日期为准。",
        citation="民事诉讼法第九十一条",
        remedy="请按受托机关寄回的送达回证填写。",
    )


def _forwarded(document: Document, service: Service) -> Verdict:
    return Verdict.when(
        len(service.receipt_number) >= SHORTEST and service.received_by,
        "转交送达应当填写签收人和转交单位寄回的送达回证文号，送达日以其上注明的签收日期为准。",
        citation="民事诉讼法第九十四条",
        remedy="请按转交单位寄回的送达回证填写。",
    )


def _public_notice(document: Document, service: Service) -> Verdict:
    verdict = Verdict.when(
        service.note, "公告送达应当在案卷中记明原因和经过。", citation="民事诉讼法第九十五条"
    )
    return verdict & Verdict.when(
        service.published_on is not None and service.served_on == service.published_on + PUBLIC_NOTICE_DAYS,
        "公告送达自发出公告之日起经过三十日视为送达，请填写公告发出日。",
        citation="民事诉讼法第九十五条",
    )


METHODS = {
    ServiceMethod.DIRECT: _direct,
    ServiceMethod.LEFT: _left,
    ServiceMethod.POSTAL: _postal,
    ServiceMethod.ELECTRONIC: _electronic,
    ServiceMethod.ENTRUSTED: _entrusted,
    ServiceMethod.FORWARDED: _forwarded,
    ServiceMethod.PUBLIC_NOTICE: _public_notice,
}
