"""The package index: what is taken from it, and what is not."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dossier.model.diagnostics import DossierError
from dossier.pipeline.models.addresses import refuse_unsafe, shown
from dossier.pipeline.models.index import DEFAULT_INDEX, Offer, index_address, parse_index
from dossier.pipeline.models.install import route
from dossier.translation.engines.argos_packages import version_key
from model_server import SENTENCES, Entry, entry

LINK = "https://models.example/a.argosmodel"


def parsed(*entries: Any) -> tuple[Offer, ...]:
    return parse_index(json.dumps(entries).encode())


def codes(error: DossierError) -> list[str]:
    return [found.code.id for found in error.diagnostics]


def test_the_newest_package_of_each_pair_is_offered() -> None:
    offers = parsed(*(entry("en", "fa", version, [LINK]) for version in ("1.5", "1.10", "1.9")), entry("de", "en", "1.0", [LINK]))
    assert [(one.source, one.target, one.version) for one in offers] == [("de", "en", "1.0"), ("en", "fa", "1.10")]
    assert offers[1].name == "translate-en_fa-1_10"


def test_links_that_are_no_web_addresses_are_passed_over() -> None:
    (offer,) = parsed(entry("en", "fa", "1.0", ["ipfs://Qm", LINK, "file:///etc/passwd"]))
    assert offer.links == (LINK,)


def test_a_digest_is_kept_in_small_letters() -> None:
    (offer,) = parsed(entry("en", "fa", "1.0", [LINK], sha256="AB" * 32))
    assert offer.sha256 == "ab" * 32


@pytest.mark.parametrize(
    "value",
    [
        SENTENCES,
        {},
        {**entry("en", "fa", "1.0", [LINK]), "from_code": "../../etc"},
        {**entry("en", "fa", "1.0", [LINK]), "from_code": None},
        {**entry("en", "fa", "1.0", [LINK]), "package_version": "1/../../2"},
        {**entry("en", "fa", "1.0", [LINK]), "package_version": "1.0\n"},
        {**entry("en", "fa", "1.0", [LINK]), "package_version": "9" * 5000},
        {**entry("en", "fa", "1.0", [LINK]), "links": LINK},
        {**entry("en", "fa", "1.0", [LINK] * 51)},
        {**entry("en", "fa", "1.0", [LINK]), "sha256": "no digest"},
        {**entry("en", "fa", "1.0", [LINK]), "type": "translate-everything"},
    ],
)
def test_what_is_no_model_is_passed_over(value: Entry) -> None:
    assert [one.source for one in parsed(value, entry("fr", "en", "1.0", [LINK]))] == ["fr"]


@pytest.mark.parametrize("data", [b"", b"<html>", b"{}", b"\xff\xfe", b"[1, 2]", b"[" * 100_000, b'"index"', b'["a"]', b"null"])
def test_what_is_no_index_is_refused(data: bytes) -> None:
    with pytest.raises(DossierError) as caught:
        parse_index(data)
    assert codes(caught.value) == ["M011"]


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=9), lambda one: st.lists(one, max_size=3), max_leaves=6
)
KEYS = st.sampled_from(sorted({*entry("en", "fa", "1.0", [LINK]), "sha256", "target_prefix"}))


@settings(max_examples=30)
@given(st.lists(st.dictionaries(KEYS, VALUES).map(lambda wrong: {**entry("en", "fa", "1.0", [LINK]), **wrong}), max_size=3))
def test_any_entry_is_taken_or_passed_over(entries: list[Entry]) -> None:
    for offer in parsed(*entries):
        assert all(char.isalnum() or char in "-_" for char in offer.name)


def test_an_empty_index_is_one() -> None:
    assert parsed() == ()


def test_where_the_index_is() -> None:
    assert index_address({}) == f"{DEFAULT_INDEX}index.json"
    for base in ("https://models.example/index", "https://models.example/index/"):
        assert index_address({"ARGOS_PACKAGE_INDEX": base}) == "https://models.example/index/index.json"


@pytest.mark.parametrize(("older", "newer"), [("1.9", "1.10"), ("0.9", "1"), ("1.0", "1.0.1"), ("unknown", "0.1"), ("", "1")])
def test_versions_are_numbers(older: str, newer: str) -> None:
    assert version_key(older) < version_key(newer)


def test_trailing_noughts_are_no_new_version() -> None:
    assert version_key("1.0") == version_key("1") == version_key("1.0.0")


def offers_of(*pairs: str) -> tuple[Offer, ...]:
    return parsed(*(entry(*pair.split("-", 1), "1.0", [LINK]) for pair in pairs))  # type: ignore[misc]


@pytest.mark.parametrize(
    ("pairs", "wanted", "legs"),
    [
        (("en-fa",), ("en", "fa"), ["en-fa"]),
        (("fr-en", "en-fa", "fr-fa"), ("fr", "fa"), ["fr-fa"]),
        (("fr-en", "en-fa"), ("fr", "fa"), ["fr-en", "en-fa"]),
        (("en-pt",), ("en-GB", "pt-BR"), ["en-pt"]),
        (("en-zt", "en-zh"), ("en", "zh-Hant"), ["en-zt"]),
        (("en-zh",), ("en", "zh-TW"), []),
        (("en-pt", "en-pb"), ("en", "pt-BR"), ["en-pb"]),
        (("en-pt", "en-pb"), ("en", "pb"), ["en-pb"]),
        (("fa-en", "en-pt_BR"), ("fa-IR", "pb"), ["fa-en", "en-pt_BR"]),
        (("de-fr", "fr-en"), ("de", "en"), []),
        (("fr-en",), ("fr", "fa"), []),
        (("fr-de", "de-fa"), ("fr", "fa"), []),
        ((), ("en", "fa"), []),
    ],
)
def test_the_way_from_one_language_to_another(pairs: tuple[str, ...], wanted: tuple[str, str], legs: list[str]) -> None:
    assert [f"{one.source}-{one.target}" for one in route(offers_of(*pairs), *wanted)] == legs


@pytest.mark.parametrize("address", ["https://models.example/a", "http://127.0.0.1:80/a", "http://localhost/a", "http://[::1]/a"])
def test_addresses_that_may_be_asked(address: str) -> None:
    refuse_unsafe(address)


@pytest.mark.parametrize(
    ("address", "before"),
    [
        ("http://models.example/a", ""),
        ("http://127.0.0.1.models.example/a", ""),
        ("http://127.0.0.1@models.example/a", ""),
        ("http://169.254.169.254/a", ""),
        ("file:///etc/passwd", ""),
        ("ftp://models.example/a", ""),
        ("https:///a", ""),
        ("https://[::1/a", ""),
        ("", ""),
        ("http://127.0.0.1/a", "https://models.example/a"),
    ],
)
def test_addresses_that_are_refused(address: str, before: str) -> None:
    with pytest.raises(DossierError) as caught:
        refuse_unsafe(address, before)
    assert codes(caught.value) == ["M017"]


def test_passwords_in_addresses_are_not_told() -> None:
    assert shown("https://me:secret@models.example:8443/a?key=secret") == "https://models.example:8443/a"
