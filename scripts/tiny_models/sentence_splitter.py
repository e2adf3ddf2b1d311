"""A sentence splitter in MiniSBD's form of ONNX, made of one rule instead of being trained.

argostranslate fetches a splitter from the network where a package carries none. The rule: a sentence ends at one of ``.!?…`` that
is followed by a space and a capital. A convolution over three characters computes it. MiniSBD gives the numbers of the characters
("units") and whether each is a capital, and wants three scores for each character: nothing, a word or a sentence ends here.
"""

import json

import numpy
import onnx
from onnx import TensorProto, helper, numpy_helper

_ENDS = ".!?…"
_CHARACTERS = sorted({chr(code) for code in range(32, 127)} | set("…’”»«éèêàçùâîôûÉÀ"))
_UNITS = ["<PAD>", "<UNK>", *_CHARACTERS]
_CLASSES = 3
_NOTHING, _WORD, _SENTENCE = 0.5, 0.0, -2.0  # what each class scores without the rule; the rule adds 3 to the last
_OPSET, _IR_VERSION = 13, 8


def splitter(language: str) -> bytes:
    """The splitter as the bytes of an ONNX file; it needs no more of the language than its code."""
    model = helper.make_model(
        _graph(), opset_imports=[helper.make_opsetid("", _OPSET)], ir_version=_IR_VERSION, producer_name="tiny_models"
    )
    helper.set_model_props(model, _properties(language))
    onnx.checker.check_model(model)
    return model.SerializeToString(deterministic=True)


def _graph() -> onnx.GraphProto:
    """Look up each character, put "is a capital" beside it, and let three in a row vote."""
    nodes = [
        helper.make_node("Gather", ["marks", "units"], ["looked_up"]),
        helper.make_node("Concat", ["looked_up", "features"], ["characters"], axis=2),
        helper.make_node("Transpose", ["characters"], ["turned"], perm=[0, 2, 1]),
        helper.make_node("Conv", ["turned", "weights", "biases"], ["scores"], pads=[0, 2]),
        helper.make_node("Transpose", ["scores"], ["output"], perm=[0, 2, 1]),
    ]
    inputs = [
        helper.make_tensor_value_info("units", TensorProto.INT64, ["batch", "length"]),
        helper.make_tensor_value_info("features", TensorProto.FLOAT, ["batch", "length", 1]),
    ]
    outputs = [helper.make_tensor_value_info("output", TensorProto.FLOAT, ["batch", "length", _CLASSES])]
    constants = {"marks": _marks(), "weights": _weights(), "biases": numpy.array([_NOTHING, _WORD, _SENTENCE], numpy.float32)}
    return helper.make_graph(
        nodes, "splitter", inputs, outputs, [numpy_helper.from_array(value, name) for name, value in constants.items()]
    )


def _marks() -> numpy.ndarray:
    """For each character: does it end a sentence, is it a space."""
    return numpy.array([[unit in _ENDS, unit == " "] for unit in _UNITS], numpy.float32)


def _weights() -> numpy.ndarray:
    """One each for an end, then a space, then a capital (the third channel), all for the class "a sentence ends"."""
    weights = numpy.zeros((_CLASSES, 3, 3), numpy.float32)
    for place in range(3):
        weights[2, place, place] = 1
    return weights


def _properties(language: str) -> dict[str, str]:
    vocabulary = {
        "lang": language,
        "idx": 0,
        "cutoff": 0,
        "lower": False,
        "_unit2id": {unit: number for number, unit in enumerate(_UNITS)},
        "_id2unit": _UNITS,
    }
    config = {"feat_funcs": ["capitalized"], "batch_size": 8, "max_seqlen": 1000}
    return {"lang_code": language, "config": json.dumps(config), "vocab": json.dumps(vocabulary), "lexicon": "null"}
