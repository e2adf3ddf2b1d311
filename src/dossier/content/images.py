"""The images of a dossier: found in its Markdown, read, made safe."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from urllib.parse import unquote

from lxml import html  # type: ignore[import-untyped]
from markdown_it.token import Token

from dossier.content.image_error import ImageError
from dossier.content.located import Locator
from dossier.content.parsed import ParsedDocument
from dossier.content.raster import clean_raster
from dossier.content.reading import read_named, resolve
from dossier.content.svg import clean_svg
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Image
from dossier.model.files import Files
from dossier.model.place import Place


def clean_image(data: bytes, path: str) -> Image:
    """A safe copy of the image in the file ``path``; what it is, its bytes say, not its name.

    Raises
    ------
    DossierError
        C015, at the file (and for SVG at the line), where it cannot be decoded or is too large.
    """
    try:
        return clean_svg(data) if _looks_like_xml(data) else clean_raster(data)
    except ImageError as error:
        message = f"the image cannot be used: {error.reason}"
        raise DossierError(Diagnostic(CODES["C015"], message, Place(path, *error.position), mend=error.mend)) from error


def _looks_like_xml(data: bytes) -> bool:
    return data[:256].removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<" or data[:2] in (b"\xff\xfe", b"\xfe\xff")


def image_path(document_path: str, address: str) -> str:
    """The key in :attr:`Dossier.images <dossier.model.document.Dossier.images>` of an image's address in a document.

    ``address`` is the ``src`` of markdown-it's token, percent-encoded and relative to the document's folder.

    Raises
    ------
    PermissionError
        Where it leads out of the project.
    """
    return resolve(posixpath.dirname(document_path), unquote(address))


def collect_images(files: Files, documents: Sequence[ParsedDocument]) -> tuple[Mapping[str, Image], tuple[Diagnostic, ...]]:
    """Every image that the Markdown of ``documents`` shows, by its path relative to the project's root.

    Returns
    -------
    The images that could be read and made safe; C013, C014, C015 for the others; C016 where nothing describes one.
    """
    collection = _Collection(files)
    for parsed in documents:
        collection.add_all(parsed)
    return dict(sorted(collection.images.items())), tuple(collection.findings)


def _shown(parsed: ParsedDocument) -> Iterator[tuple[Token, str, str]]:
    """Every image with the block it stands in, its address and its description, in Markdown and in raw HTML."""
    for block, token in parsed.inline("image"):
        yield block, str(token.attrs.get("src", "")), token.content
    for block, token in parsed.raw():
        for image in _raw_images(token.content):
            yield block, str(image.get("src", "")), str(image.get("alt", ""))


def _raw_images(markup: str) -> Iterator[html.HtmlElement]:
    if "<img" in markup.lower():
        yield from html.fragment_fromstring(markup, create_parent="div").iter("img")


class _Collection:
    """Images by path; each file is read and cleaned once, however often it is shown."""

    def __init__(self, files: Files) -> None:
        self._files = files
        self._broken: set[str] = set()
        self.images: dict[str, Image] = {}
        self.findings: list[Diagnostic] = []

    def add_all(self, parsed: ParsedDocument) -> None:
        locator, folder = Locator(parsed.document), posixpath.dirname(parsed.document.path)
        for block, address, description in _shown(parsed):
            name = unquote(address)
            place = locator.place(block, name, address)
            if not description.strip():
                mend = f"describe it: ![what is to be seen]({address})"
                self.findings.append(Diagnostic(CODES["C016"], f"nothing describes the image “{name}”", place, mend=mend))
            self._add(folder, name, place)

    def _add(self, folder: str, name: str, shown_at: Place) -> None:
        if _is_elsewhere(name):
            self.findings.append(_not_of_the_project(name, shown_at))
            return
        try:
            if resolve(folder, name) not in self._broken | self.images.keys():
                self._read(folder, name, shown_at)
        except PermissionError:
            self.findings.append(Diagnostic(CODES["C014"], f"“{name}” lies outside the project", shown_at))

    def _read(self, folder: str, name: str, shown_at: Place) -> None:
        try:
            path, data = read_named(self._files, folder, name, shown_at)
        except DossierError as error:
            self.findings += error.diagnostics
            return
        try:
            self.images[path] = clean_image(data, path)
        except DossierError as error:
            self._broken.add(path)
            self.findings += [replace(found, details=(("shown in", str(shown_at)),)) for found in error.diagnostics]


def _is_elsewhere(name: str) -> bool:
    scheme, colon, _ = name.partition(":")
    return name.startswith("//") or bool(colon and scheme.isascii() and scheme.isalnum())


def _not_of_the_project(name: str, shown_at: Place) -> Diagnostic:
    shown = name if len(name) <= 80 else f"{name[:79]}…"
    mend = "save the image in the project's folder, and name the file: a build has no network"
    return Diagnostic(CODES["C014"], f"the image “{shown}” is no file of the project", shown_at, mend=mend)
