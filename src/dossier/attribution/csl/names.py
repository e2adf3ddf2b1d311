"""Names that the style, the references and the request must agree on."""

CSL = "{http://purl.org/net/xbiblio/csl}"
"""The namespace of CSL's elements, as lxml writes it."""

INFERRED, ABOUT, DOUBTFUL = "inferred", "about", "doubtful"
"""What may be said of a date besides the date."""

LABELS = (
    "book",
    "chapter",
    "column",
    "figure",
    "folio",
    "issue",
    "line",
    "note",
    "number-of-pages",
    "opus",
    "page",
    "paragraph",
    "part",
    "section",
    "sub verbo",
    "verse",
    "volume",
)
"""The labels of locators that pandoc's processor knows."""


def date_flag(variable: str, flag: str) -> str:
    """The variable that is there if ``flag`` holds of the date ``variable``."""
    return f"dossier-{variable}-{flag}"


def jalali_field(variable: str, shown: str) -> str:
    """The variable with the Jalali words for what is ``shown`` of the date ``variable``: ``full``, ``year`` or ``day``."""
    return f"dossier-{variable}-jalali-{shown}"


def locator_word(label: str) -> str:
    """A word for ``label`` that is no word of any language.

    Pandoc finds out what a locator counts by looking its first word up among the terms of the edition's language, in any of
    their forms. So each label gets one more form, of a kind that no style prints of a locator, and locators are handed over
    with it.
    """
    return "xq" + label.replace(" ", "").replace("-", "") + "xq"
