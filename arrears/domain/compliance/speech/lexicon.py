"""Words that are never lawful, or not lawful here, in both languages.

The lists do not judge tone. They are wider than the law where a wider word costs little: a refused template
is rewritten once.
"""

from __future__ import annotations

import re

# ASCII word boundaries, so that an English word is found where Chinese follows without a space.
FLAGS = re.IGNORECASE | re.ASCII

DEBT = re.compile(
    r"\b(?:balances?|ow(?:e|es|ed|ing)|debts?|debtors?|creditors?|loans?|lend(?:er|ers|ing)?|borrow\w*"
    r"|(?:re|over|under)?pa(?:y|ys|ying|yment|yments|yable|yoff|id)|overdue|due(?!\s+to\b)|delinquen\w*"
    r"|arrears|instal?lments?|collect(?:ion|ions|or|ors|ing)|mortgages?|interest\s+(?:rate|charge)s?"
    r"|late\s+fees?|charge[- ]?offs?)\b"
    r"|[$¥￥€£]\s?\d|\d\s?(?:元|块|塊|dollars?\b|bucks\b|usd\b|yuan\b|rmb\b|cny\b)"
    r"|\b(?:dollars|yuan)\b|[一二两兩三四五六七八九十百千万萬零]\s?(?:美元|元|块|塊)"
    r"|欠|逾期|[还還][款清钱錢]|[应應归歸偿償能][还還]|[还還]多少|[贷貸]款|借款|[债債]|余额|餘額|分期|催收|"
    r"本金|[罚罰]息|利息|付款|[账賬帳][单單]",
    FLAGS,
)

NEVER = re.compile(
    r"\b(?:arrest(?:ed|s)?|jail(?:ed)?|prison|handcuff\w*|warrants?|sheriff|criminal(?:ly)?|prosecut\w*"
    r"|police(?!\s+report)|deport\w*|immigration|chain\s+of\s+command|security\s+clearance"
    r"|our\s+(?:attorneys?|lawyers?|legal\s+(?:team|department))"
    r"|(?:this\s+is|i\s+am|i'm|we\s+are|we're|from|on\s+behalf\s+of)\s+(?:an?\s+|the\s+)?(?:(?!your)\w+\s+)?"
    r"(?:attorneys?|lawyers?|law\s+(?:firm|office)s?|courts?|government|irs|fbi|cfpb|ftc|marshals?"
    r"|equifax|experian|transunion|credit\s+bureaus?)"
    r"|(?:official|legal|court|government)\s+(?:notice|document|order|form)s?|summons|subpoenas?|affidavits?"
    r"|(?:tell|contact|call|inform|notify)\s+your\s+"
    r"(?:employer|boss|family|friends|neighbou?rs?|landlord|contacts))\b"
    r"|拘留|逮捕|坐牢|判刑|刑事|[报報]警|公安|警察|[传傳]票|判[决決][书書]|立案"
    r"|(?:我们?是|我們是|这里是|這裡是|来自|來自|代表)[^。!?;:,、]{0,6}"
    r"(?:[检檢]察院|政府|律[师師]|征信中心|[银銀]保[监監]|金融[监監]管|司法)|律[师師]函|黑名[单單]|失信|老[赖賴]",
    FLAGS,
)

EXPOSURE = re.compile(
    r"\b(?:blacklist\w*|expose\s+you|everyone\s+will\s+know|make\s+(?:it|this)\s+public|post\s+your\s+(?:name|photo)"
    r"|(?:your|the)\s+(?:contact\s+list|address\s+book))\b"
    r"|黑名[单單]|失信|老[赖賴]|通[讯訊][录錄]|曝光|公之[于於][众眾]|[张張][贴貼]|群[发發](?:给|給|您|你)"
    r"|(?:[联聯][系繫]|通知|告[诉訴])[您你]?的?"
    r"(?:家人|家属|家屬|父母|[单單]位|公司|[亲親]友|朋友|同事|[邻鄰]居|[领領][导導])",
    FLAGS,
)

SUIT = re.compile(
    r"\b(?:lawsuits?|su(?:ed|ing)|sue\s+you|legal\s+(?:action|proceedings|consequences|steps)|litigat\w*"
    r"|(?:take|see)\s+you\s+(?:to|in)\s+court|(?:go|going|file\w*)\s+(?:to|in)\s+court|court\s+(?:case|action|date)"
    r"|judge?ments?\s+against)\b"
    r"|起[诉訴]|[诉訴][讼訟]|法院|法庭|法律(?:手段|程序|行[动動]|责任|責任)|打官司",
    FLAGS,
)

SEIZURE = re.compile(
    r"\b(?:garnish\w*|seiz(?:e|ed|ure|ing)|repossess\w*|foreclos\w*|attach\s+your|levy\s+(?:on\s+)?your|liens?)\b"
    r"|[强強]制[执執]行|查封|[冻凍][结結]|扣[划劃押]|拍[卖賣]",
    FLAGS,
)

CREDIT = re.compile(
    r"\bcredit\s+(?:score|report|rating|bureau|history|file|record)s?\b|[征徵]信|信用(?:[记記][录錄]|[报報]告|[评評]分)",
    FLAGS,
)

OWN_LOAN = re.compile(
    r"\b(?:made|granted|gave)\s+(?:the|this|your|you\s+the)\s+loan\b|\b(?:our|we)\s+own\s+(?:the\s+|this\s+)?loan\b"
    r"|\bcollects?\s+it\s+(?:itself|ourselves)\b|\bwe\s+lent\s+you\b"
    r"|[贷貸]款[^。!?]{0,12}(?:[发發]放|放款)|自己催收|我[们們]借[给給][您你]",
    FLAGS,
)

URGENCY = re.compile(
    r"\b(?:final\s+(?:notice|warning|demand)|last\s+(?:chance|warning)|act\s+(?:now|immediately)|or\s+else"
    r"|immediate\s+(?:payment|action)|before\s+it(?:'s|\s+is)\s+too\s+late|urgent(?:ly)?)\b"
    r"|最[后後](?:通[牒知]|警告|[机機][会會]|期限)|(?:立[即刻]|[马馬]上)(?:[还還]|付|[处處]理)|否[则則]|后果自[负負]|後果自負",
    FLAGS,
)

OVERSHADOW = re.compile(
    r"\bpay(?:ment)?\b[^.!?\n]{0,40}\b(?:now|today|tonight|tomorrow|immediately|at\s+once|right\s+away"
    r"|within\s+\w+\s+(?:hours?|days?)|in\s+full\s+by)\b"
    r"|\b(?:must|have\s+to|need\s+to|has\s+to)\s+(?:be\s+)?pa(?:y|id)\b|\bdemand\s+(?:full\s+)?payment\b"
    r"|\b(?:do\s+not|don't|no\s+need\s+to)\s+dispute\b|\b(?:to\s+avoid|avoid\s+further)\b"
    r"|(?:今天|今日|明天|[当當]天|[\d一二两兩三四五六七八九十]\s?(?:小[时時]|天|日)(?:之?[内內]))[^。!?]{0,12}(?:[还還]|付)"
    r"|(?:必[须須]|[务務]必|[赶趕][紧緊]|[尽盡]快)[^。!?]{0,12}(?:[还還]|付)|不(?:必|要|能)(?:提出)?[异異][议議]",
    FLAGS,
)

ABUSE = re.compile(
    r"\b(?:deadbeat|idiot|stupid|liar|loser|scum|crook|shame\s+on\s+you|damn|f[u*]ck\w*|sh[i*]t|bastard|bitch)\b"
    r"|混蛋|不要[脸臉]|[无無][赖賴]|[骗騙]子|垃圾|[傻蠢][瓜货貨逼]|去死|[丢丟]人",
    FLAGS,
)

HUMAN = re.compile(
    r"\b(?:i\s+am|i'm|this\s+is|you\s+are\s+(?:speaking|talking|chatting)\s+(?:with|to)|"
    r"you're\s+(?:speaking|talking|chatting)\s+(?:with|to))\s+(?:an?\s+)?(?:real\s+|actual\s+|live\s+)?"
    r"(?:human|person)\b"
    r"|\b(?:i\s+am|i'm)\s+not\s+(?:an?\s+)?(?:automated\s+)?(?:\w+\s+)?"
    r"(?:bot|robot|machine|ai|computer|program|assistant)\b"
    r"|我(?:就)?是(?:一[个個名位])?(?:真人|活人|人[类類]|人工(?!智能|智慧))"
    r"|我(?:并|並)?不是(?:一[个個])?(?:机器|機器|[电電][脑腦]|程序|程式|AI|人工智)",
    FLAGS,
)

SHORTENER = re.compile(
    r"(?<![\w.-])(?:bit\.ly|tinyurl\.com|goo\.gl|t\.co|ow\.ly|is\.gd|buff\.ly|rb\.gy|cutt\.ly|tiny\.cc|shorturl\.at"
    r"|rebrand\.ly|lnkd\.in|t\.cn|dwz\.cn|url\.cn|suo\.im|dwz\.mk)(?![\w-]|\.\w)",
    FLAGS,
)

SETTLEMENT = re.compile(
    r"\b(?:settlements?|settle\s+(?:your|the|this|for)|debt\s+(?:relief|reduction|forgiveness|consolidation)"
    r"|(?:reduce|lower|forgive|erase|consolidate)\s+(?:your|the|this)\s+(?:debt|balance|loan)"
    r"|less\s+than\s+(?:you\s+owe|the\s+full)|no\s+longer\s+owe\s+the\s+(?:other|rest|remain\w*)"
    r"|discounts?|credit\s+repair|refinanc\w*)\b"
    r"|其[余餘].{0,24}不用再[还還]|[减減]免|和解|[债債][务務](?:重[组組]|整合|[优優]化)|打折|折扣|修[复復][征徵]信",
    FLAGS,
)

NEW_CREDIT = re.compile(
    r"\b(?:new\s+(?:loan|credit|line\s+of\s+credit)|refinanc\w*|top[- ]?up\s+(?:loan|your\s+loan)"
    r"|(?:increase|raise)\s+your\s+(?:credit\s+)?limit|pre-?approved|borrow\s+(?:more|again)|cash\s+advance)\b"
    r"|新(?:的)?[贷貸]款|再[贷貸]|[续續][贷貸]|提[额額]|提升[额額]度|借新[还還][旧舊]",
    FLAGS,
)

BORROW_TO_REPAY = re.compile(
    r"\bborrow\s+(?:\w+\s+){0,2}from\b|\b(?:use|take|get)\s+(?:an?other|a\s+new)\s+(?:loan|credit\s+card)\b"
    r"|借新[还還][旧舊]|以[贷貸][养養][贷貸]|(?:向|找)[^。!?,]{0,6}借|信用卡[还還]",
    FLAGS,
)

PRIVATE = re.compile(
    r"\b(?:my\s+(?:personal|private|own)\s+(?:account|phone|number|wechat|whatsapp)|add\s+me\s+on)\b"
    r"|加我|私人(?:微信|[电電][话話]|手[机機]|[账賬帳]|[号號])|[个個]人(?:微信|手[机機]|[账賬帳][户戶號号])|(?<![不没沒无無免])(?<!不[会會再])(?<![没沒]有)[额額]外(?:收|[费費])",
    FLAGS,
)

GO_ON = re.compile(
    r"\b(?:just|only)\s+(?:\w+\s+){0,3}(?:minutes?|seconds?|moment|question)\b|\bbefore\s+you\s+(?:go|hang\s+up)\b"
    r"|\b(?:quick(?:ly)?|real\s+quick|one\s+more\s+thing|won't\s+take\s+long|will\s+be\s+quick)\b"
    r"|\b(?:can|could|may|shall)\s+(?:we|i)\s+(?:\w+\s+)?(?:continue|go\s+on|carry\s+on|proceed|keep)\b"
    r"|(?:只|就)(?:要|需|用|占用|耽[误誤])?[^。!?]{0,4}分[钟鐘]|耽[误誤][您你]|先[别別]挂|很快就|最[后後]一[个個]?[问問]"
    r"|(?:可以|可否|能否|能不能|方便|是否)[^。!?]{0,6}[继繼][续續]",
    FLAGS,
)

COLLECTS = re.compile(
    r"\b(?:collect(?:ions?|ors?|ing)?|recover(?:y|ies)|debts?|receivables?|credit\s+control|arrears)\b"
    r"|催收|清收|追[债債收]|[讨討][债債]|收[账賬帳]|[债債]",
    FLAGS,
)

RECORDING = re.compile(
    r"\b(?:record(?:ed|ing|s)?|transcrib\w+|monitored)\b|[录錄]音|[录錄]制|[转轉][写寫]", FLAGS
)
