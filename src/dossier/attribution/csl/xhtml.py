"""Rows as fragments of well-formed XHTML."""

from collections.abc import Callable, Sequence
from functools import partial
from itertools import groupby
from typing import TypeVar

from markupsafe import Markup, escape

from dossier.attribution.csl.foreign import NO_LANGUAGE
from dossier.attribution.csl.runs import Row, Run
from dossier.language.bidi import isolates
from dossier.language.registry import language as by_tag
from dossier.language.value import Language
from dossier.model.citation import Fragment, SourceRef

Key = TypeVar("Key")

_ELEMENTS = {"em": "em", "strong": "strong", "sup": "sup", "sub": "sub"}
_CLASSES = {"small-caps": "font-variant: small-caps", "underline": "text-decoration: underline"}


def fragment(row: Row, language: Language) -> Fragment:
    """``row`` as XHTML for an edition in ``language``, and the references in it."""
    parts: list[Markup | SourceRef] = []
    for is_run, group in groupby(row, key=lambda token: isinstance(token, Run)):
        tokens = list(group)
        if is_run:
            parts.append(_linked([token for token in tokens if isinstance(token, Run)], language))
        else:
            parts += [token for token in tokens if isinstance(token, SourceRef)]
    return tuple(parts)


def _linked(runs: Sequence[Run], language: Language) -> Markup:
    def one(href: str, inner: Sequence[Run]) -> Markup:
        words = _in_languages(inner, language, is_link=bool(href))
        if not href:
            return words
        kind = Markup(' class="address" dir="ltr"') if str(words) == escape(href) else ""
        if language.rtl and not kind:
            words = Markup('<bdi dir="ltr">{}</bdi>').format(words)
        return Markup('<a{} href="{}">{}</a>').format(kind, href, words)

    return _grouped(runs, lambda run: run.href, one)


def _in_languages(runs: Sequence[Run], language: Language, *, is_link: bool) -> Markup:
    def one(tag: str, inner: Sequence[Run]) -> Markup:
        own = escape if tag or is_link else partial(_ordered, language=language)
        words = _grouped(inner, lambda run: tuple(sorted(run.styles)), partial(_styled, own))
        return _isolated(words, tag, language) if tag else words

    return _grouped(runs, lambda run: run.lang, one)


def _isolated(words: Markup, tag: str, language: Language) -> Markup:
    direction = "ltr" if tag == NO_LANGUAGE else by_tag(tag).direction
    if direction == language.direction:
        return Markup('<span lang="{}">{}</span>').format(tag, words)
    return Markup('<bdi lang="{}" dir="{}">{}</bdi>').format(tag, direction, words)


def _ordered(text: str, *, language: Language) -> Markup:
    """``text`` of the edition's language, with ranges, dates and the like in the order that running text has them in."""
    position, parts = 0, list[Markup]()
    for run in isolates(text, language):
        if run.direction:
            parts += (
                escape(text[position : run.start]),
                Markup('<bdi dir="{}">{}</bdi>').format(run.direction, text[run.start : run.end]),
            )
            position = run.end
    return Markup("").join((*parts, escape(text[position:])))


def _styled(own: Callable[[str], Markup], styles: tuple[str, ...], runs: Sequence[Run]) -> Markup:
    words = own("".join(run.text for run in runs))
    for style in styles:
        if element := _ELEMENTS.get(style):
            words = Markup(f"<{element}>{{}}</{element}>").format(words)
        else:
            words = Markup('<span style="{}">{}</span>').format(_CLASSES[style], words)
    return words


def _grouped(runs: Sequence[Run], key: Callable[[Run], Key], write: Callable[[Key, Sequence[Run]], Markup]) -> Markup:
    return Markup("").join(write(found, list(group)) for found, group in groupby(runs, key=key))
