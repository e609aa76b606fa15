"""An illegal structure 违法建设: what it is, what the government ordered, how it came down, what was left.

平顶山市城乡规划建设管理条例 §§24–34; 城乡规划法 §§64, 68; 行政强制法 §44.
"""

from datetime import date
from decimal import Decimal

from django.db import models

from sanzhi.cases.models import Proceeding
from sanzhi.kernel.models import Recorded
from sanzhi.law.inventory import Thing


class Sort(models.TextChoices):
    """What can be done about it (平顶山市城乡规划建设管理条例 §§25–27)."""

    CORRECTABLE = "correctable", "尚可采取改正措施"
    REMOVABLE = "removable", "应当拆除"
    STAYS = "stays", "不能拆除"
    LAWFUL = "lawful", "不属于违法建设"


class Item(models.TextChoices):
    """平顶山市城乡规划建设管理条例 §25, §26, §27(1), item by item."""

    AGAINST_PERMIT = "25_1", "第二十五条第一项：取得许可证但未按许可证建设，限期改正能够符合许可要求"
    APPROVED_DESIGN = "25_2", "第二十五条第二项：未取得许可证即开工，但符合已经审定的设计方案"
    AGAINST_PLAN = (
        "26_1",
        "第二十六条第一项：未取得许可证，且不符合控制性详细规划的强制性内容或者超过规划条件",
    )
    BEYOND_PERMIT = "26_2", "第二十六条第二项：超过许可的建筑面积、高度，且超出合理误差"
    ON_FINISHED_SITE = "26_3", "第二十六条第三项：在已经竣工验收的用地范围内擅自新建、改建、扩建"
    ON_PUBLIC_LAND = "26_4", "第二十六条第四项：侵占道路、消防通道、广场、公共绿地等公共用地"
    BY_OTHER_LAW = "26_5", "第二十六条第五项：法律、法规规定应当拆除的其他情形"
    HARMS_OTHERS = "27_1", "第二十七条第一项：拆除可能损害无过错利害关系人或者重大公共利益"
    NO_TECHNIQUE = "27_2", "第二十七条第二项：现有技术或者地理环境不能拆除"
    UNSAFE = "27_3", "第二十七条第三项：拆除影响合法建筑或者相邻建筑的主体结构安全"
    PERMITTED = "40_1", "城乡规划法第四十条、第四十一条：已经取得规划许可，并按照许可建设"
    NEEDS_NONE = "40_2", "城乡规划法第四十条、第四十一条：依法不需要取得规划许可"


ARTICLES = {Sort.CORRECTABLE: "25_", Sort.REMOVABLE: "26_", Sort.STAYS: "27_", Sort.LAWFUL: "40_"}


class OrderClosure(models.TextChoices):
    """How a proceeding on an order to demolish ends."""

    SELF_REMOVED = "self_removed", "当事人自行拆除"
    REMOVED = "removed", "已经强制拆除"
    CORRECTABLE = "correctable", "尚可采取改正措施，另行处罚"
    STAYS = "stays", "不能拆除，另行处罚"
    NOT_ILLEGAL = "not_illegal", "不属于违法建设"
    NOT_OURS = "not_ours", "不由本机关管辖，已经移送"
    LAPSED = "given_up", "终结执行"


class Structure(Recorded):
    """The illegal structure 违法建设: whether its building stopped, of which sort it is, what was ordered."""

    proceeding = models.OneToOneField(
        Proceeding, models.PROTECT, related_name="structure", verbose_name="程序"
    )
    location = models.CharField("位置", max_length=200)
    kind = models.CharField("名称、结构", max_length=200)
    area = models.DecimalField("建筑面积（平方米）", max_digits=10, decimal_places=2)
    is_under_way = models.BooleanField("正在施工")
    defied_orally = models.BooleanField("口头制止后继续施工", default=False)
    stopped = models.BooleanField("已经停止", null=True)
    looked_on = models.DateField("复查日", null=True)
    looked_note = models.TextField("复查情况", blank=True)
    sort = models.CharField("认定", max_length=12, choices=Sort, blank=True)
    item = models.CharField("情形", max_length=4, choices=Item, blank=True)
    sort_reason = models.TextField("认定的事实", blank=True)
    heard_on = models.DateField("听证日（不能拆除的）", null=True)
    heard_note = models.TextField("听证意见（不能拆除的）", blank=True)
    duty = models.TextField("限期拆除的内容", blank=True)
    due_on = models.DateField("自行拆除的期限", null=True)
    referred_to = models.CharField("移送的机关", max_length=100, blank=True)
    referred_by = models.CharField("管辖依据", max_length=200, blank=True)
    referred_for = models.TextField("移送理由", blank=True)
    referred_on = models.DateField("批准移送日", null=True)
    removed_on = models.DateField("自行拆除日", null=True)
    removed_note = models.TextField("自行拆除的情况", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "违法建设"

    @property
    def text(self) -> str:
        return f"{self.location}的{self.kind}，建筑面积{self.area.normalize():f}平方米"


class Entrusting(Recorded):
    """What was reported to the government, and its written order 责成 (城乡规划法 §68; 平顶山条例 §24, §30)."""

    proceeding = models.OneToOneField(
        Proceeding, models.PROTECT, related_name="entrusting", verbose_name="程序"
    )
    reported_on = models.DateField("报告日")
    report_number = models.CharField("报告文号", max_length=80)
    late_for = models.TextField("超过报告期限的原因", blank=True)
    ordered_on = models.DateField("责成日", null=True)
    ordered_number = models.CharField("责成文号", max_length=80, blank=True)
    ordered_by = models.CharField("责成的人民政府", max_length=100, blank=True)
    ordered_what = models.TextField("责成的内容", blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "报告政府和书面责成"


class Demolition(Recorded):
    """A demolition by force 强制拆除: announced, its day told, carried out, the goods that were left (平顶山条例 §§30–33)."""

    proceeding = models.OneToOneField(
        Proceeding, models.PROTECT, related_name="demolition", verbose_name="程序"
    )
    remove_by_on = models.DateField("限定自行拆除的日期")
    clear_by_on = models.DateField("财物搬离的日期")
    posted_on = models.DateField("张贴日", null=True)
    posted_at = models.CharField("张贴地点", max_length=200, blank=True)
    media = models.CharField("发布的媒体", max_length=200, blank=True)
    media_on = models.DateField("媒体发布日", null=True)
    day = models.DateField("实施日", null=True)
    is_late_for = models.TextField("超过六十日的原因", blank=True)
    keeper = models.CharField("财物保管地点、保管人", max_length=200, blank=True)
    handed_over = models.BooleanField("清单和财物当场交付", default=False)
    called_on = models.DateField("招领公告发布日", null=True)
    called_where = models.CharField("招领公告发布处", max_length=200, blank=True)

    class Meta:
        verbose_name = verbose_name_plural = "强制拆除"


class LeftThing(Recorded):
    """Goods that the party had not moved out, by line of the list: given, fetched, or deposited (平顶山条例 §32)."""

    demolition = models.ForeignKey(Demolition, models.PROTECT, related_name="left", verbose_name="强制拆除")
    name = models.CharField("名称", max_length=100)
    spec = models.CharField("规格", max_length=100, blank=True)
    count = models.DecimalField("数量", max_digits=12, decimal_places=3)
    unit = models.CharField("单位", max_length=8)
    condition = models.CharField("完好程度", max_length=200)
    claimed_on = models.DateField("领取日", null=True)
    claimed_by = models.CharField("领取人", max_length=100, blank=True)
    deposited_on = models.DateField("提存日", null=True)
    deposited_with = models.CharField("提存机构", max_length=100, blank=True)
    voucher = models.CharField("领取、提存凭证号", max_length=40, blank=True)
    cost = models.DecimalField("提存、保管费用（元）", max_digits=14, decimal_places=2, null=True)

    class Meta:
        verbose_name = verbose_name_plural = "搬离的财物"
        ordering = ["id"]

    @property
    def thing(self) -> Thing:
        return Thing(self.name, self.spec, Decimal(self.count), self.unit, self.condition)

    @property
    def gone_on(self) -> date | None:
        return self.claimed_on or self.deposited_on
