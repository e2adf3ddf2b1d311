"""Addresses and identifiers of publications: their forms, checked as far as a form can be checked without a network."""

import re
from urllib.parse import quote, urlsplit
from uuid import NAMESPACE_URL, uuid5

_DOI = re.compile(r"10\.\d{4,9}(?:\.\d+)*/\S+")
_IN_A_PATH = "/:@!$&'()*+,;=~"  # what RFC 3986, 3.3 allows
_CONTROL = re.compile(r"[\s\x00-\x1f\x7f<>\"]")


def known_web_address(value: str) -> str:
    """Check that ``value`` is empty or an ``http`` or ``https`` address.

    Raises
    ------
    ValueError
        Where it is not. Anything else than the web's own schemes could act when a reader follows it (``javascript:``, ``file:``).
    """
    if not value:
        return value
    try:
        parts = urlsplit(value)
        host = parts.hostname
    except ValueError as error:
        raise ValueError("it is no address on the web, such as https://example.org/page") from error
    if parts.scheme not in ("http", "https") or not host or parts.username or _CONTROL.search(value):
        raise ValueError("it is no address on the web, such as https://example.org/page")
    return value


def known_doi(value: str) -> str:
    """Check that ``value`` is empty or a DOI without its resolver (ISO 26324; CrossRef's pattern).

    Raises
    ------
    ValueError
        Where it is not.
    """
    if value and not _DOI.fullmatch(value):
        raise ValueError("it is no DOI, such as 10.1000/182 (without https://doi.org/)")
    return value


def known_isbn(value: str) -> str:
    """Check that ``value`` is empty or an ISBN of 10 or 13 digits whose check digit is right (ISO 2108); hyphens are free.

    Raises
    ------
    ValueError
        Where it is not.
    """
    digits = bare_isbn(value)
    if value and not (_is_isbn_13(digits) or _is_weighted(digits, 10)):
        raise ValueError("it is no ISBN: it has 10 or 13 digits, and the last one is made from the others")
    return value


def known_issn(value: str) -> str:
    """Check that ``value`` is empty or an ISSN whose check digit is right (ISO 3297).

    Raises
    ------
    ValueError
        Where it is not.
    """
    if value and not (re.fullmatch(r"\d{4}-\d{3}[\dXx]", value) and _is_weighted(value.replace("-", "").upper(), 8)):
        raise ValueError("it is no ISSN, such as 0378-5955: the last digit is made from the others")
    return value


def _is_isbn_13(digits: str) -> bool:
    if not re.fullmatch(r"97[89][0-9]{10}", digits):
        return False
    return sum(int(digit) * (1, 3)[index % 2] for index, digit in enumerate(digits)) % 10 == 0


def _is_weighted(digits: str, length: int) -> bool:
    """The check digit that ISBN-10 and ISSN share: weights fall from ``length`` to 1, and the sum is a multiple of 11."""
    if not re.fullmatch(rf"[0-9]{{{length - 1}}}[0-9X]", digits):
        return False
    values = [10 if digit == "X" else int(digit) for digit in digits]
    return sum(value * (length - index) for index, value in enumerate(values)) % 11 == 0


def work_urn(dossier: str) -> str:
    """The identifier of a dossier, whatever the language and version.

    Like those of its editions and versions it is a UUID made from names (RFC 9562, 5.5): the same at every build, on every
    machine. ``dossier`` is what ``dossier.toml`` gives as ``identifier``, else its ``id``.
    """
    return _made_from(dossier)


def edition_urn(dossier: str, language: str) -> str:
    """The identifier of a dossier's edition in one language, in all its versions."""
    return _made_from(dossier, language)


def version_urn(dossier: str, language: str, version: str) -> str:
    """The identifier of one version of an edition: what another one names as the version that it replaces."""
    return _made_from(dossier, language, version)


def _made_from(*names: str) -> str:
    return uuid5(NAMESPACE_URL, ":".join(("dossier", *names))).urn


def bare_isbn(value: str) -> str:
    """An ISBN without the hyphens and spaces that only help the eye, as catalogues and URNs have it (RFC 3187, 3.1)."""
    return re.sub(r"[- ]", "", value).upper()


def doi_address(doi: str) -> str:
    """The address that a DOI is shown and linked by; empty where there is none.

    See https://www.crossref.org/display-guidelines/. A DOI may have nearly every character, an address may not: those others
    are percent-encoded.
    """
    return f"https://doi.org/{quote(doi, safe=_IN_A_PATH)}" if doi else ""
