"""The ``date`` elements of a style, fitted to an edition.

Every style says in its own way, or not at all, that a date is a guess. Here it is said once for all styles: a date that was
inferred stands in square brackets ([2020], as the Chicago Manual of Style has it), a doubtful one also has a question mark, an
approximate one “ca.”. The item has a variable for each of these, and each ``date`` asks for them. Jalali dates come in the
same way.
"""

from collections.abc import Iterable
from copy import deepcopy

from babel.core import Locale
from lxml import etree  # type: ignore[import-untyped]

from dossier.attribution.csl.names import ABOUT, CSL, DOUBTFUL, INFERRED, date_flag, jalali_field
from dossier.attribution.csl.terms import base_of
from dossier.language.value import Language


def fit_dates(root: etree._Element, language: Language) -> None:
    """Fit all dates of a style that it prints; those it sorts by, and the forms of its locales, stay."""
    own_suffix = any(found.get("variable") == "year-suffix" for found in root.iter(CSL + "text"))
    for date in [date for date in root.iter(CSL + "date") if date.get("variable") and _is_printed(date)]:
        if _day_comes_first(language):
            _day_first(date, "ordinal" if base_of(language.tag) == "fr" else "numeric")
        parent = date.getparent()
        assert parent is not None
        place = parent.index(date)
        parent.remove(date)
        parent.insert(place, _fitted(date, language, own_suffix))


def _is_printed(date: etree._Element) -> bool:
    # In the macro of a sort key the words “[” and “ca.” would be sorted by; only processors know which macros these are,
    # so that what is sorted by a macro is found by its name in the keys.
    root = date.getroottree().getroot()
    keys = {key.get("macro") for key in root.iter(CSL + "key")}
    return not any(above.tag == CSL + "macro" and above.get("name") in keys for above in date.iterancestors())


def _day_comes_first(language: Language) -> bool:
    pattern = Locale.parse(language.locale).date_formats["long"].pattern
    return "d" in pattern and "M" in pattern and pattern.index("d") < pattern.index("M")


def _day_first(date: etree._Element, day_form: str) -> None:
    """“December 9” as “9 December”: styles that print the parts one by one print them in the order of English."""
    parts = {part.get("name"): part for part in date.findall(CSL + "date-part")}
    if date.get("form") or not {"month", "day"} <= parts.keys() or next(iter(parts)) != "month":
        return
    if "year" in parts:
        for part in parts.values():
            date.remove(part)
        date.set("form", "text")
        return
    for part in (parts["month"], parts["day"]):
        for affix in ("prefix", "suffix"):
            part.attrib.pop(affix, None)
    parts["day"].set("suffix", " ")
    date.remove(parts["day"])
    date.insert(0, parts["day"])
    if parts["day"].get("form", "numeric") == "numeric":
        parts["day"].set("form", day_form)


def _fitted(date: etree._Element, language: Language, own_suffix: bool) -> etree._Element:
    variable = str(date.get("variable"))
    shown = shown_parts(date)
    # Affixes stand outside of what is put around the date: “(” before “[2020]”.
    outer = etree.Element(CSL + "group")
    for affix in ("prefix", "suffix"):
        if affix in date.attrib:
            outer.set(affix, date.attrib.pop(affix))
    outer.append(_with_doubt(_with_jalali(date, variable, shown, own_suffix), variable, shown) if shown else date)
    return outer if outer.attrib else outer[0]


def shown_parts(date: etree._Element) -> str:
    """What of its date the element shows: ``full``, ``year``, ``day`` (and month), or nothing that is dealt with here."""
    parts = _parts(date)
    if "year" in parts:
        return "full" if len(parts) > 1 else "year"
    return "day" if "month" in parts else ""


def _parts(date: etree._Element) -> set[str]:
    if date.get("form"):
        return set(date.get("date-parts", "year-month-day").split("-"))
    return {str(part.get("name")) for part in date.findall(CSL + "date-part")}


def _with_jalali(date: etree._Element, variable: str, shown: str, own_suffix: bool) -> etree._Element:
    """The date, or the Jalali words that the item has for it."""
    words = _text(jalali_field(variable, shown))
    if shown == "year" and variable == "issued" and not own_suffix:
        words = _group(words, _text("year-suffix"))
    return _choose(((jalali_field(variable, shown),), [words]), otherwise=[date])


def _with_doubt(date: etree._Element, variable: str, shown: str) -> etree._Element:
    inferred, about, doubtful = (date_flag(variable, flag) for flag in (INFERRED, ABOUT, DOUBTFUL))
    if shown == "day":
        # The year, elsewhere, says what is doubtful about it.
        return _choose(((inferred, about, doubtful), [_bracketed(deepcopy(date))]), otherwise=[date])
    circa = etree.Element(CSL + "text", {"term": "circa", "form": "short"})
    return _choose(
        ((about,), [_bracketed(circa, _maybe_doubtful(date, doubtful), delimiter=" ")]),
        ((doubtful,), [_bracketed(deepcopy(date), suffix="?]")]),
        ((inferred,), [_bracketed(deepcopy(date))]),
        otherwise=[date],
    )


def _maybe_doubtful(date: etree._Element, doubtful: str) -> etree._Element:
    return _choose(((doubtful,), [_group(deepcopy(date), suffix="?")]), otherwise=[deepcopy(date)])


def _choose(*branches: tuple[Iterable[str], list[etree._Element]], otherwise: list[etree._Element]) -> etree._Element:
    choose = etree.Element(CSL + "choose")
    for number, (variables, then) in enumerate(branches):
        attributes = {"variable": " ".join(variables), "match": "any"}
        etree.SubElement(choose, CSL + ("else-if" if number else "if"), attributes).extend(then)
    etree.SubElement(choose, CSL + "else").extend(otherwise)
    return choose


def _bracketed(*children: etree._Element, delimiter: str = "", suffix: str = "]") -> etree._Element:
    return _group(*children, prefix="[", suffix=suffix, delimiter=delimiter)


def _group(*children: etree._Element, **attributes: str) -> etree._Element:
    group = etree.Element(CSL + "group", {name: value for name, value in attributes.items() if value})
    group.extend(children)
    return group


def _text(variable: str) -> etree._Element:
    return etree.Element(CSL + "text", {"variable": variable})
