"""A bundle becomes one self-contained web page, which asks for nothing: style, images and faces are inside.

The page is parsed by tinyhtml5, as WeasyPrint parses it, so that both outputs see the same tree.
"""

import base64
import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit
from xml.etree.ElementTree import Element, tostring

import tinycss2  # type: ignore[import-untyped]
import tinyhtml5  # type: ignore[import-untyped]
from tinycss2.ast import AtKeywordToken, FunctionBlock, Node, StringToken, URLToken  # type: ignore[import-untyped]

from dossier.model.bundle import Asset, HtmlBundle, Metadata
from dossier.model.diagnostics import DossierError
from dossier.press.findings import refusal
from dossier.press.toolchain import generator, recorded, web_toolchain

POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; base-uri 'none'; form-action 'none'"
"""The page's Content-Security-Policy: whatever might slip in, a browser fetches nothing."""

_IMAGE_ATTRIBUTES = {"img": ("src",), "image": ("href", "xlink:href"), "input": ("src",), "video": ("poster",)}
_NEVER = {"object": "data"} | dict.fromkeys(("script", "iframe", "embed", "audio", "video", "source", "track"), "src")


@dataclass(slots=True)
class _Page:
    """The assets, and what was asked for in vain."""

    assets: Mapping[str, Asset]
    refused: dict[str, None] = field(default_factory=dict)

    def asset(self, address: str, base: str = "") -> Asset | None:
        parts = urlsplit(address)
        key = posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(parts.path)))
        found = None if parts.scheme or parts.netloc else self.assets.get(key)
        if found is None:
            self.refused[address] = None
        return found

    def data_address(self, address: str, base: str = "") -> str:
        """``address`` as a ``data:`` address; as it is where it needs no file."""
        if address.startswith(("#", "data:")):
            return address
        found = self.asset(address, base)
        return f"data:{found.media_type};base64,{base64.b64encode(found.data).decode('ascii')}" if found else address


def self_contained(bundle: HtmlBundle) -> bytes:
    """The bundle as one HTML file, UTF-8.

    Style sheets stand in ``<style>``, images and faces in ``data:`` addresses; relative links (``<a href>``) stay as they are.
    The same bundle gives the same bytes.

    Raises
    ------
    DossierError
        P002, for every file the page asks for that is no asset of the bundle.
    """
    root = tinyhtml5.parse(bundle.html, namespace_html_elements=False)
    _drop_namespaces(root)
    page = _Page(bundle.assets)
    for element in list(_elements(root)):
        _take_in(element, page)
    if page.refused:
        raise DossierError([refusal(address) for address in page.refused])
    _describe(root, bundle.metadata)
    _keep_first_newlines(root)
    markup: str = tostring(root, encoding="unicode", method="html")
    return f"<!DOCTYPE html>\n{markup}\n".encode()


def _drop_namespaces(root: Element) -> None:
    """SVG and MathML in HTML carry no prefixes (HTML Standard, 13.1.2)."""
    for element in _elements(root):
        element.tag = element.tag.rpartition("}")[2]
        for name in [name for name in element.attrib if name.startswith("{")]:
            namespace, _, local = name[1:].partition("}")
            prefix = {"http://www.w3.org/1999/xlink": "xlink:", "http://www.w3.org/XML/1998/namespace": "xml:"}.get(namespace, "")
            element.set(prefix + local, element.attrib.pop(name))


def _elements(root: Element) -> Iterator[Element]:
    return (element for element in root.iter() if isinstance(element.tag, str))


def _take_in(element: Element, page: _Page) -> None:
    tag = element.tag
    if tag == "link":
        _take_in_link(element, page)
    elif tag == "style":
        element.text = _css(element.text or "", page)
    for name in _IMAGE_ATTRIBUTES.get(tag, ()):
        if element.get(name):
            element.set(name, page.data_address(element.attrib[name]))
    if element.get("srcset"):
        element.set("srcset", _candidates(element.attrib["srcset"], page))
    if element.get("style"):
        element.set("style", _css(element.attrib["style"], page))
    if element.get(_NEVER.get(tag, "")):
        page.refused[element.attrib[_NEVER[tag]]] = None


def _take_in_link(link: Element, page: _Page) -> None:
    relations = (link.get("rel") or "").lower().split()
    address = link.get("href") or ""
    if "stylesheet" in relations:
        sheet = page.asset(address)
        media = link.get("media")
        link.clear()
        link.tag = "style"
        if media:
            link.set("media", media)
        link.text = _css(sheet.data.decode("utf-8"), page, address) if sheet else ""
    elif "icon" in relations:
        link.set("href", page.data_address(address))


def _candidates(srcset: str, page: _Page) -> str:
    parts = (candidate.split(maxsplit=1) for candidate in srcset.split(",") if candidate.strip())
    return ", ".join(" ".join((page.data_address(part[0]), *part[1:])) for part in parts)


def _css(text: str, page: _Page, base: str = "") -> str:
    """``text`` with every address in it taken in, fit to stand in ``<style>``."""
    tokens = tinycss2.parse_component_value_list(text)
    css: str = tinycss2.serialize(_with_data(tokens, page, base))
    return css.replace("</", "<\\/")


def _with_data(tokens: list[Node], page: _Page, base: str) -> list[Node]:
    importing = False
    done: list[Node] = []
    for token in tokens:
        if isinstance(token, AtKeywordToken):
            importing = token.lower_value == "import"
        address = _address(token)
        if importing and (address is not None or isinstance(token, StringToken)):
            # A sheet in a data: address would break the page's own policy; the page links its sheets one by one.
            page.refused[f"@import {address or token.value}"] = None
            importing = False
        elif address is not None:
            token = _url(token, page.data_address(address, base))
        elif hasattr(token, "content") and isinstance(token.content, list):
            token.content = _with_data(token.content, page, base)
        elif hasattr(token, "arguments"):
            token.arguments = _with_data(token.arguments, page, base)
        done.append(token)
    return done


def _address(token: Node) -> str | None:
    """What ``url(…)`` or ``url("…")`` names; None for any other token."""
    if isinstance(token, URLToken):
        return str(token.value)
    if isinstance(token, FunctionBlock) and token.lower_name == "url":
        return "".join(str(part.value) for part in token.arguments if isinstance(part, StringToken))
    return None


def _url(token: Node, address: str) -> Node:
    quoted = tinycss2.serializer.serialize_string_value(address)
    return URLToken(token.source_line, token.source_column, address, f'url("{quoted}")')


def _describe(root: Element, metadata: Metadata) -> None:
    """Put the policy first in ``<head>``, before anything it governs, and what catalogues ask after it."""
    head = root.find("head")
    assert head is not None  # the parser makes one
    named = {element.get("name", "").lower() for element in head.iter("meta")}
    charset = [element for element in head.iter("meta") if element.get("charset")]
    for element in charset:
        head.remove(element)
    fresh = [
        Element("meta", {"charset": "utf-8"}),
        Element("meta", {"http-equiv": "Content-Security-Policy", "content": POLICY}),
        *(Element("meta", {"name": name, "content": text}) for name, text in _metas(metadata) if name not in named),
    ]
    for position, element in enumerate(fresh):
        head.insert(position, element)


def _metas(metadata: Metadata) -> Iterator[tuple[str, str]]:
    yield "generator", generator()
    yield from (("author", creator) for creator in metadata.creators)
    terms = (
        ("description", metadata.description),
        ("keywords", ", ".join(metadata.subjects)),
        ("dcterms.identifier", metadata.identifier),
        ("dcterms.language", metadata.language),
        ("dcterms.date", metadata.date),
        ("dcterms.publisher", metadata.publisher),
        ("dcterms.rights", metadata.rights),
        ("dossier.review", metadata.review),
        ("dossier.toolchain", recorded(web_toolchain(), metadata.toolchain)),
    )
    yield from ((name, text) for name, text in terms if text)
    yield from (("dcterms.source", source) for source in metadata.sources)


def _keep_first_newlines(root: Element) -> None:
    # A parser drops one newline after these start tags (HTML Standard, 13.2.6.4.7): give back the one that was dropped.
    for element in _elements(root):
        if element.tag in ("pre", "textarea", "listing") and (element.text or "").startswith("\n"):
            element.text = f"\n{element.text}"
