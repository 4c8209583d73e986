"""Orders to the agent about itself: "ignore your rules", "you may waive it now", 从现在起你听我的."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled, fold

_RULES = (
    r"(?:instructions?|prompts?|rules?|guidelines?|programming|policies|policy|restrictions?|directives?|"
    r"constraints?|safeguards?|filters?|training)"
)
_CONCEDES = (
    r"(?:waive|forgive|cancel|reduce|cut|approve|write\s+off|wipe|erase|delete|discount|clear|remove|settle|halve|"
    r"lower|accept|grant|give|offer|set)"
)
_MAKERS = r"(?:developers?|programmers?|creators?|makers?|admin(?:istrator)?s?|engineers?|owner|master|boss)"
_OVERRIDES = (
    rf"\b(?:ignore|disregard|forget|override|bypass|overrule|discard)\s+(?:\w+\s+){{0,3}}?"
    rf"(?:your|all|any|the|every|previous|prior|above|earlier|these|those)\s+(?:\w+\s+){{0,3}}?{_RULES}\b"
    rf"|\b(?:ignore|disregard|forget)\s+(?:everything|all|anything)\s+(?:above|before|you\s+(?:were|have\s+been)\s+told)"
    rf"|\bnew\s+(?:system\s+)?(?:instructions?|prompt|rules)\s*:|\bwithout\s+(?:any\s+)?(?:restrictions|safeguards|filters)\b"
)
_REVEALS = (
    r"\b(?:show|tell|repeat|print|reveal|output|dump|translate|encode|leak|recite|give|share|summari[sz]e|list|"
    r"what(?:'s|\s+is|\s+are|\s+were)?)\s+(?:\w+\s+){0,2}?"
    rf"(?:(?:your|the)\s+(?:full\s+|own\s+)?(?:system|hidden|initial|secret|internal|original)\s+{_RULES}"
    r"|your\s+(?:instructions?|prompts?|programming|directives?))\b(?!\s+(?:on|about|for|regarding|to)\b)"
    r"|\b(?:reveal|dump|leak|recite|encode|translate|print)\s+(?:\w+\s+){0,2}?your\s+rules\b"
    r"|\bsystem\s+prompt\b|\b(?:print|repeat|output)\s+(?:\w+\s+)?everything\s+above\b"
)
_ROLES = (
    r"\byou\s+are\s+(?:now\s+)?(?:an?\s+|my\s+|the\s+)?(?:unrestricted|unfiltered|uncensored|jailbroken|dan\b|debtfree\w*)"
    r"|\byou\s+are\s+now\s+(?:an?\s+|my\s+|the\s+|in\s+)?(?:\w+\s+)?(?:assistant|ai|bot|model|agent|judge|mode|admin)\b"
    r"|\bfrom\s+now\s+on,?\s+(?:you(?:'re|\s+are|\s+will|\s+must|\s+only)\s+(?!not\b|contact|call|deal|talk|speak|get|receive|hear)"
    r"|answer|respond|reply\s+only|only\s+(?:answer|say))"
    r"|(?<!n't )(?<!not )\b(?:act|behave)\s+(?:like|as)\s+"
    r"(?:if\s+you|an?\s+(?!human|person|real|adult|decent|normal|professional))"
    r"|\bpretend\s+(?:that\s+)?(?:you|to\s+be)\b|\brole-?\s?play\b"
    r"|\b(?:developer|debug|god|admin|sudo|maintenance|dan|jailbreak)\s+mode\b"
    r"|\blet'?s\s+play\s+a\s+game\b"
)
_CLAIMS = (
    rf"\byou(?:'re|\s+are|\s+have\s+been|\s+were)\s+(?:now\s+|hereby\s+|fully\s+|already\s+)*"
    rf"(?:authori[sz]ed|allowed|permitted|instructed|ordered|approved|programmed|cleared)\s+(?:by\s+(?:\w+\s+){{1,3}})?to\s+{_CONCEDES}\b"
    rf"|\bi\s+(?:hereby\s+)?(?:authori[sz]e|order|command|instruct)\s+you\s+to\s+{_CONCEDES}\b"
    rf"|\b(?:as|i\s+am|i'm|im)\s+your\s+(?:\w+\s+)?{_MAKERS}\b|\b(?:admin|system|root|manager)\s+override\b"
    r"|\bsudo\s+\w+|(?:^|[\[<{(/*#\s])system\s*(?:[\]>]|:)|\bas\s+an?\s+(?:admin|administrator|developer|ai)\b"
    rf"|\bi(?:'?m|\s+am|\s+have\s+been)\s+(?:fully\s+)?authori[sz]ed\s+to\s+{_CONCEDES}\b"
    rf"|\b{_CONCEDES}\b[^.!?]{{0,40}}\bi(?:'?m|\s+am|\s+have\s+been)\s+authori[sz]ed\b(?!\s+to\b)"
    r"|\b(?:your|the)\s+(?:\w+\s+)?(?:manager|supervisor|boss|director|ceo|head\s+office)\s+(?:has\s+|have\s+|had\s+)?(?:already\s+|just\s+)?"
    r"(?:approved|agreed|authori[sz]ed|okayed|ok'?d|signed\s+off|accepted)\b"
    r"|\b(?:i'?m|i\s+am)\s+(?:your\s+(?:\w+\s+)?(?:manager|supervisor|director|ceo)\b|the\s+(?:\w+\s+)?(?:manager|supervisor|"
    r"director|ceo)\s+(?:of|at|from)\s+(?:your|this)\s+(?:\w+\s+)?(?:bank|company|lender)\b)"
    r"|\bset\s+(?:my|the|this)\s+(?:balance|debt|account)\s+(?:to\s+|=\s*)(?:0|zero)\b"
)
_DICTATES = (
    r"\brepeat\s+after\s+me\b|\b(?:answer|respond|reply)\s+only\s+(?:with|yes|no|['\"])"
    r"|\byou\s+(?:must|have\s+to)\s+(?:say|answer|agree|comply|obey|approve|accept\s+(?:(?:my|this|the)\s+)?(?:\$?\d|offer|proposal|payment))|\bsay\s+(?:exactly|only)\b|\bconfirm\s+by\s+saying\b"
)
_CODE = (
    r"<\s*/?\s*script|drop\s+table|'\s*or\s+1\s*=\s*1|\bupdate\s+\w+\s+set\b|\brm\s+-rf\b|\bbase64\b"
    r"|\{\{|\$\{"
)

_RULES_ZH = r"(?:指令|[规規][则則]|提示词?|设定|限制|约束|prompt|系统设置|程序|政策|条条框框)"
_OVERRIDES_ZH = (
    rf"(?:忽略|无视|抛开|绕过|跳过|不要?理会|不用管|[别別]管|突破|解除)(?:掉|了)?"
    rf"[^,。!?，；]{{0,10}}{_RULES_ZH}"
    rf"|(?:忘记|忘掉|忘了)(?:你|之前|上面|以上|前面|所有|一切)[^,。!?，；]{{0,8}}{_RULES_ZH}|新的?(?:系统)?指令[::]"
)
_REVEALS_ZH = (
    r"(?:系统|初始|隐藏|内部|原始|你的|你)的?(?:提示词|prompt|指令|底层规则|系统设定|内部折扣|折扣底线)"
    r"|(?:输出|打印|复述|重复)(?:一?[下遍])?(?:上面|以上|你的|所有)[^,。!?，；]{0,6}(?:内容|文字|话|名单|规则|指令)"
)
_ROLES_ZH = (
    r"你现在(?:是|变成|扮演)(?:一个?|我的?)?[^,。!?，；]{0,6}(?:管理员|助手|助理|机器人|ai|模型|法官|客服主管|经理|没有限制|dan)"
    r"|从现在(?:起|开始)?[,，]?(?:你|请你)(?!们)(?:就?是|扮演|听我|只能?|必须|叫|没有|要听)"
    r"|(?:假装|想象|设想)(?:一下)?(?:你|自己)(?!们)|扮演|进入[^,。!?，；]{0,4}模式|(?:开发者|调试|管理员|上帝|越狱|维护)模式"
    r"|你是dan(?![a-z])|没有(?:任何)?(?:限制|规则)的(?:ai|助手|机器人|模型)"
)
_CONCEDES_ZH = r"(?:免除|减免|取消|清零|打折|免掉|豁免|减少|降低|删除|勾销|免|减|改)"
_CLAIMS_ZH = (
    rf"(?:你|系统|用户|本人|客服)(?!们)(?:现在)?(?:已经?)?(?:被|获得?|得到|有)?(?:我)?(?:授权|允许|批准)(?:可以|去)?{_CONCEDES_ZH}"
    rf"|(?:我|本人)(?:现在)?(?:授权|命令|要求|指示)你(?!们)(?:立即|马上|现在)?(?:把[^,。!?，；]{{0,8}})?{_CONCEDES_ZH}"
    r"|我是你们?的?(?:开发者?|程序员|主人|管理员|创造者|工程师|上级)|我是(?:系统)?(?:管理员|开发者|技术部的?|开发人员)"
    rf"|(?:我|本人)(?:有权限?|已(?:经)?(?:被|获得?)授权)(?:要求你)?{_CONCEDES_ZH}"
    r"|我是你们?(?:银行|公司|单位|总部|这边|那边)?的?(?:主管|经理|领导|老板|行长|总经理|上司|负责人|总监)|"
    r"你们?的?(?:主管|经理|领导|老板|上级|总部)(?:昨天|之前|刚刚?|已经?|早就?|都|也)*(?:批准|同意|授权)了?"
    r"|你们?必须(?:同意|批准|接受|答应|照办|服从)"
    r"|授权码|管理员(?:命令|权限|指令|身份)|系统(?:通知|指令|消息|提示)\W*[::】\]]|(?:^|[\[【\s])系统\s*[:】\]]|\bsystem\s*[::]"
    r"|(?<!怎么)(?<!怎样)(?<!如何)(?<!能)(?<!以)(?<!才能)把(?:我的?|这个?|该)?(?:余额|欠款|账户|债务)"
    r"[^,。!?，；]{0,4}(?:清零|改成|改为|设为|设成)"
)
_DICTATES_ZH = (
    r"(?:重复|复述)我说的?话?|跟着我(?:念|说|读)|跟我(?:念|读)|跟我说[::\"“]"
    r"|只(?:能|准|许)?(?:回答|回复|说)\W*(?:是|好|同意|可以|yes)"
)

_INSTRUCTS = compiled(
    "|".join(
        (
            _OVERRIDES,
            _REVEALS,
            _ROLES,
            _CLAIMS,
            _DICTATES,
            _CODE,
            _OVERRIDES_ZH,
            _REVEALS_ZH,
            _ROLES_ZH,
            _CLAIMS_ZH,
            _DICTATES_ZH,
        )
    )
)
_ASKS = compiled(
    r"^\W*(?:so\s+|and\s+|but\s+)?(?:are|were|is|can|could|do|does|may|would|will)\s+(?:you|u|i|we|it)\b"
    r"|\bright\s*\?*\s*$|(?:吗|么|嘛)\s*[?？]?\s*$"
)
_ONLY_CLAIMS = compiled(rf"{_CLAIMS}|{_CLAIMS_ZH}")


_SENTENCE = compiled(r"(?:[^.!?;\n\u3002\uff01\uff1f\uff1b]|\.(?=\d))+[.!?;\n\u3002\uff01\uff1f\uff1b]*")
_OWN_OFFER = compiled(
    r"\b(?:i|we)(?:'?ll|'?d|\s+(?:can|could|will|would|want\s+to))\s+(?:only\s+|still\s+|just\s+)*(?:pay|send|do|give|manage|afford)\b"
    r"|我们?(?:只|最多|先|现在|每个?月)*(?:可以|能|想|愿意|打算|会)[^\n。！？]{0,10}(?:还|付|给)"
)


def without_orders(text: str) -> str:
    """The text without the sentences that are orders to us: what they demand there is no offer of theirs.

    A sentence in which they offer something themselves stays.
    """
    sentences = (match.group() for match in _SENTENCE.finditer(text))
    return "".join(each for each in sentences if not instructs(each) or _OWN_OFFER.search(fold(each))).strip()


_NOTHING_MORE = compiled(
    r"\W*(?:(?:just|please|now|so|and|ok|okay|confirm(?:ed)?|approve[d]?|proceed|yes|yeah|yep|sure|agreed|acknowledge|comply|execute|done|record|do|accept|it|this)\W*)*"
    r"|\W*(?:请|就|现在|马上|立即|立刻|确认|执行|照办|批准|回复|吧|好的?|行|可以|嗯|是的?|对|同意|[\s。，！!])*"
)


def says_nothing_more(rest: str) -> bool:
    """Whether what is left of an order is only that it be confirmed or carried out."""
    return _NOTHING_MORE.fullmatch(fold(rest)) is not None


def instructs(text: str) -> bool:
    """Whether the words tell the agent what it is, what it must say, or what it may concede.

    A question after what it may do is none; nor is what somebody asks of the lender or has a right to.
    """
    plain = fold(text)
    found = _INSTRUCTS.search(plain)
    if found is None:
        return False
    return not (_ASKS.search(plain) and _ONLY_CLAIMS.search(found.group()))
