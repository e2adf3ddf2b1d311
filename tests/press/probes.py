"""Pages whose bytes would show what other pages have left behind in the process: a face, a language, a number, a style."""

import dataclasses
import gc
from hashlib import sha256

from books import page

from dossier.model.bundle import Asset, HtmlBundle
from dossier.model.records import Profile
from dossier.press.faces_css import face_assets
from dossier.press.pdf import render

_BODY = (
    "<h1 id=a>Héading of the page</h1><p>Text <i>it</i> <b>b</b> αЖ ☃ 🔥 متن ۱۲ <small lang=fr>« été »</small></p>"
    "<p lang=fa dir=rtl>متن فارسی، سال ۱۳۶۷ <b>b</b> ☃</p><pre>☃ x αЖ</pre><code>☃ x</code>"
    "<table><tr><th>A<th>B<tr><td>1<td>۲</table><ul><li>one<li lang=fa>دو</ul><p><img src=images/dot.png alt=d></p>"
)


def digests(*profiles: Profile) -> list[str]:
    """A digest of the bytes of every probe in each of ``profiles``; in all where none is named."""
    return [sha256(render(probe, profile).data).hexdigest() for probe in _probes() for profile in profiles or Profile]


def set_other_pages() -> None:
    """Set pages of other languages, styles and faces, some of whose faces bear the names of the bundled ones."""
    for number, other in enumerate(_others()):
        render(other, list(Profile)[number % len(Profile)])
        gc.collect()


def _probes() -> tuple[HtmlBundle, ...]:
    return page(_BODY, "en"), page(_BODY, "fa")


def _others() -> tuple[HtmlBundle, ...]:
    css, fonts = face_assets("Other words ☃ متن", mono=True)
    own_faces = Asset(css.replace("JetBrains Mono", "monospace").replace("Literata", "serif").encode(), "text/css")
    link = '<link rel="stylesheet" href="fonts/faces.css">'
    style = (
        "<style>code, pre { font: italic 700 9px serif; font-variation-settings: 'wght' 650 }"
        " .n { float: footnote } p { text-align: justify; hyphens: auto } #a { color: device-cmyk(1 0 0 0) }"
        " @page { size: A6; @top-left { content: string(a) counter(page, persian) } } h1 { string-set: a content() }</style>"
    )
    with_faces = page(_BODY * 2, "fr", link)
    return (
        dataclasses.replace(with_faces, assets={**with_faces.assets, **fonts, "fonts/faces.css": own_faces}),
        page(f"{_BODY}<p>Words<span class=n>A note.</span></p>" * 3, "fa", style),
        page(f"{_BODY}<p>Words<span class=n id=n>A note.</span> 漢 <a href=#n>link</a></p>" * 3, "de", style),
    )
