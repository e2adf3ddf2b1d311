"""The original in the place of a translation.

A model that does not know the words of a sentence copies them. What may be copied (names, numbers, abbreviations, one word that
both languages may have) and what counts as a run of kept words, :mod:`dossier.translation.checks.fidelity.untranslated` says. A
run that makes up half of the answer is fatal, a shorter one a hint. An original that is in the target language already is right
as it stands: it is told by its script, else by its small words (*le, est, dans*).
"""

from collections.abc import Iterator, Mapping

from dossier.language.registry import same_language
from dossier.language.script import script_of, scripts_in
from dossier.translation.checks.fidelity.untranslated import is_copy, kept_words
from dossier.translation.drafting.guards.fault import Fault, Sentence
from dossier.translation.drafting.guards.reading import base, passage_of, words

_HALF = 0.5
_SMALL_WORDS: Mapping[str, frozenset[str]] = {
    language: frozenset(listed.split())
    for language, listed in {
        "en": "the of and to in is was for that with on by at from are were be has had not this which it as an or",
        "fr": "le la les de des du et à en est un une dans par pour sur que qui au aux ne pas ce cette il elle ont été sont avec",
        "es": "el la los las de del y en un una por para que al con es fue se su no ha han como más sobre",
        "de": "der die das und in den von zu mit ist des dem im für nicht ein eine auf als auch an werden wurde hat",
        "it": "il lo la i gli le di del della e in un una per che con è non si da al dei nel sono stato",
        "pt": "o a os as de do da dos das e em um uma por para que com não no na foi ao é se mais",
        "nl": "de het een van en in is op te dat met voor zijn aan niet door werd om ook als bij uit",
        "fa": "و در به از که را این با است آن برای بر تا هم نیز یا شد بود شده",
        "ar": "في من على أن إلى التي عن مع هذا هذه الذي كان لم لا ما بين بعد قد",
    }.items()
}


def check(sentence: Sentence) -> Iterator[Fault]:
    """Tell a copy, then words that were left standing."""
    pair = sentence.pair
    if same_language(pair.source, pair.target) or _is_translated(sentence):
        return
    one = passage_of(sentence)
    if is_copy(one):
        if not _is_one_word_of_both(sentence):
            yield Fault("the answer is the original, word for word")
    elif kept := kept_words(one):
        is_hint = len(kept) < len(sentence.reply.text) * _HALF
        yield Fault(f"words of the original are left: “{kept[:60]}”", is_hint=is_hint)


def _is_translated(sentence: Sentence) -> bool:
    """Whether the original is in the target language already."""
    source, target = script_of(sentence.pair.source), script_of(sentence.pair.target)
    if source != target:
        scripts = scripts_in(sentence.original)
        return target in scripts and source not in scripts
    given = words(sentence.original)
    own, other = (_SMALL_WORDS.get(base(tag), frozenset()) for tag in (sentence.pair.target, sentence.pair.source))
    return sum(word in own and word not in other for word in given) > sum(word in other and word not in own for word in given)


def _is_one_word_of_both(sentence: Sentence) -> bool:
    return script_of(sentence.pair.source) == script_of(sentence.pair.target) and len(words(sentence.original)) == 1
