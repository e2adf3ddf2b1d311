"""Locators of citations: a word for what is counted, in English, and which of them.

They are data, the same in every language; a style sets them in the reader's. The names are CSL's
(https://docs.citationstyles.org/en/stable/specification.html#locators). A number without a word is a page.
"""

import re

from dossier.model.citation import Locator

_WORDS = {
    "appendix": "app. appendix",
    "article-locator": "art. article articles",
    "book": "bk. bks. book books",
    "chapter": "ch. chap. chaps. chapter chapters",
    "column": "col. cols. column columns",
    "figure": "fig. figs. figure figures",
    "folio": "fol. fols. folio folios",
    "issue": "no. nos. number numbers issue issues",
    "line": "l. ll. line lines",
    "note": "n. nn. note notes",
    "page": "p. pp. page pages",
    "paragraph": "para. paras. paragraph paragraphs ¶ ¶¶",
    "part": "pt. pts. part parts",
    "rule": "rule rules",
    "section": "sec. secs. section sections § §§",
    "table": "tbl. tbls. table tables",
    "timestamp": "at",
    "verse": "v. vv. verse verses",
    "volume": "vol. vols. volume volumes",
}
_LABELS = {word: label for label, words in _WORDS.items() for word in words.split()}
_WORD = "|".join(re.escape(word) for word in sorted(_LABELS, key=len, reverse=True))
_NUMBER = r"(?:[A-Za-z]?\d[\w.:/]*(?<![.:/])|\b[ivxlcdm]+\b|\b[IVXLCDM]+\b)"
_VALUE = rf"{_NUMBER}(?:\s*(?:[-–,&]|and)\s*{_NUMBER})*"
_LOCATOR = re.compile(rf"(?:(?P<word>{_WORD})\s*(?P<value>{_VALUE})|(?P<pages>(?=\d){_VALUE}))(?![\w])")


def locator_and_suffix(rest: str) -> tuple[Locator | None, str]:
    """What stands behind an id: its locator, and the words after it with the punctuation they begin with."""
    text = " ".join(rest.split())
    told = text.removeprefix(",").lstrip()
    match = _LOCATOR.match(told)
    if match is None:
        return None, text
    label = _LABELS[match["word"]] if match["word"] else "page"
    return Locator(label, match["value"] or match["pages"]), told[match.end() :].strip()
