"""Every code of preflight: a fault gives just that code, and a good file none."""

import pytest

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.press.preflight.checking import examine, preflight
from preflight_faults import ARCHIVE, FAULTS, PRINT, SCREEN, Fault
from preflight_files import for_print, tagged


def codes(found: tuple[Diagnostic, ...]) -> set[str]:
    return {one.code.id for one in found}


def test_good_files_have_nothing_to_complain_of() -> None:
    assert preflight(for_print()) == ()
    assert preflight(tagged()) == ()
    assert preflight(tagged(), SCREEN) == ()


def test_the_table_has_every_code_and_no_other() -> None:
    assert {fault.code for fault in FAULTS} == {code for code in CODES if code.startswith("X")}


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_a_fault_has_its_code_and_no_other(fault: Fault) -> None:
    found = preflight(fault.data, fault.purpose, "bad.pdf")
    assert codes(found) == {fault.code} | fault.also, "\n".join(map(str, found))
    assert {str(one.place) for one in found} == {"bad.pdf"}


def test_what_a_file_claims_decides_what_it_is_for() -> None:
    assert (examine(for_print()).purpose, examine(for_print()).claims) == (PRINT, "PDF/X-4")
    assert (examine(tagged()).purpose, examine(tagged()).claims) == (ARCHIVE, "PDF/A-3a, PDF/UA-1")
    assert "X060" in codes(preflight(for_print(), SCREEN))
    assert "X013" in codes(preflight(tagged(), PRINT))
