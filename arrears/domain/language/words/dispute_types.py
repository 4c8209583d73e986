"""On what ground a debt is contested."""

from __future__ import annotations

from arrears.domain.language.script.terms import Words

_SUM = r"\$?\d(?:[\d,.]+k?|k)"
_FEE = r"(?:fees?|charges?|interest|penalt(?:y|ies)|premiums?|insurance)"
_SAID_WRONG_EN = (
    r"not\s+(?:the|a|an)\s+(?:right|correct|real|true)\s+(?:amount|balance|total|figure|number|sum|bill|charge)|"
    rf"nowhere\s+(?:near|close\s+to)|owe\s+(?:that|this|so|anywhere\s+near)\s+(?:much|{_SUM})|"
    rf"{_SUM}\s+(?:\w+\s+){{0,5}}?(?:is|are|looks)\s+(?:just\s+|all\s+)?(?:wrong|incorrect|inaccurate|not\s+right)|"
    rf"should\s+(?:say|read|be)\s+{_SUM},?\s+not|{_SUM}\s+(?:is|was)\s+what\s+i\s+(?:owe|borrowed|signed|agreed)|"
    r"is\s+what\s+i\s+(?:owed?|borrowed)\s+not|"
    rf"(?:don'?t|dont|do\s+not|didn'?t)\s+owe\s+(?:you\s+)?{_SUM},?\s+(?:\w+\s+){{0,4}}?{_SUM}"
)
"""What is said of a sum or a balance that is not right."""
_NUMBERS_APART_EN = (
    rf"(?:borrowed|owed?|signed\s+for|loan\s+was|original\s+loan\s+was)\s+{_SUM}\s+(?:\S+\s+){{0,6}}?"
    rf"(?:you|u|this|it|it'?s|its|you're|ur|yall)\s+(?:\w+\s+){{0,3}}?{_SUM}|"
    rf"{_SUM}\s*[?!.]+\s*(?:but\s+)?(?:i|we)\s+(?:only\s+)?(?:borrowed|signed\s+for|took|got|owed?)\s+(?:only\s+)?{_SUM}|"
    rf"never\s+(?:got|received|borrowed)\s+{_SUM},?\s+only|where\s+(?:does|did|is)\s+(?:the\s+|that\s+)?{_SUM}\s+com(?:e|ing)\s+from|"
    rf"how\s+(?:come|on\s+earth|do|can|did|am)\s+(?:\w+\s+){{0,4}}?(?:owe|went\s+from|go\s+(?:from|up\s+to)|{_SUM})"
)
"""Two sums that should be one."""
_FEES_CONTESTED_EN = (
    rf"{_FEE}\s+(?:\S+\s+){{0,5}}?(?:isn'?t|isnt|wasn'?t|wasnt|not|never|shouldn'?t|shouldnt|aint|ain'?t)\s+(?:\w+\s+)?"
    rf"(?:agreed|fair|valid|legal|authori[sz]ed|signed|what\s+i\s+signed|set\s+up|be\b|in\s+(?:the|my)\s+(?:contract|agreement))|"
    rf"never\s+(?:agreed|consented|signed(?:\s+up)?)\s+(?:to|for)\s+(?:a|an|the|any|that|this|your|those|these)\s+(?:\S+\s+){{0,4}}?{_FEE}|"
    rf"(?:don'?t|dont|do\s+not|won'?t|wont|not)\s+(?:accept(?:ing)?|agree\s+(?:with|to)|recogni[sz]e)\s+(?:the|that|this|your|those|any)\s+(?:\S+\s+){{0,3}}?{_FEE}|"
    rf"(?:disagree\s+with|disput(?:e|ing)|contest(?:ing)?)\s+(?:the|that|this|your|those)\s+(?:\S+\s+){{0,3}}?(?:{_FEE}|balance|amount)|"
    rf"charg(?:ed|ing)\s+(?:me\s+)?(?:\S+\s+){{0,4}}?{_FEE}\s+twice"
)
"""What was added to the debt and is not agreed to."""

_FEE_ZH = r"(?:手续费|滞纳金|违约金|利息|罚息|保险费|保费|服务费|管理费|担保费|咨询费|会员费|逾期费|费用?)"
_NOT_AGREED_ZH = (
    r"(?:不认|不承认|没(?:买|同意|授权|签|办|要|开通|听说)过?|不(?:应)?该(?:收|有|算)|凭(?:什么|啥)收|不同意|不合理|"
    r"(?:合同|协议)(?:里|上)?(?:\w{0,3})没(?:写|有|约定|说))"
)
_FEES_CONTESTED_ZH = (
    rf"{_FEE_ZH}(?:[\d一二两三四五六七八九十百千万]{{2,}}[块元]?)?(?:我|们|都|可|也|压根|根本|从来|就|是|的|这个){{0,4}}\s?{_NOT_AGREED_ZH}|"
    rf"(?:没(?:买|同意|授权|办|开通)过|不认|不同意|凭(?:什么|啥)(?:收|加|算))(?:你们|这|那|的|我|个|笔|什么){{0,3}}\w{{0,6}}?{_FEE_ZH}"
)
_N = r"[\d一二两三四五六七八九十百千万]{2,}"
_NUMBERS_APART_ZH = (
    rf"(?:借|欠|贷|买|说好|谈的|当时说|上个月)[^。？！]{{0,14}}?{_N}[^。？！]{{0,12}}?(?:怎么|咋|凭(?:啥|什么)|变成?|你们?(?:说|写|要|跟我说)|现在(?![再给先只能还就])|写成?|记成|这个月就)"
    rf"[^。？！\d一二两三四五六七八九十百千万]{{0,8}}{_N}(?![期号月日])|"
    rf"(?:欠|借|贷|本金|账单|金额)[^。？！]{{0,6}}{_N}[块元]?[\s,\uff0c]*(?:而)?不是{_N}(?![期号月日])|怎么还欠{_N}|不欠(?:你们)?{_N}[^。？！]{{0,6}}(?:合同|应该|只|才)|"
    r"(?:应该|明明|本来)是?(?:[只才就]?[借欠])?[\d一二两三四五六七八九十百千万]{2,}(?![号日月期])|[记写算]反了|(?:扣款|这笔)[\s,\uff0c]*我?没(?:授权|同意)过|[你贵]\w{0,3}记错|"
    r"没(?:算|记|加|冲)(?:进去|进来|上)"
)
"""Two sums that should be one, or a payment that is missing from the sum."""

DISPUTES_EN: Words = (
    (
        "",
        r"(?:i'?m|i\s+am|im|he'?s|she'?s|(?:he|she|son|daughter|kid|mom|mother|dad|father|wife|husband)\s+is)\s+(?:(?:only|about|almost|over)\s+)?(?:\d{1,3}|[a-z]+(?:[\s-][a-z]+)?)\s+(?:years?|yrs?)\s+old",
    ),
    (
        "identity_theft",
        r"identity\s+theft|id\s+theft|stol(?:e|en)\s+(?:my\s+)?(?:identity|ssn|social|info\w*|name)|"
        r"(?:identity|info\w*|ssn|social)\s+(?:was\s+|got\s+|been\s+|is\s+)?stolen|(?:somebody|someone|"
        r"(?:some|an?|the)\s+(?:thief|crook|scammer|stranger|hacker|criminal|fraudster)|some\s+\w+|they|he|she)\s+(?:else\s+)?(?:used|opened|forged|"
        r"took)\s+(?:\w+\s+){0,3}(?:my\s+(?:name|ssn|social|info\w*|identity)|in\s+my\s+name|using\s+my)|"
        r"(?:opened|taken\s+out|made)\s+in\s+my\s+name|(?:signature\s+(?:was\s+|is\s+)?|"
        r"forg\w+\s+(?:my\s+)?signature)(?:forged)?|forged|impersonat\w+|(?:opened|taken\s+out)\s+fraudulently|fraudulently\s+(?:opened|taken)|"
        r"(?:room\s?mate|cousin|brother|sister|ex|mom|dad|mother|father|uncle|aunt|nephew|friend|co-?worker|neighbou?r|son|daughter)\s+(?:used|stole|took)\s+my\s+(?:info\w*|name|ssn|social|identity)|"
        r"fraud(?:ulent)?(?:\s+(?:account|"
        r"loan|victim))?|hacked|never\s+opened\s+(?:this|that)\s+(?:account|loan),?\s*fraud",
    ),
    (
        "too_old",
        r"too\s+old|statute\s+of\s+limitations?|time[\s-]?barred|(?:from|over|more\s+than|like|about|almost|"
        r"nearly)\s+(?:\w+\s+){0,2}(?:years?|decades?)(?:\s+(?:ago|old|back))?|years\s+(?:ago|old)|"
        r"(?:\d{1,2}|\w+teen|seven|eight|nine|ten|eleven|twelve|twenty)\s+yrs\s+(?:old|ago)|sol\s+(?:is\s+)?(?:up|expired|passed)|past\s+the\s+statute|expired\s+debt|old\s+debt|decade\s+ago|"
        r"(?:from|since|back\s+in)\s+(?:19\d\d|200\d|201[0-8])",
    ),
    (
        "insurance",
        r"insurance\s+(?:was\s+supposed\s+to|should(?:'ve|\s+have)?|already|is\s+supposed\s+to|has\s+to|"
        r"will|covers?|covered|paid|pays|company)(?:\s+\w+){0,2}|(?:covered|paid)\s+by\s+(?:my\s+|"
        r"the\s+)?insurance|bill\s+(?:my|the)\s+insurance|insurance\s+claim|medicaid|medicare",
    ),
    (
        "wrong_amount",
        rf"{_SAID_WRONG_EN}|{_NUMBERS_APART_EN}|{_FEES_CONTESTED_EN}|"
        r"(?:a|one|an\s+extra)\s+zero\s+too\s+many|extra\s+zero|(?:amount|balance|number|numbers|total|figure|math|sum|interest|fees?|charge|charges|bill|"
        r"calculation)(?:\s+(?:you\s+(?:have|sent|say|calculated|show)|on\s+\w+|here|"
        r"that\s+you\s+\w+))*(?:'s|\s+is|\s+are|\s+isn'?t|\s+aren'?t|\s+looks?|\s+was|\s+don'?t|\s+doesn'?t|"
        r"\s+can'?t\s+be)\s*(?:\w+\s+)?(?:wrong|incorrect|off|right|correct|bogus|inflated|too\s+(?:high|"
        r"much)|add\s+up|accurate|not\s+right|inaccurate)|wrong\s+(?:amount|amt|balance|total|number\s+on)|not\s+the\s+amount|"
        r"(?:amount|amt|sum|balance|bill|figure|total|number)(?:\s+(?!not\b)\w+){0,4}?\s+(?:doesn'?t|don'?t|does\s+not|do\s+not|didn'?t)\s+(?:match|add\s+up)|"
        r"(?:your|ur)\s+math\s+(?:aint|ain'?t|isn'?t|is\s+not)\s+\w+|"
        r"(?:don'?t|dont|not|do\s+not)\s+(?:agree|add\s+up)(?:\s+with\s+(?:the|that|this|your)\s+(?:amount|"
        r"balance|total|figure))?|over\s?charg\w+|charg(?:ed|ing)\s+(?:me\s+)?(?:"
        r"double|too\s+much|for)|double\s+billed|only\s+(?:borrowed|owe|owed|took)\b|"
        r"(?:says?|saying|claim\w*|show\w*)\s+(?:i\s+owe\s+)?\$?[\d,.]+\w?\s+(?:but|when|and)\s+(?:i|it|we|"
        r"the|my|its|it's)\b|how\s+can\s+i\s+owe|fees\s+(?:that\s+)?(?:i|we)\s+never\s+agreed|"
        r"contest\s+(?:this|the)\s+(?:balance|amount)|late\s+fees\s+are|added\s+fees|too\s+much|"
        r"(?:was\s+told|(?:supposed\s+to|should|ought\s+to)\s+(?:only\s+)?be)\s+\$?\d[\d,.]*,?\s+(?:not|but|and\s+(?:it|u|you|this|that)|(?:it|u|you|yall|"
        r"they|this|that|the\s+(?:bill|app|letter|statement|website))\s+(?:says?|shows?|have|has|sent|claims?|want|reads?))|"
        r"owed?\s+\$?\d[\d,.]*k?(?:\s+\w+)?,?\s+not\s+\$?\d|why\s+(?:is\s+it|am\s+i\s+being\s+charged)|"
        r"where\s+did\s+(?:the|this)\s+(?:fee|interest)",
    ),
    (
        "not_mine",
        r"(?:not|isn'?t|isnt|aint|ain'?t|never\s+was|wasn'?t)\s+(?:my|mine|our|ours|me)(?:\s+(?:debt|loan|"
        r"account|bill|signature|problem))?|never\s+(?:\w+\s+)?(?:signed|took\s+(?:out|this|that|a)|"
        r"borrowed|opened|had|heard|applied|received|got|agreed|owed|asked|seen)(?:\s+(?:this|that|it|any|a|"
        r"of|for|out|the))*|(?:don'?t|dont|do\s+not|didn'?t|didnt|did\s+not)\s+(?:owe|recogni[sz]e|"
        r"know\s+(?:about\s+)?(?:this|anything)|sign|take|borrow|open|have\s+(?:a|any)\s+(?:loan|account|"
        r"debt))|no\s+such\s+(?:loan|debt|account)|belongs?\s+to|(?:ex|husband|wife|partner|brother|"
        r"someone\s+else|somebody\s+else)(?:\s+\w+)?\s+(?:took\s+(?:it|that|this)\s+out|took\s+(?:that|"
        r"this)\s+(?:loan\s+)?out|signed|borrowed|opened)|took\s+that\s+out\s+not\s+me|(?:not\s+me|"
        r"someone\s+else'?s?)|wrong\s+person|different\s+company'?s|"
        r"owe\s+(?:you\s+)?(?:people\s+)?(?:nothing|zero)|there\s+is\s+no\s+debt|am\s+not\s+responsible|not\s+owed|fake\s+(?:debt|loan)|co-?signed\s+nothing|can'?t\s+be\s+mine|was\s+never\s+(?:on\s+it|a\s+guarantor)|"
        r"don'?t\s+(?:believe|think)\s+(?:this|that|the|it)(?:\s+\w+)?(?:'s|\s+is)\s+mine|don'?t\s+remember\s+(?:ever\s+)?(?:taking|signing|opening)|"
        r"not\s+acknowledge|(?:got\s+me\s+)?mixed\s+up\s+with|not\s+availed",
    ),
)

DISPUTES_ZH: Words = (
    (
        "identity_theft",
        r"(?:不是我\w{1,2}[\s,\uff0c]*)?身份证?(?:\w{0,5})?(?:丢|掉|遗失|被偷|被盗)(?:了|过)*[\s,\uff0c]*(?:\w{0,3})?(?:被|遭|让)\w{0,2}(?:冒|盗|借|贷|办|用)\w{0,3}|"
        r"(?:身份|身份证|信息|名字|名义|资料|证件)(?:证)?(?:\w{0,3})?(?:被|遭|让)(?:人|别人)?(?:\w{0,2})?(?:盗|冒|偷|用)(?:用|了)*|"
        r"身份证?(?:\w{0,5})?(?:丢|掉|遗失|被偷|被盗)(?:了|过)*[\s,\uff0c]*(?:\w{0,4})?(?:人|谁)\w{0,6}(?:贷|借|办|用|开)(?:的|了|款)*|"
        r"(?:别人|有人|人家|骗子|不知道谁)(?:拿|用|偷|借)(?:了|着)?(?:我|它|那个?|捡到的)\w{0,6}(?:贷|借|办|开)(?:的|了|款)*|"
        r"冒(?:用|名|充|签|我的?名)|盗用|(?:拿|用)(?:了)?我的?(?:身份|名字|身份证|资料|名义|信息)(?:\w{0,3})?(?:办|贷|借|开)?的?|"
        r"被(?:\w{0,3})?(?:诈骗|骗)|伪造|假签名|签名(?:\w{0,2})?(?:不是我|假)",
    ),
    (
        "too_old",
        r"(?:诉讼)?时效|(?:十|二十|八|九|七|六|五|多|好多|好几|[5-9]|1\d|2\d)(?:几|多)?年(?:以)?前|(?:多少|十几|好多|这么多|好几)年了|陈年|过期了?|"
        r"太久(?:了|以前)?|老(?:账|债)",
    ),
    (
        "insurance",
        r"保险(?:公司)?(?:\w{0,3})?(?:赔|付|出|理赔|管|承担)|(?:找|问)保险公司|(?:应该|该)(?:由)?(?:医保|保险)|医保(?:报|赔|付)",
    ),
    (
        "wrong_amount",
        rf"{_FEES_CONTESTED_ZH}|{_NUMBERS_APART_ZH}|"
        r"(?:金额|数目|数字|余额|账|帐|账单|账目|利息|本金|费用?|滞纳金|违约金|手续费|总额|钱数)(?:\w{0,6})?(?:不对|有误|错|不符|对不上|有问题|不合理|太高|离谱|多了|"
        r"不认可|没这么多|不止|不实)|(?:多|重复|乱|双倍)(?:算|收|要|记|计)(?:了)?(?:费)?|(?:多|乱)扣(?!的)(?:了)?(?:费)?|(?<!我)(?<!对)(?<!对[\s,\uff0c])算错|没(?:借|欠)?(?:的)?(?:这么|那么)多|(?:只|就)(?:借|欠|"
        r"贷|用)(?:了)?(?:[\d一二两三四五六七八九十百千万]+)?|怎么(?:变|成|会|有|是)(?:成|这么|那么|[\d一二两三四五六七八九十百千万]+)(?:多)?|"
        r"哪来(?:的)?(?:这么多|那么多)?(?:利息|费|钱)?|合同\w{0,4}是\w{0,8}你们(?:要|说|算)|不服\s*这个?数|(?:对不上|不是这个数|没这么多|多出来)",
    ),
    (
        "not_mine",
        r"不是我(?:的(?:债|账|钱|贷款|签名|字|签字|欠款|事)?|借的?|贷的?|签的?(?:字)?|办的?|欠的?|用的(?:钱)?|刷的?|花的?|消费的?|操作的?|本人)|"
        r"(?:我)?(?:从来|根本|压根|从)?(?:没|没有|未)(?:在你们\w{0,3}|[跟和]\w{1,4}?|向\w{1,4}?)?(?:借|签|贷|欠|办|收到|用|申请)(?:过|了|你们)?(?:\w{0,3})?(?:款|钱|"
        r"字|合同|贷)?|(?:不|没)(?:认|承认)(?:这|账|债)?|我不(?:认|承认|欠|知道)(?:这|这笔)?(?:债|账|钱|贷款)?|(?:前妻|前夫|别人|合伙人|朋友|他|她|"
        r"老公|老婆|哥|弟)(?:\w{0,4})?(?:借|签|贷|办|欠)的|跟我(?:没|无)(?:有)?(?:\w{0,2})?关系|没有(?:借贷)?关系|名下没有|没按过?手印|(?:判决|协议|判)\w{0,4}归(?:他|她|对方|前夫|前妻)|凭什么说我欠|凭空(?:来|冒|多)|放弃(?:了)?继承|替(?:别人|人)|"
        r"帮(?:别人|人)?(?:\w{0,2})担保|(?:什么|哪来的?)(?:贷款|债|钱|账)|不是(?:我们?)?的(?:债|账)",
    ),
)
