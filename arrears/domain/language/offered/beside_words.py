"""Words of sums that are not offered, and of days on which nothing is paid."""

from __future__ import annotations

from arrears.domain.language.dates.events import BENEFITS_ZH
from arrears.domain.language.dates.weekdays_en import MISTYPED_WEEKDAY
from arrears.domain.language.dates.written import MONTH_NAME
from arrears.domain.language.money.numerals_en import ORDINAL_WORDS
from arrears.domain.language.script.fold import compiled

_PERSONS = r"(?:(?:you|u|ya|y'?all|you\s+guys|them|me|it|back|in|about|like|around|already|up\s+to|the)\s+)*"
_EARLIER = r"(?:(?<![号日天底末初中旬月周期一二三四五六])(?:之前|以前)|上次|上回|上个?月|上周|上期)"
OTHER_SUM = compiled(
    rf"\b(?:ow(?:e|ed|es|ing)|borrowed|promised|paid|already\s+(?:sent|gave|did))\s+{_PERSONS}\$?$"
    r"|\b(?:u|you|they|y'?all|you\s+guys)\s+(?:are\s+|were\s+)?(?:want(?:ed)?|ask(?:ed|ing)?|say|said|demand(?:ed)?)\s+"
    r"(?:(?:for|me|about|like)\s+)*\$?$"
    r"|\b(?:settle|close)\s+(?:out\s+)?(?:the|my|this)\s+\$?$|\bshort(?:\s+by|\s+about)?\s+\$?$|\b(?:rent|car|mortgage|insurance|phone|daycare|note)'s\s+\$?$"
    r"|\b(?:minimum|balance|total)\s+(?:payment\s+|due\s+)?(?:is|was|of)\s+\$?$|\brents?\s+(?:is\s+)?\$?$"
    r"|(?<!\bagree)(?<!\bagreed)(?<!\bsettle)(?<!\bsettled)(?<!\bdown)(?<!\bdeal)\son\s+$"
    r"|\b(?:instead\s+of|rather\s+than|out\s+of|of\s+(?:the|that|your))\s+\$?$"
    r"|(?:(?<!先)借了?|借给[^\s还付]{1,4}|(?<!先)还[了过]|已经?(?:还|付|交)了?|"
    rf"{_EARLIER}[^\s,，。还付给]{{0,3}}(?:(?:还|付|交|说|借|答应)(?:过|了|的|好)的?|(?:说好|答应)(?:还|付))?的?|"
    r"(?<!把)(?:总共|一共|总额|合计|(?<![还付认给])本金)|(?:要|让|叫)我还|你们要|账单上?(?:写的?|显示)?|应还|"
    r"欠[^\s,，。还付给]{0,5}|余额|(?:到期|逾期|落下|拖欠|要还|该还|应还)的|(?:开学|报名|住院|手术|上学)[^\s,，。还]{0,3}交|(?:^|[\s,，])[你您]们?|(?:还|给|欠)我(?:[凑借拿打转汇寄出]了?)?|花(?:了|掉)|差|一个?小时|月供|(?:已经?|都|刚|被)(?:扣|划|冻结|转|打|交|付|还|花|用)(?:走|掉)?了?|(?:下来|到账|到手|批了?|进来|入账)(?:了)?|(?:一个?月|每个?月)(?:才|也就|拢共|满打满算)|到手(?:才|就|只有|也就)?|(?:卡里|手[里上]|身上|账上|兜里)[只就还剩有]{0,3}|留|(?<![能以只先])拿|水电费?|电费|房租|学费|生活费)(?:是|有|大概|差不多)*$"
)
NOT_THERE = compiled(
    r"\s*(?:is|was|'s|are)\s+(?:just\s+)?(?:what\s+)?(?:i|we|you|u|they|y'?all)(?:'re|'ve|'m)?\s+(?:\w+\s+)?(?:owe|make|earn|want\w*|said|ask\w*|bring)\b"
    r"|\s*(?:is|was|goes\s+to|for)\s+(?:the\s+|my\s+)?(?:rent|mortgage|groceries|day\s?care|utilities|electric|lights)\b"
    r"|\s+(?:that\s+)?(?:he|she|they|it)\s+(?:owes?|took|cost)\b|\s+(?:that\s+)?(?:i'?m|i\s+am)\s+(?:owed|getting|expecting)\b|\s+(?:is\s+)?due\b|\s*(?:/\s?hr|(?:an|per)\s+(?:hour|hr|shift))\b"
    r"|\s*(?:块钱?|元)?的(?:一半|账|债|欠款?|贷款?|单子|手机)"
    r"|\s*(?:dollars?\s+)?(?:debt|loan|balance|bill|account)\b(?!\s+(?:off|down|in\s+full))"
    r"|\s*(?:(?:is|was)\s+)?(?:coming\b(?!\s+(?:your|ur)\b)|last\s+(?:week|month|time|year)\b|"
    r"in\s+(?:the|my)\s+(?:bank|account|checking|savings)\b|\w+\s+(?:days|weeks)\s+ago\b|ago\b|"
    r"goes\s+away\b|waived\b|forgiven\b|late\s+fee\b|"
    r"(?:a|per|every)\s+(?:month|week)\s+(?:ss|ssi|ssdi|social|disability|pension)\b)"
    r"|(?:块钱?|元)?我?(?:也(?:行|可以|成)|没凑[齐够]|也是钱|不要了|免了|还不起)"
)
FROM_BEFORE = compiled(r"\bfrom\s+(?:the\s+)?\$?$")
LESS = compiled(
    r"[^,，。]{0,6}?(?P<to>(?:降|减|压|改|调|少|变|换)(?:低|一点)?[到至成为]|变(?=\W*$))(?:[\ue000\d一二两三四五六七八九十]{1,4}期)?(?:每个?[期月](?:还|付)?|\ue000+)?"
    r"|[\s,，]*(?:我|能不能)?(?:我|只|先)(?:只|先|就|能)*(?:给|还|付)[你您]?们?"
)
NOT_ABOVE = compiled(r"不(?:能|要|可|得)?超过$")
SO_MUCH_THEN = compiled(r"(?:块钱?|元)?[\s,\uff0c]*那?就(?:给|还|按)?")  # 不能超过900 就850吧
PART_OF_IT = compiled(r"\s+(?:of|from|out\s+of)\s+(?:that|it|those|this|which)\b")
SOURCE = compiled(r"\b(?:got|have|i'?ve)\b[^.;]*\b(?:from|out\s+of|with)\s+(?:(?:my|the|a)\s+)?$")
IS_THERE = compiled(r"的(?=[一二两三四五六七八九\d])")
TAKES = compiled(r"\bneed\s+(?:\w+\s+){0,2}months\b|^\s*\w+\s+more\s+months\b")
IN_ALL = compiled(
    r"\b(?:in|within|give\s+me)\s+(?:\w+\s+)?(?:weeks|months)\b|^(?:给我|再[来要]|需要|还要).{1,3}个月"
)
LASTS_TO = compiled(r"(?:till?|until|'?til)\b")
ALL_THERE_IS = compiled(
    r"\b(?:all|only|everything)\b[^.;]*\b(?:have|got|i'?ve|left|account|bank|there\s+is|there'?s)\b[^.;]*$"
)
ITS_PAYMENT = compiled(
    r"\s+(?:payment|pmt|instal+ment|one|bill)\b|[的那这]+一?[期笔]"
    r"|的(?:能不能|能否|可不可以|可以|能|想|要|也){0,2}(?:推|拖|延|缓|挪)"
)  # the June 15 payment, 15号那期
IS_A_DAY = compiled(
    r"^\W*(?:on\s+)?[a-z]+(?:'s|\s+is)\s+(?:a\s+|my\s+)?(?:(?:bank\s+|federal\s+)?holiday|thanksgiving|christmas|birthday|easter|new\s+year)"
)
ON_HAND = compiled(r"(?:我)?(?:身上|手[里头上]|卡里|兜里|账上)(?:就|只|才|也)?(?:有|剩)")
LATER_BY = compiled(r"[晚迟]\S*[天日周月期拜]")  # beside a day, it is how much later that is
IS_A_DAY_ZH = compiled(r"[号日]就?是?(?:清明|端午|中秋|国庆|元旦|春节|除夕|五一|六一)")
THIS_TIME = compiled(r"(?:[这本]|一)(?:期|个月)(?:的|是|要还?)*$")
GIVEN_AFTER = compiled(
    r"(?:块钱?|元)?[\s,\uff0c]*(?:全部?|都)(?:给|还|转|打)|(?:块钱?|元)?[^\s,.;\uff0c\u3002\uff1b]{0,10}[号日底月天][我先就能再]{0,2}[还付](?=$|[\s清掉吧,.;\uff0c\u3002\uff1b])"
)
ALL_OF_IT = compiled(r"(?:块钱?|元)?[\s,\uff0c]*(?:这个|这笔|这些|我们?|可以|能|都|就|先|会)*\s*")
GIVES_ALL = compiled(r"[全都]都?(?:还|打|转)?给")
_HAPPENINGS = (
    r"开学|放假|出殡|葬礼|下葬|丧事|订婚|年检|结婚|婚礼|办酒|手术|开刀|住院|出院|考试|面试|高考|中考|搬家|体检|复查|出差|开庭|到期|"
    r"不在|没空|没时间"
)
PHONED = compiled(r"打(?:了|过)?(?:我|给我)[^,，。\s]{0,4}电话|打[^,，。\s]{0,6}电话")
AWAY = compiled(
    r"\b(?:out\s+of\s+town|(?:am|be|im|i'm|we're)\s+(?:away|off)(?=\s+(?:the|from|on|until|till|\d|\ue000|$))|on\s+vacation|travel\w*|in\s+(?:the\s+)?(?:hospital|jail|rehab)|laid\s+off|lost\s+my\s+job|fired|surgery)\b[^.;,]*$"
    r"|(?:住院|出差|外地|被[裁辞停])[^\s,，。]{0,4}$"
)
HAPPENS = compiled(rf"[\s\u4e00-\u9fff]{{0,3}}?(?:{_HAPPENINGS})")
PAYS = compiled(
    r"\b(?:pay|pays|paying|paid|send|sending|sent|give|giving|put|do|doing|make|take|bill|charge|debit|wire|venmo|zelle|mail|"
    r"can|could|will|would|i'?ll|ill|i'?d|we'?ll|gonna|going\s+to|settle\w*|clear\w*|finish\w*|let'?s|let|lemme|"
    r"have\s+(?:it|the|your|ur)|have\s+something|get\s+(?:you|u|it)|works|fine|ok|okay|good|better|best|be|wait|extend|extension|need|"
    r"want|move|push|switch|change|instead|cancel|start\w*\s+(?:on|from)|beginning|set|make|mean|meant|said|say|latest|again|"
    r"rest|half|balance|remainder|remaining|full|all|everything|it|instal\w+|payments?|due|by|until|till?|before|expect|promise\w*|"
    r"cash|money\s+order|fiver|tenner|bucks|dollars|grand|hundred|thousand|\w+ty|(?:pay\s?)?checks?|payday|catch|bring|drop|deposit|transfer|remit|square|done)\b|"
    r"(?<!没)[还付给转打交汇凑清拿弄补出](?!没|不|[殡生差院租学婚束果工算电正通明去国门医警])|(?<!没)结(?![账帐没不婚束果算])|剩|一半|行|可以|吧|成吗|延|拖|推|挪|缓|宽|晚|改|换|到账|开始"
)
FILLS = compiled(
    r"\b(?:on|by|the|at|around|about|maybe|or|and|to|till?|until|from|for|of|this|next|coming|an?|i|im|i'm|we|my|our|you|u|your|"
    r"is|its|it's|it|that'?s|that|in|yes|yeah|yep|no|not|sorry|so|then|right|please|pls|morning|afternoon|evening|night|noon|"
    r"probably|prolly|like|say|uh|um|well|starting|every|each|months?|weeks?|date|day|again|also|too|sure|just|only|after|before|"
    r"tonight|now|later|latest|earliest|lol|thanks|but|if|when|more|another|other|least|most|over|under|between|how|what|up|plus|"
    r"pm|am|wait|actually|hmm|oh|hi|hey|with|as|be|are|was|think|guess|usual|usually|always|sometime|early|late|mid|end|"
    r"one|ones|hopefully|definitely|there|here)\b|[^\w\u4e00-\u9fff]+|[\d_]+|"
    r"之前|以前|之后|以后|左右|大概|应该|可能|差不多|最迟|最晚|最早|晚上|早上|下午|上午|中午|还是|或者|那天|当天|这天|就是|"
    r"不行|没事|尽量|争取|一定|肯定|反正|估计|[我你您们的了就在是那吧呢啊嘛前后点钟号日再也都先等到从每个和跟要想能会好成呗哦嗯年月周底这下过]"
)
NO_MONEY_YET = compiled(
    r"(?:号|日|天|底|[一二三四五六日])?(?:之|以)?前(?:[我也都真实在的确]|肯定|绝对)*(?:还|拿|付|给|凑|打|转|交)不|"
    r"(?:号|日|底)?(?:之|以)?前(?:[我也都]|实在|真的)*(?:没钱|没有|不行|够呛)"
)
PAYDAY = compiled(rf"(?:发|开|领)(?:工资|薪水?|工钱|{BENEFITS_ZH})|发薪|\bpay\s?day\b")
INSTEAD_OF = compiled(r"\b(?:instead|rather)\s*(?:(?:of|than)\s*)?(?:(?:on\s+)?the\s*)?$|[过等熬]完$")
PARTS = compiled(
    r"\b(?:rest|half|another|remainder|other|remaining|then)\b|剩|余|另|一半|部分|然后|先.{0,20}再"
)
THAT_WAS = compiled(
    r"\b(?:was\s+(?:supposed|going|gonna|paying|due)|were\s+paying|should\s+have|shoulda|said\s+(?:i'?d|i\s+would)|last\s+time|(?:last\s+\w+|yesterday|originally)\s+i\s+(?:said|told\s+\w+|promised))\b|"
    r"本来|原来|原先|原定|(?:说好|答应|约好)[^的,，。\s]+的|没(?:还|付|给|兑)[成上现]|(?:上次|上周|上个?月|之前|昨天)我?说(?!的)"
)
MONTH_SAID = compiled(rf"\b{MONTH_NAME}\b|月|\d/\d")
ANY_DAY_OF_WEEK = compiled(
    rf"\W*(?:on\s+)?(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:days?)?|{MISTYPED_WEEKDAY})|(?:周|星期|礼拜)[一二三四五六日天]"
)
BEGINS = compiled(
    r"\b(?:start\w*|begin\w*|from|first\s+(?:one|payment)?)\s*(?:is\s+|on\s+)*$|(?:从|头[一笔期次]+|第一[笔期次])$"
)
BARE_DAY = compiled(
    rf"\W*(?:(?:maybe|perhaps|say|probably)\s+)?(?:(?:on|by|before|around|until|and|or|to)\s+)?(?:the\s+)?(?:\d{{1,2}}(?:(?:st|nd|rd|th)s?)?|{ORDINAL_WORDS})|(?:\d{{1,2}}|[一二三四五六七八九十]{{1,3}})[号日]"
)
GOES_ON = compiled(r"[\s,]*(?:and|n|&|then)\b(?!\s+(?:so|i'?ll)\b)[^.,;]{0,24}")
EACH_MONTH = compiled(r"\b(?:every|each|a|per)\s+mo(?:nth|s)?\b|\bmonthly\b")
"""Beside it two days are of every month, in whichever order they are said."""
