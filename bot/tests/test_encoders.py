"""The exported encoders say what the checkpoints say, and only the pinned weights are taken."""

# ruff: noqa: PT009, PT027 - the island has no pytest

from __future__ import annotations

import json
import shutil
import tempfile
import unittest
from pathlib import Path
from unittest import mock

import numpy as np
from components import bert_onnx, checkpoints, encoders
from components.bert_tf import TrainableEncoder
from components.fine_tuning import Schedule, fine_tune

_TEXTS = ["can i pay 50 a month", "STOP", "Please send me a copy of the original contract, thank you."]


def _reference(checkpoint: str, texts: list[str]) -> np.ndarray:
    """What transformers computes: mean over the tokens, unit length."""
    from transformers import AutoTokenizer, TFAutoModel, logging

    logging.set_verbosity_error()
    tokenizer, model = AutoTokenizer.from_pretrained(checkpoint), TFAutoModel.from_pretrained(checkpoint)
    batch = tokenizer(texts, padding=True, truncation=True, max_length=64, return_tensors="tf")
    states, mask = model(**batch).last_hidden_state.numpy(), batch["attention_mask"].numpy()[:, :, None]
    mean = (states * mask).sum(axis=1) / mask.sum(axis=1)
    return mean / np.linalg.norm(mean, axis=1, keepdims=True)


def write_tiny_checkpoint(folder: Path, kind: str) -> None:
    import transformers

    words = ["我", "还", "钱", "周", "五", "不", "欠", "pay", "friday", "stop", "i", "will", "no"]
    vocabulary = folder / "words.txt"
    vocabulary.write_text("\n".join(["[UNK]", "[PAD]", "[CLS]", "[SEP]", "[MASK]", *words]), encoding="utf-8")
    transformers.set_seed(7)
    shape = {
        "vocab_size": 5 + len(words),
        "hidden_size": 24,
        "num_hidden_layers": 2,
        "num_attention_heads": 3,
        "intermediate_size": 40,
        "max_position_embeddings": 40,
        "pad_token_id": 1,  # TensorFlow's RoBERTa counts positions from it whatever the configuration says
    }
    tokenizer = transformers.BertTokenizerFast(vocab_file=str(vocabulary), model_max_length=36)
    config = getattr(transformers, f"{kind}Config")(**shape)
    model = getattr(transformers, f"TF{kind}Model")(config)
    model(model.dummy_inputs)
    for variable in model.weights:  # fresh biases are zero and would hide a misplaced one
        variable.assign(np.random.default_rng(len(variable.name)).normal(0, 0.3, variable.shape))
    tokenizer.save_pretrained(folder)
    model.save_pretrained(folder)


class EncoderTests(unittest.TestCase):
    """Parity, tokenisation, pinning, and the path for other checkpoints."""

    def setUp(self) -> None:
        """A cache of its own."""
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)

    def test_minilm_as_onnx_equals_minilm_in_transformers(self) -> None:
        ours = encoders.open_encoder(checkpoints.MINILM).embed(_TEXTS)
        theirs = _reference(str(checkpoints._minilm_folder()), _TEXTS)
        np.testing.assert_allclose(ours, theirs, atol=2e-6)

    def test_a_short_text_costs_only_its_own_tokens(self) -> None:
        encoder = encoders.open_encoder(checkpoints.MINILM)
        self.assertEqual(len(encoder._tokenizer.encode_batch(["stop"])[0].ids), 3)

    def test_a_text_beyond_the_longest_is_cut_not_refused(self) -> None:
        self.assertEqual(encoders.open_encoder(checkpoints.MINILM).embed(["pay " * 5000]).shape, (1, 384))

    def test_a_batch_keeps_the_order_of_its_texts(self) -> None:
        encoder = encoders.open_encoder(checkpoints.MINILM)
        one_by_one = np.concatenate([encoder.embed([t]) for t in _TEXTS])
        np.testing.assert_allclose(encoder.embed(_TEXTS, batch=2), one_by_one, atol=2e-6)

    def test_weights_that_are_not_the_pinned_ones_are_refused(self) -> None:
        (self.folder / "model.safetensors").write_bytes(b"other weights")
        with (
            mock.patch.object(checkpoints, "_minilm_folder", return_value=self.folder),
            self.assertRaisesRegex(checkpoints.EncoderRefusedError, "not the published"),
        ):
            encoders.open_encoder(checkpoints.MINILM, self.folder / "cache")

    def test_a_damaged_export_is_refused(self) -> None:
        write_tiny_checkpoint(self.folder, "Bert")
        cache = self.folder / "cache"
        encoders.open_encoder(str(self.folder), cache)
        model = next(cache.rglob("model.onnx"))
        model.write_bytes(model.read_bytes()[:-1])
        with self.assertRaisesRegex(checkpoints.EncoderRefusedError, "damaged"):
            encoders.open_encoder(str(self.folder), cache)

    def test_any_local_bert_or_roberta_checkpoint_is_exported_faithfully(self) -> None:
        texts = ["我周五还钱", "no", "i will pay friday 我不欠钱"]
        for kind in ("Bert", "Roberta"):
            with self.subTest(kind):
                folder = self.folder / kind
                folder.mkdir()
                write_tiny_checkpoint(folder, kind)
                ours = encoders.open_encoder(str(folder), self.folder / "cache").embed(texts)
                np.testing.assert_allclose(ours, _reference(str(folder), texts), atol=2e-5)

    def test_a_checkpoint_of_another_family_is_refused_by_name(self) -> None:
        (self.folder / "config.json").write_text(json.dumps({"model_type": "gpt2"}), encoding="utf-8")
        with self.assertRaisesRegex(checkpoints.EncoderRefusedError, "gpt2.*supported: bert"):
            encoders.open_encoder(str(self.folder), self.folder / "cache")

    def test_a_name_that_is_nowhere_is_refused_with_a_remedy(self) -> None:
        with (
            mock.patch.dict("os.environ", {"HF_HUB_OFFLINE": "1"}),
            self.assertRaisesRegex(checkpoints.EncoderRefusedError, "reachable hub id"),
        ):
            encoders.open_encoder(str(self.folder / "absent"), self.folder / "cache")

    def test_the_identity_of_a_checkpoint_follows_its_files(self) -> None:
        (self.folder / "weights").write_bytes(b"1")
        before = checkpoints.identity(str(self.folder))
        (self.folder / "weights").write_bytes(b"2")
        self.assertNotEqual(before, checkpoints.identity(str(self.folder)))

    def test_a_graph_gives_back_the_weights_it_was_built_from(self) -> None:
        write_tiny_checkpoint(self.folder, "Bert")
        checkpoint = checkpoints.load(str(self.folder))
        weights, shape = bert_onnx.read(bert_onnx.build(checkpoint.weights, checkpoint.shape))
        self.assertEqual(shape, checkpoint.shape)
        self.assertEqual(set(weights), set(checkpoint.weights))
        for path, array in weights.items():
            np.testing.assert_array_equal(array, checkpoint.weights[path])

    def test_eight_bits_keep_the_direction_of_a_vector(self) -> None:
        checkpoint = checkpoints.load(checkpoints.MINILM)
        encoders.write_encoder(checkpoint, self.folder, eight_bit=True)
        exact = encoders.open_encoder(checkpoints.MINILM).embed(_TEXTS)
        rounded = encoders.OnnxEncoder(self.folder).embed(_TEXTS)
        self.assertGreater((exact * rounded).sum(axis=1).min(), 0.95)
        self.assertLess((self.folder / "model.onnx").stat().st_size, 30e6)

    def test_in_eight_bits_a_text_among_others_has_the_vector_it_has_alone(self) -> None:
        encoders.write_encoder(checkpoints.load("zh-student"), self.folder, eight_bit=True)
        encoder, texts = encoders.OnnxEncoder(self.folder), ["我下周还钱，行吗", "不欠", "今天天气不错"]
        alone = np.concatenate([encoder.embed([text]) for text in texts])
        np.testing.assert_array_equal(encoder.embed_each(texts), alone)
        self.assertGreater(np.abs(encoder.embed(texts) - alone).max(), 1e-4)

    def test_our_mandarin_encoder_is_the_one_whose_hash_is_written_down(self) -> None:
        self.assertEqual(len(checkpoints.identity("zh-student")), 64)
        vectors = encoders.open_encoder("zh-student", self.folder).embed(
            ["我下周还钱", "下礼拜我给你打款", "今天天气不错"]
        )
        likeness = vectors @ vectors.T
        self.assertGreater(likeness[0, 1], likeness[0, 2])

    def test_slopes_for_which_less_is_kept_are_those_of_the_plain_formulas(self) -> None:
        import tensorflow as tf
        from components.bert_tf import _gelu, _standardised

        def plainly(x: tf.Tensor, epsilon: float) -> tf.Tensor:
            mean, variance = tf.nn.moments(x, axes=[-1], keepdims=True)
            return (x - mean) * tf.math.rsqrt(variance + epsilon)

        random = np.random.default_rng(3)
        x, upstream = (tf.constant(random.normal(0, 2, (5, 7)), tf.float32) for _ in range(2))
        for ours, theirs in (
            (_gelu, lambda x: tf.nn.gelu(x, approximate=False)),
            (lambda x: _standardised(x, 1e-3), lambda x: plainly(x, 1e-3)),
        ):
            slopes = []
            for function in (ours, theirs):
                with tf.GradientTape() as tape:
                    tape.watch(x)
                    out = function(x)
                slopes.append(tape.gradient(out, x, upstream).numpy())
            np.testing.assert_allclose(*slopes, atol=1e-5)

    def test_vectors_of_one_intent_that_are_alike_are_less_unlike(self) -> None:
        from components.bert_tf import unlikeness

        targets = np.eye(2, dtype=np.float32)[[0, 0, 1, 1]]
        together = np.eye(2, dtype=np.float32)[[0, 0, 1, 1]]
        apart = np.eye(2, dtype=np.float32)[[0, 1, 0, 1]]
        self.assertLess(float(unlikeness(together, targets)), 0.1)
        self.assertGreater(float(unlikeness(apart, targets)), 9.0)
        nobody_else = np.eye(4, dtype=np.float32)
        self.assertEqual(float(unlikeness(nobody_else, nobody_else)), 0.0)

    def test_fine_tuning_is_repeatable_and_what_is_served_is_what_was_trained(self) -> None:
        write_tiny_checkpoint(self.folder, "Bert")
        texts = ["我周五还钱", "不欠", "stop no", "i will pay friday"] * 4
        targets = np.eye(4, dtype=np.float32)[[0, 1, 2, 3] * 4]
        runs = [
            fine_tune(str(self.folder), texts, targets, list("abcd"), Schedule(5, 1e-2, 8)) for _ in range(2)
        ]
        (one, head), (other, other_head) = runs
        for path, array in one.weights.items():
            np.testing.assert_array_equal(array, other.weights[path])
        served = self.folder / "served"
        served.mkdir()
        encoders.write_encoder(one, served)
        vectors = encoders.OnnxEncoder(served).embed(texts)
        ids = np.array(
            [e.ids for e in encoders.OnnxEncoder(served)._tokenizer.encode_batch(texts[:1])], np.int32
        )
        trained = TrainableEncoder(one.weights, one.shape).embed(ids, np.ones_like(ids)).numpy()
        np.testing.assert_allclose(vectors[:1], trained, atol=1e-5)
        before = head.log_probabilities(vectors)
        np.testing.assert_array_equal(before, other_head.log_probabilities(vectors))


if __name__ == "__main__":
    unittest.main()
