"""The law of weaving: HTML through an identity catalog equals HTML without one."""

import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin
from samples import document, identity_po

from dossier.content.markdown import finish
from dossier.model.document import Document
from dossier.model.translation import Catalog, LocalizedDocument
from dossier.translation.po import read_po
from dossier.translation.weave import weave
from judges import require
from specs import Example, examples

_RENDERER = MarkdownIt("commonmark").use(footnote_plugin).renderer
_RENDERER.rules["softbreak"] = lambda *_: " "
_GFM = [example for example in examples("gfm") if example.extension in ("table", "strikethrough")]


def html(tokens: object, environment: object) -> str:
    """Plain HTML, soft breaks as spaces."""
    return str(_RENDERER.render(tokens, MarkdownIt("commonmark", {"html": True}).options, environment))


def woven(source: Document) -> LocalizedDocument:
    """``source`` through a PO file on the way: written, read, woven."""
    catalog = read_po(identity_po(source), "fr.po").catalog("fr")
    assert set(catalog.entries) == {woven.unit.key for woven in weave(source, Catalog("en"))[0].units}
    return weave(source, catalog)[0]


def law_holds(text: str, raw_html: bool = True) -> None:
    source = document(text, raw_html=raw_html)
    plain, environment = finish(source.blocks, source.environment, raw_html=raw_html)
    localized = woven(source)
    assert html(localized.tokens, localized.environment) == html(plain, environment)


def test_specifications_are_complete() -> None:
    assert len(examples("commonmark")) == 652
    assert len(_GFM) == 10


@pytest.mark.parametrize("example", [*examples("commonmark"), *_GFM], ids=str)
def test_identity_catalog_changes_nothing(example: Example) -> None:
    law_holds(example.markdown)


def test_msgfmt_accepts_every_catalog(tmp_path: object) -> None:
    msgfmt = require("msgfmt")
    for example in (*examples("commonmark"), *_GFM):
        data = identity_po(document(example.markdown, raw_html=True))
        run = subprocess.run([msgfmt, "--check", "--output-file=/dev/null", "-"], input=data, capture_output=True, check=False)
        assert run.returncode == 0, f"{example}: {run.stderr.decode()}"


_WORDS = st.sampled_from(
    "word *emph* **strong** `code` [link](http://example.org/a_b) note[^n] ![alt](i.png) ~~gone~~ <b>raw</b> \\* &amp; "
    "کتاب‌ها «حقوق بشر» **«حقوق بشر»**ها ۱۳۶۷ می‌شود، ؟ 1. - > | # {.x} [ref] _ `` ``a`b``".split(" ")
)
_LINE = st.lists(_WORDS, min_size=1, max_size=6).map(" ".join)
_PARAGRAPH = st.lists(_LINE, min_size=1, max_size=3).map("\n".join)


def _indented(prefix: str, text: str) -> str:
    pad = " " * len(prefix)
    return prefix + text.replace("\n", f"\n{pad}")


_BLOCK = st.recursive(
    st.one_of(
        _PARAGRAPH,
        _LINE.map(lambda line: f"## {line}"),
        st.lists(_LINE.map(lambda line: line.replace("|", "")), min_size=2, max_size=2).map(
            lambda cells: f"| {cells[0]} | b |\n|---|---|\n| {cells[1]} | c |"
        ),
        _PARAGRAPH.map(lambda text: f"[^n]: {text}".replace("\n", "\n    ")),
        _LINE.map(lambda line: f"Term\n: {line}"),
        _LINE.map(lambda line: f"{{.timeline}}\n1988-08\n: {line}"),
    ),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=3).map(lambda items: "\n".join(_indented("- ", item) for item in items)),
        inner.map(lambda text: "> " + text.replace("\n", "\n> ")),
    ),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(_BLOCK, min_size=1, max_size=5).map("\n\n".join))
def test_identity_catalog_changes_nothing_in_generated_text(text: str) -> None:
    law_holds(f"{text}\n\n[ref]: http://example.org/ref\n", raw_html=False)
