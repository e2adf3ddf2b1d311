"""T027: a translation ends with the sign its original ends with, and its signs are those of its script."""

import re
from collections.abc import Iterator

from dossier.language.script import script_of
from dossier.translation.checks.finding import Finding
from dossier.translation.checks.form.reading import NOTE, Reading, around, read
from dossier.translation.checks.passage import Passage

_SIGNS = {
    "full stop": ".。۔।։።។．",
    "question mark": "?؟？՞፧",
    "exclamation mark": "!！՜",
    "colon": ":：፦",
    "semicolon": ";؛；",
    "ellipsis": "…",
}
_KIND = {sign: kind for kind, signs in _SIGNS.items() for sign in signs}
_GREEK = {";": "question mark", "·": "semicolon"}
_BEHIND = re.escape("\"'”’“‘»«›‹」』)]}*_~") + f"{NOTE}\\s\u200b-\u200f\u2066-\u2069"
_LAST = 40
"""So many characters hold the last word, and all signs behind it."""
_END = re.compile(rf"[{re.escape(''.join(_KIND))}·{_BEHIND}]*\Z")
_ABBREVIATED = re.compile(
    r"(?:\b(?:etc|[Ii]nc|[Ll]td|Co|Corp|Jr|Sr|St|[Nn]os?|vols?|pp?|eds?|approx|vs|ca?|art|ch|fig|seq|al|ibid|[Mm]in|[Mm]ax|Dr|Mr|Mrs|Ms|av|env|"
    r"coll|trad|réf|tél|dir|suiv|vol|ex|ص|ج|ق|م|ش|ه|نک|رک)|(?:\b[^\W\d_]\.)+[^\W\d_])\.\Z"
)
_SHORT = re.compile(r"(?:\S+\s)?[^\W\d_]{1,5}\.")
_SPOKEN_OF = re.compile(rf"[«“‘\"'(]\s?[{re.escape(''.join(_KIND))}]\s?[»”’\"')]\W*\Z")
_WITHOUT_STOPS = ("th", "lo", "km", "my", "bo", "dz")
_OWN_FORM = {"?": "؟", ";": "؛", ",": "،"}
_LATIN_FORM = {own: sign for sign, own in _OWN_FORM.items()}
_PERSIAN, _LATIN = "[\u0621-\u064a\u064b-\u0655\u0671-\u06d3]", r"[A-Za-z\u00c0-\u024f]"
_BETWEEN = rf"[\s\u200c\u200d»”)\]{NOTE}]"
_LATIN_SIGN = re.compile(
    rf"[?;,](?:(?<={_PERSIAN}.)|(?<={_PERSIAN}{_BETWEEN}.)|(?<=[\u06f0-\u06f9].)(?!\d)|(?=\s?[«(]?{_PERSIAN}))"
)
_ARABIC_SIGN = re.compile(rf"[؟؛،](?:(?<={_LATIN}.)|(?<={_LATIN}{_BETWEEN}.)|(?=\s?{_LATIN}))")
# Full stops of other scripts, and full-width signs.
_STRANGE_SIGN = re.compile("[。．।։።۔，！：；？]")
_RIGHT_FOR = {**dict.fromkeys("。．।։።۔", "."), **dict(zip("，！：；？", ",!:;?", strict=True))}
_ENDS_WITH_ITS_OWN = ("ur", "sd", "ks", "pnb", "skr")  # ۔


def check(one: Passage) -> Iterator[Finding]:
    """Compare the signs behind the last word, then look for signs of the other script inside the text.

    Quotation marks, brackets, notes and citations may stand before or behind the sign. A stop that belongs to an abbreviation
    or a short word may be missing on the other side. Of two signs together (?!, or the stop behind a quoted question) one
    will do.
    """
    reading = read(one)
    before = _signs(reading.original, one.unit.language.partition("-")[0].lower())
    after = _signs(reading.translated, reading.language)
    if before != after and not before & after and not _is_excused(reading, before | after):
        yield _ending(reading.translated, before, after, script_of(one.language))
    yield from _inside(reading, script_of(one.language))


def _signs(text: str, language: str) -> frozenset[str]:
    """The kinds of signs behind the last word of ``text``."""
    found = _END.search(text[-_LAST:])
    end = found[0].replace("...", "…") if found else ""
    kinds = {**_KIND, **_GREEK} if language == "el" else _KIND
    return frozenset(kinds[sign] for sign in end if sign in kinds)


def _is_excused(reading: Reading, signs: frozenset[str]) -> bool:
    both = reading.original[-_LAST:], reading.translated[-_LAST:]
    texts = [text.rstrip(f" \n{NOTE}»”\"')") for text in both]
    if not all(texts) or any(map(_SPOKEN_OF.search, both)):
        return True
    if signs != {"full stop"}:
        return False
    return reading.language in _WITHOUT_STOPS or bool(_SHORT.fullmatch(texts[1])) or any(map(_ABBREVIATED.search, texts))


def _ending(text: str, before: frozenset[str], after: frozenset[str], script: str) -> Finding:
    words = around(text, max(0, len(text.rstrip()) - 1), len(text))
    if not before:
        message = f"the translation ends with a sign that the original has not ({_named(after)}): {words}"
        return Finding("T027", message, "take the sign out, or leave it to the original")
    had = f"another ({_named(after)})" if after else "none"
    wanted = " ".join(_own(kind, script) for kind in sorted(before))
    message = f"the original ends with a sign ({_named(before)}), the translation with {had}: {words}"
    return Finding("T027", message, f"end it with {wanted}")


def _named(kinds: frozenset[str]) -> str:
    return ", ".join(sorted(kinds))


def _own(kind: str, script: str) -> str:
    sign = _SIGNS[kind][0]
    return _OWN_FORM.get(sign, sign) if script == "Arab" else sign


def _inside(reading: Reading, script: str) -> Iterator[Finding]:
    pattern = {"Arab": _LATIN_SIGN, "Latn": _ARABIC_SIGN}.get(script)
    if pattern is None:
        return
    found = pattern.search(reading.translated) or _strange(reading)
    if found and not (script == "Latn" and found[0] in reading.original):
        sign = _RIGHT_FOR.get(found[0], found[0])
        right = _OWN_FORM.get(sign, sign) if script == "Arab" else _LATIN_FORM.get(sign, sign)
        words = around(reading.translated, *found.span())
        yield Finding("T027", f"{found[0]} is a sign of another script: {words}", f"write {right} in its place")


def _strange(reading: Reading) -> re.Match[str] | None:
    return None if reading.language in _ENDS_WITH_ITS_OWN else _STRANGE_SIGN.search(reading.translated)
