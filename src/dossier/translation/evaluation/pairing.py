"""References found for the passages of dossiers, and the drafts that stand in locale files beside them."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from hashlib import sha256

from dossier.model.document import Document, Dossier, Unit
from dossier.model.translation import Catalog, Progress, State, Translation
from dossier.translation.cut import translatable
from dossier.translation.evaluation.plain import scorable
from dossier.translation.evaluation.values import Contender, Known, Reference, References, Wanted
from dossier.translation.exchange.matching import Passages
from dossier.translation.exchange.values import Incoming
from dossier.translation.po import origin_in
from dossier.translation.progress import progress_of

_NOTE = "machine note:"
_ALWAYS = frozenset({Progress.TRANSLATED, Progress.POST_EDITED})


def own_references(known: Iterable[Known], language: str) -> Iterator[Reference]:
    """Every passage that the dossiers' own locale files have a translation for, in whatever state."""
    for dossier, document, unit, translation in _translations(known, language):
        if translation is not None and translation.state is not State.MISSING:
            yield Reference(dossier, document, unit, translation, translation.place)


def given_references(known: Sequence[Known], language: str, given: Iterable[Incoming]) -> Iterator[Reference]:
    """Every passage of the dossiers that one of the translations ``given`` belongs to, by its text and context."""
    passages = Passages((one.dossier for one in known), language)
    places = {(home.id, part.id, unit.key): (home, part, unit, own) for home, part, unit, own in _translations(known, language)}
    for one in given:
        if one.state is State.MISSING:
            continue
        translation = Translation(one.text, one.state, one.place, origin_in(one.comments), one.previous, one.comments)
        for target in passages.find(one):
            dossier, document, unit, own = places[target.dossier, target.document, target.key]
            yield Reference(dossier, document, unit, translation, own.place if own else unit.place)


def chosen(found: Iterable[Reference], wanted: Wanted) -> References:
    """Those that are fit to compare drafts with, each passage once: of several translations the first.

    A machine's draft is no reference, nor is what was made for another text, nor what has no words.
    """
    fit = _ALWAYS | ({Progress.UNFINISHED} if wanted.fuzzy else set()) | ({Progress.APPROVED} if wanted.approved else set())
    taken: dict[tuple[str, str | None, str], tuple[Reference, Progress]] = {}
    left_out: dict[tuple[str, str | None, str], Progress] = {}
    for one in found:
        progress = progress_of(one.translation)
        if progress not in fit:
            left_out.setdefault(one.key, progress)
        elif one.key not in taken and scorable(one.document, one.unit, one.translation.text):
            taken[one.key] = one, progress
    counted = Counter(progress for _, progress in taken.values())
    others = Counter(progress for key, progress in left_out.items() if key not in taken)
    return References(tuple(one for one, _ in taken.values()), counted, others)


def standing(references: Sequence[Reference], known: Iterable[Known], language: str) -> tuple[Contender, ...]:
    """The machines whose drafts of these passages stand in the locale files, told apart by the comment that names them.

    What a person has changed or reviewed is no machine's any more. What was left empty names no machine: it is counted where all
    drafts from its language are one machine's.
    """
    index = {one.key: at for at, one in enumerate(references)}
    found: dict[str, dict[int, str]] = {}
    machines: dict[str, set[str]] = {}
    empty: dict[int, str] = {}
    for _, _, unit, translation in _translations(known, language):
        at = index.get((unit.language, *unit.key))
        if translation is not None and (machine := _machine(translation)):
            machines.setdefault(unit.language, set()).add(machine)
            if at is not None:
                found.setdefault(machine, {}).setdefault(at, translation.text)
        elif at is not None and translation is not None and _was_left_empty(translation):
            empty[at] = unit.language
    for at, source in empty.items():
        made_by = machines.get(source, set())
        for machine in made_by if len(made_by) == 1 else ():
            found.setdefault(machine, {}).setdefault(at, "")
    return tuple(Contender(name, tuple(map(texts.get, range(len(references))))) for name, texts in found.items())


def _machine(translation: Translation) -> str:
    """Who drafted the words, where the draft's digest proves that they are as the machine left them."""
    origin = translation.origin
    if origin is None or translation.state is not State.DRAFT:
        return ""
    return origin.description if origin.draft_digest == sha256(translation.text.encode()).hexdigest() else ""


def _was_left_empty(translation: Translation) -> bool:
    return translation.state is State.MISSING and any(comment.startswith(_NOTE) for comment in translation.comments)


def _translations(known: Iterable[Known], language: str) -> Iterator[tuple[Dossier, Document, Unit, Translation | None]]:
    for one in known:
        for document in one.dossier.documents:
            catalog = one.catalogs.get(document.id, Catalog(language))
            for unit in translatable(document, language):
                yield one.dossier, document, unit, catalog.find(unit)
