"""The ``locale`` of an edition: what is set right in CSL's own one."""

from lxml import etree  # type: ignore[import-untyped]

from dossier.attribution.csl.marks import CLOSE, CLOSE_INNER, OPEN, OPEN_INNER
from dossier.attribution.csl.names import CSL, LABELS, locator_word
from dossier.attribution.csl.terms import TERMS, Term, base_of
from dossier.language.value import Language

_DIALECTS = {"en": "en-US", "fr": "fr-FR", "fa": "fa-IR"}
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_QUOTES = {"open-quote": OPEN, "close-quote": CLOSE, "open-inner-quote": OPEN_INNER, "close-inner-quote": CLOSE_INNER}


def csl_language(language: Language) -> str:
    """The tag under which CSL has its locale for ``language``."""
    return _DIALECTS.get(language.tag, language.tag)


def locale_element(language: Language) -> etree._Element:
    """What comes before all other locales of a style."""
    locale = etree.Element(CSL + "locale", {_LANG: csl_language(language)})
    base = base_of(language.tag)
    if base == "fa":
        etree.SubElement(locale, CSL + "style-options", {"punctuation-in-quote": "false"})
        locale.append(_date("text", (("day", "", " "), ("month", "", " "), ("year", "", ""))))
        locale.append(_date("numeric", (("year", "", ""), ("month", "numeric", "/"), ("day", "numeric", "/"))))
    if language.tag == "en":
        # Dates of an English edition are written as everywhere else in it: 9 December 2020 (language.dates).
        locale.append(_date("text", (("day", "", " "), ("month", "", " "), ("year", "", ""))))
    if base == "fr":
        etree.SubElement(locale, CSL + "style-options", {"punctuation-in-quote": "false", "limit-day-ordinals-to-day-1": "true"})
        locale.append(_date("text", (("day", "ordinal", " "), ("month", "", " "), ("year", "", ""))))
    terms = etree.SubElement(locale, CSL + "terms")
    for (name, form), term in TERMS.get(base, {}).items():
        terms.append(_term(name, form, term))
    for label in LABELS:
        terms.append(_term(label, "verb-short", locator_word(label)))
    for name, sign in _QUOTES.items():
        terms.append(_term(name, "long", sign))
    return locale


def _term(name: str, form: str, term: Term) -> etree._Element:
    element = etree.Element(CSL + "term", {"name": name, "form": form})
    if isinstance(term, str):
        element.text = term
        return element
    for tag, word in zip(("single", "multiple"), term, strict=True):
        etree.SubElement(element, CSL + tag).text = word
    return element


def _date(form: str, parts: tuple[tuple[str, str, str], ...]) -> etree._Element:
    date = etree.Element(CSL + "date", {"form": form})
    for name, part_form, affix in parts:
        part = etree.SubElement(date, CSL + "date-part", {"name": name})
        if part_form:
            part.set("form", part_form)
        if affix:
            part.set("suffix" if form == "text" else "prefix", affix)
    return date
