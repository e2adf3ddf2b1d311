"""Bibliographic formats made of CSL-JSON by pandoc."""

import json
from collections.abc import Sequence
from typing import Any

from dossier.attribution.csl.pandoc import convert


def biblatex(items: Sequence[dict[str, Any]]) -> str:
    """CSL-JSON items as BibLaTeX, which knows web pages, translators and days, as BibTeX does not.

    Raises
    ------
    ProcessorError
        Where pandoc failed.
    """
    return convert(json.dumps(items, ensure_ascii=False).encode(), "csljson", "biblatex").decode()
