"""English words beside a sum that make it what comes in, what living costs, or what is left over.

What stands before a sum must reach it through words of the gap alone, so that "i make a payment of 200" and
"i can make 200" say nothing of means.
"""

from __future__ import annotations

from arrears.domain.language.means.rhythms import RHYTHM
from arrears.domain.language.script.fold import READ, compiled

_GAP = (
    r"(?:\s|[:=~\-('\"$]|\b(?:is|are|be|s|of|about|around|like|roughly|only|just|maybe|"
    r"approximately|approx|probably|right|"
    r"close\s+to|nearly|almost|over|under|(?:less|more)\s+than|barely|up\s+to|at\s+(?:least|most|"
    r"best)|at|total(?:s|ing)?|"
    r"runs?|costs?|comes?(?:\s+out)?\s+to|adds?\s+up\s+to|(?:just\s+)?went\s+up\s+to|"
    r"(?:is\s+)?down\s+to|currently|usually|"
    r"normally|typically|average[sd]?|averages|averaging|alone|a|an|every|each|per|month|monthly|mo|"
    r"two|other|weeks?|weekly|wk|biweekly|"
    r"year|yearly|the|me|us|say|something|even|still|my|all|together|altogether|bout|um|uh|er|"
    r"somewhere|i'd|in|sitting|there|"
    r"anywhere|from|between|good|on)\b)*"
)
_OPENING = (
    rf"^(?:[^\w{READ}\u4e00-\u9fff]|\b(?:well|so|ok|okay|um|uh|like|yeah|yes|yea|honestly|look|hi|"
    r"hello|hey|also|basically|"
    rf"right|rn|sir|maam|only|just|still|currently|usually|about|probably|do)\b|{RHYTHM})*"
)
_NOT_ASKED = "".join(
    rf"(?<!\b{word}\s)"
    for word in (
        "can",
        "could",
        "may",
        "should",
        "would",
        "will",
        "do",
        "did",
        "must",
        "let",
        "shall",
        "if",
        "when",
    )
)
_SELF = (
    rf"{_NOT_ASKED}(?<![\w'])(?:i|we|i'm|im|i\s+am|we're|we\s+are|ive\s+been|i've\s+been|"
    r"we've\s+been|i\s+have\s+been|"
    r"me\s+and\s+my\s+\w+|me\s+and\s+him|me\s+and\s+her)"
)
_ADVERBS = (
    r"(?:\s+(?:only|just|still|currently|usually|normally|typically|about|probably|barely|really|"
    r"maybe|both|average|actually|"
    r"honestly|like|um|uh|now|already|even|roughly|also|do|together|personally|generally|each|every|"
    r"month|week|monthly|weekly))*"
)
_OWN = rf"(?:{_SELF}{_ADVERBS}\s+|{_OPENING})"
_TRADE = (
    r"(?:shop|store|restaurant|business|biz|truck|salon|cafe|bakery|company|stand|bar|garage|deli|"
    r"diner|barber\s?shop|"
    r"laundromat|farm|studio|stall|cart|place|spa|nail\s+shop|job|work|gig|plant|boss)"
)
_BENEFIT = (
    r"(?:ssi|ssdi|social\s+security|disability|pension|unemployment|retirement|va\s+(?:benefits?|"
    r"check|disability|money)|"
    r"child\s+support|food\s+stamps|snap|workers\s+comp|survivor'?s?\s+benefits?|benefits?)"
)
_KIN = (
    r"(?:wife|husband|spouse|partner|mom|mother|dad|father|son|daughter|brother|sister|boyfriend|"
    r"girlfriend|boss|roommate|friend|ex|neighbou?r|tenants?|cousin|uncle|aunt|parents|fiance)"
)
OTHERS = compiled(
    rf"\b(?:his|her|hers|their|your|ur|ya|yalls|he|she|they|you|u|someone's|{_KIN}(?:'?s)?)\s+"
    r"(?:(?:monthly|weekly|net|gross|total|own|fixed|current|combined|next|old)\s+)*$"
)
"""Words just before a cue that give it to somebody else."""

INCOME = tuple(
    compiled(rf"(?P<cue>{cue}){_GAP}$")
    for cue in (
        rf"{_OWN}(?:make|making|earn|earning|net|netting|gross|bring(?:ing)?\s+home|tak(?:e|ing)\s+home)\b",
        r"(?<!disposable\s)\b(?:income|take[\s-]?home(?:\s+pay)?|salary|wages?|net\s+pay|"
        r"monthly\s+pay|household\s+income)\b",
        r"(?<!my\s)(?<!no\s)\b(?:ssi|ssdi|social\s+security|disability|pension|unemployment|"
        r"va\s+(?:benefits?|check|disability))(?:\s+(?:check|payment|benefits?))?(?:\s+pays)?\b"
        rf"|\bmy\s+(?:{_BENEFIT})(?:\s+(?:check|payment))?(?:\s+pays)?\b(?<!support)",
        r"\b(?:all|what|most)\s+(?:i|we)\s+(?:make|earn|bring\s+home|get)\b",
    )
)
INCOME_PER = tuple(
    compiled(rf"(?P<cue>{cue}){_GAP}$")
    for cue in (
        rf"{_OWN}(?:get|getting|receive|receiving|draw|drawing|collect|bring(?:ing)?\s+in|tak(?:e|"
        r"ing)\s+in|pull(?:ing)?(?:\s+in)?|clear|clearing|"
        rf"liv(?:e|ing)\s+(?:on|off)|get\s+paid|getting\s+paid|paid|get\s+by\s+on)\b",
        r"(?<![\w'])(?:im|i'm|i\s+am)\s+(?:\w+\s+)?on\b",
        rf"\b{_TRADE}(?:\s+(?:only|still|just|usually|currently|about|probably|barely))*\s+(?:makes?|"
        r"making|brings?(?:\s+in|\s+home)?|bringing\s+in|takes?\s+in|taking\s+in|"
        r"does|grosses|earns?|sells?|turns\s+over|pulls?(?:\s+in)?|nets|clears|pays(?:\s+me)?)\b",
        rf"{_NOT_ASKED}(?<!\bhave\s)\b(?:my|our|each|every|a|per)\s+(?:\w+\s+)?(?:checks?|cheques?|pay)\b|\bpay\s?che(?:ck|"
        r"que)s?\b|\b(?:weekly|biweekly|monthly)\s+pay\b",
        r"\b(?:sales|revenues?|takings|turnover|receipts|gross)\b",
    )
)
PAID_THEN = compiled(
    rf"\b(?:i|we)\s+(?:only\s+)?get\s+paid(?:\s+(?:on|the|and|of|{RHYTHM}|\d{{1,2}}(?:st|nd|rd|th)?|[a-z]{{3,6}}days?))*"
    r"[\s,]*(?:about|around|like|roughly|only|just|it'?s|usually|\s)*\$?$"
)
"""The payday, and then what comes on it: "i get paid on the 15th, 4500 a month"."""
INCOME_AFTER = compiled(
    rf"\s*(?:{RHYTHM}\s*)?(?:(?:is\s+)?(?:all\s+|what\s+|everything\s+)(?:i|we)\s+(?:make|earn|"
    r"bring\s+home|get|net|take\s+home)\b"
    r"|(?:in|of)\s+(?:(?:gross|net|total|monthly)\s+)?(?:income|sales|revenue|takings|wages|pay)\b|"
    r"(?:income|take[\s-]?home|salary|after\s+tax(?:es)?)\b)"
)
BENEFIT_BEFORE = compiled(rf"(?P<cue>{_OWN}(?:get|receive|draw|collect|have|on)){_GAP}$")
BENEFIT_AFTER = compiled(rf"\s*(?:{RHYTHM}\s*)?(?:(?:from|in|of|for|on|a)\s+)*(?:my\s+|the\s+)?{_BENEFIT}\b")
INCOME_THEN = compiled(
    r"\b(?:used\s+to\s+(?:make|earn|bring\s+home|get|take\s+home)|was\s+(?:making|earning|"
    r"bringing\s+home|getting)|"
    rf"(?:i|we)\s+made|(?:income|salary|pay|take\s?home|sales|check)\s+(?:was|used\s+to\s+be)){_GAP}$"
)
_COST = (
    r"(?:(?:lot\s+|shop\s+|store\s+|monthly\s+)?rent|mortgage|car\s+(?:payment|note|loan|insurance)|"
    r"truck\s+(?:payment|note|loan)|"
    r"auto\s+(?:loan|insurance)|car(?!\s+(?:repair|broke))|(?<!placed\s)insurance|utilities|utility\s+bills?|"
    r"electric(?:ity)?(?:\s+bill)?|light\s+bill|lights|"
    r"gas(?!\s+station)(?:\s+(?:bill|money))?|water(?:\s+bill)?|internet|wifi|(?:phone|cell|"
    r"cable)\s+bills?|groceries|grocery|food(?!\s+(?:stamps|truck|bank))|"
    r"diapers|formula|day\s?care|child\s?care|babysitter|child\s+support|alimony|"
    r"(?<!medical\s)(?<!hospital\s)(?<!doctor\s)(?<!vet\s)(?<!dental\s)bills|"
    r"(?:living|household|monthly|basic)\s+(?:costs?|expenses|bills)|expenses|overhead|payroll|"
    r"student\s+loans?(?:\s+payment)?|hoa(?:\s+fees?)?|"
    r"(?:phone|cell)\s+plan)"
)
COSTS = (
    compiled(rf"(?<![\w'-])(?P<cue>{_COST})\b(?:\s+(?:payment|alone))?(?!'s\s+(?:due|late)){_GAP}$"),
    compiled(rf"\b(?P<cue>cost\s+of\s+living){_GAP}$"),
)
COSTS_PER = (
    compiled(rf"(?P<cue>{_OWN}(?:spend|spending)\b){_GAP}$"),
    compiled(
        r"(?P<cue>(?:^[^\w\u4e00-\u9fff]*|\b(?:my|our|operating|running|business|shop|store|"
        rf"the)\s+)costs?\b){_GAP}$"
    ),
    compiled(
        r"(?<![\w'-])(?P<cue>meds|medications?|medicine|prescriptions?|tuition|supplies|inventory|"
        r"storage|transportation|bus\s+fare|insulin|"
        rf"credit\s+card\s+(?:payments?|bills?)|it\s+costs\s+(?:me|us)){_GAP}$"
    ),
)
_MORE = (
    r"(?!\s*(?:'s|\bis\b|\bare\b|[:=]|\balone\b|\babout\b|\babt\b|\blike\b|\balso\b|\bof\b|\baround\b|"
    rf"\s)*{READ})"
)
COSTS_AFTER = compiled(
    rf"\s*(?:{RHYTHM}\s*)?(?P<link>(?:goes?(?:\s+straight)?\s+(?:to|for|on|towards?)|is|for|in|on|to|"
    r"towards?|just|worth\s+of)\s+)*"
    rf"(?:(?:my|the|our|just|all|kids?)\s+)*(?:(?P<cue>{_COST})\b{_MORE}|(?<=\bto\s)(?:live|get\s+by|"
    r"survive)\b)"
)
NO_COST_BEFORE = compiled(
    r"\b(?:can|could|will|i'?ll|ill|offer|afford|gonna|short|behind|owe[ds]?|owing|borrow(?:ed)?|back|late|"
    r"paid|spent|pay\s+you|send|deposit|save|saved)\b"
)
OWED = compiled(r"\b(?:owe|behind|back|late)\b")
HELD_FOR = compiled(r"\b(?:have|got|need|has)\b")
COSTS_THEN = compiled(rf"\b(?P<cue>{_COST})\s+(?:was|used\s+to\s+be|were){_GAP}$")
_REMAINS = r"(?:left(?:\s?-?over)?|remaining|extra|to\s+spare|spare|to\s+play\s+with|free)"
LEFT = (
    compiled(
        r"(?P<cue>\b(?:leaves?|leaving)(?:\s+(?:me|us))?(?:\s+with)?|\bleft\s+with|\b(?:left\s?over|"
        r"what'?s\s+left)|\bdisposable(?:\s+income)?|\bend(?:ing)?\s+up\s+with"
        rf"|\bprofits?){_GAP}$"
    ),
)
LEFT_HELD = compiled(
    r"(?P<cue>\b(?:i|we|i've|we've|ive|there'?s|there\s+is|theres|got|have|with|"
    rf"only)\b(?:\s+(?:have|got|only|just|about|maybe|usually|still))*){_GAP}$"
)
LEFT_AFTER = compiled(
    rf"\s*(?:{RHYTHM}\s*)?(?:that'?s\s+|is\s+|thats\s+)?{_REMAINS}\b(?!\s+(?:until|till|til|in|on|"
    r"to\s+pay|owed|of|from|with|off))"
)
LESS = compiled(r"\b(?:after|minus|without|besides)\b(?:(?!\ue000).)*$")
REMAINS = compiled(r"\b(?:left|remain|remaining|remains)\b")
AFTER_COSTS = compiled(
    rf"\b(?:after|once|minus|when)\b[^.;!?\n]*?\b(?:{_COST}|everything|all\s+that|all\s+of\s+(?:that|"
    r"it)|costs|that)\b"
)
LEFT_ONCE = compiled(
    rf"\s*(?:{RHYTHM}\s*)?(?:that\s+)?(?:i\s+can|i\s+could|to\s+(?:send|pay|give)|friday|today|right\s+now)\b"
)

SUPPOSED = compiled(
    r"\b(?:if(?!\s+(?:it\s+helps|that\s+helps|it\s+matters|you|u|yall|possible|im\s+honest|"
    r"i'm\s+honest))|suppose|supposing|imagine|pretend|what\s+if|lets\s+say|let's\s+say|say\s+i|"
    r"wish|hope|hoping|hopefully|unless|once|when(?:ever)?|until|till|as\s+soon\s+as)\b"
)
DENIED = compiled(
    r"\b(?:not\s+(?:like|that|true|as\s+if)|(?:don'?t|do\s+not|didn'?t)\s+(?:think|believe|say)|"
    r"never\s+(?:said|told)|as\s+if|(?:acting|like)\s+i(?:'m)?|"
    r"who\s+(?:says|said)|(?:you|u|yall|they|he|she|it|app|form|letter|record|website|"
    r"guys)\s+(?:think|thinks|say|says|said|claim|claims|claimed|assume|have\s+me))\b"
)
FORMERLY = compiled(
    r"\b(?:used\s+to|last\s+(?:month|week|year|summer|winter|job|time|spring|fall)|previous(?:ly)?|"
    r"formerly|former|back\s+(?:then|when|in\s+(?:19|20)\d\d)|old\s+(?:job|place|apartment|boss)|"
    r"before(?!\s+(?:tax(?:es)?|deductions?|anything|bills|rent|expenses|insurance))|ago|in\s+(?:19|"
    r"20)\d\d|pre-?covid|when\s+(?:i|we)\s+(?:was|were|had|worked)|"
    r"this\s+(?:month|week)|next\s+(?:month|week|year|job))\b"
)
NOT_EARNED = compiled(
    rf"\s*(?:{RHYTHM}\s*)?(?:payments?|pmts?|instal\w+|towards?|down|to\s+(?:you|u|ya|yall|y'all|"
    r"this|pay|the\s+(?:loan|account))|"
    r"on\s+(?:this|the|my|that|it)\b|on\s+(?:mon|tue|wed|thu|fri|sat|sun)\w*|for\s+(?:this|"
    r"the)\s+(?:loan|debt)|extra|more|off|each\s+time|available|work(?:s)?\b|"
    r"(?:until|till|til)\b|by\b|tomorrow|today|tonight|(?:this|next)\s+\w+day|(?:mon|tues|wednes|"
    r"thurs|fri|satur|sun)day|a\s+piece|late)"
)
TOTAL = compiled(
    r"\b(?:total|all\s+together|altogether|in\s+all|all\s+in|everything\s+together|adds?\s+up)\b"
)
ALSO = compiled(r"\b(?:plus|also|and|another|other|second|on\s+top)\b|[&+]")
