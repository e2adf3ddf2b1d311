"""Scores of machines, and the passages that all of them fail at."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from dossier.translation.evaluation.measures import Counts, alone, bleu, chrf, compared, counts
from dossier.translation.evaluation.plain import readable, scorable
from dossier.translation.evaluation.values import Contender, Reference, Row, Score, Scores, Shown


@dataclass(frozen=True, slots=True)
class _Counted:
    """A machine and what was counted: ``asked`` are the references that it was asked for."""

    contender: Contender
    asked: tuple[int, ...]
    chrf: Counts
    bleu: Counts

    def single(self) -> dict[int, float]:
        """The chrF of each draft that is not empty, by its reference."""
        drafts = self.contender.drafts
        return {at: self.chrf.single(row) for row, at in enumerate(self.asked) if drafts[at]}


def scored(references: Sequence[Reference], contenders: Sequence[Contender], language: str) -> Scores:
    """How near each machine's drafts come to the references; what was left empty counts as an empty text.

    Parameters
    ----------
    references:
        The passages and what they are compared with.
    contenders:
        The machines, each asked for at least one of the passages.
    language:
        BCP 47 tag of the language that is translated into.

    Raises
    ------
    DossierError
        M030 where sacrebleu is not installed.
    """
    wanted = [scorable(one.document, one.unit, one.translation.text) for one in references]
    counted = sorted(
        (_counted(one, references, wanted, language) for one in contenders), key=lambda one: one.chrf.value, reverse=True
    )
    comparable = len({one.asked for one in counted}) == 1
    marks = [_marks([getattr(one, measure) for one in counted], comparable=comparable) for measure in ("chrf", "bleu")]
    rows = (_row(one, references, *both) for one, *both in zip(counted, *marks, strict=True))
    signatures = {"chrF2": counted[0].chrf.signature, "BLEU": counted[0].bleu.signature}
    singles = {one.contender.name: one.single() for one in counted}
    single = tuple({name: own[at] for name, own in singles.items() if at in own} for at in range(len(references)))
    return Scores(tuple(rows), signatures, comparable, single)


def worst(references: Sequence[Reference], contenders: Sequence[Contender], scores: Scores, number: int) -> tuple[Shown, ...]:
    """The ``number`` passages whose drafts are farthest from the reference, by chrF of the passage, the mean of all machines.

    What all of them left empty is not among them: there is nothing to see.
    """
    drafted = [at for at, single in enumerate(scores.single) if single]
    drafted.sort(key=lambda at: fmean(scores.single[at].values()))
    texts = {one.name: one.drafts for one in contenders}
    return tuple(_shown(references[at], texts, at, scores.single[at]) for at in drafted[:number])


def _counted(contender: Contender, references: Sequence[Reference], wanted: Sequence[str], language: str) -> _Counted:
    asked = tuple(at for at, draft in enumerate(contender.drafts) if draft is not None)
    drafts = [scorable(references[at].document, references[at].unit, contender.drafts[at] or "") for at in asked]
    beside = [wanted[at] for at in asked]
    return _Counted(contender, asked, counts(chrf(), drafts, beside), counts(bleu(language), drafts, beside))


def _marks(all_counts: Sequence[Counts], *, comparable: bool) -> list[Score]:
    return compared(all_counts) if comparable else [alone(one) for one in all_counts]


def _row(one: _Counted, references: Sequence[Reference], by_chrf: Score, by_bleu: Score) -> Row:
    drafts = [one.contender.drafts[at] for at in one.asked]
    words = sum(len(references[at].unit.msgid.split()) for at in one.asked)
    empty = sum(not draft for draft in drafts)
    notes = (*one.contender.notes, *_partial([references[at] for at in one.asked], one.contender.name))
    return Row(one.contender.name, len(drafts), empty, words, by_chrf, by_bleu, notes)


def _partial(references: Sequence[Reference], machine: str) -> Iterator[str]:
    """Whether a machine is compared with what came of its own drafts: nothing else is as near to them."""
    origins = (one.translation.origin for one in references)
    own = sum(origin is not None and origin.description == machine for origin in origins)
    if own:
        said = "1 reference was its own draft" if own == 1 else f"{own} references were its own drafts"
        yield f"{said} before a person corrected or approved: its scores are higher than they would be beside other translations"


def _shown(reference: Reference, texts: Mapping[str, Sequence[str | None]], at: int, single: Mapping[str, float]) -> Shown:
    def plain(text: str) -> str:
        return readable(reference.document, reference.unit, text)

    drafts = {name: (plain(texts[name][at] or ""), score) for name, score in single.items()}
    return Shown(reference, plain(reference.unit.msgid), plain(reference.translation.text), drafts)
