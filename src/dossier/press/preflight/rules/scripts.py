"""X079: words in a script that their language does not use."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Element, Page, Structure, Survey
from dossier.press.preflight.finding import Finding, quoted
from dossier.press.preflight.scripts import strange_script

_NONE = "zxx"
"""BCP 47: no language."""


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if survey.structure is None:
        return
    languages = _languages(survey.structure, survey.language)
    for page in survey.pages:
        for language, text in _pieces(page, languages, survey.language):
            script = strange_script(text, language)
            if script:
                told = f"{script} letters stand under the language “{language[:20]}”"
                yield Finding("X079", told, page.number, 0, quoted(text))


def _languages(structure: Structure, whole: str) -> dict[tuple[int, int], str]:
    """The language of each piece of marked content, by page and number."""
    return {content: _language(element, whole) for element in structure.elements for content in element.contents}


def _language(element: Element, whole: str) -> str:
    """Code is in no language, whatever the words around it are in: its letters tell nothing."""
    return _NONE if "Code" in (element.kind, *element.inside) else element.language or whole


def _pieces(page: Page, languages: dict[tuple[int, int], str], whole: str) -> Iterator[tuple[str, str]]:
    """Language and words of each piece of marked content; what the content says itself counts for more than the structure."""
    texts: dict[int, list[str]] = {}
    own: dict[int, str] = {}
    for shown in page.shown:
        texts.setdefault(shown.content, []).append(shown.text)
        if shown.language:
            own[shown.content] = shown.language
    for content, words in texts.items():
        yield own.get(content) or languages.get((page.number, content), whole), "".join(words)
