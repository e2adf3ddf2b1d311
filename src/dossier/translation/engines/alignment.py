"""From the attention between tokens to a hint which word is made from which."""

from collections.abc import Callable, Sequence

Attention = Sequence[Sequence[float]]
"""For each token of the translation, how much it looked at each token of the original; a row is empty where that is not known."""

_SOURCE_SPACES = "▁"
_TARGET_SPACES = "▁_"  # the tokenizer of argostranslate makes underscores spaces


def aligned(
    sentence: str,
    tokens: Sequence[str],
    text: str,
    translated: Sequence[str],
    attention: Attention,
    normalize: Callable[[str], str],
) -> tuple[int, ...]:
    """For each word of ``text`` (cut at white space) the index of the word of ``sentence`` that it most looked at.

    Parameters
    ----------
    tokens, translated:
        The pieces of SentencePiece that ``sentence`` was cut into and that ``text`` was put together from.
    normalize:
        What SentencePiece makes of a text before it cuts it: it may cut a word of the sentence into several.

    Returns
    -------
    tuple of int
        Empty where pieces and words do not go together.
    """
    origins = _origins(sentence, tokens, normalize)
    words = token_words(translated, _TARGET_SPACES)
    count = len(text.split())
    if not origins or not count or max(words, default=-1) + 1 != count or len(attention) != len(translated):
        return ()
    return _most_looked_at(words, origins, attention)


def token_words(tokens: Sequence[str], spaces: str) -> tuple[int, ...]:
    """For each token the index of the word that it begins or goes on; one of nothing but spaces belongs to the next word."""
    found: list[int] = []
    word, apart = -1, True
    for token in tokens:
        first = None
        for sign in token:
            if sign in spaces or sign.isspace():
                apart = True
                continue
            word, apart = word + apart, False
            first = word if first is None else first
        found.append(word + 1 if first is None else first)
    return tuple(min(index, word) for index in found)


def _origins(sentence: str, tokens: Sequence[str], normalize: Callable[[str], str]) -> tuple[int, ...]:
    """For each token the index of the word of ``sentence`` it comes from; empty where that cannot be told."""
    words, pieces = sentence.split(), token_words(tokens, _SOURCE_SPACES)
    if not words:
        return ()
    if max(pieces, default=-1) + 1 == len(words):
        return pieces
    spread = [index for index, word in enumerate(words) for _ in normalize(word).replace("▁", " ").split()]
    return tuple(spread[piece] for piece in pieces) if max(pieces, default=-1) + 1 == len(spread) else ()


def _most_looked_at(words: Sequence[int], origins: Sequence[int], attention: Attention) -> tuple[int, ...]:
    masses = [[0.0] * (max(origins) + 1) for _ in range(max(words) + 1)]
    for word, row in zip(words, attention, strict=True):
        mass = masses[word]
        for origin, weight in zip(origins, row, strict=False):  # the row may go on with the mark of the sentence's end
            mass[origin] += weight
    return tuple(max(range(len(mass)), key=mass.__getitem__) for mass in masses)
