"""Who the speaker is to the debtor, or whom of theirs they speak of."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled
from arrears.domain.language.script.terms import Term, Words


def _en(*names: tuple[str, str]) -> Words:
    return tuple((value, rf"(?:{words})(?:'?s)?") for value, words in names)


RELATIONS_EN: Words = (
    ("ex", r"ex[\s-]?(?:husband|wife|boyfriend|girlfriend|spouse|partner)?s?(?=\s|'s|,|\.|$)"),
    *_en(
        ("mother_in_law", r"mother[\s-]in[\s-]law"),
        ("father_in_law", r"father[\s-]in[\s-]law"),
        ("brother_in_law", r"brother[\s-]in[\s-]law"),
        ("sister_in_law", r"sister[\s-]in[\s-]law"),
        ("son_in_law", r"son[\s-]in[\s-]law"),
        ("daughter_in_law", r"daughter[\s-]in[\s-]law"),
        ("stepfather", r"step[\s-]?(?:father|dad)"),
        ("stepmother", r"step[\s-]?(?:mother|mom)"),
        ("grandparent", r"grand(?:pa|ma|father|mother|dad|parents?|pop)|grampa|granny|nana|gramps"),
        ("grandchild", r"grand(?:son|daughter|child|kid)"),
        ("wife", r"wife|wifey"),
        ("husband", r"husband|hubby"),
        ("spouse", r"spouse"),
        ("son", r"(?<!per)son"),
        ("daughter", r"daughter"),
        ("child", r"kid|child"),
        ("mother", r"mother|mom|mum|mama|momma"),
        ("father", r"father|dad|daddy|papa|pops"),
        ("parent", r"parents?"),
        ("brother", r"brother|bro(?=\s+(?:owe|owes|is|has|took|borrow))"),
        ("sister", r"sister|sis"),
        ("cousin", r"cousin"),
        ("nephew", r"nephew"),
        ("niece", r"niece"),
        ("uncle", r"uncle"),
        ("aunt", r"aunt(?:ie|y)?"),
        ("boyfriend", r"boyfriend|bf"),
        ("girlfriend", r"girlfriend|gf"),
        ("fiance", r"fianc[eé]e?"),
        ("business_partner", r"business\s+partner|co-?owner"),
        ("partner", r"partner"),
        ("roommate", r"room\s?mate|flat\s?mate|housemate"),
        ("neighbor", r"neighbou?r"),
        ("coworker", r"co-?worker|colleague|workmate"),
        ("employer", r"boss|employer|manager"),
        ("employee", r"employee|secretary|assistant|bookkeeper|receptionist"),
        ("classmate", r"class\s?mate|schoolmate"),
        ("landlord", r"landlord|landlady"),
        ("caregiver", r"caregiver|carer|nurse"),
        ("guardian", r"guardian(?!\s+angel)"),
        ("friend", r"friend|buddy|bestie"),
    ),
    ("employee", r"i\s+(?:work\s+for\s+(?:him|her|them)|manage\s+the\s+\w+\s+for|answer\s+the\s+phones)"),
)


RELATIONS_ZH: Words = (
    ("", r"你妈|他妈的|妈的|这帮孙子|老子"),
    ("ex", r"前(?:老公|老婆|妻|夫|女友|男友|任|女朋友|男朋友)"),
    ("brother_in_law", r"姐夫|妹夫|大舅子|小舅子|大伯子|小叔子|内弟"),
    ("sister_in_law", r"嫂子?|弟媳妇?|弟妹|小姨子|大姑子|小姑子"),
    ("mother_in_law", r"岳母|丈母娘|婆婆"),
    ("father_in_law", r"岳父|老丈人|公公"),
    ("daughter_in_law", r"儿媳妇?"),
    ("son_in_law", r"女婿"),
    ("stepfather", r"继父|后爸"),
    ("stepmother", r"继母|后妈"),
    ("grandparent", r"爷爷|奶奶|外公|外婆|姥姥|姥爷|祖父|祖母|阿公|阿嬷"),
    ("grandchild", r"孙子|孙女|外孙女?"),
    ("cousin", r"[表堂](?:哥|弟|姐|妹|兄)(?:哥|弟|姐|妹)?"),
    ("nephew", r"侄子|侄儿|外甥(?!女)"),
    ("niece", r"侄女|外甥女"),
    ("uncle", r"叔叔?|伯伯|大伯|舅舅?|姑父|姨父|姨夫|姑丈|大爷"),
    ("aunt", r"阿姨|姑姑?(?!娘)|姨妈?|舅妈|婶婶?|伯母|大姨|小姨"),
    ("wife", r"老婆|媳妇|妻子|太太|内人|爱妻"),
    ("husband", r"老公|丈夫|先生(?=欠|的|他|不在|出|$|，|,|吗|是)(?<=[我她]先生)|(?<=[我她])先生"),
    ("spouse", r"爱人|配偶|老伴"),
    ("girlfriend", r"女朋友|女友"),
    ("boyfriend", r"男朋友|男友"),
    ("partner", r"对象|伴侣"),
    ("business_partner", r"合伙人|生意伙伴"),
    ("roommate", r"室友|舍友|合租"),
    ("neighbor", r"邻居|隔壁(?:邻居|家)?的?"),
    ("classmate", r"同学|校友"),
    ("coworker", r"同事"),
    ("employer", r"老板|雇主|领导|单位负责人"),
    ("employee", r"员工|店员|秘书|助理|会计|下属|出纳"),
    ("landlord", r"房东"),
    ("caregiver", r"看护|保姆|护工"),
    ("guardian", r"监护人"),
    ("son", r"儿子"),
    ("daughter", r"女儿|闺女"),
    ("child", r"孩子|小孩"),
    ("mother", r"妈妈?|母亲|娘(?=[家的欠]|$)|老妈|我妈"),
    ("father", r"爸爸?|父亲|老爸|我爹|爹"),
    ("parent", r"父母|爸妈|家长"),
    ("friend", r"哥们"),
    ("brother", r"哥哥?|(?<!徒)弟弟?|兄弟|大哥"),
    ("sister", r"姐姐?|妹妹?|姊妹"),
    ("friend", r"朋友|哥们|闺蜜|好友"),
    ("family", r"家属|家里人|家人|亲戚|亲属"),
)

_SPEAKER_IS = compiled(
    r"(?:\b(?:i'?m|i\s+am|this\s+is|you'?ve\s+(?:reached|got)|you\s+(?:got|reached)|it'?s)\s+(?:just\s+)?(?:his|her|their|the|a)\s+"
    r"(?:\w+\s+)?|我(?:就|只|真)?是(?:他|她|其|机主|借款人|本人)?们?的?(?:亲|未来|大|小|二|三)?)$"
)
"""What stands before the relation by which the speaker introduces themselves."""


def speakers_own(plain: str, terms: list[Term]) -> list[Term]:
    """The relation the speaker names as theirs ("I'm his wife"), where they do; else every one said."""
    own = [term for term in terms if _SPEAKER_IS.search(plain[: term.span[0]])]
    return own or terms
