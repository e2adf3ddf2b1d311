"""Measures of sacrebleu, taken so that ten thousand passages need no gigabytes.

sacrebleu counts all passages at once and keeps every n-gram; here they are counted in batches, and only the numbers are kept.
Scores, intervals and likelihoods are those that sacrebleu gives itself (``corpus_score``, ``significance.PairedTest``), digit for
digit, with its own seed.

chrF: Popović, WMT 2015. BLEU: Papineni et al., ACL 2002; sacrebleu: Post, WMT 2018. Paired bootstrap: Koehn, EMNLP 2004.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dossier.language.script import script_of
from dossier.translation.drafting.extra import required
from dossier.translation.evaluation.values import Score

_BATCH = 500
_SAMPLES = 1000
_SEED = 12345
"""sacrebleu's own, so that others find the same numbers."""
_TOKENIZERS = {"zh": "zh", "ja": "char", "th": "char", "km": "char", "lo": "char", "my": "char"}
"""Languages that put no spaces between words. (sacrebleu's own tokenizer of Japanese is another package.)"""


@dataclass(frozen=True, slots=True)
class Counts:
    """What a measure counted: a row of numbers for each passage."""

    measure: Any
    rows: Any

    @property
    def value(self) -> float:
        """The score of all passages together."""
        return float(self.measure._compute_score_from_stats(self.rows.sum(0).tolist()).score)

    def single(self, passage: int) -> float:
        """The score of one passage by itself."""
        return float(self.measure._compute_score_from_stats(self.rows[passage].tolist()).score)

    @property
    def signature(self) -> str:
        """How the measure was taken, in sacrebleu's words."""
        told = self.measure.get_signature()
        told.update("bs", _SAMPLES)
        told.update("seed", str(_SEED))
        return str(told)


def chrf() -> Any:
    """chrF2: how many sequences of one to six characters two texts have in common, missing ones counted twice.

    Raises
    ------
    DossierError
        M030 where sacrebleu is not installed.
    """
    return required("sacrebleu.metrics").CHRF()


def bleu(language: str) -> Any:
    """BLEU: how many sequences of one to four words two texts have in common, words as ``language`` has them.

    Raises
    ------
    DossierError
        As :func:`chrf`.
    """
    # Thousands of texts that end in “ .” would have sacrebleu warn on standard error: they are nobody's tokens here.
    return required("sacrebleu.metrics").BLEU(tokenize=tokenizer(language), force=True)


def tokenizer(language: str) -> str:
    """The tokenizer of sacrebleu for a language: ``13a``, its standard, knows ASCII's signs; ``intl`` those of all scripts."""
    if own := _TOKENIZERS.get(language.partition("-")[0]):
        return own
    return "13a" if script_of(language) == "Latn" else "intl"


def counts(measure: Any, drafts: Sequence[str], references: Sequence[str]) -> Counts:
    """What ``measure`` counts in ``drafts`` beside ``references``."""
    numpy = required("numpy")
    rows: list[Any] = []
    for start in range(0, len(drafts), _BATCH):
        batch = slice(start, start + _BATCH)
        rows += measure._extract_corpus_statistics(drafts[batch], [references[batch]])
    return Counts(measure, numpy.array(rows, dtype="int64"))


def compared(all_counts: Sequence[Counts]) -> list[Score]:
    """A score for each machine, the best first among ``all_counts``; every other is compared with it, passage by passage."""
    drawn = [_resampled(one) for one in all_counts]
    best, *others = all_counts
    scores = [Score(best.value, _margin(drawn[0]))]
    for one, own in zip(others, drawn[1:], strict=True):
        scores.append(Score(one.value, _margin(own), _likelihood(drawn[0], own, abs(best.value - one.value))))
    return scores


def alone(one: Counts) -> Score:
    """The score of a machine that cannot be compared with another."""
    return Score(one.value, _margin(_resampled(one)))


def _resampled(one: Counts) -> Any:
    """Scores of as many passages, drawn anew with replacement; the same draws for every machine."""
    numpy = required("numpy")
    generator = numpy.random.default_rng(_SEED)
    rows = one.rows.astype("float32")  # as sacrebleu sums them
    draws = (generator.choice(len(rows), size=len(rows), replace=True) for _ in range(_SAMPLES))
    return numpy.array([one.measure._compute_score_from_stats(rows[draw].sum(0)).score for draw in draws])


def _margin(scores: Any) -> float:
    return float(required("sacrebleu.significance").estimate_ci(scores)[1])


def _likelihood(best: Any, other: Any, difference: float) -> float:
    differences = abs(other - best)
    by_chance = (differences - differences.mean() > difference).sum()
    return float((by_chance + 1) / (_SAMPLES + 1))
