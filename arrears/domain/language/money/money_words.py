"""Words beside a plain number that make it money, or keep it from being money."""

from __future__ import annotations

from arrears.domain.language.dates.written import MONTH_NAME
from arrears.domain.language.script.fold import STOPS, compiled

_PAY_WORDS = (
    r"pay|pays|paying|paid|do|send|sent|sending|give|put|make|manage|afford|offer|in|throw|spare|swing|pull|draft|debit|"
    r"cover|have|got|start|drop|transfer|together|extra|additional|"
    r"wire|deposit|settle|scrape|max|limit|budget|can|be|and|then|first|only|just|maybe|or|take|accept|"
    r"to|raise|lower|reduce|with|"
    r"about|another|least|most|up|nope|nah|wait|like|for|of|how|approx|approximately|roughly|around|you|u|ya|me|the|"
    r"say|plus|ok|okay|yes|yeah|no|meant|"
    r"sure|now|than|over|exceed|did|said|say|agreed|one|it|from|lets|let's|want|need|bring|try|venmo|"
    r"zelle|mail|drop\s+off|"
    r"come\s+up\s+with|count\s+on|thats|that's|at|more|borrow|get|available|ready|down|\ue000"
)
_SAID_TO_BE = (
    r"(?:max|maximum|most|limit|budget|best|have|afford|do|pay|amount|offer|got|all|spare)\s+"
    r"(?:(?:i|we)\s+(?:can|could|have|got|can\s+(?:do|pay|manage|spare))\s+(?:\w+\s+)?)?is"
)
# What was paid, charged or claimed, wherever amounts that are not offered count as well.
_NAMED_WORDS = (
    r"gave|wired|mailed|cleared|deposited|transferred|posted|charged?|charging|billed|owe|owed|owing|"
    r"shows?|showing|says?|saying|"
    r"borrowed|borrow|took|taken|fee|fees|was|is|are|not|refund|balance|minus|all|other|that|"
    r"this|your|my|debited|deducted|"
    r"cancel|waive|remaining|remainder|last|them|him|her|been|being|claim|claims|claiming|wants?|asking|"
    r"demanding|receipt|payment|"
    r"double|twice|alone|withdrew|pulled|by|on|still|due|late|penalty|interest"
)
OF_INCOME_ZH = compiled(
    r"(?:工资|薪水?|收入|奖金|提成|退休金|养老金|营业额|利润|流水|分红)(?:里面?|中)?的?(?:拿出?|抽出?|出)?$"
)
"""Before a share, it is one of what is earned and not of the debt: 工资的两成."""
_FIRST_PAYMENT = r"(?:first|1st|down|initial)\s+(?:payment|instal?lment)(?:\s+(?:of|at|is))?"
_ALL_OF_IT = (
    r"(?:^|[,;:.!?]|\b(?:and|then|or|now|it|if\s+\w+\s+\w+\s+\w+)\b)\s*"
    r"(?:all|(?:the\s+)?(?:full|whole|entire))"
)
_SOME_MONTHS = r"(?:other|remaining)\s+months|otherwise|(?:winter|summer)s"
BEFORE_EN = compiled(
    rf"(?:\b(?:{_PAY_WORDS}|{_SAID_TO_BE}|{_FIRST_PAYMENT}|{_SOME_MONTHS})|{_ALL_OF_IT}|^(?:no|nope|nah)|^|[,;:.!?\ue000\ue002~])\s*$"
)
MONTH_BEFORE_EN = compiled(rf"\b{MONTH_NAME}\.?\s+$|\ue000\s+on(?:wards?)?\s+$")
"""Before a number that is no day of the month: "april 150", "from may 20 on 900"."""
OFFERED_BEFORE_EN = compiled(
    r"(?:\b(?:pay|do|send|give|manage|afford|offer|spare|swing|only|just|most)|^)\s*$"
)
BEFORE_NAMED_EN = compiled(rf"\b(?:{_NAMED_WORDS})\s*$")
NO_MONEY_BEFORE = compiled(
    r"[栋幢]$|(?:\ue000\s*(?:to|-|through|thru)|\bage\s+of|\bturn(?:s|ed|ing)?|\bi\s?am|\bi'?m|\bi\s+was|\bage|\baged|\bs?he's|"
    r"\bit'?s\s+(?:like|about)|\bunit|\bapt|\bline|\bpage|"
    r"\bgive\s+or\s+take|\bstep|\bquestion|\boption|\bnumber|(?<!\d\s)(?<!\d,\s)(?<!ty\s)(?<!red\s)(?<!actually\s)(?<!wait\s)(?<!sorry\s)\b(?!^)no|"
    r"\b(?:everything|all)\s+(?:but|except)|^(?:(?!\b(?:can'?t|cannot|couldn'?t|not)\b).)*\banything\s+(?:but|except))\s+(?:only\s+|about\s+)?$"
)
OR_DAY_BEFORE = compiled(
    r"\ue000[了啊吧呢的]*[\s,\uff0c]*(?:那|要不|改)就?$|\ue000\s*(?:or|/|&)\s*(?:the\s+)?$|\ue000(?:或者?|还是)$"
)
HEARD_DAY = compiled(r"好(?![吗吧么不的了呢])")
_NEXT_EN = (
    r"(?:a|an|per|each|every|now|down|today|tomorrow|tonight|right|on|by|in|this|next|nxt|for|to|at|and|"
    r"or|but|then|if|is|works?|would|"
    r"will|max|maximum|tops|only|up|first|maybe|until|til|till|before|from|with|monthly|weekly|biweekly|"
    r"towards?|ok|okay|please|pls|plz|thx|"
    r"thanks|i|you|u|instead|start(?:s|ing)?|as|so|because|cuz|bc|good|fine|possible|just|not|over|more|extra|"
    r"less|asap|it|that|which|can|"
    r"could|since|when|once|after|twice|via|using|into|lol|ya|yeah|tbh|later|bi|semi|max|was|does|rn|"
    r"atm|quarterly|of|the|through|thru|"
    r"how|early|earlier|sooner|ahead|ready|available|well|what'?s|urs|yours|is\s+(?:yours|urs)|dollar|dollars|bucks|either|around|though|till|sir|man|bro|ma'?am|left|total|"
    r"altogether|together|combined|between\s+(?:us|the\s+two|both|me|my\s+\w+\s+and)|cash|outta|out\s+of|wednesday|monday|tuesday|"
    r"thursday|friday|saturday|sunday)\b"
)
AFTER_EN = compiled(
    rf"\s*(?:$|[.,;:!?)/\ue000\ue001\ue002\"'~-]|{_NEXT_EN}|{MONTH_NAME}\.?\s*(?:(?:to|til+|until|thru|through|-|–)\s*)?\ue000"
    rf"|{MONTH_NAME}\.?\s*(?:to|til+|until|thru|through|-|–)\s*{MONTH_NAME}\b)"
)
BESIDE_DAY_EN = (
    compiled(r"\b(?:so|it'?s|it\s+is|that'?s)\s+(?:only\s+|just\s+|like\s+|about\s+)?$"),
    compiled(r"\s*(?:on|by|this|this\s+coming|come)\s+[\ue000\ue002]"),
)
"""Before and after a number that is named for a day and nothing else: so its 55 on fri."""
AFTER_NAMED_EN = compiled(
    r"\s*(?:they|we|he|she|charge|fee|late|was|were|has|already|last|payment|twice|again|extra|interest|"
    r"did|didn'?t|went)\b"
)
STRONG_AFTER_EN = compiled(
    r"\s*(?:\ue000|\ue002|(?:down|tops|max|upfront|up\s+front|works?|now|first|each)\b|(?:a|per|every)\s+pay|"
    r"(?:out\s+of|from)\s+(?:each|every|my)\s+(?:pay\s?)?(?:checks?|cheques?|pay)\b|"
    r"out\s+of\s+[\ue000-\ue002])"  # a payday
)
CAN_DO_AFTER_EN = compiled(
    r"\s*(?:is|'s)\s+(?:(?:about|really|pretty\s+much)\s+)?(?:(?:what|all|the\s+(?:most|best))\s+(?:that\s+)?(?:i|we)\b|(?:my|our)\s+(?:max\w*|limit|most))"
)
"""Whatever stands before it: "no 90 is what i can do"."""

BEFORE_ZH = compiled(
    r"(?:我有|还有|撑死|顶多|[还付给打转凑挤抠拿出交存掏汇]|[你您]们|打给[你您]|先|本金|尾款|总额|最多|最少|至少|只[能有]|大概|大约|差不多|约|就|能|可以|要不|再|共|总共|首付|说|是|行|好|不(?:能|要|可|得|会)?(?:超过|多于|高于)|"
    rf"改(?:成|为)?|期|减到|降到|加到|[你您]|到|另外|然后|那|吧|后|手[里头上]有|卡里有|身上有|(?:现在|目前)有|各|每[次期回笔]|[期次回笔]付?|出来|之后|以后|[淡旺]季|平时|平常|(?:其[他它余]|别)的?月份?|[到至][^\s,，。]{{1,3}}月份?|\ue000(?:起|开始)就?|[交还给来凑拿挤出]个|准备|拿得出|退(?:还|回|给)?我?的?(?:押金|税款?|款)|承受|接受|定|付清|嗯|"
    rf"^|[{STOPS},;:!?.\ue000\ue002]|(?:^|[{STOPS},;\s])有|[\u4e00-\u9fff]\s)\s*$"
)
AFTER_ZH = compiled(
    rf"\s*(?:$|是\s*[\ue000\ue002]|过[去来]|总(?:行|可以|成|够)|从(?!你)|一个?(?:月|周|星期|礼拜)|\s(?=[\u4e00-\u9fff])|[{STOPS}!?.,;~\ue000\ue001\ue002]|出来|出得起|[整吧行可好左以怎够呢吗啊哈呀给先就还能每一分剩下到然再的都也或和今明后月周这那慢你您钱但不结了余我能成给上中起])"
)
PAYS_ZH = compiled(
    r"(?:(?<![不没未已])[还付交](?:个|上|给你们?)?|(?<=[还付交清补])(?:利息|本金|手续费|费用)|"
    r"(?:第?二[期笔次个]|下一?[期笔])月?(?:[开起]始?|以?[后])(?:每[期月次])?|\ue000[先再只就能可以都最多]{0,4}[还付给交]?)\s*$"
)
"""What is paid, whatever is said after it: 每月还500意思一下."""
GIVEN_ZH = compiled(
    r"(?:块钱?|元)?[\s,\uff0c]*(?:我|就|先|都|全部?|拿去|微信|支付宝|银行卡){0,3}[还给打转付]?[给到]?[你您]们?[还吧了这先]{0,2}"
    rf"(?=$|[{STOPS},.!?~\s])(?!\s*[\d一二两三四五六七八九])"
)
"""What there is and is given, whatever stands before it: 红包剩88 先给你."""
BEFORE_NAMED_ZH = compiled(
    r"(?:[多了过收欠借写扣算变要退刷]|那笔|这笔|一笔|笔|费|次|的|是|显示|说|成|共|金额|利息|滞纳金|违约金|我|取消|应该|明明|才|只|不是|没说过?|没答应)\s*$"
)
AFTER_NAMED_ZH = compiled(r"\s*(?:[的块怎取是啥凭收]|手续费|小票|回单|凭[证条]|收据|流水|单号|交易号)")
OF_THE_LOAN = compiled(
    r"\s*(?:块钱?|元)?的(?:贷款?|借款)(?![里中先])|\s*(?:块钱?|元)?(?:的?那个|的)(?:申请|请求)"
    r"|\s*(?:dollars?\s+)?(?:settlement\s+)?(?:request|application)\b"
    r"|\s*(?:dollars?\s+)?(?:loan|note|line\s+of\s+credit)\b(?!\s+(?:off|down|in\s+full|payments?|instal))"
)
_OTHERS_PAID_EN = (
    r"(?<!\bpayment\s)(?<!\byours\s)(?<!\byou\s)(?<!\bit\s)(?<!\bthis\s)(?<!\bthat\s)"
    r"(?:comes?|goes|go|gets?\s+(?:taken|paid)|has\s+to\s+come)\s+out\s+of\s+(?:that|it|there|this)\b"
)
SPOKEN_FOR = compiled(
    rf"[^.;!?\n]{{0,24}}\b(?:account|bank|checking|savings)\b[^.;!?\n]{{0,40}}\s{_OTHERS_PAID_EN}"
    r"|(?:块钱?|元)?(?:左右|多)?[\s,\uff0c]*+(?!你|您|这期|还款)[^\d.。；;！？\n]{1,10}(?:从|在)(?:这)?(?:里面|里头|里边|这里|那里|里)(?:扣|出|走|付|交)"
)
"""After a sum: other things are paid from it, so that it is what there is and no offer."""
PAYS_OF_IT = compiled(
    r"(?:[还付给交打转]|\b(?:pay|send|give|put|do)(?:\s+(?:off|you|back|about|like|around|only|just))*)\s*\$?$"
)
COUNTER = compiled(
    r"\s+times\b|\s+(?:at|@)\s+\$?\d{2,}(?!\s*(?:[:\d]|[ap]\.?m\b))|\s*(?:成(?!不|吗|么|吧)|[个天周月年日号点期次岁人位名折%楼里斤份笔时级层间张件台辆口只种倍批]|家(?![里人中])|小(?!票)|分(?!着|开|摊)|回(?!单|执|头|款|家|来|去)|本(?!子|来|人|金|月|周|期)|条(?!件))"
)

# In a turn that is about money a number is a sum unless one of these says that it counts or numbers things.
NUMBERS_BEFORE = compiled(
    r"(?:\b(?:age|aged|turn(?:s|ed|ing)?|since|year|room|unit|apt|apartment|suite|route|highway|hwy|"
    r"channel|bus|flight|page|chapter|ch|section|"
    r"article|floor|line|box|version|code|number|(?<!\d\s)(?<!\d,\s)(?<!ty\s)(?<!red\s)no|step|size|day|week|month|title|form|form\s+no|"
    r"interstate|exit|gate|lot|space|"
    r"daughter\s+is|son\s+is|kid\s+is|she\s+is|he\s+is|she'?s|he'?s|i'?m|i\s+am|temperature\s+is|"
    r"score(?:\s+is)?|at\s+least\s+\w+)|\berror|打不开|#|第|几|[栋幢座]|单元)\s*$|好$"
)
_NO_COUNTED = (
    r"(?:is|was|us|as|this|thus|yes|works?|sounds|seems|unless|plus|less|towards|besides|does|has|its|"
    r"it's|that's|thats|his|hers|ours|yours|"
    r"always|afterwards|sometimes|bucks|dollars|tops|pls|thanks|sorry|says|thurs|tues|wednesdays?|cents|"
    r"weds|bones|bless|across|minus|guys|goes|comes|hits|lands|drops|posts|clears|leaves|gets|arrives|pays|"
    r"makes|falls|lets|helps|covers|settles|stays|works)"
)
COUNTED_EN = compiled(
    rf"[%a-z]|\s*-?\s*(?:(?!{_NO_COUNTED}\b)[a-z]{{2,}}s\b|(?:people|children|men|women|percent|"
    rf"per\s?cent|pct|hr|min|hour|minute|year|yr|month|mo|week|wk|day|mile|"
    r"degree|lb|pound|foot|feet|ft|inch|acre|acres|gallon|point|street|st|ave|avenue|road|rd|drive|lane|"
    r"blvd|am|pm|a\.m|p\.m|o'?clock|nd|rd|th|bed|"
    r"credit|apr|kid|child|payment\s+(?:plan|s)|more\s+(?:[a-z]+s)|million|billion|times|x|equal|easy|(?:small|big|little|large|tiny|huge)(?:er)?|of\s+(?:those|them|these))\b)"
)
DAY_AFTER = compiled(r"[号日]?(?:[之以]前|以后|前(?=[还给付打转交]))")
"""After a small number it is a day of the month: 二十五以前."""
NO_SUM_AFTER = compiled(r"[了好多几来余岁周天号期点分度斤后前]")
CHINESE_BESIDE = compiled(r"(?:[\u4e00-\u9fff].*|.*[\u4e00-\u9fff])$")
COUNTED_ZH = compiled(
    r"(?:[多几来余]|把(?![账钱卡剩它那这欠我号])|\s*(?:成(?!不|吗|么|吧)|[个天周月年日号点期次岁人位名折%楼里斤份笔级层间张件台辆口种倍批米克度路版室栋届集部页字亩吨升瓦户箱包瓶盒袋桶秒]|家(?![里人中])|小(?!票)|分(?!着|开|摊)|回(?!单|执|头|款|家|来|去)|条(?!件)|"
    r"条(?!件)|本(?!子|来|人|金|月|周|期)|首(?!付)|头(?!款)|时(?!间)|公[里斤顷]|平[方米]|马力|只(?![能有要够])|员工|块(?!钱)(?=蛋糕|地|石)))"
)
