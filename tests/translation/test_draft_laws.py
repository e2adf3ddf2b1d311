"""The law of drafts: in any order of drafts, updates, hand edits and changes of the original, a person's words are never lost,
and nobody but an update that follows a change of the original touches them.
"""

from collections.abc import Callable
from dataclasses import dataclass, field

from hypothesis import Phase, example, given, settings
from hypothesis import strategies as st
from samples import dossier

from dossier.model.translation import State
from dossier.translation.atoms import skeleton
from dossier.translation.draft_entries import Made, Wish, fill, one_line
from dossier.translation.drafting.values import Draft
from dossier.translation.po import Entry, Key, PoFile, read_po, write_po
from dossier.translation.update import Known, update_language
from dossier.translation.whose import Words, words_of

_PARTS = ("a", "b")
_MACHINES = ("X 1", "Y 2")
_WORD = st.sampled_from("the prisoners families experts letter 1988 3,000 report said government of in".split())
_LINKS = st.lists(st.sampled_from(["[it](http://a.org)", "[it](http://b.org)"]), max_size=1)
_SENTENCE = st.builds(lambda words, end: " ".join([*words, *end]), st.lists(_WORD, min_size=2, max_size=6), _LINKS)
_PARAGRAPHS = st.lists(_SENTENCE, min_size=1, max_size=4)
_PLACES = st.tuples(st.sampled_from(_PARTS), st.integers(0, 5))
_STEPS = st.one_of(
    st.tuples(st.just("draft"), st.sampled_from(_MACHINES), st.builds(Wish, st.booleans(), st.booleans())),
    st.tuples(st.just("draft"), st.sampled_from(_MACHINES), st.builds(Wish, st.booleans(), st.booleans())),
    st.tuples(st.just("update")),
    st.tuples(st.sampled_from(["translate", "leave", "correct", "approve"]), _PLACES),
    st.tuples(st.sampled_from(["write", "change"]), _PLACES, _SENTENCE),
    st.tuples(st.sampled_from(["delete", "join", "move", "copy"]), _PLACES),
)


@dataclass
class Desk:
    """Documents, locale files, and what a person wrote or approved: ``hers``, as far as she has not written over it."""

    paragraphs: dict[str, list[str]]
    files: dict[str, bytes] = field(default_factory=dict)
    hers: set[str] = field(default_factory=set)
    made: dict[tuple[str, str], str] = field(default_factory=dict)
    number: int = 0

    # -- the author

    def write(self, place: tuple[str, int], sentence: str) -> None:
        texts, at = self._at(place)
        texts.insert(at, sentence)

    def change(self, place: tuple[str, int], sentence: str) -> None:
        """A word in the middle."""
        texts, at = self._at(place)
        if texts:
            words = texts[at].split(" ")
            texts[at] = " ".join([*words[:1], sentence.split(" ")[0], *words[2:]])

    def delete(self, place: tuple[str, int]) -> None:
        texts, at = self._at(place)
        del texts[at : at + 1]

    def join(self, place: tuple[str, int]) -> None:
        texts, at = self._at(place)
        texts[at : at + 2] = [" ".join(texts[at : at + 2])] if texts[at : at + 2] else []

    def move(self, place: tuple[str, int]) -> None:
        self.copy(place)
        self.delete(place)

    def copy(self, place: tuple[str, int]) -> None:
        texts, at = self._at(place)
        other = next(name for name in _PARTS if name != place[0])
        self.paragraphs[other] += texts[at : at + 1]

    def _at(self, place: tuple[str, int]) -> tuple[list[str], int]:
        texts = self.paragraphs[place[0]]
        return texts, place[1] % max(1, len(texts))

    # -- the programmes

    def update(self, drafting: frozenset[str] = frozenset()) -> None:
        whole = dossier({name: "\n\n".join(texts) + "\n" for name, texts in self.paragraphs.items()})
        updated, _ = update_language(whole, "fr", self.files, Known(drafting=drafting))
        self.files |= {file.path: file.data for file in updated}

    def draft(self, machine: str, wish: Wish) -> None:
        self.update(frozenset({one_line(machine)}))
        before = {path: self._of_a_person(data, path) for path, data in self.files.items()}
        self._filled(machine, wish)
        after = {path: {entry.key: entry for entry in read_po(data, path).active} for path, data in self.files.items()}
        for path, entries in before.items():
            for key, entry in entries.items():
                assert _looks(after[path][key]) == _looks(entry)
        done = dict(self.files)
        self.update(frozenset({one_line(machine)}))
        self._filled(machine, wish)
        assert self.files == done
        self._nothing_is_left(wish)

    def _nothing_is_left(self, wish: Wish) -> None:
        """Every passage has a draft of its own but those that nothing came of; none waits as another's, changed to itself."""
        for path, data in self.files.items():
            for entry in read_po(data, path).active:
                assert entry.previous != entry.msgid or words_of(entry) is Words.PERSONS
                assert words_of(entry) is not Words.NOBODYS or len(entry.msgid) % 7 == 3
                assert not wish.stale or words_of(entry) is not Words.STALE or len(entry.msgid) % 7 == 3

    def _filled(self, machine: str, wish: Wish) -> None:
        for path, data in self.files.items():
            file = read_po(data, path)
            fill(file, {entry.key: Made(self._drafted(machine, entry.msgid), machine) for entry in file.active}, wish)
            self.files[path] = write_po(file)

    def _drafted(self, machine: str, msgid: str) -> Draft:
        """The same for the same text, and for no other; of some texts, nothing."""
        self.made.setdefault((machine, msgid), f"m{len(self.made)} {machine} {msgid}")
        return Draft("" if len(msgid) % 7 == 3 else self.made[machine, msgid], ("a note",) if "letter" in msgid else ())

    def _of_a_person(self, data: bytes, path: str) -> dict[Key, Entry]:
        """Those that nobody else may touch, told by what she did and not by comments."""
        hers = {skeleton(text) for text in self.hers}
        active = read_po(data, path).active
        return {
            entry.key: entry
            for entry in active
            if entry.state in (State.REVIEWED, State.UNFINISHED) or (skeleton(entry.text) in hers and self._is_typed(entry.text))
        }

    def _is_typed(self, text: str) -> bool:
        return text.startswith("p")

    # -- the person

    def translate(self, place: tuple[str, int]) -> None:
        self._work(place, lambda entry: self._type(entry, fuzzy=False))

    def leave(self, place: tuple[str, int]) -> None:
        """She writes and is not content yet; her editor keeps what was said of the draft and of the old text."""
        self._work(place, lambda entry: self._type(entry, fuzzy=True))

    def correct(self, place: tuple[str, int]) -> None:
        """She begins to correct what is there."""
        self._work(place, lambda entry: self._type(entry, fuzzy=entry.fuzzy))

    def approve(self, place: tuple[str, int]) -> None:
        self._work(place, self._approve)

    def _work(self, place: tuple[str, int], step: Callable[[Entry], None]) -> None:
        path = f"locales/fr/LC_MESSAGES/demo/{place[0]}.po"
        if path not in self.files:
            return
        file: PoFile = read_po(self.files[path], path)
        if active := list(file.active):
            step(active[place[1] % len(active)])
        self.files[path] = write_po(file)

    def _type(self, entry: Entry, *, fuzzy: bool) -> None:
        self.hers.discard(entry.text)
        self.number += 1
        entry.text = f"p{self.number} {entry.msgid}"
        if not fuzzy:
            entry.unit.prev_msgid, entry.unit.prev_msgctxt = [], []
        entry.unit.markfuzzy(fuzzy)
        self.hers.add(entry.text)

    def _approve(self, entry: Entry) -> None:
        if entry.text.strip():
            entry.unit.prev_msgid, entry.unit.prev_msgctxt = [], []
            entry.unit.markfuzzy(False)
            self.hers.add(entry.text)

    # -- the law

    def check(self) -> None:
        files = [read_po(data, path) for path, data in self.files.items()]
        found = {skeleton(entry.text) for file in files for entry in (*file.active, *file.obsolete)}
        assert {skeleton(text) for text in self.hers} <= found


def _looks(entry: Entry) -> tuple[object, ...]:
    return entry.text, entry.fuzzy, entry.previous, entry.comments


@settings(max_examples=50, deadline=None, phases=[Phase.explicit, Phase.reuse, Phase.generate])
@example(
    (["the report said"], ["of experts"]), [("draft", _MACHINES[0], Wish()), ("copy", ("a", 0)), ("draft", _MACHINES[0], Wish())]
)
@example(
    (["the report said"], ["of experts"]), [("draft", _MACHINES[0], Wish()), ("move", ("a", 0)), ("draft", _MACHINES[0], Wish())]
)
@given(st.tuples(_PARAGRAPHS, _PARAGRAPHS), st.lists(_STEPS, min_size=3, max_size=14))
def test_a_persons_words_outlive_every_draft(texts: tuple[list[str], list[str]], steps: list[tuple]) -> None:  # type: ignore[type-arg]
    desk = Desk(dict(zip(_PARTS, map(list, texts), strict=True)))
    for name, *arguments in [("draft", _MACHINES[0], Wish()), *steps, ("draft", _MACHINES[1], Wish(stale=True, redo=True))]:
        getattr(desk, name)(*arguments)
        desk.check()
