"""A yes that is a sentence of its own beside a question: "Is this a robot? Yes", 可以用银行卡还吗？好."""

from __future__ import annotations

from arrears.domain.language.script.fold import compiled
from arrears.domain.language.script.sentences import sentences

_YES = compiled(
    r"\W*(?:(?:yes|yeah|yep|yup|ya|sure|ok|okay|k|fine|agreed|deal|alright|all\s+right|good|great|perfect|please|pls|thanks|do\s+(?:it|that|this)|go\s+ahead|sounds\s+good|(?:that|it|this)\s+works|(?:works\s+)?for\s+me|then|i\s+agree|i\s+accept|let'?s\s+do\s+(?:it|that|this))\W*)+"
    r"|\W*(?:(?:好|好的|可以|行|同意|我同意|是|是的|对|没问题|成|嗯|那?就(?:这样|这么办|这么定|按这个来|照这个来)|接受|谢谢|吧|啊|呀)\W*)+"
)


def has_separate_yes(text: str) -> bool:
    """Whether one of several sentences says yes and nothing else. It binds nobody: they are asked again."""
    every = sentences(text)
    return len(every) > 1 and any(says_yes(sentence) for sentence in every)


def says_yes(sentence: str) -> bool:
    """Whether the sentence says yes and nothing else."""
    return not sentence.endswith(("?", "\uff1f")) and _YES.fullmatch(sentence) is not None
