"""Records as CSL-JSON."""

import pytest
from csl_samples import cited, citing, one, plain, record, setting, sources

from dossier.attribution.csl import csl_item
from dossier.attribution.csl.items import csl_type
from dossier.model.citation import Cite

NAMES = {"author", "editor", "translator", "recipient"}
DATES = {"issued", "accessed", "original-date", "event-date"}


def test_a_full_record() -> None:
    found = csl_item(
        record(
            "letter",
            type="report",
            title="The Letter",
            author=[{"family": "Doe", "given": "Jane"}, {"literal": "Council of Harbours"}],
            publisher="Northern Press",
            issued="2020-12-11",
            accessed="2024-03",
            URL="https://example.org/letter",
            number="A/75/12",
            **{"publisher-place": "London", "container-title": "Papers", "title-short": "Letter", "archive-place": "Leeds"},
        )
    )
    assert found == {
        "id": "letter",
        "type": "report",
        "title": "The Letter",
        "title-short": "Letter",
        "author": [{"family": "Doe", "given": "Jane"}, {"literal": "Council of Harbours"}],
        "publisher": "Northern Press",
        "publisher-place": "London",
        "container-title": "Papers",
        "number": "A/75/12",
        "archive-place": "Leeds",
        "issued": {"date-parts": [[2020, 12, 11]]},
        "accessed": {"date-parts": [[2024, 3]]},
        "URL": "https://example.org/letter",
        "language": "en",
    }


def test_what_was_inferred_is_no_data() -> None:
    evidence = {"publisher": "inferred: style", "issued": "inferred: a guess", "language": "inferred: its words"}
    found = csl_item(record("a", title="T", publisher="P", issued="2020", evidence=evidence))
    assert found == {"id": "a", "type": "document", "title": "T", "language": "en"}


def test_supplied_and_other_titles() -> None:
    untitled = record("a", **{"title-short": "Untitled letter"})
    assert csl_item(untitled)["title"] == "[Untitled letter]"
    assert "title-short" not in csl_item(untitled)


@pytest.mark.parametrize(
    ("written", "found"),
    [
        ("1988~", {"date-parts": [[1988]], "circa": True}),
        ("1988-21", {"date-parts": [[1988]], "season": 1}),
        ("1988-07/1988-09", {"date-parts": [[1988, 7], [1988, 9]]}),
        ("1988/..", {"literal": "1988/.."}),
    ],
)
def test_dates(written: str, found: object) -> None:
    assert csl_item(record("a", title="T", issued=written))["issued"] == found


@pytest.mark.parametrize(("written", "found"), [("webpage", "webpage"), ("press-release", "pamphlet"), ("whatever", "document")])
def test_types(written: str, found: str) -> None:
    assert csl_type(written) == found


def test_items_have_the_shapes_of_the_schema() -> None:
    for item in (csl_item(source.record) for source in sources()):
        assert {"id", "type"} <= item.keys()
        for name, value in item.items():
            if name in NAMES:
                assert all(set(person) <= {"family", "given", "literal"} for person in value)
            elif name in DATES:
                assert set(value) <= {"date-parts", "season", "circa", "literal"}
            else:
                assert isinstance(value, str)


def test_inferred_names_and_publishers_stand_in_brackets() -> None:
    evidence = {"author": "inferred: the signature", "publisher": "inferred: style"}
    names = [{"family": "Doe", "given": "Jane"}]
    found = record("a", type="book", title="Tides", author=names, publisher="Estuary", issued="2019", evidence=evidence)
    assert one("en", "chicago-notes-bibliography", found)[0] == "[Jane Doe], *Tides* ([Estuary], 2019)^a."
    assert cited(found).supplied is False


def test_supplied_titles_are_neither_quoted_nor_slanted() -> None:
    for kind in ("book", "document", "webpage", "article-newspaper", "report"):
        found = record("a", type=kind, **{"title-short": "Untitled letter"}, publisher="Estuary", issued="2019")
        for style in (
            "chicago-notes-bibliography",
            "chicago-author-date",
            "apa",
            "modern-language-association",
            "ieee",
            "oscola",
        ):
            for text in one("en", style, found):
                assert not set(text) & set("“”‘’*")
        assert "[Untitled letter]" in one("en", "chicago-notes-bibliography", found)[0]


def test_quotation_marks_inside_of_quoted_titles_are_inner_ones() -> None:
    english = record("a", type="webpage", title="The “Ledger” Found", issued="2019")
    persian = record("a", type="webpage", title="دفتر «گمشده»", issued="2019", language="fa")
    style = "chicago-notes-bibliography"
    assert one("en", style, english)[0] == "“The ‘Ledger’ Found,” 2019^a."
    assert one("fr", style, english)[0] == "«~{en: The “Ledger” Found}~», 2019^a."
    assert one("fa", style, persian)[0] == "«دفتر “گمشده”»، ۲۰۱۹^a."
    book = record("a", type="book", title="The “Ledger” Found", issued="2019")
    assert one("en", style, book)[0] == "*The “Ledger” Found* (2019)^a."


@pytest.mark.parametrize(("tag", "quoted"), [("de", "„{en: Tides}“"), ("fr-CA", "«~{en: Tides}~»"), ("ar", "«{en: Tides}»")])
def test_editions_in_other_languages(tag: str, quoted: str) -> None:
    found = setting(
        tag, "chicago-notes-bibliography", {"d": [citing(Cite("a"))]}, [cited(record("a", type="webpage", title="Tides"))]
    )
    assert quoted in plain(found.texts["d"][0])
