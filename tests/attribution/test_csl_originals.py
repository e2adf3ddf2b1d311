"""A source's own words behind a citation: a colon leads to them, and no comma stands before it."""

import re

import pytest
from markupsafe import Markup

from dossier.attribution.csl import CitedSource, find_style, set_citations
from dossier.content.rules.citations import parsed
from dossier.language.registry import language
from dossier.model.records import SourceRecord

RECORD = SourceRecord.model_validate(
    {"id": "loi", "title": "Lettre", "publisher-kind": "NGO", "language": "fr", "reproduce": "digest", "issued": "2020"}
)


@pytest.mark.parametrize(
    ("tag", "written", "expected"),
    [
        ("en", "[@loi, para. 1: « été »]", "para. 1^: « été »."),
        ("en", "[@loi: « été »]", "“Lettre”^: « été »."),
        ("fr", "[@loi, para. 1: « été »]", "§ 1^ : « été »."),
        ("fa", "[@loi, para. 1: « été »]", "بند ۱^: « été »."),
    ],
)
def test_a_colon_leads_to_the_original_words(tag: str, written: str, expected: str) -> None:
    citation, style = parsed(written), find_style("chicago-notes-bibliography")
    assert citation is not None
    assert style is not None
    sources = [CitedSource(RECORD, "Lettre", "fr")]
    texts = set_citations({"part": [citation, citation]}, sources, style, language(tag), {})
    second = "".join(re.sub("<[^>]*>", "", piece) if isinstance(piece, Markup) else "^" for piece in texts.texts["part"][1])
    assert second.replace("\u00a0", " ").replace("\u202f", " ").endswith(expected)
