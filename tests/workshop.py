"""A project to work on in tests: begin it, change a file, run a command, look at what came out."""

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner

from dossier.cli.main import main
from machine import tree

REPOSITORY = Path(__file__).parents[1]


@dataclass(frozen=True)
class Run:
    """What a command did."""

    exit_code: int
    output: str
    errors: str

    @property
    def codes(self) -> set[str]:
        """The codes of all findings that were shown."""
        words = self.errors.replace(":", " ").split()
        return {word for before, word in pairwise(words) if before in ("error", "warning")}


@dataclass(frozen=True)
class Workshop:
    """A project in ``root``."""

    root: Path

    @classmethod
    def demo(cls, root: Path) -> "Workshop":
        """The project that ``dossier init`` begins."""
        made = CliRunner().invoke(main, ["init", str(root)])
        assert made.exit_code == 0, made.output
        return cls(root)

    def run(self, *arguments: str) -> Run:
        """``dossier ARGUMENTS`` in this process, all editions too.

        What is slow the first time (to read the engine, to cut faces, to compile templates) is done already when the next test
        builds. Editions in processes of their own are what :meth:`spawn` makes.
        """
        with patch("dossier.pipeline.executor.processors", return_value=1):
            result = CliRunner().invoke(main, ["-C", str(self.root), *arguments])
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Run(result.exit_code, result.stdout, result.stderr)

    def spawn(self, *arguments: str, environment: Mapping[str, str] | None = None) -> Run:
        """``dossier ARGUMENTS`` in a process of its own, with nothing but ``environment`` and what Python needs."""
        kept = {name: os.environ[name] for name in ("PATH", "PYTHONPATH", "LD_LIBRARY_PATH") if name in os.environ}
        done = subprocess.run(
            [sys.executable, "-m", "dossier", *arguments],
            cwd=self.root,
            env={**kept, **(environment or {})},
            capture_output=True,
            text=True,
            check=False,
        )
        return Run(done.returncode, done.stdout, done.stderr)

    def read(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def write(self, path: str, text: str | bytes) -> None:
        target = self.root / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(text.encode() if isinstance(text, str) else text)

    def edit(self, path: str, old: str, new: str) -> None:
        """Replace ``old``, which must be there, by ``new``."""
        text = self.read(path)
        assert old in text, f"“{old}” is not in {path}"
        self.write(path, text.replace(old, new, 1))

    def built(self) -> dict[str, bytes]:
        """Every file below ``build/``; what the system hides there is no output."""
        return {path: data for path, data in tree(self.root / "build").items() if not path.startswith(".")}
