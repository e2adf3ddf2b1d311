"""X: preflight. Each fault of :mod:`preflight_faults`, as the command tells it."""

from collections.abc import Callable
from typing import Any
from unittest.mock import patch

from cases import Case, Provoke

from dossier.model.codes import CODES
from dossier.pipeline.apart import Apart
from preflight_faults import FAULTS, Fault
from workshop import Run, Workshop

FILE = "bad.pdf"


def here(apart: Apart, work: Callable[..., Any], *arguments: Any) -> Any:
    """In this process: a hundred others would take half a minute, and tests/cli has them."""
    return work(*arguments)


def preflighted(fault: Fault) -> Provoke:
    def provoke(workshop: Workshop) -> Run:
        workshop.write(FILE, fault.data)
        with patch.object(Apart, "do", here):
            return workshop.run("preflight", "--for", str(fault.purpose), str(workshop.root / FILE))

    return provoke


FIRST = {fault.code: fault for fault in reversed(FAULTS)}
"""One fault a code: the others are told to be the same code in tests/press."""

CASES = tuple(
    Case(code, fault.name, preflighted(fault), FILE, CODES[code].mend, also=fault.also) for code, fault in sorted(FIRST.items())
)
