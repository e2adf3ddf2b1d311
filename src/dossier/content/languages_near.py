"""Which language somebody may have meant who did not write a language tag."""

from functools import cache

from babel.core import Locale
from rapidfuzz import fuzz, process

from dossier.model.records import known_language

_ENOUGH = 75  # of 100; below it “zz” is near to twenty tags
_ALSO_CALLED = {"farsi": "fa"}  # a name in daily use that CLDR does not list


def languages_near(value: str) -> tuple[str, ...]:
    """At most three tags near to ``value``, a tag or a language's name in English or in its own words; nearest first.

    Names are CLDR's, as Babel carries them.
    """
    as_tag = value.replace("_", "-")
    if _is_known(as_tag):
        return (as_tag,)
    table, wanted = _tags_by_name(), value.casefold()
    if wanted in table:
        return (table[wanted],)
    found = process.extract(wanted, list(table), scorer=fuzz.ratio, limit=3, score_cutoff=_ENOUGH)
    return tuple(dict.fromkeys(table[name] for name, _, _ in found))


@cache
def _tags_by_name() -> dict[str, str]:
    tags = sorted(tag for tag in map(str, Locale("en").languages) if "_" not in tag and _is_known(tag))
    own = {_name(tag, tag): tag for tag in tags}
    return {**own, **{_name(tag, "en"): tag for tag in tags}, **{tag: tag for tag in tags}, **_ALSO_CALLED}


def _name(tag: str, language: str) -> str:
    return str(Locale.parse(language).languages.get(tag, tag)).casefold()


def _is_known(tag: str) -> bool:
    try:
        known_language(tag)
    except ValueError:
        return False
    return True
