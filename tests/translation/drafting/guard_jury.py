"""Faults of engines, seeded into what people translated, and the people's translations themselves.

The mutators share no code with the guards: they do what engines were seen to do, each to a whole translation.
"""

import re
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from random import Random

from dossier.translation.drafting.guards.fault import Sentence
from dossier.translation.engines.engine import Pair, Reply

sys.path.append(str(Path(__file__).parents[1] / "checks"))  # where the catalogs are read

from catalogs import need_those_measured as need_those_measured  # for the tests
from catalogs import running_text
from pairs import catalogs, sentences

LANGUAGES = ("fr", "fa")
AT_MOST = 60
_MARKUP = re.compile(r"[\\`*_{}\[\]<>#&|~^%$@\n=]|://|--")
_INNER_END = re.compile(r"[.!?؟]\s")
_FIGURE = re.compile(r"(?<![\w./:-])[0-9۰-۹]{2,4}(?![\w/:-])")
_OTHER_SCRIPTS = {"fr": "Комитет написал письмо министру, но не получил ответа", "fa": "委员会给部长写了一封信，但没有得到答复"}


@cache
def human(language: str) -> tuple[Sentence, ...]:
    """What people translated, without placeholders and markup: this repository's own texts and Debian's catalogs."""
    pairs = (*sentences(language), *catalogs(language), *running_text(language))
    plain = [pair for pair in pairs if not _MARKUP.search(pair.original + pair.translation)]
    return tuple(Sentence(pair.original, Reply(pair.translation), Pair("en", language)) for pair in plain)


@cache
def whole(language: str) -> tuple[Sentence, ...]:
    """Those that are one sentence of some length."""
    return tuple(one for one in human(language) if _is_whole(one))


Mutator = Callable[[Sentence, Random], Reply | None]


def seeded(mutator: Mutator, language: str) -> Iterator[Sentence]:
    """Whole sentences of some length, each with the fault that ``mutator`` made."""
    random = Random(f"{mutator.__name__} {language}")
    found = 0
    for one in random.sample(whole(language), len(whole(language))):
        reply = mutator(one, random)
        if reply is not None and reply != one.reply:
            found += 1
            yield replace(one, reply=reply)
        if found == AT_MOST:
            return


def _is_whole(one: Sentence) -> bool:
    texts = (one.original, one.reply.text)
    return all(len(text.split()) >= 6 and text.endswith(".") and not _INNER_END.search(text) for text in texts)


def words_loop(one: Sentence, random: Random) -> Reply | None:
    told = one.reply.text.rstrip(".").split()
    start, length = random.randrange(len(told) - 2), random.randint(1, 4)
    turn = told[start : start + length]
    if not any(re.search(r"[^\W\d_]{2}", word) for word in turn):
        return None
    return Reply(" ".join(told[:start] + turn * random.randint(3, 30) + told[start + length :]) + ".")


def phrase_twice(one: Sentence, random: Random) -> Reply | None:
    told = one.reply.text.rstrip(".").split()
    start = random.randrange(len(told) - 4)
    turn = told[start : start + random.randint(3, 5)]
    return Reply(" ".join(told[: start + len(turn)] + turn + told[start + len(turn) :]) + ".")


def letters_loop(one: Sentence, random: Random) -> Reply | None:
    told = one.reply.text.split()
    at = random.randrange(len(told))
    if not re.fullmatch(r"[^\W\d_]{3,}", told[at]):
        return None
    piece = told[at][-random.randint(2, 3) :]
    return Reply(" ".join([*told[:at], told[at] + piece * random.randint(6, 40), *told[at + 1 :]]))


def cut_by_the_engine(one: Sentence, random: Random) -> Reply | None:
    return Reply(one.reply.text[: random.randint(5, len(one.reply.text))], cut=True)


def cut_silently(one: Sentence, random: Random) -> Reply | None:
    told = one.reply.text.split()
    return Reply(" ".join(told[: random.randint(len(told) // 4, len(told) * 3 // 4)]))


def blown_up(one: Sentence, random: Random) -> Reply | None:
    others = [other.reply.text for other in random.sample(human(one.pair.target), 40)]
    more, text = iter(others), one.reply.text.rstrip(".")
    while len(text) < 3 * len(one.reply.text) + 60:
        text = f"{text}, {next(more).rstrip('.').lower()}"
    return Reply(f"{text}.")


def collapsed(one: Sentence, random: Random) -> Reply | None:
    return Reply(f"{one.reply.text.split()[0].rstrip('.')}.") if len(one.reply.text) > 50 else None


def copied(one: Sentence, random: Random) -> Reply | None:
    return Reply(one.original)


def copied_but_for_two_words(one: Sentence, random: Random) -> Reply | None:
    told = one.original.split()
    return Reply(" ".join([one.reply.text.split()[0], *told[1:-1], one.reply.text.split()[-1]])) if len(told) > 8 else None


def in_another_script(one: Sentence, random: Random) -> Reply | None:
    other = {"fr": "fa", "fa": "fr"}[one.pair.target]
    return Reply(random.choice(whole(other)).reply.text)


def strayed(one: Sentence, random: Random) -> Reply | None:
    told = one.reply.text.split()
    at = random.randrange(1, len(told))
    words = random.choice(re.findall(r"\w{2,}", _OTHER_SCRIPTS[one.pair.target]))
    return Reply(" ".join([*told[:at], words, *told[at:]]))


def number_changed(one: Sentence, random: Random) -> Reply | None:
    found = list(_FIGURE.finditer(one.reply.text))
    if not found:
        return None
    chosen = random.choice(found)
    digits = "0123456789" if chosen[0].isascii() else "۰۱۲۳۴۵۶۷۸۹"
    last = digits[(digits.index(chosen[0][-1]) + random.choice((3, 4, 6))) % 10]
    return Reply(one.reply.text[: chosen.end() - 1] + last + one.reply.text[chosen.end() :])


def number_lost(one: Sentence, random: Random) -> Reply | None:
    found = _FIGURE.search(one.reply.text)
    return Reply(one.reply.text.replace(found[0], "", 1)) if found else None


def number_added(one: Sentence, random: Random) -> Reply | None:
    return Reply(f"{one.reply.text.rstrip('.')} {random.randint(13, 1900)}.")


def sentence_added(one: Sentence, random: Random) -> Reply | None:
    return Reply(f"{one.reply.text} {random.choice(whole(one.pair.target)).reply.text}")


def debris(one: Sentence, random: Random) -> Reply | None:
    told = one.reply.text.split()
    at = random.randrange(len(told))
    sign = random.choice(("⁇", "<unk>", "</s>", "\ufffd", "▁", "@-@", "&apos;", "__fr__", "\x07", "@@", "<pad>"))
    return Reply(" ".join([*told[:at], sign, *told[at:]]))


def emptied(one: Sentence, random: Random) -> Reply | None:
    return Reply(random.choice(("", " ", ".", "…", "—")))


def quotation_marks_lost(one: Sentence, random: Random) -> Reply | None:
    return Reply(re.sub("[«»“”]", "", one.reply.text)) if "“" in one.original else None


FATAL: Mapping[str, tuple[Mutator, ...]] = {
    "repetition": (words_loop, phrase_twice, letters_loop),
    "cut": (cut_by_the_engine,),
    "length": (blown_up, collapsed),
    "copied": (copied, copied_but_for_two_words),
    "script": (in_another_script, strayed),
    "numbers": (number_changed, number_lost, number_added),
    "invented": (sentence_added,),
    "debris": (debris,),
    "empty": (emptied,),
}
"""Faults for which a sentence must be refused."""
TOLD: tuple[Mutator, ...] = (cut_silently, quotation_marks_lost)
"""Faults of which at least a hint must be given."""
