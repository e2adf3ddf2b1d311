"""The examples of the CommonMark and GFM specifications, read from a pinned source package.

``make test`` puts the sdist of marko (which carries both specifications) into ``.venv/share/specs``; its name, version and
hash stand in ``requirements/specs.txt``. The specifications are not ours, so they are not copied here.
"""

import os
import re
import sys
import tarfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

_EXAMPLE = re.compile(r"^`{32} example(?P<extension>[^\n]*)\n(?P<markdown>.*?)^\.\n(?P<html>.*?)^`{32}$", re.M | re.S)


@dataclass(frozen=True)
class Example:
    """One example: its number in the specification, the extension it belongs to, and its Markdown."""

    specification: str
    number: int
    extension: str
    markdown: str
    html: str

    def __str__(self) -> str:
        return f"{self.specification}-{self.number}"


def _package() -> Path:
    folder = Path(os.environ.get("DOSSIER_SPECS", Path(sys.prefix) / "share" / "specs"))
    found = sorted(folder.glob("marko-*.tar.gz"))
    if not found:
        raise FileNotFoundError(f"no specifications in {folder}: run `make test`, which downloads them (requirements/specs.txt)")
    return found[-1]


@cache
def examples(specification: str) -> tuple[Example, ...]:
    """All examples of ``commonmark`` or ``gfm``."""
    with tarfile.open(_package()) as archive:
        member = next(name for name in archive.getnames() if name.endswith(f"/tests/spec/{specification}.txt"))
        file = archive.extractfile(member)
        assert file is not None
        text = file.read().decode()
    return tuple(
        Example(
            specification,
            number,
            found["extension"].strip(),
            found["markdown"].replace("→", "\t"),
            found["html"].replace("→", "\t"),
        )
        for number, found in enumerate(_EXAMPLE.finditer(text), 1)
    )
