"""The law of the translators' loop.

Through any sequence of edits of the originals, moves, our updates, runs of GNU msgmerge and work of a translator, no reviewed
translation disappears (it is current, fuzzy or obsolete), and no translation is current for another text than it was made for.
"""

import subprocess
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from samples import dossier

from dossier.model.translation import State
from dossier.translation.atoms import skeleton
from dossier.translation.locations import po_path
from dossier.translation.po import PoFile, read_po, write_po
from dossier.translation.update import template, update_language
from dossier.translation.weave import weave_dossier
from judges import require

_PARTS = ("a", "b")
_WORD = st.sampled_from("the prisoners families experts letter 1988 3,000 5,000 report said government of in and".split())
_LINK = st.sampled_from(["[it](http://a.org)", "[it](http://b.org)"])
_SENTENCE = st.builds(
    lambda words, end: " ".join([*words, *end]), st.lists(_WORD, min_size=2, max_size=7), st.lists(_LINK, max_size=1)
)
_PARAGRAPHS = st.lists(_SENTENCE, min_size=1, max_size=4)
_INDEX = st.integers(0, 9)
_STEPS = st.one_of(
    st.tuples(st.just("edit"), st.sampled_from(_PARTS), _INDEX, _SENTENCE),
    st.tuples(st.just("add"), st.sampled_from(_PARTS), _INDEX, _SENTENCE),
    st.tuples(st.just("word"), st.sampled_from(_PARTS), _INDEX, _WORD),
    st.tuples(st.sampled_from(["delete", "move", "split", "join", "turn"]), st.sampled_from(_PARTS), _INDEX, st.none()),
    st.tuples(st.sampled_from(["update", "translate", "review"]), st.none(), st.none(), st.none()),
    st.tuples(st.just("msgmerge"), st.sampled_from(_PARTS), st.none(), st.booleans()),
)


@dataclass
class Desk:
    """Documents, locale files, and the translator's work.

    ``reviewed`` has each text she ever reviewed, and the original she reviewed it for; ``kept`` those she has not written over.
    """

    paragraphs: dict[str, list[str]]
    files: dict[str, bytes] = field(default_factory=dict)
    reviewed: dict[str, str] = field(default_factory=dict)
    kept: set[str] = field(default_factory=set)
    written: int = 0

    def do(self, name: str, part: str | None, index: int | None, value: object) -> None:
        getattr(self, f"_{name}")(*(argument for argument in (part, index, value) if argument is not None))

    @property
    def dossier(self):  # type: ignore[no-untyped-def]
        return dossier({name: "\n\n".join(texts) + "\n" for name, texts in self.paragraphs.items()})

    # -- the author

    def _place(self, part: str, index: int) -> int:
        return index % max(1, len(self.paragraphs[part]))

    def _edit(self, part: str, index: int, sentence: str) -> None:
        if self.paragraphs[part]:
            self.paragraphs[part][self._place(part, index)] = sentence

    def _word(self, part: str, index: int, word: str) -> None:
        if self.paragraphs[part]:
            at = self._place(part, index)
            words = self.paragraphs[part][at].split(" ")
            self.paragraphs[part][at] = " ".join([*words[:1], word, *words[2:]])

    def _add(self, part: str, index: int, sentence: str) -> None:
        self.paragraphs[part].insert(self._place(part, index), sentence)

    def _delete(self, part: str, index: int) -> None:
        if self.paragraphs[part]:
            del self.paragraphs[part][self._place(part, index)]

    def _move(self, part: str, index: int) -> None:
        if self.paragraphs[part]:
            other = next(name for name in _PARTS if name != part)
            self.paragraphs[other].append(self.paragraphs[part].pop(self._place(part, index)))

    def _split(self, part: str, index: int) -> None:
        if self.paragraphs[part]:
            at = self._place(part, index)
            words = self.paragraphs[part][at].split(" ")
            if len(words) > 3:
                self.paragraphs[part][at : at + 1] = [" ".join(words[:2]), " ".join(words[2:])]

    def _join(self, part: str, index: int) -> None:
        at = self._place(part, index)
        if len(self.paragraphs[part]) > at + 1:
            self.paragraphs[part][at : at + 2] = [" ".join(self.paragraphs[part][at : at + 2])]

    def _turn(self, part: str, index: int) -> None:
        self.paragraphs[part].reverse()

    # -- the programmes

    def _update(self) -> None:
        updated, _ = update_language(self.dossier, "fr", self.files)
        self.files |= {file.path: file.data for file in updated}
        again, _ = update_language(self.dossier, "fr", self.files)
        assert {file.path: file.data for file in again} == {file.path: self.files[file.path] for file in again}

    def _msgmerge(self, part: str, previous: bool) -> None:
        path = po_path("demo", part, "fr")
        document = next(document for document in self.dossier.parts if document.id == part)
        if path not in self.files or not document.blocks:
            return
        with tempfile.TemporaryDirectory() as folder:
            po, pot = Path(folder, "fr.po"), Path(folder, "fr.pot")
            po.write_bytes(self.files[path])
            pot.write_bytes(template(self.dossier, document).data)
            command = [require("msgmerge"), "--quiet", *(["--previous"] if previous else []), str(po), str(pot)]
            self.files[path] = subprocess.run(command, capture_output=True, check=True).stdout

    # -- the translator

    def _translate(self) -> None:
        """She fills what is empty; half of it she leaves fuzzy."""
        self._work(lambda entry: entry.state is State.MISSING)

    def _review(self) -> None:
        """She puts every fuzzy entry right for the text it now stands under."""
        self._work(lambda entry: entry.state is not State.REVIEWED)

    def _work(self, wanted) -> None:  # type: ignore[no-untyped-def]
        for path, data in self.files.items():
            file: PoFile = read_po(data, path)
            for entry in filter(wanted, list(file.active)):
                self.kept.discard(entry.text)
                self.written += 1
                entry.text = f"t{self.written} {entry.msgid}"
                entry.unit.prev_msgid, entry.unit.prev_msgctxt = [], []
                entry.unit.markfuzzy(False)
                self.reviewed[entry.text] = entry.msgid
                self.kept.add(entry.text)
            self.files[path] = write_po(file)

    # -- the law

    def check(self) -> None:
        files = [read_po(data, path) for path, data in self.files.items()]
        found = {skeleton(entry.text) for file in files for entry in (*file.active, *file.obsolete)}
        assert {skeleton(text) for text in self.kept} <= found
        made_for = {skeleton(text): skeleton(msgid) for text, msgid in self.reviewed.items()}
        for entry in (entry for file in files for entry in file.active if entry.state is State.REVIEWED):
            assert made_for[skeleton(entry.text)] == skeleton(entry.msgid)
        catalogs = {
            name: read_po(self.files[path], path).catalog("fr")
            for name in _PARTS
            if (path := po_path("demo", name, "fr")) in self.files
        }
        woven, _ = weave_dossier(self.dossier, catalogs, "fr")
        for unit in (unit for document in woven.parts for unit in document.units if unit.state is State.REVIEWED):
            assert made_for[skeleton(unit.text)] == skeleton(unit.unit.msgid)


@settings(max_examples=100, deadline=None)
@given(st.tuples(_PARAGRAPHS, _PARAGRAPHS), st.lists(_STEPS, min_size=1, max_size=14))
def test_nothing_reviewed_is_lost_and_nothing_is_current_for_another_text(
    texts: tuple[list[str], list[str]], steps: list
) -> None:
    desk = Desk(dict(zip(_PARTS, map(list, texts), strict=True)))
    for name in ("update", "translate"):
        desk.do(name, None, None, None)
    for step in steps:
        desk.do(*step)
        desk.check()
    desk.do("update", None, None, None)
    desk.check()
