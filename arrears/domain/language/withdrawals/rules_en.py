"""The ways of withdrawing consent in English, as phrases, each with how it is said."""

from __future__ import annotations

import re
from dataclasses import dataclass

from arrears.domain.language.script.phrases_en import phrase
from arrears.domain.language.withdrawals.context import Speech
from arrears.domain.language.withdrawals.scopes import CALLS, EMAIL, EVERYTHING, TEXTS, WORK, Scopes


@dataclass(frozen=True, slots=True)
class Rule:
    """A pattern; its scopes, or None for those of the media that it names; and how it is said."""

    pattern: re.Pattern[str]
    scopes: Scopes | None
    speech: Speech


def _rules(scopes: Scopes | None, speech: Speech, *templates: str) -> tuple[Rule, ...]:
    return tuple(Rule(phrase(template), scopes, speech) for template in templates)


_NAMING = (
    *_rules(
        None,
        Speech.ORDER,
        r"<stop>(?:_<link>){0,6}_<doing,thing>+<no-object>",
        r"<stop>_\w+ing(?:_\w+){0,4}?_(?:with|by)(?:_<link>){0,4}_<thing,doing>+",
        r"<stop>(?:_<link>){0,3}_(?:having|letting|trying|attempting)(?:_\w+){1,3}?_<act>+",
        r"(?:if|wish)_(?:you|they)(?:_\w+)?_(?:stopped|quit|ceased)(?:_<link>){0,6}_<doing,thing>+<no-object>",
        r"(?:want|need|like|have|get)(?:_<link>){0,3}_<thing,doing>+_(?:stopped|ended)",
        r"""(?:you|youre|they|theyre|yall|nobody)(?:_\w+){0,3}?_(?:not|no|dont|never|arent|without)(?:_\w+){0,3}?_
        (?:permission|consent|allowed|permitted|authorized|right|authorization|approval|welcome)
        (?:_(?:to|for|be|from|me|my|you|send|any|keep|ever|make)){0,4}_<act,doing,thing>+<no-object>""",
        r"(?:revok\w+|withdraw\w*|rescind\w*|cancel)(?:_\w+){0,3}?_authorization(?:_\w+){0,4}?_<act,thing,doing,done>+",
        r"""(?:cancel|end|disable|deactivate|block|turn|shut|switch|turn_off|shut_off|switch_off)
        (?:_(?:all|the|these|those|your|my|any|damn|text|email)){0,3}_<thing,doing>(?:_off)?""",
        r"""<doing,thing>(?:_\w+){0,2}?_(?:no_longer|not|arent|isnt)_
        (?:wanted|welcome|needed|authorized|permitted|allowed)""",
    ),
    *_rules(
        None,
        Speech.FORBIDDING,
        r"<dont>(?:_<keep>){0,4}_<act,doing,done>+<no-object>",
        r"<dont>(?:_<keep>){0,2}_(?:send|leave|make|give|place)(?:_<link>){0,6}_<thing,one>+",
    ),
    *_rules(
        None,
        Speech.WISHING,
        r"<wish>(?:_<to-have>){0,6}_<thing,doing,done>+<no-object>",
        r"""<wish>(?:_to_have|_for)?_<you>(?:_(?:to|ever|or|anyone|be|keep|else|guys|people)){0,3}_
        <act,doing>+<no-object>""",
        r"dont_want_(?:a|another|any|one_more)_<one>(?=(?:$|_from|_please|_i|_so|_but|_and)#)",
        r"""(?:dont|didnt|never|not|no)(?:_\w+){0,2}?_(?:give|gave|given|have|grant|granted)(?:_\w+){0,3}?_
        (?:permission|consent|authorization)_(?:to|for)(?:_(?:be|send|any|keep|you|to|me)){0,3}_
        <act,doing,thing,done>+""",
    ),
    *_rules(
        None,
        Speech.NONE_OF,
        r"(?:no|nomore|zero|without|enough|done)(?:_<link>){0,3}_<thing,doing>+(?!_(?:order|info|number|name)#)",
        r"nomore_<one>(?!_(?:from|to)_you_since)",
    ),
    *_rules(
        None,
        Speech.ENDING,
        r"""<doing,thing>(?:_\w+){0,3}?_(?:must|need|needs|has|have|to|better|should|gotta|will|can)
        (?:_(?:to|please|now|just|really|all)){0,2}_(?:stop|cease|end)""",
        r"<thing>_(?:must_|please_|just_)?(?:stop|cease)(?=(?:_now|_today|_immediately|_please|$)#)",
    ),
    *_rules(
        None,
        Speech.THREAT,
        r"""<act,thing,one>(?:_(?:me|us|this_number|my_phone|here|from_you))?_(?:again|anymore|ever_again|
        one_more_time|once_more|another_time)(?:_(?:and|or|then))?_(?:i|ill|im|you)(?:_\w+){0,3}?_(?:sue|suing|
        report|reporting|block|blocking|regret|attorney|lawyer|police|cops|court|fcc|ftc|cfpb|complaint)""",
    ),
    *_rules(
        None,
        Speech.PREFERRING,
        r"(?:instead_of|rather_than|not_by|over)_(?:the_|a_|my_|any_|your_)?<doing>+<no-object>",
        r"""(?:instead_of|rather_than|not_by|over)_(?:the_|a_|my_|any_|your_)?<thing,one>+
        (?=(?:$|_me|_us|_i|_please|_and|_thanks|_ok)#)""",
    ),
    *_rules(None, Speech.PLAIN, r"(?:want|get|let_me|opt)_out_of(?:_<link>){0,3}_<thing>"),
)
_LISTED = (
    *_rules(
        TEXTS,
        Speech.LISTING,
        r"""(?:remov\w+|delet\w+|take|taking|get|drop|scrub|strike|unlist|erase|leave)_<me>(?:_number)?_
        (?:off_of|off|from|out_of|of)(?:_(?:the|your|this|these|all|of|any|my|calling|call|text|texting|email|texts|
        mailing|contact|damn|marketing|future|further|group|from|fucking|stupid|and)){0,4}_<list>""",
        r"""(?:be|get|getting|been|number|name|me)_(?:removed|taken|deleted|dropped|scrubbed|unlisted)_
        (?:from|off|off_of|out_of)(?:_\w+){0,3}?_<list>""",
        r"(?:remove|take|delete|drop)_(?:from|off)_(?:the_|your_|this_)?<list>",
        r"get_off(?:_of)?(?:_\w+){0,2}?_lists?",
        r"(?:dont|never)_(?:want|wish|ask|asked|agreed?)_to_be_(?:on|in|part_of)(?:_\w+){0,3}?_<list>",
    ),
    *_rules(
        TEXTS,
        Speech.PLAIN,
        r"(?:remove|delete|unlist|erase|unenroll|drop)_<me>(?=(?:_<polite>|$)#)",
        r"take_<me>_off(?=(?:_please|$|_now)#)",
        r"""unsubscribe(?!_(?:me_)?(?:from|to)(?:_\w+){0,2}_emails?)|opt_(?:me|us|my_number)_out|optout(?!_(?:of|from)_
        (?!(?:\w+_){0,3}?(?:<thing,doing,one>|this|these|it|all|everything|future|further)))""",
    ),
    *_rules(EMAIL, Speech.PLAIN, r"unsubscribe_(?:me_)?(?:from|to)(?:_\w+){0,2}_emails?"),
    *_rules(
        CALLS,
        Speech.PLAIN,
        r"(?:put|add|place)_(?:me|us|my_number|this_number)(?:_\w+){0,2}?_dont_call|dont_call_list",
    ),
)
_FIXED = (
    *_rules(
        TEXTS,
        Speech.SENDING,
        r"""(?:stop|quit|dont|never|cease)_(?:ever_)?(?:send|sending|giving)(?:_(?:me|us|any|more|anything|all|of|these|
        this|that|them|those|stuff|things|shit|crap|junk|mess|garbage|nonsense|else|other|to|my|cell|phone|number|so|much|here|the|
        same|links?|updates?|anymore|again|please|your)){1,7}(?=(?:$|_i|_ill|_im|_or|_and|_but|_because)#)""",
    ),
    *_rules(
        TEXTS,
        Speech.CONSENT,
        r"""(?:revok\w+|withdraw\w*|rescind\w*|retract\w*|terminat\w+|cancel|take_back|taking_back|remov\w+)
        (?:_\w+){0,3}?_(?:consent|permission)(?!(?:_\w+){0,4}_<money>)""",
    ),
    *_rules(
        TEXTS,
        Speech.PLAIN,
        r"(?:no|nomore)(?:_more)?_of_(?:these|this|that|those)(?=(?:$|_please)#)",
        r"stop_(?:the|this|your|these)_(?:bots?|robots?|ai|machine|spamm\w+)$",
        r"""(?:(?:just|only|rather_you|please)_call_(?:me_)?(?:only|instead)|only_calls?(?:_me)?|calls?_only)
        (?=(?:$|_please|_thanks)#)""",
    ),
    *_rules(
        CALLS,
        Speech.PLAIN,
        r"(?:only_(?:by_|via_|through_)?texts?(?:_me)?|texts?_(?:me_)?only)(?=(?:$|_please|_thanks)#)",
    ),
    *_rules(
        TEXTS | CALLS,
        Speech.PLAIN,
        r"only_(?:by_|via_|through_)?email(?:_me)?(?=(?:$|_please|_thanks)#)|emails?_(?:me_)?only",
        r"only_in_writing|in_writing_only|(?:by_)?mail_only|only_by_mail",
        r"""(?:stop|quit|enough_of|enough_with)(?:_\w+){0,2}?_(?:blow\w*_up_(?:my|our)_(?:phone|cell|mobile|line)|
        blow\w*_(?:my|our)_(?:phone|cell)_up)""",
        r"(?:dont|stop|quit|never)_us(?:e|ing)_(?:this|my)_(?:number|phone|cell)",
    ),
    *_rules(
        EVERYTHING,
        Speech.PLAIN,
        r"""(?:leave|leaving)_(?:me|us|me_and_my_\w+|my_\w+_and_me|my_family)(?:_the_\w+)?_(?:alone|be|in_peace)|
        let_me_be|stay_away_from_me|dont_disturb(?:_me)?""",
        r"cease_and_desist|(?:a|my|formal)_cease|(?:stop|cease|end)_everything$",
        r"(?:lose|forget)_(?:my|this)_number|(?:delete|remove|erase)_my_contact_(?:info|information|details)",
        r"""(?:dont|never|not|no_longer)(?:_\w+)?_(?:want|wanna|wish|need|like|care)(?:_to)?(?:_ever)?_hear_from_
        (?:you|yall|anyone|your_\w+|this_\w+|them|collectors)""",
        r"(?:dont|never)_(?:want|wanna|wish)_to_(?:talk|speak)_(?:to|with)_you(?:_people|_guys)?_(?:anymore|again|ever)",
        r"(?:dont|never)(?:_ever)?_(?:talk|speak)_to_(?:me|us)_(?:ever|again|anymore)",
    ),
    *_rules(
        EVERYTHING,
        Speech.IMPERATIVE,
        r"go_away(?=(?:$|_please|_and)#)",
        r"block_(?:me|my_number)(?=(?:_everywhere|_please|_from|_now|_and|$)#)",
    ),
)
_AT_WORK = (
    *_rules(WORK, Speech.PLACE, r"not_(?:here_)?(?:at|on)_(?:my_|the_)?(?:work|job|office|workplace)"),
    *_rules(
        WORK,
        Speech.PLAIN,
        r"""(?:stop|quit|dont|never|not|remove|delete)(?:_\w+){0,3}?_(?:my|at|to|on)(?:_\w+)?_(?:work|office|business)_
        (?:number|phone|line|email|cell)|take_my_work_(?:number|phone|email)_off""",
        r"""<work>(?:_\w+){0,2}?_(?:doesnt|dont|wont|cant|not|never|isnt)(?:_\w+)?_(?:allow|allowed|permit|permitted|
        let|like|want|approve|tolerate)(?:_\w+){0,5}?_(?:calls?|calling|phone|texts?|texting)""",
        r"<work>_(?:prohibits?|forbids?|bans?)(?:_\w+){0,3}?_(?:calls?|phone|texts)",
        r"""(?:calls?|texts|calling|phone)(?:_\w+){0,2}?_(?:not|arent|isnt)_(?:allowed|permitted)(?:_\w+)?_
        (?:at|on)(?:_my|_the)?_<work>""",
        r"""(?:cant|(?:not|arent)_(?:allowed|supposed|permitted|able))(?:_\w+){0,2}?_(?:take|taking|get|getting|receive|
        receiving|have|having|accept|answer|make|personal)(?:_\w+){0,2}?_(?:calls|call|calling|texts|phone)
        (?:_(?:me|here|while)){0,2}_(?:at|on)(?:_my|_the)?_(?:<work>|clock)(?!_right_now|_now)""",
        r"""(?:getting|get)_me_(?:fired|in_trouble|written_up)|(?:ill|will|could|gonna|might|can|would)(?:_\w+)?_
        (?:get|be)_(?:fired|in_trouble|written_up)(?:_\w+){0,6}?_(?:calls?|calling|phone|texts?|texting)|
        lose_my_job(?:_\w+){0,4}?_(?:calls?|calling)""",
    ),
)
_BARE = (
    *_rules(
        TEXTS,
        Speech.BARE,
        r"^(?:<filler>_){0,9}(?:stop|stopall|td|quit_it|cut_it_out|knock_it_off)(?:_<filler>){0,9}$",
        r"^(?:(?:please|just|ok|hey|no|yo)_){0,3}stop(?:_(?:please|now|already|it|this|that)){0,3}(?=(?:_<subject>)#)",
        r"(?!<before-stop>_)[\w-]+_stop(?:_(?:please|now|already|all|thanks|thank_you)){0,3}(?=(?:$|_<subject>)#)",
        r"(?:please|please_just|kindly)_stop(?:_<filler>){0,3}(?=(?:$|_<subject>)#)",
        r"(?:said|say|just|and|so|but|or|then)_stop$|stop_(?:them|these|those|it)$",
        r"(?:this|it|that|you|all_this)_(?:really_|just_)?(?:needs?|has|have|must|better|gotta)(?:_got)?(?:_to)?_stop"
        r"(?=(?:$|_<subject>|_now|_it)#)",
        r"make_(?:it|this|them|these)_stop|when_will_(?:you|this)_stop$",
        r"(?:reply|replying|text|texting|send|sending|type)_stop",
        r"""(?:i|ive)_(?:already_|literally_|just_)?(?:typed|texted|replied|said|wrote|sent|put|responded)(?:_with)?_stop|
        (?:have|had)_to_(?:say|type|text)_stop""",
        r"""(?:i_)?(?:already_)?(?:asked|asking|ask|told|tell|telling|want|need|like|beg|begging|request|requesting|ordering|
        demand|demanding)(?:_(?:you|them|this|it|that|all|of|guys|people|again|twice|everything)){1,3}_to_
        (?:please_|just_)?stop(?=(?:(?:_<filler>){0,4}$|_<subject>)#)""",
    ),
)
RULES = (*_NAMING, *_LISTED, *_FIXED, *_AT_WORK, *_BARE)
"""All of them; several may find the same words."""
