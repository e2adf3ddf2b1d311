"""The SentencePiece vocabulary of a tiny model."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

import sentencepiece

UNKNOWN, START, END = 0, 1, 2
_SPECIAL = ("<unk>", "<s>", "</s>")


@dataclass(frozen=True)
class Vocabulary:
    """A SentencePiece model and the numbers of its pieces, the same for both languages."""

    model: bytes
    processor: sentencepiece.SentencePieceProcessor
    tokens: tuple[str, ...]

    def numbers(self, text: str) -> list[int]:
        """The pieces of ``text`` as numbers, without marks of start and end."""
        return [self._known.get(piece, UNKNOWN) for piece in self.processor.encode(text, out_type=str)]

    @cached_property
    def _known(self) -> dict[str, int]:
        return {token: number for number, token in enumerate(self.tokens)}


def learn_vocabulary(texts: Iterable[str], size: int) -> Vocabulary:
    """Learn pieces from texts of both languages.

    The normaliser is "identity", not SentencePiece's default: that makes spaces of the zero-width non-joiners of Persian.
    """
    written = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(texts),
        model_writer=written,
        vocab_size=size,
        hard_vocab_limit=False,
        model_type="unigram",
        character_coverage=1.0,
        normalization_rule_name="identity",
        split_digits=True,
        num_threads=1,
        minloglevel=2,
    )
    processor = sentencepiece.SentencePieceProcessor(model_proto=written.getvalue())
    pieces = [processor.id_to_piece(number) for number in range(len(processor))]
    return Vocabulary(written.getvalue(), processor, (*_SPECIAL, *(piece for piece in pieces if piece not in _SPECIAL)))
