"""A project in memory, for tests that need no disk."""

import re
from collections.abc import Callable, Iterable, Mapping

from dossier.model.diagnostics import Diagnostic, DossierError

SOURCE = """---
id: letter
title: A letter
publisher: A body
publisher-kind: intergovernmental
issued: 1988-09
URL: https://example.org/letter
language: en
rights: unknown to us
reproduce: excerpt
evidence:
  title: "inferred: from its first line"
  issued: text
  publisher-kind: text
---
The letter says so.
"""

PART = """---
title: Summary
---
# Facts

See [the facts](#facts).
"""

DOSSIER = """id = "demo"
title = "A demo"
language = "en"
languages = ["en", "fa"]
date = "2026-01-02"
parts = ["summary.md"]
"""


class MemoryFiles:
    """``outside`` names paths that a disk would find behind a symbolic link to elsewhere."""

    def __init__(self, texts: Mapping[str, str | bytes], outside: Iterable[str] = ()) -> None:
        self._data = {path: text.encode() if isinstance(text, str) else text for path, text in texts.items()}
        self._outside = frozenset(outside)

    def read(self, path: str) -> bytes:
        if path in self._outside or path.startswith(("/", "..")):
            raise PermissionError(path)
        if path not in self._data:
            raise FileNotFoundError(path)
        return self._data[path]

    def exists(self, path: str) -> bool:
        return path in self._data

    def glob(self, pattern: str) -> Iterable[str]:
        expression = re.escape(pattern).replace(r"\*\*/", "(?:.*/)?").replace(r"\*", "[^/]*")
        return sorted(path for path in self._data if re.fullmatch(expression, path))


def project(changes: Mapping[str, str | bytes | None] = {}, outside: Iterable[str] = ()) -> MemoryFiles:
    """A sound dossier at ``content/demo`` with ``changes`` (paths below it; ``None`` takes a file out)."""
    texts: dict[str, str | bytes | None] = {"dossier.toml": DOSSIER, "summary.md": PART, "sources/letter.md": SOURCE, **changes}
    return MemoryFiles({f"content/demo/{name}": text for name, text in texts.items() if text is not None}, outside)


def refusals(call: Callable[[], object]) -> tuple[Diagnostic, ...]:
    """The diagnostics ``call`` refuses with; none where it returns. Any other exception is a fault of ours."""
    try:
        call()
    except DossierError as error:
        return error.diagnostics
    return ()
