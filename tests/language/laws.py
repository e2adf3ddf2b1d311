"""Texts that try the laws of typography: of every language's signs, and hostile ones."""

import random

from hypothesis import strategies as st

SPACES = " \u00a0\u202f"
_SIGNS = [*"abeMXIVsSpn059,.;:!?'\"«»“”„‘’()[]-–—…/@&%€$°§ºᵒ¿¡\n\ufffc", *SPACES, "  "]
_WORDS = """
kg km % h min 1er XXe M. Mme Dr J.-C. J. n° no art. p. § 30 1988 000 12 siècle mai Mr No. pp. EE.UU. n.º z.B. z. B. Nr. U. S. A.
personnes https://a.example/?b=l'a a@b.example ... :-) Jean-Paul II Louis XIV septembre September am 3. Sr. D. d.h. ₂
سال ۱۲ می‌شود ها ، ؟ كتاب
""".split()

TEXTS = st.lists(st.sampled_from([*_SIGNS, *_WORDS]), max_size=24).map("".join)
"""Passages that the rules have much to do with."""


def ink(text: str) -> str:
    """``text`` without its spaces."""
    return text.translate(str.maketrans("", "", SPACES))


def hostile(length: int) -> list[str]:
    """Texts of ``length`` characters that make a careless expression try everything twice."""
    pieces = (" ", "\u00a0", "1", "1 ", "111 ", "a", "A", "A-", "Aa-", "A. ", "V", "X", "XX e", "M. ", "n° ", "§", "1 h ", "1 kg")
    more = ("« ", "«", "»", '"', '" "', "« » ", "– ", "a – ", "?", "? ", "a?", "...", "'", "a'", ".", "a.@", "1%", "…", "$ ")
    mixed = "".join(random.Random(1).choices([*_SIGNS, *_WORDS], k=length))
    starts = ("«", "1", "1 h", '"', "a", "n°", "§", "M.", "z.", "EE.", "J.", "1e", "Louis", "a.", "–", "44 av.")
    gaps = [start + space * (length - len(start)) for start in starts for space in " \u00a0"]
    return [(piece * length)[:length] for piece in (*pieces, *more)] + gaps + [mixed[:length]]
