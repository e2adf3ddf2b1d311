"""The index of names: what is found, where, and in which order."""

import time
from dataclasses import replace

import pytest
from lxml import etree
from small_dossier import DOSSIER, SUMMARY, edition, load, localized, original

from dossier.edition.addresses import Addresses, Form, addresses
from dossier.edition.catalogs import Messages
from dossier.edition.environment import Templates, layered, rendered
from dossier.edition.footnotes import NotesMode
from dossier.edition.index_pages import with_pages
from dossier.edition.layout import sections
from dossier.edition.marks import Marking
from dossier.edition.names import NameEntry, NameGroup, SeeReference, anchors_of, index_of_names
from dossier.edition.phrases import Phrase
from dossier.language.name_search import search_in
from dossier.language.registry import language
from dossier.model.bundle import Page
from dossier.model.document import Dossier
from dossier.model.glossary import Glossary, GlossaryEntry, TermKind
from dossier.model.translation import LocalizedDossier, State

HEAD = "---\ntitle: Summary\n---\n\n"


def entry(identifier: str, kind: str = "body", **tables: object) -> GlossaryEntry:
    return GlossaryEntry.model_validate({"id": identifier, "kind": kind, **tables})


AMNESTY = entry("amnesty", forms={"en": "Amnesty International", "fa": "عفو بین‌الملل"}, abbreviations={"en": "AI"})
AMNESTY_IRAN = entry("amnesty-iran", forms={"en": "Amnesty International Iran"})
COUNCIL = entry(
    "ncri",
    forms={"en": "National Council of Resistance", "fr": "Conseil national de la Résistance", "fa": "شورای ملی مقاومت"},
    abbreviations={"en": "NCRI", "fr": "CNRI"},
    variants={"en": ["the Council"]},
)
IRAN = entry("iran", "place", forms={"en": "Iran", "fa": "ایران", "fr": "Iran"})


def found(text: str, tag: str, *entries: GlossaryEntry) -> list[str]:
    search = search_in(tag, entries)
    return list(search.found(text)) if search else []


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("Amnesty International said", "en", ["amnesty"]),
        ("Amnesty International Iran said", "en", ["amnesty-iran"]),
        ("Amnesty  International\u00a0Iranian", "en", ["amnesty"]),
        ("AI, and AIs, and WAI, and ai", "en", ["amnesty"]),
        ("NCRI's, NCRI’s and (NCRI)", "en", ["ncri", "ncri", "ncri"]),
        ("the Council met; the Councillor left", "en", ["ncri"]),
        ("L’Iran, d'Iran, de l’Iran; Iranien", "fr", ["iran", "iran", "iran"]),
        ("le CNRI, du Conseil national de la Re\u0301sistance", "fr", ["ncri", "ncri"]),
        ("NCRI", "fr", []),
        ("https://example.org/Iran and Iran@example.org", "en", []),
        ("شورای ملی مقاومت", "fa", ["ncri"]),
        ("شوراي\u200cملي مقاومت", "fa", ["ncri"]),
        ("عفو بین الملل و عفو بینالملل", "fa", ["amnesty", "amnesty"]),
        ("ایران\u200cها، ایرانِ ما", "fa", ["iran", "iran"]),
        ("ایرانی، نیم\u200cایران، ایرانیان", "fa", []),
        ("Iran", "fr-CA", ["iran"]),
        ("Iran", "de", []),
    ],
)
def test_names_are_found_as_whole_words(text: str, tag: str, expected: list[str]) -> None:
    assert found(text, tag, AMNESTY, AMNESTY_IRAN, COUNCIL, IRAN) == expected


def test_the_ezafe_behind_a_long_vowel_is_no_other_word() -> None:
    europe = entry("europe", "place", forms={"fa": "اروپا"})
    assert found("اروپای غربی، اروپایی، اروپا", "fa", europe) == ["europe", "europe"]


def with_glossary(*entries: GlossaryEntry, **changed: str) -> Dossier:
    return replace(load(**changed), glossary=Glossary(entries=entries))


def where(woven: LocalizedDossier, form: Form = Form.SINGLE) -> Addresses:
    return addresses((*woven.parts, *woven.sources), form)


def index(woven: LocalizedDossier, *, form: Form = Form.SINGLE) -> tuple[NameGroup, ...]:
    own = language(woven.language)
    titles = {
        document.document.id: Phrase(document.document.id, own.tag, own.direction) for document in (*woven.parts, *woven.sources)
    }
    return index_of_names(woven, where(woven, form), titles, Marking(own, False, Messages().gettext))


def anchors(groups: tuple[NameGroup, ...]) -> list[str]:
    return [place.anchor for group in groups for one in group.entries if isinstance(one, NameEntry) for place in one.places]


def test_without_a_glossary_there_is_no_index() -> None:
    assert index(original(load())) == ()


PLACES = (
    HEAD
    + """\
On Iran, twice: Iran.[^n]

## Iran and *Iran*

- `Iran` in code, <https://example.org/Iran>
- Ir*an*

> Iran

| Iran |
|---|
| Iran |

![No Iran](images/grey.png "Iran")

Iran
: Iran

[^n]: Iran
"""
)


def test_a_passage_is_given_once_where_it_stands() -> None:
    woven = original(with_glossary(IRAN, summary=PLACES))
    (group,) = index(woven)
    (one,) = group.entries
    assert isinstance(one, NameEntry)
    assert [(place.anchor, place.label) for place in one.places if place.document.text == "summary"] == [
        ("summary--par.1", "¶ 1"),
        ("summary--fn.1", "note 1"),
        ("summary--iran-and-iran", "heading"),
        ("summary--par.3", "¶ 3"),
        ("summary--par.4", "¶ 4"),
        ("summary--table.1", "table 1"),
        ("summary--fig.1", "figure 1"),
        ("summary--term.1", "term 1"),
        ("summary--par.5", "¶ 5"),
    ]


def test_every_place_is_on_the_page(templates: Templates) -> None:
    woven = original(with_glossary(IRAN, summary=PLACES))
    parts, _ = sections(edition(woven), where(woven), NotesMode.SECTION)
    markup = parts[0].body + parts[0].notes
    assert [anchor for anchor in anchors(index(woven)) if f'id="{anchor}"' not in markup] == []


def numbered(text: str, *numbers: int) -> list[tuple[str, str, str]]:
    """The page spans of an index of one name whose passages stand on the pages ``numbers``, in their order."""
    groups = index(original(with_glossary(IRAN, summary=HEAD + text)))
    pages = {anchor: Page(number, f"p{number}") for anchor, number in zip(anchors(groups), numbers, strict=True)}
    (one,) = with_pages(groups, pages)[0].entries
    assert isinstance(one, NameEntry)
    return [(span.first, span.last, span.address) for span in one.pages]


def test_a_page_is_named_once_and_leads_to_its_first_passage() -> None:
    assert numbered("Iran\n\nIran\n\nIran", 4, 4, 7) == [("p4", "", "#summary--par.1"), ("p7", "", "#summary--par.3")]


def test_three_pages_in_a_row_are_a_span_and_two_are_not() -> None:
    assert numbered("Iran\n\nIran\n\nIran", 1, 2, 3) == [("p1", "p3", "#summary--par.1")]
    assert [first for first, last, _ in numbered("Iran\n\nIran", 1, 2)] == ["p1", "p2"]


@pytest.mark.parametrize(("tag", "shown"), [("en", "p1–p3"), ("fa", '<bdi dir="ltr">۱–۳</bdi>'), ("ar", "1–3")])
def test_a_span_of_pages_is_set_like_every_other_range(tag: str, shown: str, templates: Templates) -> None:
    groups = index(original(with_glossary(IRAN, summary=HEAD + "Iran\n\nIran\n\nIran")))
    own = language(tag)
    pages = {name: Page(n, own.in_digits(str(n)) if own.rtl else f"p{n}") for n, name in enumerate(anchors(groups), 1)}
    page = '{% import "macros/names.j2" as names %}<div>{{ names.index(groups, paged=True) }}</div>'
    files = layered(templates.files, {"page.j2": page.encode()})
    markup = rendered(files, "page.j2", Messages(), own, {"groups": with_pages(groups, pages)})
    assert f'<a href="#summary--par.1">{shown}</a>' in markup


def test_an_index_without_pages_keeps_its_passages() -> None:
    groups = index(original(with_glossary(IRAN, summary=HEAD + "Iran")))
    assert with_pages(groups, {}) == groups
    assert anchors_of(groups) == {"summary--par.1"}


def test_a_passage_is_searched_in_the_language_it_is_shown_in() -> None:
    dossier = with_glossary(entry("x", forms={"en": "Question", "fa": "†Answer†"}), summary=SUMMARY)
    woven = localized(dossier, "fa", lambda msgid: State.MISSING if msgid == "Question" else State.REVIEWED)
    assert anchors(index(woven)) == ["summary--table.1"]
    assert anchors(index(localized(dossier, "fa", lambda _: State.REVIEWED))) == ["summary--table.1"]
    assert anchors(index(localized(dossier, "fr", lambda _: State.REVIEWED))) == []


def test_addresses_lead_to_files_in_a_book() -> None:
    (group,) = index(original(with_glossary(IRAN, summary=HEAD + "Iran")), form=Form.FILES)
    (one,) = group.entries
    assert isinstance(one, NameEntry)
    assert [place.address for place in one.places] == ["summary.xhtml#summary--par.1"]


def test_forms_stand_in_the_editions_language_first() -> None:
    woven = localized(with_glossary(COUNCIL, summary=HEAD + "the Council"), "fr", lambda _: State.MISSING)
    (group,) = index(woven)
    one = group.entries[-1]
    assert isinstance(one, NameEntry)
    assert (one.headword.text, one.abbreviation.text, one.headword.foreign) == (
        "Conseil national de la Résistance",
        "CNRI",
        False,
    )
    assert [(other.language, other.form.language, other.abbreviation.text) for other in one.other_forms] == [
        ("anglais", "en", "NCRI"),
        ("persan", "fa", ""),
    ]


def test_groups_and_entries_are_in_order_and_abbreviations_refer() -> None:
    zone = entry("zone", forms={"en": "Zone"})
    person = entry("p", "person", forms={"en": "Ada"})
    text = HEAD + "Zone, Ada, Iran, NCRI, Amnesty International"
    groups = index(original(with_glossary(IRAN, zone, COUNCIL, AMNESTY, person, summary=text)))
    assert [(group.kind, group.title) for group in groups] == [
        (TermKind.PERSON, "Persons"),
        (TermKind.BODY, "Bodies"),
        (TermKind.PLACE, "Places"),
    ]
    lines = [
        f"{one.abbreviation} → {one.headword}" if isinstance(one, SeeReference) else str(one.headword)
        for one in groups[1].entries
    ]
    # “AI” and “NCRI” would stand right beside their own entries.
    assert lines == ["Amnesty International", "National Council of Resistance", "Zone"]
    far = entry("far", forms={"en": "Working Group"}, abbreviations={"en": "BWG"})
    (group,) = index(original(with_glossary(far, zone, COUNCIL, summary=HEAD + "Zone, NCRI, BWG")))
    assert [type(one) for one in group.entries] == [SeeReference, NameEntry, NameEntry, NameEntry]
    assert isinstance(group.entries[0], SeeReference)
    assert group.entries[0].address == "#edition-names--far"


@pytest.mark.parametrize("paged", [False, True])
def test_the_macro_is_well_formed_and_says_what_is_foreign(paged: bool, templates: Templates) -> None:
    far = entry("far", forms={"en": "Working Group", "fa": "کارگروه"}, abbreviations={"en": "BWG"})
    zone = entry("zone", forms={"en": "Zone"})
    groups = index(original(with_glossary(far, COUNCIL, zone, summary=HEAD + "Working Group. NCRI. Zone.\n\nBWG")))
    page = '{% import "macros/names.j2" as names %}<div>{{ names.index(groups, paged=paged, draft=True, level=3) }}</div>'
    own = layered(templates.files, {"page.j2": page.encode()})
    markup = rendered(own, "page.j2", Messages(), language("en"), {"groups": groups, "paged": paged})
    root = etree.fromstring(markup)
    assert root.xpath("string(p[@class='names-note'])") == "The forms of names in this index have not been reviewed."
    assert root.xpath("//bdi[@lang='fa'][@dir='rtl']/text()") == ["شورای ملی مقاومت", "کارگروه"]
    assert set(root.xpath("//section/@aria-labelledby")) <= set(root.xpath("//@id"))
    assert root.xpath("//h3/text()") == ["Bodies"]
    assert root.xpath("//*[@class='name name-see']//a/@href") == ["#edition-names--far"]
    links = root.xpath("//div[@id='edition-names--far']//a")
    assert [link.get("href") for link in links] == ["#summary--par.1", "#summary--par.2"]
    assert [link.text for link in links] == ([None, None] if paged else ["¶ 1", "¶ 2"])


def test_a_document_cannot_take_the_indexs_id() -> None:
    changed = {"dossier.toml": DOSSIER.replace("notes.md", "edition-names.md"), "edition-names": HEAD + "text"}
    assert where(original(load(summary=HEAD + "text", **changed))).anchor("edition-names") == "edition-names_"


def test_a_large_glossary_is_found_in_a_long_text_in_less_than_a_second() -> None:
    entries = [
        entry(f"e{number}", forms={"en": f"Name{number} of a Body"}, abbreviations={"en": f"NB{number}"}) for number in range(200)
    ]
    search = search_in("en", entries)
    assert search
    paragraph = "As Name7 of a Body told the Committee in writing, no Name of anybody named NB19 was on the list of those. " * 6
    start = time.process_time()  # of this process alone: the machine may be shared
    hits = sum(len(list(search.found(paragraph))) for _ in range(1750))  # 350 pages of five paragraphs, a million characters
    assert hits == 1750 * 12
    assert time.process_time() - start < 2  # measured: 0.3 s
