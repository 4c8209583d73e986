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
from components.hearing import HearingSettings
from components.intent_model import ModelSettings
from components.intent_reader import IntentReader, lessons
from components.lesson_plans import schedule_for, share_for, with_names
from components.ngrams import Ngrams
from components.phrases import SafetyPhrases
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
        taught = {language: (rows * 4, []) for language, rows in _EXAMPLES.items()}
        phrases = SafetyPhrases.read(_LOOKUPS)
        cls.reader = IntentReader.train(settings, taught, phrases, cls.folder / "model")

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


class ScheduleTests(unittest.TestCase):
    """How long and how fast, by how much there is to learn."""

    def test_a_small_set_is_learnt_for_longer_and_a_very_small_one_more_slowly(self) -> None:
        as_set = (1.8, 4e-4, 64)
        for texts, expected in (
            (223 * 64, as_set),
            (222 * 64, (2, *as_set[1:])),
            (133 * 64, (4, *as_set[1:])),
            (3_000, (9, *as_set[1:])),
            (2_999, (10, 1e-4, 32)),
        ):
            with self.subTest(texts=texts):
                schedule = schedule_for(texts, *as_set)
                self.assertEqual((schedule.epochs, schedule.learning_rate, schedule.batch), expected)
                self.assertEqual(schedule.views, 1 if texts >= 3_000 else 2)
                self.assertEqual(share_for(texts, 0.3), 0.3 if texts >= 3_000 else 0.15)

    def test_among_few_texts_are_the_names_of_the_intents(self) -> None:
        few = [("hello", ("greet",)), ("no more", ("stop_texts",))]
        named = [("greet", ("greet",)), ("stop texts", ("stop_texts",))]
        self.assertEqual(with_names(few, ["greet", "stop_texts"]), few + named)
        self.assertEqual(with_names(few * 1_500, ["greet", "stop_texts"]), few * 1_500)


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
            taught, made = lessons(plain, language, nlu_examples.training_examples(language), rows, noise)
            self.assertEqual(made, [])
            taught = {fold(text) for text, _ in taught}
            kept = nlu_examples.heldout_examples(language) + nlu_examples.validation_examples(language)
            # A translation that says two things teaches two intents, no third one that is called after both.
            named = {i for _, ls in lessons(plain, language, [], rows, noise)[0] for i in ls}
            self.assertEqual([name for name in named if "+" in name], [])
            # Counted, not shown: whoever reads a failure must not get to see what is held out.
            self.assertEqual(sum(fold(text) in taught for text, _ in kept if fold(text)), 0)


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


if __name__ == "__main__":
    unittest.main()
