"""The words a withdrawal is made of, with their usual short forms and slips of the finger."""

from __future__ import annotations

import re
from itertools import pairwise

_FORMS = {
    "stop": (
        "stpo sotp tsop stp stopp sttop sstop dtop stoip stopo stpop stawp stahp stap sop stip stob stoo stio"
    ),
    "quit": "qiut quti qit quitt",
    "cease": "cese ceese sease",
    "unsubscribe": (
        "unsub unsubs unsuscribe unsuscrib unsubcribe unsubscibe unsubscrib unsubscribed unsubscribing "
        "unsubscription desubscribe unsubsribe unscribe"
    ),
    "optout": "optingout optedout opt-out",
    "texts": (
        "sms txts messages msgs mssgs msges mesages messeges massages notifications alerts reminders "
        "imessages smses dms"
    ),
    "texting": (
        "txtng txting textin txtin texing textng messaging msging messagin messageing massaging spamming "
        "smsing dming"
    ),
    "text": "txt message msg mssg mesage messege massage tex whatsapp dm",
    "texted": "txted messaged",
    "calls": "robocalls voicemails voicemail phonecalls callz",
    "calling": "callin caling callng callling phoning ringing dialing dialling telephoning robocalling",
    "call": "cal caal phonecall dial telephone",
    "called": "phoned rung",
    "emails": "",
    "emailing": "",
    "emailed": "",
    "email": "",
    "contact": "communicate",
    "contacting": (
        "bothering harassing bugging pestering hounding annoying disturbing communicating nagging "
        "stalking harrassing harrasing harasing chasing buggin botherin harassin"
    ),
    "contacted": "bothered harassed disturbed",
    "communication": "communications correspondence harassment harrassment comms comunication",
    "bother": "bug pester harass harrass hound annoy",
    "writing": "",
    "please": "pls plz plse pleas plss plzz",
    "you": "u ya yall youse",
    "your": "ur",
    "dont": "donot dnt dotn dnot",
    "cant": "cannot",
    "with": "w wit",
    "and": "n",
    "number": "num nbr numbr",
    "remove": "",
    "delete": "",
    "consent": "",
    "permission": "",
    "discontinue": "",
    "anymore": "nymore anymor",
    "again": "agian agin",
    "alone": "",
    "nomore": "nomor nomoe",
}
_SLIPPERY = [
    "unsubscribe",
    "texts",
    "texting",
    "message",
    "messages",
    "messaging",
    "calls",
    "calling",
    "contact",
    "contacting",
    "emails",
    "emailing",
    "bothering",
    "harassing",
    "harassment",
    "communicate",
    "communication",
    "notifications",
    "remove",
    "delete",
    "number",
    "consent",
    "permission",
    "discontinue",
    "please",
    "alone",
    "anymore",
]
_OTHERS = frozenset(
    [
        "lease",
        "pease",
        "umber",
        "mission",
        "mails",
        "mailing",
        "alls",
        "lone",
        "aloe",
        "elude",
        "notification",
    ]
)
"""Slips that are words of their own."""

WORDS = {form: word for word, forms in _FORMS.items() for form in (word, *forms.split())}
"""Every known form, and the spelling that the patterns use."""


def _slips(word: str) -> set[str]:
    """One letter missing, doubled, or changed places with its neighbour."""
    places = range(len(word))
    missing = {word[:i] + word[i + 1 :] for i in places}
    doubled = {word[: i + 1] + word[i:] for i in places}
    swapped = {
        word[:i] + right + left + word[i + 2 :]
        for i, (left, right) in enumerate(pairwise(word))
        if left != right
    }
    return missing | doubled | swapped


SLIPS = {
    slip: WORDS[form]
    for form in _SLIPPERY
    for slip in _slips(form)
    if slip not in WORDS and slip not in _OTHERS and len(slip) > 3
}
"""What is one slip of the finger away from a word that is easily mistyped."""

_APART = {
    "dont": "do not, don t, do nt",
    "cant": "can not, can t",
    "didnt": "did not",
    "doesnt": "does not",
    "wont": "will not, won t",
    "shouldnt": "should not",
    "arent": "are not",
    "isnt": "is not",
    "havent": "have not",
    "anymore": "any more",
    "nomore": "no more",
    "unsubscribe": "un subscribe",
    "optout": "opt out, opting out, opted out",
    "texts": "text text, text texts, texts texts, texts text",
    "calls": "phone calls, robo calls, voice texts, voice calls",
    "call": "phone call, robo call",
    "calling": "robo calling, call ing",
    "text-in": "text in",
    "call-in": "call in",
    "texting": "text ing",
    "im": "i am",
    "ill": "i will",
    "ive": "i have",
    "youre": "you are",
    "tuiding": "tui ding",
    "buyao": "bu yao",
    "stop": "st op, s top, sto p",
    "duanxin": "duan xin",
    "dianhua": "dian hua",
}
PAIRS = {
    (pair.split(" ")[0], pair.split(" ")[1]): word
    for word, pairs in _APART.items()
    for pair in pairs.split(", ")
}
"""Two words that stand for one."""

GLUE = re.compile(
    "stop|quit|dont|no|more|text(?:ing|s)?|txt(?:ing|s)?|sms|msg(?:s|ing)?|messag(?:ing|es?)|call(?:ing|s)?|"
    "contact(?:ing)?|email(?:ing|s)?|send(?:ing)?|me|my|it|all|please|pls|plz|now|opt|out|leave|alone|remove|again|"
    "bothering|harassing"
)
"""The words that people run together: "stoptexting", "optmeout"."""
