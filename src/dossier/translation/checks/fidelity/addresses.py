"""T013: a translation brings in no address that its original does not have.

That the links are the same is :mod:`~dossier.translation.checks.fidelity.links`' business; told here too, for it cannot be
silenced, is a link to a host or a mailbox that the original does not name. Then those that are no links: bare addresses in the
text, those in raw HTML, e-mail addresses, and what Markdown refuses to make a link of but another programme might follow
(``javascript:``, ``data:``, ``file:``, ``vbscript:``), also where it is disguised by capitals, entities, percent signs, other
Latin letters or invisible characters. Of addresses without a scheme, only those in common domains are known.
"""

import re
from collections.abc import Iterator, Sequence
from html import unescape
from unicodedata import normalize
from urllib.parse import unquote

from markdown_it.token import Token

from dossier.translation.checks.finding import Finding
from dossier.translation.checks.passage import Passage

_SCRIPTS = r"javascript|vbscript|livescript|mocha|data|file|blob|filesystem|view-source|jar|mailto|tel|sms|skype|intent|ms-[a-z]+"
_ADDRESS = re.compile(
    rf"""(?<![a-z0-9])(?:(?P<script>{_SCRIPTS})\s*:(?P<rest>[^\s"<>«»“”]*)
      | (?P<url>[a-z][a-z0-9+.-]{{0,40}}://[^\s"<>«»“”،؛؟]+ | www\.[^\s"<>«»“”،؛؟]+)
      | (?P<relative>(?<![:/])//[a-z0-9-]+(?:\.[a-z0-9-]+)+[^\s"<>«»“”،؛؟]*)
      | (?P<mail>[a-z0-9._%+-]{{1,64}}@[a-z0-9-]+(?:\.[a-z0-9-]+)+)
      | (?P<domain>(?:[a-z0-9-]{{1,63}}\.){{1,12}}
          (?:com|org|net|info|biz|gov|edu|int|ir|io|ly|onion|xyz)\b(?:/[^\s"<>«»“”،؛؟]*)?))""",
    re.VERBOSE | re.IGNORECASE,
)
_SIGN = re.compile(r"[@&%\\\u2024\u2025\ufe52\ufe55\uff0e\uff0f\uff1a\uff20]|:\S|[(<\"'=]\s*\w+\s*:|\w\.\w|//")
_UNSEEN = re.compile(
    "[\x00-\x08\t\x0b-\x1f\x7f\u00ad\u0300-\u036f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_TRAILING = ".,;:!?'’*_~`…)]}"
_HOST = re.compile(r"(?:(?:[a-z][a-z0-9+.-]*:)?//|(?=www\.))([^/?#]*)")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]+:")
_OPENING = ("(", "<", '"', "'", "=")


def check(one: Passage) -> Iterator[Finding]:
    """Tell each address that stands in the text of the translation and nowhere in the original, and links to new places."""
    text = _text(one.translated)
    brought = dict.fromkeys(_addresses(text)) if _SIGN.search(text) else {}
    linked = one.translated_parts["link"] - one.original_parts["link"]
    if not (brought or linked):
        return
    known = _known(one)
    lost = [address for address in dict.fromkeys(_addresses(_text(one.original))) if address not in brought]
    for address in brought:
        if _bare(address) not in known:
            yield _told(address, lost)
    places = {_place(address) for address in known}
    for address in linked:
        if (place := _place(_UNSEEN.sub("", unquote(address)))) and place not in places:
            message = f"the translation links to “{address}”, a place that the original does not name"
            yield Finding("T013", message, "take the link out of the translation, or copy the address of the original")


def _told(address: str, lost: Sequence[str]) -> Finding:
    if len(lost) == 1 and not _is_script(address):
        message = f"the translation has the address “{address}” where the original has “{lost[0]}”"
        return Finding("T013", message, f"copy it from the original: {lost[0]}")
    what = "what a programme could run or open" if _is_script(address) else "an address"
    return Finding("T013", f"the translation has “{address}”, {what}; the original has not", "take it out of the translation")


def _is_script(address: str) -> bool:
    found = _ADDRESS.match(address)
    return bool(found and found["script"])


def _known(one: Passage) -> set[str]:
    """Every address of the original, linked or not; its whole text, for what stands in code and attributes."""
    text = f"{one.unit.msgid}\n{_text(one.original)}"
    known = {_bare(address) for address in _addresses(text)}
    hrefs = (str(token.attrs.get(name, "")) for token in one.original for name in ("href", "src"))
    return known | {_bare(address) for href in hrefs for address in (href, *_addresses(href))}


def _text(tokens: Sequence[Token]) -> str:
    """Words and raw HTML; addresses of links and images, and code, are compared by other rules."""
    parts: list[str] = []
    for token in tokens:
        if token.type in ("text", "text_special", "html_inline"):
            parts.append(token.content)
        elif token.type == "image":
            parts.append(f" {_text(token.children or ())} ")
        elif (
            (token.type in ("link_open", "link_close") and token.info == "auto")
            or token.type == "footnote_ref"
            or token.type == "code_inline"
            or token.type.endswith("break")
        ):
            parts.append(" ")
        title = token.attrs.get("title") if token.attrs else None
        if title:
            parts.append(f" {title} ")
    return "".join(parts)


def _addresses(text: str) -> Iterator[str]:
    shown = _undisguised(text)
    for found in _ADDRESS.finditer(shown):
        if found["script"] and not found["rest"] and not shown.endswith(_OPENING, 0, found.start()):
            continue  # “data: the figures of 1988” is prose
        yield _ended(found[0])


def _ended(address: str) -> str:
    """``address`` without the signs of the sentence behind it; brackets that were opened in it are closed."""
    scheme, colon, rest = address.partition(":")
    kept = rest.rstrip(_TRAILING) if colon else scheme.rstrip(_TRAILING)
    tail = rest[len(kept) :]
    while kept.count("(") > kept.count(")") and tail.startswith(")"):
        kept, tail = f"{kept})", tail[1:]
    return f"{scheme.rstrip()}:{kept}" if colon else kept


def _undisguised(text: str) -> str:
    """``text`` as a careless programme may read it: entities and percent signs decoded, one width, nothing invisible."""
    if "&" in text:
        text = unescape(text)
    if "%" in text:
        text = f"{text}\n{unquote(text)}" if unquote(text) != text else text
    return _UNSEEN.sub("", normalize("NFKC", text)).replace("\\", "")


def _place(address: str) -> str:
    """The host or the mailbox that an address leads to; empty for a page of the dossier itself."""
    bare = _bare(address)
    if "@" in bare and "//" not in bare:
        return bare.removeprefix("mailto:").partition("?")[0]
    host = _HOST.match(bare)
    return host[1].removeprefix("www.") if host else bare if _SCHEME.match(bare) else ""


def _bare(address: str) -> str:
    """For comparison: the case of scheme and domain, and a slash at the end, say nothing."""
    return address.lower().rstrip("/")
