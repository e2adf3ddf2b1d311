"""An :class:`~dossier.model.bundle.EpubBundle` becomes an EPUB 3.3 file.

EbookLib writes package, NCX and container. Chapters and navigation are handed over as finished bytes, because its own HTML
classes change them; its writer is told the dates, and its zip entries carry no clock.
"""

import zipfile
from collections.abc import Iterable
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

from ebooklib import epub
from lxml import etree  # type: ignore[import-untyped]

from dossier.model.bundle import Asset, Chapter, Entry, EpubBundle, Metadata
from dossier.press.epub.access import report
from dossier.press.epub.description import describe
from dossier.press.toolchain import generator

_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_FIRST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)


def pack(bundle: EpubBundle) -> bytes:
    """The book as an EPUB file, the same bytes for the same bundle and toolchain.

    The navigation document becomes ``nav.xhtml``. An image asset whose file name is ``cover.*`` is declared the cover.
    Conformance to EPUB Accessibility is claimed on the bundle's evaluation alone: that takes a person's judgement.

    Raises
    ------
    lxml.etree.XMLSyntaxError
        Where a chapter is not well-formed.
    """
    book = _book(bundle.metadata)
    chapters = [_chapter_item(number, chapter) for number, chapter in enumerate(bundle.chapters, start=1)]
    assets = [_asset_item(number, *entry) for number, entry in enumerate(sorted(bundle.assets.items()), start=1)]
    navigation = _navigation_item(bundle)
    for item in (navigation, epub.EpubNcx(), *chapters, *assets):
        book.add_item(item)
    read = [*chapters[: bundle.front], navigation, *chapters[bundle.front :]] if bundle.front else chapters
    book.spine = [(item, "yes" if item.is_linear else "no") for item in read]
    book.toc = _contents(bundle.contents)
    describe(book, bundle)
    out = BytesIO()
    _Writer(out, book, bundle).write()
    return out.getvalue()


class _Writer(epub.EpubWriter):  # type: ignore[misc]
    """EbookLib's writer without clock, and with the language of the package."""

    def __init__(self, out: BytesIO, book: Any, bundle: EpubBundle) -> None:
        moment = datetime.fromtimestamp(bundle.metadata.modified, UTC)
        options = {
            "mtime": moment,
            "raise_exceptions": True,
            "epub2_guide": False,
            "epub3_landmark": False,
            "epub3_pages": False,
            "play_order": {"enabled": True, "start_from": 1},
        }
        super().__init__(out, book, options)
        self._bundle = bundle
        self._moment = moment

    def write(self) -> None:
        """Write the zip: ``mimetype`` first and stored (OCF 3.3, 4.3), then everything in the order of the manifest."""
        with _DatedZip(self.file_name, self._moment) as self.out:
            self.out.writestr("mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
            self._write_container()
            self._write_opf()
            self._write_items()

    def _write_opf_file(self, root: Any) -> None:
        root.set(_XML_LANG, self._bundle.metadata.language)
        root.set("dir", self._bundle.metadata.direction)
        link = report(self._bundle)
        if link is not None:
            etree.SubElement(root.find("metadata"), "link", link)
        super()._write_opf_file(root)


class _DatedZip(zipfile.ZipFile):
    """A zip whose entries all carry one date and plain permissions."""

    def __init__(self, file: BytesIO, moment: datetime) -> None:
        super().__init__(file, "w", zipfile.ZIP_DEFLATED, compresslevel=9)
        self._date = max(moment.timetuple()[:6], _FIRST_ZIP_DATE)

    def writestr(self, name: Any, data: Any, compress_type: int | None = None, compresslevel: int | None = None) -> None:
        """Add one entry."""
        info = zipfile.ZipInfo(name, self._date)
        info.create_system = 3  # Unix on every system, for the permissions below
        info.external_attr = 0o100644 << 16
        kind = zipfile.ZIP_DEFLATED if compress_type is None else compress_type
        super().writestr(info, data, kind, self.compresslevel if compresslevel is None else compresslevel)


def _book(metadata: Metadata) -> Any:
    book = epub.EpubBook()
    book.set_identifier(metadata.identifier)
    book.set_unique_metadata("OPF", "generator", "", {"name": "generator", "content": generator()})
    book.title = metadata.title
    book.set_language(metadata.language)
    if metadata.direction == "rtl":
        book.set_direction("rtl")
    return book


def _chapter_item(number: int, chapter: Chapter) -> Any:
    item = epub.EpubItem(f"chapter-{number}", chapter.name, "application/xhtml+xml", chapter.xhtml)
    item.is_linear = chapter.linear
    item.properties = list(chapter.properties)
    return item


def _navigation_item(bundle: EpubBundle) -> Any:
    item = epub.EpubItem("nav", "nav.xhtml", "application/xhtml+xml", bundle.navigation)
    item.properties = ["nav"]
    return item


def is_cover(key: str, asset: Asset) -> bool:
    """Whether an asset of a book is its cover's picture."""
    return key.rpartition("/")[2].startswith("cover.") and asset.media_type.startswith("image/")


def _asset_item(number: int, key: str, asset: Asset) -> Any:
    item = epub.EpubItem(f"asset-{number}", key, asset.media_type, asset.data)
    item.properties = ["cover-image"] if is_cover(key, asset) else []
    return item


def _contents(entries: Iterable[Entry]) -> list[Any]:
    numbers = iter(range(1, 1_000_000))

    def tree(level: Iterable[Entry]) -> list[Any]:
        return [branch(entry) for entry in level]

    def branch(entry: Entry) -> Any:
        link = epub.Link(entry.address, entry.title, f"entry-{next(numbers)}")
        return (link, tree(entry.children)) if entry.children else link

    return tree(entries)
