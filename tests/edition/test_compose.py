"""What an edition says of itself: titles, cards, contents, metadata, index."""

from small_dossier import DOSSIER, LETTER, edition, load, localized, original

from dossier.edition.addresses import Form
from dossier.edition.book import epub_bundle
from dossier.edition.catalogs import Messages
from dossier.edition.compose import identifier
from dossier.edition.environment import Templates
from dossier.edition.index import index_bundle
from dossier.edition.layout import contents, edition_addresses
from dossier.edition.pages import print_bundle, web_bundle
from dossier.model.translation import State


def rows(page: str) -> str:
    return page[page.index('<table class="card">') :].split("</table>")[0]


def test_a_card_says_what_is_known_and_how(templates: Templates) -> None:
    card = rows(web_bundle(edition(original(load())), templates).html)
    date = 'about July 1988 to September 1988 <span class="known">(inferred: it speaks of summer)</span>'
    assert f'<th scope="row">Date</th><td>{date}</td>' in card
    assert '<th scope="row">Rights</th><td>unknown</td>' in card
    assert '<th scope="row">Address</th><td>unknown</td>' in card
    assert '<th scope="row">Language</th><td>English</td>' in card
    assert "<td>party to the matter</td>" in card


def test_a_card_speaks_the_language_of_the_edition(templates: Templates) -> None:
    card = rows(web_bundle(edition(localized(load(), "fr", lambda _: State.REVIEWED)), templates).html)
    assert '<th scope="row">Droits</th><td>inconnu</td>' in card
    assert '<th scope="row">Langue</th><td>anglais</td>' in card
    # The publisher is not translated: it says which language it is in.
    assert '<bdi lang="en" xml:lang="en" dir="ltr">The Office</bdi>' in card


def test_a_supplied_title_stands_in_brackets() -> None:
    found = edition(original(load()))
    assert contents(found, edition_addresses(found, Form.SINGLE))[-1].children[0].title.text == "[Letter of an office]"


def test_a_translated_title_of_a_source_keeps_the_original_beside_it(templates: Templates) -> None:
    titled = LETTER.replace("title-short: Letter of an office", "title: The Letter").replace("  title: unknown\n", "")
    woven = localized(load(sources__letter=titled), "fr", lambda _: State.REVIEWED)
    assert '<th scope="row">Titre original</th><td><bdi lang="en" xml:lang="en" dir="ltr">The Letter</bdi></td>' in (
        web_bundle(edition(woven), templates).html
    )


def test_contents_go_down_to_the_third_level_and_nest() -> None:
    found = edition(original(load()))
    summary, notes, sources = contents(found, edition_addresses(found, Form.FILES))
    assert (summary.address, sources.address) == ("summary.xhtml", "edition-sources.xhtml")
    (methods,) = notes.children
    assert [child.title.text for child in methods.children] == ["A detail"]
    assert methods.children[0].children == ()
    assert methods.address == "notes.xhtml#notes--methods"


def test_identifiers_are_stable_and_differ_by_language() -> None:
    config = load().config
    own = load(**{"dossier.toml": DOSSIER + 'identifier = "doi:10.1/x"\n'}).config
    assert identifier(config, "fr") == identifier(config, "fr") != identifier(config, "fa")
    assert identifier(own, "en") == "doi:10.1/x"
    assert identifier(own, "fr").startswith("urn:uuid:")


def test_metadata_is_in_the_language_of_the_edition() -> None:
    metadata = edition(localized(load(), "fa", lambda _: State.REVIEWED)).metadata
    assert (metadata.title, metadata.language, metadata.direction) == ("†A sample†", "fa", "rtl")
    assert metadata.creators == ("Ada Example",)
    assert metadata.subjects == ("†letters†",)
    assert metadata.sources == ("[Letter of an office]. The Office. 1988-07~/1988-09",)
    assert metadata.review


def test_the_same_dossier_gives_the_same_bundles(templates: Templates) -> None:
    def once() -> tuple[object, ...]:
        made = edition(localized(load(), "fa", lambda _: State.DRAFT))
        return print_bundle(made, templates), web_bundle(made, templates), epub_bundle(made, templates)

    assert once() == once()


def test_the_web_page_leads_to_its_siblings(templates: Templates) -> None:
    page = web_bundle(edition(original(load())), templates).html
    assert '<a href="../fa/sample.html" rel="alternate" hreflang="fa">فارسی</a>' in page
    assert '<a href="sample.pdf" type="application/pdf" hreflang="en">PDF</a>' in page


def test_an_output_that_is_not_made_is_not_linked(templates: Templates) -> None:
    toml = DOSSIER + 'outputs = ["html"]\n'
    page = web_bundle(edition(original(load(**{"dossier.toml": toml}))), templates).html
    assert "sample.pdf" not in page
    assert "sample.epub" not in page


def test_faces_are_linked_only_when_there_are_any(templates: Templates) -> None:
    found = edition(original(load()))
    assert 'href="fonts/faces.css"' in web_bundle(found, templates, faces="fonts/faces.css").html
    assert "faces.css" not in web_bundle(found, templates).html


def test_an_index_of_nothing_says_so(templates: Templates) -> None:
    assert "No edition has been built yet." in index_bundle([], templates, Messages()).html
