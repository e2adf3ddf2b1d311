"""``dossier evaluate``: how near machine drafts come to translations that people made. Nothing is written into locale files."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from dossier.content.withheld.redactor import Form, Redactor
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic, DossierError
from dossier.model.document import Dossier
from dossier.model.translation import Progress
from dossier.pipeline.draft import Telling
from dossier.pipeline.drafting_anew import Machines
from dossier.pipeline.given_files import bytes_of, shown_name
from dossier.pipeline.localize import read_catalogs
from dossier.pipeline.project import Project, Selection
from dossier.pipeline.update import languages_to_translate
from dossier.pipeline.withheld import words_of
from dossier.translation.cut import translatable
from dossier.translation.drafting.extra import required
from dossier.translation.engines.engine import Settings
from dossier.translation.engines.registry import must_exist
from dossier.translation.evaluation.given import given_translations
from dossier.translation.evaluation.pairing import chosen, given_references, own_references, standing
from dossier.translation.evaluation.scoring import scored, worst
from dossier.translation.evaluation.values import Contender, Known, Reference, References, Row, Score, Scores, Shown, Wanted
from dossier.translation.exchange.values import Incoming

ENOUGH = 100
"""From so many passages on a difference of a point or two says something."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be evaluated.

    Parameters
    ----------
    language:
        BCP 47 tag of the language that is translated into.
    references:
        Files, or folders of PO files; where there are none, the project's own translations are the reference.
    wanted:
        Which of the translations in them count.
    engines:
        Who is to draft the passages anew; where there are none, the drafts that stand in the locale files are scored.
    settings:
        What the engines are told.
    worst:
        How many passages are shown.
    """

    language: str
    references: tuple[Path, ...] = ()
    wanted: Wanted = field(default_factory=Wanted)
    engines: tuple[str, ...] = ()
    settings: Settings = field(default_factory=Settings)
    worst: int = 10


@dataclass(frozen=True, slots=True)
class Evaluation:
    """What came of it."""

    language: str
    references: References
    scores: Scores
    worst: tuple[Shown, ...]
    diagnostics: tuple[Diagnostic, ...]

    def as_json(self) -> dict[str, Any]:
        """Everything as plain JSON values."""
        return {
            "language": self.language,
            "references": _counts(self.references.progress),
            "left-out": _counts(self.references.left_out),
            "signatures": dict(self.scores.signatures),
            "same-passages": self.scores.comparable,
            "machines": [_row_as_json(row) for row in self.scores.rows],
            "worst": [_shown_as_json(one) for one in self.worst],
            "findings": [found.as_json() for found in self.diagnostics],
        }


def evaluate(project: Project, selection: Selection, question: Question, telling: Telling) -> Evaluation:
    """Score drafts against reference translations.

    Parameters
    ----------
    project, selection:
        What was chosen.
    question:
        What is to be found out.
    telling:
        Whom to tell how far engines are, and what is to be known before they are handed any text.

    Raises
    ------
    DossierError
        M001 where there is no such engine, M030 where sacrebleu is not installed, M040 where nothing is a reference, M041 where
        nothing is there to be scored, M031 where the dossiers are not translated into the language; what is wrong with files or
        engines.
    """
    required("sacrebleu.metrics")  # said before engines are at work, perhaps for hours
    for name in question.engines:
        must_exist(name)
    known = _known(project, selection, question.language)
    references = chosen(_references(project, known, question), question.wanted)
    if not references.taken:
        raise DossierError(_no_reference(question, references))
    contenders, told = _contenders(project, references.taken, known, question, telling)
    scores = scored(references.taken, contenders, question.language)
    shown = worst(references.taken, contenders, scores, question.worst)
    return Evaluation(question.language, references, scores, shown, (*told, *_cautions(scores)))


def _known(project: Project, selection: Selection, language: str) -> list[Known]:
    """The chosen dossiers that are translated into the language, with their translations."""
    dossiers = [project.load(name)[0] for name in project.chosen(selection)]
    found = [one for one in dossiers if language in languages_to_translate(one, selection)]
    if not found:
        raise DossierError(Diagnostic(CODES["M031"], f"nothing is translated into “{language}”"))
    return [Known(one, read_catalogs(project.files, one, language)[0]) for one in found]


def _references(project: Project, known: Sequence[Known], question: Question) -> Iterator[Reference]:
    if not question.references:
        yield from own_references(known, question.language)
        return
    given = list(_given(project, known, question))
    for one in known:
        redactor = Redactor(one.dossier.withheld, words_of(project.files))
        yield from given_references((one,), question.language, _redacted(given, one.dossier, question.language, redactor))


def _given(project: Project, known: Sequence[Known], question: Question) -> Iterator[Incoming]:
    sources = _source_languages((one.dossier for one in known), question.language)
    for path in question.references:
        for file in sorted(path.rglob("*.po")) if path.is_dir() else (path,):
            name = shown_name(project.root, file)
            data = bytes_of(file, name)
            yield from given_translations(data, name, question.language, sources, passing_over=path.is_dir())


def _source_languages(dossiers: Iterable[Dossier], language: str) -> tuple[str, ...]:
    """The languages of all passages that are translated, the dossiers' own first."""
    listed = tuple(dossiers)
    units = (unit for one in listed for document in one.documents for unit in translatable(document, language))
    own = (one.config.language for one in listed if one.config.language != language)
    return tuple(dict.fromkeys((*own, *(unit.language for unit in units))))


def _redacted(given: Iterable[Incoming], dossier: Dossier, language: str, redactor: Redactor) -> Iterator[Incoming]:
    """``given`` as the dossier's own texts are: without withheld names.

    Nobody knows yet which kind of text a passage is, so both ways of writing what stands for a name are tried.
    """
    sources = _source_languages((dossier,), language)
    for one in given:
        if not redactor.names or not (redactor.holds(one.source) or redactor.holds(one.text)):
            yield one
            continue
        for form in (Form.MARKDOWN, Form.PLAIN):
            text = redactor.text(one.text, language, form)
            for source in sources:
                yield replace(one, source=redactor.text(one.source, source, form), text=text)


def _no_reference(question: Question, references: References) -> Diagnostic:
    details = tuple((_SAID[progress], str(number)) for progress, number in references.left_out.items())
    if question.references:
        names = ", ".join(str(path) for path in question.references)
        return Diagnostic(CODES["M040"], f"no translation in {names} is a reference for a passage here", details=details)
    message = f"nothing here is reviewed that a person wrote or corrected in “{question.language}”"
    mend = "review some translations, or name a file that has reviewed ones: --reference"
    return Diagnostic(CODES["M040"], message, details=details, mend=mend)


_SAID = {
    Progress.APPROVED: "approved unchanged",
    Progress.POST_EDITED: "post-edited",
    Progress.TRANSLATED: "translated",
    Progress.DRAFT: "drafts of machines",
    Progress.UNFINISHED: "not reviewed",
    Progress.STALE: "made for another text",
    Progress.MISSING: "missing",
}


def _contenders(
    project: Project, references: Sequence[Reference], known: Sequence[Known], question: Question, telling: Telling
) -> tuple[tuple[Contender, ...], tuple[Diagnostic, ...]]:
    if not question.engines:
        found = standing(references, known, question.language)
        if not found:
            message = f"no machine's draft of the {len(references)} passages that have a reference stands in the locale files"
            raise DossierError(Diagnostic(CODES["M041"], message))
        return found, ()
    with Machines(project.root, question.settings, telling) as machines:
        made = tuple(machines.drafted(name, references, question.language) for name in dict.fromkeys(question.engines))
        return made, machines.diagnostics


def _cautions(scores: Scores) -> Iterator[Diagnostic]:
    fewest = min(row.passages for row in scores.rows)
    if fewest < ENOUGH:
        what = "1 passage is" if fewest == 1 else f"{fewest} passages are"
        yield Diagnostic(CODES["M042"], f"only {what} compared")
    if not scores.comparable:
        yield Diagnostic(CODES["M043"], "the machines drafted different passages: their scores cannot be compared")


def _counts(found: Any) -> dict[str, int]:
    return {str(progress): found[progress] for progress in Progress if found.get(progress)}


def _row_as_json(row: Row) -> dict[str, Any]:
    return {
        "name": row.name,
        "passages": row.passages,
        "empty": row.empty,
        "words": row.words,
        "chrF2": _score_as_json(row.chrf),
        "BLEU": _score_as_json(row.bleu),
        "notes": list(row.notes),
    }


def _score_as_json(score: Score) -> dict[str, float | None]:
    return {"score": score.value, "margin": score.margin, "p": score.p}


def _shown_as_json(one: Shown) -> dict[str, Any]:
    return {
        "place": str(one.reference.place),
        "reference-place": str(one.reference.translation.place),
        "dossier": one.reference.dossier.id,
        "document": one.reference.document.id,
        "source": one.source,
        "reference": one.translation,
        "drafts": [{"name": name, "text": text, "chrF2": score} for name, (text, score) in one.drafts.items()],
    }
