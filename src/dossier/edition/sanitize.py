"""Make a rendered fragment with somebody's raw HTML harmless, and well-formed again."""

from collections.abc import Callable
from html import escape

import nh3
from lxml import etree, html  # type: ignore[import-untyped]

from dossier.edition.raw_forms import is_form, repair

_NAMES = (
    "a abbr aside b bdi bdo blockquote br caption cite code col colgroup dd del details dfn div dl dt em figcaption figure "
    "h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q rp rt ruby s samp section small span strong sub summary sup table "
    "tbody td tfoot th thead time tr u ul var wbr"
)
_TAGS = frozenset(_NAMES.split())
_COMMON = "id class lang xml:lang dir title role aria-label data-claim data-state data-title data-number data-par epub:type"
_EVERYWHERE = frozenset(_COMMON.split())
_ATTRIBUTES = {
    "*": _EVERYWHERE,
    "a": frozenset(["href"]),
    "div": frozenset(["tabindex"]),
    "img": frozenset(["src", "alt", "width", "height"]),
    "th": frozenset(["scope", "colspan", "rowspan"]),
    "td": frozenset(["colspan", "rowspan"]),
    "ol": frozenset(["start", "reversed", "type"]),
    "time": frozenset(["datetime"]),
}
_VOID = frozenset(["br", "col", "hr", "img", "wbr"])
_SCHEMES = frozenset(["http", "https", "mailto", "tel"])


def sanitised(
    fragment: str,
    prefix: str,
    known: frozenset[str],
    href: Callable[[str], str | None],
    src: Callable[[str], str | None],
) -> str:
    """``fragment`` with nothing in it that acts, styles or fetches, as well-formed XHTML.

    Parameters
    ----------
    fragment:
        What the renderer made, raw HTML included.
    prefix:
        The document's id in the edition; raw ids get it as the renderer's own have.
    known:
        Addresses that the renderer itself wrote, which stay as they are.
    href, src:
        Where a raw link or a raw image leads in the edition; ``None`` where nowhere.
    """

    def attribute(tag: str, name: str, value: str) -> str | None:
        if not is_form(name, value):
            return None
        if name == "tabindex":
            return "0"  # the order of the page is the order in which it is read
        if name == "id":
            return value if value.startswith(f"{prefix}--") else f"{prefix}--{value}"
        if name == "src":
            return value if value in known else src(value)
        if name == "href":
            return value if value in known or value.startswith(f"#{prefix}--") else href(value)
        return value

    clean = nh3.clean(
        fragment,
        tags=set(_TAGS),
        attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
        attribute_filter=attribute,
        url_schemes=set(_SCHEMES),
        link_rel=None,
    )
    return _well_formed(clean)


def _well_formed(fragment: str) -> str:
    whole = html.fragment_fromstring(fragment, create_parent="div")
    repair(whole)
    return escape(whole.text or "") + "".join(map(_serialised, whole))


def _serialised(part: html.HtmlElement) -> str:
    for element in part.iter():
        # <td/> is an open tag to an HTML parser: elements that are only empty keep their end tag.
        if element.tag not in _VOID and element.text is None:
            element.text = ""
    return str(etree.tostring(part, encoding="unicode"))
