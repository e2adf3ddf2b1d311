"""The parts of a text that want markup: isolated runs, words of another language, superscripts."""

from collections.abc import Iterable, Iterator

from dossier.language.bidi import isolates
from dossier.language.rule import Run
from dossier.language.value import Language


def runs_in(text: str, language: Language, known: Iterable[str] = ()) -> tuple[Run, ...]:
    """The parts of ``text`` that want markup, in the order of the text, without overlaps.

    Parameters
    ----------
    text:
        A passage, already typeset.
    language:
        Its language.
    known:
        Tags of the languages that the dossier is made of: a run in the script of exactly one of them is taken to be in it.
    """
    isolated = tuple(isolates(text, language, known))
    raised = tuple(Run(start, end, raised=True) for start, end in language.raised(text))
    if not raised:
        return isolated
    return tuple(_apart(sorted((*isolated, *raised), key=lambda run: (run.start, run.raised))))


def _apart(runs: Iterable[Run]) -> Iterator[Run]:
    """The runs that do not meet an earlier one: one element is not made of halves of two."""
    position = 0
    for run in runs:
        if run.start >= position:
            yield run
            position = run.end
