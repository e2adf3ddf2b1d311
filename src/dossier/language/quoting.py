"""Which marks may open a quotation: those of the text, and those of quotations inside quotations."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Quoting:
    """Signs that may open a quotation in running text (``outer``) and inside another (``inner``); how they are ``written``."""

    outer: str
    inner: str
    written: str


QUOTING: Mapping[str, Quoting] = {
    "en": Quoting("“‘", "‘“", "“…”, and ‘…’ inside"),
    "fr": Quoting("«", "“«‘", "« … », and “ … ” inside"),
    "fa": Quoting("«", "“‹«‘", "«…», and “…” or ‹…› inside"),
}
"""By primary subtag; of other languages nothing is known here."""
