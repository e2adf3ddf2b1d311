"""Whose words stand, case by case."""

from hashlib import sha256

import pytest

from dossier.model.place import Place
from dossier.model.translation import Origin, State, Translation
from dossier.translation.exchange.deciding import Way, decide
from dossier.translation.exchange.languages import matching_language
from dossier.translation.exchange.values import Base, Incoming

OURS, THEIRS, OLD = "ours", "theirs", "old"
REVIEWED, DRAFT, UNFINISHED, STALE, MISSING = State.REVIEWED, State.DRAFT, State.UNFINISHED, State.STALE, State.MISSING


def ours(text: str, state: State, *, by_machine: bool = False) -> Translation:
    origin = Origin("argos", sha256(text.encode()).hexdigest()) if by_machine else None
    return Translation(text, state, Place("fa.po", 7, 1), origin)


def theirs(text: str, state: State, base: tuple[str, State] | None = None) -> Incoming:
    return Incoming("source", text, state, Place("back.po", 3, 1), base=Base.of(*base) if base else None)


@pytest.mark.parametrize(
    ("here", "there", "way"),
    [
        (None, theirs(THEIRS, UNFINISHED), Way.TAKEN),
        (ours("", MISSING), theirs(THEIRS, REVIEWED), Way.TAKEN),
        (ours(OURS, REVIEWED), theirs("", MISSING, (OURS, REVIEWED)), Way.EMPTY),
        # Many tools put the original where nothing is translated; where somebody says it is right, it is.
        (None, theirs("source", UNFINISHED), Way.EMPTY),
        (None, theirs("source", REVIEWED), Way.TAKEN),
        (ours(OURS, REVIEWED), theirs(f"\n  {OURS}\n", UNFINISHED), Way.EQUAL),
        (ours(OURS, DRAFT), theirs(OURS, REVIEWED, (OURS, DRAFT)), Way.APPROVED),
        (ours(OURS, STALE), theirs(OURS, REVIEWED), Way.APPROVED),
        # It went out reviewed; here somebody took that back since.
        (ours(OURS, UNFINISHED), theirs(OURS, REVIEWED, (OURS, REVIEWED)), Way.UNTOUCHED),
        # Nobody changed it here since the export.
        (ours(OURS, REVIEWED), theirs(THEIRS, REVIEWED, (OURS, REVIEWED)), Way.TAKEN),
        (ours(OURS, UNFINISHED), theirs(THEIRS, UNFINISHED, (OURS, UNFINISHED)), Way.TAKEN),
        (ours(OURS, STALE), theirs(THEIRS, REVIEWED, (OURS, STALE)), Way.TAKEN),
        # ... but what is not reviewed never takes the place of what is.
        (ours(OURS, REVIEWED), theirs(THEIRS, UNFINISHED, (OURS, REVIEWED)), Way.CONFLICT),
        # Nobody changed it there.
        (ours(OURS, UNFINISHED), theirs(OLD, UNFINISHED, (OLD, DRAFT)), Way.UNTOUCHED),
        (ours(OURS, REVIEWED), theirs(OLD, UNFINISHED, (OLD, REVIEWED)), Way.UNTOUCHED),
        # Both changed it.
        (ours(OURS, REVIEWED), theirs(THEIRS, REVIEWED, (OLD, REVIEWED)), Way.CONFLICT),
        (ours(OURS, UNFINISHED), theirs(THEIRS, REVIEWED, (OLD, UNFINISHED)), Way.CONFLICT),
        # Reviewed here since it went out, in the same words.
        (ours(OURS, REVIEWED), theirs(THEIRS, REVIEWED, (OURS, DRAFT)), Way.CONFLICT),
        # A machine's words are nobody's.
        (ours(OURS, DRAFT, by_machine=True), theirs(THEIRS, REVIEWED, (OLD, DRAFT)), Way.TAKEN),
        (ours(OURS, DRAFT, by_machine=True), theirs(THEIRS, UNFINISHED), Way.TAKEN),
        (ours(OURS, DRAFT, by_machine=True), theirs(THEIRS, DRAFT), Way.CONFLICT),
        # Another tool's file, which knows nothing of an export.
        (ours(OURS, UNFINISHED), theirs(THEIRS, REVIEWED), Way.TAKEN),
        (ours(OURS, STALE), theirs(THEIRS, REVIEWED), Way.TAKEN),
        (ours(OURS, UNFINISHED), theirs(THEIRS, UNFINISHED), Way.CONFLICT),
        (ours(OURS, REVIEWED), theirs(THEIRS, REVIEWED), Way.CONFLICT),
    ],
)
def test_whose_words_stand(here: Translation | None, there: Incoming, way: Way) -> None:
    assert decide(here, there) is way


@pytest.mark.parametrize(
    ("tag", "known", "meant"),
    [
        ("fr", ("fr", "fa"), "fr"),
        ("fr-FR", ("fr", "fa"), "fr"),
        ("fr_FR.UTF-8", ("fr", "fa"), "fr"),
        ("FR", ("fr-CA",), "fr-CA"),
        ("fr-FR", ("fr-CA",), ""),
        ("fr", ("fr-CA", "fr-CH"), ""),
        ("fr-CH", ("fr", "fr-CH"), "fr-CH"),
        ("zh-Hant", ("zh-Hans",), ""),
        ("zh-Hans-CN", ("zh-Hans",), "zh-Hans"),
        ("de", ("fr", "fa"), ""),
        ("", ("fr",), ""),
    ],
)
def test_a_region_may_be_missing_on_either_side(tag: str, known: tuple[str, ...], meant: str) -> None:
    assert matching_language(tag, known) == meant
