"""Citations on the page: notes in their order, the source's link, the original words, what is known of a quotation."""

import re
from dataclasses import replace

from markupsafe import Markup
from small_dossier import LETTER, load, localized, messages, original

from dossier.edition.addresses import Form
from dossier.edition.citations import Attribution, citations_in_order
from dossier.edition.compose import Edition, compose
from dossier.edition.footnotes import NotesMode
from dossier.edition.layout import Layout, Section, lay_out
from dossier.model.citation import CitationTexts, Fragment, SourceRef
from dossier.model.place import Place
from dossier.model.quotation import Checked, Quotation, Verdict
from dossier.model.translation import LocalizedDossier, State

PART = """\
---
title: Summary
---

It says “so it is”.[@letter, para. 1] A written note.[^n] And more.[@letter, p. 2]

| Who | What |
|---|---|
| One | Said.[@letter] |

[^n]: See [@letter, p. 3] for all of it.
"""
DIGEST = "0123456789ab" + "c" * 52


def _texts(woven: LocalizedDossier, *, in_notes: bool) -> CitationTexts:
    texts = {}
    for document in (*woven.parts, *woven.sources):
        cited = citations_in_order(document)
        texts[document.document.id] = tuple(_text(number) for number, _ in enumerate(cited))
    entry: Fragment = (Markup("The Office. <em>Letter</em>."), SourceRef("letter"))
    return CitationTexts(in_notes, texts, (("letter", entry),))


def _text(number: int) -> Fragment:
    return (Markup(f"Set {number}"), SourceRef("letter"), Markup("."))


def _checked(verdict: Verdict, **more: str) -> Checked:
    quotation = Quotation("summary", 1, 0, ("letter",), "so it is", "en", Place("content/sample/summary.md", 5, 9))
    return Checked(quotation, "letter", verdict, digest=DIGEST, **more)  # type: ignore[arg-type]


def _edition(language: str = "en", *, in_notes: bool = True, checked: tuple[Checked, ...] = ()) -> Edition:
    dossier = load(summary=PART, sources__letter=LETTER)
    woven = original(dossier) if language == "en" else localized(dossier, language, lambda _: State.DRAFT)
    attribution = Attribution(_texts(woven, in_notes=in_notes), checked, {"letter": "en"})
    return compose(woven, messages(language), modified=0, attribution=attribution)


def _summary(edition: Edition, notes: NotesMode = NotesMode.SECTION, form: Form = Form.SINGLE) -> tuple[Section, Layout]:
    layout = lay_out(edition, form, notes)
    return layout.parts[0], layout


def test_notes_of_citations_and_written_notes_have_one_numbering() -> None:
    section, _ = _summary(_edition())
    calls = re.findall(r'href="#summary--fn\.(\d)" id="summary--fnref\.\d">(\d)<', section.body)
    assert calls == [("1", "1"), ("2", "2"), ("3", "3"), ("4", "4")]
    items = re.findall(r'<li id="summary--fn\.(\d)">(.*?)</li>', section.notes, re.DOTALL)
    assert [number for number, _ in items] == ["1", "2", "3", "4"]
    assert "Set 0" in items[0][1]
    assert "See Set 1" in items[1][1]
    assert "Set 2" in items[2][1]
    assert "Set 3" in items[3][1]


def test_a_citation_in_a_written_note_is_set_in_it_without_a_full_stop() -> None:
    section, _ = _summary(_edition())
    assert re.search(r"See Set 1 <a class=\"source-ref\"[^>]*>.*?</a> for all of it\.", section.notes)


def test_each_citation_links_to_its_source_in_the_dossier() -> None:
    section, layout = _summary(_edition())
    assert layout.sources[0].anchor == "sources_letter"
    assert section.notes.count('<a class="source-ref" href="#sources_letter"><code dir="ltr">letter</code></a>') == 4
    book, _ = _summary(_edition(), NotesMode.EPUB, Form.FILES)
    assert '<a class="source-ref" href="sources_letter.xhtml">' in book.notes


def test_notes_stand_at_the_foot_of_pages_and_pop_up_in_books() -> None:
    paper, _ = _summary(_edition(), NotesMode.PAGE)
    assert '<span class="footnote" id="summary--fn.1"' in paper.body
    assert "Set 0" in paper.body
    book, _ = _summary(_edition(), NotesMode.EPUB, Form.FILES)
    assert '<aside epub:type="footnote" role="doc-footnote" id="summary--fn.1">' in book.notes


def test_author_date_stands_in_the_text_and_needs_no_note() -> None:
    section, _ = _summary(_edition(in_notes=False))
    assert "It says “so it is”. Set 0" in re.sub(r"<[^>]+>", "", section.body)
    assert len(re.findall(r"<li id=", section.notes)) == 1  # the written note
    # Its words are the link, without the bracket or the semicolon before them.
    assert '<a class="source-ref" href="#sources_letter">Set 0</a>' in section.body
    assert '<code dir="ltr">letter</code>' not in section.body


def test_author_date_has_a_note_where_a_quotation_was_checked() -> None:
    section, _ = _summary(_edition(in_notes=False, checked=(_checked(Verdict.VERIFIED),)))
    assert '<small class="verdict verdict-verified">Quotation verified in this build.</small>' in section.notes


def test_readers_are_told_what_is_known_of_a_quotation() -> None:
    said = {
        Verdict.VERIFIED: "Quotation verified in this build.",
        Verdict.CHANGED: "Quotation verified with changes",
        Verdict.RECORDED: "Quotation recorded as verified on 23 November 2026 against sha256:0123456789ab…; not verifiable here.",
        Verdict.RECORDED_CHANGED: "Quotation recorded as verified with changes on 23 November 2026 against",
        Verdict.UNVERIFIED: "Quotation not verified.",
    }
    for verdict, words in said.items():
        section, _ = _summary(_edition(checked=(_checked(verdict, recorded="2026-11-23"),)))
        first = section.notes.partition("</li>")[0]
        assert words in re.sub(r"<[^>]+>", "", first)
        assert "Quotation" not in section.notes.partition("</li>")[2]


def test_the_worst_of_several_verdicts_is_told() -> None:
    both = (_checked(Verdict.VERIFIED), _checked(Verdict.CHANGED))
    section, _ = _summary(_edition(checked=both))
    assert "verdict-changed" in section.notes
    assert "verdict-verified" not in section.notes


def test_a_translated_quotation_stands_with_the_original_words() -> None:
    section, _ = _summary(_edition("fr", checked=(_checked(Verdict.VERIFIED),)))
    assert '<bdi lang="en" xml:lang="en" dir="ltr">“so it is”</bdi>' in section.notes
    assert "traduction" in section.notes
    english, _ = _summary(_edition("en", checked=(_checked(Verdict.VERIFIED),)))
    assert "original-words" not in english.notes


def test_words_quoted_in_translation_are_called_so_beside_their_original() -> None:
    checked = _checked(Verdict.VERIFIED)
    original_words = replace(checked, quotation=replace(checked.quotation, text="چنین است", language="und", is_original=True))
    dossier = load(summary=PART, sources__letter=LETTER)
    woven = original(dossier)
    attribution = Attribution(_texts(woven, in_notes=True), (original_words,), {"letter": "fa"})
    section, _ = _summary(compose(woven, messages("en"), modified=0, attribution=attribution))
    assert '<span class="original-words">Our translation.</span>' in section.notes


def test_the_source_s_own_language_needs_no_original() -> None:
    dossier = load(summary=PART, sources__letter=LETTER)
    woven = localized(dossier, "fr", lambda _: State.REVIEWED)
    attribution = Attribution(_texts(woven, in_notes=True), (_checked(Verdict.VERIFIED),), {"letter": "fr"})
    section, _ = _summary(compose(woven, messages("fr"), modified=0, attribution=attribution))
    assert "original-words" not in section.notes


def test_a_translation_that_moves_its_citations_keeps_each_with_its_quotation() -> None:
    dossier = load(summary=PART, sources__letter=LETTER)
    woven = localized(dossier, "fr", lambda _: State.REVIEWED)
    swapped = _swapped(woven)
    attribution = Attribution(_texts(swapped, in_notes=True), (_checked(Verdict.VERIFIED),), {"letter": "en"})
    section, _ = _summary(compose(swapped, messages("fr"), modified=0, attribution=attribution))
    items = re.findall(r'<li id="summary--fn\.(\d)">(.*?)</li>', section.notes, re.DOTALL)
    assert [number for number, item in items if "original-words" in item] == ["3"]


def test_equal_citations_of_a_passage_have_the_words_of_both_in_a_translation() -> None:
    """Which of the two a translator put first, nobody can tell from the citations."""
    part = PART.replace("[@letter, p. 2]", "[@letter, para. 1]")
    woven = localized(load(summary=part, sources__letter=LETTER), "fr", lambda _: State.REVIEWED)
    first = _checked(Verdict.VERIFIED)
    second = replace(first, quotation=replace(first.quotation, text="another thing", citation=2))
    attribution = Attribution(_texts(woven, in_notes=True), (first, second), {"letter": "en"})
    section, _ = _summary(compose(woven, messages("fr"), modified=0, attribution=attribution))
    items = re.findall(r'<li id="summary--fn\.\d">(.*?)</li>', section.notes, re.DOTALL)
    assert [("so it is" in item, "another thing" in item) for item in items] == [
        (True, True),
        (False, False),
        (True, True),
        (False, False),
    ]


def test_a_translator_who_changes_words_of_the_source_s_own_language_is_not_believed() -> None:
    """The quoted words are French, and so is the edition: it must have them as they are."""
    dossier = load(summary=PART, sources__letter=LETTER)
    kept = replace(_checked(Verdict.VERIFIED), quotation=replace(_checked(Verdict.VERIFIED).quotation, text="so it is"))
    woven = localized(dossier, "fr", lambda _: State.REVIEWED)
    for words, is_told in (("so it is", False), ("so it is not to be", True)):
        quotation = replace(kept.quotation, text=words)
        attribution = Attribution(_texts(woven, in_notes=True), (replace(kept, quotation=quotation),), {"letter": "fr"})
        section, _ = _summary(compose(woven, messages("fr"), modified=0, attribution=attribution))
        assert ("original-words" in section.notes) is is_told
        assert ('<bdi lang="fr" xml:lang="fr" dir="ltr">«\u00a0so it is not to be\u00a0»</bdi>' in section.notes) is is_told


def _swapped(woven: LocalizedDossier) -> LocalizedDossier:
    """The same edition, its first paragraph with the two citations in each other's places."""
    from dossier.model.translation import Catalog, Translation
    from dossier.translation.cut import cut
    from dossier.translation.weave import weave_dossier

    def text(msgid: str) -> str:
        first, second = "[@letter, para. 1]", "[@letter, p. 2]"
        return msgid.replace(first, "%").replace(second, first).replace("%", second)

    catalogs = {
        document.id: Catalog(
            "fr", {unit.key: Translation(text(unit.msgid), State.REVIEWED, Place("x.po", 1)) for unit in cut(document)}
        )
        for document in woven.dossier.documents
    }
    return weave_dossier(woven.dossier, catalogs, "fr")[0]


def test_each_source_says_where_it_is_cited() -> None:
    _, layout = _summary(_edition())
    (cited,) = layout.sources[0].cited_in
    assert cited.title.text == "Summary"
    assert cited.in_notes
    assert [(place.note, place.address) for place in cited.places] == [
        (1, "#summary--fn.1"),
        (2, "#summary--fn.2"),
        (3, "#summary--fn.3"),
        (4, "#summary--fn.4"),
    ]
    _, layout = _summary(_edition(in_notes=False))
    notes, others = layout.sources[0].cited_in
    assert [place.note for place in notes.places] == [1]
    assert [place.label for place in others.places] == ["¶ 1", "table 1"]


def test_the_figure_counts_cites_by_part_and_source() -> None:
    _, layout = _summary(_edition())
    assert layout.citing is not None
    assert [column.text for column in layout.citing.columns] == ["Summary"]
    (row,) = layout.citing.rows
    assert (row.number, row.address) == ("letter", "#sources_letter")
    assert [(cell.count, cell.heat) for cell in row.cells] == [("4", 4)]


def test_the_bibliography_leads_to_the_sources() -> None:
    _, layout = _summary(_edition())
    (entry,) = layout.bibliography
    assert (entry.source, entry.address, entry.words) == ("letter", "#sources_letter", Markup("The Office. <em>Letter</em>."))
    assert [heading.title.text for heading in layout.contents] == ["Summary", "Notes on method", "Sources", "Bibliography"]


def test_without_citations_nothing_of_it_is_there() -> None:
    dossier = load()
    layout = lay_out(compose(original(dossier), messages("en"), modified=0), Form.SINGLE, NotesMode.SECTION)
    assert layout.citing is None
    assert not layout.bibliography
    assert not any(section.cited_in for section in layout.sources)


def test_the_figure_of_quotations_counts_them_by_what_is_known() -> None:
    several = (_checked(Verdict.VERIFIED), _checked(Verdict.VERIFIED), _checked(Verdict.UNVERIFIED))
    _, layout = _summary(_edition(checked=several))
    assert [(bar.label, bar.text) for bar in layout.quotations] == [("verified in this build", "2"), ("not verified", "1")]
    assert sum(bar.share for bar in layout.quotations) == 1
    assert _summary(_edition())[1].quotations == ()
