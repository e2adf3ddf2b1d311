"""Citations are data: carried over where only they change, and told where a translation changes them."""

import pytest
from samples import beside

from dossier.content.markdown import parse_blocks, parse_inline
from dossier.translation.atoms import atoms, fixed_parts, skeleton, transplanted
from dossier.translation.checks.fidelity.citations import check

_, ENVIRONMENT = parse_blocks("", with_citations=True)


@pytest.mark.parametrize(
    ("old", "new", "translation", "expected"),
    [
        ("Said.[@a, para. 3]", "Said.[@a, para. 4]", "Dit[@a, para. 3].", "Dit[@a, para. 4]."),
        ("Said.[@a]", "Said.[@b]", "Dit[@a].", "Dit[@b]."),
        ("Said.[see @a; @b, p. 2]", "Said.[see @a, p. 1; @b, p. 2]", "Dit[voir @a; @b, p. 2].", "Dit[voir @a, p. 1; @b, p. 2]."),
        ("One[@a] two.[@b]", "One[@c] two.[@b]", "Deux[@b] un.[@a]", "Deux[@b] un.[@c]"),
    ],
)
def test_a_changed_citation_is_carried_into_translations(old: str, new: str, translation: str, expected: str) -> None:
    assert transplanted(old, new, translation, ENVIRONMENT) == expected


def test_words_around_a_citation_are_no_data() -> None:
    assert skeleton("[see @a]") != skeleton("[compare @a]")
    assert transplanted("Said.[see @a]", "Said.[compare @a]", "Dit[voir @a].", ENVIRONMENT) is None


def test_an_added_citation_is_not_guessed() -> None:
    assert transplanted("Said.", "Said.[@a]", "Dit.", ENVIRONMENT) is None


def test_atoms_are_the_cites_themselves() -> None:
    assert atoms("Said.[see @a, para. 3; -@b]") == ("@a, para. 3", "-@b")


def test_fixed_parts_tell_sources_and_locators() -> None:
    parts = fixed_parts(parse_inline("Said.[see @a, ¶ 3; -@b] [@c, as quoted in @d, p. 1]", ENVIRONMENT))
    assert set(parts["citation"]) == {"@a, paragraph 3", "-@b", "@c", "as quoted in @d, page 1"}


@pytest.mark.parametrize(
    ("original", "translation", "faults"),
    [
        ("Said.[@a, para. 3]", "Dit[@a, para. 3].", 0),
        ("Said.[see @a, para. 3]", "Dit[voir @a, paragraph 3].", 0),
        ("Said.[@a] And.[@b]", "Et[@b]. Dit[@a].", 0),
        ("Said.[@a, para. 3]", "Dit[@a, para. 4].", 1),
        ("Said.[@a]", "Dit.", 1),
        ("Said.", "Dit[@a].", 1),
        ("Said.[-@a]", "Dit[@a].", 1),
        ("Said.[@a, p. 3: «چنین»]", "Dit[@a, p. 3: «چنین»].", 0),
        ("Said.[@a, p. 3: «چنین»]", "Dit[@a, p. 3: «هر چیز دیگر»].", 1),
        ("Said.[@a, p. 3: «چنین»]", "Dit[@a, p. 3].", 1),
    ],
)
def test_a_translation_cites_what_its_original_cites(original: str, translation: str, faults: int) -> None:
    found = list(check(beside(original, translation)))
    assert len(found) == faults
    assert all(finding.code == "T009" for finding in found)
