"""Ways to pay."""

from __future__ import annotations

from arrears.domain.language.script.terms import Words

METHODS_EN: Words = (
    (
        "",
        r"(?<!a )(?<!my )(?<!the )(?<!by )(?<!second )check(?:s|ed|ing)?\s+(?:your|ur|the|my|that|again|on|"
        r"it|with|in|for(?!\s+\$?\d)|and)\b(?<!checking account)|pay\s?checks?|(?:my|the|disability|ssi|next|"
        r"va)\s+(?:\w+\s+)?check\s+(?:comes?|clears?|is|hits?|drops?|gets?|posts?|arrives?|lands?)|"
        r"(?:at\s+|behind\s+)?the\s+counter\s+(?:at|of|in)\s+(?:the|a|my|this|our)\s+(?!bank|branch|credit\s+union|post)\w+|behind\s+the\s+counter|"
        r"credit\s+(?:score|report|card\s+debt|bureau)|(?:business|birthday|report|green)\s+card|"
        r"(?:no|out\s+of|short\s+on|strapped\s+for|low\s+on|(?:don'?t|dont|haven'?t)\s+(?:have|got)\s+(?:any\s+|the\s+|much\s+)?)\s*cash\b|cash\s+(?:flow|is\s+(?:gone|tight|low)|back)|(?:lost|all)\s+(?:\w+\s+){0,2}cash\b",
    ),
    (
        "card_on_file",
        r"card\s+(?:on\s+file|you\s+(?:have|got|already\s+have)|u\s+(?:have|got))|(?:saved|stored|same|"
        r"usual|old)\s+card|(?:my\s+)?card\s+u\s+got\s+on\s+file",
    ),
    (
        "credit_card",
        r"(?:my\s+)?(?:credit\s+cards?|visa(?!\s+(?:status|expired|debit))|master\s?card(?!\s+debit)|amex|american\s+express|"
        r"discover\s+card|cc)",
    ),
    ("debit_card", r"(?:visa\s+|master\s?card\s+)?(?<!direct )(?<!auto )debit(?:\s+cards?)?"),
    ("apple_pay", r"apple\s?pay(?:'?d)?"),
    ("cashapp", r"cash\s?app(?:ed)?"),
    ("zelle", r"zelle(?:'?d|s)?"),
    ("paypal", r"pay\s?pal"),
    ("alipay", r"ali\s?pay"),
    ("wechat", r"we\s?chat(?:\s+pay)?"),
    ("money_order", r"money\s+orders?|cashiers?'?\s+che(?:ck|que)s?"),
    (
        "ach",
        r"ach|(?:auto\s?pay|direct\s+debit|auto(?:matic)?\s+(?:debit|draft|withdrawal)|e-?checks?|"
        r"electronic\s+check)|(?:my\s+|the\s+|our\s+)?(?:checking|savings|bank)\s+account(?!\s*(?:is|was|"
        r"got|'s|has|been)?\s*(?:\w+\s+)?(?:frozen|locked|empty|levied|zero))|bank\s+draft|"
        r"routing(?:\s+(?:and\s+account\s+)?number)?|"
        r"(?:from|out\s+of|off|outta|thru|through|via|using|debit|draft|pull|hit)\s+(?:of\s+)?(?:my|the|our)\s+(?:\w+\s+)?(?:checking|savings)",
    ),
    (
        "bank_transfer",
        r"(?:bank|wire)\s+transfers?|wir(?:e|ed|ing)(?:\s+transfers?)?|transfer(?:red|"
        r"ring)?\s+(?:it\s+)?from\s+my\s+bank|bank\s+to\s+bank",
    ),
    (
        "bank_counter",
        r"(?:at|to|in|thru|through)\s+(?:a|the|your|my)\s+(?:branch|counter|teller)|bank\s+(?:branch|"
        r"counter|teller)|in\s+branch",
    ),
    (
        "check",
        r"(?:a|by|my|the|personal|via|with|mail|send|sent|mailed|write|wrote|cut(?!\s+(?:che(?:ck|que)s|slow))|bounced|paper|"
        r"second)\s+(?:you\s+|u\s+)?(?:a\s+)?(?:\$?\d[\d,.]*\s+)?che(?:ck|que)s?|che(?:ck|que)s?(?=\s*(?:for\s+\$?\d|ok|okay|"
        r"in\s+the\s+mail|was|bounced|\?))",
    ),
    ("cash", r"(?:in\s+)?cash(?!\s*app)"),
    ("app", r"(?:the|your|ur|mobile|through|thru|in|on)\s+(?:\w+\s+)?app|mobile\s+app"),
    (
        "insurance",
        r"(?:blue\s+cross|bcbs|aetna|cigna|humana|kaiser|medicaid|medicare|united\s?healthcare|tricare)\s+(?:already\s+|has\s+)?(?:paid|covered)|(?<!when\s)(?<!once\s)(?<!until\s)(?<!till\s)(?<!til\s)(?<!after\s)(?<!soon\sas\s)(?<!waiting\son\s)(?<!from\s)(?:my|"
        r"the|health|thru|through)\s+insurance(?!\s+(?:claim|check|money|payout|payment|settle\w*|pays|comes|"
        r"is\s+(?:paying|gonna|going)|finally|clears|case|adjuster|refund))",
    ),
    ("card", r"(?:my\s+|a\s+|new\s+|the\s+)?(?:bank\s+)?cards?"),
)

METHODS_ZH: Words = (
    (
        "",
        r"刷脸|名片|贺卡|办信用卡|想办\w{0,2}卡|卡住|卡里没钱|卡号|换卡|现金流|手机卡|电话卡|身份证|(?:没|缺)(?:有|了|啥|什么|多少)?(?:现金|现钱)|有(?:了|点)?(?:现金|现钱)(?!还|付|给|交|可以)|(?:网点|柜台|营业厅|银行)的?(?:工作人员|员工|职员|柜员)|你们(?:这|那|家)(?:张)?卡|转账(?:失败|不成功|没成功)|加微信|微信(?:联系|号|聊|找)|尾号",
    ),
    ("card_on_file", r"(?:绑定|绑|已存|存着|之前|原来|留)(?:了)?的?(?:那)?(?:张)?(?:银行)?卡|绑卡"),
    ("credit_card", r"信用卡|贷记卡"),
    ("debit_card", r"借记卡|储蓄卡"),
    ("alipay", r"支付宝|蚂蚁(?!花呗)"),
    ("huabei", r"(?:蚂蚁)?花呗"),
    ("wechat", r"微信(?:支付|转账|转|付|零钱)?"),
    ("apple_pay", r"苹果支付|apple\s?pay"),
    ("paypal", r"贝宝|paypal"),
    ("ach", r"自动(?:扣款|划扣|还款|代扣|扣)|代扣|委托扣款"),
    ("bank_counter", r"(?:银行)?(?:柜台|柜面|网点|营业厅)"),
    (
        "bank_transfer",
        r"(?:从|用)银行(?:卡)?(?:给[你您])?(?:汇|转|打)|(?:银行|网银|手机银行|对公|卡对卡)(?:转账?|汇款?|打款)|(?:银行)?转账|汇款|网银",
    ),
    ("check", r"支票"),
    ("money_order", r"汇票|邮政汇款"),
    ("cash", r"现金|现钱|现款"),
    (
        "app",
        r"(?:在|用|从|通过)?(?:你们的?|手机|官方)?\s?(?<![a-z])app(?![a-z])(?:上|里)?|(?:手机)?客户端|小程序",
    ),
    (
        "insurance",
        r"(?:车险|医保|社保|保险(?:公司)?)(?:已经|都|早就?)?(?:赔|付|报|还)(?:了|过|给)|(?:用|走|让)(?:医|商业)?保险(?:赔|付|还)",
    ),
    ("card", r"刷卡|银行卡|(?:用|换|拿|刷|这|那|我的|张)(?:张|一张)?卡|卡(?:支付|付|还)"),
)
