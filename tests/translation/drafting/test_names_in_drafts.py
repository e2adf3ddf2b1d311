"""Names that an engine knows, and may not lose."""

from collections.abc import Mapping, Sequence

import pytest
from hostile import unit

from dossier.model.glossary import Glossary, GlossaryEntry, TermKind
from dossier.translation.drafting.drafts import drafts
from dossier.translation.drafting.names import names_in
from dossier.translation.engines.engine import Effort, Pair, Reply

FR = Pair("en", "fr")


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Javaid Rehman wrote to the court.", ("Javaid Rehman",)),
        ("The court heard Agnès Callamard and Evin’s judges.", ("Agnès Callamard", "Evin")),
        ("Witnesses of Tehran spoke.", ("Tehran",)),
        ("A letter of Ludwig van Berg.", ("Ludwig van Berg",)),
        ("Nobody spoke.", ()),
        ("In 1988 he was named.", ()),
    ],
)
def test_words_that_may_be_names(text: str, names: tuple[str, ...]) -> None:
    assert names_in(text, FR) == names
    assert names_in(text, Pair("en", "fa")) == ()


def drafted(text: str, says: Mapping[str, str]) -> tuple[str, tuple[str, ...]]:
    def translate(sentences: Sequence[str], _: Effort) -> Mapping[str, Reply]:
        return {one: Reply(says[one]) for one in sentences if one in says}

    (draft,) = drafts([unit(text)], translate, FR, Glossary())
    return draft.text, draft.notes


def test_a_name_that_is_lost_is_told_and_nothing_is_shown() -> None:
    says = {"The court heard Javaid Rehman.": "Le tribunal a entendu Javaid.", "Javaid Rehman": "Javaid Rehman"}
    assert drafted("The court heard Javaid Rehman.", says) == ("", ("left empty: the name “Javaid Rehman” is lost",))


def test_a_name_that_is_kept_is_kept() -> None:
    says = {"The court heard Javaid Rehman.": "Le tribunal a entendu Javaid Rehman.", "Javaid Rehman": "Javaid Rehman."}
    assert drafted("The court heard Javaid Rehman.", says) == ("Le tribunal a entendu Javaid Rehman.", ())


def test_words_that_an_engine_translates_are_no_name() -> None:
    says = {"The court heard the Human Rights Council.": "Le tribunal a entendu le Conseil.", "Human Rights Council": "Conseil"}
    assert drafted("The court heard the Human Rights Council.", says) == ("Le tribunal a entendu le Conseil.", ())


def test_a_name_that_the_glossary_has_otherwise_is_not_lost() -> None:
    """The engine leaves the English abbreviation as it is; the glossary puts the French one in its place."""
    council = GlossaryEntry(
        id="ncri",
        kind=TermKind.BODY,
        forms={"en": "National Council of Resistance", "fr": "Conseil national de la résistance"},
        abbreviations={"en": "NCRI", "fr": "CNRI"},
    )
    says = {"It quotes the NCRI.": "Il cite le NCRI.", "NCRI": "NCRI"}
    (draft,) = drafts(
        [unit("It quotes the NCRI.")],
        lambda asked, _: {one: Reply(says[one]) for one in asked if one in says},
        FR,
        Glossary(entries=(council,)),
    )
    assert draft.text == "Il cite le CNRI."
