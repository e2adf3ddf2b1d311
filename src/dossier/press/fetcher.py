"""What WeasyPrint may see: the assets of the bundle, and images written out in the page itself. Nothing else.

Import this module only after :func:`dossier.press.engine.load_engine`. A subclass of ``URLFetcher``, WeasyPrint 70 or newer:
older ones let a page step around a custom fetcher (CVE-2026-55073).
"""

from collections.abc import Mapping
from urllib.parse import unquote

from weasyprint.urls import URLFetcher, URLFetcherResponse

from dossier.model.bundle import Asset
from dossier.press.findings import shortened

BASE = "https://bundle.invalid/"
"""Where the bundle pretends to lie. RFC 6761 keeps ``.invalid`` from ever resolving; a scheme of our own would not do, for
``urllib.parse.urljoin`` resolves relative addresses only under schemes it knows."""

REFUSAL = "not in the bundle"
"""How a refusal begins, in what WeasyPrint logs of it."""


class BundleFetcher(URLFetcher):  # type: ignore[misc]
    """Serves ``assets`` by their keys and ``data:`` images; refuses and remembers everything else."""

    def __init__(self, assets: Mapping[str, Asset]) -> None:
        super().__init__(allowed_protocols=("data",), allow_redirects=False)
        self._assets = assets
        self._refused: dict[str, None] = {}

    @property
    def refused(self) -> tuple[str, ...]:
        """The addresses that were asked for in vain, once each."""
        return tuple(self._refused)

    def fetch(self, url: str, headers: Mapping[str, str] | None = None) -> URLFetcherResponse:
        """The asset at ``url``.

        Raises
        ------
        ValueError
            For an address that is no asset's; WeasyPrint goes on without the file.
        """
        if url.startswith("data:image/"):
            return super().fetch(url, headers)
        asset = self._assets.get(unquote(url.removeprefix(BASE).partition("#")[0])) if url.startswith(BASE) else None
        if asset is None:
            self._refused[shown(url)] = None
            raise ValueError(f"{REFUSAL}: {url}")
        return URLFetcherResponse(url, asset.data, {"Content-Type": asset.media_type})


def shown(url: str) -> str:
    """The address as its author wrote it, cut to a length that fits a message."""
    return shortened(unquote(url.removeprefix(BASE)) if url.startswith(BASE) else url)
