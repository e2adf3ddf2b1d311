"""What names people, in words: addresses, the names beside them, holders of rights, paths of somebody's machine.

Mailboxes are written as in RFC 5322, ``Name <local@domain>``, or in one of the ways people hide them from robots.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_ATOM = r"[^\s<>()\[\]{},;:\"'“”«»‹›@\\|/]"
_HOST = r"[\w-]+(?:\.[\w-]+)*\.(?!(?:png|jpe?g|gif|svg|webp)\b)[^\W\d_][\w-]*"
_AT, _DOT = r"\s?[(\[{]\s?at\s?[)\]}]\s?", r"(?:\.|\s?[(\[{]\s?dot\s?[)\]}]\s?)"
_ADDRESS = re.compile(
    rf"<[^\s<>@]+@[^\s<>@]+>"
    rf"|@?(?<!{_ATOM})(?:mailto:)?{_ATOM}+@(?:{_HOST}|ADDRESS\b)"
    rf"|(?<![\w.+-])[\w.+-]+{_AT}[\w-]+(?:{_DOT}[\w-]+)+"
    rf"|(?<![\w.+-])[\w.+-]+ at [\w-]+(?: dot [\w-]+)+",
    re.IGNORECASE,
)
_PATH = re.compile(
    r"(?:file://)?(?:~|/home|/Users|\b[A-Z]:[\\/](?:Users|Documents and Settings))[\\/](?![\s\\/]|$)[^\s\"'<>|]+", re.IGNORECASE
)
_AFTER = re.compile(r"\s*\((?P<name>[^()<>@]{2,60})\)")
_WORD = re.compile(r"[^\W\d_][\w.'’\u200c-]*")
_MARKS = "\"'“”«»()[]*-–—,،."
_END_OF_PHRASE = tuple(":;!?؟؛.…")
_YEARS = re.compile(r"[\d\s,،.;:–—/()\[\]-]*")


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_PARTICLES = _words("abu al ben bin bint ibn da de del della den der di do dos du el la le ten ter van von y zu")
_NO_NAMES = _words(
    """
    ask see mail write tell contact from by thanks note to cf and or the a an this that if no not please checked fixed in on at
    unreviewed draft first last final copyright google deepl argos microsoft machine weblate poedit omegat lokalize translate
    demander voir écrire selon merci
    """
)
_CREDIT_WORDS = _words(
    """
    translator translators translated translation translations reviewer reviewers reviewed review proofread proofreader corrected
    updated maintained maintainer maintainers author authors contributor contributors written drafted edited editor contact e-mail
    email mail mailto current previous first last original by and of from with
    traducteur traductrice traducteurs traduit traduction relu relecture relecteur auteur courriel par et full name year
    مترجم مترجمان مترجمین ترجمه بازبین بازبینی ویراستار توسط از و ایمیل رایانامه
    """
)
_BODIES = re.compile(
    r"\b(?:foundation|inc|ltd|llc|gmbh|corp|corporation|company|project|team|association|organi[sz]ation|group|society|university|"
    r"institute|council|committee|centre|center|contributors|authors|developers|translators|holders?|community|network|dossier|press|"
    r"fondation|association|société|université|conseil|comité|équipe|projet|collectif|e\.\s?v|"
    r"سازمان|بنیاد|شورا|انجمن|گروه|کانون|نهاد|دانشگاه|مرکز)\b",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(
    r"(?:copyright\s*(?:\(c\)|©)\s*[\d,\s–-]*|(?:copyright|\(c\)|©)\s*\d{4}[\d,\s–-]*)(?:by\s+)?(?P<holder>\S.*)$", re.IGNORECASE
)
_BY = re.compile(
    r"(?:\b(?:translat|review|proofread|correct|updat|maintain|writ|draft|edit|tradui|relu|corrig)\w*\b.{0,40}?\b(?:by|par)\s+"
    r"|\b(?:translators?|reviewers?|authors?|maintainers?|traduct(?:eur|rice)s?|auteure?s?)\s*:\s*"
    r"|(?:مترجم|بازبین|ویراستار)\s*:\s*|توسط\s+)(?P<names>\S.*)$",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\s*(?:(?:last|previous|current)\s+)?(?:translators?|reviewers?|authors?|contributors?|traduct(?:eur|rice)s?|مترجم(?:ان|ین)?)"
    r"\s*:?\s*$",
    re.IGNORECASE,
)
_JOINING = frozenset(("and", "&", "et", "و"))


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of a text that names somebody; ``name`` is the person's, where it is whole."""

    start: int
    end: int
    name: str = ""


def mailboxes(text: str) -> Iterator[Found]:
    """The e-mail addresses in ``text``, each with the name that stands beside it. Names of bodies stay outside."""
    end = 0
    for address in _ADDRESS.finditer(text):
        if address.start() < end:
            continue
        start = _name_start(text[end : address.start()], address[0]) + end
        name = text[start : address.start()].strip(" \t<" + _MARKS)
        end = address.end()
        if name and _BODIES.search(name):
            start, name = address.start(), ""
        elif not name and (after := _AFTER.match(text, end)) and is_name(after["name"]):
            name, end = after["name"].strip(), after.end()
        yield Found(start, end, name)


def paths(text: str) -> Iterator[Found]:
    """Paths below somebody's home folder."""
    return (Found(found.start(), found.end()) for found in _PATH.finditer(text))


def holder(text: str) -> Found | None:
    """The person that a notice of copyright names; a body, or nobody yet, is none."""
    found = _COPYRIGHT.search(text)
    if found is None:
        return None
    start, name = found.start("holder"), found["holder"].rstrip(" \t.")
    if _BODIES.search(name) or name.endswith("removed)") or not _WORD.search(name):
        return None
    bare = re.sub(r"\s*<[^<>]*>.*", "", name).strip(" \t" + _MARKS)
    return Found(start, start + len(name), bare if is_name(bare) else "")


def credited(text: str) -> Found | None:
    """The person, or the people, in a line such as “Translated by Somebody in 2020”."""
    found = _BY.search(text)
    length = _names_at_start(found["names"]) if found else 0
    if found is None or not length:
        return None
    start = found.start("names")
    return Found(start, start + length, text[start : start + length])


def is_heading(text: str) -> bool:
    """Whether a list of people begins below ``text``."""
    return _HEADING.match(text) is not None


def is_name(text: str, fewest: int = 1) -> bool:
    """Whether ``text`` is nothing but a name, as far as that can be seen: up to four words, with capitals where there are any."""
    words = text.strip(_MARKS + " \t").split()
    if not fewest <= len(words) <= 4 or _BODIES.search(text):
        return False
    if any(not _WORD.fullmatch(word.strip(_MARKS)) for word in words):
        return False
    return _may_begin(words[0]) and all(_may_be_name(word) or word.lower() in _PARTICLES for word in words[1:])


def is_dated_name(text: str, fewest: int = 1) -> bool:
    """Whether ``text`` is nothing but a name and years: “A Name, 2019–2020.”"""
    name = _without_years(text.strip())
    years = text.strip()[len(name) :]
    return bool(re.search(r"\d{4}", years)) and is_name(name, fewest)


def is_mere_credit(text: str) -> bool:
    """Whether nothing is said in ``text`` but who had a part, and when; names were taken out before."""
    return all(word.lower().strip(_MARKS) in _CREDIT_WORDS for word in re.findall(r"[^\W\d_][\w.'’\u200c-]*", text))


def known_names(names: Sequence[str]) -> re.Pattern[str] | None:
    """A pattern of full names; single words are too often words of the language."""
    full = sorted({name for name in names if len(name.split()) > 1}, key=len, reverse=True)[:100]
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, full))})(?!\w)") if full else None


def _name_start(before: str, address: str) -> int:
    """Where the name begins that stands at the end of ``before``, in front of ``address``; the end where there is none."""
    tokens = list(re.finditer(r"\S+", before.rstrip(' \t,،;:<(["“«-')))
    start = len(before)
    for count, token in enumerate(reversed(tokens[-4:])):
        if count and token[0].endswith(_END_OF_PHRASE) and not _is_initial(token[0]):
            break
        if _belongs(token[0].strip(_MARKS), address, count):
            start = token.start()
        elif token[0].lower() not in _PARTICLES:
            break
    lone = tokens[0][0].strip(_MARKS) if len(tokens) == 1 else ""
    return tokens[0].start() if _is_handle(lone) else start


def _belongs(word: str, address: str, count: int) -> bool:
    """Whether ``word``, with ``count`` words between, is part of the name before ``address``."""
    if _is_caseless(word):  # nothing tells a name from other words but that an address in <> follows it
        return address.startswith("<") and count < 3 and _may_be_name(word)
    local = re.split(r"[._+<@-]", address.lower().partition("@")[0])
    return _may_be_name(word) or (len(word) > 2 and word.lower() in local)


def _is_handle(word: str) -> bool:
    return _WORD.fullmatch(word) is not None and not _is_caseless(word) and word.lower() not in _CREDIT_WORDS | _NO_NAMES


def _names_at_start(text: str) -> int:
    """How long the names are that ``text`` begins with."""
    end = count = 0
    for token in re.finditer(r"\S+", text):
        word = token[0].strip(_MARKS)
        if count < 4 and _may_be_name(word):
            end, count = token.start() + len(token[0].rstrip(_MARKS)), count + 1
        elif word.lower() not in _PARTICLES | _JOINING:
            break
        if token[0] in _JOINING or token[0].endswith((",", "،")):
            count = 0
    return end


def _is_initial(token: str) -> bool:
    return bool(re.fullmatch(r"[^\W\d_]\.", token))


def _may_begin(word: str) -> bool:
    return _may_be_name(word) or word.lower() in _PARTICLES


def _may_be_name(word: str) -> bool:
    bare = word.strip(_MARKS)
    if not bare or bare.lower() in _NO_NAMES or bare.lower() in _CREDIT_WORDS:
        return False
    return unicodedata.category(bare[0]) in ("Lu", "Lt") or _is_caseless(bare)


def _is_caseless(word: str) -> bool:
    return bool(word) and unicodedata.category(word[0]) == "Lo"


def _without_years(text: str) -> str:
    """``text`` without the years at its end."""
    end = len(text)
    while end and _YEARS.fullmatch(text[end - 1]):
        end -= 1
    return text[:end]
