"""The English words beside a value; see `unread`.

A word is known where it changes neither how much or when nor whose it is. Left out with intent: numbers that
were not read, "not", "if", "before", the past ("paid", "was"), what was said or promised, and all that has
money or days of its own: people, rent, work, other bills.
"""

from __future__ import annotations

import re

from arrears.domain.language.money.numerals_en import TENS_WORDS
from arrears.domain.language.offered.vocabulary import Vocabulary
from arrears.domain.language.script.fold import compiled

_WHO = """
    i i'm im i've ive i'd id i'll ill me my mine myself we we're we've we'd we'll us our you u ya y'all
    yall you're youre your ur yours you'll youll ull you'd youd you've it it's its it'll itll that
    that's thats that'll this these those there there's theres one ones guys
"""
_PAYS = """
    can could cud may might will would wud shall should gonna going want wanna wanting like love prefer
    able need try trying tryna manage swing afford do doing does doable pay pays paying payin send
    sending give giving gives get gets getting got put putting make makes making take takes set down
    bring drop throw toss chip cover clear settle repay repaying clearing divide split splitting break
    chop spread divided transfer wire venmo zelle mail charge bill run pull debit draft withdraw
    schedule start starts starting begin begins beginning continue finish close offer offering propose
    promise commit plan planning hope hoping let let's lets lemme have has having spare scrape leave
    keep figure be is are am being go goes come coming mean meant work works agree accept confirm book
    say count pick change move switch swap push raise arrange organise sort wait stick instead done
    handle stretch resolve commitment expect allow allows hold submit remit mailed apply file process
    request consider sched willing ready thinking wondering rather feel comfortable suit suits care know
    see use swear
"""
_PLEASANT = """
    ok okay k sure yes yeah yea yep yup fine good great alright right cool deal sounds best better
    perfect please pls plz thanks thank thx hi hey hello sorry well so um uh er erm hmm just only even
    maybe probably prolly perhaps about bout around roughly approximately honestly really actually
    basically literally definitely hopefully guess think suppose believe possible possibly lol again
    also too still very always usual call alone looking kindly serious any chance way word immediately
    instant moment minute while some bit little patient shld same
"""
_JOINS = """
    a an the on at by in to til till until 'til from for of with and then or n & plus as off out over up
    into toward towards via through thru w
"""
_WHEN = """
    today tonight tomorrow tmrw tmr now later soon day days week weeks wk wks month months mo mos year
    payday paydays weekend morning noon afternoon evening night eod early late mid end first second
    third last next following other another each every per monthly weekly biweekly time times date due
    when away straight
"""
_MONEY = """
    payment payments pmt pmts pymt pymts installment installments instalment instalments part parts
    deposit amount amounts arrears emi emis ways bits chunks equal equally total balance account whole
    all full half rest others ones remaining remainder remain left both everything combined dollars dollar
    bucks buck usd cash money something max most least tops limit budget minimum piece pieces pop x bank card
    cashapp online invoice outstanding overdue current settlement debt principal payoff portion partial
    finished additional extension lowest entire hand shot apiece front upfront
"""
_PHRASES = (
    # a correction, where what it takes back was left out before; 250 friday if not 100; 200 paid friday
    r"^\W*(?:no|nope|nah|oops|scratch\s+that)(?=\W*$)",
    r"if\s+not",
    # A hope, and no condition of ours to meet.
    r"if\s+(?:all|everything|things)\s+(?:goes?\s+(?:well|ok(?:ay)?|right|fine)|holds?(?:\s+up)?|works?\s+out)",
    r"(?:as|so)\s+long\s+as",
    r"(?:(?<=[\ue000\ue002]\s)|(?<=^\s))paid(?=\s+[\ue000\ue002]|\s*$)",
    r"(?:i|we)\s+(?:was|were)\s+(?:thinking|hoping|wondering|wanting|planning)",
    r"(?:what|wat)\s+(?:if|about)",
    r"what\s+would",
    r"^\W*what(?=\s+(?:on|by|for)\b|\W*$)",  # "what would clear it today, and what on May 3"
    r"how\s+(?:about|bout)",
    r"here'?s\s+what",
    r"is\s+what",
    r"what\s+i\s+can",
    r"if\s+(?:i|we)\s+(?:can|could|do|pay|send|give|put|make|start|did|paid|sent|gave)",
    r"if\s+(?:you|u)\s+(?:want|can|let|could|would|close|take|accept|agree|settle)",
    r"if\s+(?:(?:that|it)(?:'?s|\s+is)|possible|needed)",
    r"(?:you|u)\s+(?:offered|said\s+i\s+can)",
    r"no\s+(?:more|later|sooner|earlier)\s+than",
    r"not\s+(?:more\s+than|before)",
    r"more(?!\s+than)",
    r"up\s+to",
    r"instead\s+of",
    r"rather\s+than",
    r"no\s+problem",
    r"sooner",
    r"at\s+once",
    r"(?:at|by|around)\s+\d{1,2}(?::\d\d)?\s*(?:am|pm)?",
    r"that\s+(?:same\s+)?(?:day|morning|afternoon|evening|night)",
    r"(?:when|once|after)\s+i\s+get\s+(?:paid|my\s+check)",
    r"after\s+that",
    r"after(?:wards?)?(?=\W*$)",
    r"thereafter",
    r"from\s+then\s+on",
    r"(?:on|from|with)\s+my\s+(?:card|che(?:ck|cking|que)|savings|bank|pay|tips|wages|benefits|unemployment|refund)",
    r"from\s+my\s+(?:ssi|ssdi|pension|disability)",
)
_KNOWN = sorted({word for words in (_WHO, _PAYS, _PLEASANT, _JOINS, _WHEN, _MONEY) for word in words.split()})
_COMES = r"(?:comes?|hits?|lands?|clears?|arrives?|drops?|posts?)"

ENGLISH = Vocabulary(
    known=compiled(
        rf"(?:\b|(?=\W))(?:{'|'.join(_PHRASES)}|{'|'.join(re.escape(word) for word in reversed(_KNOWN))})"
        r"\b(?!'\w)|[^\w]+"
    ),
    foreign=compiled(
        r"[\ue000\ue002]\s+(?:at|around|by)\s+$"  # friday around 10
        r"|\b(?:i|we)\s+(?:get|make|earn|have)\s+(?:paid|my|our|an?\s+che(?:ck|que))\b"
        r"|\b(?:out\s+of|off)\s+(?:here|work|town)\b|\b(?:i'?m|i\s+am|we'?re)\s+(?:off|out|away|gone)\s+(?:on\s+)?$"
        r"|\bgive\s+or\s+take\b|^\s+(?:would|will)\s+be\s+$"
    ),
    changing=compiled(
        r"\b(?:except|excluding|besides|unless|neither|nor|otherwise|anything\s+but|(?:any|every)\s+\w+\s+but"
        r"|your\s+(?:plan|offer|deal)\s+(?:is|was|of)|the\s+one\s+(?:after|before))\b"
        r"|\b(?:pays|paying|owes)\s+(?:me|us)\b|\b(?:went|gone|jumped|rose|grew)\s+(?:up\s+)?from\b|\blasts?\s+(?:me|us)\b"
        r"|\bthat\s+(?:i|we)\s+(?:never|didn'?t)\b|\bto\s+my\s+name\b"
        r"|\b(?:waive|forgive|remove|(?:knock|take|write)\s+off)\s+(?:the\s+|that\s+)?\$?$"
    ),
    changing_sums=compiled(
        r"\b(?:less|fewer|minus|extra|doubled?|triple|under|below|(?:a|per)\s+(?:head|person)|of\s+us|of\s+nothing"
        r"|(?:we|us|they|will|can|could)\s+each|both\s+(?:pay|send|do|give))\b"
        r"|\babout\s+(?:the|that|my)\s+\$?$|\bhalf\s+(?:of\s+)?that\b|^\s+that\b(?=\W*$)|\bscore\b"
        r"|^(?!.*\b(?:no|not|never|cannot|\w+n'?t)\b).*\bmore\s+than\b"
        r"|\b(?:lower|reduce|cut|drop|knock|raise|increase|bump|up)\b[^.;,]*\bby\b"
    ),
    refusing=compiled(
        r"[\s,.;:!?-]*(?:(?:i|we)\s+)?(?:(?:really|just)\s+)?(?:can'?t|cannot|no\s+way|too\s+much|impossible)\b"
    ),
    leading=compiled(r"\b(?:if\s+not|not|instead\s+of|rather\s+than)\b[^.;,]*$"),
    breaks=compiled(
        r"[.,](?!\d)|(?<!\d)[.,]|[;!?\n:()]"
        r"|\b(?:(?<!anything\s)(?<!day\s)but|however|because|cuz|cause|bc|so|and|then)\b"
        r"|\bnow\b(?=\s+(?:i'?m?|it'?s?|we)\b)|(?=\b(?:if|unless|when|once)\b)"
    ),
    number=compiled(rf"(?<![\w.,:])\d[\d.,]*\d\b|\b(?:{TENS_WORDS}|hundred|hundo|hunnid|thousand|grand)\b"),
    arriving=compiled(
        r"^(?!.*\b(?:if|unless)\b).*(?:\b(?:i|we)(?:'?m|'?re|\s+will|'?ll)?\s+(?:get|getting)\s+(?:paid|my\b)"
        rf"|(?:\b(?:my|our|it|(?:the|a|that|this)\s+(?:\w+\s+)?(?:refund|deposit|money|bonus|check|payout|settlement|commission))\b[^,.;]*|[\ue000\ue002]\s+)\b{_COMES}\b)"
    ),
    returning=compiled(
        r"\b(?:that|the)\s+(?:same\s+)?(?:day|date|morning|afternoon|evening|night)\b|\bthen\b(?=\W*$|[,.;!?])"
        r"|\b(?:of|from)\s+that\b(?=\W*$|[,.;!?])"  # "the city pays on the 20th, I can send 2500 of that"
    ),
    shortest=1,
)
