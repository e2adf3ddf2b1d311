"""What is offered where a text is new: the nearest old one of the project, whole paragraphs for parts, parts for the whole."""

import pytest
from samples import document, po, texts

from dossier.model.translation import State
from dossier.translation.cut import cut
from dossier.translation.memory import Memory, remember
from dossier.translation.merge import MergeResult, merge
from dossier.translation.po import Entry, PoFile, read_po, write_po
from dossier.translation.standing import was_reviewed

ONE = "The committee met in the town hall on the eve of the anniversary."
TWO = "Its members listened to the families of those who had been imprisoned there."
THREE = "Nobody from the ministry attended, although three invitations had been sent."

NOTHING = Memory()


def merged(
    text: str, file: PoFile, elsewhere: Memory = NOTHING, accepted: frozenset[tuple[str, str]] = frozenset()
) -> MergeResult:
    source = document(text)
    return merge(cut(source), file, elsewhere, source.environment, accepted=accepted)


def again(result: MergeResult) -> PoFile:
    return read_po(write_po(result.file), "fr.po")


def entry(file: PoFile, msgid: str) -> Entry:
    return next(entry for entry in file.active if entry.msgid == msgid)


def reviewed(*pairs: tuple[str, str]) -> PoFile:
    return po(*(f'msgid "{msgid}"\nmsgstr "{text}"' for msgid, text in pairs))


def test_each_half_of_a_split_paragraph_is_offered_the_whole_translation() -> None:
    file = again(merged(f"{ONE} {TWO}\n\n{THREE}\n", reviewed((f"{ONE} {TWO}", "Un. Deux."), (THREE, "Trois."))))
    file = again(merged(f"{ONE}\n\n{TWO}\n\n{THREE}\n", file))
    for half in (ONE, TWO):
        offered = entry(file, half)
        assert (offered.text, offered.state, offered.previous) == ("Un. Deux.", State.STALE, f"{ONE} {TWO}")


def test_a_joined_paragraph_is_offered_both_translations_in_order() -> None:
    file = merged(f"{TWO} {ONE}\n", reviewed((ONE, "Un."), (TWO, "Deux."), (THREE, "Trois."))).file
    joined = entry(file, f"{TWO} {ONE}")
    assert (joined.text, joined.state, joined.previous) == ("Deux. Un.", State.STALE, f"{TWO} {ONE}")
    assert {old.text for old in file.obsolete} == {"Un.", "Deux.", "Trois."}


def test_a_joined_paragraph_may_have_changed_a_little() -> None:
    file = merged(f"{ONE.replace('met', 'meets')} {TWO}\n", reviewed((ONE, "Un."), (TWO, "Deux."))).file
    assert next(file.active).text == "Un. Deux."


def test_a_longer_version_of_one_paragraph_is_not_taken_for_two() -> None:
    file = merged(f"{ONE} {TWO} Much more.\n", reviewed((f"{ONE} {TWO}", "Un. Deux."), (TWO, "Deux."))).file
    assert next(file.active).text == "Un. Deux."


@pytest.mark.parametrize("new", [f"{ONE} {THREE}", f"{THREE} {ONE}"])
def test_a_paragraph_with_a_sentence_more_is_offered_the_old_one(new: str) -> None:
    assert next(merged(f"{new}\n", reviewed((ONE, "Un."))).file.active).text == "Un."


def test_sentences_in_another_order_are_the_same_paragraph() -> None:
    file = merged(f"{THREE} {ONE} {TWO}\n", reviewed((f"{ONE} {TWO} {THREE}", "Un. Deux. Trois."))).file
    assert next(file.active).text == "Un. Deux. Trois."


def test_a_short_text_is_not_looked_for_inside_long_ones() -> None:
    assert next(merged("Town hall\n", reviewed((ONE, "Un."))).file.active).text == ""


def test_the_right_one_of_two_that_differ_in_a_number_is_offered() -> None:
    file = reviewed(("In 1988 the court heard 30 cases.", "trente"), ("In 1988 the court heard 40 cases.", "quarante"))
    file = merged("In 1988 the court heard 30 such cases.\n\nIn 1988 the court heard 40 cases.\n", file).file
    assert entry(file, "In 1988 the court heard 30 such cases.").text == "trente"


def test_a_text_that_moved_to_another_document_and_changed_is_found() -> None:
    other = reviewed((ONE, "Un."))
    file = merged(f"{ONE.replace('eve', 'morning')}\n", po(), remember([(other, frozenset())])).file
    assert (next(file.active).text, next(file.active).state) == ("Un.", State.STALE)


def test_what_is_gone_is_preferred_to_what_still_stands_elsewhere() -> None:
    gone, standing = reviewed((ONE.replace("eve", "day"), "parti")), reviewed((ONE.replace("eve", "night"), "debout"))
    wanted = frozenset(entry.key for entry in standing.active)
    file = merged(f"{ONE}\n", po(), remember([(standing, wanted), (gone, frozenset())])).file
    assert next(file.active).text == "parti"


def test_stale_words_of_another_document_do_not_come_before_this_ones_own() -> None:
    new = ONE.replace("eve", "evening")
    other = again(merged(f"{new}\n", reviewed((ONE.replace("town", "city"), "autre"))))
    file = merged(f"{new}\n", reviewed((ONE, "ici")), remember([(other, frozenset({(None, new)}))])).file
    assert next(file.active).text == "ici"


def test_a_text_that_changes_step_by_step_keeps_its_translation() -> None:
    file, text = reviewed((ONE, "Un.")), ONE
    for old, new in (("committee", "council"), ("town hall", "old school"), ("anniversary", "elections"), ("The", "This")):
        text = text.replace(old, new)
        file = again(merged(f"{text}\n", file))
    assert (next(file.active).text, next(file.active).previous) == ("Un.", ONE)


def test_an_entry_nobody_translated_is_looked_up_again() -> None:
    file = merged(f"{ONE}\n", po(f'# mine\nmsgid "{ONE}"\nmsgstr ""'), remember([(reviewed((ONE, "Un.")), frozenset())])).file
    assert next(file.active).text == "Un."
    assert next(file.active).comments == ("mine",)


def test_a_draft_taken_over_unchanged_stays_one_when_only_an_address_changes() -> None:
    from hashlib import sha256

    before, after = "Voir [cela](http://a.org).", "Voir [cela](http://b.org)."
    digest = sha256(before.encode()).hexdigest()
    file = po(f'# machine: argos draft:sha256:{digest}\nmsgid "See [it](http://a.org)."\nmsgstr "{before}"')
    kept = next(merged("See [it](http://b.org).\n", file).file.active)
    assert kept.text == after
    assert kept.origin
    assert kept.origin.draft_digest == sha256(after.encode()).hexdigest()


# -- a change that goes back, or that somebody accepts


def stale(machine: str = "") -> PoFile:
    file = po(f'{machine}msgid "{ONE}"\nmsgstr "Un."')
    return again(merged(f"{ONE.replace('eve', 'evening')}\n", file))


def test_a_change_that_goes_back_costs_nobody_a_second_reading() -> None:
    back = again(merged(f"{ONE}\n", stale()))
    assert (entry(back, ONE).state, entry(back, ONE).text, entry(back, ONE).comments) == (State.REVIEWED, "Un.", ())


def test_a_draft_is_a_draft_again() -> None:
    back = again(merged(f"{ONE}\n", stale("# machine: argos\n#, fuzzy\n")))
    assert (entry(back, ONE).state, entry(back, ONE).previous) == (State.DRAFT, None)


def test_a_translation_that_was_begun_anew_is_not_reviewed_when_the_change_goes_back() -> None:
    file = stale()
    next(file.active).text = "Un, à moitié."
    back = again(merged(f"{ONE}\n", file))
    assert (entry(back, ONE).state, entry(back, ONE).text) == (State.UNFINISHED, "Un, à moitié.")


@pytest.mark.parametrize(
    ("machine", "state"), [("", State.REVIEWED), ("# machine: argos\n#, fuzzy\n", State.DRAFT), ("#, fuzzy\n", State.UNFINISHED)]
)
def test_an_accepted_change_makes_translations_what_they_were(machine: str, state: State) -> None:
    new = ONE.replace("eve", "evening")
    file = merged(f"{new}\n", stale(machine), accepted=frozenset({(ONE, new)})).file
    found = entry(file, new)
    assert (found.state, found.text, found.previous, was_reviewed(found)) == (state, "Un.", None, False)
    assert "changed:" not in write_po(file).decode()


def test_the_note_of_what_it_was_goes_when_a_person_reviews() -> None:
    file = stale()
    found = next(file.active)
    assert was_reviewed(found)
    found.unit.prev_msgid = []
    found.unit.markfuzzy(False)
    assert (
        "was reviewed" not in write_po(merged(f"{ONE.replace('eve', 'evening')}\n", again(MergeResult(file, {}))).file).decode()
    )


def test_translators_see_what_changed_and_where_it_is_read() -> None:
    from dossier.translation.comments import Surroundings

    source = document("# Head\n\nAt least 5,000 people were killed.\n")
    told = Surroundings("Summary", "build/demo/fr/demo.html", {0: "x", "": "sample", 1: "sample--head"})
    file = reviewed(("At least 3,000 people were killed.", "Au moins 3 000."))
    text = write_po(merge(cut(source), file, Memory(), source.environment, told).file).decode()
    assert "#. heading · Summary\n#. read it at build/demo/fr/demo.html#sample--head\n" in text
    assert "#. changed: At least [-3,000-]{+5,000+} people were killed.\n" in text
    assert "#. read it at build/demo/fr/demo.html#sample\n" in text


def test_equal_texts_with_contexts_are_two_entries_and_the_old_translation_is_offered_to_both() -> None:
    file = merged("{context=month}\nMay\n\n[May]{context=verb}\n", reviewed(("May", "mai"))).file
    assert [(one.context, one.text, one.state) for one in file.active] == [
        ("month", "mai", State.STALE),
        ("verb", "mai", State.STALE),
    ]
    assert texts(merged("{context=month}\nMay\n", again(MergeResult(file, {}))).file) == {"May": "mai"}
