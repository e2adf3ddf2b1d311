"""What engines call the languages of BCP 47 tags (RFC 5646).

Argos Translate, and so LibreTranslate, has codes of its own: ``pb`` is ``pt-BR``, ``zt`` is ``zh-Hant``. Apertium has those of
ISO 639-3.
"""

from collections.abc import Iterator

from babel.core import get_global

_TAGS = {"pb": "pt-BR", "zt": "zh-Hant"}  # codes that are no tag of their language
_ALSO = {"pt-br": "pb", "zh-hant": "zt", "pt": "pb", "no": "nb", "nb": "no", "fil": "tl", "prs": "fa"}
"""What serves as well, after a language's own name."""


def tag_of(code: str) -> str:
    """The BCP 47 tag of the language that an engine calls ``code``; a tag stays what it is."""
    return _TAGS.get(code.lower(), code.replace("_", "-"))


def plain(code: str) -> str:
    """``code`` as codes are compared here: in lower case, with hyphens."""
    return code.replace("_", "-").lower()


def codes_of(tag: str) -> tuple[str, ...]:
    """What engines may call the language ``tag`` (or an engine's own code), as :func:`plain` writes it, the nearest first.

    A regional tag falls back to its language (``fa-IR`` to ``fa``), unless that is written in another script: a reader of
    ``zh-TW`` or ``sr-Latn`` is not helped by ``zh`` or ``sr``.
    """
    codes = (code for name in _near(plain(tag_of(tag))) for code in (name, _ALSO.get(name, name)))
    return tuple(dict.fromkeys(codes))


def two_letters(code: str) -> tuple[str, str]:
    """Language by ISO 639-1 and script of an ISO 639-3 code, as far as CLDR has them: ``en`` and none for ``eng``.

    The script is empty but where the code means one: ``hbs`` is ``sr`` in ``latn``.
    """
    language, _, script = str(get_global("language_aliases").get(code, code)).partition("_")
    return language, script.lower()


def _near(tag: str) -> tuple[str, ...]:
    """``tag`` and what is left of it with fewer subtags, as long as the script is the same."""
    script = _script(tag)
    return tuple(shorter for shorter in _shorter(tag) if _script(shorter) == script)


def _shorter(tag: str) -> Iterator[str]:
    """``tag``, then with fewer and fewer subtags; its language with its script before the language alone."""
    subtags = tag.split("-")
    for count in range(len(subtags), 1, -1):
        yield "-".join(subtags[:count])
    if script := _script(tag):
        yield f"{subtags[0]}-{script.lower()}"
    yield subtags[0]


def _script(tag: str) -> str:
    """The script that ``tag`` names, or is most likely written in by CLDR; empty where that is not known."""
    language, *others = tag.split("-")
    if named := next((subtag for subtag in others if len(subtag) == 4 and subtag.isalpha()), ""):
        return named.title()
    known = get_global("likely_subtags")
    narrower = (f"{language}_{subtag.upper()}" for subtag in others)
    likely = next((known[name] for name in (*narrower, language) if name in known), "")
    return next((part for part in likely.split("_")[1:] if len(part) == 4), "")
