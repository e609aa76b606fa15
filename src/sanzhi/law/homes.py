"""Where a text says where somebody lives: the street may stand, what follows it goes (F11-05)."""

import re

BETWEEN = (
    r"[ \t\u3000\-—–_.·•・/|]"  # what is written between the letters of a name and the digits of a number
)
GAP = rf"{BETWEEN}{{0,3}}"
COUNT = "[一二三四五六七八九十百零〇○两壹贰叁肆伍陆柒捌玖拾佰]"
SPOKEN = "[一二三四五六七八九零〇○幺壹贰叁肆伍陆柒捌玖]{3,4}"  # 五零一

STREET = (
    "(?:街道|大街|镇|乡|路|街|大道|巷|弄|胡同|里弄|社区|新村|村|庄|小区|花园|家园|公寓|苑|家属院|大院|宿舍"
    "|[堡屯寨营坡沟湾岗岭坪塘洼庙沿坑河湖关坝])"
)
ESTATE = (
    "(?:(?<![公这那哪])里|[居府城湾园郡庭阁轩墅舍坊邸都寓厦楼岸堡座区院]|国际|中心|广场|世家|天地|公馆|半岛)"
)
GROUP = "(?:村民小?组|小组|组|社(?![区会])|队)"
UNIT = f"(?:#|号院|号楼|号|栋|幢|座|{GROUP}|院|单元|层|室|户)"
HOUSE = (
    rf"{GAP}(?:第?(?:[0-9]{{1,6}}|[A-Z](?=座|栋|幢|区)){GAP}{UNIT}"
    rf"|第?{COUNT}{{1,6}}(?:号院|号楼|号|栋|幢|{GROUP}|单元|室)|第{COUNT}{{1,3}}户"
    rf"|[甲乙丙丁戊]{GAP}(?:[0-9]{{1,6}}|{COUNT}{{1,6}}){GAP}号(?:院|楼)?"
    rf"|(?:[0-9]{{1,6}}|{COUNT}{{1,6}}){GAP}号?之(?:[0-9]{{1,4}}|{COUNT}{{1,3}})(?:号|室)?"
    rf"|附{GAP}(?:[0-9]+|{COUNT}{{1,3}}){GAP}号|[0-9]+(?:{BETWEEN}[0-9]+){{1,3}}(?:号|室)?)"
)
ALONG = f"(?:[东西南北中]{{1,2}}(?:段|头|侧|边)?|附近|(?:{COUNT}|[0-9])期)?"
LAST = rf"(?:{GAP}(?:[0-9]{{1,5}}(?![0-9年月日])|{SPOKEN}))?"
HOME = re.compile(rf"{STREET}{ALONG}((?:{HOUSE})+{LAST})", re.IGNORECASE)
ROOM = re.compile(
    rf"(?<![0-9])[0-9]+{GAP}(?:号楼|栋|幢|座|单元){GAP}(?:[0-9]+{GAP}(?:单元|层|室|号|户)(?:{HOUSE})*{LAST}|[0-9]{{3,4}}(?![0-9年月日元米平]))"
    rf"|{COUNT}{{1,3}}(?:号楼|栋|幢|单元){GAP}(?:{COUNT}{{1,6}}(?:单元|室|户)(?:{HOUSE})*{LAST}|{SPOKEN})"
    rf"|(?:(?<![0-9])[0-9]+|{COUNT}{{1,3}}){GAP}(?:单元|楼|层){GAP}(?:[东西南北中][边侧]?|[A-Z])户|(?:(?<![0-9])[0-9]{{3,4}}|{SPOKEN})房间"
    rf"|(?<![0-9A-Z])(?:[A-Z]{GAP}[座栋幢]|[0-9]{{1,3}}{GAP}#){GAP}[0-9]{{3,4}}(?![0-9年月日元米平])室?"
)
MEASURED = r"(?![0-9])(?!\s?[元米平吨公千万%天日月年倍人个页处家辆株棵台份张次层间块条栋件项款层㎡m])"
DASH = "[-—–]"
FLAT = re.compile(
    rf"{ESTATE}([0-9]{{1,3}}(?:{DASH}[0-9]{{1,4}}){{0,2}}{DASH}[0-9]{{3,4}}(?:号|室|户)?{MEASURED})"
    rf"|(?<=[\u4e00-\u9fff])(?<![第至到])([0-9]{{1,3}}(?:{DASH}[0-9]{{1,4}}){{1,3}}室)"
)
MAYBE_FLAT = re.compile(
    rf"(?<![0-9〕第])(?<!{DASH})[0-9]{{1,2}}{DASH}[0-9]{{1,2}}{DASH}[0-9]{{3,4}}{MEASURED}(?!{DASH})"
    rf"|(?<=[\u4e00-\u9fff])(?<!{COUNT})(?<![第字月])(?:[0-9]{{1,4}}|{COUNT}{{1,4}})号(?![文令线通楼院])"
    rf"|[东西南北]数第?(?:{COUNT}{{1,3}}|[0-9]{{1,3}})[户家]|第(?:{COUNT}{{1,3}}|[0-9]{{1,3}})[户家](?![具用])"
    r"|(?<![0-9])(?:[A-Z][0-9]{3,4}|[0-9]{4})(?:室|房(?![屋产间]))"
)

REGION = re.compile(
    "^(?:[^省市县区]{2,8}(?:省|自治区))?(?:[^省市县区镇乡]{2,8}(?:市|自治州|地区|盟)){0,2}(?:[^省市县区镇乡路街]{1,8}[县区旗])?"
    "(?:[^镇乡村路]{1,8}(?:街道(?:办事处)?|镇|乡))?"
)
NUMBERED = re.compile(rf"[0-9]|{COUNT}+(?:号|栋|幢|单元|组|室)")


def ways_to_write(home: str) -> list[str]:
    """The home as it stands, and each way without regions before it, as long as a number still tells the house."""
    found = [home]
    region = REGION.match(home)
    for end in range(1, region.end() + 1) if region else ():
        if home[end - 1] in "省区市州盟县旗镇乡道处" and NUMBERED.search(home[end:]):
            found.append(home[end:])
    return [one for one in dict.fromkeys(found) if len(one) >= 4]
