"""Machine drafts: tokens per second of our direct engine and of argostranslate, side by side on the same text. See README.md.

Both load the same package (``base_model.py``), and get paragraphs of this checkout's own prose. argostranslate is asked with a
Python that has it: ``--argos-python PATH``; without one only ours is measured. It is slow, so it gets one paragraph in so many:
tokens per second are compared. Loading is not counted, cutting into sentences is. Each run is a process of its own that may use
the named number of cores.
"""

import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from base_model import DOCUMENTS, make
from own_figures import measured

HERE = Path(__file__).resolve().parent
TIMES_DEFAULTS, TIMES_BEST = 8, 4
DEFAULTS: Mapping[str, int] = {}
SETTINGS: Sequence[Mapping[str, int]] = (  # of argostranslate, as its settings.py offers them: ARGOS_…
    DEFAULTS,  # one worker, as many threads within as CTranslate2 likes, 32 tokens a batch, beam 4
    {"INTER_THREADS": 1, "INTRA_THREADS": 1},
    {"INTER_THREADS": 2, "INTRA_THREADS": 1},
    {"INTER_THREADS": 2, "INTRA_THREADS": 1, "BATCH_SIZE": 128},
    {"INTER_THREADS": 2, "INTRA_THREADS": 1, "BATCH_SIZE": 512},
    {"INTER_THREADS": 1, "INTRA_THREADS": 1, "BATCH_SIZE": 512},
    {"INTER_THREADS": 1, "INTRA_THREADS": 2, "BATCH_SIZE": 512},
)
_LEAST_WORDS = 25
_WHOLE = 0.98  # of the tokens: the model copies, but for what its tokenizer writes otherwise


@dataclass(slots=True)
class Side:
    """One way of translating, and what its runs gave: tokens per second, the same of CPU, and peak memory in MB."""

    name: str
    command: Sequence[str]
    setting: Mapping[str, int]
    paragraphs: Sequence[str]
    rates: list[float] = field(default_factory=list)
    rates_of_cpu: list[float] = field(default_factory=list)
    megabytes: list[float] = field(default_factory=list)

    @property
    def words(self) -> int:
        """How many words it was given."""
        return sum(len(paragraph.split()) for paragraph in self.paragraphs)

    @property
    def rate(self) -> float:
        """The median of its runs."""
        return statistics.median(self.rates)


def main() -> int:
    """Measure, print a table, and return 1 where ours is not as many times as fast as it is to be."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--argos-python", metavar="PATH", help="a Python that has argostranslate")
    parser.add_argument("--cores", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--words", type=int, default=12_000, help="of the document that ours is given")
    parser.add_argument("--every", type=int, default=12, metavar="N", help="argostranslate is given every Nth paragraph of it")
    parser.add_argument("--ours", type=int, metavar="BEAM", help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.ours:
        _translate(asked.ours, asked.cores)
        return 0
    os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[: asked.cores])  # of this process and of those it starts
    with tempfile.TemporaryDirectory(prefix="dossier-bench-") as name:
        home = Path(name)
        _install(home)
        document = paragraphs(asked.words)
        ours, theirs = _ours(asked.cores, document), _theirs(asked.argos_python, document[:: asked.every])
        for _ in range(asked.runs):
            for side in (*ours, *theirs):
                _run(side, home)
    return _report(ours, theirs, asked.cores)


# -- what is translated


def paragraphs(words: int) -> list[str]:
    """Prose of this checkout, no paragraph twice, until there are so many words."""
    taken: list[str] = []
    for paragraph in dict.fromkeys(_prose()):
        if sum(len(one.split()) for one in taken) >= words:
            break
        taken.append(paragraph)
    return taken


def _prose() -> Iterator[str]:
    for file in DOCUMENTS:
        text = re.sub(r"^(```|---|\+\+\+).*?^\1", "", file.read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE)
        for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*]|\d+\.) )", text):
            plain = _plain(block)
            if len(plain.split()) >= _LEAST_WORDS and not block.lstrip().startswith(("|", "#", "<")):
                yield plain


def _plain(block: str) -> str:
    """A block without its Markdown."""
    linked = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", block)
    return " ".join(re.sub(r"[*`_\[\]{}<>|^#\\]+", "", linked).removeprefix("- ").split())


# -- the sides


def _install(home: Path) -> None:
    """Make the model, as a package that both sides see."""
    file = home / "base.argosmodel"
    make(file)
    with zipfile.ZipFile(file) as archive:
        archive.extractall(home / "packages")
    file.unlink()


def _ours(cores: int, document: Sequence[str]) -> list[Side]:
    command = [sys.executable, __file__, "--cores", str(cores), "--ours"]
    return [Side(f"our `argos`, beam {beam}", [*command, str(beam)], {}, document) for beam in (4, 1)]


def _theirs(python: str | None, document: Sequence[str]) -> list[Side]:
    if python is None:
        print("No --argos-python: only ours is measured.\n")
        return []
    return [Side(_named(setting), [python, str(HERE / "argos_side.py")], setting, document) for setting in SETTINGS]


def _named(setting: Mapping[str, int]) -> str:
    said = ", ".join(f"{name} {value}" for name, value in setting.items())
    return f"argostranslate, {said.replace('_', ' ').lower() or 'defaults'}"


def _run(side: Side, home: Path) -> None:
    """One run in a process of its own, whose home is the temporary folder."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("ARGOS_", "XDG_", "CT2_", "OMP_"))}
    environment = kept | {"HOME": str(home), "ARGOS_PACKAGES_DIR": str(home / "packages")}
    environment |= {f"ARGOS_{name}": str(value) for name, value in side.setting.items()}
    given, taken = home / "given.json", home / "taken.json"
    given.write_text(json.dumps(side.paragraphs), encoding="utf-8")
    with given.open() as source, taken.open("w") as target:
        if subprocess.run(side.command, stdin=source, stdout=target, env=environment).returncode:
            raise SystemExit(f"{side.name} failed")
    found = json.loads(taken.read_text(encoding="utf-8"))
    tokens = _tokens(home, found["texts"])
    if tokens < _WHOLE * _tokens(home, side.paragraphs):
        raise SystemExit(f"{side.name}: the model gave back less than it was given")
    side.rates.append(tokens / found["seconds"])
    side.rates_of_cpu.append(tokens / found["cpu"])
    side.megabytes.append(found["megabytes"])
    print(f"{side.name}: {side.rates[-1]:.0f} tokens/s, {found['seconds']:.1f} s, {side.megabytes[-1]:.0f} MB", file=sys.stderr)


def _tokens(home: Path, texts: Sequence[str]) -> int:
    """How many tokens were written."""
    import sentencepiece

    model = next(home.glob("packages/*/sentencepiece.model"))
    processor = sentencepiece.SentencePieceProcessor(model_file=str(model))
    return sum(len(processor.encode(text)) for text in texts)


def _translate(beam: int, cores: int) -> None:
    """Our side: what standard input holds, all sentences of all paragraphs at once."""
    from dossier.translation.drafting.sentences import bounds
    from dossier.translation.engines.argos import open_engine
    from dossier.translation.engines.engine import Effort, Pair, Settings

    texts = json.load(sys.stdin)
    engine = open_engine(Pair("en", "fr"), Settings(threads=cores))
    list(engine.translate(["Load the model."], Effort(beam)))

    def work() -> list[str]:
        cut = [[text[begin:end] for begin, end in bounds(text, "en")] for text in texts]
        distinct = list(dict.fromkeys(sentence for sentences in cut for sentence in sentences))
        replies = {distinct[number]: reply.text for number, reply in engine.translate(distinct, Effort(beam))}
        return [" ".join(replies[sentence] for sentence in sentences) for sentences in cut]

    json.dump(measured(work), sys.stdout)


# -- what came out


def _report(ours: Sequence[Side], theirs: Sequence[Side], cores: int) -> int:
    best = max(theirs, key=lambda side: side.rate, default=None)
    head = f"{cores} cores, load {os.getloadavg()[1]:.1f}, {len(ours[0].rates)} runs"
    print(f"| {head} | words | tokens/s | lowest–highest | tokens/CPU s | peak MB |", "|---|---|---|---|---|---|", sep="\n")
    for side in (*ours, *theirs):
        mark = " (its best)" if side is best else ""
        spread = f"{min(side.rates):.0f}–{max(side.rates):.0f}"
        cpu = statistics.median(side.rates_of_cpu)
        print(f"| {side.name}{mark} | {side.words} | {side.rate:.0f} | {spread} | {cpu:.0f} | {max(side.megabytes):.0f} |")
    return 0 if best is None else _judged(ours[0].rate / theirs[0].rate, ours[0].rate / best.rate)


def _judged(times_defaults: float, times_best: float) -> int:
    """Say how many times as fast as argostranslate ours is at its beam; 1 where that is less than wanted."""
    print(
        f"\nAt beam 4, ours is {times_defaults:.1f} times as fast as its defaults (at least {TIMES_DEFAULTS} wanted) "
        f"and {times_best:.1f} times as fast as its best setting (at least {TIMES_BEST} wanted)."
    )
    return int(times_defaults < TIMES_DEFAULTS or times_best < TIMES_BEST)


if __name__ == "__main__":
    raise SystemExit(main())
