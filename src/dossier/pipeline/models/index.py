"""The Argos package index: a list of packages, with the addresses they can be had from."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pydantic import ValidationError

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.pipeline.models.metadata import Entry, folder_name
from dossier.translation.engines.argos_packages import version_key
from dossier.translation.engines.language_codes import plain
from dossier.translation.engines.ways import Leg

DEFAULT_INDEX = "https://raw.githubusercontent.com/argosopentech/argospm-index/main/"
"""Where argostranslate itself looks (its ``settings.py``)."""
_VARIABLE = "ARGOS_PACKAGE_INDEX"


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that can be fetched.

    Parameters
    ----------
    links:
        Addresses of the same file, http and https only.
    sha256:
        Its digest (hex) where the index has one.
    """

    source: str
    target: str
    version: str
    argos_version: str
    links: tuple[str, ...]
    sha256: str | None = None

    @property
    def name(self) -> str:
        return folder_name(self.source, self.target, self.version)

    @property
    def leg(self) -> Leg:
        """Its languages, to be compared with those of others."""
        return plain(self.source), plain(self.target)


def index_address(environment: Mapping[str, str]) -> str:
    """Where the index is: ``index.json`` below ``ARGOS_PACKAGE_INDEX``, or where argostranslate looks by itself."""
    base = environment.get(_VARIABLE) or DEFAULT_INDEX
    return f"{base.rstrip('/')}/index.json"


def parse_index(data: bytes) -> tuple[Offer, ...]:
    """The packages that translate, the newest of each pair, in order of their languages.

    What else an index lists (packages that split sentences, entries without languages or with a version that is none) is passed
    over.

    Raises
    ------
    DossierError
        M011 where it is no index at all.
    """
    try:
        listed = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise _no_index("it is not JSON") from error
    if not isinstance(listed, list):
        raise _no_index("it is not a list")
    offers = [offer for value in listed if (offer := _offer(value))]
    if listed and not any(isinstance(value, dict) for value in listed):
        raise _no_index("nothing in it is a package")
    return _newest(offers)


def _offer(value: object) -> Offer | None:
    try:
        entry = Entry.model_validate(value)
    except ValidationError:
        return None
    links = tuple(link for link in entry.links if link.startswith(("https://", "http://")))
    sha256 = entry.sha256.lower() if entry.sha256 else None
    return Offer(entry.from_code, entry.to_code, entry.package_version, entry.argos_version, links, sha256)


def _newest(offers: Iterable[Offer]) -> tuple[Offer, ...]:
    newest: dict[tuple[str, str], Offer] = {}
    for offer in offers:
        pair = (offer.source, offer.target)
        if pair not in newest or version_key(offer.version) > version_key(newest[pair].version):
            newest[pair] = offer
    return tuple(newest[pair] for pair in sorted(newest))


def _no_index(why: str) -> DossierError:
    return DossierError(Diagnostic(CODES["M011"], f"what the package index's address gives is no index: {why}"))
