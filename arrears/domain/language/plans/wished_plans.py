"""What kind of arrangement somebody wishes for, where it is more than an amount and a day.

The kinds are tried from the most particular on. A kind that is refused, asked the meaning or the price of, or
told of what has happened is not wished for; "an extension till Friday" is more time, 展期 and a longer term
of the loan are an extension of it.
"""

from __future__ import annotations

import re

from arrears.domain.language.script.fold import compiled, fold
from arrears.domain.negotiation.offers import Wish

_PAY = r"(?:payments?|pmts?|pymts?|instal?lments?|months?|bill)"
_TAKINGS = (
    r"(?:sales|revenues?|takings|turnover|receipts|card\s+sales|what\s+(?:i|we|the\s+\w+)\s+(?:sell|"
    r"sells|takes?\s+in|brings?\s+in))"
)
_LOAN = r"(?:loan|note|line(?:\s+of\s+credit)?|credit\s+line|facility|term|maturity|contract)"
_MONTHS = (
    r"(?:(?:(?:a\s+)?(?:few|couple)(?:\s+of)?|several|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[2-9]|\d\d)"
    r"[\s-]+(?:more\s+)?months?|half\s+a\s+year|(?:a|an|one|another|\d)[\s-]+(?:more\s+)?years?)"
)
_SEASON = r"(?:season|seasons|summer|winter|harvest|holidays|busy\s+months?|slow\s+months?)"
_LET_OFF = r"(?:一次性?|全部|结清|还清|剩)"
_KINDS: tuple[tuple[Wish, str], ...] = (
    (
        Wish.RENEWAL,
        r"\brenew(?:al|ing)?\s+(?:of\s+)?(?:the|my|our|this)?\s*(?:\w+\s+)?(?:loan|note|line|credit|"
        r"facility)\b|\b(?:loan|note|credit\s+line)\s+renewal\b|\b(?:get|have)\s+(?:it|the\s+loan|"
        r"my\s+loan)\s+renewed\b"
        r"|\broll(?:ing)?\s+(?:it|this|the\s+(?:loan|note|balance)|my\s+(?:loan|note))\s+over\b|"
        r"\broll\s?over\s+(?:the|my|this)\s+(?:loan|note|balance)\b"
        r"|续贷|续借|借新还旧|转贷|不(?:用)?还本(?!的)[^\n。]{0,4}续|(?:贷款|"
        r"到期)[^\n，。]{0,4}续(?:一[年期下]|上|签)|再续一年",
    ),
    (
        Wish.INTEREST_ONLY,
        r"\binterest[\s-]only\b|\b(?:just|only)\s+(?:pay(?:ing)?\s+)?(?:the\s+|"
        r"my\s+)?interest\b(?!\s+(?:is|was|keeps|went|goes))|\bpay(?:ing)?\s+(?:just\s+|"
        r"only\s+)?(?:the\s+)?interest\s+(?:only|for\s+now|first|now|until|till|for\s+(?:a|the|\d))"
        r"|\binterest\s+(?:now|first)\b[^.!?\n]*\bprincipal\s+(?:later|after)|\b(?:no|skip|"
        r"hold\s+off\s+on|leave)\s+(?:the\s+)?principal\b"
        r"|\binterest\s+payments?\s+(?:only\b|(?:until|till|til|for\s+now)\b)"
        r"|\b(?:cover|keep\s+up|service|carry)\s+(?:(?:just|only|with|on)\s+)*(?:the\s+)?interest\b"
        r"(?=[^.!?\n]*\b(?:principal|rest|until|till|til|for\s+now)\b)"
        r"|\binterest\b[^.!?\n]{0,30}\bprincipal\s+(?:later|after|in\s+\w+|at\s+the\s+end)\b"
        r"|先(?:还|付|交)(?:[^\n，。本]{0,4}利息|息)(?![^\n，。]{0,4}(?:加|和|跟)[^\n，。]{0,6}本)|(?:只|光|单|"
        r"就)能?(?:还|付|交)[得起]{0,2}利?息|利息[^\n。]{0,8}(?:照[付还交]|先[付还交])[^\n。]{0,4}本金?(?:等|秋|以后|之后|再)|先息后本|还息不还本|利息先(?:还|付|交)|本金[^\n。]{0,4}(?:缓|往后|推后|"
        r"以后|晚点|后面)",
    ),
    (
        Wish.EXTENSION,
        rf"\bextend(?:ing)?\s+(?:the|my|our|this)?\s*(?:\w+\s+)?{_LOAN}\b|\b(?:loan|term|"
        rf"maturity)\s+extension\b|\bextension\s+(?:of|on|to)\s+(?:the|my|our)\s+(?:{_LOAN})\b|"
        rf"\bextend(?:ing|ed)?\s+(?:(?:it|this|that|things|us|me|out|for|by|another|the\s+\w+)\s+)*{_MONTHS}\b|"
        rf"\b{_MONTHS}\s+extension\b|\bextension\s+(?:of|for)\s+{_MONTHS}\b|"
        r"\b(?:longer|new)\s+term\b|\blengthen\s+the\s+(?:term|loan)\b"
        r"|展期|(?<![发开扩进拓伸施舒])展(?:到|至|(?:个)?[半一二两三四五六七八九十\d]+(?:个月|年))|延长(?:一下|点)?(?:贷款|还款|借款|合同)?(?:的)?(?:期限|年限|时间|周期)|(?:期限|年限|"
        r"贷款|周期)[^\n，。]{0,4}(?:延长|拉长|放长)|把?(?:期限|年限)[^\n，。]{0,2}(?:放|拉|延)",
    ),
    (
        Wish.REVENUE_LINKED,
        r"(?:\d\s?%|percent|per\s?cent|percentage|share|cut|portion|slice|part|piece)\s+(?:of|off|"
        rf"from)\s+(?:\w+\s+){{0,3}}?{_TAKINGS}\b|\b(?:based|depend(?:s|"
        rf"ing)?)\s+on\s+(?:\w+\s+){{0,2}}?{_TAKINGS}\b|\b(?:tied|linked|"
        rf"according)\s+to\s+(?:\w+\s+){{0,2}}?{_TAKINGS}\b"
        r"|\bpay\s+(?:you\s+)?as\s+(?:we|i)\s+sell\b"
        r"|按(?:照|着)?(?:每[天月日]的?|店里的?|我们?的?|实际的?)?(?:营业额|流水|销售额?|卖的|进账|"
        r"营收|生意)|(?:营业额|流水|销售额|营收)的?[^\n，。]{0,6}(?:%|成|百分|比例|抽|扣|提)|"
        r"卖多少还多少|随(?:营业额|流水|生意)|从(?:每[天日]的?)?(?:营业额|流水)里?(?:扣|抽|提)",
    ),
    (
        Wish.SEASONAL,
        rf"\bseasonal\s+(?:{_PAY}|plan|schedule|terms|arrangement|basis|repayments?)\b"
        r"|\b(?:less|lower|smaller|lighter|nothing|small)\b[^.!?\n]*\b(?:off|slow|low|"
        r"dead)[\s-]?(?:season|months)|\b(?:more|bigger|higher|larger|extra|"
        r"heavier)\b[^.!?\n]*\b(?:busy|high|peak|good|tourist|growing|planting|harvest|"
        rf"holiday)[\s-]?{_SEASON}"
        r"|\b(?:more|bigger|extra)\s+(?:in|during|over)\s+(?:the\s+)?(?:summer|winter|spring|fall|"
        r"busy|peak|high)\b|\b(?:less|smaller|lower)\s+(?:in|during|over)\s+(?:the\s+)?(?:summer|"
        r"winter|spring|fall|slow|off)\b"
        r"|\bpay\s+(?:when|after)\s+(?:the\s+)?season\b|\b(?:busy|slow|"
        r"off)[\s-]season\s+(?:payments?|plan|schedule)\b"
        r"|旺季[^\n。]*(?:多|淡季|还(?!没|不|是))|淡季[^\n。]*(?:少还|少付|少给|旺季|先少|"
        r"能不能少)|季节性(?:地)?还|按季节|跟着季节|农闲[^\n。]*农忙|收成(?:后|时)多还",
    ),
    (
        Wish.FLEXIBLE,
        r"\b(?:can|could|may|want\s+to|like\s+to|let\s+me|allowed\s+to|able\s+to|if)\s+(?:i\s+|"
        r"we\s+)?(?:just\s+)?pay(?:ing)?\s+(?:it\s+|this\s+|the\s+\w+\s+|my\s+\w+\s+|"
        r"some\s+)?(?:off\s+|back\s+)?(?:early|ahead|sooner|faster)\b(?!\s+(?:next|this|in\s+the))|"
        r"\b(?:without|no|waive|minus)\s+(?:a\s+|any\s+|the\s+)?(?:\w+\s+)?(?:penalt(?:y|ies)|"
        r"prepayment\s+fee)\b"
        r"|\bprepay\b|\bpay\s+extra\s+(?:when|any|if|some)|\bpay\s+more\s+(?:when(?:ever)?|"
        r"in\s+good\s+months|any\s?time)|\bflexible\s+(?:plan|payments?|schedule|repayments?|"
        r"terms)\b|\bdraw\s+and\s+repay\b"
        r"|随借随还|随时(?:可以|能)?(?:还|提前|多还)|提前(?:还|结清|付)(?:款|清|贷|"
        r"完)?[^\n。]{0,6}(?:不收|不要|免)(?:收)?(?:违约金|手续费|罚)|(?:能|可以|想|可不可以|"
        r"能不能|允许)提前(?:还|结清|付清)|(?:有钱|能多还)(?:就|了)?多还|手头宽裕[^\n，。]{0,4}多还|灵活还款|"
        r"想还就还",
    ),
    (
        Wish.LOWER_PAYMENTS,
        r"\b(?:lower|reduce|decrease|shrink|drop|cut|bring\s+down|"
        r"knock\s+down)\s+(?:down\s+)?(?:the|my|our|that|those|these)?\s*(?:monthly\s+|weekly\s+|"
        rf"amount\s+of\s+the\s+)?(?:{_PAY}|amount)\b(?!\s+in\s+half\s+and)|\b(?:lower|smaller|"
        rf"reduced|easier|cheaper|lighter)\s+(?:monthly\s+|weekly\s+)?{_PAY}"
        rf"|\b{_PAY}\s+(?:is|are|'s|was)?\s*(?:just\s+|way\s+|too\s+|a\s+bit\s+|"
        r"really\s+)*(?:too\s+(?:much|high|big|steep)|lower|lowered|reduced|smaller|easier)\b|"
        r"\b(?:lowered|reduced)\s+payments?\b|\bpay\s+less\s+(?:a|per|each|every)\s+(?:month|week)|"
        r"\bless\s+(?:a|per|each|every)\s+(?:month|week)\b"
        r"|\bbring\s+(?:it|the\s+payment|my\s+payment|that)\s+down\b"
        r"|(?:每个?月|月供|每期|每次|每周|期供)[^\n，。还]{0,4}(?:能不能|可不可以|可以|"
        r"能)?[^\n，。]{0,2}(?:(?<![多最至])少(?!钱|$)|(?<!最)低|降|减)(?!免)|(?:降低?|减少|调低|"
        r"下调)(?:一?点|一下)?(?:月供|每期|还款额|每月|金额|每个月)|月供[^\n，。]{0,6}(?:高了?|重了?|"
        r"多了|降|减)|少还(?:一?点|些)(?!.*(?:结清|一次))|压力[^\n，。]{0,3}(?:小|轻)",
    ),
    (
        Wish.SETTLEMENT,
        r"(?<!my\s)(?<!injury\s)(?<!lawsuit\s)(?<!court\s)(?<!divorce\s)(?<!insurance\s)"
        r"(?<!class\saction\s)(?<!legal\s)\bsettlement\b(?!\s+(?:check|money|comes?|clears|from|"
        r"hits|gets|came))|\bsettle\b(?!,)(?!\s+(?:up|down|in\b|[^.!?\n]{0,24}\b(?:in\s+full|"
        r"in\s+(?:\d+|two|three|four|five|six)|instal?lment|overdue|by\s+(?:bank|card|check))\b|everything\s+friday|it\s+all\s+(?:on|by)|"
        r"the\s+(?:whole|full|entire)|my\s+(?:full|whole)))"
        r"|\b(?:discounts?|lump\s+sum|write\s?-?off|cents\s+on\s+the\s+dollar|forgive(?!\s+me)|"
        r"compromise)\b|\b(?:knock|shave)\s+(?!it\s+off)(?!\d+\s+off\s+it)[^.!?\n]{0,15}\boff\b|"
        r"\btake\b[^.!?\n]{0,15}\boff\s+(?:the\s+(?:balance|total|top|principal|debt|penalt\w+|"
        r"interest)|what\s+i\s+owe)\b"
        r"|\b(?:\d+\s?(?:%|percent)|half)\s+off\b|\bcall\s+it\s+(?:even|quits|done|square|"
        r"a\s+day)\b|\b(?:accept|take)\s+(?:(?:a\s+)?(?:bit|little)\s+)?less\b(?!\s+(?:out|from|each|every|per|a)\b)|\bless\s+than\s+(?:what\s+i\s+owe|"
        r"the\s+(?:full|whole|balance))|\bpay\s+(?:part|some|half)[^.!?\n]{0,20}\b(?:be\s+done|"
        r"and\s+(?:close|wipe))|\bmake\s+this\s+go\s+away\b|\b(?:reduced|lower)\s+(?:payoff|amount|"
        r"figure)\b|\b(?:wipe|waive|forget|drop)\s+the\s+(?:rest|remainder|remaining)\b|"
        r"\b(?:\d+\s?(?:%|percent)|half)\s+(?:and|n)\s+(?:we'?re?|i'?m|its?|ur|you'?re)?\s*(?:done|"
        r"even)\b|\b(?:lower|reduce)\s+the\s+(?:total|balance)\b|\b(?:total|"
        r"balance)\s+(?:be\s+reduced|come\s+down)\b|\bclose\s+(?:it|this|"
        r"the\s+account)\s+(?:out\s+)?for\b"
        r"|\b(?:waive|forgive|erase|cancel|wipe(?:\s+(?:out|off|away))?|write\s+off)\s+(?:all\s+of\s+(?:it|"
        r"this|what\s+i\s+owe)|everything|(?:the|my|our|this)\s+(?:whole|entire|full|total)\s+(?:debt|loan|"
        r"balance|amount|sum|bill))\b|\bwrite\s+(?:it\s+all|everything|(?:the|my)\s+(?:whole|entire|full)\s+"
        r"(?:debt|loan|balance|amount))\s+off\b"
        r"|打(?:个|点)?(?:折|[一二三四五六七八九\d.]+折)|"
        r"[一二三四五六七八九\d](?:[一二三四五六七八九\d.])?折(?!腾|磨)|减免[^\n，。]{0,2}(?:本金|"
        r"欠款|一部分|部分)|(?:本金|欠款)[^\n，。]{0,2}减免|免(?:掉|除)?(?:一)?(?:部分|一半|点|"
        r"些|\d+|[一二三四五六七八九]千)|协商(?:减|一次性|结清)|"
        r"(?<![息费用])(?<!约金)(?<!纳金)(?:全(?:部|都|额|款)?|都)(?:给我|帮我)?(?:减?免(?![费得打])|抹掉|豁免|勾销|"
        r"清零)(?![^\n，。]{0,3}(?:息|费|约金|纳金))|一笔勾销|(?:免[掉除]?|豁免)(?:全部|所有|全额)"
        r"(?![^\n，。]{0,4}(?:息|费|约金|纳金))|(?:全部|都)不用还|"
        rf"{_LET_OFF}[^\n。]{{0,10}}(?:减|优惠|少还|少点|打折|便宜|就免|的免)|少还(?:一?点|"
        r"些)?[^\n。]{0,6}(?:结清|一次)|抹(?:个|掉)?零|便宜(?:点|些)|就?算(?:是)?(?:结清|还清|两清|清账)|[\d一二两三四五六七八九十][万千百]?(?:块钱?|元)?[^\n，。\d]{0,4}(?:能|可以|可不可以|就)(?:不能)?(?:算)?(?:结清|两清|了结|清账)|和解",
    ),
    (
        Wish.PAUSE,
        r"\b(?:pause|pausing|paused)\b(?!\s+(?:my|the)\s+(?:texts|calls|messages))|\bskip(?:ping|"
        r"ped)?\s+(?:(?:a|an|one|this|that|next|the|my|couple|few|two|three|of|month'?s|\d|or|"
        rf"\w+'s)\s+){{0,4}}{_PAY}\b|\bskip\s+(?:january|february|march|april|may|june|july|august|"
        r"september|october|november|december)\b"
        r"|\b(?:payment\s+(?:holiday|vacation|break)|forbearance|deferment|deferral|defer)\b|"
        rf"\bput\s+(?:it|this|that|everything|my\s+(?:account|loan|{_PAY})|the\s+(?:account|loan|"
        rf"{_PAY}))\s+on\s+(?:hold|pause)\b|\b(?:account|loan|payments?)\s+on\s+hold\b"
        rf"|\b(?:freeze|suspend|stop|hold)\s+(?:the\s+|my\s+)?{_PAY}\s+(?:for|until|till|til)\b|"
        rf"\bhold\s+off\s+(?:on\s+)?(?:(?:the|my|this)\s+)?(?:{_PAY}|for\s+a)|\btake\s+a\s+(?:break|"
        r"month\s+off)\b|\bno\s+payments?\s+(?:for|until|till)\b|\b(?:freeze|suspend|"
        r"hold)\s+(?:the\s+|my\s+|our\s+)?(?:account|loan|everything|payments)\b|"
        r"\bfreezing\s+(?:the|my|our)\s+(?:account|loan)\b|\bput\s+things\s+on\s+hold\b|"
        r"\bgo\s+on\s+hold\b|\b(?:need|get|have|take)\s+a\s+break\b|\bmoratorium\b|"
        r"\bpay\s+nothing\s+for\b|\bpayments?\s+put\s+off\b|\bmiss\s+(?:a|one|this|"
        r"next)\s+(?:payment|month)\b[^.!?\n]*\?"
        r"|停息挂账|还款假期|暂停扣款几个月|停一段时间|先停(?:一下|了|几个月|$)|暂停(?!短信|发|联系|催|电话|"
        r"代扣|扣款|服务|打)|(?:跳过?|停)(?:一|两|二|几|三|这|下)?个?(?:期|月)|(?:停|"
        r"歇)(?:还|一停|几个月)|缓(?:一|两|二|几|三|半)个?(?:月|年)|先不还|缓缴|缓交|停(?:一|"
        r"几)停|[一两几三二]个?月(?:先)?(?:不还|别收)|暂缓|缓冲(?:期|一下)|喘(?:一)?口气",
    ),
    (
        Wish.OTHER_DAY,
        r"\b(?:change|move|switch|shift|push|fix|adjust|update)\s+(?:(?:my|the|our|that|"
        r"this)\s+)?(?:(?:monthly|payment|billing|bill|loan|autopay|draft|collection|debit|"
        r"recurring|repayment|standing|emi|weekly)\s+)*(?:due\s+)?(?:date|day|due)s?\b|"
        r"\b(?:different|another|other|new)\s+(?:due\s+|payment\s+|billing\s+)?(?:date|"
        r"day)\b(?!\s+(?:same|another))"
        r"|\bdue\s+(?:date|day)\b[^.!?\n]*\b(?:changed|moved|to\s+(?:the|a)|after|match|later|"
        r"earlier)|\b(?:payment|due|draft|debit|autopay|repayment|billing)\s+(?:date|"
        r"day)\s+(?:to\s+)?(?:be|could\s+be)\b|\b(?:date|"
        r"day)\s+(?:of\s+my\s+payments\s+)?(?:be\s+)?(?:changed|moved|shifted)\b|"
        r"\bfrom\s+now\s+on\b[^.!?\n]*\b(?:pull|take|bill|debit)|\bmake\s+(?:my|"
        r"the)\s+due\s+(?:date|day)\b|\bmove\s+(?:it|my\s+(?:bill|payment)|"
        r"the\s+payment)\s+to\s+(?:the|a|after)\b|\bmake\s+it\s+due\b"
        r"|改(?:个|下|一下|一个)?(?:还款日|扣款日|日子|日期|账单日|出账日)|换(?:个|一下|"
        r"一个)?(?:日子|日期|还款日|扣款日|天)|(?:还款日|扣款日|账单日|还款日期|到期日|截止日|账期|还款时间|"
        r"扣款日期|日子)[^\n，。]{0,6}(?:改|换|调|挪|移|变)|(?:改|挪|调|"
        r"换)到[^\n，。]{0,8}(?:[号日]|周|发工资)",
    ),
    (
        Wish.MORE_TIME,
        r"(?<!one\s)(?<!once\s)\b(?:more|extra|additional|longer)\s+time\b|\ba\s+little\s+time\b|"
        r"\b(?:an?\s+)?(?:\w+\s+)?extension\b(?!\s+\d)|\bgrace(?:\s+period)?\b|\b(?:few|couple|"
        r"some)\s+(?:of\s+)?(?:more|extra|additional)\s+(?:days|weeks)\b|\b(?:another|one\s+more|"
        r"an?\s+extra)\s+(?:day|week|month|few\s+days|couple\s+\w+)\b"
        r"|\b(?:can|could|may)\s+(?:i|we)\s+(?:please\s+)?(?:have|get)\s+(?:until|till|til)\b|"
        r"\b(?:give|gimme|allow|grant)\s+(?:me\s+|us\s+)?(?:until|till|til|a\s+(?:few|couple|week|"
        r"month|bit|little)|some|more|one\s+more|another|\w+\s+(?:more\s+)?(?:days|weeks))\b|"
        r"\b(?:can|could|will)\s+(?:you|u|it|this|that)\s+wait\b"
        r"|\bpush\s+(?:it|this|the\s+(?:date|payment|due\s+date)|my\s+payment)\s+(?:back|out|to|"
        r"off)\b|\b(?:lemme|let\s+me)\s+have\s+(?:til|till|until)\b|\bbit\s+longer\b"
        r"|宽限(?!期(?:内|算|收|里|再|都))|多给(?:点|些|我)?[^\n，。]{0,4}(?:时间|天|日)|(?:再|"
        r"多)(?:给|宽)[^\n，。]{0,4}(?:天|时间|周|月|日)|缓(?:几|两|一|三)?(?:天|缓|一缓|周)|"
        r"(?<!系统)延(?:期|后|迟|缓|(?:几|两|三|十|五|半|\d+)个?(?:天|月)|到|长[^\n，。]{0,3}天)|"
        r"推(?:迟|后)|[晚迟拖](?:几|两|一|三|半|五|十|个)?(?:天|周|个?(?:月|礼拜|星期))|"
        r"等我?到[^\n，。]{0,8}(?:行|可以|好)[吗不么]|缓到|往后(?:挪|推|延)|晚(?:点|些)(?:还|付|交)|"
        r"再等(?:等|几|两|一)|容我|通融|时间(?:能|可以)?(?:再)?(?:长|多)一?点",
    ),
)
NAMED = frozenset(Wish) - {Wish.MORE_TIME, Wish.OTHER_DAY, Wish.PAUSE, Wish.LOWER_PAYMENTS}
"""Plans that are asked for by their name; less, later and a pause are what difficulty asks for, too."""
_PATTERNS = tuple((wish, compiled(pattern)) for wish, pattern in _KINDS)
_REFUSED_BEFORE = compiled(
    r"(?:\b(?:don'?t|dont|do\s+not|didn'?t|not|never|no\s+longer)\s+(?:really\s+|even\s+)?(?:want|"
    r"need|wanna|asking|ask|asked|looking|interested|trying|like|care)(?:\s+(?:to|for|in|about|a|an|"
    r"any|the|my|you|u|it|on|getting|another|no|that|with)\b)*"
    r"|\b(?:no|without|instead\s+of|rather\s+than|refuse(?:\s+(?:to|any|a|the))?|not)(?:\s+(?:a|an|"
    r"any|the|to|want\s+to)\b)*|\b(?:can'?t|cannot|won'?t|wouldn'?t|shouldn'?t|"
    r"will\s+not)(?:\s+(?:even|be|to|do|afford|get|want|a|an|the)\b)*"
    r"|(?:不要|不想|不用|不需要|不必|不是要?|没(?:有)?(?:要|说|想|打算)|无需|别|不打算|不接受|"
    r"不同意|没申请|我不|用不着)(?:跟我|给我|再|办|做|搞|谈|申请|什么|过|要|你们?)*)\s*$"
)
_NOT_ASKED = compiled(r"(?:why|how\s+come)[^.,;!?\n]{0,12}$")
_REFUSED_AFTER = compiled(
    r"\s*(?:is\s+)?(?:(?:isn'?t|not|won'?t)\s+(?:what|needed|necessary|help|"
    r"an\s+option)|什么意思|是(?:啥|什么)|(?:要|收)?(?:加|收)?(?:多少)?(?:手续)?费(?!吗?不收)|不行|不要|"
    r"不用|没用|不需要|不接受|(?:办|批)不下来|[^\n，。]{0,4}(?:取消|退出)|我?也不|了(?!吧|吗|行|可以))"
)
_MEANING = compiled(
    r"\b(?:what\s+(?:is|does|are)|what'?s|whats|meaning\s+of|define|explain)\s+(?:(?:a|an|the|this|"
    r"that)\s+)?(?:\w+\s+)?$|[\u201c\"']$"
)
_BEHIND = compiled(
    r"\b(?:you|u|they|yall|y'all|somebody|she|he|we)\s+(?:already\s+|just\s+|guys\s+)?(?:gave|"
    r"granted|approved|denied|offered|said|told|refused|paused|put|moved|changed)\b[^.,;!?\n]*$|"
    r"\balready\s+(?:got|have|had|did|asked|given|settled|moved|changed)\b[^.,;!?\n]*$|\b(?:granted|"
    r"approved|denied|refused)\s+(?:\w+\s+){0,2}$|\bi\s+(?:already\s+)?(?:settled|got|had|"
    r"paid)\s+(?:(?:a|an|my|the|that)\s+)?$"
    r"|(?:已经|上次|(?:^|[\s，。我们你他她])之前|去年)[^\n，。]{0,8}$"
)
_SENTENCE = compiled(
    r"[.;!?\n,\uff0c\u3002\uff1b\uff01\uff1f\u3001]|\bbut\b|\bso\b|\bthen\b|但|可是|"
    r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])"
)
_PRICE = compiled(
    r"\b(?:my\s+credit|credit\s+(?:score|report)|score|report)\b|\b(?:affect|hurt|"
    r"kill|ruin|show\s+up)\b|\bwhat\s+interest\b|\bis\s+there\s+a\s+(?:\w+\s+)?(?:fee|"
    r"penalty)\b|\b(?:fee|charge)\s+for\b|(?<!不收)(?<!不要)(?<!免)(?:手续费|违约金)|费用|征信|信用|影响|"
    r"上报|加费|收费|利率多少|几次|利息(?:多少|怎么|高|加)|罚息吗|滞纳金"
)


def wished_plan(text: str) -> Wish | None:
    """The kind they ask for; None where they ask for none, refuse it, or only ask what it is."""
    plain = fold(text)
    for wish, pattern in _PATTERNS:
        if any(_is_wished(plain, match, wish) for match in pattern.finditer(plain)):
            return wish
    return None


def _is_wished(plain: str, match: re.Match[str], wish: Wish) -> bool:
    breaks = [one.end() for one in _SENTENCE.finditer(plain) if one.end() <= match.start()]
    before, after = plain[breaks[-1] if breaks else 0 : match.start()], plain[match.end() :]
    refused = _REFUSED_BEFORE.search(before) is not None and not _NOT_ASKED.search(
        before[: _start(before)] or ""
    )
    if refused or _REFUSED_AFTER.match(after) or _MEANING.search(before) or _BEHIND.search(before):
        return False
    end = _SENTENCE.search(plain, match.end())
    around = before + plain[match.start() : end.start() if end else len(plain)]
    return _PRICE.search(around) is None


def _start(before: str) -> int:
    found = _REFUSED_BEFORE.search(before)
    return found.start() if found else 0
