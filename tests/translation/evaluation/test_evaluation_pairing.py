"""Which translations are a reference for which passages, and which drafts are scored."""

from collections.abc import Mapping
from hashlib import sha256

import pytest

from dossier.model.diagnostics import DossierError
from dossier.model.translation import Progress
from dossier.translation.evaluation.given import given_translations
from dossier.translation.evaluation.pairing import chosen, given_references, own_references, standing
from dossier.translation.evaluation.values import Known, References, Wanted
from dossier.translation.exchange.tmx import Remembered, write_tmx
from dossier.translation.po import read_translations
from translation.samples import HEADER, dossier

ARGOS, OTHER = "argos en-fr 1.9 model:sha256:ab", "apertium 3.8 en-fr"


def entry(msgid: str, msgstr: str, *, fuzzy: bool = False, machine: str = "", draft: str | None = None, note: str = "") -> str:
    """A PO entry; with ``machine`` one that it drafted, as ``draft`` where a person has changed that."""
    digest = sha256((msgstr if draft is None else draft).encode()).hexdigest()
    lines = [f"# machine: {machine} draft:sha256:{digest}"] if machine else []
    lines += [f"# machine note: {note}"] if note else []
    lines += ["#, fuzzy"] if fuzzy else []
    return "\n".join([*lines, f'msgid "{msgid}"', f'msgstr "{msgstr}"', ""])


def known(bodies: Mapping[str, str], *entries: str, language: str = "fr") -> Known:
    """A dossier of some parts, all of whose locale files have the same entries."""
    catalog, _ = read_translations("\n".join([HEADER, *entries]).encode(), "fr.po", language)
    return Known(dossier(bodies), dict.fromkeys(bodies, catalog))


def found(one: Known, data: bytes, path: str = "reference.po", wanted: Wanted | None = None) -> References:
    given = given_translations(data, path, "fr", ("en",))
    return chosen(given_references([one], "fr", given), wanted or Wanted())


def texts(references: References) -> dict[str, str]:
    return {one.unit.msgid: one.translation.text for one in references.taken}


OWN = known(
    {"sample": "Written.\n\nCorrected.\n\nApproved.\n\nUnfinished.\n\nDraft.\n\nStale.\n\nMissing."},
    entry("Written.", "Écrit."),
    entry("Corrected.", "Corrigé.", machine=ARGOS, draft="Corrige."),
    entry("Approved.", "Approuvé.", machine=ARGOS),
    entry("Unfinished.", "Inachevé.", fuzzy=True),
    entry("Draft.", "Ébauche.", fuzzy=True, machine=ARGOS),
    '#, fuzzy\n#| msgid "Stale then."\nmsgid "Stale."\nmsgstr "Périmé."\n',
    entry("Missing.", ""),
)


def test_only_what_a_person_wrote_or_corrected_is_a_reference() -> None:
    references = chosen(own_references([OWN], "fr"), Wanted())
    assert texts(references) == {"Written.": "Écrit.", "Corrected.": "Corrigé."}
    assert references.progress == {Progress.TRANSLATED: 1, Progress.POST_EDITED: 1}
    assert references.left_out == {Progress.APPROVED: 1, Progress.UNFINISHED: 1, Progress.DRAFT: 1, Progress.STALE: 1}


def test_fuzzy_and_approved_ones_are_taken_on_request_and_drafts_never() -> None:
    references = chosen(own_references([OWN], "fr"), Wanted(fuzzy=True, approved=True))
    assert set(texts(references)) == {"Written.", "Corrected.", "Approved.", "Unfinished."}
    assert references.left_out == {Progress.DRAFT: 1, Progress.STALE: 1}


def test_a_passage_counts_once_wherever_it_stands() -> None:
    twice = known({"one": "Same.\n\nSame.", "two": "Same."}, entry("Same.", "Pareil."))
    references = chosen(own_references([twice], "fr"), Wanted())
    assert [(one.document.id, one.unit.msgid) for one in references.taken] == [("one", "Same.")]


def test_references_of_another_file_are_found_by_their_text() -> None:
    one = known({"sample": "A.\n\nB.\n\nC."}, entry("A.", "a"))
    data = "\n".join([HEADER, entry("B.", "b"), entry("X.", "x"), entry("C.", "c", fuzzy=True)]).encode()
    references = found(one, data)
    assert texts(references) == {"B.": "b"}
    reference = references.taken[0]
    assert (str(reference.translation.place), str(reference.place)) == ("reference.po:6:1", "content/demo/sample.md:6:1")
    assert texts(found(one, data, wanted=Wanted(fuzzy=True))) == {"B.": "b", "C.": "c"}


def test_the_place_of_a_passage_is_its_entry() -> None:
    one = known({"sample": "A."}, entry("A.", "a"))
    assert str(found(one, f"{HEADER}\n{entry('A.', 'b')}".encode()).taken[0].place) == "fr.po:7:1"


def test_drafts_in_another_file_are_no_reference() -> None:
    one = known({"sample": "A.\n\nB."})
    data = "\n".join([HEADER, entry("A.", "a", machine=ARGOS), entry("B.", "b", machine=ARGOS, draft="c")]).encode()
    references = found(one, data)
    assert texts(references) == {"B.": "b"}
    assert references.left_out == {Progress.APPROVED: 1}


def test_contexts_tell_equal_texts_apart() -> None:
    one = known({"sample": "# May {context=month}\n\nMay\n"})
    data = f'{HEADER}\nmsgctxt "month"\nmsgid "May"\nmsgstr "Mai"\n\nmsgid "May"\nmsgstr "Il se peut"\n'.encode()
    assert [(each.unit.context, each.translation.text) for each in found(one, data).taken] == [
        ("month", "Mai"),
        (None, "Il se peut"),
    ]


def test_a_memory_is_a_reference() -> None:
    one = known({"sample": "A.\n\nB.\n\nC."})
    units = [
        Remembered("", "en", "A.", "a", "fr"),
        Remembered("demo/sample", "en", "B.", "b", "fr", "reviewed"),
        Remembered("demo/sample", "en", "C.", "c", "fr", "draft"),
    ]
    assert texts(found(one, write_tmx(units, "en"), "memory.tmx")) == {"A.": "a", "B.": "b"}


def test_a_file_in_another_language_is_refused_or_one_of_many_passed_over() -> None:
    data = HEADER.replace("Language: fr", "Language: fa").encode()
    with pytest.raises(DossierError) as raised:
        list(given_translations(data, "fa.po", "fr", ("en",)))
    assert [one.code.id for one in raised.value.diagnostics] == ["T049"]
    assert list(given_translations(data, "fa.po", "fr", ("en",), passing_over=True)) == []


def test_what_has_no_words_is_no_reference() -> None:
    one = known({"sample": "![](a.png)\n\nA."}, entry("![](a.png)", "![](a.png)"), entry("A.", "a"))
    assert texts(chosen(own_references([one], "fr"), Wanted())) == {"A.": "a"}


STANDING = known(
    {"sample": "A.\n\nB.\n\nC.\n\nD.\n\nE."},
    entry("A.", "a", fuzzy=True, machine=ARGOS),
    entry("B.", "b", fuzzy=True, machine=OTHER),
    entry("C.", "corrected", fuzzy=True, machine=ARGOS, draft="c"),
    entry("D.", "", note="left empty: “1988” is lost"),
    entry("E.", "", note="left empty: “1988” is lost"),
)
REFERENCE = "\n".join([HEADER, *(entry(f"{letter}.", f"ref {letter}") for letter in "ABCD")]).encode()


def test_drafts_that_stand_are_told_apart_by_their_machine() -> None:
    machines = standing(found(STANDING, REFERENCE).taken, [STANDING], "fr")
    # What a person began to correct is no machine's; what was left empty may be either's.
    assert {one.name: one.drafts for one in machines} == {ARGOS: ("a", None, None, None), OTHER: (None, "b", None, None)}


def test_what_was_left_empty_is_the_only_machines() -> None:
    one = known(
        {"sample": "A.\n\nB.\n\nC."},
        entry("A.", "a", fuzzy=True, machine=ARGOS),
        entry("B.", "", note="left empty: words are repeated"),
        entry("C.", ""),
    )
    machines = standing(found(one, REFERENCE).taken, [one], "fr")
    assert [(each.name, each.drafts) for each in machines] == [(ARGOS, ("a", "", None))]
