"""The reader is told the state of every passage, once and in words."""

import re

import pytest
from small_dossier import DOSSIER, edition, load, localized, original

from dossier.edition.environment import Templates
from dossier.edition.pages import print_bundle, web_bundle
from dossier.edition.review import review
from dossier.language.registry import language
from dossier.model.records import DraftPolicy
from dossier.model.translation import LocalizedDossier, State

ITEM = "a tight item"
CELL = "How many?"


def with_states(special: dict[str, State], rest: State = State.REVIEWED) -> LocalizedDossier:
    return localized(load(), "fr", lambda msgid: special.get(msgid, rest))


def html(woven: LocalizedDossier, templates: Templates) -> str:
    """The web page without the links that stand before its paragraphs."""
    return re.sub(r'<a class="par" [^>]*>[^<]*</a>', "", web_bundle(edition(woven), templates).html)


def test_a_draft_is_labelled_in_the_language_of_the_edition(templates: Templates) -> None:
    page = html(with_states({"The letter says so.": State.DRAFT}), templates)
    assert (
        '<p id="sources_letter--par.1" data-par="1" class="state-draft" data-state="draft">†The letter says so.† '
        '<small class="mark mark-draft" lang="fr" dir="ltr" xml:lang="fr">[Brouillon non relu]</small></p>'
    ) in page


@pytest.mark.parametrize(
    ("state", "label"),
    [
        (State.STALE, "L’original a changé\u202f; texte original en attendant que la traduction soit revue"),
        (State.MISSING, "Pas encore traduit\u202f; texte original"),
    ],
)
def test_what_is_shown_in_the_original_says_so_and_has_its_language(state: State, label: str, templates: Templates) -> None:
    page = html(with_states({"The letter says so.": state}), templates)
    start = page.index(f' class="state-{state}" data-state="{state}" lang="en" dir="ltr" xml:lang="en">The letter says so. ')
    assert f"[{label}]" in page[start : start + 400]
    assert "†The letter says so.†" not in page


def test_a_tight_item_has_no_paragraph_so_a_span_carries_the_mark(templates: Templates) -> None:
    page = html(with_states({ITEM: State.MISSING}), templates)
    span = '<span class="state-missing" data-state="missing" lang="en" dir="ltr" xml:lang="en">'
    assert f'<li id="summary--par.2" data-par="2">{span}a tight item ' in page


def test_a_cell_has_a_short_label(templates: Templates) -> None:
    page = html(with_states({CELL: State.UNFINISHED}), templates)
    cell = page[page.index(">†How many?†") :].split("</td>")[0]
    assert "[Brouillon]" in cell


@pytest.mark.parametrize(
    ("state", "told", "share"),
    [
        (
            State.DRAFT,
            "La plus grande partie de cette traduction est un brouillon automatique que personne n’a relu.",
            "automatique",
        ),
        (State.UNFINISHED, "La plus grande partie de cette traduction est un brouillon non relu.", "Traduit, non relu"),
    ],
)
def test_a_mostly_drafted_edition_says_whose_it_is_and_marks_what_was_reviewed(
    state: State, told: str, share: str, templates: Templates
) -> None:
    page = html(with_states({ITEM: State.REVIEWED}, rest=state), templates)
    assert page.split("<main")[1].count("[Relu]") == 1
    assert page.split("<main")[0].count("[Relu]") == 1  # in the legend
    assert "[Brouillon non relu]" not in page
    assert told in page
    assert share in page
    assert page.count(f'data-state="{state}"') > 10


def test_a_mostly_drafted_edition_says_so_on_every_printed_page(templates: Templates) -> None:
    woven = localized(load(), "fr", lambda _: State.DRAFT)
    assert 'class="running-state" data-state="Traduction provisoire non relue"' in print_bundle(edition(woven), templates).html


def test_an_original_that_nobody_reviewed_is_a_draft_in_every_language(templates: Templates) -> None:
    assert "Draft: the original text of this dossier has not been reviewed." in html(original(load()), templates)
    assert "le texte original de ce dossier n’a pas été relu" in html(with_states({}), templates)


def test_a_reviewed_edition_of_a_reviewed_original_has_no_notice(templates: Templates) -> None:
    dossier = load(**{"dossier.toml": DOSSIER.replace('status = "draft"', 'status = "reviewed"')})
    page = html(localized(dossier, "fr", lambda _: State.REVIEWED), templates)
    assert 'class="review"' not in page
    assert 'class="mark' not in page


def test_drafts_that_policy_hides_are_not_called_translations() -> None:
    text = DOSSIER + '[policy]\ndraft = "source"\n'
    dossier = load(**{"dossier.toml": text})
    assert dossier.config.policy.draft is DraftPolicy.SOURCE
    woven = localized(dossier, "fr", lambda _: State.DRAFT)
    assert edition(woven).title.text == "A sample"
    assert edition(woven).title.label.startswith("La traduction n’a pas été relue")


def test_shares_add_up_to_what_there_is() -> None:
    woven = with_states({"The letter says so.": State.MISSING})
    found = review(woven, language("en"), str)
    assert [share.label for share in found.shares] == [
        "Reviewed: translated by a person",
        "Shown in the original: not yet translated",
    ]
