"""Whether a text has a word that may be of harm to oneself: weariness of life, means, places, farewells.

Wide, since a miss may cost a life: most of these words state nothing by themselves. They decide only whether
what the engine heard as self-harm is a statement, or is asked about.
"""

from __future__ import annotations

from arrears.domain.language.acts.crisis_words import speaks_of_self_harm
from arrears.domain.language.script.fold import compiled, fold

_OF_LIFE = (
    r"d(?:ie[sd]?|ying)|dead|death|suicid\w*|sewerslide|sue\s?a?side|kill\w*|kms|ctb|unaliv\w*|alive|lifeless|corpse|ashes|"
    r"cremat\w*|coffin|casket|pine\s+box|graves?|bury\s+me|six\s+feet|reaper|heaven|meet\s+(?:my\s+maker|jesus|god)|afterlife|"
    r"living(?!\s+(?:room|expenses?|costs?|with|in|at|on|off|wage|paycheck|check))|to\s+live|wan+a\s+live|"
    r"(?:if|don'?t|dont|not)\s+i?\s*live|liv(?:e|ing)\s+(?:like|any)|(?:my|this|one|with|w|of|not\s+worth)\s+life|life'?s\s+not|life\s+(?:is|isn'?t|insurance|policy|fr)|"
    r"exist(?:s|ing|ence)?|wak(?:e|ing)\s+up(?!\s+(?:early|at|late|call))|breath(?:e|es|ing)|oxygen|never\s+(?:had\s+me|been\s+born)|quiero\s+(?:vivir|morir)|worthless|burden|waste\s+of"
)
_BY_WHAT = (
    r"hurt\w*|harm\w*|cut+in['g]?\s+(?!back|down|hours|it\s+close|my\s+(?:hours|pay|shifts?))|cut\w*\s+my\s?self|hands?\s+got\s+fresh|hang(?:ing)?|pills?|tablets|meds|overdos\w*|medicine\s+cabinet|insulin|dialysis|bleach|whole\s+bottle|"
    r"guns?|shotgun|rifle|bullet|weapon|pistol|kni(?:fe|ves)|razor|wrists?|noose|rope|belt|hose|exhaust|oven|knows?\s+the\s+tree|"
    r"garage|engine\s+(?:on|running)|bridge|overpass|ledge|rooftop|(?:the|this|on|a)\s+roof|(?:the|an?)\s+edge|cliff|river|pond|the\s+lake|the\s+water|"
    r"jump\w*|drown\w*|traffic|train\s+tracks|tracks|the\s+trains?|platform|highway|steps?\s+off|off\s+the\s+road|into\s+a\s+(?:wall|tree)|"
    r"crash\w*\s+my|hit\s+by\s+a|took\s+me\s+out|swallow\w*|bleed\w*|burned\s+my|starv\w*|(?:no|stopped)\s+(?:food|eating)|havent\s+eaten|parking\s+structure|"
    r"(?:my|to|do)\s+(?:own\s+)?(?:my\s?self|myself)\s+in\b|do(?:in'?g?)?\s+my\s?self|(?:off|top|unalive|to|with|trust|taking)\s+my\s?self"
)
_NO_MORE = (
    r"cut(?:ting)?\s+again|end(?:ing|ed)?\s+(?:it\b(?!\s+(?:on|by|in))|this|my|everything|things)|how\s+it\s+ends|finish\s+(?:it|myself)|any\s?more|any\s+longer|much\s+longer|go\s+on|keep\s+(?:doin\w*|going)|"
    r"take\s+(?:it|this)|cope|no\s+(?:point|reason|hope)|(?:see|cant\s+see|whats?|what's)\s+(?:a|the|any)\s+(?:point|reason|use)|hopeless|giv(?:e|ing)\s+up|gave\s+up|tired\s+of|way\s+out|one\s+way\s+(?:out|ticket)|"
    r"not\s+safe|safe\s+with|unsafe|scared\s+(?:of|to\s+be)|better\s+off|without\s+me|w/o\s+me|than\s+with\s+me|suffer\w*|pain|dis+ap+ear\w*|be\s+over|it'?s\s+over|forever|permanent(?:ly)?|4\s+good|for\s+good|"
    r"peace\w*|desperate|crisis|lifeline|988|attempt|tried\s+(?:once|and)|see\s+the\s+morning|set\s+for\s+the\s+morning|took\s+too\s+many|psych\w*|on\s+watch|therapist|goodbye|farewell|letters?\s+(?:to|for|are|already)|wrote\s+the\s+letters|written\s+(?:the|my)|"
    r"(?:left|leave|my)\s+a?\s*note|found\s+a\s+note|insurance\s+(?:pay|money|if|than|better)|my\s+insurance|on\s+the\s+insurance|on\s+purpose|(?:my|the)\s+last\s+(?:day|night|voice|thing|time)|"
    r"(?:i'?m|i\s+am|i'?ll\s+be|was|were|be|us|just|kids)\s+gone(?!\s+(?:to|back|from))|(?:won'?t|wont|not|plan\s+on)\s+(?:gonna\s+|going\s+to\s+|to\s+)?be(?:ing)?\s+(?:here|around|there|found|anywhere|anyone)|wanna\s+be\s+here|(?:being|still)\s+here|bein\s+here|be\s+here\s+(?:next|any|to)|no\s+longer\s+(?:there|here)|wasn?t\s+around|"
    r"(?:no|a|am|see)\s+me\b|(?:im|i\s+am|i'?m)\s+(?:next|done|quitting|finished|on\s+the\s+roof)(?!\s+(?:with|work|at|for|on|talking|texting|calling|here|paying|by|my|the|in|fixing|looking))|done\s+(?:with|w)\s+(?:it\s+all|everything|life|the\s+whole)|not\s+for\s+long|"
    r"miss\s+me|forget\s+me|find\s+(?:me|us)|find\s+them|look(?:in'?g?)\s+for\s+me|notice\s+if|(?:be|is|was|i'?d|it)\s+(?:be\s+)?eas(?:y|ier)\b.{0,30}\b(?:if|than)|not\s+bein\w*\s+here|tell\s+(?:my|them|em)\b|say\w*\s+bye|bye\s+(?:for|to)|"
    r"made\s+up\s+my\s+mind|i'?ve\s+decided|ive\s+decided|(?:gonna|going\s+to|might|i'?d|to\s+just|how\s+i'?d)\s+do\s+it|doing\s+it|(?:still|keep|been|cant\s+stop|always)\s+think\w*\s+about\s+it|affairs|giv(?:ing|en)\s+(?:my|away)|gave\s+(?:my|the)\s+(?:dog|cat|guitar|keys)|the\s+dog|before\s+i\s+go|how\s+to\s+go|ready\s+to\s+go|where\s+i'?m\s+going|where\s+im\s+going|"
    r"after\s+tonight|tonight\s+(?:im|i'm|i\s+)|enough\s+now|nothing\s+left|no\s+(?:more\s+)?time\s+in\s+me|by\s+choice|hair\s+soon|out\s+of\s+the\s+picture|irl|game\s+over|respawn|a\s+memory|picked\s+(?:the|out\s+my)|sleep\s+(?:kind|tonight|wont)|the\s+long\s+sleep|"
    r"go\s+to\s+sleep\s+and|stop,?\s+me\s+with|slip\s+off|steps?\s+off|switch\s+me\s+off|make\s+it\s+to|making\s+it\s+to|the\s+end|"
    r"this\s+world|(?:with|stop|for|not\s+the\s+\w+\W+)\s*all\s+of\s+it|my\s+time\s+is\s+up|checking\s+out|thoughts?\s+(?:have|are)|(?:a|the)\s+kindness|dont\s+care\s+if|the\s+floor|closer\s+to|going\s+down\s+with|about\s+me\s+in|get\s+(?:your|ur)\s+wish|in\s+the\s+ground"
)
_ENGLISH = compiled(rf"\b(?:{_OF_LIFE}|{_BY_WHAT}|{_NO_MORE})\b")
_CHINESE = compiled(
    r"死|[自想要]\s?(?:杀|鲨|啥|[sS4亖鼠噶]|zs)|(?:^|[^a-z])zs|[sS4]\s?(?:意|的心)|紫砂|狗带|bxhl|轻生|自[残尽伤]|寻短见?|短见|傻事|想不开|伤害|伤了自己|控制不了自己|自己都怕|干出什么|一个人待|"
    r"(?<![生干接零农做找没赶务快重粗累工])活(?![动期儿钱干络跃泼计该力])|不[想响]火|火[了下补]|生存|存落去|喘气|(?:我的?|这条|一条|用|拿|还|烂|要|赔|出)(?:人)?命|命(?:给|都|不要|来|去|抵)|没命|人命|"
    r"天台|楼顶|顶[层上]|阳台|窗[台边户]|[楼桥]上?.{0,2}下去|真下去|一?头扎|跳(?!槽|过|转|票|舞|广场|闸|号|出|到|绳|价|水)|栏杆|桥上|座桥|[江河湖海][边里]|江水|[进投到]河|铁[轨路]|站台|撞|车祸|方向盘|一把方向|关在车里|车窗|"
    r"农药|百草枯|敌敌畏|除草|(?<!买)药(?!费|钱|店的|房|厂|业|品|材|贵|店里|铺)|刀|绳|煤气|[烧炭碳]炭|[炭碳]也|[上吊]吊|吊上|割|划(?!钱|扣|款|账|走|掉|算|转|出|给|一下)|手腕|血流|看见血|疤|烟头|又添|添一道|又多了|印子|胰岛素|不吃|没怎么吃|三天没吃|针也不打|"
    r"[不别]再?醒|醒来|睁眼|睁开眼|睡过去|一觉不醒|一觉|永(?:远(?!不要|别|不许|不会再|不准|删)|别)|长眠|世上|人世|在世|这个?世|离世|去世|人间|[换这]个?世界|一辈子|下?辈子|来世|重开|注销(?!卡|账户|银行)|毁灭|"
    r"那边陪|在那边|[地]下(?:等|还)|我下去|阎王|阴间|收尸|后[事]|身后|头七|墓|上.{0,2}香|烧.{0,2}纸|清明|法医|警察|新闻|遗[书嘱言]|磕了?头|身体我?不要|"
    r"我(?:[先今晚明天早也都想要该打算准备放心]{1,5}就?|(?=走了(?!钱|路|人工)))(?:走(?!路|不|访|了?[趟几一])|去(?:了|矣|陪|找我))|先走|一起走|想走(?!流程)|怎么走|该走了|走得[了快]|带着.{0,4}走|去陪|去找我(?:[爸妈]|老)|[跟随陪](?:着|他|她)去|跟着没|走埋|走到(?:这|我)|放心去|不回[来去]|"
    r"不在了|人(?<!有人)没了|没了我|没我|没有我|(?<!多)少我|没有这个?人|没的|悄悄|耗没|没有?明天|没有?以后|不想(?:在|继续|做人)|唔想|没那么多|[过再]了?今晚|今晚(?:就|我|以后)|明天以后|明早|最后一|"
    r"了断|了结|解脱|一了百了|清净|清静|轻松|绝望|撑不|撑到头|到头了|(?<!接)受不了|坚持不|挺不|熬|扛不住|没意思|没意义|没希望|不到.{0,4}希望|希望(?:今晚|明天|睡|就|哪天|能?死)|(?:不抱|没有?)指望|崩溃|(?:[我全都真]|彻底|这辈子)完了|食言|"
    r"(?:想|都|就|要|怎么|一切|全部?|自己)结束|结束(?:这|自己|一切|生命|吧|算)|消失|不安全|对不起大家|12356|热线|抑郁|心理|那个?风险|刺激我|留恋|惦记|牵挂|放不下|托[给付]|送人|捐了|道过别|别我|信.{0,5}写|写.{0,6}的?信|"
    r"别[劝拦]|不用劝|决定(?:了|今晚)|不会失手|试过一次|别醒|我说到做到|我定的|挑个日子|拖累|累赘|多余|告别|出[了]?事|保险(?:赔|够)|够不够赔|后悔|怕.{0,4}自己|照顾好|别难过|一抬脚|迈.{0,3}步|边沿|下去给|给你们看|想跟?他?去|用不上了|呼吸|关机|end\s*掉|不抱|够数|何必活|困$"
)

_HARMLESS = compiled(
    r"\b(?:when|how\s+long|what|until|till|wanted?\s+to|wanna|like\s+to|glad|happy|almost|nearly)\b\W+(?:[\w']+\W+){0,5}?(?:done|over)\b"
    r"(?:\s+with\s+(?:it\s+all|all\s+of\s+(?:it|this|them)|everything|the\s+whole\s+\w+|this|it))?"
    r"|\b(?:pay|paid|paying|owe|cover|clear|settle|send|afford)\s+(?:(?:off|for|you|me|some|back)\s+)?all\s+of\s+it\b"
    r"|\b(?:the|this|next|each|my|at|by)\s+end\s+of\s+(?:the|this|next|each|my)?\s*(?:\w+)\b|\bhang(?:ing)?\s+(?:on|up)\b"
    r"|\b(?:cost|standard)s?\s+of\s+living\b|\b(?:for|make|making|made|earn\w*)\s+(?:a|my)\s+living\b|\b(?:phone|battery|cell)(?:'?s|\s+is)?\s+(?:dying|dead|died)\b"
    r"|\b(?:pay\w*|text\w*|owe|use|work\w*|call\w*)\s+(?:\w+\s+){0,2}any\s?more\b|\blet'?s\s+(?:just\s+)?do\s+it\b|\bdead\s?lines?\b|\bdying\s+to\b"
    r"|\bhanging\s+over\s+(?:me|us|my\s+head|our\s+heads)\b|\btired\s+of\s+(?:seeing|getting|owing|dodging|ducking|avoiding|ignoring)\b"
    r"|\b(?:truck|van|car|rig)(?:\s+is|'?s)?(?:\s+(?:still|back|stuck))?\s+in\s+the\s+garage\b(?!\W+(?:with|and))"
    r"|\b(?:shut|closed|blocked|dug\s+up|tore\s+up)\s+(?:down\s+)?(?:the|our)\s+highway\b"
    r"|走了(?=好?[几两三四五六七八九十\d]+[家趟个条圈])"
    r"|一(?:把|次性?|口价|笔|起)(?:全部?)?了[结断]|(?:怎么|哪天|几时|何时|什么时候|多久|几月)(?:能|才|会|可以)?(?:全部|都)?(?:结束|了结)(?!这|我|自己)|(?:计|规|谋|策)划|笔划|[得太]要命|要命有|没有?死(?!的|成|路)|死心"
    r"|[教做干开种养跑打守卖修]了(?:大半|半|一)辈子的?(?:书|学|活儿?|工|车|地|田|庄稼|菜|店|生意|买卖|饭|船|货|猪|鱼)"
)

NO_HARM = compiled(
    r"\b(?:do\s?n'?t|do\s+not|did\s?n'?t|did\s+not|never|would\s?n'?t|would\s+not|wo\s?n'?t|will\s+not|not|no\s+plans?|"
    r"no\s+intention)\s+(?:(?:want(?:ed)?|going|gonna|trying|planning|mean|meant|ever|of|to|about|thinking|think)\s+){0,4}"
    r"(?:hurt|kill|harm)(?:ing)?\s+(?:my\s?self|any(?:one|body))\b|\bnot\s+(?:at\s+all\s+)?suicidal\b"
    r"|(?:不会|不想|没有?想|没有?要|没有?打算|不打算|不是[想要]|怎么会|从来?没想过?)(?:过|要|去|再){0,2}"
    r"(?:自杀|死|轻生|伤害自己|伤害我自己|自残|想不开|寻死|寻短见|做傻事|干傻事)|没有?想不开"
)

_NOBODY_DIED = compiled(
    r"\b(?:nobody|no[\s-]?one|noone)(?:'?s|\s+has|\s+is)?\s+(?:died|dying|dead)\b|没(?:有)?(?:人死|死人)"
)


def fears_for_self(text: str) -> bool:
    """Whether there is a word that may be of harm to themselves."""
    return is_feared(_NOBODY_DIED.sub(" ", NO_HARM.sub(" ", fold(text))))


def is_feared(folded: str) -> bool:
    """The same of words as they are compared, no denial taken out."""
    if speaks_of_self_harm(folded):
        return True
    rest = _HARMLESS.sub(" ", folded)
    return any(words.search(rest) is not None for words in (_ENGLISH, _CHINESE))
