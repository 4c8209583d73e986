"""A label that the words do not bear stops nothing: the rest is answered, and a person reads it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from arrears.domain.cases import SpecialStatus
from arrears.domain.compliance.facts import ConsentAction
from arrears.store import Store, consents
from tests.builders.line import Line, keys, reasons
from tests.builders.offers import CHINA, PROPOSAL, verified
from tests.builders.several import statuses
from tests.builders.store import Borrower, a_borrower

LIJUN = replace(CHINA, person=replace(CHINA.person, name="赵立军"))


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (LIJUN, "我是赵立军，刚下班，什么事"),
        (CHINA, "我没当过兵啊，我在工地上班"),
        (a_borrower(), "just got off work, what's up"),
        (a_borrower(), "I never served"),
    ],
)
def test_who_comes_off_work_is_no_soldier(sqlite_store: Store, borrower: Borrower, text: str) -> None:
    line = Line(sqlite_store, borrower, {text: "military"})
    line.write_first()
    line.dialogue.confidence = 0.97
    line.says(text)
    assert keys(line) == {"identity.ask"}
    assert SpecialStatus.MILITARY not in statuses(line)
    assert reasons(line) == ["also_said"]


def test_what_else_they_say_off_work_is_answered(sqlite_store: Store) -> None:
    text = "just off work, what do I owe"
    line = verified(sqlite_store, **{text: "military+ask_balance"})
    line.says(text)
    assert keys(line) & {"balance.state", "balance.again", "balance.charges"}
    assert SpecialStatus.MILITARY not in statuses(line)


@pytest.mark.parametrize(
    ("text", "label", "status"),
    [
        ("off duty, back on base tonight", "military", SpecialStatus.MILITARY),
        ("just off work and this is not my debt", "military+dispute", SpecialStatus.DISPUTE),
    ],
)
def test_what_is_meant_still_stops(sqlite_store: Store, text: str, label: str, status: SpecialStatus) -> None:
    line = verified(sqlite_store, **{text: label})
    line.says(text)
    assert status in statuses(line)


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (CHINA, "还有，别再跟我老婆说这事"),
        (CHINA, "别给我妈打电话说这个"),
        (a_borrower(), "don't talk to my wife about this"),
        (a_borrower(), "stop telling my husband about my loan"),
    ],
)
@pytest.mark.parametrize(
    "label", ["cease_contact", "cease_contact+out_of_scope", "cease_contact+inconvenient", "out_of_scope"]
)
def test_whom_not_to_speak_with_ends_no_contact(
    sqlite_store: Store, borrower: Borrower, text: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    line.dialogue.confidence = 0.97
    line.says(text)
    assert keys(line) == {"script.privacy"}
    assert SpecialStatus.CEASE not in statuses(line)
    assert reasons(line) == ["also_said"]


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (CHINA, "别再跟我老婆说这事，也别再联系我"),
        (a_borrower(), "don't talk to my wife and stop contacting me"),
        (a_borrower(), "don't talk to my wife or me, we are through"),
    ],
)
def test_an_end_of_contact_beside_it_ends_it(sqlite_store: Store, borrower: Borrower, text: str) -> None:
    line = verified(sqlite_store, borrower, **{text: "cease_contact"})
    line.says(text)
    assert SpecialStatus.CEASE in statuses(line)


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (a_borrower(), "please dont call my parents, i used their house as an address before"),
        (CHINA, "别打给我爸妈"),
        (CHINA, "别打电话给我父母 他们年纪大了"),
    ],
)
@pytest.mark.parametrize("label", ["inconvenient", "inconvenient+dispute", "dispute+inconvenient", "dispute"])
def test_whom_not_to_call_is_no_bad_time_and_no_dispute(
    sqlite_store: Store, borrower: Borrower, text: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    line.dialogue.confidence = 0.6
    line.says(text)
    assert keys(line) == {"script.privacy"}
    assert reasons(line) == ["also_said"]
    assert SpecialStatus.DISPUTE not in statuses(line)


def test_a_doubtful_dispute_in_words_beside_it_is_asked_about(sqlite_store: Store) -> None:
    text = "don't call my parents, the sum is wrong"
    line = verified(sqlite_store, a_borrower(), **{text: "dispute+inconvenient"})
    line.dialogue.confidence = 0.6
    line.says(text)
    assert keys(line) == {"doubt.dispute"}


LIMITS = [
    (CHINA, "好 谢谢 不用打到我店里哦 老板娘会听到"),
    (CHINA, "别打电话 发短信就行"),
    (CHINA, "我老公不知道这笔 别打店里座机"),
    (a_borrower(), "ok and pls only text me never call, i got passengers in the car"),
]


@pytest.mark.parametrize(("borrower", "text"), LIMITS)
@pytest.mark.parametrize(
    "label",
    ["third_party@0.78", "stop_texts@0.6+inconvenient", "inconvenient+cease_contact", "request_callback"],
)
def test_who_ends_calls_or_contact_at_work_hears_that_it_is_kept_to_and_is_asked_nothing(
    sqlite_store: Store, borrower: Borrower, text: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    line.says(text)
    assert keys(line) == {"optout.noted"}
    assert statuses(line) == frozenset()
    with line.store.read() as tx:
        assert not consents.inconvenient_hours_of(tx, line.borrower.person.id)
        kept = consents.consents_of(tx, line.borrower.person.id)
    assert [each.action for each in kept][-1] is ConsentAction.WITHDRAWN


@pytest.mark.parametrize(
    ("text", "label", "key"),
    [
        ("this is his wife, don't call my work", "third_party@0.78", "doubt.somebody"),
        ("don't call me, text me, and how do I pay", "stop_texts+ask_payment_methods", "optout.noted"),
        ("don't call or text me ever again", "stop_texts", "optout.confirmation"),
        ("don't call my work, the amount is wrong", "dispute+inconvenient", "dispute.answer"),
    ],
)
def test_whatever_else_is_said_beside_it_is_heard_as_ever(
    sqlite_store: Store, text: str, label: str, key: str
) -> None:
    line = verified(sqlite_store, **{text: label})
    line.says(text)
    assert key in keys(line)


def test_a_dispute_beside_it_still_pauses(sqlite_store: Store) -> None:
    text = "the amount is wrong. don't tell my wife"
    line = verified(sqlite_store, **{text: "cease_contact+dispute"})
    line.says(text)
    assert statuses(line) == {SpecialStatus.DISPUTE}
    assert keys(line) == {"dispute.answer"}


@pytest.mark.parametrize(
    ("borrower", "said", "text"),
    [
        (CHINA, "每月1200，从3月27日开始", "不好意思 我重新算了下 1200有点紧 改成900一个月"),
        (a_borrower(), "120 a month from March 27", "sorry ran the numbers again, change it to 100 a month"),
        (a_borrower(), "120 a month from March 27", "update: make it 100 a month"),
    ],
)
def test_another_sum_without_a_number_or_an_address_changes_the_terms(
    sqlite_store: Store, borrower: Borrower, said: str, text: str
) -> None:
    line = verified(sqlite_store, borrower, **{said: "propose_instalment", text: "change_contact"})
    line.says(said)
    line.says(text)
    assert keys(line) == {"plan.read_back"}
    assert not reasons(line)


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (CHINA, "我换号了，新号13877665544，一个月900"),
        (a_borrower(), "use my other number from now on, 100 a month is fine"),
        (a_borrower(), "change it please"),
    ],
)
def test_contact_data_beside_a_sum_goes_to_a_person(
    sqlite_store: Store, borrower: Borrower, text: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: "change_contact"})
    line.says(text)
    assert reasons(line) == ["change_contact"]


PARTNER = "my old partner chip left in october, half of this should really be his. do you go after him too?"
PARTNER_ZH = "我以前的合伙人去年10月走了 这钱一半应该算他的 你们会去找他吗"


@pytest.mark.parametrize(("borrower", "text"), [(a_borrower(), PARTNER), (CHINA, PARTNER_ZH)])
@pytest.mark.parametrize("label", ["deceased@0.95", "third_party@0.9", "dispute@0.5", "out_of_scope"])
def test_who_asks_whether_a_partner_owes_it_too_hears_what_is_known_and_nobody_died(
    sqlite_store: Store, borrower: Borrower, text: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    line.says(text)
    assert keys(line) == {"others.owe"}
    assert statuses(line) == frozenset()
    assert reasons(line) == ["also_said"]


def test_before_the_proof_they_are_asked_who_they_are(sqlite_store: Store) -> None:
    line = Line(sqlite_store, sayings={PARTNER: "deceased"})
    line.write_first()
    line.says(PARTNER)
    assert keys(line) == {"identity.ask"}
    assert SpecialStatus.DECEASED not in statuses(line)


@pytest.mark.parametrize(
    ("text", "label", "status"),
    [
        ("my partner died in october, half of this was his", "deceased", SpecialStatus.DECEASED),
        ("none of this is mine, it is my ex's, half should be his", "dispute", SpecialStatus.DISPUTE),
    ],
)
def test_a_death_and_a_sure_dispute_beside_it_still_count(
    sqlite_store: Store, text: str, label: str, status: SpecialStatus
) -> None:
    line = verified(sqlite_store, **{text: label})
    line.dialogue.confidence = 0.95
    line.says(text)
    assert status in statuses(line)


CAPPED = "我表哥做律师的 他说超过24%的部分可以不给"
CAPPED_EN = "my cousin is a lawyer and he says anything over 24% isnt enforceable"


@pytest.mark.parametrize(("borrower", "text"), [(a_borrower(), CAPPED_EN), (CHINA, CAPPED)])
@pytest.mark.parametrize("odds", [0.5, 0.95])
def test_whose_cousin_is_a_lawyer_is_represented_by_nobody_and_their_question_is_answered(
    sqlite_store: Store, borrower: Borrower, text: str, odds: float
) -> None:
    line = verified(sqlite_store, borrower, **{text: "attorney_represented"})
    line.dialogue.confidence = odds
    line.says(text)
    assert keys(line) == {"interest.lawful"}
    assert SpecialStatus.ATTORNEY not in statuses(line)
    assert "also_said" in reasons(line)


def test_a_cousin_who_speaks_for_them_is_their_lawyer(sqlite_store: Store) -> None:
    text = "my cousin is a lawyer and he represents me"
    line = verified(sqlite_store, **{text: "attorney_represented"})
    line.dialogue.confidence = 0.95
    line.says(text)
    assert SpecialStatus.ATTORNEY in statuses(line)


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("whatever man. knicks lost by 20 again and this double shift is killing me", False),
        ("wrong number buddy, this shift is killing me", True),
    ],
)
def test_a_figure_of_speech_brings_no_question_who_is_there(
    sqlite_store: Store, text: str, *, asked: bool
) -> None:
    line = verified(sqlite_store, **{text: "wrong_number"})
    line.dialogue.confidence = 0.51
    line.says(text)
    assert ("doubt.number" in keys(line)) is asked


@pytest.mark.parametrize(
    ("borrower", "text"),
    [
        (a_borrower(), "my sister said she might lend me 200 but i dont want to count on that"),
        (CHINA, "我姐说可能借我2000 但我不想指望这个"),
    ],
)
@pytest.mark.parametrize("label", ["partial_payment+self_harm", "dispute+self_harm", "out_of_scope"])
def test_money_lent_on_which_they_do_not_count_is_left_out_and_the_terms_go_on_waiting(
    sqlite_store: Store, borrower: Borrower, text: str, label: str
) -> None:
    line = verified(sqlite_store, borrower, **{text: label})
    line.says(PROPOSAL if borrower is not CHINA else "每月还2000")
    line.dialogue.confidence = 0.4
    line.says(text)
    assert "means.left_out" in keys(line)
    assert not keys(line) & {"doubt.safety", "doubt.dispute", "proposal.ask_both"}
    assert "self_harm" not in reasons(line)
