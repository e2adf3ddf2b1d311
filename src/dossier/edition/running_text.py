"""Typeset words as XHTML, with what the language wants marked: isolated runs, words of another language, superscripts."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup, escape

from dossier.language.rule import Run
from dossier.language.runs import runs_in
from dossier.language.value import Language


def running_text(text: str, language: Language, known: Iterable[str] = ()) -> Markup:
    """``text``, which is in ``language`` and typeset, as XHTML; for ``known`` see :func:`dossier.language.runs.runs_in`."""
    return Markup("").join(marked_up(piece, run) for piece, run in pieces(text, language, known))


def pieces(text: str, language: Language, known: Iterable[str] = ()) -> Iterator[tuple[str, Run | None]]:
    """``text`` in pieces, each with the run that it is; nothing is added to or lost from the text."""
    position = 0
    for run in runs_in(text, language, known):
        if run.start > position:
            yield text[position : run.start], None
        yield text[run.start : run.end], run
        position = run.end
    if position < len(text):
        yield text[position:], None


def element(run: Run) -> tuple[str, dict[str, str]]:
    """The element that a run is, and its attributes."""
    name = "sup" if run.raised else "bdi" if run.direction else "span"
    attributes = {"dir": run.direction, "lang": run.lang, "xml:lang": run.lang}
    return name, {key: value for key, value in attributes.items() if value}


def marked_up(piece: str, run: Run | None) -> Markup:
    """One of the :func:`pieces` as XHTML."""
    if run is None:
        return escape(piece)
    name, attributes = element(run)
    said = Markup("").join(Markup(' {}="{}"').format(key, value) for key, value in attributes.items())
    return Markup("<{}{}>{}</{}>").format(Markup(name), said, piece, Markup(name))
