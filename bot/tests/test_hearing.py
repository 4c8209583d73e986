"""Where a turn is cut, which phrases are found in it, and what is heard of probabilities."""

# ruff: noqa: PT009 - the island has no pytest

from __future__ import annotations

import unittest

import nlu_examples
import numpy as np
from components.clauses import CLAUSES_MAX, clauses
from components.hearing import Heard, HearingSettings, hear, lead
from components.intent_model import Scores
from components.intent_reader import score_turn
from components.phrases import SafetyPhrases
from components.priorities import leading
from components.text import LANGUAGES

_LOOKUPS = nlu_examples.ROOT / "nlu_data" / "lookups"


class PhraseTests(unittest.TestCase):
    """The safety lists: what must be found, and what must not."""

    @classmethod
    def setUpClass(cls) -> None:
        """The lists that are shipped."""
        cls.phrases = SafetyPhrases.read(_LOOKUPS)

    def test_statements_are_found_in_any_dress(self) -> None:
        table = [
            ("I want to DIE!!", "en", "self_harm"),
            ("im gonna kms", "en", "self_harm"),
            ("ok ill pay friday but pls stop with the texts", "en", "stop_texts"),
            ("STOP.", "en", "stop_texts"),
            ("Don\u2019t ever call me again", "en", "cease_contact"),
            ("stop texting me or i'll kill myself", "en", "self_harm"),
            ("我真的不想活了，别再打了", "zh", "self_harm"),
            ("周五还钱，别再给我发短信", "zh", "stop_texts"),
            ("不要再給我發簡訊", "zh", "stop_texts"),
            ("退訂", "zh", "stop_texts"),
            ("T", "zh", "stop_texts"),
            ("T", "en", None),
            ("电话别再打了", "zh", "cease_contact"),
        ]
        for text, language, expected in table:
            with self.subTest(text):
                self.assertEqual(next(iter(self.phrases.find(text, {language})), None), expected)

    def test_harmless_wordings_are_left_to_the_classifier(self) -> None:
        table = [
            ("this payment is killing me", "en"),
            ("i'd rather die than pay you", "en"),
            ("stop calling me at work", "en"),
            ("please don't call me before 9", "en"),
            ("stop the autopay", "en"),
            ("at the end of the month", "en"),
            ("don't stop texting me", "en"),
            ("打死也不还", "zh"),
            ("忙死了 晚点说", "zh"),
            ("上班时间不要给我打电话", "zh"),
            ("不要停", "zh"),
        ]
        for text, language in table:
            with self.subTest(text):
                self.assertEqual(self.phrases.find(text, {language}), [])

    def test_a_harmless_wording_does_not_hide_a_statement_beside_it(self) -> None:
        text = "stop calling me at work, stop calling me at all"
        self.assertEqual(self.phrases.find(text, {"en"}), ["cease_contact"])

    def test_hardly_an_example_of_another_intent_raises_a_safety_intent(self) -> None:
        for language in LANGUAGES:
            examples = nlu_examples.training_examples(language)
            wrong = [
                text for text, labels in examples if set(self.phrases.find(text, {language})) - set(labels)
            ]
            self.assertLess(len(wrong) / len(examples), 0.001, wrong)

    def test_every_statement_of_a_turn_is_found(self) -> None:
        self.assertEqual(
            self.phrases.find("stop texting me or i'll kill myself", {"en"}), ["self_harm", "stop_texts"]
        )


class _SureModel:
    """As sure of every text as it is told to be."""

    def __init__(self, sure: float) -> None:
        """Take the likeliest intent's probability."""
        self._sure = sure

    def probabilities(self, texts: list[str]) -> np.ndarray:
        """Of two intents, a row each text."""
        return np.array([[self._sure, 1 - self._sure]] * len(texts))

    def score(self, texts: list[str]) -> Scores:
        """The same, with nothing against it."""
        return Scores(self.probabilities(texts), np.ones(len(texts)), np.ones(len(texts)))


class ClauseTests(unittest.TestCase):
    """Where a turn is cut."""

    def test_clauses(self) -> None:
        table = [
            ("stop", "en", []),
            ("i'll pay friday and stop texting me", "en", ["i'll pay friday", "stop texting me"]),
            ("lost my job. who is this?", "en", ["lost my job", "who is this"]),
            ("1,500 on the 3rd", "en", []),
            ("i can pay $150.50 on friday", "en", []),
            ("01.05.1985 4421", "en", []),
            ("call me at 5 p.m. tomorrow", "en", []),
            ("its john.smith@gmail.com", "en", []),
            ("还款1.5万可以吗", "zh", []),
            ("Lost my job. Stop.", "en", ["Lost my job", "Stop"]),
            ("周五还，别再发短信", "zh", ["周五还", "别再发短信"]),
            ("不是我 你打错了", "zh", ["不是我", "你打错了"]),
        ]
        for text, language, expected in table:
            with self.subTest(text):
                self.assertEqual(clauses(text, language), expected)

    def test_the_end_of_a_long_turn_is_among_its_clauses(self) -> None:
        text = ", ".join(f"and then thing number {i} happened" for i in range(40)) + ", i want to end it"
        found = clauses(text, "en")
        self.assertEqual(len(found), CLAUSES_MAX)
        self.assertTrue(found[-1].endswith("i want to end it"))

    def test_a_turn_without_a_joint_is_read_in_halves_until_it_is_beyond_doubt(self) -> None:
        turns = {"en": "i lost my badge call me on monday", "zh": "厂里停工了你们礼拜一再打过来"}
        table = [("en", 0.97, True), ("en", 0.99, False), ("zh", 0.99, True), ("zh", 0.999, False)]
        for language, sure, halved in table:
            with self.subTest(language=language, sure=sure):
                rows = score_turn(_SureModel(sure), turns[language], language).probabilities
                self.assertEqual(len(rows) > 1, halved)

    def test_self_harm_is_heard_at_no_higher_a_probability_than_the_other_safety_intents(self) -> None:
        for settings in nlu_examples.router_settings().values():
            self.assertLessEqual(settings.hearing.self_harm_floor, settings.hearing.floor)


class HearingTests(unittest.TestCase):
    """From probabilities to intents, by hand-made numbers."""

    names = ("cannot_pay", "greet", "out_of_scope", "promise_to_pay", "self_harm", "stop_texts")
    settings = HearingSettings(
        grounds=(1.0, 0.0, 0.0, 1.0),
        further=(1.0, 0.0, 0.0, 0.0, -1.0),
        floor=0.3,
        self_harm_floor=0.1,
        self_harm_clause_floor=0.6,
    )

    def heard(self, *rows: dict[str, float], phrases: tuple[str, ...] = ()) -> list[str]:
        """What is heard of a turn whose likely intents are given, the rest being nothing."""
        table = np.array([[row.get(name, 1e-6) for name in self.names] for row in rows])
        scores = Scores(table[:1], np.ones(1), np.ones(1)).followed_by(table[1:])
        return [one.intent for one in hear(scores, list(self.names), self.settings, list(phrases))]

    def test_a_turn_of_one_clause_says_one_thing(self) -> None:
        self.assertEqual(self.heard({"cannot_pay": 0.9}), ["cannot_pay"])

    def test_what_has_poor_odds_is_out_of_scope(self) -> None:
        self.assertEqual(self.heard({"cannot_pay": 0.26, "greet": 0.25}), ["out_of_scope"])
        self.assertEqual(self.heard({"cannot_pay": 0.28, "greet": 0.25}), ["cannot_pay"])

    def test_clauses_are_heard_in_the_order_of_the_text(self) -> None:
        whole = {"promise_to_pay": 0.6, "stop_texts": 0.4}
        table = [
            ({"promise_to_pay": 0.9}, {"stop_texts": 0.9}),
            ({"stop_texts": 0.9}, {"promise_to_pay": 0.9}),
        ]
        self.assertEqual(self.heard(whole, *table[0]), ["promise_to_pay", "stop_texts"])
        self.assertEqual(self.heard(whole, *table[1]), ["stop_texts", "promise_to_pay"])

    def test_a_courtesy_in_a_clause_of_its_own_is_not_an_intent_of_its_own(self) -> None:
        self.assertEqual(
            self.heard({"cannot_pay": 0.9}, {"greet": 0.99}, {"cannot_pay": 0.9}), ["cannot_pay"]
        )

    def test_a_safety_intent_is_heard_from_its_floor_on(self) -> None:
        table = [(0.29, False), (0.3, True)]
        for likely, expected in table:
            heard = self.heard({"promise_to_pay": 0.6, "stop_texts": likely})
            self.assertEqual("stop_texts" in heard, expected)
        for likely, expected in [(0.09, False), (0.1, True)]:
            self.assertEqual("self_harm" in self.heard({"cannot_pay": 0.8, "self_harm": likely}), expected)

    def test_a_phrase_is_heard_beside_what_was_not_understood(self) -> None:
        self.assertEqual(
            self.heard({"cannot_pay": 0.2, "greet": 0.19}, phrases=("stop_texts",)), ["stop_texts"]
        )

    def test_the_leading_intent_follows_the_priority_and_then_the_text(self) -> None:
        self.assertEqual(leading(["promise_to_pay", "dispute", "stop_texts"]), "stop_texts")
        self.assertEqual(leading(["ask_balance", "affirm"]), "ask_balance")
        self.assertEqual(leading(["out_of_scope", "ask_balance"]), "ask_balance")


class LeadTests(unittest.TestCase):
    """Whose rule is applied, of all that is heard."""

    def test_what_only_a_floor_let_through_leads_where_nothing_else_is_understood(self) -> None:
        table = [
            ([("affirm", "classifier"), ("third_party", "floor")], "affirm"),
            ([("cease_contact", "floor"), ("affirm", "clause")], "affirm"),
            ([("dispute", "classifier"), ("wrong_number", "floor")], "dispute"),
            ([("dispute", "clause"), ("affirm", "classifier")], "dispute"),
            ([("out_of_scope", "classifier"), ("deceased", "floor")], "deceased"),
            ([("third_party", "floor"), ("deceased", "floor")], "deceased"),
            ([("cease_contact", "safety_phrase"), ("affirm", "classifier")], "cease_contact"),
            ([("self_harm", "floor"), ("affirm", "classifier")], "affirm"),
        ]
        for said, expected in table:
            with self.subTest(said):
                heard = [Heard(intent, 0.2, by) for intent, by in said]
                self.assertEqual(lead(heard).intent, expected)


if __name__ == "__main__":
    unittest.main()
