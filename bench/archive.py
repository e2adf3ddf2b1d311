"""The archive profile beside bare WeasyPrint's ``pdf/a-3a``: seconds and bytes, on about 350 A5 pages. See README.md.

``--judge`` instead builds the stress dossier of about 300 pages in three languages and every output, and shows it to every judge.
"""

import argparse
import json
import os
import pickle
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from synthetic import TONGUES, Tongue, dossier

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))
sys.path.insert(0, str(Path(__file__).parents[1] / "tests/stress"))

from markup import printed
from stress_dossier import stress_project

from dossier.model.records import Output, Profile
from dossier.press.fontconfig import use_bundled_faces
from dossier.press.pdf import render
from judges import coloured_text
from outputs import complaints, outputs
from setting import write

HERE = Path(__file__).parent
SLOWER, LARGER = 1.25, 1.10
OURS, BARE = "dossier, archive", "WeasyPrint, pdf/a-3a"
CHAPTERS = 13
# PDF/A forbids /Interpolate true, which WeasyPrint sets unless an image is to be crisp: no archive would take the file.
_CRISP = "<style>img, svg { image-rendering: crisp-edges }</style>"


@dataclass(frozen=True, slots=True)
class Run:
    """One fresh process: seconds on the clock, seconds of CPU, and the size of its PDF in bytes."""

    seconds: float
    cpu: float
    size: int


def main() -> int:
    """Measure both languages, or judge; 1 where a limit is passed or a judge finds something."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=350, help="about how long the dossiers are")
    parser.add_argument("--runs", type=int, default=3, help="alternating runs of each; their median counts")
    parser.add_argument("--judge", action="store_true", help="build and judge the long stress dossier instead")
    parser.add_argument("--chapters", type=int, default=CHAPTERS, help="how many chapters it has, of about 20 pages each")
    parser.add_argument("--set", nargs=2, type=Path, metavar=("BUNDLE", "PDF"), help="what a run of ours does")
    asked = parser.parse_args()
    if asked.set:
        return _set(*asked.set)
    if asked.judge:
        return _judge(asked.chapters)
    within = [_measure(tongue, asked.pages, asked.runs) for tongue in TONGUES]  # both, also where the first is not
    return int(not all(within))


def _measure(tongue: Tongue, pages: int, runs: int) -> bool:
    """Whether ours stays within both limits in one language."""
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as name:
        folder = Path(name)
        write(folder / "project", dossier(tongue, pages))
        commands, environment = _prepared(folder)
        found: dict[str, list[Run]] = {name: [] for name in commands}
        for _ in range(runs):
            for one, command in commands.items():
                found[one].append(_run([*command, *_options(one)], environment, Path(command[-1])))
        return _report(tongue, _pages(Path(commands[OURS][-1])), found)


def _prepared(folder: Path) -> tuple[Mapping[str, Sequence[str]], Mapping[str, str]]:
    """Both sides get the same page, made beforehand: what reading Markdown costs is measured by ``pages.py``."""
    use_bundled_faces(folder / "faces")
    bundle = printed(folder / "project")
    (folder / "bundle").write_bytes(pickle.dumps(bundle))
    page = folder / "bare/page.html"
    files = {key: asset.data for key, asset in bundle.assets.items()}
    for key, data in (files | {page.name: bundle.html.replace("</head>", f"{_CRISP}</head>", 1).encode()}).items():
        (page.parent / key).parent.mkdir(parents=True, exist_ok=True)
        (page.parent / key).write_bytes(data)
    commands = {
        OURS: [sys.executable, __file__, "--set", str(folder / "bundle"), str(folder / "ours.pdf")],
        BARE: [sys.executable, str(HERE / "bare.py"), str(page), str(folder / "bare.pdf")],
    }
    return commands, {**os.environ, "PYTHONHASHSEED": "0"}


def _options(name: str) -> list[str]:
    return [json.dumps({"pdf_variant": "pdf/a-3a"})] if name == BARE else []


def _run(command: Sequence[str], environment: Mapping[str, str], target: Path) -> Run:
    before, start = os.times(), time.perf_counter()
    subprocess.run(command, env=environment, capture_output=True, check=True)
    seconds, after = time.perf_counter() - start, os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(seconds, cpu, target.stat().st_size)


def _set(bundle: Path, target: Path) -> int:
    result = render(pickle.loads(bundle.read_bytes()), Profile.ARCHIVE)
    target.write_bytes(result.data)
    return 0


def _report(tongue: Tongue, pages: int, found: Mapping[str, Sequence[Run]]) -> bool:
    print(f"\n{tongue.language}: {pages} A5 pages, medians of {len(found[OURS])} alternating runs, fresh processes")
    print(f"  {'':<24}{'seconds':>9}{'CPU s':>9}{'KiB':>9}")
    medians = {name: _median(runs) for name, runs in found.items()}
    for name, run in medians.items():
        print(f"  {name:<24}{run.seconds:>9.1f}{run.cpu:>9.1f}{run.size / 1024:>9.0f}")
    slower, larger = medians[OURS].cpu / medians[BARE].cpu, medians[OURS].size / medians[BARE].size
    within = slower <= SLOWER and larger <= LARGER
    told = f"{slower - 1:+.1%} CPU (limit {SLOWER - 1:+.0%}), {larger - 1:+.1%} bytes (limit {LARGER - 1:+.0%})"
    print(f"  {'within' if within else 'OVER'} the limits: {told}", flush=True)
    return within


def _median(runs: Sequence[Run]) -> Run:
    return Run(median(run.seconds for run in runs), median(run.cpu for run in runs), runs[-1].size)


def _judge(chapters: int) -> int:
    """Build the long stress dossier and tell what the judges say; 1 where they say anything."""
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as name:
        start = time.perf_counter()
        workshop = stress_project(Path(name), chapters)
        run = workshop.run("build")
        print(run.output, run.errors, f"built in {time.perf_counter() - start:.0f} s", sep="\n", flush=True)
        start = time.perf_counter()
        found = [*complaints(workshop.root), *_in_colours(workshop.root)]
        print(*found, sep="\n")
        print(*_told(workshop.root), f"{len(found)} findings in {time.perf_counter() - start:.0f} s", sep="\n")
        return int(bool(run.exit_code or found))


def _in_colours(root: Path) -> Iterator[str]:
    """Pages for printers whose text is not on the black plate alone."""
    for path in outputs(root, Output.PRINT):
        yield from (f"{path.parent.name}/{path.name}, page {page}: text in colours" for page in coloured_text(path))


def _told(root: Path) -> Iterator[str]:
    for path in (path for output in (Output.PDF, Output.PRINT, Output.ARCHIVE) for path in outputs(root, output)):
        yield f"{path.parent.name}/{path.name}: {_pages(path)} pages, {path.stat().st_size / 1024:.0f} KiB"


def _pages(path: Path) -> int:
    import pypdf

    return len(pypdf.PdfReader(path).pages)


if __name__ == "__main__":
    raise SystemExit(main())
