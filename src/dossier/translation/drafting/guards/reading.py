"""What the guards read of a sentence: its two texts as the rules of :mod:`dossier.translation.checks` read them, and words."""

import re
from functools import lru_cache

from dossier.translation.checks.passage import Passage, plain_passage
from dossier.translation.drafting.guards.fault import Sentence

_WORD = re.compile(r"[^\W\d_][\w\u064b-\u0655\u0670\u200c\u200d]*(?:['’-][^\W\d_]+)*")


@lru_cache(maxsize=2)  # the guards come one after another to the same sentence
def passage_of(sentence: Sentence) -> Passage:
    """The sentence as the rules for people's translations read it."""
    return plain_passage(sentence.original, sentence.pair.source, sentence.reply.text, sentence.pair.target)


def words(text: str) -> list[str]:
    """The words of ``text`` in small letters, without signs and numbers; joiners and vowel signs belong to them."""
    return [found[0].casefold() for found in _WORD.finditer(text)]


def base(tag: str) -> str:
    """The language that ``tag`` names, without region or script."""
    return tag.partition("-")[0].lower()
