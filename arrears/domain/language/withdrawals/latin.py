"""The few withdrawals that are read in Spanish, and in Mandarin written with Latin letters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from arrears.domain.language.script.phrases_en import phrase
from arrears.domain.language.script.spelling import Clause
from arrears.domain.language.withdrawals.scopes import CALLS, EVERYTHING, TEXTS, Withdrawal

_NO = r"""(?:no|nunca|ya_no|dej(?:e|en|a)_de|par(?:e|en)_de)
    (?:_(?:me|nos|les?|quiero|mas|recibir|sus|ya|a|volver|vuelvan?|envi\w+|mand\w+)){0,4}"""
_BIE = r"(?:bie|buyao|qing_?wu|bu_yao)(?:_(?:zai|gei|wo|lao)){0,4}"
_RULES = (
    (
        TEXTS,
        phrase(
            rf"{_NO}_(?:mensajes?|textos?|mensajear\w*|textear\w*|texteen?|escrib\w+)|dar(?:me|nos)?_de_baja|"
            rf"{_BIE}_fa(?:_wo|_gei)*_(?:duanxin|xinxi|xiaoxi|le)|tuiding"
        ),
    ),
    (CALLS, phrase(rf"{_NO}_llam\w+|{_BIE}_da(?:_wo|_gei)*_(?:dianhua|le)")),
    (
        EVERYTHING,
        phrase(
            rf"{_NO}_(?:contacte\w*|contactar\w*|molest\w+|comunique\w*)|dej(?:e|a|en)(?:me|nos)_en_paz|"
            rf"{_BIE}_(?:lianxi|saorao|fan)_wo"
        ),
    ),
)


def found(clauses: Iterable[Clause]) -> Iterator[Withdrawal]:
    """The withdrawals in the clauses, in no order."""
    for clause in clauses:
        for scopes, pattern in _RULES:
            for match in pattern.finditer(clause.text):
                yield from (Withdrawal(scope, clause.span(*match.span())) for scope in scopes)
