"""What counts as the same words, what editors may do to them, and what must be said of it."""

import time

import pytest

from dossier.attribution.quotations.folding import fold
from dossier.attribution.quotations.matching import Match, MatchKind, compare
from dossier.attribution.quotations.reasons import Reason

ENGLISH = """The Harbour Commission sat for nine days. It found that the quays “may amount to crimes against
humanity”, as one wit-
ness put it; the well-
known pilot did not agree. The mayor resigned, and 12,000 tons stayed — nobody knew why.

A second report was never printed. The clerk can't read it… or so he said. He had a re-sign form of 3.5 pages.
"""
PERSIAN = "کمیسیون گزارش را نمی‌پذیرد. کتاب خانه‌های شهر باز می شود و ما در خانه بودیم."
FRENCH = "Le jury a dit : « Le port n’est pas fermé », puis il s’est levé. Il y a 12 000 lettres aujourd’hui."


def _compare(quoted: str, text: str = ENGLISH, language: str = "en") -> Match:
    return compare(quoted, fold(text), language=language)


@pytest.mark.parametrize(
    "quoted",
    [
        "witness put it",
        "well-known pilot",
        "one witness put it; the well-known pilot",
        "‘may amount to crimes against humanity’, as",
        "stayed – nobody knew",
        "stayed - nobody knew",
        "read it... or so",
        "read it … or so",
        "nobody knew why,",
        "The clerk can’t read it.",
        "knew why.\n\nA second report",
        "The Harbour Commission […] for nine days",
        "[t]he Harbour Commission",
        "sat [in the old house] for nine days",
        "sat [sic] for nine [sic!] days",
        "… for nine days […]",
        "[The] mayor resigned",
        "the mayor […] the mayor resigned",
    ],
)
def test_faithful_words_are_found(quoted: str) -> None:
    text = ENGLISH.replace("The mayor", "If the mayor saw the mayor of the town, the mayor") if "mayor" in quoted else ENGLISH
    assert _compare(quoted, text).kind is MatchKind.FOUND


@pytest.mark.parametrize(
    ("quoted", "text"),
    [
        ("نمی پذیرد", PERSIAN),
        ("نمی\u200cپذیرد", PERSIAN),
        ("نميپذيرد", PERSIAN),
        ("باز می\u200cشود", PERSIAN),
        ("“Le port n'est pas fermé”, puis", FRENCH),
        ("Le jury a dit: «Le port", FRENCH),
        ("12 000 lettres", FRENCH),
    ],
)
def test_other_scripts_and_habits_are_found(quoted: str, text: str) -> None:
    assert _compare(quoted, text, "und").kind is MatchKind.FOUND


@pytest.mark.parametrize(
    ("quoted", "text"),
    [
        ("may", "The mayor spoke."),
        ("may", "The may-\nor spoke."),
        ("or spoke", "The mayor spoke."),
        ("The may or spoke", "The mayor spoke."),
        ("The mayor spoke", "The may or spoke."),
        ("The clerk can", ENGLISH),
        ("resign form", ENGLISH),
        ("re-signed", ENGLISH),
        ("and 12", ENGLISH),
        ("5 pages", ENGLISH),
        ("12", FRENCH),
        ("000 lettres", FRENCH),
        ("aujourd", FRENCH),
        ("ferme », puis", FRENCH),
        ("the Harbour Commission", ENGLISH),
        ("مادر خانه", PERSIAN),
        ("می شود و مادر", PERSIAN),
        ("پذیرد", PERSIAN),
        ("witness put; the", ENGLISH),
        ("printed […] sat", ENGLISH),
        ("", ENGLISH),
        ("[…]", ENGLISH),
        ("sat [eight] it", ENGLISH),
    ],
)
def test_other_words_are_missing(quoted: str, text: str) -> None:
    match = _compare(quoted, text, "und")
    assert (match.kind, match.changes, match.offset) == (MatchKind.MISSING, (), -1)


@pytest.mark.parametrize(
    ("quoted", "reason"),
    [
        ("nobody knew why. […] report was never", Reason.OMITS_PARAGRAPH),
        ("the well-known pilot […] agree", Reason.OMITS_NEGATION),
        ("sat for […] days", Reason.OMITS_NUMBER),
        ("Commission [never] sat for", Reason.INSERTS_NEGATION),
        ("Commission [hardly] sat for", Reason.INSERTS_RESTRICTION),
        ("sat for [at most 3] nine days", Reason.INSERTS_NUMBER),
        ("as one witness [Brown] put it", Reason.INSERTS_NAME),
        ("Harbour Commission [stood] for nine days", Reason.REPLACES_WORDS),
        ("Harbour Commission [sit]s for nine", Reason.REPLACES_WORDS),
        ("[h]e found that the quays", Reason.REPLACES_WORDS),
        ("the mayor […] The Harbour Commission", Reason.REORDERS),
        ("nobody knew why. A second report", Reason.JOINS_PARAGRAPHS),
        ("sign form of 3.5 pages", Reason.CUTS_COMPOUND),
    ],
)
def test_what_may_turn_the_sense_is_told(quoted: str, reason: Reason) -> None:
    text = ENGLISH.replace("The mayor", "Then the mayor") if "mayor" in quoted else ENGLISH
    match = _compare(quoted, text)
    assert match.kind is MatchKind.CHANGED
    assert reason in match.changes


def test_a_persian_word_in_brackets_may_be_a_name() -> None:
    assert _compare("کمیسیون [پرویز] گزارش را", PERSIAN, "fa").changes == (Reason.INSERTS_WORD,)
    assert _compare("کمیسیون [این] گزارش را", PERSIAN, "fa").kind is MatchKind.FOUND


def test_lists_of_words_follow_the_language() -> None:
    text = "They said pas and sat down."
    assert _compare("They said […] and sat", text, "en-GB").kind is MatchKind.FOUND
    assert _compare("They said […] and sat", text, "fr").changes == (Reason.OMITS_NEGATION,)
    assert _compare("They said […] and sat", text, "und").changes == (Reason.OMITS_NEGATION,)


def test_the_tightest_place_counts() -> None:
    text = "The boat did not leave. The harbour and the boat were quiet, and the harbour slept."
    match = _compare("the boat […] the harbour", text)
    assert (match.kind, match.offset) == (MatchKind.FOUND, text.index("the boat were"))


def test_a_paragraph_that_has_all_fragments_counts_before_one_that_ends() -> None:
    text = "Stones came by ship.\n\nTimber came.\n\nStones came late and timber came by cart."
    match = _compare("Stones came […] timber came", text.replace("Timber", "timber"))
    assert (match.kind, match.offset) == (MatchKind.FOUND, text.index("Stones came late"))


def test_marks_of_the_source_itself_are_its_words() -> None:
    text = "He wrote: “I [not he] saw teh [sic] boat […] and left.”"
    assert _compare("I [not he] saw teh [sic] boat […] and left.", text).kind is MatchKind.FOUND
    assert _compare("I [not he] saw […] and left", text).kind is MatchKind.FOUND


def test_the_nearest_passage_is_shown_as_a_word_diff() -> None:
    match = _compare("may amount to a crime against humanity")
    assert match.nearest is not None
    assert match.nearest.difference == "may amount to [-a crime-]{+crimes+} against humanity"
    assert match.nearest.passage == "may amount to crimes against humanity"
    assert match.nearest.offset == ENGLISH.index("may amount")


def test_the_nearest_passage_is_that_of_the_fragment_that_is_wrong() -> None:
    match = _compare("The Harbour Commission […] well-known captain did not agree")
    assert match.nearest is not None
    assert match.nearest.difference == "well-known [-captain-]{+pilot+} did not agree"


def test_nothing_near_is_nothing() -> None:
    assert _compare("Qzxv wkjy fghp").nearest is None


@pytest.mark.parametrize(
    ("quoted", "source"),
    [
        ("the […] harbour " * 10_000, "the harbour sat. " * 60_000),
        ("a […] " * 40, "a " * 500_000),
        ("a [b] " * 40, "a " * 500_000),
        ("x" * 1_000_000, "x" * 999_999),
        ("[" * 1_000_000, "[ " * 500_000),
        ("[a]" * 300_000, "a " * 500_000),
        (". " * 500_000, "." * 1_000_000),
        ("'" * 1_000_000 + "a", "' " * 500_000),
        ("e" + "\u0301\u0323" * 300_000, "e" + "\u0323\u0301" * 300_000),
        ("a-\n" * 300_000, "a-" * 300_000),
    ],
    ids=["marks", "few marks", "brackets", "letters", "open", "closed", "dots", "quotes", "accents", "hyphens"],
)
def test_hostile_quotations_end(quoted: str, source: str) -> None:
    start = time.process_time()
    compare(quoted, fold(source))
    # About a second each; the machine may be slow.
    assert time.process_time() - start < 8


@pytest.mark.parametrize(
    ("quoted", "source", "language"),
    [
        ("these acts […] amount to crimes", "these acts may amount to crimes", "en"),
        ("the officers […] be guilty", "the officers would be guilty", "en"),
        ("it […] mention torture", "it fails to mention torture", "en"),
        ("They were […] killed", "They were not freed but killed", "en"),
        ("they were killed […] in prison", "they were killed, he denied, in prison", "en"),
        ("Ces actes […] constituer un crime", "Ces actes pourraient constituer un crime", "fr"),
        ("این اعمال […] جنایت باشد", "این اعمال ممکن است جنایت باشد", "fa"),
    ],
)
def test_a_doubt_that_is_left_out_is_told(quoted: str, source: str, language: str) -> None:
    assert _compare(quoted, source, language).kind is MatchKind.CHANGED
