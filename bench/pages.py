"""Our build beside bare WeasyPrint: seconds, pages per second and peak memory, on about 350 A5 pages. See README.md.

This process stays small, because Linux counts the memory of the process that starts another towards the other's peak.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from synthetic import TONGUES, Tongue, dossier

HERE = Path(__file__).parent
DOSSIER = Path(sys.executable).with_name("dossier")
LIMIT = 1.15
OURS, SAME, PLAIN = "dossier build", "WeasyPrint, same options", "WeasyPrint, no options"


@dataclass(frozen=True, slots=True)
class Run:
    """One fresh process: seconds on the clock, seconds of CPU, and the largest resident set of it and its children in MiB."""

    seconds: float
    cpu: float
    memory: float


@dataclass(frozen=True, slots=True)
class Contest:
    """The commands that are measured on one project, by their names, and the environment they share."""

    commands: Mapping[str, Sequence[str]]
    environment: Mapping[str, str]


def main() -> int:
    """Measure both languages; 1 where ours costs more than the limit in one of them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pages", type=int, default=350, help="about how long the dossiers are")
    parser.add_argument("--runs", type=int, default=3, help="alternating runs of each; their median counts")
    asked = parser.parse_args()
    ratios = [_measure(tongue, asked.pages, asked.runs) for tongue in TONGUES]
    return int(max(ratios) > LIMIT)


def _measure(tongue: Tongue, pages: int, runs: int) -> float:
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as name:
        folder = Path(name)
        _write(folder / "project", dossier(tongue, pages))
        contest = _prepare(folder, tongue)
        found = _alternate(contest, runs)
        counted = {name: _pages(Path(path)) for name, path in _results(folder, tongue).items()}
    return _report(tongue, counted, found)


def _write(root: Path, files: Mapping[str, str]) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def _prepare(folder: Path, tongue: Tongue) -> Contest:
    bare, page = folder / "bare", folder / "bare/page.html"
    subprocess.run([sys.executable, HERE / "markup.py", folder / "project", bare], check=True)
    out = _results(folder, tongue)
    command = [sys.executable, str(HERE / "bare.py"), str(page)]
    commands = {
        OURS: [str(DOSSIER), "-C", str(folder / "project"), "build", "--output", "pdf"],
        SAME: [*command, out[SAME], (bare / "options.json").read_text(encoding="utf-8")],
        PLAIN: [*command, out[PLAIN], "{}"],
    }
    # The same faces for all: ours makes such a configuration for itself.
    return Contest(commands, {**os.environ, "FONTCONFIG_FILE": str(bare / "dossier-fonts.conf")})


def _results(folder: Path, tongue: Tongue) -> dict[str, str]:
    ours = folder / f"project/build/bench/{tongue.language}/bench.pdf"
    return {OURS: str(ours), SAME: str(folder / "same.pdf"), PLAIN: str(folder / "plain.pdf")}


def _alternate(contest: Contest, runs: int) -> dict[str, list[Run]]:
    found: dict[str, list[Run]] = {name: [] for name in contest.commands}
    for _ in range(runs):
        for name, command in contest.commands.items():
            found[name].append(_run(command, contest.environment))
    return found


def _run(command: Sequence[str], environment: Mapping[str, str]) -> Run:
    start = time.perf_counter()
    process = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    assert process.stderr is not None
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command} failed:\n{said.decode(errors='replace')}")
    return Run(seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _pages(path: Path) -> int:
    # Counted by another process: this one stays small.
    count = "import pypdf, sys; print(len(pypdf.PdfReader(sys.argv[1]).pages))"
    return int(subprocess.run([sys.executable, "-c", count, path], capture_output=True, text=True, check=True).stdout)


def _report(tongue: Tongue, pages: Mapping[str, int], found: Mapping[str, Sequence[Run]]) -> float:
    print(f"\n{tongue.language}: {pages[OURS]} A5 pages, medians of {len(found[OURS])} alternating runs, fresh processes")
    print(f"  {'':<26}{'pages':>6}{'seconds':>9}{'pages/s':>9}{'CPU s':>8}{'peak MiB':>10}{'ours costs':>12}")
    seconds = {name: median(run.seconds for run in runs) for name, runs in found.items()}
    for name, runs in found.items():
        cpu, memory = median(run.cpu for run in runs), median(run.memory for run in runs)
        rate, ratio = pages[name] / seconds[name], seconds[OURS] / seconds[name]
        print(f"  {name:<26}{pages[name]:>6}{seconds[name]:>9.1f}{rate:>9.1f}{cpu:>8.1f}{memory:>10.0f}{ratio:>11.2f}×")
    ratio = max(seconds[OURS] / seconds[name] for name in (SAME, PLAIN))
    print(f"  {'within' if ratio <= LIMIT else 'OVER'} the limit of {LIMIT} beside both: {ratio:.2f}", flush=True)
    return ratio


if __name__ == "__main__":
    raise SystemExit(main())
