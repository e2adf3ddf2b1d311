"""What holds of every set citation, whatever the style, the language and the sources."""

import os
import re
import subprocess
import sys

import pytest
from csl_samples import GOLDEN, cited, citing, in_documents, plain, record, setting, sources
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from dossier.attribution.csl.marks import cleared, hidden_signs, shown_signs
from dossier.model.citation import CitationTexts, Cite, Fragment, Locator, SourceRef

STYLES = (
    "chicago-notes-bibliography",
    "chicago-author-date",
    "apa",
    "ieee",
    "oscola",
    "modern-language-association",
    "chicago-notes-bibliography-subsequent-ibid",
    "iso690-author-date-fr",
    "nature",
    "american-medical-association",
)
LANGUAGES = ("en", "fr", "fa")


def fragments(found: CitationTexts) -> list[Fragment]:
    texts = [fragment for document in found.texts.values() for fragment in document]
    return texts + [entry for _, entry in found.bibliography]


def markup(fragment: Fragment) -> str:
    return "".join(str(part) for part in fragment if not isinstance(part, SourceRef))


def tree(fragment: Fragment) -> etree._Element:
    return etree.fromstring(f"<p>{markup(fragment)}</p>")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_style_in_every_language(style: str, tag: str) -> None:
    citations = in_documents()
    found = setting(tag, style)
    for document, texts in found.texts.items():
        assert len(texts) == len(citations[document])
        for citation, fragment in zip(citations[document], texts, strict=True):
            refs = [part.source for part in fragment if isinstance(part, SourceRef)]
            assert sorted(refs) == sorted(citation.sources)
    for fragment in fragments(found):
        tree(fragment)
        assert not re.search("[\ue000-\uf8ff]|xq[a-z]+xq", markup(fragment))
        assert markup(fragment).strip(" .")
        assert ".." not in markup(fragment)
    assert {entry for entry, _ in found.bibliography} == {source.record.id for source in sources()}


@pytest.mark.parametrize("style", STYLES)
def test_addresses_are_as_they_were_written(style: str) -> None:
    for fragment in fragments(setting("fa", style)):
        for link in tree(fragment).iter("a"):
            assert link.get("href") in ("https://example.org/2020/12/letter-1988", "https://example.org/quay")
            assert "".join(link.itertext()) in link.get("href", "")


@pytest.mark.parametrize("style", STYLES[:2])
def test_foreign_words_stand_in_isolates(style: str) -> None:
    for fragment in fragments(setting("fa", style)):
        root = tree(fragment)
        for element in [*root.iter("bdi"), *root.iter("a")]:
            for child in list(element):
                element.remove(child)
            element.text = ""
        assert not re.search(r"[A-Za-z0-9]", "".join(root.itertext()))
    for fragment in fragments(setting("en", style)):
        root = tree(fragment)
        for element in root.iter("bdi"):
            assert (element.get("lang"), element.get("dir")) == ("fa", "rtl")
            element.text = ""
        assert not re.search(r"[؀-ۿ]", "".join(root.itertext()))


def test_persian_is_never_slanted() -> None:
    for tag in LANGUAGES:
        for fragment in fragments(setting(tag, "chicago-notes-bibliography")):
            for element in tree(fragment).iter("em"):
                assert not re.search(r"[؀-ۿ]", "".join(element.itertext()))


def test_notes_end_with_one_full_stop() -> None:
    for tag in LANGUAGES:
        for document in setting(tag, "chicago-notes-bibliography").texts.values():
            for fragment in document:
                assert isinstance(fragment[-2], SourceRef)
                assert fragment[-1] == "."


@pytest.mark.parametrize("title", ["What Happened?", "Enough!", "A Report by Lantern Inc.", "And so on …"])
def test_no_full_stop_after_another_sign(title: str) -> None:
    source = cited(record("a", type="book", title=title))
    found = setting("en", "chicago-notes-bibliography", {"d": [citing(Cite("a")), citing(Cite("a"))]}, [source])
    full, short = (plain(fragment).replace("^a", "").replace("*", "") for fragment in found.texts["d"])
    assert full == f"{title} (n.d.)."
    assert short in (title, f"{title}.")
    assert not re.search(r"[.?!]\.$", short)


@pytest.mark.parametrize("style", STYLES[:2])
def test_two_processes_agree(style: str) -> None:
    script = (
        "import sys; sys.path.insert(0, sys.argv[1]); from csl_samples import setting; "
        "print(repr([setting(tag, sys.argv[2]) for tag in ('en', 'fr', 'fa')]))"
    )
    command = [sys.executable, "-c", script, str(GOLDEN.parent), style]
    outputs = [
        subprocess.run(command, capture_output=True, check=True, env={**os.environ, **changes}).stdout
        for changes in (
            {"PYTHONHASHSEED": "1", "LC_ALL": "C", "TZ": "UTC", "PYTHONIOENCODING": "utf-8"},
            {"PYTHONHASHSEED": "2", "LC_ALL": "C.UTF-8", "TZ": "Asia/Tehran", "LANG": "fa_IR", "PYTHONIOENCODING": "utf-8"},
        )
    ]
    assert outputs[0] == outputs[1]


@given(st.text())
def test_hidden_signs_come_back(text: str) -> None:
    assert shown_signs(hidden_signs(text)) == cleared(text)
    assert not set(hidden_signs(text)) & set("{}[]\\|")


HOSTILE = st.text(st.sampled_from("ab1 ۲ب<>&\"'{}[]|;,.:*_`$\\@#^~-–\n\t\ue010\ue020\ue031\x00\u202e‌“”«»"), max_size=12)


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(HOSTILE, HOSTILE, HOSTILE, HOSTILE), min_size=1, max_size=12), st.sampled_from(LANGUAGES))
def test_whatever_is_written_is_words(texts: list[tuple[str, str, str, str]], tag: str) -> None:
    found_sources, citations = [], []
    for number, (title, name, value, affix) in enumerate(texts):
        fields = {"title": title or "x", "author": [{"literal": name or "y"}], "publisher": name}
        found_sources.append(cited(record(f"s{number}", type="report", **fields)))
        locator = Locator("paragraph", value)
        citations.append(citing(Cite(f"s{number}", affix, affix, locator), Cite("s0", "", affix, quotes_previous=True)))
    for style in STYLES[:2]:
        found = setting(tag, style, {"d": citations}, found_sources)
        for citation, fragment in zip(citations, found.texts["d"], strict=True):
            assert {element.tag for element in tree(fragment).iter()} <= {"p", "bdi", "span", "em", "a"}
            assert sorted(part.source for part in fragment if isinstance(part, SourceRef)) == sorted(citation.sources)
