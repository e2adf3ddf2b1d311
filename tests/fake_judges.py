"""Judges that say what a test wants to hear: programmes on a PATH that has no others."""

import json
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest


@contextmanager
def machine_with(folder: Path, programmes: Mapping[str, str], *, required: bool = False) -> Iterator[None]:
    """A machine that has these programmes, by their Python, and no other; ``required`` as with ``REQUIRE_JUDGES=1``."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, code in programmes.items():
        (folder / name).write_text(f"#!{sys.executable}\nimport json, sys\n{code}\n", encoding="utf-8")
        (folder / name).chmod(0o755)
    # Nothing else of the environment is put back: a build of this process points fontconfig at our faces, once.
    with pytest.MonkeyPatch.context() as here:
        here.setenv("PATH", str(folder))
        here.setenv("REQUIRE_JUDGES", str(int(required)))
        here.delenv("DOSSIER_VERAPDF", raising=False)
        yield


CONTENT = "sys.exit(0)"
"""A qpdf that finds nothing, and a Chromium that nobody starts."""


def qpdf(words: str) -> str:
    """Finds damage."""
    return f"print(f'WARNING: {{sys.argv[-1]}}: {words}', file=sys.stderr); sys.exit(3)"


def verapdf(rules: list[dict[str, Any]]) -> str:
    """Finds these rules broken in every file it is given, or nothing."""
    result = {"compliant": not rules, "details": {"ruleSummaries": rules}}
    return (
        f"result = json.loads({json.dumps(result)!r})\n"
        "files = [one for one in sys.argv if one.endswith('.pdf')]\n"
        "jobs = [{'itemDetails': {'name': one}, 'validationResult': [result]} for one in files]\n"
        "print(json.dumps({'report': {'jobs': jobs}}))"
    )


LINKS = {
    "clause": "7.18.5",
    "testNumber": 1,
    "failedChecks": 3,
    "description": "Links shall be tagged",
    "checks": [{"context": "root/document[0]/pages[1](8 0 obj PDPage)/annots[0]", "errorMessage": "A link is not tagged"}],
}


def epubcheck(severity: str, after: str = "") -> str:
    """A Java whose EPUBCheck complains of the place where ``after`` stands in the first chapter that has it, or of the book."""
    return (
        "import zipfile\n"
        f"book, after, where = next(one for one in sys.argv if one.endswith('.epub')), {after!r}, []\n"
        "with zipfile.ZipFile(book) as archive:\n"
        "    for name in sorted(archive.namelist()) if after else []:\n"
        "        before, found, _ = archive.read(name).decode('utf-8', 'replace').partition(after)\n"
        "        if found and name.endswith('.xhtml') and not where:\n"
        "            lines = before.split('\\n')\n"
        "            where = [{'path': name, 'line': len(lines), 'column': len(lines[-1]) + len(after)}]\n"
        f"message = {{'ID': 'RSC-005', 'severity': {severity!r}, 'message': 'this is not allowed', 'locations': where}}\n"
        "print(json.dumps({'messages': [message]}))"
    )


def ace(impact: str = "", cfi: str = "", chapter: str = "introduction.xhtml") -> str:
    """An Ace that finds one thing of this gravity at ``cfi``, or nothing."""
    one = {
        "earl:result": {
            "earl:outcome": "fail",
            "dct:description": "it has no name",
            "earl:pointer": {"cfi": [cfi]},
            "html": "<img/>",
        },
        "earl:test": {"earl:impact": impact, "dct:title": "image-alt", "help": {"dct:title": "Images need words"}},
    }
    report = {"assertions": [{"earl:testSubject": {"url": chapter}, "assertions": [one] if impact else []}]}
    return (
        "import pathlib\nfolder = pathlib.Path(sys.argv[sys.argv.index('-o') + 1])\n"
        f"(folder / 'report.json').write_text({json.dumps(report)!r})"
    )
