"""No words where there were some.

Engines answer with nothing, or with a sign or two, to words they do not know. Signs alone (``—``) may stay signs.
"""

from collections.abc import Iterator

from dossier.translation.drafting.guards.fault import Fault, Sentence


def check(sentence: Sentence) -> Iterator[Fault]:
    """Tell an empty answer, and one without a letter or digit to an original that has some."""
    answer = sentence.reply.text.strip()
    if not answer and sentence.original.strip():
        yield Fault("the answer is empty")
    elif _says_something(sentence.original) and not _says_something(answer):
        yield Fault("the answer has no words")


def _says_something(text: str) -> bool:
    return any(map(str.isalnum, text))
