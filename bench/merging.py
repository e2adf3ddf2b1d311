"""What translators are offered after a source has changed: ``dossier update`` beside GNU msgmerge on the same histories.

Each history is a project whose translations are all reviewed, and one edit of each class in a document of its own. Of each
passage that an edit made, the old sentences are known, and a translation's words tell which sentences it translates. See
README.md.
"""

import argparse
import contextlib
import io
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import fmean

from corpus import DOSSIER, project
from histories import Edit, Expected, History, history, write
from translate.storage.pypo import pofile, pounit
from translator import own_words, translate_project, words_of

from dossier.cli.main import main as dossier

LANGUAGE = "fr"
HISTORIES = 66
OURS, MSGMERGE, COMPENDIUM = "dossier update", "msgmerge", "msgmerge, compendium"
MUST_BE_MORE = (Edit.SPLIT, Edit.JOINED, Edit.MOVED)
_ATOM = re.compile(r"https?://[^\s)]+|\[\^[^\]]+\]|@[^;\]]+")
RIGHT, PARTLY, OTHER, NOTHING = "right", "partly right", "something else", "nothing"


@dataclass(frozen=True, slots=True)
class Offer:
    """What a tool offered for a passage: the text, the verdict, and what part of its words belongs to other passages."""

    expected: Expected
    text: str
    verdict: str
    is_wrong: bool
    surplus: float


@dataclass(slots=True)
class Score:
    """How one tool did: its offers for edited passages, in the same order for all, those for new ones, and its seconds."""

    offers: list[Offer] = field(default_factory=list)
    for_new: list[Offer] = field(default_factory=list)
    seconds: float = 0.0

    def of(self, edit: Edit) -> list[Offer]:
        """The offers for one class of edits."""
        return [offer for offer in self.offers if offer.expected.edit is edit]

    def right(self, edit: Edit) -> int:
        """How often the translations of all old sentences were offered."""
        return sum(offer.verdict == RIGHT for offer in self.of(edit))


def main() -> int:
    """Run all histories; 1 where ours is worse than msgmerge in a class, or not better where it must be."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--histories", type=int, default=HISTORIES, help="so many edits of each class")
    parser.add_argument("--first", type=int, default=0, help="number of the first history")
    parser.add_argument("--tell", action="store_true", help="show what was not offered right by ours")
    asked = parser.parse_args()
    scores = measured(range(asked.first, asked.first + asked.histories))
    report(scores, asked.histories)
    if asked.tell:
        tell(scores[OURS])
    faults = failures(scores)
    print(*faults, sep="\n")
    return int(bool(faults))


def measured(seeds: Iterable[int]) -> dict[str, Score]:
    """The scores of the three ways on the histories of these numbers."""
    scores = {name: Score() for name in (OURS, MSGMERGE, COMPENDIUM)}
    for seed in seeds:
        made = history(seed)
        with tempfile.TemporaryDirectory(prefix="dossier-bench-") as name:
            for way, (files, seconds) in offered(Path(name), made).items():
                scores[way].seconds += seconds
                scores[way].offers += [judged(expected, files[expected.document]) for expected in made.expected]
                scores[way].for_new.append(judged(made.new, files[made.new.document]))
    return scores


def offered(root: Path, made: History) -> dict[str, tuple[dict[str, dict[str, pounit]], float]]:
    """Each way's files, read: entries by document and msgid, and the seconds it took to make them."""
    write(root, project(made.before, LANGUAGE))
    _update(root)
    translate_project(root, made.before, LANGUAGE)
    old = {path.stem: path.read_bytes() for path in _po_folder(root).glob("*.po")}
    write(root, project(made.after, LANGUAGE))
    start = time.perf_counter()
    _update(root)
    seconds = time.perf_counter() - start
    names = [text.name for text in made.after]
    ours = {name: _entries(_po_folder(root) / f"{name}.po") for name in names}
    return {
        OURS: (ours, seconds),
        MSGMERGE: _msgmerged(root, old, names, with_compendium=False),
        COMPENDIUM: _msgmerged(root, old, names, with_compendium=True),
    }


def judged(expected: Expected, entries: Mapping[str, pounit]) -> Offer:
    """What is to be said of the offer for one passage, found among the entries of its document."""
    unit = entries[expected.text]
    text, offered = str(unit.target), words_of(str(unit.target))
    wanted = [own_words(sentence) for sentence in expected.made_of]
    held = [words <= offered for words in wanted]
    verdict = RIGHT if all(held) else PARTLY if any(held) else OTHER if offered else NOTHING
    is_wrong = bool(offered) and not unit.isfuzzy() and not _may_be_reviewed(expected, text)
    surplus = len(offered.difference(*wanted)) / len(offered) if offered else 0.0
    return Offer(expected, text, verdict, is_wrong, surplus)


def _may_be_reviewed(expected: Expected, offer: str) -> bool:
    """Whether no word of the passage changed, and the offer has its present address."""
    old = " ".join(expected.made_of)
    changed = [atom for atom in _ATOM.findall(expected.text) if atom not in old]
    return expected.same_words and all(atom in offer for atom in changed)


def failures(scores: Mapping[str, Score]) -> list[str]:
    """Where ours does not do what it must, in words."""
    ours, theirs = scores[OURS], scores[MSGMERGE]
    found = [
        f"{edit}: {ours.right(edit)} right, msgmerge {theirs.right(edit)}"
        for edit in Edit
        if ours.right(edit) < theirs.right(edit) + (edit in MUST_BE_MORE)
    ]
    wrong = [offer for offer in (*ours.offers, *ours.for_new) if offer.is_wrong]
    return [*found, *(f"wrongly reviewed: {offer.expected}" for offer in wrong)]


def report(scores: Mapping[str, Score], histories: int) -> None:
    """Print a table of the classes, and one of everything else."""
    print(f"{histories * len(Edit)} edits; right: the translations of all old sentences were offered\n")
    _row("edit", "passages", *(f"{name}: right" for name in scores))
    _row(*["---"] * (2 + len(scores)))
    for edit in Edit:
        _row(edit, len(scores[OURS].of(edit)), *(_share(score, edit) for score in scores.values()))
    print()
    _row("", *scores)
    _row(*["---"] * (1 + len(scores)))
    for kind in (RIGHT, PARTLY, OTHER, NOTHING):
        _row(kind, *(sum(offer.verdict == kind for offer in score.offers) for score in scores.values()))
    _row("wrongly reviewed", *(sum(offer.is_wrong for offer in score.offers) for score in scores.values()))
    _row("words of other passages in what all three offered right", *_surplus(scores))
    _row(
        f"something offered for {histories} new passages",
        *(sum(bool(one.text) for one in way.for_new) for way in scores.values()),
    )
    _row("seconds", *(f"{score.seconds:.1f}" for score in scores.values()))
    sys.stdout.flush()


def _surplus(scores: Mapping[str, Score]) -> list[str]:
    rows = zip(*(score.offers for score in scores.values()), strict=True)
    alike = [row for row in rows if all(offer.verdict == RIGHT for offer in row)]
    return [f"{100 * fmean(offer.surplus for offer in column):.1f} %" for column in zip(*alike, strict=True)]


def tell(score: Score) -> None:
    """Show what was not right."""
    for offer in score.offers:
        if offer.verdict != RIGHT or offer.is_wrong:
            expected = offer.expected
            print(
                f"\n{expected.edit}, {expected.variant} ({expected.document})\n  {expected.text}\n  {offer.text or '(nothing)'}"
            )


def _row(*cells: object) -> None:
    print(f"| {' | '.join(map(str, cells))} |")


def _share(score: Score, edit: Edit) -> str:
    right, passages = score.right(edit), len(score.of(edit))
    return f"{right} ({100 * right / passages:.0f} %)"


def _update(root: Path) -> None:
    with contextlib.redirect_stdout(io.StringIO()):
        dossier(["-C", str(root), "update"], standalone_mode=False)


def _po_folder(root: Path) -> Path:
    return root / "locales" / LANGUAGE / "LC_MESSAGES" / DOSSIER


def _entries(path: Path) -> dict[str, pounit]:
    return {str(unit.source): unit for unit in pofile.parsefile(str(path)).units if not unit.isheader() and not unit.isobsolete()}


def _msgmerged(
    root: Path, old: Mapping[str, bytes], names: Sequence[str], *, with_compendium: bool
) -> tuple[dict[str, dict[str, pounit]], float]:
    folder = root / ("with-compendium" if with_compendium else "alone")
    folder.mkdir()
    for name, data in old.items():
        (folder / f"{name}.po").write_bytes(data)
    compendia = [f"--compendium={folder / name}.po" for name in old] if with_compendium else []
    start = time.perf_counter()
    for name in names:
        merge = ["msgmerge", "--previous", "--quiet", *compendia, f"--output-file={folder / name}.merged.po"]
        template = root / "locales" / "templates" / DOSSIER / f"{name}.pot"
        subprocess.run([*merge, folder / f"{name}.po", template], check=True)
    seconds = time.perf_counter() - start
    return {name: _entries(folder / f"{name}.merged.po") for name in names}, seconds


if __name__ == "__main__":
    raise SystemExit(main())
