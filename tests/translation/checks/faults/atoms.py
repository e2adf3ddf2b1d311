"""Slips in what must be copied: links, notes, code, images, citations, claims, addresses."""

import re
from collections.abc import Callable
from random import Random

from pairs import Pair

from faults.places import Mutator, anywhere, for_language, in_prose

_LINK = r"(?<![!\\])\[([^\[\]^@]+)\]\(([^()\s]+)\)"
_NOTE = r"\[\^([^\]]+)\]"
_CODE = r"`([^`]+)`"
_IMAGE = r"!\[([^\[\]]+)\]\(([^()\s]+)\)"
_CITATION = r"\[([^\[\]]*@[^\[\]]+)\]"
_CLAIM = r"\[([^\[\]]+)\](\{claim=([^{}]+)\})"
_WORD = r"(?<![^\s«(])[^\W\d_]{4,}(?=[\s,.;،؛])"
_PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


def _at(pattern: str, new: Callable[[re.Match[str]], str] | str) -> Mutator:
    """A slip at one match of ``pattern``, in texts that are Markdown."""
    return lambda pair, random: anywhere(pattern, new, pair.translation, random) if pair.markdown else None


def _added(what: Callable[[Random], str], *, wanting: str) -> Mutator:
    """``what`` behind one word of a translation in Markdown that has nothing like ``wanting``."""

    def add(pair: Pair, random: Random) -> str | None:
        if not pair.markdown or re.search(wanting, pair.translation):
            return None
        return in_prose(rf"(?<={_TAIL})(?=[\s,.;،؛])", what(random), pair.translation, random)

    return add


_TAIL = r"[^\W\d_]{3}"


def _digit_changed(text: str, random: Random) -> str:
    places = [index for index, sign in enumerate(text) if sign in "0123456789"]
    index = random.choice(places)
    return f"{text[:index]}{(int(text[index]) + random.randint(1, 8)) % 10}{text[index + 1 :]}"


def _with_another_digit(pattern: str) -> Mutator:
    """One digit is another in what ``pattern`` finds."""

    def slip(pair: Pair, random: Random) -> str | None:
        if not pair.markdown:
            return None
        return anywhere(pattern, lambda found: _digit_changed(found[0], random), pair.translation, random)

    return slip


def _linked_to(address: str) -> Mutator:
    """One word leads to ``address``."""
    return _at(rf"(?<!\[){_WORD}(?![^\[]*\])", lambda found: f"[{found[0]}]({address})")


# --- links --------------------------------------------------------------------------------------------------------------

_NUMBERED = r"(?<![!\\])\[([^\[\]^@]+)\]\(([^()\s]*\d[^()\s]*)\)"


def _another_address(pair: Pair, random: Random) -> str | None:
    """One digit of an address is another."""
    return anywhere(_NUMBERED, lambda found: f"[{found[1]}]({_digit_changed(found[2], random)})", pair.translation, random)


LINKS: tuple[Mutator, ...] = (
    _at(_LINK, lambda found: found[1]),
    _at(_LINK, lambda found: f"[{found[1]}] ({found[2]})"),
    _at(_LINK, lambda found: f"({found[1]})[{found[2]}]"),
    _at(_LINK, lambda found: f"[{found[1]}]"),
    _at(_NUMBERED, lambda found: f"[{found[1]}]({found[2].translate(_PERSIAN)})"),
    _another_address,
    _at(_LINK, lambda found: f"[{found[1]}]({found[2][:-1]})"),
    _at(_LINK, lambda found: f"[{found[1]}]({found[2]}) [{found[1]}]({found[2]})"),
    lambda pair, random: (
        in_prose(_WORD, lambda found: f"[{found[0]}](annex.md)", pair.translation, random) if pair.markdown else None
    ),
)

# --- notes --------------------------------------------------------------------------------------------------------------


def _other_note(found: re.Match[str]) -> str:
    return {"1": "[^2]", "2": "[^1]"}.get(found[1], "[^1]")


NOTES: tuple[Mutator, ...] = (
    _at(_NOTE, ""),
    _at(_NOTE, _other_note),
    _at(_NOTE, lambda found: f"[{found[1]}]"),
    _at(_NOTE, lambda found: f"[ ^{found[1]}]"),
    _at(_NOTE, lambda found: found[0] * 2),
    _at(r"\[\^\d+\]", lambda found: found[0].translate(_PERSIAN)),
    _added(lambda random: random.choice(("[^1]", "[^2]", "[^names]")), wanting=_NOTE),
)

# --- code and images ----------------------------------------------------------------------------------------------------

FIXED: tuple[Mutator, ...] = (
    _at(_CODE, lambda found: found[1]),
    _at(_CODE, lambda found: f"«{found[1]}»"),
    _at(r"`([^`]*\d[^`]*)`", lambda found: found[0].translate(_PERSIAN)),
    _at(r"`([^`]*-[^`]*)`", lambda found: found[0].replace("--", "–").replace("-", "‑")),
    _at(r"`([^`]+)[^`]`", lambda found: f"`{found[1]}`"),
    _at(_CODE, lambda found: f"` {found[1]}.`"),
    _at(_IMAGE, lambda found: found[1]),
    _at(_IMAGE, lambda found: f"[{found[1]}]({found[2]})"),
    _at(_IMAGE, lambda found: f"![{found[1]}] ({found[2]})"),
    _at(_IMAGE, lambda found: f"![{found[1]}]({found[2].replace('/', '/fr-')})"),
    _at(_IMAGE, lambda found: f"![{found[1]}]({found[2].translate(_PERSIAN)})" if re.search(r"\d", found[2]) else found[0]),
    _added(lambda random: " `" + random.choice(("make", "fa.po", "1988")) + "`", wanting=_CODE),
)

# --- citations ----------------------------------------------------------------------------------------------------------

_LOCATED = r"\[[^\[\]]*@[^\[\],;]+, (?:paras?|p)\. \d[^\[\]]*\]"


CITATIONS: tuple[Mutator, ...] = (
    _at(_CITATION, ""),
    _at(_CITATION, lambda found: found[1]),
    _at(_CITATION, lambda found: f"({found[1]})"),
    _at(_CITATION, lambda found: found[0] * 2),
    _at(_CITATION, lambda found: found[0].replace("@", "@ ", 1)),
    for_language("fa", _at(_LOCATED, lambda found: re.sub(r"paras?\. ", "بند ", found[0], count=1))),
    for_language("fr", _at(_LOCATED, lambda found: re.sub(r"paras?\. ", "al. ", found[0], count=1))),
    _at(_LOCATED, lambda found: re.sub(r", (?:paras?|p)\. [\d–, ]*\d", "", found[0], count=1)),
    _at(_LOCATED, lambda found: found[0].translate(_PERSIAN)),
    _at(r"\[[^\[\]]*@[^\[\]]*;[^\[\]]*\]", lambda found: found[0].rpartition(";")[0] + "]"),
    _at(r"\[[^\[\]]*as quoted in[^\[\]]*\]", lambda found: found[0].replace("as quoted in", "cité dans")),
    _with_another_digit(r"(?<=para\. )\d+|(?<=paras\. )\d+"),
    _with_another_digit(r"(?<=@)source-\d+"),
    _added(lambda random: f"[@source-00{random.randint(0, 4)}, para. {random.randint(1, 30)}]", wanting=_CITATION),
)

# --- claims -------------------------------------------------------------------------------------------------------------

_FIGURES = "0123456789۰۱۲۳۴۵۶۷۸۹"


def _another_figure(found: re.Match[str]) -> str:
    """The marked words with their last digit one higher."""
    index = max(index for index, sign in enumerate(found[1]) if sign in _FIGURES)
    sign = found[1][index]
    ten = _FIGURES[:10] if sign in _FIGURES[:10] else _FIGURES[10:]
    return f"[{found[1][:index]}{ten[(ten.index(sign) + 1) % 10]}{found[1][index + 1 :]}]{found[2]}"


CLAIMS: tuple[Mutator, ...] = (
    _at(_CLAIM, lambda found: found[1]),
    _at(_CLAIM, lambda found: f"[{found[1]}] {found[2]}"),
    _at(_CLAIM, lambda found: f"[{found[1]}]"),
    _at(_CLAIM, lambda found: f"[{found[1]}]{{claim={found[3]}s}}"),
    _at(_CLAIM, lambda found: f"[{found[1]}]{{claim=victims}}"),
    _at(_CLAIM, lambda found: found[0] + " " + found[0]),
    _at(rf"\[([^\[\]]*[{_FIGURES}][^\[\]]*)\](\{{claim=[^{{}}]+\}})", _another_figure),
    _at(rf"\[([{_FIGURES}]+)\](\{{claim=[^{{}}]+\}}) (\w+)", lambda found: f"{found[1]} [{found[3]}]{found[2]}"),
)

# --- addresses nobody vouched for ---------------------------------------------------------------------------------------


def _led_to(address: str) -> Mutator:
    """A link that was there leads to ``address``."""
    return _at(_LINK, lambda found: f"[{found[1]}]({address})")


def _typed(text: str) -> Mutator:
    return lambda pair, random: in_prose(rf"(?<={_TAIL})(?=[\s,.;،؛])", f" {text}", pair.translation, random)


ADDRESSES: tuple[Mutator, ...] = (
    _linked_to("https://translated.example/page"),
    _linked_to("javascript:alert(1)"),
    _linked_to("JaVaScript:void(0)"),
    _linked_to("data:text/html;base64,PHNjcmlwdD4="),
    _led_to("javascript:alert(1)"),
    _led_to("java&#115;cript:alert(1)"),
    _led_to("https://fr.mirror.example/reports/1991-07"),
    _led_to("file:///etc/passwd"),
    _typed("https://translated.example/page"),
    _typed("http://translated.example"),
    _typed("<https://translated.example/page>"),
    _typed("translator@mail.example"),
    _typed("<translator@mail.example>"),
    _typed("javascript:alert(1)"),
)
