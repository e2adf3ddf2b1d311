"""Put translations in the place of the blocks they translate."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from markdown_it.token import Token

from dossier.content.markdown import finish
from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.document import Document, Dossier, Unit
from dossier.model.records import DraftPolicy, Policy, SourcePolicy
from dossier.model.translation import (
    Catalog,
    LocalizedDocument,
    LocalizedDossier,
    Shares,
    State,
    WovenUnit,
)
from dossier.translation.cut import cut
from dossier.translation.progress import counted, progress_of

_UNREVIEWED = (State.DRAFT, State.UNFINISHED)
_DEFAULT = Policy()


def weave_dossier(
    dossier: Dossier, catalogs: Mapping[str, Catalog], language: str
) -> tuple[LocalizedDossier, tuple[Diagnostic, ...]]:
    """The dossier as an edition in ``language`` shows it.

    Parameters
    ----------
    dossier:
        What was read from ``content/``.
    catalogs:
        The translations into ``language``, by document id; a document without one is shown in its own language.
    language:
        BCP 47 tag of the edition.
    """
    policy = dossier.config.policy
    found: list[Diagnostic] = []

    def woven(document: Document) -> LocalizedDocument:
        localized, diagnostics = weave(document, catalogs.get(document.id, Catalog(language)), policy)
        found.extend(diagnostics)
        return localized

    front = woven(dossier.front)
    parts = tuple(map(woven, dossier.parts))
    claims = woven(dossier.claims) if dossier.claims else None
    sources = tuple(map(woven, dossier.sources))
    shares = count(unit for document in (front, *parts, *((claims,) if claims else ()), *sources) for unit in document.units)
    return LocalizedDossier(dossier, language, front, parts, sources, shares, claims), tuple(found)


def weave(document: Document, catalog: Catalog, policy: Policy = _DEFAULT) -> tuple[LocalizedDocument, tuple[Diagnostic, ...]]:
    """``document`` in the language of ``catalog``.

    Each translation is parsed as inline Markdown in the place of its block; the tree around it stays. Stale and missing
    translations leave the original's words, drafts are used as ``policy`` says. Every unit knows its state and the
    language of the words that are shown.
    """
    units = [_woven(unit, catalog, policy) for unit in cut(document)]
    replacements = {
        unit.unit.target: _replacement(document.blocks[unit.unit.target], unit)
        for unit in units
        if isinstance(unit.unit.target, int)
    }
    tokens, environment = finish(document.blocks, document.environment, replacements, raw_html=document.raw_html)
    strings = {unit.unit.target: unit for unit in units if isinstance(unit.unit.target, str)}
    localized = LocalizedDocument(document, catalog.language, tokens, environment, strings, units)
    return localized, tuple(_refused(units, catalog, policy))


def count(units: Iterable[WovenUnit]) -> Shares:
    """How many units, and words of the original, are in each state."""
    by_unit: Counter[State] = Counter()
    by_word: Counter[State] = Counter()
    units = tuple(units)
    for woven in units:
        by_unit[woven.state] += 1
        by_word[woven.state] += len(woven.unit.msgid.split())
    so_far = counted((woven.progress, woven.unit) for woven in units if woven.progress)
    return Shares(dict(by_unit), dict(by_word), so_far)


def _woven(unit: Unit, catalog: Catalog, policy: Policy) -> WovenUnit:
    if unit.language == catalog.language:
        return WovenUnit(unit, State.ORIGINAL, unit.msgid, unit.language)
    translation = catalog.find(unit)
    state = translation.state if translation else State.MISSING
    shown = state is State.REVIEWED or (state in _UNREVIEWED and policy.draft is not DraftPolicy.SOURCE)
    if translation and shown:
        return WovenUnit(unit, state, translation.text, catalog.language, progress_of(translation))
    return WovenUnit(unit, state, unit.msgid, unit.language, progress_of(translation))


def _replacement(block: Token, woven: WovenUnit) -> Token:
    content = block.content if woven.language == woven.unit.language else woven.text
    return block.copy(content=content, meta={**block.meta, "woven": woven})


def _refused(units: Sequence[WovenUnit], catalog: Catalog, policy: Policy) -> Iterator[Diagnostic]:
    """T007 once for each state that is refused: fifty drafts in a file are one fault, not fifty."""
    forbidden = {
        State.DRAFT: policy.draft is DraftPolicy.REFUSE,
        State.UNFINISHED: policy.draft is DraftPolicy.REFUSE,
        State.STALE: policy.stale is SourcePolicy.REFUSE,
        State.MISSING: policy.missing is SourcePolicy.REFUSE,
    }
    for state in filter(forbidden.__getitem__, forbidden):
        found = [woven.unit for woven in units if woven.state is state]
        if found:
            yield _refusal(found, state, catalog)


def _refusal(found: Sequence[Unit], state: State, catalog: Catalog) -> Diagnostic:
    what = "1 passage is" if len(found) == 1 else f"{len(found)} passages are"
    translation = catalog.find(found[0])
    place = translation.place if translation else found[0].place
    message = f"{what} {state} in “{catalog.language}”, which [policy] refuses"
    return Diagnostic(CODES["T007"], message, place, (("first passage", found[0].msgid[:100]),))
