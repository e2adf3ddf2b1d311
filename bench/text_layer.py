"""The text under the page: what seven readers give back of it, and what it costs. See README.md.

``text_layer.py fidelity`` sets the corpus of ``tests/press/fidelity_corpus.py`` in each face and compares what readers extract
with what was written; ``text_layer.py table`` does so with and without our text layer (*before*) and prints one table;
``text_layer.py cost`` measures size and time of whole editions.
"""

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from synthetic import FRENCH, PERSIAN, dossier

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests/press"))

import fidelity_readers as readers
from fidelity_corpus import FACES, Face, sets_of
from fidelity_measure import Score, scores, set_in

from dossier.edition.pages import print_bundle
from dossier.model.bundle import HtmlBundle
from dossier.model.records import Profile
from dossier.pipeline.build import plan
from dossier.pipeline.edition import composed
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.templates import templates_of
from dossier.press import mends
from dossier.press.engine import load_engine
from dossier.press.fontconfig import use_bundled_faces
from dossier.press.pdf import render
from setting import write

HERE = Path(__file__).parent
LARGER, SLOWER = 1.15, 1.10
"""How much larger a file may become, and how much longer setting it may take."""


def main() -> int:
    """Do what is asked; 1 where a limit is passed or a word is lost."""
    parser = argparse.ArgumentParser(description=__doc__)
    doings = parser.add_subparsers(required=True)
    fidelity = doings.add_parser("fidelity", help="what readers give back")
    fidelity.add_argument("--face", help="amiri, noto-sans-arabic, literata, public-sans, jetbrains-mono (default: all)")
    fidelity.add_argument("--weight", type=int)
    fidelity.add_argument("--style", help="normal or italic")
    fidelity.add_argument("--set", action="append", default=[], help="only this set; may be given again")
    fidelity.add_argument("--reader", action="append", default=[], help="only this reader; may be given again")
    fidelity.add_argument("--profile", default="screen")
    fidelity.add_argument("--before", action="store_true", help="without our text layer")
    fidelity.add_argument("--tell", type=int, default=10, help="how many words that went wrong are shown, of each reader and set")
    fidelity.add_argument("--keep", type=Path, help="a folder for the PDFs")
    fidelity.add_argument("--json", type=Path, help="a file for the figures")
    fidelity.set_defaults(do=_fidelity)
    doings.add_parser("table", help="before and after, every face and reader").set_defaults(do=_table)
    cost = doings.add_parser("cost", help="size and time")
    cost.add_argument("--only", default="", help="only editions with this in their name")
    cost.add_argument("--pages", type=int, default=350, help="about how long the made-up dossiers are")
    cost.add_argument("--runs", type=int, default=5, help="alternating runs of each; their median counts")
    cost.set_defaults(do=_cost)
    once = doings.add_parser("set", help="set one pickled bundle and print the CPU seconds: what a measured process does")
    once.add_argument("bundle", type=Path)
    once.add_argument("target", type=Path)
    once.add_argument("--before", action="store_true")
    once.set_defaults(do=_set_once)
    asked = parser.parse_args()
    return int(asked.do(asked))


def leave_out_the_text_layer() -> None:
    """From here on, this process sets pages as they were before."""
    mends.MENDS = tuple(mend for mend in mends.MENDS if "text_layer" not in mend.__module__)


def _fidelity(asked: argparse.Namespace) -> int:
    if asked.before:
        leave_out_the_text_layer()
    print("; ".join(f"{name}: {version}" for name, version in readers.versions().items()))
    chosen = {name: read for name, read in readers.present().items() if not asked.reader or name in asked.reader}
    found = {one.name: _judge(one, asked, chosen) for one in _faces(asked)}
    if asked.json:
        asked.json.write_text(json.dumps({name: _totals(by_reader) for name, by_reader in found.items()}), encoding="utf-8")
    must = (by_set for by_reader in found.values() for reader, by_set in by_reader.items() if reader in readers.MUST)
    return int(not all(result.is_perfect for by_set in must for result in by_set.values()))


def _totals(by_reader: Mapping[str, Mapping[str, Score]]) -> dict[str, list[int]]:
    """Words, exact ones, lines, lines in order, over all sets but the one that asks for the no-break spaces themselves."""
    totals = {}
    for reader, by_set in by_reader.items():
        chosen = [result for name, result in by_set.items() if name != "no-break"]
        figures = zip(*((one.words, one.exact, one.lines, one.in_order) for one in chosen), strict=True)
        totals[reader] = [sum(column) for column in figures]
    return totals


def _table(asked: argparse.Namespace) -> int:
    """Print, for each face and reader, exact words and lines in order, before and after."""
    before, after = _figures("--before"), _figures()
    names = list(next(iter(after.values())))
    print(f"| exact words, lines in order (%) | {' | '.join(names)} |\n|---|{'---|' * len(names)}")
    for one, by_reader in after.items():
        cells = (f"{_two_figures(before[one][name])} → {_two_figures(by_reader[name])}" for name in names)
        print(f"| {one} | {' | '.join(cells)} |")
    return 0


def _figures(*options: str) -> dict[str, dict[str, list[int]]]:
    with tempfile.TemporaryDirectory(prefix="dossier-text-") as name:
        target = Path(name) / "figures.json"
        command = [sys.executable, __file__, "fidelity", "--tell", "0", "--json", str(target), *options]
        subprocess.run(command, stdout=subprocess.DEVNULL, check=False)
        found: dict[str, dict[str, list[int]]] = json.loads(target.read_text(encoding="utf-8"))
    return found


def _two_figures(totals: list[int]) -> str:
    words, exact, lines, in_order = totals
    return f"{_percent(exact, words)}, {_percent(in_order, lines)}"


def _faces(asked: argparse.Namespace) -> Iterable[Face]:
    wanted = asked.face and asked.face.lower().replace("-", "").replace(" ", "")
    for one in FACES:
        is_family = not wanted or one.family.lower().replace(" ", "") == wanted
        if is_family and asked.weight in (None, one.weight) and asked.style in (None, one.style):
            yield one


def _judge(one: Face, asked: argparse.Namespace, chosen: Mapping[str, readers.Reader]) -> dict[str, dict[str, Score]]:
    sets = [part for part in sets_of(one) if not asked.set or part.name in asked.set]
    if not sets:
        return {}
    with tempfile.TemporaryDirectory(prefix="dossier-text-") as name:
        folder = asked.keep or Path(name)
        folder.mkdir(parents=True, exist_ok=True)
        use_bundled_faces(Path(name))
        pdf = folder / f"{one.name.replace(' ', '-')}.pdf"
        pages = set_in(one, pdf, sets, Profile(asked.profile))
        found = {reader: scores(pdf, pages, sets, read) for reader, read in chosen.items()}
    _print_table(one, found)
    for reader, by_set in found.items():
        for part, result in by_set.items():
            _tell(f"{reader}, {part}", result, asked.tell)
    return found


def _print_table(one: Face, found: Mapping[str, Mapping[str, Score]]) -> None:
    sets = list(next(iter(found.values())))
    print(f"\n{one.name}: exact words %, lines in order %; where it differs: ~ without points around words, ! without U+200F")
    print(f"{'':<16}" + "".join(f"{name:>23}" for name in sets))
    for reader, by_set in found.items():
        print(f"{reader:<16}" + "".join(f"{_cell(by_set[name]):>23}" for name in sets))


def _cell(result: Score) -> str:
    exact, bare, pure = (_percent(part, result.words) for part in (result.exact, result.bare, result.pure))
    others = (f" {sign}{figure}" for sign, figure in (("~", bare), ("!", pure)) if figure != exact)
    return f"{exact} {_percent(result.in_order, result.lines)}{''.join(others)}"


def _percent(part: int, whole: int) -> str:
    # Cut, not rounded: 100 is all.
    return "100" if part == whole else f"{int(1000 * part / whole) / 10:.1f}"


def _tell(where: str, result: Score, count: int) -> None:
    if result.is_perfect or not count:
        return
    print(f"\n{where}: {len(result.lost)} lost, {len(result.strange)} strange, {len(result.disordered)} lines out of order")
    for lost in result.lost[:count]:
        print(f"  lost    {lost}  {_codes(lost)}")
    for strange in result.strange[:count]:
        print(f"  strange {strange}  {_codes(strange)}")
    for line in result.disordered[: max(1, count // 4)]:
        print(f"  line    {line[:100]}")


def _codes(word: str) -> str:
    return " ".join(f"{ord(char):04X}" for char in word)


@dataclass(frozen=True, slots=True)
class Cost:
    """One PDF: bytes, and seconds of CPU for layout and writing (one thread; the clock would measure the neighbours as well)."""

    size: int
    seconds: float


def _cost(asked: argparse.Namespace) -> int:
    print(f"{'':<24}{'KiB before':>12}{'after':>8}{'larger':>9}{'CPU s before':>15}{'after':>8}{'slower':>9}")
    within = [_compare(name, bundle, asked.runs) for name, bundle in _bundles(asked.pages) if asked.only in name]
    return int(not all(within))


def _bundles(pages: int) -> Iterator[tuple[str, HtmlBundle]]:
    """The pages of the first dossier in its languages, and of made-up dossiers."""
    yield from _pages_of(HERE.parent, "first dossier")
    for tongue in (PERSIAN, FRENCH):
        with tempfile.TemporaryDirectory(prefix="dossier-text-") as name:
            write(Path(name), dossier(tongue, pages))
            yield from _pages_of(Path(name), f"{pages} pages")


def _pages_of(root: Path, name: str) -> Iterator[tuple[str, HtmlBundle]]:
    project = Project(root)
    for job in plan(project, Selection()).jobs:
        edition, _ = composed(job)
        bundle = print_bundle(edition, templates_of(project.files, edition.localized.dossier))
        yield f"{name}, {bundle.metadata.language}", bundle


def _compare(name: str, bundle: HtmlBundle, runs: int) -> bool:
    with tempfile.TemporaryDirectory(prefix="dossier-text-") as folder:
        source = Path(folder) / "bundle"
        source.write_bytes(pickle.dumps(bundle))
        found: dict[bool, list[Cost]] = {True: [], False: []}
        for number in range(runs * 2):
            # Before, after, after, before, …: what slows the machine down bit by bit favours neither.
            before = number % 4 in (0, 3)
            found[before].append(_measured(source, before=before))
    size = {before: costs[0].size for before, costs in found.items()}
    seconds = {before: median(cost.seconds for cost in costs) for before, costs in found.items()}
    larger, slower = size[False] / size[True], seconds[False] / seconds[True]
    sizes = f"{size[True] / 1024:>12.0f}{size[False] / 1024:>8.0f}{larger - 1:>+9.1%}"
    print(f"{name:<24}{sizes}{seconds[True]:>15.2f}{seconds[False]:>8.2f}{slower - 1:>+9.1%}", flush=True)
    return larger <= LARGER and slower <= SLOWER


def _measured(source: Path, *, before: bool) -> Cost:
    target = source.with_name("out.pdf")
    command = [sys.executable, __file__, "set", str(source), str(target), *(["--before"] if before else [])]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env={**os.environ, "PYTHONHASHSEED": "0"})
    return Cost(target.stat().st_size, float(done.stdout))


def _set_once(asked: argparse.Namespace) -> int:
    if asked.before:
        leave_out_the_text_layer()
    bundle = pickle.loads(asked.bundle.read_bytes())
    use_bundled_faces(asked.target.parent)
    load_engine()
    start = time.process_time()
    result = render(bundle)
    print(time.process_time() - start)
    asked.target.write_bytes(result.data)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
