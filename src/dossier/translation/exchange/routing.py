"""A file's translations brought to the passages they belong to, whichever dossier has them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.model.translation import State
from dossier.translation.exchange.deciding import Way, is_translated
from dossier.translation.exchange.incoming import Receiver, unknown
from dossier.translation.exchange.matching import Passages
from dossier.translation.exchange.values import Incoming, IncomingFile


@dataclass(slots=True)
class Routing:
    """All that is imported into one language; ``receivers`` by the dossier's id."""

    passages: Passages
    receivers: Mapping[str, Receiver]
    strangers: list[Diagnostic] = field(default_factory=list)

    @property
    def findings(self) -> tuple[Diagnostic, ...]:
        """Conflicts and translations without passage."""
        return (*(one for receiver in self.receivers.values() for one in receiver.findings), *self.strangers)

    def take(self, file: IncomingFile) -> Counter[Way]:
        """Bring every translation of ``file`` to its passages. Returns how many went which way."""
        counts: Counter[Way] = Counter()
        nowhere = []
        for theirs in file.entries:
            ways = self._ways(theirs)
            counts.update(ways)
            if Way.UNKNOWN in ways and not theirs.is_ours:
                nowhere.append(theirs)
        if nowhere:
            self.strangers.append(_nowhere(nowhere))
        return counts

    def _ways(self, theirs: Incoming) -> list[Way]:
        targets = self.passages.find(theirs)
        if targets:
            return [self.receivers[one.dossier].receive(theirs, one.document, one.key) for one in targets]
        dossier, document = self.passages.home(theirs)
        if theirs.is_ours and dossier in self.receivers:
            return [self.receivers[dossier].keep(theirs, document)]
        if not is_translated(theirs):
            return [Way.EMPTY]
        if theirs.is_ours:
            self.strangers.append(unknown(theirs, ""))
        return [Way.UNKNOWN]


def _nowhere(entries: list[Incoming]) -> Diagnostic:
    """T048 once for a file of another project's: most of what is in it may have nothing to do with this one."""
    first, reviewed = entries[0], sum(one.state is State.REVIEWED for one in entries)
    message = f"{len(entries)} translations in this file belong to no passage here, {reviewed} of them reviewed"
    details = (("first text", " ".join(first.source.split())[:100]),)
    return Diagnostic(
        CODES["T048"], message, first.place, details, "to remember them all the same, convert the file to TMX and import that"
    )
