"""Languages, phrases, thresholds, and what a trained reader keeps on disk."""

# ruff: noqa: PT009 - the island has no pytest

from __future__ import annotations

import shutil
import tempfile
import unittest
from pathlib import Path

import nlu_examples
import numpy as np
from components.char_ngrams import CharNgrams
from components.encoders import CHAR_NGRAMS
from components.intent_reader import IntentReader, LanguageSettings, decide
from components.phrases import SAFETY_INTENTS, SafetyPhrases
from components.softmax_head import SoftmaxHead
from components.text import LANGUAGES, fold, fold_numbers, language_of

_LOOKUPS = nlu_examples.ROOT / "nlu_data" / "lookups"


class TextTests(unittest.TestCase):
    """Scripts and folding."""

    def test_the_script_decides_the_language_and_the_conversation_decides_for_none(self) -> None:
        table = [
            ("我周五还", "en", "zh"),
            ("我要 cancel", "en", "zh"),
            ("ok", "zh", "en"),
            ("y", "zh", "en"),
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
                self.assertEqual(self.phrases.find(text, {language}), expected)

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
                self.assertIsNone(self.phrases.find(text, {language}))

    def test_a_harmless_wording_does_not_hide_a_statement_beside_it(self) -> None:
        text = "stop calling me at work, stop calling me at all"
        self.assertEqual(self.phrases.find(text, {"en"}), "cease_contact")

    def test_no_example_of_another_intent_raises_a_safety_intent(self) -> None:
        for language in LANGUAGES:
            for text, intent in nlu_examples.training_examples(language):
                if intent not in SAFETY_INTENTS:
                    with self.subTest(text):
                        self.assertIsNone(self.phrases.find(text, {language}))


class ReaderTests(unittest.TestCase):
    """Threshold, authority of phrases, storage."""

    def setUp(self) -> None:
        """A small reader without weights."""
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        settings = {name: LanguageSettings(CHAR_NGRAMS, 0.3, 0.9, 100.0) for name in LANGUAGES}
        pairs = [
            ("i will pay friday", "promise_to_pay"),
            ("who are you", "ask_who_are_you"),
            ("stop texting", "stop_texts"),
            ("我周五还", "promise_to_pay"),
            ("你是谁", "ask_who_are_you"),
            ("退订", "stop_texts"),
        ]
        self.reader = IntentReader.train(settings, pairs, SafetyPhrases.read(_LOOKUPS))

    def test_each_language_is_read_by_its_own_head(self) -> None:
        self.assertEqual(self.reader.read("i will pay", "zh").intent, "promise_to_pay")
        self.assertEqual(self.reader.read("我周五", "en").language, "zh")

    def test_a_phrase_is_stronger_than_the_classifier_and_says_so(self) -> None:
        reading = self.reader.read("i will pay friday. stop texting me", "en")
        self.assertEqual((reading.intent, reading.confidence), ("stop_texts", 1.0))
        self.assertEqual(reading.decided_by, "safety_phrase")
        self.assertEqual(len({name for name, _ in reading.ranking}), len(reading.ranking))

    def test_doubt_is_out_of_scope_and_a_hint_of_self_harm_is_not_doubted(self) -> None:
        settings = LanguageSettings(
            CHAR_NGRAMS, threshold=0.3, self_harm_floor=0.15, inverse_regularisation=1.0
        )
        for ranking, expected in [
            ([("dispute", 0.29), ("self_harm", 0.14)], "out_of_scope"),
            ([("dispute", 0.3), ("self_harm", 0.14)], "dispute"),
            ([("dispute", 0.3), ("self_harm", 0.15)], "self_harm"),
            ([("self_harm", 0.15), ("dispute", 0.1)], "self_harm"),
            ([("self_harm", 0.14), ("dispute", 0.1)], "out_of_scope"),
        ]:
            with self.subTest(ranking):
                self.assertEqual(decide(ranking, settings, "en").intent, expected)

    def test_an_empty_text_is_out_of_scope(self) -> None:
        self.assertEqual(self.reader.read(" ", "en").intent, "out_of_scope")

    def test_a_saved_reader_reads_alike_and_holds_no_pickle(self) -> None:
        self.reader.save(self.folder)
        loaded = IntentReader.load(self.folder)
        for text in ("i will pay friday", "你是谁", "1"):
            before, after = self.reader.read(text, "zh"), loaded.read(text, "zh")
            self.assertEqual(before.intent, after.intent)
            self.assertAlmostEqual(before.confidence, after.confidence, places=5)
        self.assertEqual({p.suffix for p in self.folder.rglob("*") if p.is_file()}, {".json", ".npz"})

    def test_training_twice_gives_the_same_weights(self) -> None:
        vectors, intents = CharNgrams.fit(["a b", "c d"]).embed(["a b", "c d"]), ["x", "y"]
        heads = [SoftmaxHead.fit(vectors, intents, 10.0) for _ in range(2)]
        np.testing.assert_array_equal(heads[0]._weights, heads[1]._weights)

    def test_two_intents_give_one_probability_each(self) -> None:
        vectors = CharNgrams.fit(["a b", "c d"]).embed(["a b", "c d"])
        table = SoftmaxHead.fit(vectors, ["x", "y"], 10.0).probabilities(vectors)
        self.assertEqual(table.shape, (2, 2))
        self.assertEqual(list(table.argmax(axis=1)), [0, 1])


if __name__ == "__main__":
    unittest.main()
