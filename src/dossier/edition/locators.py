"""Places in a source in the edition's own words and digits, for tables; in citations the style sets them."""

import re

from dossier.edition.catalogs import Messages
from dossier.language.typography import typeset
from dossier.language.value import Language
from dossier.model.citation import Locator

_SEVERAL = re.compile(r"[-–,&]|\band\b")


def locator_in_words(locator: Locator, language: Language, messages: Messages) -> str:
    """``para. 3`` as ``para. 3``, ``§ 3`` or ``بند ۳``, whatever ``language`` calls it."""
    number = language.in_digits(re.sub(r"\s*\band\b\s*", ", ", locator.value))
    return typeset(_pattern(locator, messages).format(number=number), language)


def _pattern(locator: Locator, messages: Messages) -> str:
    several = 2 if _SEVERAL.search(locator.value) else 1
    ngettext = messages.ngettext
    known = {
        "appendix": ngettext("app. {number}", "apps. {number}", several),
        "article-locator": ngettext("art. {number}", "arts. {number}", several),
        "book": ngettext("bk. {number}", "bks. {number}", several),
        "chapter": ngettext("chap. {number}", "chaps. {number}", several),
        "column": ngettext("col. {number}", "cols. {number}", several),
        "figure": ngettext("fig. {number}", "figs. {number}", several),
        "folio": ngettext("fol. {number}", "fols. {number}", several),
        "issue": ngettext("no. {number}", "nos. {number}", several),
        "line": ngettext("line {number}", "lines {number}", several),
        "note": ngettext("n. {number}", "nn. {number}", several),
        "page": ngettext("p. {number}", "pp. {number}", several),
        "paragraph": ngettext("para. {number}", "paras. {number}", several),
        "part": ngettext("pt. {number}", "pts. {number}", several),
        "rule": ngettext("rule {number}", "rules {number}", several),
        "section": ngettext("sec. {number}", "secs. {number}", several),
        "table": ngettext("tbl. {number}", "tbls. {number}", several),
        "timestamp": messages.gettext("at {number}"),
        "verse": ngettext("v. {number}", "vv. {number}", several),
        "volume": ngettext("vol. {number}", "vols. {number}", several),
    }
    return known.get(locator.label, "{number}")
