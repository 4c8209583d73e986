"""Events that people wait for money from, by the name under which they are asked about again.

Each entry is what follows a word of waiting ("when", 等) in English, or stands for itself in Mandarin.
"""

from __future__ import annotations

_COMES = (
    r"(?:comes?|came|clears?|hits?|posts?|lands?|arrives?|pays?|goes|gets?|is|are|drops?|deposits?|"
    r"kicks?|finally)"
)
_MY = r"(?:my|the|our|that|this|a|his|her)\s+(?:\w+(?:'s)?\s+)?"
_THING = r"(?:house|home|car|truck|van|land|property|boat|equipment|stuff|place|condo|cattle|cows)"

BENEFITS_EN = r"(?:ssi|ssdi|social\s+security|disability|pension)"
"""What is paid out on a day of its own, as wages are."""
BENEFITS_ZH = r"(?:退休金|退休工资|养老金|养老保险金?|社保金?|低保金?|补助[金款]?)"

_CROP_IN = (
    r"(?:the|my|our)\s+(?:beans|soybeans|corn|wheat|rice|hay|cotton|potatoes|apples|peaches|grapes|pecans|tobacco|hemp)\s+"
    r"(?:are|is|comes?|gets?)\s+(?:in|up|out|picked|cut|baled|sold|harvested|off)"
)
AWAITED_EN: tuple[tuple[str, str], ...] = (
    ("tax_refund", rf"(?:{_MY})?(?:tax(?:es)?(?:\s+(?:refund|return|money))?\s+(?:{_COMES})|refund)"),
    ("student_aid", rf"(?:{_MY})?(?:financial\s+aid|student\s+(?:loan|aid))"),
    ("child_support", rf"(?:{_MY})?child\s+support"),
    ("social_security", rf"(?:{_MY})?(?:social\s+security|ssi)\b"),
    ("disability", rf"(?:{_MY})?(?:disability|ssdi|va\s+(?:check|money|benefits?))"),
    ("unemployment", rf"(?:{_MY})?unemployment"),
    ("pension", rf"(?:{_MY})?pension"),
    ("insurance", rf"(?:{_MY})?(?:insurance|claim)"),
    ("settlement", rf"(?:{_MY})?(?:settlement|lawsuit|court\s+case)"),
    ("inheritance", rf"(?:{_MY})?(?:inheritance|estate)"),
    ("bonus", rf"(?:{_MY})?bonus"),
    ("commission", rf"(?:{_MY})?commissions?"),
    ("loan", rf"(?:{_MY})?(?:loan|refinanc\w+|refi)\b"),
    (
        "harvest",
        rf"(?:{_MY})?(?:harvest|crops?)|{_CROP_IN}|(?:i|we)\s+(?:harvest|bring\s+in\s+the\s+(?:crop|harvest))",
    ),
    (
        "sale",
        rf"(?:{_MY})?{_THING}\s+(?:sells?|is\s+sold|gets?\s+sold|sale)|(?:i|we)\s+(?:can\s+)?sell\b|"
        rf"the\s+sale\b",
    ),
    ("client_payment", rf"(?:{_MY})?(?:clients?|customers?|invoices?|buyers?|tenants?)"),
    ("contract", rf"{_MY}contract"),
    (
        "job",
        r"(?:i|we)\s+(?:find|get|start|land)\s+(?:a\s+|my\s+|the\s+|another\s+)?(?:new\s+)?(?:job|work|"
        r"working)",
    ),
    (
        "payday",
        rf"(?:i|we)(?:'m|\s+am|\s+are)?\s+(?:get\s+)?paid|{_MY}(?:check|cheque|paycheck|wages|salary|pay|"
        rf"direct\s+deposit)\b",
    ),
)
BARE_EN: tuple[tuple[str, str], ...] = (
    (
        "payday",
        r"\bpay\s?days?\b|(?<!\bone\s)(?<!\btwo\s)(?<!\b[12]\s)(?<!\bno\s)(?<!single\s)(?<!\bsmall\s)\b(?:next\s+|my\s+)?pay\s?che(?:ck|que)\b|\b(?:each|every|per)\s+(?:pay\s+period|"
        r"paycheck)\b",
    ),
    ("tax_refund", r"\btax\s+(?:refund|return|money)s?\b|\bmy\s+refund\b"),
    (
        "bonus",
        r"\bmy\s+(?:\w+\s+)?bonus\b(?!\s+(?:is|was|will\s+be)\s+(?:like\s+|about\s+|around\s+|only\s+)?(?:\$?\d|\w+\s+(?:grand|hundred|thousand)))",
    ),
    ("graduation", r"(?<=\bon\s)(?:my\s+)?graduation(?:\s+day)?\b"),
    ("stimulus", r"\bmy\s+stimulus\b"),
    (
        "harvest",
        r"\bharvest\s+(?:time|season)\b|(?<=\bat\s)harvest\b|(?<=\bby\s)harvest\b|(?<=\bcome\s)harvest\b",
    ),
    ("christmas", r"\b(?:christmas|xmas)\b"),
    ("thanksgiving", r"\bthanksgiving\b"),
    ("easter", r"\beaster\b"),
    ("new_year", r"\bnew\s+year'?s?\b"),
)
WAITING_EN = (
    r"\b(?:when(?:ever)?|once|after|until|till|til|(?:as\s+)?soon\s+as|wait(?:ing)?\s+(?:for|on|4)|minute|"
    r"day|by\s+the\s+time|depend(?:s|ing)\s+on)"
)

COMES_AND_EN = (
    r"(?:\s+(?:check|money|payment))?\s+(?:comes?(?:\s+(?:in|through|thru))?|clears?|hits?|posts?|lands?|arrives?|drops?|pays)"
    r"(?=\s*,?\s*(?:and|n|&|then)\s+(?:i|i'?ll|i'?m|u|you|you'?ll)\b)"
)
"""After what is awaited, where no word of waiting stands before it: "settlement check hits n i pay"."""
NAMED_WAIT_EN = (
    r"\b(?:wait|hold\s+off|hold\s+on|leave\s+it|put\s+it\s+off|give\s+me)\s+(?:(?:on\s+)?(?:till?|until|for|4)\s+)(?:after\s+)?(?:my|the|our|a)?\s*"
    r"(?P<event>(?!(?:then|later|now|it|that|this|these|those|i|we|you|u|he|she|they|someone|somebody|a|an|the|my|your|ur|his|her|their|"
    r"me|us|further|about|like|more|next|last|another|some|few|bit|while|what|when|once|after|sure|real|money|noon|midnight|tonight|holidays)\b)"
    r"[a-z]{3,}(?:\s+[a-z]+){0,2}?)"
    r"(?=\s*[?.,!]|\W*$|\s+(?:is|are)\s+(?:over|done|out)\b|'s\s+over\b|\s+(?:please|pls|plz|ok|okay|comes?|starts?|ends?|opens?|and)\b)"
)
"""Something that is waited for and is no date: "wait till the county fair?"."""
NAMED_WAIT_ZH = (
    r"等(?:我们?|俺们?|咱|孩子|娃)?(?P<event>(?![有你您会下一到定空过以手宽缓])"
    r"[\u4e00-\u9fff]{1,5}?)(?:完|了|好)(?=[再才])"
)

_ARRIVES = r"(?:一|要是|能)?(?:到|发|下来|批|判|拿|结|回|给|进|打|领)"
_CROP_ZH = (
    r"(?:麦子?|粮食?|稻子?|庄稼|玉米|苹果|果子|水果|棉花|大豆|西瓜|橘子|茶叶|油菜|花生|土豆|红薯|辣椒|葡萄|谷子|高粱|烟叶|甘蔗|"
    r"桃子?|梨子?|橙子?|柑子?|柚子|枣子?|杏子?|李子|樱桃|草莓|荔枝|龙眼|芒果|猕猴桃|核桃|板栗|枇杷|蓝莓|大蒜|白菜|香菇)"
)
_SOLD_SO_FAR = r"(?:[这那]?一?[茬批季拨波些]的?)?"
EVENTS_ZH: tuple[tuple[str, str], ...] = (
    (
        "bonus",
        r"(?:发|拿到?|领到?|收到)(?:了)?(?:奖金|年终奖?|红包|压岁钱|分红)(?:了)?(?:以后|之后|后|再)?|年终奖(?:金)?|(?:奖金|分红)"
        + _ARRIVES,
    ),
    ("student_aid", r"(?:助学金|奖学金|助学贷款)" + _ARRIVES),
    ("commission", r"提成" + _ARRIVES + r"|(?:发|拿到?)(?:了)?提成"),
    (
        "pension",
        r"(?:退休金|养老金|退休工资|社保金?)"
        + _ARRIVES
        + r"|(?:发|领|拿到?)(?:了)?(?:退休金|养老金|退休工资|社保金?)",
    ),
    (
        "payday",
        r"(?:发|开|领到?|拿到?|出)(?:了)?(?:工资|薪水?|工钱|饷)(?:了)?(?:以后|之后|后|那天|的时候|再)?|发薪日?|(?<!不)(?<!没)开支[了后]|(?:等|快|一)开支(?!大)|"
        r"(?:工资|薪水|工钱)(?:一)?(?:到账|下来|发了?|到手|到)",
    ),
    ("tax_refund", r"退税"),
    ("deposit", r"押金(?:一)?(?:退|到|下来)|退(?:了|回)我?的?押金"),
    ("fee", r"(?:稿费|版税|稿酬|运费|加工费|卖房款|售房款)" + _ARRIVES),
    ("turn", r"轮到(?:我|俺|咱)们?(?:那[天日次回]|的?时候|了)"),
    (
        "harvest",
        rf"(?:收|卖|摘|采|割)(?:了|完|掉)?{_SOLD_SO_FAR}{_CROP_ZH}"
        r"|收完(?![钱款租费账摊工短信消通快])[\u4e00-\u9fff]{1,3}(?=再|才)|秋收|麦收|夏收|收成|"
        rf"{_CROP_ZH}(?:收|卖|熟|下树|上市|采|摘)(?:了|完|好)?(?:卖)?",
    ),
    ("disability", r"(?:残疾|伤残|残联)(?:人)?(?:补助|补贴|金|津贴)(?:金)?" + _ARRIVES),
    ("demolition", r"(?:拆迁|征地|补偿)(?:款|费)"),
    (
        "project_payment",
        r"(?:工程|项目|施工)款|(?:尾款|结算款)(?:一)?(?:到|下来|结了?|给|拿)|等(?:着)?(?:尾款|结算款)",
    ),
    (
        "client_payment",
        r"回款(?:一?到|下来|了|以后|之后|后|就)|等(?:着)?回款|货款(?:到|下来|回)|客户(?:付|给|打|结|回)|(?:别人|人家)(?:还|给|付)我",
    ),
    (
        "insurance",
        r"(?:保险|理赔)(?:公司)?(?:款|金)?(?:赔|理赔)?(?:下来|到账|到了|批|赔付|赔了)|(?:等|拿到?)(?:了)?(?:保险|理赔)(?:款|金|赔)|理赔款",
    ),
    (
        "gift_money",
        r"(?:红包|压岁钱|礼金)(?:收齐|收完|收到|到手|到齐|发下来)了?|等(?:着)?(?:收|拿|领)?(?:红包|压岁钱|礼金)",
    ),
    (
        "settlement",
        r"(?:赔偿|和解|调解)(?:款|金)?" + _ARRIVES + r"|(?:拿到?|等)(?:了)?(?:赔偿|和解)(?:款|金)?",
    ),
    ("loan", r"(?:贷款|借款)(?:一|要是|能)?(?:到(?!期)|发|下来|批|拿|进|领)|(?:拿到?|批了?|等)(?:了)?贷款"),
    (
        "sale",
        r"(?:房子?|车子?|货|店面?|铺子|地|股票|牛|猪|羊|存货|库存)(?:能)?(?:一)?(?:卖|出手|转让|出栏)(?:了|掉|出|完)?|卖(?:了|掉|完)(?:房|车|货|店|股票|"
        r"牛|猪|羊)|卖(?:了|掉|完)[\u4e00-\u9fff]{1,2}(?=[再才])|出栏",
    ),
    ("inheritance", r"遗产" + _ARRIVES),
    ("reimbursement", r"报销(?:下来|到|款)"),
    ("housing_fund", r"公积金(?:提|取|下来|到)"),
    ("welfare", r"(?:低保|救济金?|补助金?|补贴)(?:到|发|下来)"),
    ("exams", r"(?:高考|中考|期末考?试?|考研)(?:完|结束|以?后|之后)"),
    ("school", r"开学(?:[以之]?后|了|报名|报完名|报了名)|报完名"),
    ("graduation", r"(?:等|到)[^\s,\uff0c。]{0,4}毕业|毕了?业(?:[以之]?后)?(?=[再才]|就[还给付交打转])"),
    ("discharge", r"(?:等|到)[^\s,\uff0c。]{0,4}出了?院|出了?院(?:[以之]?后)?(?=[再才]|就[还给付交打转])"),
    ("job", r"(?:找到|找着|有了)(?:了)?(?:新)?工作|有(?:新)?工作了"),
    (
        "season",
        r"开春|入[秋冬]|立[春夏秋冬](?!刻)|[冬夏]至(?!少)|[春秋]分(?![期成])|"
        r"(?:霜降|寒露|白露|处暑|大暑|小暑|芒种|小满|谷雨|惊蛰|[大小]寒(?!冷))(?!以?后|之后)",
    ),
    ("spring_festival", r"过(?:完|了)?年(?:以后|之后|后)?|年后|年前|春节"),
    (
        "national_day",
        r"国庆|(?<![\d一二三四五六七八九双月周期拜])十一(?:放假|长假|假期|黄金周|(?=之?前(?![天日])|以前|[以之过]后))",
    ),
    ("shopping_festival", r"双(?:十一|11)|(?<![\d.])618(?=过|那|大促|活动|以?后|之后|完)"),
    ("mid_autumn", r"中秋"),
    ("dragon_boat", r"端午"),
    ("qingming", r"清明"),
    (
        "labour_day",
        r"劳动节|(?<![\d一二两三四五六七八九十百千万])五一(?![路街大广小巷个百千万十块元零一二三四五六七八九])",
    ),
    ("new_year", r"元旦"),
    (
        "lunar_date",
        r"腊八|七夕|重阳|除夕|元宵|小年(?!轻)|(?:大年|(?<![\d一二三四五六七八九十两每一])年)三十(?![号日\d一二三四五六七八九])|(?:农历|阴历)(?=[一二三四五六七八九十正腊冬初廿])(?:[一二三四五六七八九十正腊冬]{1,2}月)?(?:初[一二三四五六七八九十]|[一二三四五六七八九十廿]{1,3}|底)?|"
        r"(?:大年|(?<![月年上读念学的]))初[一二三四五六七八九十](?![百千万十块元年次步级期中])|(?:正月|腊月|冬月)(?:[一二三四五六七八九十正腊冬]{1,2}月)?(?:初[一二三四五六七八九十]|[一二三四五六七八九十廿]{1,3}|底)?",
    ),
)
