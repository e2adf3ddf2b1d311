"""What belongs to the machine and not to the language: signs of tokenizers, of unknown words and of training data.

⁇ and ``<unk>`` stand for words that the model has no pieces for; ``▁``, ``@@``, ``@-@`` and ``&apos;`` are what SentencePiece,
subword-nmt and Moses write between pieces and for signs; ``</s>``, ``__fr__``, ``<2fr>``, ``>>fra<<`` and ``[MASK]`` are orders
to models. Nothing of it is a fault where the original has it as well: somebody may write about such things.
"""

import re
from collections.abc import Iterator
from unicodedata import category

from dossier.translation.drafting.guards.fault import Fault, Sentence

_DEBRIS = re.compile(
    r"""
      [\u2047\u2581\ufffd\ufffe\uffff\u0120\u010a](?<![A-Za-z].)   # ⁇ ▁ and U+FFFD; Ġ and Ċ of byte-level tokenizers
    | </?(?:s|unk|pad|bos|eos|mask|extra_id_\d+|2[a-z]{2,3})>
    | \[(?:UNK|PAD|CLS|SEP|MASK)\] | \|{3} | <\|[a-z_]{1,30}\|>
    | @(?:@|-@|/@|,@|\.@)(?!\w) | \B@-@\B
    | __[a-z]{2,3}(?:_[A-Z][a-z]{3})?__ | >>[a-z]{2,8}<<
    | &(?:apos|quot|amp|lt|gt|nbsp|\#91|\#93|\#124|\#39);
    | <0x[0-9A-F]{2}>
    """,
    re.VERBOSE,
)
_BLANKS = "\t\n\r"
_NO_TEXT = ("Cc", "Cs", "Co", "Cn")
_MAY_HAVE_SOME = re.compile("[^ -~\u00a0-\u024f\u0600-\u06ff\u200c\u2010-\u2027\u202f]")
"""Most characters of most texts are none of these, and need no closer look."""


def check(sentence: Sentence) -> Iterator[Fault]:
    """Tell the first piece of debris that the original does not have, then the first character that is no text."""
    text, original = sentence.reply.text, sentence.original
    piece = next((found[0] for found in _DEBRIS.finditer(text) if found[0] not in original), None)
    if piece:
        yield Fault(f"“{piece}” is a sign of the machine")
    sign = next((found[0] for found in _MAY_HAVE_SOME.finditer(text) if _is_no_text(found[0]) and found[0] not in original), None)
    if sign:
        yield Fault(f"a character that is no text, U+{ord(sign):04X}")


def _is_no_text(char: str) -> bool:
    return category(char) in _NO_TEXT and char not in _BLANKS
