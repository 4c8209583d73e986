"""What Rasa's training cache knows our component by."""

# ruff: noqa: PT009 - the island has no pytest

from __future__ import annotations

import unittest

from components.intent_router import LanguageRoutedClassifier


class FingerprintTest(unittest.TestCase):
    def test_rasa_may_ask_without_our_config(self) -> None:
        self.assertTrue(LanguageRoutedClassifier.fingerprint_addon({}))

    def test_other_tables_are_another_fingerprint(self) -> None:
        shipped = LanguageRoutedClassifier.fingerprint_addon({})
        self.assertNotEqual(shipped, LanguageRoutedClassifier.fingerprint_addon({"noise": "nlu_data/none"}))
