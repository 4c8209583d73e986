"""Languages, phrases, thresholds, and what a trained reader keeps on disk."""

# ruff: noqa: PT009, PT027 - the island has no pytest

from __future__ import annotations

import shutil
import tempfile
import unittest
from dataclasses import replace
from pathlib import Path

import nlu_examples
import numpy as np
from components.augmentation import Noise, augmented
from components.clauses import CLAUSES_MAX, clauses
from components.hearing import HearingSettings, hear
from components.intent_model import ModelSettings, Scores
from components.intent_reader import IntentReader, lessons
from components.ngrams import Ngrams
from components.phrases import SafetyPhrases
from components.priorities import leading
from components.settings import LanguageSettings, SettingError, parse_settings
from components.softmax_head import SoftmaxHead
from components.text import LANGUAGES, fold, fold_numbers, language_of
from components.translations import read_translations
from test_encoders import write_tiny_checkpoint

_LOOKUPS = nlu_examples.ROOT / "nlu_data" / "lookups"


class TextTests(unittest.TestCase):
    """Scripts and folding."""

    def test_the_script_decides_the_language_and_the_conversation_decides_for_none(self) -> None:
        table = [
            ("我周五还", "en", "zh"),
            ("我要 cancel", "en", "zh"),
            ("ok", "zh", "zh"),
            ("OK!", "zh", "zh"),
            ("ok", "en", "en"),
            ("ok then", "zh", "en"),
            ("y", "zh", "zh"),
            ("1", "zh", "zh"),
            ("1", "en", "en"),
            ("\U0001f44d", "zh", "zh"),
            ("03/09/1975 4421", "zh", "zh"),
            ("", "en", "en"),
        ]
        for text, conversation, expected in table:
            with self.subTest(text=text, conversation=conversation):
                self.assertEqual(language_of(text, conversation), expected)

    def test_folding_drops_case_width_apostrophes_and_punctuation(self) -> None:
        self.assertEqual(fold("I Don\u2019t  OWE, ＡＢＣ！"), "i dont owe abc")
        self.assertEqual(fold_numbers("1975年3月9日 尾号6621"), "0000年0月0日 尾号0000")


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


class SettingsTests(unittest.TestCase):
    """What `config.yml` may say."""

    def test_what_is_shipped_is_complete(self) -> None:
        self.assertEqual(set(nlu_examples.router_settings()), set(LANGUAGES))

    def test_a_missing_an_unknown_and_an_absent_language_are_named(self) -> None:
        good = nlu_examples.router_config()["languages"]
        table = [
            ({"en": good["en"]}, "lacks zh"),
            ({**good, "zh": {**good["zh"], "sharpness": 1}}, "languages.zh has unknown settings: sharpness"),
            (
                {**good, "en": {k: v for k, v in good["en"].items() if k != "epochs"}},
                "languages.en lacks epochs",
            ),
        ]
        for languages, expected in table:
            with self.subTest(expected), self.assertRaisesRegex(SettingError, expected):
                parse_settings(languages)


_EXAMPLES = {
    "en": [
        ("i will pay friday", ("promise_to_pay",)),
        ("who are you", ("ask_who_are_you",)),
        ("stop texting", ("stop_texts",)),
    ],
    "zh": [("我周五还", ("promise_to_pay",)), ("你是谁", ("ask_who_are_you",)), ("退订", ("stop_texts",))],
}


class ReaderTests(unittest.TestCase):
    """A reader trained on next to nothing: authority of phrases, several intents, storage."""

    @classmethod
    def setUpClass(cls) -> None:
        """Train it once, on a tiny encoder."""
        cls.folder = Path(tempfile.mkdtemp())
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        encoder = cls.folder / "encoder"
        encoder.mkdir()
        write_tiny_checkpoint(encoder, "Bert")
        model = ModelSettings(str(encoder), 40, 1e-2, 4, 0.5, 1.0, 100.0, eight_bit=False)
        hearing = HearingSettings((1.0, 0.0, 0.0, 5.0), (1.0, 0.0, 0.0, 0.0, 0.0), 1.01, 1.01, 1.01)
        settings = {language: LanguageSettings(model, hearing) for language in LANGUAGES}
        examples = {language: rows * 4 for language, rows in _EXAMPLES.items()}
        phrases = SafetyPhrases.read(_LOOKUPS)
        cls.reader = IntentReader.train(settings, examples, phrases, cls.folder / "model")

    def test_each_language_is_read_by_its_own_model(self) -> None:
        self.assertEqual(self.reader.read("i will pay friday", "zh").leading.intent, "promise_to_pay")
        self.assertEqual(self.reader.read("我周五还", "en").language, "zh")

    def test_a_phrase_leads_whatever_the_model_thinks_and_nothing_else_is_lost(self) -> None:
        reading = self.reader.read("i will pay friday. please stop texting me", "en")
        self.assertEqual((reading.leading.intent, reading.leading.confidence), ("stop_texts", 1.0))
        self.assertEqual(reading.leading.decided_by, "safety_phrase")
        self.assertIn("promise_to_pay", {one.intent for one in reading.heard})
        self.assertEqual(len({name for name, _ in reading.ranking}), len(reading.ranking))

    def test_an_empty_text_is_out_of_scope(self) -> None:
        self.assertEqual(self.reader.read(" ", "en").leading.intent, "out_of_scope")

    def test_a_loaded_reader_reads_alike_and_nothing_stored_is_a_pickle(self) -> None:
        loaded = IntentReader.load(self.folder / "model")
        for text in ("i will pay friday", "你是谁", "1"):
            before, after = self.reader.read(text, "zh"), loaded.read(text, "zh")
            self.assertEqual(before.leading.intent, after.leading.intent)
            self.assertAlmostEqual(before.leading.confidence, after.leading.confidence, places=5)
        kinds = {p.suffix for p in (self.folder / "model").rglob("*") if p.is_file()}
        self.assertEqual(kinds, {".json", ".npz", ".npy", ".onnx"})


class LessonTests(unittest.TestCase):
    """What is made of the examples."""

    def test_made_examples_are_the_same_for_the_same_seed_and_keep_their_labels(self) -> None:
        noise = Noise.read(nlu_examples.ROOT / "nlu_data" / "noise")
        for language in LANGUAGES:
            examples = nlu_examples.training_examples(language)[:300]
            made = [augmented(examples, noise, 20, copies=0.5, pairs=0.5) for _ in range(2)]
            self.assertEqual(made[0], made[1])
            self.assertLessEqual(
                {i for _, labels in made[0] for i in labels}, {i for _, ls in examples for i in ls}
            )
            self.assertTrue(all(text.strip() for text, _ in made[0]))

    def test_nothing_held_out_is_taught_in_any_form(self) -> None:
        config = nlu_examples.router_config()
        rows = read_translations(nlu_examples.ROOT / config["translations"])
        noise = Noise.read(nlu_examples.ROOT / config["noise"])
        for language, choice in nlu_examples.router_settings().items():
            plain = replace(choice, copies=0.0, pairs=0.0)
            taught = {
                fold(t)
                for t, _ in lessons(plain, language, nlu_examples.training_examples(language), rows, noise)
            }
            for text, _ in nlu_examples.heldout_examples(language) + nlu_examples.validation_examples(
                language
            ):
                if fold(text):
                    self.assertNotIn(fold(text), taught)


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
        scores = Scores(table, np.ones(len(rows)), np.ones(len(rows)))
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


class HeadTests(unittest.TestCase):
    """Logistic regression over vectors."""

    def test_fitting_twice_gives_the_same_weights(self) -> None:
        vectors = Ngrams.fit("en", ["a b", "c d"], rarest=1).embed(["a b", "c d"])
        heads = [SoftmaxHead.fit(vectors, np.eye(2), ["x", "y"], 10.0) for _ in range(2)]
        np.testing.assert_array_equal(heads[0]._weights, heads[1]._weights)

    def test_two_intents_give_one_probability_each(self) -> None:
        vectors = Ngrams.fit("en", ["a b", "c d"], rarest=1).embed(["a b", "c d"])
        table = SoftmaxHead.fit(vectors, np.eye(2), ["x", "y"], 10.0).log_probabilities(vectors)
        np.testing.assert_allclose(np.exp(table).sum(axis=1), 1.0)
        self.assertEqual(list(table.argmax(axis=1)), [0, 1])


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

    def test_self_harm_is_heard_at_no_higher_a_probability_than_the_other_safety_intents(self) -> None:
        for settings in nlu_examples.router_settings().values():
            self.assertLessEqual(settings.hearing.self_harm_floor, settings.hearing.floor)


if __name__ == "__main__":
    unittest.main()
