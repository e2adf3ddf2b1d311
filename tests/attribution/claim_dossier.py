"""A dossier with claims, in memory."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fnmatch import fnmatch

from dossier.content.load import load_dossier
from dossier.model.document import Dossier

TOML = """\
id = "demo"
title = "A demo"
language = "en"
languages = ["en"]
date = "2026-01-02"
parts = ["summary.md"]
"""
SOURCE = """\
---
id: {id}
title: A source
publisher: A body
publisher-kind: intergovernmental
issued: 1988-09
URL: https://example.org/
language: en
rights: unknown to us
reproduce: excerpt
evidence: {{ issued: text, publisher-kind: text }}
---
The source says so.
"""


@dataclass(frozen=True)
class Texts:
    """A project that is a dictionary."""

    texts: Mapping[str, str]

    def read(self, path: str) -> bytes:
        return self.texts[path].encode()

    def exists(self, path: str) -> bool:
        return path in self.texts

    def glob(self, pattern: str) -> Iterable[str]:
        return sorted(path for path in self.texts if fnmatch(path, pattern))


def dossier_with(text: str, claims: str | None) -> Dossier:
    """A dossier whose only part is ``text``; its sources are ``letter`` and ``report``."""
    files = {
        "dossier.toml": TOML,
        "summary.md": f"---\ntitle: Summary\n---\n{text}\n",
        "sources/letter.md": SOURCE.format(id="letter"),
        "sources/report.md": SOURCE.format(id="report"),
        **({} if claims is None else {"claims.toml": claims}),
    }
    project = Texts({f"content/demo/{name}": content for name, content in files.items()})
    return load_dossier(project, "content/demo/dossier.toml")[0]
