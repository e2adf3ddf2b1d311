"""The EPUB of an edition."""

from dataclasses import replace

from dossier.edition.book import epub_bundle
from dossier.model.bundle import Asset
from dossier.pipeline.faces import FACES, faces_for
from dossier.pipeline.making.making import Made, Making
from dossier.press.findings import missing_glyphs

BOOK_COVER = "images/cover.png"
"""Key of the cover's picture among the assets of a book."""


def epub(making: Making) -> Made:
    """The book."""
    from dossier.press.epub import is_cover, pack

    own = [key for key, asset in making.templates.assets("epub").items() if is_cover(key, asset)]
    picture = own[0] if own else BOOK_COVER  # a project's templates/epub/cover.jpg comes first
    bundle = epub_bundle(making.edition, making.templates, faces=FACES, picture=picture, pages=making.page_texts)
    text = b"".join([bundle.navigation, *(chapter.xhtml for chapter in bundle.chapters)]).decode()
    cover = {} if own else {BOOK_COVER: Asset(making.picture, "image/png")}
    return Made(pack(replace(bundle, assets={**bundle.assets, **cover, **faces_for(text)})), missing_glyphs(text))
