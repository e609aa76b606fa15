"""What has the look of a private number, a home, a child is found, however it is written; ordinary text is not."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanzhi.law.ages import least
from sanzhi.law.homes import ways_to_write
from sanzhi.law.private_shapes import masked, shapes, squeezed
from sanzhi.law.redaction import mask_identifiers

ON = date(2026, 9, 1)
WIDE = str.maketrans("0123456789X", "０１２３４５６７８９Ｘ")
WRITTEN = str.maketrans("0123456789", "〇一二三四五六七八九")
GAPS = st.sampled_from(["", " ", "\u3000", "-", ".", "\u200b", "\u200b ", "·", "－", "_", "\u00ad", "\ufeff"])
NUMBERS = st.sampled_from(
    [
        "990000199001011230",
        "99000019900101123X",
        "990000900101123",
        "13800001111",
        "8613800001111",
        "03751234567",
        "6222000011112222333",
        "6222000011112222",
    ]
)


@given(NUMBERS, st.data(), st.sampled_from([str.maketrans("", ""), WIDE, WRITTEN]))
def test_a_number_is_found_with_anything_between_any_digits(
    number: str, data: st.DataObject, script: dict[int, int]
) -> None:
    gaps = [data.draw(GAPS) for _ in number]
    written = "".join(digit + gap for digit, gap in zip(number, gaps, strict=True)).translate(script)
    text = f"当事人号码{written}，罚款2000元。"
    left = masked(text)
    assert squeezed(number) not in squeezed(left) and left.endswith("，罚款2000元。")
    assert not [row for row in shapes(left) if row.must_go]


@given(st.text("0123456789 -.年月日元号路张三岁于生XA其妻患病班学高一就读中二小", max_size=60))
def test_what_was_masked_has_nothing_left_that_must_go(text: str) -> None:
    assert not [row for row in shapes(masked(text, on=ON), on=ON) if row.must_go]
    assert all(text[row.start : row.end] for row in shapes(text, on=ON))


@pytest.mark.parametrize("gap", ["", " ", "\u3000", "\u200b", "-", "·", ". ", "\u2060"])
def test_a_name_is_masked_with_anything_between(gap: str) -> None:
    assert mask_identifiers(f"当事人{gap.join('王小明')}到场", names=("王小明",)) == "当事人王某某到场"


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("身份证990000199001011234（校验位不对）", "身份证***（校验位不对）"),
        ("逐位写1、3、8、0、0、0、0、1、1、1、1联系", "逐位写***联系"),
        ("家住演示路 12 号", "家住演示路**号"),
        ("家住演示巷12弄3号", "家住演示巷12弄**号"),
        ("家住演示小区3-2-501", "家住演示小区**号"),
        ("家住演示花园Ａ座1203室", "家住演示花园**号"),
        ("家住演示小区八栋三单元五〇一室", "家住演示小区**号"),
        ("住3号楼2单元501室", "住**号"),
        ("车牌豫 D·1 2 3 4 5", "车牌豫D***45"),
        ("车牌豫d12345f", "车牌豫D***5F"),
        ("邮箱nobody@example.com", "邮箱***"),
        ("微信号：nobody_2026", "微信号：***"),
        ("办公电话：6666888", "办公电话：***"),
        ("系舞钢市演示中学高一（3）班学生", "系***学生"),
        ("就读于演示小学五年级", "就读于***"),
        ("年仅16周岁", "年仅***"),
        ("现年十六岁", "现年***"),
        ("2010年3月5日出生", "***"),
        ("出生于2010.03.05的少年", "***的少年"),
        ("电话13800001111 2026年", "电话*** 2026年"),
        ("住演示国际12-1203室", "住演示国际**号"),
        ("演示里12-3-401", "演示里**号"),
        ("住1号楼1203", "住**号"),
        ("住演示村第5村民组", "住演示村**号"),
        ("住演示村第五村民组12号", "住演示村**号"),
        ("住演示路甲15号", "住演示路**号"),
        ("住演示路15之2", "住演示路**号"),
        ("住三栋二单元五零一", "住**号"),
        ("台胞证12345678", "台胞证***"),
        ("证件号码:H12345678", "证件号码:***"),
        ("支付宝账号zhang88", "支付宝账号***"),
        ("QQ12345", "QQ***"),
        ("卡号尾号8000", "卡号尾号***"),
        ("电话138、0013、8000", "电话***"),
        ("138(0013)8000", "***"),
        ("138：0013：8000", "***"),
        ("138-0013（8000", "***"),
        ("号码990000\n199001011234，", "号码***，"),
        ("号码990000年19900101月1234", "号码***"),
        ("号码990000（1990）0101-1234", "号码***"),
        ("身份证前六位990000、生日0101、末四位1234", "身份证前六位***、生日***、末四位***"),
        ("住演示路壹拾捌号", "住演示路**号"),
        ("住演示路⑱号", "住演示路**号"),
        ("住演示堡45号", "住演示堡**号"),
        ("住演示沟沿7号", "住演示沟沿**号"),
        ("住演示国际B座1203", "住演示国际**号"),
        ("住演示园7#1203", "住演示园**号"),
        ("住演示花园三期12栋", "住演示花园三期**号"),
        ("演示一高高二3班", "***"),
        ("系高二（3）班人员", "系***人员"),
        ("系初二3班、八（3）班、六.2班人员", "系***、***、***人员"),
        ("系演示三高在校生", "***"),
        ("就读于演示一高", "就读于***"),
        ("刚上高一", "刚上***"),
        ("高一新生", "***"),
        ("生于二〇〇九年三月", "***"),
        ("09年出生", "***"),
    ],
)
def test_what_must_go(text: str, left: str) -> None:
    assert masked(text, on=ON) == left


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("当事人称其妻患尿毒症，无力缴纳。", ["其妻", "患尿毒症"]),
        ("其母亲住院手术", ["其母亲", "住院", "手术"]),
        ("当事人系残疾人", ["残疾"]),
        ("王 小 明到场", ["王 小"]),
        ("另查明，王 小 明，系店员。", ["王 小 明"]),
        ("证人张小红作证", ["张小红"]),
        ("向未成年人出售", ["未成年"]),
        ("当事人1990年3月5日出生", ["1990年3月5日出生"]),
        ("其侄女李婷系尘肺患者", ["其侄女", "李婷", "尘肺", "患者"]),
        ("与其养子、继女和表弟同住", ["其养子", "继女", "表弟"]),
        ("受害人赵小红、租户钱多多", ["赵小红", "钱多多"]),
        ("房东老李说", ["老李"]),
        ("村民李小四反映", ["李小四"]),
        ("张三丰申请撤回公示", ["张三丰"]),
        ("应张三丰要求，系吸毒人员", ["张三丰", "吸毒"]),
        ("系孙某某之妹。", ["之妹"]),
        ("编号111111111111", ["111111111111"]),
        ("号码990000；19900101；1234", ["990000；19900101；1234"]),
        ("在3-2-501存放", ["3-2-501"]),
        ("家中小孩患哮喘", ["小孩", "哮喘"]),
        ("家人有乙肝，孩子他妈精神有问题", ["家人", "乙肝", "孩子他妈", "精神有问题"]),
        ("住西头西数第二户", ["西数第二户"]),
        ("货送演示处东门7号", ["7号"]),
        ("系〇五年出生", ["〇五年出生"]),
        ("货存B1203室", ["B1203室"]),
    ],
)
def test_what_a_person_must_judge(text: str, words: list[str]) -> None:
    found = shapes(text, on=ON)
    assert [text[row.start : row.end] for row in found] == words
    assert not any(row.must_go for row in found)


@pytest.mark.parametrize(
    "text",
    [
        "罚款人民币贰仟元整（¥2000），限2026年3月2日前缴纳",
        "幅度为10000.00-150000.00元，占地12.5平方米至13.25平方米",
        "自 2026-03-02 起至 2026-03-09 止，20260302-20260309",
        "舞城管罚决字〔2026〕第12号，第12、13、14、15、16、17、18、19条",
        "未经同意和审批，在人行道设置固定售货亭一处",
        "沿街一户商铺，二层楼，3个摊位",
        "当事人张某某、李某年满四十岁，经营者李某",
        "第一小学门前占道摆摊",
        "统一社会信用代码91350100M000100Y43",
        "2026年3月生产的建筑垃圾",
        "罚款50-200元、1500、2000、300元，长12-15米，面积150、2000、3000平方米",
        "其公司在公开场所向外公示，其公告贴在办公公寓",
        "食堂姐妹店，三座二层楼房，饲养母猪，相继女装店",
        "病媒生物防治，动物防疫，病死猪肉，精神文明建设",
        "负责人签字，员工宿舍，住户应当，村民高空抛物，居民常年居住",
        "市区3-5处，园区50-200株，楼3-5层，院12-15户",
        "第12-13号，公里3-500，比例1:200，票据号2026000012",
        "责令代理人严加看管，经营者任意倾倒，业主方便出行",
        "第三号令，3月2号，执法车辆2号楼前，三级班组，一中队，二班组，高一米，三中队",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert shapes(text, on=ON) == []


@pytest.mark.parametrize(
    ("home", "last"),
    [
        ("演示省演示市演示街道演示国际12-1203室", "演示国际12-1203室"),
        ("演示市演示县演示镇演示路12号", "演示路12号"),
        ("演示区演示里三号楼", "演示里三号楼"),
        ("演示市演示村", "演示市演示村"),
    ],
)
def test_a_home_is_also_written_without_its_regions(home: str, last: str) -> None:
    """Where no number tells the house, what is left is a place of many."""
    assert (ways_to_write(home)[0], ways_to_write(home)[-1]) == (home, last)


@pytest.mark.parametrize(
    ("written", "years"),
    [
        ("十五六", 15),
        ("十一二", 11),
        ("七八", 7),
        ("十几", 10),
        ("两三", 2),
        ("二十来", 20),
        ("二十三四", 23),
        ("三四十", 30),
        ("三十五", 35),
        ("16、17", 16),
        ("15-16", 15),
        ("二十七、八", 27),
        ("百", 100),
    ],
)
def test_of_an_age_about_which_one_is_not_sure_the_lower_counts(written: str, years: int) -> None:
    assert least(written) == years


@pytest.mark.parametrize(
    "text",
    [
        "约十五六岁",
        "十一二岁的孩子",
        "十几岁的孩子",
        "年龄十五六，",
        "他上小学",
        "正在读高中",
        "在演示小学上学",
        "演示二小念书",
        "在一中就读",
        "幼儿园大班",
        "豫D七八九一二",
        "卡号末尾为7788",
        "证件尾数为0428",
        "住三单元西户",
        "住七楼东户",
        "三〇六房间",
        "nobody at qq.com",
        "车架号LSVAB1234567",
    ],
)
def test_what_goes_also_where_it_is_spoken(text: str) -> None:
    assert any(row.must_go for row in shapes(text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("看上去十六七的样子", "十六七"),
        ("二十来岁的男子", "二十来岁"),
        ("不满十八的，", "不满十八"),
        ("未满十六，", "未满十六"),
        ("收款人为蒋小明", "蒋小明"),
        ("工人老蒋", "老蒋"),
        ("向蒋女士出售", "蒋女士"),
        ("律师蒋小明", "蒋小明"),
        ("其闺女在场", "闺女"),
        ("安装假肢", "假肢"),
        ("系失信被执行人", "失信被执行人"),
        ("曾因嫖娼", "嫖娼"),
        ("信仰某教", "信仰"),
        ("系回族", "回族"),
    ],
)
def test_what_is_only_perhaps_waits_for_two(text: str, words: str) -> None:
    assert [text[row.start : row.end] for row in shapes(text) if not row.must_go] == [words]


@pytest.mark.parametrize(
    "text",
    [
        "三十五六岁",
        "二十七、八岁",
        "街上小学门口摆摊",
        "罚款十五元",
        "存放十几日",
        "占地十几米",
        "金额尾数500元",
        "回族乡",
        "民族路两侧",
        "以上学校周边",
        "三楼东侧",
    ],
)
def test_what_looks_like_it_and_says_nothing(text: str) -> None:
    assert not shapes(text)
