"""Languages by the name people ask for them by, as ISO codes."""

from __future__ import annotations

from arrears.domain.language.script.terms import Words

LANGUAGES: Words = (
    (
        "",
        r"\b(?:my|no|not|little|any)\s+english\b|\benglish\s+(?:is\s+|isn'?t\s+)?(?:not|limited|bad|poor|no|my\s+first)\b|"
        r"(?:看不懂|听不懂|不会说?|不懂|没有)(?:英文|英语|中文|普通话|国语)|(?:英文|英语|中文|普通话|国语)(?:我)?(?:说|讲|听)?(?:不好|不太|不利索|不懂|差)",
    ),
    ("yue", r"cantonese|粤语|广东话|广州话|白话(?!文)|香港话"),
    ("nan", r"hokkien|taiwanese|闽南语|闽南话|台语|台湾话|潮州话|潮汕话"),
    ("wuu", r"shanghainese|上海话|吴语|温州话|宁波话|苏州话"),
    ("hak", r"hakka|客家话|客家语"),
    ("zh", r"mandarin|chinese|putonghua|中文|汉语|华语|国语|普通话|简体字?|繁体字?|简体中文|繁体中文"),
    ("en", r"english|ingl[eé]s|英语|英文"),
    ("es", r"spanish|espa[nñ]ol|castellano|西班牙语|西语|西班牙文"),
    ("vi", r"vietnamese|tieng\s+viet|越南语|越南话|越语"),
    ("ko", r"korean|韩语|韩文|韩国话|朝鲜语"),
    ("ja", r"japanese|日语|日文"),
    ("tl", r"tagalog|filipino|菲律宾语|他加禄语"),
    ("fr", r"french|fran[cç]ais|法语|法文"),
    ("ht", r"haitian(?:\s+creole)?|creole|kreyol"),
    ("ru", r"russian|俄语|俄文"),
    ("ar", r"arabic|阿拉伯语"),
    ("pt", r"portuguese|portugu[eê]s|葡萄牙语|葡语"),
    ("de", r"german|德语|德文"),
    ("hi", r"hindi|印地语"),
    ("pa", r"punjabi"),
    ("ur", r"urdu"),
    ("bn", r"bengali|bangla"),
    ("pl", r"polish"),
    ("it", r"italian|意大利语"),
    ("fa", r"farsi|persian|波斯语"),
    ("hmn", r"hmong|苗语"),
    ("th", r"thai|泰语"),
    ("id", r"indonesian|印尼语"),
    ("my", r"burmese|缅甸语"),
    ("km", r"khmer|cambodian"),
    ("ug", r"维吾尔语|维语"),
    ("bo", r"藏语"),
    ("mn", r"蒙古语|蒙语"),
    ("ase", r"sign\s+language|asl|手语"),
)
