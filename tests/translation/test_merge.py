"""Merging: everything a translator wrote stays, and stale text is never taken for current."""

import pytest
from samples import document, po, texts

from dossier.model.translation import State
from dossier.translation.cut import cut
from dossier.translation.memory import Memory, remember
from dossier.translation.merge import MergeResult, merge
from dossier.translation.po import Entry, PoFile, read_po, write_po

NOTHING = Memory(())


def merged(text: str, file: PoFile, elsewhere: Memory = NOTHING) -> MergeResult:
    source = document(text)
    return merge(cut(source), file, elsewhere, source.environment)


def entry(result: MergeResult, msgid: str) -> Entry:
    return next(entry for entry in result.file.active if entry.msgid == msgid)


def test_new_passages_are_added_in_reading_order() -> None:
    result = merged("# One\n\nTwo\n\nThree\n", po('msgid "Two"\nmsgstr "Deux"'))
    assert texts(result.file) == {"One": "", "Two": "Deux", "Three": ""}
    assert list(texts(result.file)) == ["One", "Two", "Three"]


def test_references_and_kinds_are_written() -> None:
    text = write_po(merged("# Twice\n\nTwice\n", po()).file).decode()
    assert "#. heading, paragraph\n#: content/demo/sample.md:4 content/demo/sample.md:6\n" in text


def test_a_changed_passage_becomes_fuzzy_with_the_old_text() -> None:
    result = merged(
        "At least 5,000 people were killed.\n", po('msgid "At least 3,000 people were killed."\nmsgstr "Au moins 3 000."')
    )
    changed = entry(result, "At least 5,000 people were killed.")
    assert (changed.state, changed.previous, changed.text) == (
        State.STALE,
        "At least 3,000 people were killed.",
        "Au moins 3 000.",
    )
    assert not list(result.file.obsolete)


def test_a_second_change_keeps_the_text_the_translation_was_made_for() -> None:
    first = merged("Number two of the words here.\n", po('msgid "Number one of the words here."\nmsgstr "Un"'))
    second = merged("Number three of the words here.\n", read_po(write_po(first.file), "fr.po"))
    assert entry(second, "Number three of the words here.").previous == "Number one of the words here."


def test_a_removed_passage_becomes_obsolete_and_comes_back() -> None:
    gone = merged("Other words altogether.\n", po('# note\nmsgid "A passage"\nmsgstr "Un passage"'))
    assert [(old.msgid, old.text) for old in gone.file.obsolete] == [("A passage", "Un passage")]
    back = merged("A passage\n", read_po(write_po(gone.file), "fr.po"))
    assert entry(back, "A passage").state is State.REVIEWED
    assert entry(back, "A passage").text == "Un passage"
    assert "# note" in write_po(back.file).decode()


def test_an_untranslated_passage_that_goes_leaves_nothing() -> None:
    result = merged("Other words altogether.\n", po('msgid "A passage"\nmsgstr ""'))
    assert not list(result.file.obsolete)


def test_a_passage_that_moves_to_another_document_is_carried_along() -> None:
    old = po('# machine: argos\n#, fuzzy\nmsgid "Moves house"\nmsgstr "Déménage"')
    result = merged("Moves house\n", po(), remember([(old, frozenset())]))
    assert entry(result, "Moves house").text == "Déménage"
    assert entry(result, "Moves house").state is State.DRAFT


@pytest.mark.parametrize(
    ("old", "new", "translation", "expected"),
    [
        (
            "See [it](http://a.org/1).",
            "See [it](http://b.org/2).",
            "Voir [cela](http://a.org/1).",
            "Voir [cela](http://b.org/2).",
        ),
        ("See <http://a.org>.", "See <http://b.org>.", "Voir <http://a.org>.", "Voir <http://b.org>."),
        ("Said.[^1]", "Said.[^note]", "Dit.[^1]", "Dit.[^note]"),
        ("Said [@a, para. 4].", "Said [@a, para. 5].", "Dit [@a, para. 4].", "Dit [@a, para. 5]."),
        ('![a](x.png "C")', '![a](y.png "C")', '![b](x.png "D")', '![b](y.png "D")'),
        ("[a](u) and [b](v)", "[a](w) and [b](v)", "[b](v) et [a](u)", "[b](v) et [a](w)"),
    ],
)
def test_only_an_atom_changed(old: str, new: str, translation: str, expected: str) -> None:
    notes = "\n\n[^1]: Note one here, not like the other.\n\n[^note]: Something else entirely.\n"
    file = po('msgid "{}"\nmsgstr "{}"'.format(*(text.replace('"', '\\"') for text in (old, translation))))
    result = merged(new + notes, file)
    assert entry(result, new).text == expected
    assert entry(result, new).state is State.REVIEWED
    assert old not in [old.msgid for old in result.file.obsolete]


@pytest.mark.parametrize(
    ("old", "new", "translation"),
    [
        ("[a](u) and [b](u)", "[a](v) and [b](w)", "[a](u) et [b](u)"),  # which is which?
        ("See [it](http://a.org/1).", "See [it](http://b.org/2).", "Voir cela."),  # nothing to carry it into
        ("Use `[x](a)` now please", "Use `[x](b)` now please", "Mettre `[x](a)`"),  # code is no address
    ],
)
def test_where_it_is_not_certain_the_translation_is_fuzzy(old: str, new: str, translation: str) -> None:
    result = merged(f"{new}\n", po(f'msgid "{old}"\nmsgstr "{translation}"'))
    assert entry(result, new).state is State.STALE
    assert entry(result, new).text == translation


def test_merging_again_changes_nothing() -> None:
    text = "# One\n\nAt least 5,000 people were killed.\n\n[See](http://b.org)\n"
    file = po(
        'msgid "One"\nmsgstr "Un"',
        'msgid "At least 3,000 people were killed."\nmsgstr "x"',
        'msgid "[See](http://a.org)"\nmsgstr "[Voir](http://a.org)"',
        'msgid "Gone for good"\nmsgstr "Parti"',
    )
    once = write_po(merged(text, file).file)
    assert write_po(merged(text, read_po(once, "fr.po")).file) == once


def test_entries_that_are_not_concerned_keep_their_bytes() -> None:
    odd = (
        '#  oddly   set\n#. paragraph\n#: content/demo/sample.md:4\n#, no-wrap\nmsgid   "Stays as it is"\nmsgstr "Reste"\n"ainsi"'
    )
    data = write_po(merged("Stays as it is\n\nNew one\n", po(odd)).file).decode()
    assert odd in data


def test_a_remark_on_a_passage_nobody_translated_is_kept() -> None:
    gone = merged("Other words altogether.\n", po('# ask R. what this means\nmsgid "A passage"\nmsgstr ""'))
    assert "# ask R. what this means" in write_po(gone.file).decode()
    back = merged("A passage\n", read_po(write_po(gone.file), "fr.po"))
    assert entry(back, "A passage").comments == ("ask R. what this means",)
