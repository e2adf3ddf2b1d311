"""The little word before a French noun that was put in another's place: *le* and *l’*, *de* and *d’*, *du* and *de l’*.

What the first letter decides is mended. Gender and number are not known: whether they may be wrong, is told.
"""

import re
from dataclasses import dataclass

_BEFORE = re.compile(
    r"(?<!\w)(?:(?P<preposition>de|à)[ \u00a0\u202f])?(?<!\w)(?P<article>l['’]|(?:la|le|les)[ \u00a0\u202f])\Z"
    r"|(?<!\w)(?P<contracted>du|des|aux?)[ \u00a0\u202f]\Z"
    r"|(?<!\w)(?P<alone>de[ \u00a0\u202f]|d['’]|que[ \u00a0\u202f]|qu['’])\Z",
    re.IGNORECASE,
)
_OWN_ARTICLE = re.compile(r"(le|la|les)[ \u00a0\u202f]|(l)['’]", re.IGNORECASE)
_LONGEST = 8
_VOWELS = "aeiouàâäéèêëîïôöùûüœæ"
_MUTE_H = re.compile(
    r"h(?:omm|isto|ôp|osp|eur|umai|umani|onnê|onneu|onor|ôt|abit|iver|erb|érit|uil|oriz|oraire|ypo|ydr|armon|ebdo)", re.IGNORECASE
)
_FEMININE = re.compile(r"(?:tion|sion|té|ée|ence|ance|ure|esse|ette|ie|ique|ille)\Z", re.IGNORECASE)
_CONTRACTED = {("de", "le"): "du", ("de", "les"): "des", ("à", "le"): "au", ("à", "les"): "aux"}
_PARTS = {contracted: parts for parts, contracted in _CONTRACTED.items()}
_WORD = re.compile(r"[\w-]+")


@dataclass(frozen=True, slots=True)
class Introduced:
    """What takes the place of the old noun and of ``length`` characters before it."""

    length: int
    words: str
    is_doubtful: bool = False


def introduced(before: str, old: str, new: str) -> Introduced:
    """``new`` with the article and preposition that stood before ``old``, at the end of ``before``.

    >>> introduced("un membre du ", "Conseil", "Assemblée")
    Introduced(length=3, words='de l’Assemblée', is_doubtful=True)
    """
    found = _BEFORE.search(before[-_LONGEST:])
    if found is None:
        return Introduced(0, new)
    little = found[0]
    if own := _OWN_ARTICLE.match(new):
        return _with_its_own(found, new, own)
    if found["alone"]:
        return Introduced(len(little), _like(little, f"{_elided(little, new)}{new}"))
    preposition, article = _parts(found)
    words = _phrase(preposition, _fitting(article, new), new, _apostrophe(little))
    return Introduced(len(little), _like(little, words), _first_word(old) != _first_word(new))


def _parts(found: re.Match[str]) -> tuple[str, str]:
    if found["contracted"]:
        return _PARTS[found["contracted"].lower()]
    return (found["preposition"] or "").lower(), found["article"].strip("'’ \u00a0\u202f").lower()


def _fitting(article: str, noun: str) -> str:
    if article in ("le", "la") and _is_elided(noun):
        return "l"
    if article == "l" and not _is_elided(noun):
        return "la" if _FEMININE.search(_first_word(noun)) else "le"
    return article


def _phrase(preposition: str, article: str, noun: str, apostrophe: str) -> str:
    contracted = _CONTRACTED.get((preposition, article))
    words = [contracted] if contracted else [preposition, article]
    phrase = " ".join(word for word in words if word)
    return f"{phrase}{apostrophe}{noun}" if article == "l" else f"{phrase} {noun}"


def _elided(little: str, noun: str) -> str:
    word = "de" if little[0] in "dD" else "que"
    return f"{word[:-1]}{_apostrophe(little)}" if _is_elided(noun) else f"{word} "


def _with_its_own(found: re.Match[str], new: str, own: re.Match[str]) -> Introduced:
    """A name that brings its article (*Le Monde*): only what contracts with it is changed."""
    if found["alone"] or not found["contracted"]:
        return Introduced(0, new, is_doubtful=True)
    preposition, _ = _parts(found)
    noun = new[own.end() :]
    words = _phrase(preposition, (own[1] or own[2]).lower(), noun, _apostrophe(new))
    return Introduced(len(found[0]), _like(found[0], words))


def _is_elided(noun: str) -> bool:
    return noun.lower().startswith(tuple(_VOWELS)) or _MUTE_H.match(noun) is not None


def _apostrophe(words: str) -> str:
    return "'" if "'" in words else "’"


def _first_word(words: str) -> str:
    found = _WORD.search(words)
    return found[0].casefold() if found else ""


def _like(little: str, words: str) -> str:
    return words[:1].upper() + words[1:] if little[:1].isupper() else words
