"""Tokens of a localized document as XHTML, with the notes where the format wants them.

Fragments are well-formed XML and mean the same when parsed as HTML, so that one renderer serves the page, the web and the book.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from markdown_it.common.utils import escapeHtml
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import OptionsDict
from markupsafe import Markup

from dossier.edition.addresses import Addresses
from dossier.edition.claim_links import with_claims
from dossier.edition.footnotes import NotesMode, Separated, separated
from dossier.edition.heading_levels import without_gaps
from dossier.edition.house_style import reproduced_language
from dossier.edition.images import Picture, picture_of
from dossier.edition.marks import Marking, marked
from dossier.edition.originals import with_originals
from dossier.edition.paragraph_links import with_links
from dossier.edition.paragraphs import Block, blocks, with_ids
from dossier.edition.run_marks import OF_RUN
from dossier.edition.sanitize import sanitised
from dossier.edition.source_links import linked
from dossier.edition.timeline import DatedSource, arranged, date_markup, source_markup
from dossier.edition.words import plain_text
from dossier.language.bidi import direction_of
from dossier.language.value import Language
from dossier.model.characters import NOT_XML
from dossier.model.translation import LocalizedDocument

_OPTIONS: Any = {"xhtmlOut": True, "langPrefix": "language-", "highlight": None, "breaks": False, "html": True}

_SHORT = 12


@dataclass(frozen=True, slots=True)
class Setting:
    """All that rendering asks of an edition.

    Parameters
    ----------
    notes:
        Where notes stand.
    addresses:
        Where links lead.
    pictures:
        Images by their path in the project.
    marking:
        How states of review are marked.
    gettext:
        Translates the renderer's few own words.
    sources:
        Sources that a timeline may show among its events.
    anchors:
        The ids of paragraphs, tables and figures that are written out; ``None`` for all, but on paper none: whoever sets pages
        keeps every id to the end.
    claims:
        Where the tables of answers stand, by the ids of their questions; empty where marked words are no links.
    """

    notes: NotesMode
    addresses: Addresses
    pictures: Mapping[str, Picture]
    marking: Marking
    gettext: Callable[[str], str]
    sources: tuple[DatedSource, ...] = ()
    anchors: frozenset[str] | None = None
    claims: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Rendered:
    """A document's body and, apart, its notes (empty where they stand at the foot of pages)."""

    body: Markup
    notes: Markup


def render(document: LocalizedDocument, setting: Setting, *, shift: int = 0) -> Rendered:
    """The body of ``document`` as XHTML.

    Parameters
    ----------
    document, setting:
        What, and for which edition.
    shift:
        How many levels its headings stand deeper than they were written.
    """
    own, marking = document.document, setting.marking
    language = marking.style.language(own.language)
    shown = with_originals(marked(document.tokens, marking, language, reproduced_language(own.matter)), own, marking)
    parts = separated(arranged(with_claims(tuple(without_gaps(shown)), setting.claims), setting.sources))
    renderer = _Renderer(document, setting, parts, language, shift)
    body, notes = renderer.fragment(_with_ids(parts.body, document, setting)), renderer.notes()
    if any(_is_raw(token) for token in document.tokens):
        clean = _cleaner(document, setting, frozenset(renderer.known))
        body, is_list = clean(body), setting.notes is NotesMode.SECTION
        notes = clean(f"<ol>{notes}</ol>").removeprefix("<ol>").removesuffix("</ol>") if is_list else clean(notes)
    return Rendered(Markup(body), Markup(notes))


def _with_ids(body: Sequence[Token], document: LocalizedDocument, setting: Setting) -> Sequence[Token]:
    if not setting.anchors and setting.notes is NotesMode.PAGE:
        return body

    def wanted(block: Block) -> bool:
        return setting.anchors is None or setting.addresses.anchor(document.document.id, block.target) in setting.anchors

    numbers = setting.notes is NotesMode.SECTION
    done = with_ids(body, blocks(document, setting.addresses), wanted, numbers=numbers)
    own = document.document.id
    return with_links(done, setting.marking.edition, setting.gettext, partial(setting.addresses.anchor, own)) if numbers else done


def _is_raw(token: Token) -> bool:
    return token.type in ("html_block", "html_inline") or any(map(_is_raw, token.children or ()))


def _cleaner(document: LocalizedDocument, setting: Setting, known: frozenset[str]) -> Callable[[str], str]:
    def href(link: str) -> str | None:
        return setting.addresses.resolve(link, document)

    def src(path: str) -> str | None:
        found = picture_of(setting.pictures, path, document.document.path)
        return found.key if found else None

    prefix = setting.addresses.anchor(document.document.id)
    return lambda html: sanitised(html, prefix, known, href, src)


class _Renderer(RendererHTML):
    """markdown-it's renderer with our rules. Public methods named after token types are the rules."""

    def __init__(self, document: LocalizedDocument, setting: Setting, parts: Separated, language: Language, shift: int) -> None:
        super().__init__()
        self.document = document
        self.setting = setting
        self.parts = parts
        self.language = language
        self.shift = shift
        self.known: set[str] = {picture.key for picture in setting.pictures.values()} | set(setting.claims.values())
        self.edition = setting.marking.edition
        for name in ("fragment", "notes", "anchor"):
            self.rules.pop(name, None)

    # -- what callers use

    def fragment(self, tokens: Sequence[Token]) -> str:
        """Tokens as XHTML. Characters that XML forbids are left out."""
        return NOT_XML.sub("", self.render(tokens, OptionsDict(_OPTIONS), {}))

    def notes(self) -> str:
        """The notes that do not stand at the foot of a page."""
        if self.setting.notes is NotesMode.PAGE or not self.parts.notes:
            return ""
        make = self._aside if self.setting.notes is NotesMode.EPUB else self._item
        return "".join(make(number) for number in sorted(self.parts.notes))

    def anchor(self, target: str) -> str:
        """The id of ``target`` in the edition."""
        return self.setting.addresses.anchor(self.document.document.id, target)

    # -- attributes

    def renderAttrs(self, token: Token) -> str:  # type: ignore[override] # noqa: N802 (markdown-it's name)
        """Attributes, with ids as they are in the edition; languages also as XML asks for them."""
        attributes = dict(token.attrs)
        if "id" in attributes:
            attributes["id"] = self.anchor(str(attributes["id"]))
        if "lang" in attributes:
            tag = str(attributes["lang"])
            attributes["xml:lang"] = tag
            if OF_RUN not in token.meta:
                known = self.setting.marking.style.find(tag)
                attributes.setdefault("dir", known.direction if known else "auto")
        return "".join(f' {escapeHtml(name)}="{escapeHtml(str(value))}"' for name, value in attributes.items())

    # -- words

    def softbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A line end in the source means no more than a space."""
        return " "

    def mark_text(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """The words of a label."""
        return escapeHtml(tokens[idx].content)

    def code_inline(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """Code keeps its own direction."""
        token = tokens[idx]
        return f"<code{self._code_attributes(token)}>{escapeHtml(token.content)}</code>"

    def code_block(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """Indented code."""
        return self._pre(tokens[idx], "")

    def fence(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """Fenced code, with its language as a class."""
        words = tokens[idx].info.split()
        return self._pre(tokens[idx], f' class="language-{escapeHtml(words[0])}"' if words else "")

    def _pre(self, token: Token, kind: str) -> str:
        return f"<pre{self._code_attributes(token)}><code{kind}>{escapeHtml(token.content)}</code></pre>\n"

    def _code_attributes(self, token: Token) -> str:
        direction = direction_of(token.content)
        own = {"dir": direction} if direction != self.edition.direction else {}
        return self.renderAttrs(token.copy(attrs={**own, **token.attrs}))

    # -- links and images

    def link_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A link, to where its target stands in the edition; without address where there is no target."""
        token = tokens[idx]
        address = self.setting.addresses.resolve(str(token.attrs.get("href", "")), self.document)
        attributes = {name: value for name, value in token.attrs.items() if name != "href"}
        kind = "address" if token.info == "auto" else "short" if address and _is_short(tokens, idx) else ""
        if kind:
            attributes["class"] = f"{attributes.get('class', '')} {kind}".strip()
        if address is not None:
            attributes = {"href": address, **attributes}
            self.known.add(address)
        return f"<a{self.renderAttrs(token.copy(attrs=attributes))}>"

    def image(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """An image by its key; its description instead where it was not handed over."""
        token = tokens[idx]
        words = self.renderInlineAsText(token.children, options, env)
        picture = picture_of(self.setting.pictures, str(token.attrs.get("src", "")), self.document.document.path)
        if picture is None:
            return f'<span class="image-missing">{escapeHtml(words)}</span>'
        others = {name: value for name, value in token.attrs.items() if name not in ("src", "alt")}
        size = {"width": picture.width, "height": picture.height} if picture.width and picture.height else {}
        return f"<img{self.renderAttrs(token.copy(attrs={'src': picture.key, 'alt': words, **size, **others}))} />"

    # -- blocks

    def heading_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A heading, with its plain words for running heads and bookmarks."""
        title = plain_text(tokens[idx + 1].children or ())
        attributes = {**tokens[idx].attrs, "data-title": title}
        return f"<{self._level(tokens[idx])}{self.renderAttrs(tokens[idx].copy(attrs=attributes))}>"

    def heading_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """The end of a heading."""
        return f"</{self._level(tokens[idx])}>\n"

    def _level(self, token: Token) -> str:
        return f"h{min(6, int(token.tag[1:]) + self.shift)}"

    def table_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A table in a box that can be scrolled where the screen is narrow."""
        scrolled = ""
        if self.setting.notes is NotesMode.SECTION:
            _ = self.setting.gettext
            # Whoever has no pointer scrolls what has the focus. A group and no region: a page of tables is no page of landmarks.
            label = escapeHtml(_("Table, can be scrolled sideways"))
            scrolled = f' role="group" tabindex="0" aria-label="{label}"'
        return f'<div class="table"{scrolled}><table{self.renderAttrs(tokens[idx])}>\n'

    def table_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """The end of a table and its box."""
        return "</table></div>\n"

    def th_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A column's head, said to be one. An empty corner heads nothing."""
        empty = not tokens[idx + 1].content.strip()
        attributes = self._cell(tokens[idx]) | ({} if empty else {"scope": "col"})
        return f"<{'td' if empty else 'th'}{self.renderAttrs(tokens[idx].copy(attrs=attributes))}>"

    def th_close(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """The end of a column's head."""
        empty = not tokens[idx - 1].content.strip()
        return f"</{'td' if empty else 'th'}>\n"

    def td_open(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A cell."""
        return f"<td{self.renderAttrs(tokens[idx].copy(attrs=self._cell(tokens[idx])))}>"

    def _cell(self, token: Token) -> dict[str, Any]:
        """Markdown's alignment as a class: ``left`` means where lines begin, on a Persian page the right."""
        attributes = dict(token.attrs)
        side = str(attributes.pop("style", "")).removeprefix("text-align:")
        if side:
            attributes["class"] = f"{attributes.get('class', '')} align-{side}".strip()
        return attributes

    # -- timelines

    def timeline_date(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """The date of an entry, in the edition's own words."""
        meta = tokens[idx].meta
        return date_markup(meta["edtf"], meta.get("known", ""), self.edition, self.setting.gettext)

    def timeline_source(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A source among the events."""
        source: DatedSource = tokens[idx].meta["source"]
        address = self.setting.addresses.address(source.document, within=self.document.document.id)
        self.known.add(address)
        return source_markup(source, address, self.setting.marking)

    # -- citations

    def citation(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A citation that no style has set: as it was written."""
        return escapeHtml(tokens[idx].content)

    def set_citation(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A citation as a style set it, each of its sources a link to the source in the dossier."""
        meta = tokens[idx].meta
        return linked(meta["fragment"], self._source_address, in_text=bool(meta.get("in_text")))

    def _source_address(self, source: str) -> str:
        address = self.setting.addresses.address(f"sources/{source}", within=self.document.document.id)
        self.known.add(address)
        return address

    # -- notes

    def footnote_ref(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: Any) -> str:
        """A reference to a note, or the note itself where it floats to the foot of the page."""
        number, again = int(tokens[idx].meta["id"]), int(tokens[idx].meta.get("subId", 0))
        shown = self._number(number)
        if self.setting.notes is not NotesMode.PAGE:
            return self._reference(number, again, shown)
        if again:
            return f'<a class="note-again" href="#{self.anchor(f"fn.{number + 1}")}">{shown}</a>'
        content = self.render(_as_spans(self.parts.notes[number]), options, env)
        anchor = self.anchor(f"fn.{number + 1}")
        # A note stands apart from its paragraph, which may be in another language.
        language = f'lang="{self.edition.tag}" dir="{self.edition.direction}"'
        return f'<span class="footnote" id="{anchor}" {language} data-number="{shown}">{content}</span>'

    def _reference(self, number: int, again: int, shown: str) -> str:
        kind = ' epub:type="noteref"' if self.setting.notes is NotesMode.EPUB else ""
        target, own = self.anchor(f"fn.{number + 1}"), self.anchor(_reference_id(number, again))
        link = f'<a{kind} role="doc-noteref" href="#{target}" id="{own}">{shown}</a>'
        # In a line from right to left a number behind another would read on with it: ۰۰۳.² for ۰۰۳ and note 2.
        apart = ' dir="rtl"' if self.edition.rtl else ""
        return f'<sup class="note-reference"{apart}>{link}</sup>'

    def _aside(self, number: int) -> str:
        content = self._note(number, f'<span class="note-number">{self._number(number)}.</span> ')
        return f'<aside epub:type="footnote" role="doc-footnote" id="{self.anchor(f"fn.{number + 1}")}">\n{content}</aside>\n'

    def _item(self, number: int) -> str:
        return f'<li id="{self.anchor(f"fn.{number + 1}")}">{self._note(number)}</li>\n'

    def _note(self, number: int, before: str = "") -> str:
        content = before + self.fragment(self.parts.notes[number])
        if before and content.startswith(f"{before}<p"):
            end = content.index(">", len(before)) + 1
            content = content[len(before) : end] + before + content[end:]
        links = "".join(self._back(number, again) for again in range(self.parts.references.get(number, 1)))
        head, paragraph, tail = content.rpartition("</p>")
        return f"{head}{links}{paragraph}{tail}" if paragraph and not tail.strip() else f"{content}<p>{links}</p>\n"

    def _back(self, number: int, again: int) -> str:
        _ = self.setting.gettext
        label = escapeHtml(_("Back to the text"))
        address = self.anchor(_reference_id(number, again))
        return f' <a class="back" role="doc-backlink" href="#{address}" aria-label="{label}">↑</a>'

    def _number(self, number: int) -> str:
        return self.edition.in_digits(str(number + 1))


def _is_short(tokens: Sequence[Token], opening: int) -> bool:
    """Whether a link's words, such as “source 003”, are too few to be parted at the end of a line."""
    ends = next((at for at in range(opening, len(tokens)) if tokens[at].type == "link_close"), len(tokens))
    return len(plain_text(tokens[opening:ends])) <= _SHORT


def _reference_id(number: int, again: int) -> str:
    return f"fnref.{number + 1}" + (f".{again + 1}" if again else "")


def _as_spans(tokens: Sequence[Token]) -> list[Token]:
    """Blocks as spans: a note at the foot of the page is written inside its paragraph, where HTML allows no block."""
    return [_as_span(token) for token in tokens]


def _as_span(token: Token) -> Token:
    if token.type in ("fence", "code_block"):
        return token.copy(type="code_inline", attrs={**token.attrs, "class": "as-pre"})
    if not token.block or token.nesting == 0 or not token.tag:
        return token
    kind = f"as-{token.tag} {token.attrs.get('class', '')}".strip()
    attributes = {**token.attrs, "class": kind} if token.nesting == 1 else {}
    return token.copy(type="span_open" if token.nesting == 1 else "span_close", tag="span", attrs=attributes, block=False)
