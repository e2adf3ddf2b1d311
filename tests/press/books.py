"""Small bundles for the tests of the press."""

import base64

from dossier.model.bundle import Asset, Chapter, Entry, EpubBundle, HtmlBundle, Metadata
from dossier.press.faces_css import face_assets

PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==")
SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>'
STYLE = b"body { font-family: Literata, Amiri } @page { size: A5 }"
PERSIAN_STYLE = b"body { font-family: Amiri, Literata } @page { size: A5 }"
MOMENT = 1607472000  # 2020-12-09T00:00:00Z


def metadata(language: str = "en", **changes: object) -> Metadata:
    """Metadata with every field filled."""
    persian = language == "fa"
    fields: dict[str, object] = {
        "identifier": f"urn:dossier:test:{language}",
        "title": "نامه به سازمان ملل" if persian else "A letter & its answer",
        "language": language,
        "direction": "rtl" if persian else "ltr",
        "date": "2020-12-09",
        "modified": MOMENT,
        "subtitle": "پرونده" if persian else "A dossier",
        "description": "A short description",
        "creators": ("Ada Example", "Ben Example"),
        "publisher": "Example Press",
        "rights": "CC BY 4.0",
        "subjects": ("human rights", "letters"),
        "sources": ("Letter, 1988", "Answer, 2020"),
        "review": "draft",
        "digits": "۰۱۲۳۴۵۶۷۸۹" if persian else "0123456789",
    }
    return Metadata(**(fields | changes))  # type: ignore[arg-type]


def page(body: str, language: str = "en", head: str = "", **assets: Asset) -> HtmlBundle:
    """A web page or PDF source with ``style.css`` linked."""
    about = metadata(language)
    html = (
        f'<!DOCTYPE html><html lang="{language}" dir="{about.direction}"><head><meta charset="utf-8"><title>T</title>'
        f'<link rel="stylesheet" href="style.css">{head}</head><body>{body}</body></html>'
    )
    style = PERSIAN_STYLE if language == "fa" else STYLE
    return HtmlBundle(html, about, {"style.css": Asset(style, "text/css"), "images/dot.png": Asset(PNG, "image/png"), **assets})


def _xhtml(title: str, body: str, language: str) -> bytes:
    direction = "rtl" if language == "fa" else "ltr"
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        f'lang="{language}" xml:lang="{language}" dir="{direction}"><head><title>{title}</title>'
        '<link rel="stylesheet" type="text/css" href="fonts/faces.css"/><link rel="stylesheet" type="text/css" href="style.css"/>'
        f"</head><body>{body}</body></html>"
    ).encode()


def book(language: str = "en") -> EpubBundle:
    """A book with cover, two chapters, a note, an image, an SVG and its own faces."""
    word = "متن فارسی، سال ۱۳۶۷" if language == "fa" else "English text of 1988"
    chapters = (
        Chapter("cover.xhtml", "Cover", _xhtml("Cover", f"<h1>{word}</h1>", language)),
        Chapter("one.xhtml", "One", _xhtml("One", _ONE.format(word=word), language), properties=("svg",)),
        Chapter("two.xhtml", "Two", _xhtml("Two", _TWO.format(word=word), language)),
    )
    css, fonts = face_assets(word + "One Two")
    assets = {
        "fonts/faces.css": Asset(css.encode(), "text/css"),
        "style.css": Asset(b"body { font-family: Literata, Amiri, serif }", "text/css"),
        "images/cover.png": Asset(PNG, "image/png"),
        "images/shape.svg": Asset(SVG, "image/svg+xml"),
        **fonts,
    }
    part = Entry("Part", "one.xhtml#part")
    contents = (Entry("Cover", "cover.xhtml"), Entry("One", "one.xhtml", (part,)), Entry("Two", "two.xhtml"))
    return EpubBundle(metadata(language), chapters, _xhtml("Contents", _NAV, language), contents, assets)


_ONE = (
    '<section epub:type="chapter" role="doc-chapter"><h1>One</h1>'
    '<p>{word}<a epub:type="noteref" role="doc-noteref" href="#n1">1</a></p>'
    '<h2 id="part">Part</h2><p><img src="images/shape.svg" alt="A circle"/><img src="images/cover.png" alt="A dot"/></p>'
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 2 2" role="img" aria-label="A square">'
    '<rect width="2" height="2"/></svg>'
    '<aside epub:type="footnote" role="doc-footnote" id="n1"><p>{word}</p></aside></section>'
)
_TWO = '<section epub:type="chapter" role="doc-chapter"><h1>Two</h1><pre>a\n  b</pre><p>{word} <i>x</i><b>y</b></p></section>'
_NAV = (
    '<nav epub:type="toc" role="doc-toc"><h1>Contents</h1><ol><li><a href="cover.xhtml">Cover</a></li>'
    '<li><a href="one.xhtml">One</a><ol><li><a href="one.xhtml#part">Part</a></li></ol></li>'
    '<li><a href="two.xhtml">Two</a></li></ol></nav>'
    '<nav epub:type="landmarks" hidden="hidden"><h2>Landmarks</h2>'
    '<ol><li><a epub:type="bodymatter" href="one.xhtml">One</a></li></ol></nav>'
)
