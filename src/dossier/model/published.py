"""Where an edition can be found on the web: addresses below ``base-url``, where the folder ``build/`` is published.

They are URIs (RFC 3986), so that they may stand in metadata and in a QR code as they are: what is not ASCII is
percent-encoded, and a host's name is written as IDNA 2003 does.
"""

import re
from urllib.parse import quote, urlsplit, urlunsplit

from dossier.model.records import DossierConfig, Output

_STRAY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_IN_A_PATH = "/:@!$&'()*+,;=~%"  # what RFC 3986, 3.3 allows, and what is encoded already
_IN_A_HOST = "[]:!$&'()*+,;=~%"  # the same, 3.2.2


def edition_address(config: DossierConfig, language: str) -> str:
    """The address of the web page of an edition, or of its folder where there is no web page; empty without ``base-url``."""
    page = f"{config.id}.html" if Output.HTML in config.outputs else ""
    return _below(config, language, page)


def picture_address(config: DossierConfig, language: str) -> str:
    """The address of the picture of an edition's cover; empty without ``base-url``."""
    return _below(config, language, f"{config.id}.png")


def file_address(config: DossierConfig, language: str, output: Output) -> str:
    """The address of one format of an edition; empty without ``base-url``."""
    return _below(config, language, f"{config.id}.{output.suffix}")


def alternates(config: DossierConfig) -> tuple[tuple[str, str], ...]:
    """What ``hreflang`` says: language and address of every edition of the dossier, this one among them.

    Where there are several, the original one stands there once more as ``x-default``: for whoever reads none of the languages.
    There are none without ``base-url``. See https://html.spec.whatwg.org/multipage/links.html#link-type-alternate.
    """
    if not config.base_url:
        return ()
    listed = tuple((language, edition_address(config, language)) for language in config.languages)
    if len(listed) == 1:
        return listed
    original = config.language if config.language in config.languages else config.languages[0]
    return (*listed, ("x-default", edition_address(config, original)))


def _below(config: DossierConfig, language: str, name: str) -> str:
    return f"{_uri(config.base_url)}{config.id}/{language}/{name}" if config.base_url else ""


def _uri(base: str) -> str:
    parts = urlsplit(base)
    path = quote(_STRAY_PERCENT.sub("%25", parts.path), safe=_IN_A_PATH)
    return urlunsplit((parts.scheme, _host(parts.netloc), path, "", ""))


def _host(host: str) -> str:
    try:
        known = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError:
        known = host  # no name that IDNA knows; RFC 3986, 3.2.2 lets it stand percent-encoded
    return quote(_STRAY_PERCENT.sub("%25", known), safe=_IN_A_HOST)
