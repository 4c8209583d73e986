"""A small notation for English phrases over the words of `spelling`.

`_` is the blank between two words, white space means nothing, `<name>` is one of a list of words, `<a,b>`
one of either list, `<a>+` several of them in a row ("calling and texting and emailing"), `#` the end of a
word.
"""

from __future__ import annotations

import re

LISTS = {
    "doing": r"""
        texting calling emailing contacting writing spamming text-in(?=(?:_me|_us)#)
        call-in(?=(?:_me|_us)#) (?:testing|taxing|texan)(?=_me(?:$|_any|_again|_please|_now)#)
        reaching_out hitting_me_up following_up talking_to_me dm-ing
    """,
    "thing": "texts calls emails communication contact spam whatsapp",
    "one": "text call email",
    "act": r"""
        text call email contact write spam reach_out get_in_touch hit_me_up text-in call-in
        (?:phone|ring|buzz)(?=(?:_me|_us)#) (?:bother|nag|disturb|reach)(?=(?:_me|_us|_my)#)
    """,
    "done": "texted called emailed contacted",
    "stop": """
        stop quit cease discontinue halt desist refrain stopping quitting ceasing end ending knock_it_off
        cut_it_out
    """,
    "dont": """
        dont never shouldnt mustnt cant may_not must_not not_to
        (?:(?:prefer|rather|can|could|would|please|that)(?:_(?:you|please)){0,3}_not)
    """,
    "keep": r"""
        you ever dare just please even try to attempt be keep continue again start bother(?=(?:_\w+ing)#)
        at_all and guys people fucking think about under_any_circumstances
    """,
    # Between the word for stopping and what is stopped.
    "link": """
        all any the these those this that of your my me us with from for to on in further future more
        anymore another other every each single daily constant endless annoying stupid unwanted automated
        automatic recorded personal ai robot robots bot bots marketing collection collections collectors
        debt text email call cell phone fucking fuckin freaking effing damn damned goddamn bloody bs
        sending send making doing leaving getting get receiving receive giving having have trying
        attempting people you guys both form forms kind kinds sort type types so many random ever even
        just please a an bombing blasting flooding bombarding whoever is company computer machine agents
        reps using keep out like it
    """,
    "and": "and or nor stop quit dont no nomore even to also the any all these your me us you my",
    "you": r"""
        you yall anyone anybody them your_company your_office your_agency guys people a_bot a_robot bots
        robots computers machines
    """,
    "wish": r"""
        (?:dont|didnt|never|no_longer|not|doesnt|havent)(?:_(?:i|we|really|even|actually|ever|to|any|longer|in|
        at_all|do|be|have|hereby|authorise|also)){0,2}_(?:want|wanna|wish|need|care|consent|consented|agree|agreed|
        authorize|authorized|interested|do|accepting|ask|asked|request|requested|sign_up|signed_up|subscribe|subscribed|accept|
        (?:give|gave|given)(?:_you|_my|_any){0,3}_(?:consent|permission)) (?:would_)?rather_not prefer_not
        asked_not want_no (?:i|we)_(?:refuse|decline)(?:_any|_all)?
    """,
    "to-have": """
        any anymore to receive receiving get getting be accept take for from in into have your the these
        those such more further future all of ever again being you sending send sent making give me us
        texts text automated a kind like with people guys
    """,
    "list": """
        list lists database system systems campaign distribution blast blasts thread subscription texts
        calls emails contacts directory dialer group groups program records
        (?:everything|this|these|it|here)(?=(?:$|_please|_now|_thing|_asap|_thanks)#)
    """,
    "me": r"""
        me us
        (?:my_|this_|the_)?(?:(?:cell|phone|mobile|contact|name|and|or)_)*(?:number|cell|phone|info|information|name|contact)
    """,
    "money": r"""
        debit debits autopay ach withdraw withdrawals? payments? charge charges charging bank cards?
        account credit plan deduct\w* share sharing
    """,
    "polite": """
        please now immediately today asap thanks thank you right away already ok everywhere completely and
        then or i im
    """,
    # What a clause that only says stop may hold besides.
    "filler": """
        please now already immediately it this that these them those all right today thanks thank you ok
        okay sir maam asap forever for good everything bro dude fucking fuckin damn goddamn at once
        permanently nonsense shit bullshit crap bs seriously again here doing the just hey yo yes no nope
        nah yeah and so but can could will would want need must i im said say saying asked asking told
        telling to like id have has needs make reply replying replied send sending respond text texts word
        with guys people kindly stop enough hello hi lol omg wtf ugh man effective from on number me let
        do why_dont_you more anymore ever twice multiple times repeatedly is what need get gotta stuff
        things whatever god 请 吧 了 啊 谢谢 好 好的 麻烦 我要 我说 回复 回
    """,
    "subject": """
        i im ill ive id you youre we they he she wrong or before its this_is this_isnt thats who no ok
        okay thanks thank hello hi what how why yes bye sorry not
    """,
    # A final "stop" after one of these is no order.
    "before-stop": r"""
        to the a an my your bus truck one next last first non pit rest full quick short will wont cant
        dont never not would should could must may might can i we they he she it you that doesnt didnt
        gonna ever does do did and payment fee interest charge debit autopay withdrawal people them make
        him her wing gas game door shop \d*st \w{2,}(?<!thi)(?<!thank)(?<!pl)s
    """,
    # "Stop calling you" is what the speaker does; "calling me a liar", "calling my wife" give up no medium.
    "no-object": r"""
        (?!(?<!s)_you(?!_(?:people|guys|fucking|damn|\w+ers?|ass\w*)#)#|_(?:it|him|her|them|off|names|in_sick|
        the_police|(?:the|a)_(?:link|code|info|contract|form|receipt|cops|bank)|my_<kin>|(?:his|her|our|their)_\w+|(?:me|us|my_\w+|this)_(?:an?|names|that|sir|maam|miss|mr|mrs|honey|
        liar|stupid|crazy|back_when))#)
    """,
    "kin": """
        (?:mom|mother|mum|dad|father|wife|husband|spouse|son|daughter|kids?|children|family|sister|brother|parents|
        relatives?|friends?|neighbou?rs?|references?|girlfriend|boyfriend|ex|uncle|aunt|cousin|grandma|grandmother|grandpa|
        in-?laws|roommate|landlord|attorney|lawyer)
    """,
    # What may stand between the order and its hours or its place.
    "object": r"""
        me us my our this the that number phone cell mobile house home here again anymore please ever on
        to at back or line any guys all and texts? calls? calling texting email from you
    """,
    "work": """
        work job office workplace employment employer employers jobsite worksite boss bosss supervisor
        supervisors manager managers coworkers company companys shop store business school hospital
        front_desk receptionist
    """,
    "hour": r"""
        noon midnight dawn dark dinner lunch breakfast bedtime sunrise hours one two three four five six
        seven eight nine ten eleven twelve \d{1,2}(?:am|pm|a|p|ish)?(?!\d)
    """,
    "day": "(?:mon|tues|wednes|thurs|fri|satur|sun)days? weekends? weekdays? holidays? sabbath",
}
_REFERENCE = re.compile(r"(?<!P)<([a-z,-]+)>(\+?)")


def phrase(template: str) -> re.Pattern[str]:
    """The pattern for whole words of a clause."""
    return re.compile(rf"(?<!\S)(?:{_expanded(template)})(?!\S)")


def _expanded(template: str) -> str:
    return re.sub(r"\s+", "", _REFERENCE.sub(_listed, template)).replace("_", " ").replace("#", r"(?!\S)")


def _listed(reference: re.Match[str]) -> str:
    one = "(?:" + "|".join(_alternatives(name) for name in reference[1].split(",")) + ")"
    return rf"{one}(?:(?:_{_alternatives('and')}){{1,4}}_{one}){{0,5}}" if reference[2] else one


def _alternatives(name: str) -> str:
    """The words of a list, those with blanks inside a group kept whole."""
    words, depth = [""], 0
    for char in LISTS[name]:
        depth += (char == "(") - (char == ")")
        if char.isspace() and depth == 0:
            words.append("")
        else:
            words[-1] += char
    return "(?:" + "|".join(_REFERENCE.sub(_listed, word) for word in words if word) + ")"
