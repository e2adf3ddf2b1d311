"""A trained network written down as a CTranslate2 model."""

from pathlib import Path
from typing import Any

import numpy
from ctranslate2.specs import TransformerSpec, common_spec
from network import HEADS, Attention, FeedForward, Translator
from torch import Tensor, nn
from vocabulary import Vocabulary

# What ctranslate2.specs builds has no types; every "spec" below is one of its layers.


def save_model(model: Translator, vocabulary: Vocabulary, folder: Path) -> None:
    """Write the model into ``folder``, weights as whole numbers of eight bits, as packages of Argos have them."""
    spec = TransformerSpec.from_config(
        (len(model.encoder), len(model.decoder)), HEADS, pre_norm=True, activation=common_spec.Activation.RELU
    )
    _fill_ends(spec, model)
    for layer, trained in zip(spec.encoder.layer, model.encoder, strict=True):
        _fill_self_attention(layer.self_attention, trained.norm, trained.attention)
        _fill_feed_forward(layer.ffn, trained.feed)
    for layer, trained in zip(spec.decoder.layer, model.decoder, strict=True):
        _fill_self_attention(layer.self_attention, trained.norm, trained.attention)
        _fill_source_attention(layer.attention, trained.source_norm, trained.source_attention)
        _fill_feed_forward(layer.ffn, trained.feed)
    _fill_vocabulary(spec, vocabulary)
    spec.validate()
    spec.optimize(quantization="int8")
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))


def _fill_vocabulary(spec: Any, vocabulary: Vocabulary) -> None:
    spec.register_source_vocabulary(list(vocabulary.tokens))
    spec.register_target_vocabulary(list(vocabulary.tokens))
    spec.config.decoder_start_token = "<s>"
    spec.config.add_source_bos = False
    spec.config.add_source_eos = False


def _fill_ends(spec: Any, model: Translator) -> None:
    """Embeddings, output and the last normalisations."""
    embeddings = _numbers(model.embeddings.weight)
    spec.encoder.embeddings[0].weight = embeddings
    spec.decoder.embeddings.weight = embeddings
    spec.decoder.projection.weight = embeddings
    spec.decoder.projection.bias = _numbers(model.bias)
    _fill_norm(spec.encoder.layer_norm, model.encoder_norm)
    _fill_norm(spec.decoder.layer_norm, model.decoder_norm)


def _fill_self_attention(spec: Any, norm: nn.LayerNorm, attention: Attention) -> None:
    _fill_norm(spec.layer_norm, norm)
    _fill_linear(spec.linear[0], attention.query, attention.key, attention.value)
    _fill_linear(spec.linear[1], attention.output)


def _fill_source_attention(spec: Any, norm: nn.LayerNorm, attention: Attention) -> None:
    _fill_norm(spec.layer_norm, norm)
    _fill_linear(spec.linear[0], attention.query)
    _fill_linear(spec.linear[1], attention.key, attention.value)
    _fill_linear(spec.linear[2], attention.output)


def _fill_feed_forward(spec: Any, feed: FeedForward) -> None:
    _fill_norm(spec.layer_norm, feed.norm)
    _fill_linear(spec.linear_0, feed.inner)
    _fill_linear(spec.linear_1, feed.outer)


def _fill_norm(spec: Any, norm: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = _numbers(norm.weight), _numbers(norm.bias)


def _fill_linear(spec: Any, *layers: nn.Linear) -> None:
    """Several layers become one that gives their outputs behind one another."""
    spec.weight = numpy.concatenate([_numbers(layer.weight) for layer in layers])
    spec.bias = numpy.concatenate([_numbers(layer.bias) for layer in layers])


def _numbers(tensor: Tensor) -> numpy.ndarray:
    return tensor.detach().numpy().astype(numpy.float32)
