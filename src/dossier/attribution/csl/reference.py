"""A cited source as the processor takes it: metadata of a pandoc document.

Titles and other texts that read in another direction or language than the edition come in spans that carry their language,
through the processor and out again. Names cannot: they are found again by their words (:mod:`dossier.attribution.csl.foreign`).
"""

from dossier.attribution.csl import ast
from dossier.attribution.csl.dates import CslDate, csl_date
from dossier.attribution.csl.items import csl_type, dates_of, inferred, people_of, texts_of
from dossier.attribution.csl.jalali import jalali_words
from dossier.attribution.csl.marks import cleared
from dossier.attribution.csl.names import ABOUT, DOUBTFUL, INFERRED, date_flag, jalali_field
from dossier.attribution.csl.source import CitedSource
from dossier.language.bidi import direction_of
from dossier.language.dates import Gettext, date_in_words
from dossier.language.registry import language as by_tag
from dossier.language.value import Language
from dossier.model.fields import Name
from dossier.model.source_record import SourceRecord

_IDENTIFIERS = frozenset({"DOI", "ISBN", "ISSN", "volume", "issue", "number", "page", "edition"})
"""What styles look into (is it a number? a range?): it goes through as plain text."""

SUPPLIED = "supplied"
"""The class of a title that the editors supplied."""


def reference(source: CitedSource, language: Language, gettext: Gettext) -> ast.Node:
    """One source as an entry of pandoc's ``references``."""
    record = source.record
    fields: dict[str, ast.Node] = {
        "id": ast.meta_string(record.id),
        "type": ast.meta_string(csl_type(record.type)),
        "language": ast.meta_string(source.language),
        "title": ast.meta_inlines(_title(source, language)),
        **_short_title(source, language),
        **_texts(record, language),
        **{role: _names(people, inferred(record, role)) for role, people in people_of(record).items()},
    }
    for variable, value in dates_of(record).items():
        # A day of access is the editors' own: nobody infers it from the source.
        fields |= _date(variable, value, inferred(record, variable) and variable != "accessed", language, gettext)
    if record.URL:
        fields["URL"] = ast.meta_string(cleared(record.URL))
    return ast.meta_map(fields)


def _title(source: CitedSource, language: Language) -> list[ast.Node]:
    words = ast.words(cleared(source.title))
    foreign = source.language if source.language != language.tag else ""
    if not source.supplied:
        return [ast.span(words, lang=foreign)]
    # Catalogues write a supplied title in the case of a sentence: its words are a description, not a name.
    return [ast.span(ast.words(f"[{cleared(source.title)}]"), classes=(SUPPLIED, "nocase"), lang=foreign)]


def _short_title(source: CitedSource, language: Language) -> dict[str, ast.Node]:
    if not source.short or source.supplied:
        return {}
    foreign = source.language if source.language != language.tag else ""
    return {"title-short": ast.meta_inlines([ast.span(ast.words(cleared(source.short)), lang=foreign)])}


def _texts(record: SourceRecord, language: Language) -> dict[str, ast.Node]:
    return {
        name: ast.meta_string(cleared(text))
        if name in _IDENTIFIERS
        else ast.meta_inlines([_in_its_direction(_bracketed(text, inferred(record, name)), record, language)])
        for name, text in texts_of(record).items()
        # The address of a copy in an archive stands on the source's card; styles expect the shelf mark of a paper here.
        if not text.startswith(("http://", "https://"))
    }


def _bracketed(text: str, guess: bool) -> str:
    return f"[{cleared(text)}]" if guess else cleared(text)


def _in_its_direction(text: str, record: SourceRecord, language: Language) -> ast.Node:
    direction = direction_of(text)
    if direction == language.direction or not any(char.isalpha() for char in text):
        return ast.span(ast.words(text))
    return ast.span(ast.words(text), lang=tag_for(direction, record.language))


def tag_for(direction: str, tag: str) -> str:
    """The tag of the language of foreign words that run in ``direction`` in a source in the language ``tag``."""
    if by_tag(tag).direction == direction:
        return tag
    return "fa" if direction == "rtl" else "en"


def _names(people: tuple[Name, ...], guess: bool) -> ast.Node:
    return ast.meta_list([_name(name, guess) for name in people])


def _name(name: Name, guess: bool) -> ast.Node:
    if guess or name.literal or not name.family:
        return ast.meta_map({"literal": ast.meta_string(_bracketed(str(name), guess))})
    parts = {"family": name.family, "given": name.given}
    return ast.meta_map({part: ast.meta_string(cleared(text)) for part, text in parts.items() if text})


def _date(variable: str, value: str, guess: bool, language: Language, gettext: Gettext) -> dict[str, ast.Node]:
    found = csl_date(value)
    flags = {INFERRED: guess, ABOUT: bool(found and found.about), DOUBTFUL: bool(found and found.doubtful)}
    fields = {date_flag(variable, flag): ast.meta_string("1") for flag, holds in flags.items() if holds}
    if found is None:
        return {variable: ast.meta_map({"literal": ast.meta_string(date_in_words(value, language, gettext))}), **fields}
    shown = jalali_words(found, language)
    fields |= {jalali_field(variable, part): ast.meta_string(words) for part, words in shown.items()}
    return {variable: _parts(found), **fields}


def _parts(found: CslDate) -> ast.Node:
    parts = [ast.meta_list([ast.meta_string(str(part)) for part in date]) for date in found.parts]
    season = {"season": ast.meta_string(str(found.season))} if found.season else {}
    return ast.meta_map({"date-parts": ast.meta_list(parts), **season})
