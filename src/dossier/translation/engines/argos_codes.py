"""Argos Translate's codes of languages and BCP 47 tags (RFC 5646): ``pb`` is ``pt-BR``, ``zt`` is ``zh-Hant``."""

from collections.abc import Iterator

from babel.core import get_global

_TAGS = {"pb": "pt-BR", "zt": "zh-Hant"}  # codes that are no tag of their language
_PUBLISHED = {"pt-br": "pb", "zh-hant": "zt", "no": "nb", "fil": "tl", "prs": "fa"}  # what the package index calls a language
_ALSO = {**_PUBLISHED, "pt": "pb", "nb": "no"}  # what serves as well, after a language's own name


def tag_of(code: str) -> str:
    """The BCP 47 tag of the language that Argos calls ``code``."""
    return _TAGS.get(code.lower(), code.replace("_", "-"))


def codes_of(tag: str) -> tuple[str, ...]:
    """Argos's codes for the language ``tag``, in lower case, the nearest first.

    A regional tag falls back to its language (``fa-IR`` to ``fa``), unless that is written in another script: a reader of
    ``zh-TW`` or ``sr-Latn`` is not helped by ``zh`` or ``sr``.
    """
    codes = (code for name in _near(tag) for code in (name, _ALSO.get(name, name)))
    return tuple(dict.fromkeys(codes))


def published_code(tag: str) -> str:
    """The code under which the Argos package index has the language ``tag``, if it has it."""
    near = _near(tag)
    return next((_PUBLISHED[name] for name in near if name in _PUBLISHED), near[-1].split("-")[0])


def _near(tag: str) -> tuple[str, ...]:
    """``tag`` and what is left of it with fewer subtags, as long as the script is the same."""
    script = _script(tag)
    return tuple(shorter for shorter in _shorter(tag.replace("_", "-").lower()) if _script(shorter) == script)


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
    language, *others = tag.replace("_", "-").split("-")
    if named := next((subtag for subtag in others if len(subtag) == 4 and subtag.isalpha()), ""):
        return named.title()
    known = get_global("likely_subtags")
    narrower = (f"{language.lower()}_{subtag.upper()}" for subtag in others)
    likely = next((known[name] for name in (*narrower, language.lower()) if name in known), "")
    return next((part for part in likely.split("_")[1:] if len(part) == 4), "")
