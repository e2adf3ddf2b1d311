"""Kill updates again and again and look at what is on the disk: ``killed_updates.py FOLDER SEED RANDOM EXACT``.

A programme of its own, not a test: it forks, which a test in a process with threads must not. ``RANDOM`` updates are killed after
a time drawn over what an update takes, ``EXACT`` ones at a system call that changes the disk, just before or just after it.
Prints what was seen as JSON; stops with an AssertionError at the first file that is neither the old one nor the new one.
"""

import hashlib
import json
import os
import random
import re
import signal
import sys
import time
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from killing import deadly

from dossier.cli.main import main
from dossier.pipeline import replacing
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.update import update

PARTS = 12
WATCHED = ((os, "fsync"), (os, "rename"), (os, "replace"), (os, "unlink"), (replacing, "_rename"))
LEFTOVER = re.compile(r"(?:.*/)?\..+\.dossier-[0-9a-z_]{8}\S*\.(?:new|old)")


class Bench:
    """A project with work to do, and what its locale files are before and after it."""

    def __init__(self, root: Path) -> None:
        self.root = root
        assert CliRunner().invoke(main, ["init", str(root)]).exit_code == 0
        self._write_sources(PARTS, "")
        self._run()
        self._translate()
        self._run()
        self.old = self.locales()
        self._write_sources(PARTS + 1, " and more")
        self.time = self._timed()
        self.new = self.locales()
        assert sum(path.endswith(".po") for path in self.new) >= 26
        assert all(self.old.get(path) != data for path, data in self.new.items() if "/part-" in path)

    def locales(self) -> dict[str, bytes]:
        folder = self.root / "locales"
        return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}

    def restore(self) -> None:
        """Everything as it was before the update, the source apart."""
        for path, data in self.locales().items():
            if self.old.get(path) != data:
                (self.root / "locales" / path).unlink()
        for path, data in self.old.items():
            if not (self.root / "locales" / path).exists():
                (self.root / "locales" / path).write_bytes(data)

    def killed(self, after: Callable[[int], None], inside: Callable[[], None] = lambda: None) -> bool:
        """Whether an update in a process of its own was killed; ``after`` is to see to that, given its id."""
        child = os.fork()
        if child == 0:
            try:
                inside()
                self._run()
            finally:
                os._exit(0)
        after(child)
        return os.WIFSIGNALED(os.waitpid(child, 0)[1])

    def verdict(self) -> tuple[str, bool]:
        """How many of the files are new (none, some, all), and whether there are leftovers. Then the next update mends all."""
        found = self.locales()
        files = {path: data for path, data in found.items() if not LEFTOVER.fullmatch(path)}
        for path in {*files, *self.old}:
            assert files.get(path) in (self.old.get(path), self.new.get(path)), f"{path} is neither old nor new"
        self._run()
        assert self.locales() == self.new, "the next update did not mend it"
        changed = sum(files.get(path) == data for path, data in self.new.items() if self.old.get(path) != data)
        expected = sum(self.old.get(path) != data for path, data in self.new.items())
        return {0: "old", expected: "new"}.get(changed, "some of both"), len(files) < len(found)

    def _write_sources(self, parts: int, more: str) -> None:
        content = self.root / "content/demo"
        names = [f"part-{number:02d}" for number in range(parts)]
        text = (content / "dossier.toml").read_text(encoding="utf-8")
        listed = ", ".join(f'"{name}.md"' for name in names)
        text = re.sub(r"(?m)^parts = .*$", f"parts = [{listed}]", text)
        (content / "dossier.toml").write_text(text, encoding="utf-8")
        for number, name in enumerate(names):
            body = f"---\ntitle: {_words(number, 0)}\n---\n\n{_words(number, 1)}{more}.\n\n{_words(number, 2)}.\n"
            (content / f"{name}.md").write_text(body, encoding="utf-8")

    def _translate(self) -> None:
        for path in (self.root / "locales").glob("*/LC_MESSAGES/demo/part-*.po"):
            text = path.read_text(encoding="utf-8")
            path.write_text(re.sub(r'(?m)^msgid "(.+)"\nmsgstr ""$', r'msgid "\1"\nmsgstr "[\1]"', text), encoding="utf-8")

    def _run(self) -> None:
        for _ in update(Project(self.root), Selection()):
            pass

    def _timed(self) -> float:
        begun = time.monotonic()
        self._run()
        return time.monotonic() - begun


def _words(number: int, passage: int) -> str:
    """A passage like no other: what an update finds for it does not hang on how far the one before it came."""
    digest = hashlib.sha256(f"{number} {passage}".encode()).hexdigest()
    return " ".join(digest[start : start + 6] for start in range(0, 48, 6))


def at_call(module: Any, name: str, wanted: int, before: bool) -> Callable[[], None]:
    """Make a process kill itself at the ``wanted``-th call of a function."""

    def arm() -> None:
        setattr(module, name, deadly(getattr(module, name), wanted, before=before))

    return arm


def calls_of(bench: Bench) -> dict[tuple[Any, str], int]:
    """How often an update calls each of the watched functions."""
    counts: Counter[tuple[Any, str]] = Counter()
    originals = {(module, name): getattr(module, name) for module, name in WATCHED}

    def counted(key: tuple[Any, str]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            counts[key] += 1
            return originals[key](*arguments, **named)

        return call

    for module, name in WATCHED:
        setattr(module, name, counted((module, name)))
    bench.restore()
    counts.clear()
    bench._run()
    for (module, name), function in originals.items():
        setattr(module, name, function)
    return dict(counts)


def sleeping(seconds: float) -> Callable[[int], None]:
    def after(child: int) -> None:
        time.sleep(seconds)
        os.kill(child, signal.SIGKILL)

    return after


def trials(root: Path, seed: int, at_random: int, exactly: int) -> Mapping[str, Any]:
    """Kill, look, mend, and count what was seen."""
    os.fsync = lambda descriptor: None  # what a killed process has written the kernel has; waiting for the disk shows nothing
    bench, draw = Bench(root), random.Random(seed)
    calls = calls_of(bench)
    seen: Counter[str] = Counter()
    for number in range(at_random + exactly):
        bench.restore()
        if number < at_random:
            killed = bench.killed(sleeping(draw.uniform(0, bench.time * 1.1)))
        else:
            module, name = draw.choice(sorted(calls, key=lambda key: key[1]))
            arm = at_call(module, name, draw.randint(1, calls[module, name]), draw.random() < 0.5)
            killed = bench.killed(lambda child: None, arm)
        state, leftovers = bench.verdict()
        seen.update({("killed" if killed else "ended"): 1, f"{state} on disk": 1, "with leftovers": leftovers})
    return {"trials": at_random + exactly, "seconds an update takes": round(bench.time, 3), **seen}


if __name__ == "__main__":
    print(json.dumps(trials(Path(sys.argv[1]), *map(int, sys.argv[2:]))))
