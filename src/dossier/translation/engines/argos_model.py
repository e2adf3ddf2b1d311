"""A model of an Argos package in memory: SentencePiece and CTranslate2, without the argostranslate library.

Options and decoding are argostranslate's own (1.11: ``tokenizer.py``, ``translate.apply_packaged_translation``), so that words
are the same. Different is what costs time or loses words there: the sentences of a whole run go to all cores in batches of
like length, and what is longer than the limits (1,024 tokens in, 256 out) is not cut without a word.
"""

import time
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain, repeat
from typing import Any

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.translation.engines.alignment import Attention
from dossier.translation.engines.argos_packages import MODEL, SENTENCEPIECE, Package, unusable
from dossier.translation.engines.argos_sizes import size_fault

LONGEST = 480
"""Tokens of a sentence that are translated in one piece. No published model has learnt from sentences this long."""

_BATCH = 768  # tokens with padding; measured beside 384 to 4096, see bench/
_SHORTEST = 32  # a piece is not cut below this if the model fails on it
_LEAST_OUTPUT = 256  # argostranslate's own limit: what it does not cut is not cut here
_PAUSE = 0.002
_UNKNOWN = "<unk>"
_FAILURES = (RuntimeError, ValueError, TypeError, OSError, MemoryError)  # what CTranslate2 and SentencePiece raise

Tokens = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Output:
    """What the model made of one piece; ``attention`` is empty where it was put together from several."""

    tokens: Tokens
    attention: Attention = ()
    cut: bool = False


@dataclass(frozen=True, slots=True)
class _Running:
    """A batch that CTranslate2 is working on: the numbers of its pieces, what will be theirs, and by which beam."""

    numbers: Sequence[int]
    results: Sequence[Any]
    beam: int

    @property
    def done(self) -> bool:
        return all(result.done() for result in self.results)


class Model:
    """A loaded model."""

    def __init__(self, package: Package, threads: int) -> None:
        ctranslate2, sentencepiece = libraries()
        self._prefix = package.target_prefix
        self._threads = threads
        if fault := size_fault(package.folder):
            raise unusable(package.folder, "cannot be loaded", fault)
        try:
            self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(package.folder / SENTENCEPIECE))
            self._translator = ctranslate2.Translator(
                str(package.folder / MODEL), device="cpu", compute_type="auto", inter_threads=threads, intra_threads=1
            )
            self._translator.translate_batch(  # some damage shows only now
                [self.encode("A.")], target_prefix=self._prefixes(1), max_decoding_length=4
            )
        except _FAILURES as error:
            raise unusable(package.folder, "cannot be loaded", str(error)) from error

    def encode(self, sentence: str) -> Tokens:
        """The tokens of ``sentence``; what is no character of Unicode is a question mark."""
        return tuple(self._pieces.encode(sentence.encode("utf-8", "replace").decode("utf-8"), out_type=str))

    def normalize(self, text: str) -> str:
        """What SentencePiece makes of ``text`` before it cuts it."""
        return str(self._pieces.normalize(text))

    def decode(self, tokens: Sequence[str]) -> str:
        """The text of ``tokens``. Underscores become spaces, as argostranslate has it."""
        return str(self._pieces.decode_pieces(list(tokens))).replace("▁", " ").replace("_", " ").removeprefix(" ")

    def translate(self, pieces: Sequence[Tokens], beam: int) -> Iterator[tuple[int, Output]]:
        """Translate ``pieces``, none of them empty; each number comes once, in any order.

        No more is begun than keeps all threads busy, so that whoever stops asking waits for little.
        """
        alone: deque[int] = deque()
        waiting = _then(batches([len(piece) for piece in pieces]), alone)
        running: list[_Running] = []
        while True:
            while len(running) <= self._threads and (numbers := next(waiting, None)):
                running.append(_Running(numbers, self._submit([pieces[number] for number in numbers], beam), beam))
            if not running:
                return
            if not (done := [batch for batch in running if batch.done]):
                time.sleep(_PAUSE)  # not inside of CTranslate2, where Ctrl-C would not be heard
            for batch in done:
                running.remove(batch)
                for number, result in zip(batch.numbers, batch.results, strict=True):
                    output = self._output(pieces[number], result, batch)
                    if output is None:
                        alone.append(number)
                    else:
                        yield number, output

    def _submit(self, batch: Sequence[Tokens], beam: int) -> Sequence[Any]:
        results: Sequence[Any] = self._translator.translate_batch(
            batch,
            target_prefix=self._prefixes(len(batch)),
            asynchronous=True,
            max_batch_size=0,
            max_input_length=0,
            max_decoding_length=output_limit(len(batch[0])),
            beam_size=beam,
            length_penalty=0.2,
            return_attention=True,
        )
        return results

    def _prefixes(self, count: int) -> Sequence[Sequence[str]] | None:
        """What the translations of ``count`` pieces begin with; it tells some models into which language they translate."""
        return [[self._prefix]] * count if self._prefix else None

    def _output(self, piece: Tokens, result: Any, batch: _Running) -> Output | None:
        """What became of ``piece``; ``None`` where it must be asked for once more, alone.

        With beam search, CTranslate2 (4.8) gives the first token the attention of another sentence in the batch. So where that
        token is an unknown one, which is replaced by what it looked at, the sentence must be alone. (A prefix comes before.)
        """
        try:
            found = result.result()
        except _FAILURES:
            return self._by_halves(piece, batch.beam)
        is_misled = batch.beam > 1 and not self._prefix and len(batch.numbers) > 1
        return None if is_misled and found.hypotheses[0][:1] == [_UNKNOWN] else self._read(piece, found, batch.beam)

    def _read(self, piece: Tokens, found: Any, beam: int) -> Output:
        start = int(bool(self._prefix))  # argostranslate takes the prefix away after decoding, which fails on "__pt__"
        tokens, attention = found.hypotheses[0][start:], found.attention[0][start:]
        rows = chain(attention, repeat(()))
        known = tuple(_known(token, row, piece) for token, row in zip(tokens, rows, strict=False))
        seen = attention if start or beam == 1 else [[], *attention[1:]]
        return Output(known, seen, start + len(tokens) >= output_limit(len(piece)))

    def _by_halves(self, piece: Tokens, beam: int) -> Output:
        """What the model can do with ``piece``, which it failed on: it may have no more positions than half of it has."""
        if len(piece) < _SHORTEST:
            return Output((), cut=True)
        halves = [self._alone(half, beam) for half in _halved(piece)]
        return Output(tuple(token for half in halves for token in half.tokens), cut=any(half.cut for half in halves))

    def _alone(self, piece: Tokens, beam: int) -> Output:
        try:
            return self._read(piece, self._submit([piece], beam)[0].result(), beam)
        except _FAILURES:
            return self._by_halves(piece, beam)


def loaded(package: Package, threads: int) -> Model:
    """The model of ``package``, loaded once in a process.

    Raises
    ------
    DossierError
        M020 where it cannot be loaded; M030 where the libraries are not installed.
    """
    return _loaded(package, package.digest, threads)


def libraries() -> tuple[Any, Any]:
    """CTranslate2 and SentencePiece.

    Raises
    ------
    DossierError
        M030 where one of them is not installed.
    """
    try:
        import ctranslate2
        import sentencepiece
    except ImportError as error:
        raise DossierError(Diagnostic(CODES["M030"], f"{error.name or 'a package'} is not installed")) from error
    return ctranslate2, sentencepiece


def batches(lengths: Sequence[int]) -> Iterator[Sequence[int]]:
    """Numbers of pieces of these lengths, the longest first, in groups that fit into one batch and have one limit of output.

    The limit of a piece does not depend on who else is in its batch, so neither do its words.
    """
    group: list[int] = []
    for number in sorted(range(len(lengths)), key=lambda number: (-lengths[number], number)):
        longest = lengths[group[0]] if group else 0
        if group and ((len(group) + 1) * longest > _BATCH or output_limit(longest) != output_limit(lengths[number])):
            yield group
            group = []
        group.append(number)
    if group:
        yield group


def output_limit(length: int) -> int:
    """How many tokens may be made of ``length``: twice as many and some more, rounded up to a power of two, and at least 256."""
    return max(_LEAST_OUTPUT, 1 << (2 * length + 31).bit_length())


def cut_to_size(tokens: Tokens, size: int = LONGEST) -> tuple[Tokens, ...]:
    """``tokens`` in pieces of no more than ``size``, cut before a word where there is one."""
    found = []
    while len(tokens) > size:
        end = next((at for at in range(size, size // 2, -1) if tokens[at].startswith("▁")), size)
        found.append(tokens[:end])
        tokens = tokens[end:]
    return (*found, tokens)


@lru_cache(maxsize=8)
def _loaded(package: Package, digest: str, threads: int) -> Model:
    """``digest`` is part of the key, so that a package that was installed anew is loaded anew."""
    return Model(package, threads)


def _then(groups: Iterator[Sequence[int]], alone: deque[int]) -> Iterator[Sequence[int] | None]:
    """``groups``, then the numbers in ``alone``, each for itself; ``None`` where there is none now, but may be again."""
    yield from groups
    while True:
        yield (alone.popleft(),) if alone else None


def _known(token: str, attention: Sequence[float], piece: Tokens) -> str:
    """``token``, or what an unknown one looked at most in ``piece``: ``replace_unknowns``, as argostranslate has it."""
    if token != _UNKNOWN or not attention:
        return token
    return piece[max(range(min(len(attention), len(piece))), key=attention.__getitem__)]


def _halved(piece: Tokens) -> tuple[Tokens, ...]:
    return cut_to_size(piece, (2 * len(piece) + 2) // 3)
