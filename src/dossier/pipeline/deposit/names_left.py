"""The last look for withheld names at all that a deposit holds."""

import re
from collections.abc import Iterator, Mapping, Sequence

from dossier.content.withheld.redactor import Redactor, found_in
from dossier.model.bundle import Artifact
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.place import Place
from dossier.model.withheld import Withheld
from dossier.pipeline.withheld import found_in_outputs

_FINISHED = (".pdf", ".epub", ".html")
_PICTURES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF")
_CONTINUED = re.compile(r'"[ \t]*\r?\n(?:#[~|]+[ \t]*)*"')
_COMMENT = re.compile(r"\r?\n#+[.:,|~]*[ \t]*")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})")


def names_left(files: Mapping[str, bytes], withheld: Sequence[Withheld]) -> tuple[Diagnostic, ...]:
    """D001 for every file with a withheld name in it or in its path. Rasters are not read: people see to what they show.

    Parameters
    ----------
    files:
        By their paths, which are told without the name.
    withheld:
        The names.
    """
    if not withheld:
        return ()
    redactor = Redactor(tuple(withheld), lambda _: "[name withheld]")
    return tuple(_finding(redactor.path(path), line) for path, data in files.items() for line in _lines(path, data, withheld))


def _finding(path: str, line: int) -> Diagnostic:
    return Diagnostic(CODES["D001"], "a name that is withheld here would go into the deposit", Place(path, line))


def _lines(path: str, data: bytes, withheld: Sequence[Withheld]) -> Iterator[int]:
    """The line of a name, once a file; 0 where it is in the path, or in a file that has no lines."""
    if found_in(path.replace("/", "\n\n"), withheld):
        yield 0
    elif path.endswith(_FINISHED):
        if found_in_outputs([Artifact(path, data)], withheld):
            yield 0
    elif not data.startswith(_PICTURES):
        yield from next(filter(None, (tuple(_lines_of_text(text, withheld)) for text in _readings(data))), ())


def _readings(data: bytes) -> Iterator[str]:
    """UTF-8; and UTF-16, in which style sheets may be, and in which colour profiles say what they are."""
    yield data.decode("utf-8", "replace")
    if b"\0" in data:
        yield from (data[start:].decode(encoding, "replace") for encoding in ("utf-16-le", "utf-16-be") for start in (0, 1))


def _lines_of_text(text: str, withheld: Sequence[Withheld]) -> Iterator[int]:
    """As the text is written; and joined, where a file's format or its comments part what people read as one."""
    if any(found_in(one, withheld) for one in (text, _CONTINUED.sub("", text), _COMMENT.sub(" ", text), _unescaped(text))):
        lines = enumerate(text.splitlines(), start=1)
        yield next((number for number, line in lines if found_in(line, withheld)), 0)


def _unescaped(text: str) -> str:
    """With the letters that JSON and TOML may write by their numbers."""
    return _ESCAPE.sub(lambda found: chr(int(found[1], 16)), text)
