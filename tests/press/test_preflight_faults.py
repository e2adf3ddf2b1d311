"""Every code of preflight: a fault gives just that code, and a good file none."""

import pikepdf
import pytest

from dossier.model.codes import CODES
from dossier.model.diagnostics import Diagnostic
from dossier.press.preflight.checking import examine, preflight
from preflight_faults import ARCHIVE, FAULTS, PRINT, SCREEN, Fault
from preflight_files import element, for_print, spoilt, tagged
from preflight_spoilers import foreign_words, in_catalogue


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


def test_a_file_for_screens_need_not_be_bound_on_the_right() -> None:
    assert preflight(spoilt(tagged(), in_catalogue(Lang=pikepdf.String("fa"))), SCREEN) == ()


def test_an_element_over_two_pages_says_nothing_of_the_other_pieces_of_the_first() -> None:
    """Pieces are counted anew on each page: the ninth of the second page is not that of the first."""

    def spoil(pdf: pikepdf.Pdf) -> None:
        foreign_words(pdf)
        pdf.Root.StructTreeRoot.K.K[-1].Lang = pikepdf.String("fa")
        second = pikepdf.Dictionary(Type=pikepdf.Name.MCR, Pg=pdf.pages[1].obj, MCID=9)
        element(pdf, "P", 0, [8, second])

    assert preflight(spoilt(tagged(), spoil)) == ()


def test_code_is_in_no_language() -> None:
    def spoil(pdf: pikepdf.Pdf) -> None:
        foreign_words(pdf)
        pdf.Root.StructTreeRoot.K.K[-1].S = pikepdf.Name.Code

    assert preflight(spoilt(tagged(), spoil)) == ()
