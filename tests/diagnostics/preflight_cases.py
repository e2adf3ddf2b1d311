"""X: preflight. Each fault of :mod:`preflight_faults`, as the command tells it."""

from cases import Case, Provoke

from dossier.model.codes import CODES
from preflight_faults import FAULTS, Fault
from workshop import Run, Workshop

FILE = "bad.pdf"


def preflighted(fault: Fault) -> Provoke:
    def provoke(workshop: Workshop) -> Run:
        workshop.write(FILE, fault.data)
        return workshop.run("preflight", "--for", str(fault.purpose), str(workshop.root / FILE))

    return provoke


FIRST = {fault.code: fault for fault in reversed(FAULTS)}
"""One fault a code: the others are told to be the same code in tests/press."""

CASES = tuple(
    Case(code, fault.name, preflighted(fault), FILE, CODES[code].mend, also=fault.also) for code, fault in sorted(FIRST.items())
)
