"""A discount in their own shop, an unanswered text explained, proof to send, and hardship told twice."""

from __future__ import annotations

import pytest

from arrears.domain.language.acts.asides import offers_wares
from arrears.domain.language.acts.proof_sent import asks_where_to_send_proof
from arrears.domain.language.acts.silence_explained import explains_silence
from arrears.store import Store
from tests.builders.line import keys, reasons
from tests.builders.offers import CHINA, PROPOSAL, verified
from tests.builders.several import opted_out, statuses

HAIRCUT, SHOP = "come in and i'll give you 10% off a haircut", "你来我店里我给你打八折"
NOT_RUN, NOT_RUN_ZH = "if I don't answer a text don't think I ran", "短信没回别当我跑路"
PICTURE, PICTURE_ZH = "where do I send the screenshot", "截图发到哪里"


@pytest.mark.parametrize("text", [HAIRCUT, SHOP])
def test_a_discount_in_their_shop_is_no_wish_to_owe_less(sqlite_store: Store, text: str) -> None:
    line = verified(sqlite_store, None if text.isascii() else CHINA, **{text: "request_settlement"})
    line.says(text)
    assert keys(line) == {"next.question"}
    assert not reasons(line)


@pytest.mark.parametrize(
    ("text", "theirs"),
    [
        (HAIRCUT, True),
        (SHOP, True),
        ("stop by the diner, we'll give you a free coffee", True),
        ("下次到我店里给您优惠", True),
        ("give me 10% off and I'll come in", False),
        ("come on, take 20% off and I'll pay it", False),
        ("你给我打八折我就还", False),
        ("给我打八折", False),
        ("我给你打八折的钱 你把账结清", False),
    ],
)
def test_who_would_sell_to_us_and_who_wants_less_to_pay(text: str, theirs: bool) -> None:
    assert offers_wares(text) is theirs


@pytest.mark.parametrize("label", ["stop_texts@0.95", "cease_contact@floor", "out_of_scope"])
@pytest.mark.parametrize("text", [NOT_RUN, NOT_RUN_ZH])
def test_who_says_what_no_answer_would_mean_ends_nothing(sqlite_store: Store, text: str, label: str) -> None:
    line = verified(sqlite_store, None if text.isascii() else CHINA, **{text: label})
    line.says(text)
    assert keys(line) == {"script.no_answer"}
    assert not opted_out(line)
    assert not statuses(line)
    assert reasons(line) == ([] if label == "out_of_scope" else ["also_said"])


@pytest.mark.parametrize(
    ("text", "explains"),
    [
        (NOT_RUN, True),
        ("if i don't reply right away i'm not dodging you", True),
        ("when I can't pick up it doesn't mean I'm hiding", True),
        ("我没接电话不代表我躲着", True),
        ("if I don't answer don't text me again", False),
        ("I don't answer, stop texting", False),
        ("if I don't answer a text don't think I ran and stop texting", False),
        ("if I don't answer a text don't think I ran, just stop", False),
        ("if I don't answer it means I'm gone", False),
        ("没回短信就别再发了", False),
        ("我没跑路 别发短信了", False),
    ],
)
def test_a_silence_explained_and_a_stop(text: str, explains: bool) -> None:
    assert explains_silence(text) is explains


@pytest.mark.parametrize("label", ["request_written", "request_receipt", "request_human"])
@pytest.mark.parametrize(("text", "paid"), [(PICTURE, "I already paid that"), (PICTURE_ZH, "我已经还过了")])
def test_while_a_payment_is_checked_what_shows_it_is_written_here(
    sqlite_store: Store, text: str, paid: str, label: str
) -> None:
    line = verified(sqlite_store, None if text.isascii() else CHINA, **{paid: "already_paid", text: label})
    line.says(paid)
    line.says(text)
    assert ("dispute.proof" in keys(line)) is (label != "request_human")


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (PICTURE, "dispute.proof"),
        (PICTURE_ZH, "dispute.proof"),
        ("can I get a receipt", "receipt.answer"),
        ("给我开个收据", "receipt.answer"),
    ],
)
def test_where_nothing_is_checked_proof_of_theirs_is_no_receipt_of_ours(
    sqlite_store: Store, text: str, key: str
) -> None:
    line = verified(sqlite_store, None if text.isascii() else CHINA, **{text: "request_receipt"})
    line.says(text)
    assert keys(line) == {key}
    assert reasons(line) == ["receipt"]


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("where do I send the confirmation number", True),
        ("can I text you a picture?", True),
        ("how do i get you guys the proof", False),
        ("转账凭证发给谁", True),
        ("怎么把回单发给你们", True),
        ("send me the receipt", False),
        ("where do I send the money", False),
        ("when do I get the confirmation number", False),
        ("给我发个凭证", False),
        ("钱打到哪里", False),
    ],
)
def test_where_proof_goes_and_where_money_does(text: str, asks: bool) -> None:
    assert asks_where_to_send_proof(text) is asks


def test_that_we_pause_is_said_once_in_a_talk(sqlite_store: Store) -> None:
    first, again, third = "I lost my job", "still no work, can't pay", "I have no income at all"
    line = verified(sqlite_store, **dict.fromkeys((first, again, third), "cannot_pay"))
    line.says(first)
    assert "hardship.answer" in keys(line)
    for text in (again, third):
        line.says(text)
        assert "hardship.answer" not in keys(line)
        assert keys(line)


@pytest.mark.parametrize("text", ["remind me on the 31st", "remind me two days before"])
@pytest.mark.parametrize("proposed", [True, False])
def test_before_a_plan_a_day_to_be_reminded_on_is_none_to_pay_on(
    sqlite_store: Store, text: str, proposed: bool
) -> None:
    line = verified(sqlite_store, **{text: "request_callback", PROPOSAL: "propose_instalment"})
    if proposed:
        line.says(PROPOSAL)
    line.says(text)
    assert keys(line) == {"reminder.once_agreed", "plan.read_back" if proposed else "next.question"}
