"""Pages that provoke each fault of a structure tree, and one with all of it in English and in Persian."""

import base64
from collections.abc import Mapping

from books import PNG

DOT = f"data:image/png;base64,{base64.b64encode(PNG).decode()}"
STYLE = """
@page { size: 100mm 120mm; margin: 12mm; @top-center { content: "Running head" } @bottom-center { content: counter(page) } }
body { font-family: Literata, Amiri; font-size: 9pt }
.footnote { float: footnote; footnote-display: block }
.contents a::after { content: leader(".") target-counter(attr(href url), page) }
.hidden { position: fixed; top: 40mm; opacity: 0.5 }
ul.plain { list-style: none }
"""

_NOTE = '<span class="footnote" id="{id}">Words of note {id}.</span>'
_LONG = "".join(
    f"<tr><th>Row {row}</th><td>cell {row}</td><td>{'long words ' * 150 if row == 9 else 'x'}</td></tr>" for row in range(24)
)

BODIES: Mapping[str, str] = {
    "paragraph": f"<p>{'Some words that fill a page and more. ' * 60}</p><p>End.</p>",
    "notes": (
        f"<h1>Title{_NOTE.format(id='n1')}</h1><p>One{_NOTE.format(id='n2')} and two{_NOTE.format(id='n3')}, then the end.</p>"
        f"<table><tr><th>a</th><td>in a cell{_NOTE.format(id='n4')}</td></tr></table>"
    ),
    "tables": (
        "<table><caption>What it shows</caption><thead><tr><th>Name</th><th colspan='2'>Values</th></tr></thead>"
        f"<tbody>{_LONG}</tbody><tfoot><tr><th>Sum</th><td>1</td><td>2</td></tr></tfoot></table>"
    ),
    "groups": (
        "<table><thead><tr><th scope='col'>Answer</th><th scope='col'>Place</th></tr></thead>"
        "<tbody><tr><th scope='rowgroup' colspan='2'>Source A</th></tr><tr><td>yes</td><td>p. 1</td></tr></tbody>"
        "<tbody><tr><th scope='rowgroup' colspan='2'>Source B</th></tr><tr><td>no</td><td rowspan='2'>p. 2</td></tr>"
        "<tr><td>never</td></tr></tbody></table>"
    ),
    "lists": (
        "<ul><li>one<ul><li>inner</li></ul>rest</li><li>two</li></ul><ol><li>first</li></ol>"
        "<ol style='list-style-type: lower-roman'><li>roman</li></ol><ul class='plain'><li>plain</li></ul>"
        "<dl><dt>term</dt><dt>other term</dt><dd>meaning</dd><dd>further meaning</dd><dt>next</dt><dd>its meaning</dd></dl>"
        "<dl><div><dt>1988</dt><dd>An event</dd></div><div><dt>2020</dt><dd>A letter</dd></div></dl>"
    ),
    "headings": "<h1>A</h1><h3>B</h3><p>x</p><h3>C</h3><h2>D</h2><h5>E</h5><h1>F</h1>",
    "figures": (
        f"<figure><img src='{DOT}' alt='A dot' style='width: 40mm; height: 20mm'><figcaption>Its words</figcaption></figure>"
        f"<p>Inline <img src='{DOT}' alt='small' style='width: 2mm'> and decoration "
        f"<img src='{DOT}' alt='' style='width: 2mm'></p>"
        "<svg viewBox='0 0 4 2' width='40' height='20' role='img'><title>A shape</title><rect width='4' height='2'/></svg>"
        "<svg viewBox='0 0 4 2' width='40' height='20' aria-label='A label'><rect width='4' height='2'/></svg>"
        "<svg viewBox='0 0 4 2' width='40' height='20' aria-hidden='true'><rect width='4' height='2'/></svg>"
    ),
    "links": (
        "<p id='here'>See <a href='https://example.org/' aria-label='The example'><code>code</code> in a link</a>, or "
        f"<a href='#there'>{'a link of many lines ' * 8}</a>.</p><p id='there'>There.</p>"
    ),
    "contents": (
        "<nav class='contents'><h1>Contents</h1><ol><li><a href='#a'>Alpha</a><ol><li><a href='#b'>Beta</a></li></ol></li></ol>"
        "<section><h2>Signs</h2><ul><li>a sign</li></ul></section></nav>"
        "<h1 id='a'>Alpha</h1><h2 id='b'>Beta</h2><section role='doc-index'><h1>Index</h1><dl><dt>x</dt><dd>1</dd></dl></section>"
    ),
    "words": (
        "<blockquote><p>A block.</p></blockquote><p>A <q>short one</q>, <code>code</code>, "
        "<abbr title='United Nations'>UN</abbr>.</p>"
        "<div>Loose words <span>and more</span></div><div><div><p>deep</p></div>loose</div>"
    ),
    "decorations": (
        "<p>Words <span aria-hidden='true'>hidden words</span></p><p class='hidden'>Fixed words</p>"
        "<p style='break-before: page'>Next page</p><p style='opacity: 0.4'>Pale words</p>"
    ),
}


def html(body: str, language: str = "en") -> str:
    """A whole page."""
    direction = "rtl" if language == "fa" else "ltr"
    return (
        f'<!DOCTYPE html><html lang="{language}" dir="{direction}"><head><meta charset="utf-8"><title>T</title>'
        f"<style>{STYLE}</style></head><body>{body}</body></html>"
    )


ALL = "".join(BODIES.values()).replace("<h1>", "<h2>", 1)
PERSIAN = (
    "<h1>عنوان<span class='footnote' id='f1'>"
    "یادداشت ۱ <a href='https://example.org/'><code dir='ltr'>example</code></a></span></h1>"
    f"<p>{'می‌روم به خانه و متن فارسی می‌خوانم. ' * 40} <span lang='en' dir='ltr'>English words</span></p>"
    "<nav class='contents'><ol><li><a href='#t'>جدول</a></li></ol></nav>"
    "<table id='t'><caption>جدول</caption><thead><tr><th>نام</th><th>مقدار</th></tr></thead>"
    + "".join(f"<tr><th>سطر {n}</th><td>مقدار<span class='footnote' id='c{n}'>یادداشت خانه</span></td></tr>" for n in range(30))
    + "</table><dl><dt>۱۳۶۷</dt><dd lang='en'>An event</dd></dl><ol><li>یک<ul><li>دو</li></ul></li></ol>"
)
WHOLE: Mapping[str, str] = {"whole-en": html(ALL), "whole-fa": html(PERSIAN, "fa")}
