"""A programme ``apertium`` that does what a test wants, first on the path."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

_HEAD = """#!{python}
import sys
MODES = {modes!r}
if sys.argv[1:] == ["-l"]:
    print("\\n".join("  " + mode for mode in MODES))
    raise SystemExit
if sys.argv[1:] == ["-V"]:
    print("Apertium 9.8.7")
    raise SystemExit
mode, texts = sys.argv[-1], sys.stdin.read().split("\\0")[:-1]
def write(texts):
    sys.stdout.write("".join(text + "\\0" for text in texts))
def swapped(text):
    return text.replace(".[]", "").swapcase() + ".[]"
"""
HONEST = "write([swapped(text) for text in texts])"
"""Capitals become small letters, and small letters capitals."""


def fake_apertium(folder: Path, body: str = HONEST, modes: Sequence[str] = ("eng-spa", "es-fr", "fr-es")) -> str:
    """A ``PATH`` that has the programme in ``folder``: ``body`` sees ``mode`` and ``texts``, parts of the stream format."""
    folder.mkdir(parents=True, exist_ok=True)
    programme = folder / "apertium"
    programme.write_text(_HEAD.format(python=sys.executable, modes=tuple(modes)) + body + "\n", encoding="utf-8")
    programme.chmod(0o755)
    return os.pathsep.join((str(folder), os.environ["PATH"]))


def without_programmes(folder: Path) -> str:
    """A ``PATH`` on which there is nothing."""
    folder.mkdir(parents=True, exist_ok=True)
    return str(folder)
