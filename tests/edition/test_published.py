"""Addresses of what is published: URIs, from base-url, or none at all."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from dossier.model.published import alternates, edition_address, picture_address
from dossier.model.records import DossierConfig

BASE = "https://example.org/dossiers/"


def config(base: str = BASE, **changes: object) -> DossierConfig:
    about: dict[str, object] = {"id": "letter", "title": "T", "date": "2026-11-21", "parts": ["a.md"]}
    languages = {"language": "en", "languages": ["en", "fr", "zh-Hans"]}
    return DossierConfig.model_validate({**about, **languages, "base-url": base, **changes})


def test_an_edition_is_published_where_build_lies() -> None:
    assert edition_address(config(), "fr") == "https://example.org/dossiers/letter/fr/letter.html"
    assert edition_address(config("https://example.org/d"), "en") == "https://example.org/d/letter/en/letter.html"
    assert picture_address(config(), "zh-Hans") == "https://example.org/dossiers/letter/zh-Hans/letter.png"


def test_without_a_web_page_the_folder_is_meant() -> None:
    assert edition_address(config(outputs=["pdf", "epub"]), "fr") == "https://example.org/dossiers/letter/fr/"


def test_without_a_base_there_are_no_addresses() -> None:
    assert (edition_address(config(""), "fr"), picture_address(config(""), "fr"), alternates(config(""))) == ("", "", ())


def test_every_language_and_the_original_for_all_others() -> None:
    assert alternates(config()) == (
        ("en", f"{BASE}letter/en/letter.html"),
        ("fr", f"{BASE}letter/fr/letter.html"),
        ("zh-Hans", f"{BASE}letter/zh-Hans/letter.html"),
        ("x-default", f"{BASE}letter/en/letter.html"),
    )
    assert alternates(config(languages=["en"])) == (("en", f"{BASE}letter/en/letter.html"),)


@pytest.mark.parametrize(
    ("base", "uri"),
    [
        ("https://example.org/پرونده‌ها/", "https://example.org/%D9%BE%D8%B1%D9%88%D9%86%D8%AF%D9%87%E2%80%8C%D9%87%D8%A7/"),
        ("https://example.org/a b/", "https://example.org/a%20b/"),
        ("https://example.org/a%20b/", "https://example.org/a%20b/"),
        ("https://example.org/100%/", "https://example.org/100%25/"),
        ("https://bücher.example:8080/~x/", "https://xn--bcher-kva.example:8080/~x/"),
    ],
)
def test_addresses_are_percent_encoded(base: str, uri: str) -> None:
    assert edition_address(config(base), "en") == f"{uri}letter/en/letter.html"


@given(st.text(max_size=40), st.text(max_size=40))
def test_whatever_base_is_accepted_gives_a_uri(host: str, path: str) -> None:
    try:
        known = config(f"https://{host}/{path}")
    except ValidationError:
        return
    address = edition_address(known, "en")
    assert address.isascii()
    assert not set(address) & set(' "<>\\^`{|}\n\t')
