import pytest

from arrears.domain.language.acts.crisis_words import speaks_of_self_harm

STATED = [
    "I want to kill myself",
    "honestly I'm going to end it all",
    "I don't want to live any more",
    "thinking about suicide",
    "I'd be better off dead",
    "我不想活了",
    "真的想死",
    "我要自杀",
    "活不下去了",
]
HARMLESS = [
    "this is killing my business",
    "I'd rather die than pay you",
    "my husband died by suicide",
    "my loan number is 4421",
    "I want to end the call",
    "店活不下去了",
    "想死你了",
    "我想查一下贷款",
]


@pytest.mark.parametrize("text", STATED)
def test_a_statement_of_self_harm_is_heard(text):
    assert speaks_of_self_harm(text)


@pytest.mark.parametrize("text", HARMLESS)
def test_words_that_only_sound_like_one_are_not(text):
    assert not speaks_of_self_harm(text)
