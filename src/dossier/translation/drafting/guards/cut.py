"""An answer that stops before its sentence does.

An engine that knows that it reached its limit says so (:attr:`~dossier.translation.engines.engine.Reply.cut`). Others do not:
CTranslate2 stops at its limit silently, and servers hand on what they get. An original that ends with a full stop, a question
mark or the like has no translation that ends with a comma, an opening bracket, an elided word (*l’*) or a word that leads on to
another (*and*, *le*, «که»): that is fatal. A missing full stop alone is a hint, for engines forget it in whole sentences too;
headings and other originals without a stop at their end tell nothing.
"""

import re
from collections.abc import Iterator, Mapping

from dossier.translation.drafting.guards.fault import Fault, Sentence
from dossier.translation.drafting.guards.reading import base

_AROUND = r"\"'”’“‘»«›‹」』)\]}*_\s\u200c-\u200f"
_FULL = re.compile(rf"[.!?…؟。！？۔।:][{_AROUND}]{{0,12}}\Z")
_OPEN = re.compile(r"(?:[,،、，([{«“‘/&+]|[\w]-|(?<!\w)(?:[cdjlmnst]|qu|lorsqu|puisqu|jusqu)['’])\s*\Z", re.IGNORECASE)
_LAST_WORD = re.compile(r"([^\W\d_]+)\s*\Z")
_ENGLISH = """
a an the and or but nor of to from with by for at into than that which who whose because if while although my your our their its
"""
_FRENCH = """
le la les un une des du de au aux et ou mais ni car que qui dont où si à en dans par pour sur sans sous vers chez avec leur leurs
ses mes nos vos ces cette ce quand comme lorsque puisque
"""
_SPANISH = """
el la los las un una unos unas de del al y e o u pero ni que en con por para sin sobre su sus mi si como cuando cuyo
"""
_GERMAN = """
der die das den dem des ein eine einen einem einer und oder aber dass weil wenn von mit für in im am zum zur bei seine ihre
"""
_PERSIAN = "و یا که از به با در بر برای تا اما ولی زیرا چون اگر هر این آن بین توسط درباره علیه"
_ARABIC = "و أو أن إن من إلى على في عن مع لكن ثم التي الذي حتى لأن إذا هذا هذه بين"
_LISTED = {"en": _ENGLISH, "fr": _FRENCH, "es": _SPANISH, "de": _GERMAN, "fa": _PERSIAN, "ar": _ARABIC}
_LEADS_ON: Mapping[str, frozenset[str]] = {language: frozenset(listed.split()) for language, listed in _LISTED.items()}
"""Words with which no sentence ends, save one that is spoken of."""
_LABEL = 12
"""Letters from which on a missing full stop is told; short answers are often names or labels."""


def check(sentence: Sentence) -> Iterator[Fault]:
    """Tell what the engine knows itself, else look at the last sign and the last word."""
    text = sentence.reply.text.strip()
    if sentence.reply.cut:
        yield Fault("the answer was cut off at the engine’s limit")
    elif text and _FULL.search(sentence.original[-40:].rstrip()) and not _FULL.search(text[-40:]):
        yield from _unfinished(text, base(sentence.pair.target))


def _unfinished(text: str, language: str) -> Iterator[Fault]:
    end = text[-60:]
    last = _LAST_WORD.search(end)
    if _OPEN.search(end) or (last and last[1].casefold() in _LEADS_ON.get(language, ())):
        yield Fault(f"the sentence is not finished: “…{end[-24:].strip()}”")
    elif len(text) >= _LABEL:
        yield Fault("the sentence has no full stop, and may be cut off", is_hint=True)
