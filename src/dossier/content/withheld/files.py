"""The door to a project's files behind which no withheld name is left: in texts, in drawings, in the names of files.

Names are taken out where the files are read, so that no room can forget it. Values of TOML and of front matter are written anew
as quoted strings with as many lines as before: every place that is told later is a place of the file.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from glob import escape

from dossier.content.front_matter import split_front_matter
from dossier.content.reading import resolve
from dossier.content.toml_file import read_toml
from dossier.content.withheld.redactor import Form, Redactor
from dossier.content.withheld.values import redacted_front_matter, redacted_toml
from dossier.model.diagnostics import DossierError
from dossier.model.files import Files
from dossier.model.place import Place
from dossier.model.withheld import SHORTEST, Withheld, letters_of

_MARK = "\ufeff"
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")
_DECLARED = re.compile(rb"<\?xml[^>]*?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)")


def read_withheld(files: Files, path: str) -> tuple[Withheld, ...]:
    """Every name that the dossier at ``path`` (its ``dossier.toml``) or one of its sources withholds.

    A file that cannot be read, and an item that is none, are passed over: reading the dossier tells of them.
    """
    folder = path.rpartition("/")[0]
    values, places = _toml(files, path)
    named = values.get("sources")
    elsewhere = [_resolved(folder, name) for name in named if isinstance(name, str)] if isinstance(named, list) else []
    found = [*_asked_for(values, path, places)]
    for document in dict.fromkeys([*files.glob(f"{escape(folder)}/sources/*.md"), *filter(None, elsewhere)]):
        found += _asked_for(*_front_matter(files, document))
    return tuple({one.name: one for one in reversed(found)}.values())[::-1]


@dataclass(frozen=True, slots=True)
class WithheldFiles(Files):
    """``files`` without the names that ``redactor`` takes out. ``folder`` is the dossier's, ``language`` its own."""

    files: Files
    redactor: Redactor
    folder: str
    language: str
    _real: dict[str, str] = field(default_factory=dict, compare=False, repr=False)

    def __post_init__(self) -> None:
        """Learn which files are called otherwise."""
        for path in self.files.glob(f"{escape(self.folder)}/**/*"):
            shown = self._shown(path)
            if shown != path:
                self._real[_free(shown, self._real)] = path

    def read(self, path: str) -> bytes:
        """The bytes of the file that is called ``path`` here, without withheld names; raises as :class:`Files` does."""
        data = self.files.read(self._real.get(path, path))
        if path.endswith(".md"):
            return _as_text(data, self._document)
        if path.endswith(".toml"):
            return _as_text(data, lambda text: redacted_toml(text, self.redactor, self.language))
        return self._drawing(data) if _looks_like_xml(data) else data

    def exists(self, path: str) -> bool:
        """Whether there is a file that is called ``path`` here."""
        return self.files.exists(self._real.get(path, path))

    def glob(self, pattern: str) -> Iterable[str]:
        """What the files that match ``pattern`` are called here, sorted."""
        shown = {real: path for path, real in self._real.items()}
        matched = {shown.get(path, path) for path in self.files.glob(pattern)}
        if not set("*?[").intersection(pattern) and pattern in self._real:
            matched.add(pattern)
        return sorted(matched)

    def _shown(self, path: str) -> str:
        inside = path.removeprefix(f"{self.folder}/")
        return f"{self.folder}/{self.redactor.path(inside)}" if inside != path else path

    def _document(self, text: str) -> str:
        try:
            parts = split_front_matter(text, "")
        except DossierError:
            return text  # it has no front matter to be read; reading tells so, and makes nothing of it
        language, how = parts.values.get("language"), parts.values.get("reproduce", "full")
        own = str(language) if language and how in ("full", "excerpt") else self.language
        before = text[: len(text) - len(parts.body)]
        return redacted_front_matter(before, self.redactor, self.language) + self.redactor.text(parts.body, own, Form.MARKDOWN)

    def _drawing(self, data: bytes) -> bytes:
        encoding = _encoding_of(data)
        try:
            text = data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            return data  # no XML reader takes it either
        return self.redactor.text(text, self.language, Form.XML).encode(encoding, "xmlcharrefreplace")


def _toml(files: Files, path: str) -> tuple[dict[str, object], dict[tuple[str | int, ...], Place]]:
    try:
        values, places = read_toml(_plain(files.read(path)), path)
    except (DossierError, OSError, ValueError):
        return {}, {}
    return values, dict(places.values)


def _front_matter(files: Files, path: str) -> tuple[dict[str, object], str, dict[tuple[str | int, ...], Place]]:
    try:
        parts = split_front_matter(_plain(files.read(path)), path)
    except (DossierError, OSError, ValueError):
        return {}, path, {}
    return parts.values, path, dict(parts.places.values)


def _plain(data: bytes) -> str:
    return data.decode().removeprefix(_MARK).replace("\r\n", "\n").replace("\r", "\n")


def _resolved(folder: str, name: str) -> str:
    try:
        return resolve(folder, name if name.endswith(".md") else f"sources/{name}.md")
    except PermissionError:
        return ""


def _asked_for(values: dict[str, object], path: str, places: dict[tuple[str | int, ...], Place]) -> Iterator[Withheld]:
    items = values.get("withhold")
    for index, item in enumerate(items if isinstance(items, list) else ()):
        name = item.get("name") if isinstance(item, dict) else item
        shown = item.get("as", "") if isinstance(item, dict) else ""
        if isinstance(name, str) and isinstance(shown, str) and letters_of(name) >= SHORTEST:
            yield Withheld(name, shown, places.get(("withhold", index), Place(path)))


def _free(path: str, taken: dict[str, str]) -> str:
    """``path``, with a number where another file is called so already."""
    stem, dot, suffix = path.rpartition(".")
    number, free = 1, path
    while free in taken:
        number += 1
        free = f"{stem}-{number}{dot}{suffix}"
    return free


def _as_text(data: bytes, redacted: Callable[[str], str]) -> bytes:
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return data  # reading refuses it
    mark = _MARK if text.startswith(_MARK) else ""
    bare = text.removeprefix(_MARK)
    if "\r" not in bare:
        return (mark + redacted(bare)).encode()
    ending = "\r\n" if "\r\n" in bare else "\r"
    done = redacted(bare.replace("\r\n", "\n").replace("\r", "\n"))
    return (mark + done.replace("\n", ending)).encode()


def _looks_like_xml(data: bytes) -> bool:
    return data[:256].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" or data[:2] in _UTF_16


def _encoding_of(data: bytes) -> str:
    if data[:2] in _UTF_16:
        return "utf-16"
    declared = _DECLARED.match(data.removeprefix(b"\xef\xbb\xbf").lstrip())
    return declared[1].decode() if declared else "utf-8"
