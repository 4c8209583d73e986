"""People named in a turn: attorney, agent, debtor, the speaker; only behind words that announce a name."""

from __future__ import annotations

import re

from arrears.domain.language.script.fold import Span
from arrears.domain.language.script.terms import Term
from arrears.domain.language.script.traditional import TRADITIONAL

_WORD = r"(?:[A-Z][a-zA-Z'\u00e0-\u017f-]+\.?)"
_CAPITALISED = rf"{_WORD}(?:\s+(?:[A-Z]\.\s+)?{_WORD}){{0,2}}"
_ANY_WORD = r"(?:[a-z][a-z'-]+)"
_TITLE = r"(?:mr|mrs|ms|miss|dr|attorney|atty|esq|agent|officer|judge)\.?"
_ROLE = (
    r"(?:attorney|lawyer|counsel|agent|rep(?:resentative)?|paralegal|trustee|solicitor|manager|supervisor)"
)
_CUES = (
    rf"(?:my|our|his|her|the)\s+(?:new\s+|bankruptcy\s+)?{_ROLE}(?:'?s\s+name)?(?:\s+is|'s|\s*,|"
    rf"\s*:)?\s+(?:{_TITLE}\s+)?",
    r"(?:my|his|her|the|their)\s+(?:full\s+|real\s+)?(?<!maiden\s)name(?:'s|\s+is|\s+was|s)?\s+(?:actually\s+)?",
    rf"(?:(?:nobody|no\s*one|anyone|someone|anybody|person|man|woman|guy|lady|"
    rf"kid)\s+)(?:by\s+the\s+name\s+(?:of\s+)?|named|called)\s+(?:{_TITLE}\s+)?",
    rf"(?:named|by\s+the\s+name\s+of)\s+(?:{_TITLE}\s+)?",
    rf"\b{_TITLE}\s+",
    rf"(?:talk|speak|spoke|talked|speaking|transfer\s+me|connect\s+me|put\s+me\s+through|ask|"
    rf"asked)\s+(?:to|with|for)\s+(?:(?:your|the|my|his|her)\s+colleague\s+)?(?:{_TITLE}\s+)?",
    r"(?:represented\s+by|retained|hired|behalf\s+of|this\s+is|looking\s+for|i'?m|i\s+am|is\s+this|not|"
    r"it'?s|name\s+is)\s+",
    r"(?:wife|husband|son|daughter|mother|father|mom|dad|brother|sister|uncle|aunt|cousin|nephew|niece|"
    r"friend|roommate|boss|grandma|grandpa)\s+",
)
_CAPITAL = tuple(re.compile(rf"(?i:\b{cue}(?:{_TITLE}\s+)?)(?P<name>{_CAPITALISED})") for cue in _CUES)
# Speech has no capitals: only behind the surest cues, and two words at most.
_LOWER = (
    re.compile(
        rf"(?i:\bmy\s+(?:full\s+)?name(?:'s|\s+is)\s+)(?P<name>{_ANY_WORD}(?:\s+{_ANY_WORD})?)(?=\s*(?:$|"
        rf"[,.;!?]|and\b|my\b|last\b|born\b))"
    ),
    re.compile(
        rf"(?i:\b(?:his|her|their)\s+(?:full\s+)?name(?:'s|\s+is)\s+)(?P<name>(?!(?:still|also|only|really|never)\b){_ANY_WORD}\s+{_ANY_WORD})"
        rf"(?=\s*(?:$|[,.;!?]|(?:so|and|she|he|call|from|at)\b))"
    ),
    re.compile(
        rf"(?i:\bmy\s+(?:attorney|lawyer)(?:'?s\s+name)?\s+is\s+)(?:(?:mr|mrs|ms|miss|"
        rf"dr)\.?\s+)?(?P<name>{_ANY_WORD}\s+{_ANY_WORD})(?=\s*(?:$|[,.;!?]|at\b|and\b|his\b|her\b|call\b))"
    ),
    re.compile(
        rf"(?i:\b(?:talk|speak|call|ask|contact|email)\s+(?:to\s+|with\s+)?my\s+(?:attorney|lawyer)\s+)"
        rf"(?P<name>{_ANY_WORD}\s+{_ANY_WORD})(?=\s*(?:$|[,.;!?]|at\b))"
    ),
    re.compile(
        rf"(?i:\b(?:nobody|no\s*one|anyone|anybody)\s+(?:here\s+)?(?:named|"
        rf"called)\s+)(?P<name>{_ANY_WORD}(?:\s+{_ANY_WORD})?)(?=\s*(?:$|[,.;!?]|here\b|at\b|on\b|lives\b|"
        rf"in\b))"
    ),
    re.compile(rf"(?i:\b(?:mr|mrs|ms)\.?\s+)(?P<name>{_ANY_WORD})(?=\s*(?:$|[,.;!?]|\w))"),
)
_OTHER_WORDS = """
    a an the my your his her their our this that is was and or of to at in on for with by i im i'm you u
    he she they we it me him them not no yes ok please pls what who why how when where going gonna
    handling working dealing taking sure here there out away busy sick available someone somebody anyone
    person human agent operator manager supervisor representative rep lawyer attorney counsel bankruptcy
    chapter sir madam ma'am mam dear good fine sorry done paying calling trying filing wrong number name
    mine none private monday tuesday wednesday thursday friday saturday sunday january february march
    april may june july august september october november december cfpb ftc bbb fdcpa english spanish
    chinese mandarin korean vietnamese cantonese debt loan account customer service live real people mom
    dad mother father wife husband son daughter brother sister uncle aunt cousin friend boss landlord
    owner billing hr legal interested broke unemployed disabled retired about right away now first instead
    today tomorrow before after again then
"""
_NOT_A_NAME = frozenset(_OTHER_WORDS.split())
_SURNAMES = (
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方"
    "石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文欧阳"
)
_GIVEN = r"[\u4e00-\u9fff]"
_TITLE_ZH = r"(?:先生|女士|小姐|太太|律师|经理|主任|法官|老师|总|警官|师傅|客服|专员)"
_NO_GIVEN = (
    r"(?!的|是|说|谈|在|不|有|和|跟|已|会|要|吗|吧|呢|了|先|女|律|经|主|打|联|处|他|她|你|我|您|这|那|电|手)"
)
# A surname begins these, too, and they are nobody's name.
_NO_PERSON = (
    r"高[级层管利]|方[面便案]|金[主融钱额]|马上|常[务用]|石头|钱|白|万|段|黄[牛金]|江湖|安[全保]|康|毛|史|于|向|易|石|龙|武|文|"
    r"贷款|任何|任[意一]|何[人时]|陈述|汪|严|温|余[下额款]|范围|成|时|程序|周[一二三四五六日天末围]|张[单]|雷|侯|汤|顾[客问]|许多|"
    r"[\u4e00-\u9fff]{1,3}(?:先生|女士|小姐|太太|律师|经理|主任|法官|老师|警官|师傅|客服|专员|公司|银行|平台|家人|人)"
)
_NAMES_ZH = (
    re.compile(rf"(?<![我双对贵甲乙官各多一])(?P<name>[{_SURNAMES}]{_TITLE_ZH})"),
    re.compile(
        rf"(?:我叫|我是|名叫|名字是|名字叫|叫做?|姓名[:：是]?|本人)\s?(?P<name>[{_SURNAMES}](?:{_NO_GIVEN}{_GIVEN}){{1,2}}?)(?=$|"
        rf"[，,。.；;！!？?\s]|不是|本人|身份|生日|尾号|的|后四|电话|手机|出生)"
    ),
    re.compile(
        rf"(?:我姓[\u4e00-\u9fff]{{1,2}}[，,\s]?(?:名叫|叫)|我叫|我是)\s?(?P<name>[{_SURNAMES}](?:{_NO_GIVEN}{_GIVEN}){{1,2}}?)(?=$|"
        rf"[，,。\s]|[\d零一二三四五六七八九]{{2,4}}年)"
    ),
    re.compile(
        rf"(?:律师|代理人|经理|专员|法官)(?:名?[是叫]|姓名)?\s?(?P<name>[{_SURNAMES}](?:{_NO_GIVEN}{_GIVEN}){{1,2}})(?=$|"
        rf"[，,。.；;！!？?\s]|谈|联系|说|负责|处理|沟通|电话|的|[你您](?:们)?(?:去|找|问|跟|联|打|可))"
    ),
    re.compile(
        rf"(?:律师|代理人)[^，,。]{{0,6}}[\s，,]+(?P<name>[{_SURNAMES}](?:{_NO_GIVEN}{_GIVEN}){{1,2}})(?=[\s，,]*(?:电话|手机|联系方式))"
    ),
    re.compile(
        rf"(?:委托了?|请了?|找|联系|是|聘请了?|我的)\s?(?P<name>[{_SURNAMES}](?:{_NO_GIVEN}{_GIVEN}){{1,2}})(?=律师|经理|专员|法官|"
        rf"代理)"
    ),
    re.compile(
        rf"(?:(?:要|想|得|帮我|让我|请|麻烦|给我|叫|让)?(?:跟|找|和|转|转接|接|叫|让|请)(?:你们)?(?:那个)?)(?!{_NO_PERSON})(?P<name>[{_SURNAMES}](?:{_NO_GIVEN}{_GIVEN}){{1,2}}?)"
        rf"(?=(?:来)?(?:讲|谈|说|聊|沟通|对接|接电话|听电话|通话|通个话|回我?电话|给我(?:打|回)|处理|负责)|$|[，,。！!？?])"
    ),
    re.compile(
        rf"(?:没有(?:叫|姓)?|不认识|没叫)(?P<name>[{_SURNAMES}](?:{_NO_GIVEN}{_GIVEN}){{1,2}})(?=这个人|这人|$|[，,。.；;！!？?\s])"
    ),
)


def read_names(text: str) -> list[Term]:
    """Every name announced as one in the raw text, in order, without title."""
    found: dict[Span, Term] = {}
    for pattern in (*_CAPITAL, *_LOWER):
        for match in pattern.finditer(text):
            name = _trimmed(match["name"])
            if name:
                span = (match.start("name"), match.start("name") + len(name))
                found.setdefault(span, Term(name, span))
    for pattern in _NAMES_ZH:
        for match in pattern.finditer(text.translate(TRADITIONAL)):
            span = match.span("name")
            found.setdefault(span, Term(text[slice(*span)], span))
    return _apart(sorted(found.values(), key=lambda term: (term.span[0], -term.span[1])))


def _trimmed(name: str) -> str:
    """The words up to the first that is no part of a name."""
    words: list[str] = []
    for word in name.split(" "):
        if word.lower().strip(".,'") in _NOT_A_NAME or word.endswith("ing"):
            break
        words.append(word)
    return " ".join(words).rstrip(".,'").removesuffix("'s")


def _apart(found: list[Term]) -> list[Term]:
    kept: list[Term] = []
    for term in found:
        if not kept or term.span[0] >= kept[-1].span[1]:
            kept.append(term)
    return kept
