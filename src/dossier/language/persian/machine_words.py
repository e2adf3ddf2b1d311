"""Persian as a machine gives it, made into Persian as it is written.

Models of translation learn from texts of every orthography and see none of them whole: SentencePiece's usual normaliser makes a
space of each zero-width non-joiner before a word is learnt, so that «می شود» and «کتاب ها» come out where «می‌شود» and
«کتاب‌ها» went in. Nobody chose these words, so here is applied what people are only told
(:mod:`~dossier.language.persian.joiners`), and what the press sets at every build anyway: whoever corrects a draft should not
have to do it by hand, and the rules that read translations would tell of it.

Restored or mended are

- ي ى ك and old shapes of letters, as ی and ک, but in words that are Arabic for sure (``letters.py``); ة ۀ هٔ stay, since the
  orthography has them or a word would have to be known;
- the joiner of «می», «ها», «ای», «تر», «ترین», «ام … اند», of «ی» behind «ه» («خانه ی» is «خانه‌ی») and of «مان», «تان», «شان»
  behind it; behind a letter that never joins the space goes without a joiner («کار ها»);
- joiners that do nothing, and tatweel inside a word (not that of «هـ»);
- quotation marks that pair, as «…», and , ; ? ... of Persian words, as ، ؛ ؟ …;
- spaces before signs and inside of « » and brackets, missing ones behind signs, doubled ones.

Digits of prose become Persian (:mod:`~dossier.language.persian.digits`): translators expect them so in a locale file, and the
press sets them as a dossier chooses all the same. Latin words, addresses and identifiers, whatever is a run of ASCII, are no part
of any of this. Compounds («این که», «بی پاسخ», «پیش نویس») stay apart: both ways are in use, and telling them takes a dictionary.
"""

import re
from collections.abc import Iterator

from dossier.language.addresses import addresses_in
from dossier.language.arabic_script import quotes, signs, spaces
from dossier.language.arabic_script.letters import LETTERS, MARKS, WORD
from dossier.language.line import Line
from dossier.language.persian import digits, joiners, letters
from dossier.language.rule import Edit, Rule

_SPACE = "[ \u00a0\u202f]"
_TATWEEL = "\N{ARABIC TATWEEL}"
_STRETCHED = re.compile(rf"(?<=[{LETTERS}{MARKS}])(?<!{_TATWEEL}){_TATWEEL}+(?=[{LETTERS}])")
_BEHIND_HE = re.compile(rf"{_SPACE}+(?<=[{LETTERS}]{{2}}ه.)(?=(?:ی|مان|تان|شان)(?![{WORD}]))")
_DOUBLED = re.compile(rf"{_SPACE}{{2,}}")
_BEHIND_LATIN = re.compile(rf"(?<=[A-Za-z0-9]){_SPACE}+(?=[،؛؟])")
_ENTITY = re.compile(r"&#?[A-Za-z0-9]{1,31};")
_PASSES = 8
"""What is mended may show more, seldom more than once; the bound is for texts that somebody made up."""


def normalised(text: str) -> str:
    """``text`` of a machine in the orthography of the Academy, as far as can be told; done twice, it changes nothing more."""
    for _ in range(_PASSES):
        before, text = text, _mended(text)
        if text == before:
            break
    return text


def _mended(text: str) -> str:
    entities = (found.span() for found in _ENTITY.finditer(text))
    line = Line(text, kept=(*addresses_in(text), *entities))
    for rule in RULES:
        line = line.ruled(rule)
    return line.text


def _replaced(pattern: re.Pattern[str], put: str) -> Rule:
    def find(text: str) -> Iterator[Edit]:
        return (Edit(*found.span(), put) for found in pattern.finditer(text) if found[0] != put)

    return Rule(pattern.pattern, find, spaces_only=False)


def _joiners(text: str) -> Iterator[Edit]:
    return (found.edit for found in joiners.suggestions(text))


def _superfluous(text: str) -> Iterator[Edit]:
    return (Edit(start, end, "") for start, end in joiners.superfluous(text))


RULES: tuple[Rule, ...] = (
    *letters.RULES,
    _replaced(_STRETCHED, ""),
    _replaced(_DOUBLED, " "),
    *quotes.RULES,
    *signs.RULES,
    *digits.rules_for("native"),
    *spaces.RULES,
    _replaced(_BEHIND_LATIN, ""),
    Rule("joiners", _joiners, spaces_only=False),
    _replaced(_BEHIND_HE, joiners.JOINER),
    Rule("joiners that do nothing", _superfluous, spaces_only=False),
)
"""In this order: letters first, since all that follows looks at them."""
