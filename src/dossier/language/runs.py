"""The parts of a text that want markup: isolated runs, words of another language, superscripts."""

from collections.abc import Iterable

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
    raised = tuple(Run(start, end, raised=True) for start, end in language.raised(text))
    return tuple(sorted((*isolates(text, language, known), *raised), key=lambda run: run.start))
