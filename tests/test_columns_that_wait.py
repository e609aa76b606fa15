"""Every column that tells of waiting says in whose list it stands, or why nothing waits; held against the models."""

from django.apps import apps
from django.db import models

# every column that tells how far a row is: what stands open in it, or why nothing waits
COLUMNS: dict[str, str] = {
    "catalogues.Edition.status": "起草、退回、通过、报送：清单起草、清单退回修改、清单待施行、清单审核；施行、被替代为终局",
    "documents.Document.status": "草稿：文书待完成、文书退回修改；签批中：签批；已签发、已作废为终局",
    "disclosure.Release.state": "待整理、待审批：公示整理、公示审批；已公示、不公示、已撤回为终局，应当撤回的另列",
    "applications.Application.state": "草稿等申请人，到期清除；已提交的：网上申请待接收；已撤回的：网上撤回待登记；其余为终局",
    "publications.Publication.status": "公示件的状态由公示办理带动，不等人",
    "publications.Paper.state": "文书此后变成怎样，由案件带动，不等人",
}
ROWS: dict[str, str] = {
    "amendments.Adjustment": "依据调整",
    "recordings.Gap": "音像缺漏审定、音像缺漏重新说明",
    "recordings.Recording": "音像时间确认",
    "recordings.Upload": "音像未传完；七日未接续的由后台放弃",
    "reviews.Review": "法制审核",
    "cases.Overturn": "撤销变更审核、撤销变更决定",
    "cases.RecordCorrection": "登记更正审批",
    "cases.Suspension": "中止待恢复",
    "cases.Appraisal": "鉴定待收到",
    "cases.Recusal": "回避决定",
    "penalty.Deferral": "延期缴纳审批",
    "penalty.Referral": "移送审批、移交、公安机关答复待登记",
    "penalty.Preservation": "证据保存待实施、证据保存待处理",
    "coercion.Seizure": "查封扣押补办批准；其余随环节",
    "coercion.SeizedThing": "查封扣押财物待处理、查封扣押财物待交接",
    "coercion.Enforcement": "随环节：催告、代履行、费用",
    "coercion.Agreement": "日期是事实；协议期间由承办人查看履行",
    "levy.Lowering": "征收减免审批",
    "levy.Refund": "征收退费待退还",
    "levy.LevyApplication": "法院的答复由承办人登记，案件在缴款环节中",
    "applications.Application": "网上申请待接收；其余见状态",
    "applications.Message": "告知申请人的，日期是事实，不等人",
    "requisition.Requisition": "日期是事实；其余随环节",
    "requisition.RequisitionedThing": "随环节：没有返还、清点的离不开使用环节",
    "requisition.Objection": "征用异议待答复",
    "licensing.Licence": "日期是事实，不等人",
    "licensing.LicenceApplication": "网上补正待登记、网上撤回待登记；其余随环节",
    "licensing.InterestedView": "期限届满前离不开审查环节",
    "licensing.LicenceHearing": "随环节：没有放弃、没有终结的离不开听证环节",
    "licensing.TimeLeftOut": "随环节：没有结束的不能决定",
    "licensing.FollowUp": "许可后检查",
    "cases.Proceeding": "环节：由环节的岗位办理",
    "cases.Case": "随程序",
    "cases.StepVisit": "随环节",
    "cases.Assignment": "无人可办的：指派承办人",
    "cases.Partner": "同行执法确认",
    "cases.Plea": "随环节：未复核的离不开陈述申辩环节",
    "cases.Hearing": "随环节：听证环节由法制审核人员办理",
    "cases.Finding": "日期是事实，不等人",
    "cases.CaseParty": "出生日期，不等人",
    "catalogues.Remark": "随清单版本：退回修改",
    "documents.Document": "见状态",
    "documents.Service": "公告日期是事实，不等人",
    "catalogues.Edition": "见状态",
    "disclosure.Release": "见状态；应当撤回的列入撤回公示",
    "publications.Publication": "见状态",
    "publications.Paper": "有效期是事实，不等人",
    "cases.Joinder": "没有作出决定之前随时可以分案，不等人",
    "penalty.Correction": "随环节：未复查的离不开责令改正环节",
    "penalty.CourtAnswer": "随环节：执行",
    "penalty.Confiscation": "随环节：撤销后处理",
    "ledger.JointAct": "双人事项确认",
    "ledger.Witness": "停用日是事实，不等人",
    "coercion.Structure": "随环节：未复查、未认定的离不开其环节",
    "coercion.Entrusting": "责成由人民政府作出，承办人登记，案件在其环节中",
    "cases.Contest": "复议诉讼待答复；结果由他机关作出，承办人登记",
    "coercion.Auction": "随环节：拍卖结果由承办人登记",
    "coercion.CostsAtCourt": "法院的答复由承办人登记，案件在费用环节中",
    "coercion.Demolition": "随环节：公告、实施日",
    "coercion.LeftThing": "随环节：没有领取、提存的离不开财物环节",
}
BESIDE = {"kernel", "organisation", "statutes"}  # jobs, people and laws wait for no office


def test_every_column_that_tells_of_waiting_is_explained() -> None:
    states, rows = set(), set()
    for model in apps.get_models():
        if not model.__module__.startswith("sanzhi") or model._meta.app_label in BESIDE:
            continue
        label = model._meta.label
        states |= {
            f"{label}.{field.name}" for field in model._meta.fields if field.name in {"status", "state"}
        }
        kinds = (models.DateField, models.DateTimeField, models.BooleanField)
        rows |= {label for field in model._meta.fields if field.null and isinstance(field, kinds)}
    assert (states, rows) == (set(COLUMNS), set(ROWS))
