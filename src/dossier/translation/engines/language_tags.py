"""BCP 47 tags, and how engines write the same languages."""

from collections.abc import Iterator, Mapping

from babel.core import get_global

_OLDER: Mapping[str, str] = {
    "zh-hant": "zt",
    "zh-tw": "zt",
    "zh-hk": "zt",
    "pt-br": "pb",
    "nb": "no",
    "no": "nb",
}
"""Codes that Argos Translate, and so LibreTranslate, has or had for a language; some are no tags."""


def spellings(tag: str) -> tuple[str, ...]:
    """``tag`` in small letters, then what is meant by less and less of it: ``pt-br``, ``pt``.

    This is the "lookup" of RFC 4647 (section 3.4), with older codes between.
    """
    return tuple(dict.fromkeys(_spellings(tag.replace("_", "-").lower())))


def two_letters(code: str) -> str:
    """The ISO 639-1 code of an ISO 639-3 code, where CLDR has one: ``en`` for ``eng``; ``code`` itself elsewhere."""
    alias = str(get_global("language_aliases").get(code, code))
    return alias.partition("_")[0]


def _spellings(tag: str) -> Iterator[str]:
    while tag:
        yield tag
        if tag in _OLDER:
            yield _OLDER[tag]
        tag = tag.rpartition("-")[0]
