"""Laws of merging, on generated histories: idempotent, and no human text is lost."""

from hypothesis import given, settings
from hypothesis import strategies as st
from samples import HEADER, document

from dossier.model.translation import State
from dossier.translation.cut import cut
from dossier.translation.memory import Memory
from dossier.translation.merge import merge
from dossier.translation.po import PoFile, new_po, read_po, write_po

_WORD = st.sampled_from("the prisoners families experts letter 1988 thousands report said government of in and".split())
_SENTENCE = st.lists(_WORD, min_size=2, max_size=9).map(" ".join)
_TEXT = st.lists(_SENTENCE, min_size=1, max_size=6, unique=True).map("\n\n".join)


def updated(text: str, data: bytes) -> bytes:
    source = document(text)
    return write_po(merge(cut(source), read_po(data, "fr.po"), Memory(()), source.environment).file)


def translated(data: bytes, salt: str) -> bytes:
    """A translator fills every empty entry with words of her own."""
    file: PoFile = read_po(data, "fr.po")
    for entry in file.active:
        if entry.state is State.MISSING:
            entry.text = f"{salt} {entry.msgid}"
    return write_po(file)


def words(data: bytes) -> set[str]:
    file = read_po(data, "fr.po")
    return {entry.text for entry in (*file.active, *file.obsolete) if entry.text}


@settings(max_examples=150, deadline=None)
@given(st.lists(_TEXT, min_size=2, max_size=5))
def test_no_translation_is_lost_and_none_is_current_for_another_text(history: list[str]) -> None:
    data = write_po(new_po("fr.po", HEADER))
    made_for: dict[str, str] = {}
    for step, text in enumerate(history):
        before = words(data)
        data = updated(text, data)
        assert words(data) >= before
        assert updated(text, data) == data
        for entry in read_po(data, "fr.po").active:
            if entry.state is State.REVIEWED:
                assert made_for[entry.text] == entry.msgid
        data = translated(data, f"t{step}")
        for entry in read_po(data, "fr.po").active:
            if entry.state is State.REVIEWED:
                made_for.setdefault(entry.text, entry.msgid)


_ANY_TEXT = st.text(st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from('\n\t\\"_:#~|'), min_size=1, max_size=200)


@settings(max_examples=300, deadline=None)
@given(st.dictionaries(_ANY_TEXT.filter(str.strip), _ANY_TEXT, min_size=1, max_size=4))
def test_what_is_written_is_read(entries: dict[str, str]) -> None:
    file = new_po("fr.po", HEADER)
    for msgid, text in entries.items():
        entry = file.new_entry((None, msgid))
        entry.text = text
        file.entries.append(entry)
    again = read_po(write_po(file), "fr.po")
    assert {entry.msgid: entry.text for entry in again.active} == entries
