"""X079: words in a script that their language does not use."""

from collections.abc import Iterator

from dossier.press.preflight.facts.values import Structure, Survey
from dossier.press.preflight.finding import Finding, quoted
from dossier.press.preflight.scripts import strange_script


def _languages(structure: Structure, whole: str) -> dict[tuple[int, int], str]:
    """The language of each piece of marked content, by page and number."""
    return {(element.page, content): element.language or whole for element in structure.elements for content in element.contents}


def rule(survey: Survey) -> Iterator[Finding]:
    """What it finds."""
    if survey.structure is None:
        return
    languages = _languages(survey.structure, survey.language)
    for page in survey.pages:
        told: dict[int, list[str]] = {}
        for shown in page.shown:
            told.setdefault(shown.content, []).append(shown.text)
            if shown.language:
                languages[page.number, shown.content] = shown.language
        for content, texts in told.items():
            language = languages.get((page.number, content), survey.language)
            script = strange_script("".join(texts), language)
            if script:
                yield Finding(
                    "X079", f"{script} letters stand under the language “{language[:20]}”", page.number, 0, quoted("".join(texts))
                )
