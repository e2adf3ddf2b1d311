"""Kill drafting again and again and look at what is on the disk: ``killed_drafts.py FOLDER SEED TRIALS``.

A programme of its own, as ``killed_updates.py`` is: it forks. In each trial a project is drafted from nothing, by runs that kill
themselves at a point drawn at random: before a sentence, or before or after a system call that changes a locale file. Prints
what was seen as JSON; stops with an AssertionError where a file is neither what an update makes nor what drafting makes, or where
the end is another than that of a run that nobody disturbed.
"""

import json
import os
import random
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

sys.path.insert(0, str(Path(__file__).parents[1]))

from dossier.cli.main import main
from dossier.pipeline import draft_desk, replacing
from dossier.pipeline.sentence_memory import MEMORY
from drafting_bench import ENGINE, Machine, put_in

PARTS = 5
os.fsync = lambda descriptor: None  # what a killed process has written the kernel has; waiting for the disk shows nothing
_WATCHED = ((os, "fsync"), (os, "unlink"), (replacing, "_rename"))
_ORDER = ("draft", "--engine", ENGINE, "--lang", "fr")


class Clock:
    """Counts events, and kills this process at one of them."""

    def __init__(self) -> None:
        self.names: list[str] = []
        self.kill_at = -1
        for module, name in _WATCHED:
            setattr(module, name, self._watched(name, getattr(module, name)))

    def begin(self, kill_at: int = -1) -> None:
        self.names, self.kill_at = [], kill_at

    def tick(self, name: str) -> None:
        if len(self.names) == self.kill_at:
            os.kill(os.getpid(), signal.SIGKILL)
        self.names.append(name)

    def _watched(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self.tick(name)
            result = function(*arguments, **named)
            self.tick(name)
            return result

        return call


class Bench:
    """A project in which passages are the same, or nearly, in several documents; drafted in small batches."""

    def __init__(self, root: Path) -> None:
        self.root, self.machine = (
            root,
            put_in(pytest.MonkeyPatch(), Machine(meanwhile=lambda sentence: self.clock.tick("sentence"))),
        )
        self.clock = Clock()
        draft_desk._LEAST, draft_desk._SHARE = 130, 1_000
        assert _run(root, "init", str(root)) == 0
        shutil.rmtree(root / "locales")
        self._write(passages=4)
        assert _run(root, "update", "--lang", "fr") == 0
        self._remark()
        self._write(passages=6)
        self.old = self.locales()
        assert _run(root, "update", "--lang", "fr") == 0
        self.updated = self.locales()
        self.restore()
        self.clock.begin()
        assert _run(root, *_ORDER) == 0
        self.events, self.drafted = list(self.clock.names), self.locales()
        self.asked = len(self.machine.asked)
        assert self.drafted != self.updated

    def locales(self) -> dict[str, bytes]:
        folder = self.root / "locales"
        found = (path for path in folder.rglob("*.po") if not path.name.startswith("."))
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}

    def restore(self) -> None:
        shutil.rmtree(self.root / "locales")
        for name, data in self.old.items():
            path = self.root / "locales" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        for path in (self.root / "build").glob(f"{Path(MEMORY).name}*"):
            path.unlink()

    def killed(self, at: int) -> bool:
        """Whether a run in a process of its own killed itself, as it was to do at its event number ``at``."""
        child = os.fork()
        if child == 0:
            try:
                self.clock.begin(kill_at=at)
                os._exit(_run(self.root, *_ORDER))
            finally:
                os._exit(99)
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])

    def look(self) -> str:
        """How many of the files are drafted."""
        found = self.locales()
        for path, data in found.items():
            assert data in (self.old[path], self.updated[path], self.drafted[path]), (
                f"{path} is neither old nor empty nor drafted"
            )
        done = sum(data == self.drafted[path] for path, data in found.items())
        return "none" if not done else "all" if found == self.drafted else "some"

    def finish(self) -> int:
        """Let a run come to its end; how many sentences it had to ask for."""
        before = len(self.machine.asked)
        assert _run(self.root, *_ORDER) == 0
        assert self.locales() == self.drafted, "another end than that of a run that nobody disturbed"
        return len(self.machine.asked) - before

    def _remark(self) -> None:
        """A translator's remark on a passage that stands in every part: it is hers, in this place and no other."""
        path = self.root / "locales/fr/LC_MESSAGES/demo/part-0.po"
        head, entry, rest = path.read_text(encoding="utf-8").partition('msgid "A sentence that stands')
        place = head.rindex("\n\n") + 2
        path.write_text(f"{head[:place]}# Ask M.\n{head[place:]}{entry}{rest}", encoding="utf-8")

    def _write(self, passages: int) -> None:
        content = self.root / "content/demo"
        names = ", ".join(f'"part-{number}.md"' for number in range(PARTS))
        text = (content / "dossier.toml").read_text(encoding="utf-8")
        (content / "dossier.toml").write_text(text.replace('["introduction.md"]', f"[{names}]"), encoding="utf-8")
        for number in range(PARTS):
            texts = [
                f"A sentence of part {number} alone, of ten words or a few more.",
                "A sentence that stands in every part, word for word.",
                f"Almost the same sentence stands in every part, only [the link](https://example.org/{number}) differs.",
                f"This one of part {number} is too hard.",
                "This one is too hard in every part.",
                f"A sentence that is nearly the same in every part, but for number {number}.",
            ]
            body = "\n\n".join(texts[:passages])
            (content / f"part-{number}.md").write_text(f"---\ntitle: Part\n---\n\n{body}\n", encoding="utf-8")


def _run(root: Path, *arguments: str) -> int:
    return CliRunner().invoke(main, ["-C", str(root), *arguments]).exit_code


def trials(root: Path, seed: int, count: int) -> Mapping[str, Any]:
    """Kill, look, and finish; what was seen."""
    bench, draw = Bench(root), random.Random(seed)
    renames = [place for place, name in enumerate(bench.events) if name == "_rename"]
    seen: Counter[str] = Counter()
    for _ in range(count):
        bench.restore()
        for _ in range(draw.randint(1, 2)):
            seen["killed"] += bench.killed(draw.choice(renames) if draw.random() < 0.5 else draw.randrange(len(bench.events)))
            seen[f"{bench.look()} drafted"] += 1
        asked = bench.finish()
        seen["ends that asked for less"] += asked < bench.asked
    return {"trials": count, "events": len(bench.events), **seen}


if __name__ == "__main__":
    print(json.dumps(trials(Path(sys.argv[1]), *map(int, sys.argv[2:]))))
