"""One setting for the calendars of a Persian edition: where its dates stand, which setting wins, what machines are told."""

import pytest
from lxml import html
from small_dossier import DOSSIER, LETTER, PATH, SUMMARY, edition, load, localized, project

from dossier.content.load import load_dossier
from dossier.edition.environment import Templates
from dossier.edition.pages import web_bundle
from dossier.model.calendars import Calendars
from dossier.model.diagnostics import DossierError
from dossier.model.records import DossierConfig
from dossier.model.translation import State

WITHDRAWN = '[withdrawn]\ndate = "2027-01-01"\nreason = "An error."\n'
CORRECTED = '[[corrections]]\nversion = "0.1"\ndate = "2026-12-01"\ntext = "A date."\n'
EVENTS = "\n{.timeline .with-sources}\n1988-07-28\n: The first.\n\n1988-08-05/1988-08-06\n: The second.\n\n1988-12\n: The last.\n"


def page(settings: str, templates: Templates, tag: str = "fa") -> html.HtmlElement:
    changed = {
        "dossier.toml": DOSSIER + settings + WITHDRAWN + CORRECTED,
        "summary": SUMMARY + EVENTS,
        "sources__letter": LETTER.replace('"1988-07~/1988-09"', '"2020-09-03"'),
    }
    made = edition(localized(load(**changed), tag, lambda _: State.REVIEWED))
    return html.document_fromstring(web_bundle(made, templates).html)


def having(page: html.HtmlElement, name: str, below: str = "") -> list[html.HtmlElement]:
    """The elements of the class ``name``, or those called ``below`` inside them."""
    found: list[html.HtmlElement] = page.xpath(f"//*[contains(concat(' ', @class, ' '), ' {name} ')]{below}")
    return found


def words(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().replace("\u00a0", " ").split())


def test_every_date_of_the_press_is_in_both_calendars(templates: Templates) -> None:
    found = page('[typography]\ndates = "both"\n', templates)
    shown = words(found.body)
    assert "۲۱ نوامبر ۲۰۲۶ (۳۰ آبان ۱۴۰۵)" in shown  # of the dossier
    assert "۱ ژانویهٔ ۲۰۲۷ (۱۱ دی ۱۴۰۵)" in shown  # of its withdrawal
    assert "۱ دسامبر ۲۰۲۶ (۱۰ آذر ۱۴۰۵)" in shown  # of a correction
    assert "۳ سپتامبر ۲۰۲۰ (۱۳ شهریور ۱۳۹۹)" in words(having(found, "card")[0])
    events = [words(event) for event in having(found, "timeline", "//dt")]
    assert events == [
        "۲۸ ژوئیهٔ ۱۹۸۸ (۶ مرداد ۱۳۶۷)",
        "۵ اوت ۱۹۸۸ (۱۴ مرداد ۱۳۶۷) تا ۶ اوت ۱۹۸۸ (۱۵ مرداد ۱۳۶۷)",
        "دسامبر ۱۹۸۸",
        "۳ سپتامبر ۲۰۲۰ (۱۳ شهریور ۱۳۹۹) (استنباط)",
    ]


def test_machines_are_told_the_gregorian_day(templates: Templates) -> None:
    found = page('[typography]\ndates = "jalali"\n', templates)
    times = {time.get("datetime"): words(time) for time in having(found, "timeline", "//time")}
    assert times == {"1988-07-28": "۶ مرداد ۱۳۶۷", "1988-12": "دسامبر ۱۹۸۸", "2020-09-03": "۱۳ شهریور ۱۳۹۹"}
    assert having(found, "event")[0].get("data-date") == "1988-07-28"


def test_a_line_breaks_before_the_bracket_and_not_inside_a_date(templates: Templates) -> None:
    found = page('[typography]\ndates = "both"\n', templates)
    first = having(found, "timeline", "//dt")[0]
    # The style sheet sets a time on one line: the second calendar stands outside of it.
    assert words(first.find("time")) == "۲۸ ژوئیهٔ ۱۹۸۸"
    assert first.text_content().strip().split(" ") == ["۲۸\u00a0ژوئیهٔ\u00a0۱۹۸۸", "(۶\u00a0مرداد\u00a0۱۳۶۷)"]


@pytest.mark.parametrize("settings", ["", '[typography]\ndates = "gregorian"\n'])
def test_without_the_setting_there_is_one_calendar(settings: str, templates: Templates) -> None:
    assert "۱۳۶۷" not in words(page(settings, templates).body)


@pytest.mark.parametrize("calendars", list(Calendars))
def test_a_french_edition_keeps_its_calendar(calendars: Calendars, templates: Templates) -> None:
    found = words(page(f'[typography]\ndates = "{calendars}"\n', templates, "fr").body)
    assert "28 juillet 1988" in found
    assert "1367" not in found


@pytest.mark.parametrize(
    ("settings", "everywhere", "citations"),
    [
        ("", "gregorian", "gregorian"),
        ('[typography]\ndates = "both"\n', "both", "both"),
        ('[citations]\ndates = "both"\n', "both", "both"),
        ('[typography]\ndates = "jalali"\n[citations]\ndates = "both"\n', "jalali", "both"),
        ('[typography]\ndates = "gregorian"\n[citations]\ndates = "both"\n', "gregorian", "both"),
        ('[typography]\ndates = "both"\n[citations]\ndates = "gregorian"\n', "both", "gregorian"),
    ],
)
def test_one_setting_follows_the_other(settings: str, everywhere: str, citations: str) -> None:
    config: DossierConfig = load(**{"dossier.toml": DOSSIER + settings}).config
    assert (config.calendars, config.citation_calendars) == (everywhere, citations)


@pytest.mark.parametrize("table", ["typography", "citations"])
def test_another_calendar_is_an_error_with_its_place(table: str) -> None:
    text = DOSSIER + f'[{table}]\ndates = "julian"\n'
    with pytest.raises(DossierError) as raised:
        load_dossier(project(**{"dossier.toml": text}), PATH)
    found = raised.value.diagnostics[0]
    assert (found.code.id, found.message) == ("C009", f"“julian” is no value of “{table}.dates”")
    assert found.place is not None
    assert (found.place.file, found.place.line) == (PATH, text.count("\n"))
    assert found.mend == "write one of: gregorian, jalali, both"
