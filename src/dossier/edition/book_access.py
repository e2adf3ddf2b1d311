"""What a book says of its accessibility in words, in the language of the edition, and the evaluation that it may point at."""

from collections.abc import Callable, Mapping

from dossier.edition.compose import Edition
from dossier.edition.words import in_plain_text
from dossier.language.dates import day_in_words
from dossier.language.registry import language as by_tag
from dossier.language.value import Language
from dossier.model.bundle import AccessSummary, Evaluation


def evaluation(edition: Edition) -> Evaluation | None:
    """The evaluation of this edition, if there is one.

    One of another language is none, nor one that is older than the dossier's date: what was evaluated was another text.
    """
    config = edition.localized.dossier.config
    made = config.accessibility
    if made is None or made.date < config.date or (made.languages and edition.language.tag not in made.languages):
        return None
    return Evaluation(made.evaluator, made.date, made.conforms_to, made.report)


def access_summary(edition: Edition) -> AccessSummary:
    """The sentences, all of them in English where one is not translated: a summary has one language."""
    own, english = (_sentences(edition, translate) for translate in (edition.messages.gettext, str))
    if any(own[name] == english[name] for name in english):
        return _summary(edition, english, by_tag("en"))
    return _summary(edition, own, edition.language)


def _sentences(edition: Edition, _: Callable[[str], str]) -> Mapping[str, str]:
    return {
        "structure": _(
            "Headings, lists, tables and notes are marked as such; the text fits every size, and contents and notes are linked."
        ),
        "described": _("Images have alternative text."),
        "undescribed": _("Some images have no alternative text."),
        "pages": _("The list of pages gives the page numbers of the PDF of this edition."),
        "conformance": _("{evaluator} evaluated this edition on {day} and found that it conforms to {standard}.")
        if evaluation(edition)
        else _("The book has not been evaluated against WCAG, and no conformance is claimed."),
    }


def _summary(edition: Edition, sentences: Mapping[str, str], language: Language) -> AccessSummary:
    made = evaluation(edition)
    names = {"evaluator": made.evaluator, "day": day_in_words(made.date, language), "standard": made.conforms_to} if made else {}
    said = {name: in_plain_text(sentence.format(**names), language) for name, sentence in sentences.items()}
    return AccessSummary(language=language.tag, **said)
