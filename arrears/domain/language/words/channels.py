"""Ways to reach someone, where no number or address is given."""

from __future__ import annotations

from arrears.domain.language.script.terms import Words

CHANNELS_EN: Words = (
    ("email", r"e-?mail(?:s|ed|ing)?"),
    (
        "mail",
        r"snail\s?mail|(?:us|regular|postal|by|in\s+the|through\s+the|thru\s+the)\s+mail|mail(?=\s+(?:it|me|"
        r"that|the|them|a|my|us))|post(?=\s+(?:it|me|that))|(?:or|and|via|by|no)\s+mail|by\s+post|(?:a|"
        r"paper)\s+letters?|fax(?!ed)|in\s+writing|hard\s+copy|paper\s+(?:copy|statement)",
    ),
    ("whatsapp", r"whats\s?app"),
    ("wechat", r"we\s?chat"),
    (
        "sms",
        r"(?:by|via|over)\s+(?:text|sms)|text(?:s|ing)?(?:\s+messages?)?|txt(?:s|ing)?|sms|"
        r"messages?(?:\s+me)?|msgs?",
    ),
    ("phone", r"(?:by|over\s+the|via)\s+phone|call(?:s|ing)?|phone\s+calls?|phoning"),
)
CHANNELS_ZH: Words = (
    ("email", r"邮箱|电子邮件|邮件|电邮"),
    ("wechat", r"微信"),
    ("", r"短信(?:提醒|通知|记录|截图|凭证)(?:我|都|也|还|里)*(?:有|在|收到|显示|写|来了)"),
    ("sms", r"短信|信息|消息|短讯|简讯"),
    (
        "mail",
        r"书面(?!通知|告知|声明)|纸质|邮寄|寄(?:信|给我|过来|到|一份|封)|信件|快递|挂号信|写信|(?<![短微通])信(?!用|息|任|贷|号|誉)",
    ),
    ("phone", r"电话|打(?:给|过来|来)"),
)
